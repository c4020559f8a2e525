// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "telemetry/counterbank.h"

#include "trace/trace.h"

#include <cerrno>
#include <cmath>
#include <utility>

namespace mimesys::telemetry {

Expected<CounterBank> CounterBank::open(const std::vector<Place>& places, std::string_view what, const Roots& roots,
                                        Clock clock) {
    const std::shared_ptr<PerfSystem> perf = perfOf(roots);
    CounterBank bank;
    bool anyOnline = false;
    for (const Place& place : places) {
        std::vector<PerfEvent> events;
        for (const Member& member : place.members) {
            events.push_back(member.event);
        }
        CounterGroup group(perf, clock, events, place.cpu);
        int error = group.open();
        if (error == EMFILE && perf->raiseOpenFileLimit()) {
            error = group.open();
        }
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

void CounterBank::refresh() {
    for (Entry& entry : m_entries) {
        entry.group.refresh();
    }
}

std::array<CounterBank::Sum, CounterBank::kSums> CounterBank::advance() {
    std::array<Sum, kSums> sums;
    for (Entry& entry : m_entries) {
        const CounterGroup::Interval interval = entry.group.advance();
        for (std::size_t i = 0; i < entry.members.size(); ++i) {
            Sum& sum = sums[entry.members[i].sum];
            sum.perSecond += interval.perSecond[i] * entry.members[i].scale;
            sum.known = sum.known && interval.kind != CounterGroup::Kind::Unknown;
            sum.scaled = sum.scaled || interval.scaled;
        }
    }
    return sums;
}

CounterSource::CounterSource(CounterBank bank, Form form, const std::vector<std::string_view>& metricIds)
    : m_bank(std::move(bank)), m_form(form) {
    for (const std::string_view id : metricIds) {
        m_metrics.push_back(metricFor(id));
    }
}

Provenance CounterSource::provenance(std::size_t index) const {
    return m_scaled[index] ? Provenance::ScaledHardwareCounter : Provenance::HardwareCounter;
}

void CounterSource::sample(std::span<float> values) {
    const auto sums = m_bank.advance();
    const auto put = [&](std::size_t index, double value, bool known, bool scaled) {
        values[index] = known && std::isfinite(value) ? static_cast<float>(value) : trace::kMissing;
        m_scaled[index] = m_scaled[index] || (known && scaled);
    };
    if (m_form == Form::Ratio) {
        put(0, sums[1].perSecond / sums[0].perSecond, sums[0].known && sums[1].known, sums[0].scaled || sums[1].scaled);
        return;
    }
    for (std::size_t i = 0; i < m_metrics.size(); ++i) {
        put(i, sums[i].perSecond, sums[i].known, sums[i].scaled);
    }
}

}  // namespace mimesys::telemetry
