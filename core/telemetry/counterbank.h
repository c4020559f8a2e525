// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "telemetry/countergroup.h"
#include "telemetry/source.h"

#include <array>
#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mimesys::telemetry {

// Counters on many CPUs or boxes whose rates add up to a few sums.
class CounterBank {
public:
    static constexpr std::size_t kSums = CounterGroup::kMostEvents;

    // An event and what it adds to: sum += rate · scale.
    struct Member {
        PerfEvent event;
        std::size_t sum = 0;
        double scale = 1.0;
    };
    struct Place {
        std::vector<Member> members;  // counted together
        int cpu = 0;
    };

    // What the counters of a CPU that is offline stand for: nothing where they are the CPU's own, something unknown
    // where a unit that several CPUs share is only asked through it.
    enum class Offline { Nothing, Unknown };

    // Starts all counters; those of CPUs that are offline start when the CPU does. Unavailable with a sentence about
    // `what` when one is refused, or no CPU is online. The process's limit of open files is raised where needed.
    [[nodiscard]] static Expected<CounterBank> open(const std::vector<Place>& places, std::string_view what,
                                                    const Roots& roots, Clock clock, Offline offline);

    // Whether every counter has counted by the end of a short while, in which the kernel lets those that have to share
    // registers take their turns; returns as soon as it is so.
    [[nodiscard]] bool allRun();

    void refresh();

    struct Sum {
        double perSecond = 0.0;
        bool known = true;  // every counter's rate is known: a part is never passed off as the whole
        bool scaled = false;
    };
    [[nodiscard]] std::array<Sum, kSums> advance();

private:
    struct Entry {
        CounterGroup group;
        std::vector<Member> members;
    };
    std::shared_ptr<PerfSystem> m_perf;
    std::vector<Entry> m_entries;
    Offline m_offline = Offline::Nothing;
};

// Metrics from the sums of some banks, which add to different ones.
class CounterSource final : public Source {
public:
    struct Output {
        std::string_view metricId;
        std::size_t sum = 0;
        std::optional<std::size_t> divisor = std::nullopt;  // another sum
    };
    CounterSource(std::vector<CounterBank> banks, std::vector<Output> outputs);

    void explain(std::string_view metricId, std::string reason) { m_reasons.emplace(metricId, std::move(reason)); }

    [[nodiscard]] const std::vector<Metric>& metrics() const override { return m_metrics; }
    [[nodiscard]] Provenance provenance(std::size_t index) const override;
    [[nodiscard]] std::string whyNot(std::string_view metricId) const override;
    void refresh() override;
    void sample(std::span<float> values) override;

private:
    std::vector<CounterBank> m_banks;
    std::vector<Output> m_outputs;
    std::vector<Metric> m_metrics;
    std::vector<bool> m_scaled;  // per metric, in any sample so far
    std::map<std::string, std::string, std::less<>> m_reasons;
};

}  // namespace mimesys::telemetry
