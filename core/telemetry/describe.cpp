// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/clock.h"
#include "telemetry/source.h"

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

namespace mimesys::telemetry {

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
        for (std::size_t i = 0; i < (*source)->metrics().size(); ++i) {
            offers.push_back({(*source)->metrics()[i], (*source)->provenance(i), {}});
        }
        sources.push_back(std::move(*source));
    }
    std::ranges::sort(offers, [](const Offer& a, const Offer& b) { return metricOrder(a.metric.id, b.metric.id); });
    return offers;
}

}  // namespace mimesys::telemetry
