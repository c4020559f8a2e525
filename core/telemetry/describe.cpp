// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/clock.h"
#include "telemetry/source.h"

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mimesys::telemetry {
namespace {

// Whether hardware counters have to take turns shows only while they count; the kernel lets them every few
// milliseconds.
void watchCounters(const std::vector<std::unique_ptr<Source>>& sources) {
    constexpr std::int64_t kWatchNs = 30'000'000;
    std::vector<float> values;
    bool waited = false;
    for (int round = 0; round < 2; ++round) {
        for (const auto& source : sources) {
            if (source->provenance(0) == Provenance::HardwareCounter) {
                if (round == 1 && !waited) {
                    waited = sleepUntil(monotonicNs() + kWatchNs, {});
                }
                values.resize(source->metrics().size());
                source->refresh();
                source->sample(values);
            }
        }
    }
}

}  // namespace

std::vector<Offer> describeMetrics(const Roots& roots) {
    std::vector<Offer> offers;
    FileSet files(monotonicNs);
    std::vector<std::unique_ptr<Source>> sources;  // kept open: what is offered can be recorded together
    for (const SourceCard& card : sourceCards()) {
        auto source = card.open(files, roots);
        if (!source) {
            for (const std::string_view id : card.metricIds) {
                offers.push_back({metricFor(id), card.provenance, source.error().message});
            }
            continue;
        }
        for (const std::string_view id : card.metricIds) {
            if (std::string reason = (*source)->whyNot(id); !reason.empty()) {
                offers.push_back({metricFor(id), card.provenance, std::move(reason)});
            }
        }
        sources.push_back(std::move(*source));
    }
    watchCounters(sources);
    for (const auto& source : sources) {
        for (std::size_t i = 0; i < source->metrics().size(); ++i) {
            offers.push_back({source->metrics()[i], source->provenance(i), {}});
        }
    }
    std::ranges::sort(offers, [](const Offer& a, const Offer& b) { return metricOrder(a.metric.id, b.metric.id); });
    return offers;
}

}  // namespace mimesys::telemetry
