// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "curation/metricchoice.h"

#include "curation/edit.h"

#include <fmt/format.h>

namespace mimesys::curation {

Expected<std::vector<std::size_t>> chooseColumns(const trace::Trace& trace, std::string_view metrics) {
    std::vector<std::size_t> ofFamily;
    for (std::size_t i = 0; i < trace.columns.size(); ++i) {
        const Metric& metric = trace.columns[i].metric;
        if (metric.id == metrics) {
            return std::vector{i};
        }
        if (metrics == kAll || familyName(metric.family) == metrics) {
            ofFamily.push_back(i);
        }
    }
    if (ofFamily.empty()) {
        return badInput(fmt::format(
            "The trace has no metric or family \"{}\"; `mimesys inspect` lists its metrics, and \"all\" means each.",
            metrics));
    }
    return ofFamily;
}

}  // namespace mimesys::curation
