// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "alignment/chain.h"

#include <algorithm>

namespace mimesys::alignment {

using Eigen::Index;

Chain chain(const plan::ExecutionPlan& compositions) {
    plan::ExecutionPlan plan(compositions.windowCount() + 1, compositions.cpuCount(), compositions.stressors(),
                             compositions.windowSeconds());
    plan.seed = compositions.seed;
    plan.generator = compositions.generator;
    plan.machine = compositions.machine;
    plan.source = compositions.source;
    for (std::size_t i = 0; i < compositions.windowCount(); ++i) {
        std::ranges::copy(compositions.composition(i), plan.composition(Chain::windowOf(i)).begin());
    }
    return {std::make_shared<const plan::ExecutionPlan>(std::move(plan)), compositions.windowCount()};
}

Expected<trace::WindowedTrace> measurements(const Chain& chain, const trace::Trace& recording) {
    auto windows = trace::windowTrace(recording, chain.plan->windowSeconds());
    if (!windows) {
        return tl::unexpected(windows.error());
    }
    trace::Matrix values =
        trace::Matrix::Constant(static_cast<Index>(chain.compositions), windows->values.cols(), trace::kMissing);
    for (std::size_t i = 0; i < chain.compositions; ++i) {
        if (const auto window = static_cast<Index>(Chain::windowOf(i)); window < windows->windowCount()) {
            values.row(static_cast<Index>(i)) = windows->values.row(window);
        }
    }
    windows->values = std::move(values);
    return windows;
}

}  // namespace mimesys::alignment
