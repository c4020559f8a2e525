// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "base/metric.h"
#include "telemetry/procfile.h"
#include "telemetry/recorder.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mimesys::telemetry {

// Where some metrics come from. A source keeps pointers into the file set it was opened with and remembers the counters
// of its last sample.
class Source {
public:
    virtual ~Source() = default;
    [[nodiscard]] virtual const std::vector<Metric>& metrics() const = 0;
    // Where the values of metrics()[index] came from, as far as the samples up to now tell.
    [[nodiscard]] virtual Provenance provenance(std::size_t index) const;
    // Why a metric of its card is not among metrics(); empty when it is, or its card names it by another id.
    [[nodiscard]] virtual std::string whyNot(std::string_view metricId) const;
    // Reads whatever is no file of the file set; nothing is interpreted yet.
    virtual void refresh() {}
    // Values for metrics() from what was just refreshed: rates since the previous call, gauges as they are; kMissing
    // where there is nothing to tell. The first call only takes the base line.
    virtual void sample(std::span<float> values) = 0;
};

// One source of the list below: what it records, and how it is opened. An error's message is the reason why it cannot.
struct SourceCard {
    std::vector<std::string_view> metricIds;  // "cpu.utilization" stands for those of all CPUs
    Expected<std::unique_ptr<Source>> (*open)(FileSet& files, const Roots& roots);
    Provenance provenance = Provenance::Procfs;  // of what it would record
};

// All sources, in the order of the catalogue.
[[nodiscard]] std::span<const SourceCard> sourceCards();

// One card per file or kind of counter.
extern const SourceCard kCpuCard;
extern const SourceCard kMemoryTrafficCard;
extern const SourceCard kMemoryTotalCard;
extern const SourceCard kMemoryLocalCard;
extern const SourceCard kMemoryCard;
extern const SourceCard kCoreCounterCard;
extern const SourceCard kOccupancyCard;
extern const SourceCard kDiskCard;
extern const SourceCard kNetworkCard;
extern const SourceCard kCpuPressureCard;
extern const SourceCard kMemoryPressureCard;
extern const SourceCard kIoPressureCard;
extern const SourceCard kContextSwitchCard;
extern const SourceCard kPageFaultCard;

// Reads unsigned numbers separated by blanks from the front of a text.
class Fields {
public:
    explicit Fields(std::string_view text) : m_text(text) {}
    [[nodiscard]] std::optional<std::uint64_t> number();  // empty, and nothing consumed, when there is none
    [[nodiscard]] std::string_view word();                // empty at the end
    [[nodiscard]] bool skip(int words);                   // false when there are fewer

private:
    std::string_view m_text;
};

// The line that begins with a key, without the key; empty when there is none. `key` must end with a blank.
[[nodiscard]] std::string_view lineAfter(std::string_view text, std::string_view key);
// Cuts the first line off the front of a text.
[[nodiscard]] std::string_view takeLine(std::string_view& text);

// The last value of one counter.
class Counter {
public:
    // Increase since the last call; empty without a base line, and when the counter went back: it was reset, and what
    // it counted before that is unknown.
    [[nodiscard]] std::optional<std::uint64_t> advance(std::optional<std::uint64_t> now);

private:
    std::optional<std::uint64_t> m_last;
};

// increase · scale / seconds; kMissing when there is no increase or no time has passed.
[[nodiscard]] float rate(std::optional<std::uint64_t> increase, double scale, double seconds);

}  // namespace mimesys::telemetry
