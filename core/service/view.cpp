// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "service/view.h"

#include "base/random.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace mimesys::service {
namespace {

using Eigen::Index;

void drop(trace::Matrix& values, double share, std::uint64_t seed) {
    std::vector<Index> present;
    for (Index i = 0; i < values.size(); ++i) {
        if (std::isfinite(values.data()[i])) {
            present.push_back(i);
        }
    }
    Random(seed).shuffle(std::span(present));
    const auto count = static_cast<std::size_t>(std::llround(share * static_cast<double>(present.size())));
    for (std::size_t i = 0; i < count; ++i) {
        values.data()[present[i]] = trace::kMissing;
    }
}

trace::WindowedTrace withoutFamily(const trace::WindowedTrace& trace, Family family) {
    trace::WindowedTrace kept;
    kept.startNs = trace.startNs;
    kept.windowSeconds = trace.windowSeconds;
    std::vector<Index> columns;
    for (std::size_t n = 0; n < trace.metrics.size(); ++n) {
        if (trace.metrics[n].family != family) {
            columns.push_back(static_cast<Index>(n));
            kept.metrics.push_back(trace.metrics[n]);
        }
    }
    kept.values = trace.values(Eigen::all, columns);
    return kept;
}

}  // namespace

std::string viewName(const View& view) {
    if (view.whole()) {
        return "whole";
    }
    const std::string without = view.without ? fmt::format("without {}", familyName(*view.without)) : std::string();
    if (view.dropped == 0.0) {
        return without;
    }
    return fmt::format("{:.3g} % dropped{}{}", view.dropped * 100.0, without.empty() ? "" : ", ", without);
}

std::vector<View> droppingViews() {
    return {{.dropped = 0.2, .without = {}},
            {.dropped = 0.4, .without = {}},
            {.dropped = 0.6, .without = {}},
            {.dropped = 0.8, .without = {}}};
}

std::vector<View> familyViews() {
    std::vector<View> views;
    std::ranges::transform(kFamilies, std::back_inserter(views),
                           [](Family family) { return View{.dropped = 0.0, .without = family}; });
    return views;
}

bool isApplicable(const View& view, const trace::WindowedTrace& trace) {
    if (!view.without) {
        return true;
    }
    std::set<Family> families;
    for (const Metric& metric : trace.metrics) {
        families.insert(metric.family);
    }
    return families.contains(*view.without) && families.size() > 1;
}

trace::WindowedTrace seen(const trace::WindowedTrace& trace, const View& view, std::uint64_t seed) {
    trace::WindowedTrace result = view.without ? withoutFamily(trace, *view.without) : trace;
    if (view.dropped > 0.0) {
        drop(result.values, view.dropped, seed);
    }
    return result;
}

}  // namespace mimesys::service
