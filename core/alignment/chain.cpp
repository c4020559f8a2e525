// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "alignment/chain.h"

#include <algorithm>

namespace mimesys::alignment {

using Eigen::Index;

Chain chain(const plan::ExecutionPlan& once, std::size_t repeats) {
    Chain result{nullptr, once.windowCount(), repeats};
    plan::ExecutionPlan plan(repeats * (once.windowCount() + 1), once.cpuCount(), once.stressors(),
                             once.windowSeconds());
    plan.seed = once.seed;
    plan.generator = once.generator;
    plan.machine = once.machine;
    plan.source = once.source;
    for (std::size_t repeat = 0; repeat < repeats; ++repeat) {
        for (std::size_t i = 0; i < once.windowCount(); ++i) {
            std::ranges::copy(once.composition(i), plan.composition(result.windowOf(i, repeat)).begin());
        }
    }
    result.plan = std::make_shared<const plan::ExecutionPlan>(std::move(plan));
    return result;
}

Expected<std::vector<trace::WindowedTrace>> measurements(const Chain& chain, const trace::Trace& recording) {
    const auto windows = trace::windowTrace(recording, chain.plan->windowSeconds());
    if (!windows) {
        return tl::unexpected(windows.error());
    }
    std::vector<trace::WindowedTrace> repeats(chain.repeats, *windows);
    for (std::size_t repeat = 0; repeat < chain.repeats; ++repeat) {
        trace::Matrix& values = repeats[repeat].values;
        values =
            trace::Matrix::Constant(static_cast<Index>(chain.compositions), windows->values.cols(), trace::kMissing);
        for (std::size_t i = 0; i < chain.compositions; ++i) {
            const auto window = static_cast<Index>(chain.windowOf(i, repeat));
            if (window < windows->windowCount()) {
                values.row(static_cast<Index>(i)) = windows->values.row(window);
            }
        }
    }
    return repeats;
}

}  // namespace mimesys::alignment
