// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "evaluation/score.h"
#include "plan/plan.h"
#include "refinement/correction.h"
#include "refinement/response.h"
#include "trace/trace.h"

#include <string>
#include <vector>

namespace mimesys::refinement {

// Between a plan with its traces and a response, which may know other stressors and other metrics.
class Mapping {
public:
    // BadInput when the plan has other CPUs than the response, when plan and target differ in their number of windows,
    // or when the target has no metric that the response's stressors drive. The response must outlive the mapping.
    [[nodiscard]] static Expected<Mapping> between(const plan::ExecutionPlan& plan, const trace::Trace& target,
                                                   const Response& response);

    // (T, K·M) in the response's stressors; those it does not know are left out.
    [[nodiscard]] Matrix compositionsOf(const plan::ExecutionPlan& plan) const;
    // The plan with these compositions in place of its own. Stressors that it did not have and still does not use do
    // not enter it, those that it does not use any more stay as columns.
    [[nodiscard]] plan::ExecutionPlan planOf(const plan::ExecutionPlan& plan, const Matrix& compositions) const;
    // ExecutionPlan::memoryUsed for the next round of a plan that was recorded: what it had, moved by most of what the
    // recording missed the target by. The target's own for a plan that had none, and as it was where the target does
    // not say it.
    [[nodiscard]] Expected<std::vector<float>> memoryFor(const plan::ExecutionPlan& plan,
                                                         const trace::Trace& recording) const;
    // (T, N): what a recording says of the response's metrics; NaN for the rest. Row k of the plan ran on onCpus[k].
    [[nodiscard]] Expected<Matrix> measuredOf(const trace::Trace& recording, const std::vector<int>& onCpus) const;

    [[nodiscard]] const Matrix& target() const { return m_target; }  // (T, N)
    // What each metric counts in a score like this one; 0 for what was not scored or is no part of the target.
    [[nodiscard]] std::vector<Weight> weightsFrom(const evaluation::Score& score) const;
    // What the utilisation of one core counts there.
    [[nodiscard]] float priceFrom(const evaluation::Score& score) const;
    [[nodiscard]] Matrix limitsOf(const plan::ExecutionPlan& plan) const;  // (T, K): what unknown stressors leave
    // M: those that can run here, or that the plan has.
    [[nodiscard]] const std::vector<bool>& movable() const { return m_movable; }
    // What of the trace is not followed, and why: FitReport::steps.
    [[nodiscard]] const std::vector<std::string>& notes() const { return m_notes; }

private:
    [[nodiscard]] float rangeFor(std::size_t metric, const evaluation::Range& scored) const;
    explicit Mapping(const Response& response) : m_response(&response) {}

    const Response* m_response;
    std::size_t m_windows = 0;
    double m_windowSeconds = 1.0;
    Matrix m_target;
    std::vector<float> m_memoryUsed;  // T, or empty
    std::vector<bool> m_movable;
    std::vector<std::string> m_notes;
};

}  // namespace mimesys::refinement
