// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "trace/formats/common/diagnostics.h"
#include "trace/summary.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace mimesys::trace {

// Remembers on which lines the samples stand whose distance from the one before may turn out to be unusual; keeping the
// line of every sample would cost as much as two columns.
class SampleLines {
public:
    void add(std::int64_t timeNs, std::int64_t line);
    [[nodiscard]] std::int64_t lineOf(std::int64_t timeNs) const;  // 0 when not remembered

private:
    struct Entry {
        std::int64_t timeNs;
        std::int64_t line;
    };
    std::vector<Entry> m_entries;  // in order of time
    std::vector<std::int64_t> m_firstIntervals;
    std::int64_t m_usualNs = 0;
    std::int64_t m_previousNs = 0;
    bool m_any = false;
};

// Above these multiples of the median an interval is a gap, below it a short one.
inline constexpr double kGapFactor = 1.5;
inline constexpr double kShortFactor = 0.5;

// "1.034 s", "12 ms", for messages.
[[nodiscard]] std::string spanText(std::int64_t ns);

// When the first interval begins where nothing tells: one usual interval before the first of at least two ascending
// times, as far as that stays within kFarthestNs.
struct GuessedStart {
    std::int64_t startNs = 0;
    std::int64_t usualNs = 0;
};
[[nodiscard]] GuessedStart guessedStart(const std::vector<std::int64_t>& timesNs);

// Whether a value describes only the usual interval before its time: then the rest of a gap is marked as missing, by a
// sample without values one usual interval before the one that ends the gap. Rates of counters cover their gap as
// means.
enum class FillGaps { No, Yes };

// Adds what can only be said at the end (unusual intervals, columns that are zero throughout) and makes the trace.
[[nodiscard]] Expected<ReadResult> finish(Trace trace, std::string_view format, const SampleLines& lines,
                                          Diagnostics& diagnostics, const std::string& place,
                                          FillGaps fillGaps = FillGaps::No);

}  // namespace mimesys::trace
