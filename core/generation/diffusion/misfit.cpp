// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "generation/diffusion/misfit.h"

#include "stressor/stressor.h"

#include <algorithm>
#include <iterator>

namespace mimesys::generation {

Misfit misfitOf(const trace::WindowedTrace& trace, const model::Description& description) {
    Misfit misfit;
    const auto cores = std::ranges::count_if(
        trace.metrics, [](const Metric& metric) { return cpuOfUtilizationId(metric.id).has_value(); });
    // A trace without single cores says nothing of their number.
    if (cores != 0 && static_cast<std::size_t>(cores) != description.cpus()) {
        misfit.traceCpus = static_cast<int>(cores);
    }
    std::ranges::copy_if(description.stressors, std::back_inserter(misfit.unknownStressors),
                         [](const std::string& name) { return stressor::findCard(name) == nullptr; });
    return misfit;
}

}  // namespace mimesys::generation
