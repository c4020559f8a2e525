// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "service/aligning.h"

#include "generation/diffusion/destination.h"
#include "trace/contenthash.h"
#include "trace/windowed.h"

namespace mimesys::service {

Expected<alignment::Traces> alignTargets(const std::vector<NamedTrace>& traces, const model::Description& description,
                                         double windowSeconds, const alignment::AlignOptions& options) {
    std::vector<alignment::AlignTrace> targets;
    for (const NamedTrace& named : traces) {
        auto windows = trace::windowTrace(*named.trace, windowSeconds);
        if (!windows) {
            return badInput(windows.error().message, named.name);
        }
        targets.push_back({named.name, trace::contentHash(*named.trace).text(), std::move(*windows)});
    }
    return alignment::divide(std::move(targets), generation::destinationOf(description), options.heldOutWindows,
                             options.segmentWindows);
}

alignment::AlignOptions alignOptionsWithin(double budgetSeconds, bool simulated) {
    alignment::AlignOptions options;
    options.budgetSeconds = budgetSeconds;
    options.iterations = 1'000'000;
    options.patience = 0;
    if (!simulated) {
        options.repeats = 1;
        options.segments = 10;
        options.segmentWindows = 4;
        options.heldOutWindows = 20;
    }
    return options;
}

}  // namespace mimesys::service
