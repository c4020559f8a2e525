// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "telemetry/counterbank.h"

#include "trace/trace.h"

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <utility>

namespace mimesys::telemetry {

Expected<CounterBank> CounterBank::open(const std::vector<Place>& places, std::string_view what, const Roots& roots,
                                        Clock clock, Offline offline) {
    const std::shared_ptr<PerfSystem> perf = perfOf(roots);
    CounterBank bank;
    bank.m_perf = perf;
    bank.m_offline = offline;
    std::size_t counters = 0;
    for (const Place& place : places) {
        counters += place.members.size();
    }
    if (!perf->makeRoom(counters)) {
        return unavailable(perfRefusal(EMFILE, what, roots));
    }
    bool anyOnline = false;
    for (const Place& place : places) {
        std::vector<PerfEvent> events;
        for (const Member& member : place.members) {
            events.push_back(member.event);
        }
        CounterGroup group(perf, clock, events, place.cpu);
        const int error = group.open();
        if (error != 0 && error != ENODEV) {
            return unavailable(perfRefusal(error, what, roots));
        }
        anyOnline = anyOnline || error == 0;
        bank.m_entries.push_back({std::move(group), place.members});
    }
    if (!anyOnline) {
        return unavailable(perfRefusal(ENODEV, what, roots));
    }
    return bank;
}

bool CounterBank::allRun() {
    constexpr std::int64_t kStepNs = 2'000'000;
    constexpr int kSteps = 15;
    auto waiting = m_entries.begin();
    for (int step = 0;; ++step) {
        waiting = std::find_if(waiting, m_entries.end(), [](Entry& entry) { return entry.group.waits(); });
        if (waiting == m_entries.end() || step == kSteps) {
            return waiting == m_entries.end();
        }
        m_perf->wait(kStepNs);
    }
}

void CounterBank::refresh() {
    for (Entry& entry : m_entries) {
        entry.group.refresh();
    }
}

std::array<CounterBank::Sum, CounterBank::kSums> CounterBank::advance() {
    std::array<Sum, kSums> sums;
    for (Entry& entry : m_entries) {
        const CounterGroup::Interval interval = entry.group.advance();
        const bool known = interval.kind == CounterGroup::Kind::Known ||
                           (interval.kind == CounterGroup::Kind::Offline && m_offline == Offline::Nothing);
        for (std::size_t i = 0; i < entry.members.size(); ++i) {
            Sum& sum = sums[entry.members[i].sum];
            sum.perSecond += interval.perSecond[i] * entry.members[i].scale;
            sum.known = sum.known && known;
            sum.scaled = sum.scaled || interval.scaled;
        }
    }
    return sums;
}

CounterSource::CounterSource(std::vector<CounterBank> banks, std::vector<Output> outputs)
    : m_banks(std::move(banks)), m_outputs(std::move(outputs)), m_scaled(m_outputs.size(), false) {
    for (const Output& output : m_outputs) {
        m_metrics.push_back(metricFor(output.metricId));
    }
}

Provenance CounterSource::provenance(std::size_t index) const {
    return m_scaled[index] ? Provenance::ScaledHardwareCounter : Provenance::HardwareCounter;
}

std::string CounterSource::whyNot(std::string_view metricId) const {
    const auto reason = m_reasons.find(metricId);
    return reason == m_reasons.end() ? std::string() : reason->second;
}

void CounterSource::refresh() {
    for (CounterBank& bank : m_banks) {
        bank.refresh();
    }
}

void CounterSource::sample(std::span<float> values) {
    std::array<CounterBank::Sum, CounterBank::kSums> sums;
    for (CounterBank& bank : m_banks) {
        const auto part = bank.advance();
        for (std::size_t i = 0; i < sums.size(); ++i) {
            sums[i].perSecond += part[i].perSecond;
            sums[i].known = sums[i].known && part[i].known;
            sums[i].scaled = sums[i].scaled || part[i].scaled;
        }
    }
    for (std::size_t i = 0; i < m_outputs.size(); ++i) {
        const CounterBank::Sum& sum = sums[m_outputs[i].sum];
        constexpr CounterBank::Sum kOne{1.0, true, false};
        const CounterBank::Sum& divisor = m_outputs[i].divisor ? sums[*m_outputs[i].divisor] : kOne;
        const double value = sum.perSecond / divisor.perSecond;
        const bool known = sum.known && divisor.known && std::isfinite(value);
        values[i] = known ? static_cast<float>(value) : trace::kMissing;
        m_scaled[i] = m_scaled[i] || (known && (sum.scaled || divisor.scaled));
    }
}

}  // namespace mimesys::telemetry
