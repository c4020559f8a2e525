// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "telemetry/countergroup.h"
#include "telemetry/source.h"

#include <array>
#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace mimesys::telemetry {

// Counters on many CPUs or boxes whose rates add up to one or two sums.
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
        std::vector<Member> members;  // one or two, counted together
        int cpu = 0;
    };

    // Starts all counters; those of CPUs that are offline start when the CPU does. Unavailable with a sentence about
    // `what` when one is refused, or no CPU is online. The process's limit of open files is raised as far as it may.
    [[nodiscard]] static Expected<CounterBank> open(const std::vector<Place>& places, std::string_view what,
                                                    const Roots& roots, Clock clock);

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
    std::vector<Entry> m_entries;
};

// The sums of a bank as metrics: each sum by itself, or the second divided by the first.
class CounterSource final : public Source {
public:
    enum class Form { Sums, Ratio };
    CounterSource(CounterBank bank, Form form, const std::vector<std::string_view>& metricIds);

    [[nodiscard]] const std::vector<Metric>& metrics() const override { return m_metrics; }
    [[nodiscard]] Provenance provenance(std::size_t index) const override;
    void refresh() override { m_bank.refresh(); }
    void sample(std::span<float> values) override;

private:
    CounterBank m_bank;
    Form m_form;
    std::vector<Metric> m_metrics;
    std::array<bool, CounterBank::kSums> m_scaled{};  // in any sample so far
};

}  // namespace mimesys::telemetry
