// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "execution/executor.h"
#include "execution/fit.h"

#include <memory>
#include <string>
#include <vector>

namespace mimesys::execution {

struct Refit {
    std::shared_ptr<const plan::ExecutionPlan> plan;
    std::vector<std::string> changes;  // one sentence each; empty when the plan fitted as it was
};

// What ExecutorOptions::fit asks for: a plan of more CPUs than there are (or are named) is folded onto them, and
// windows that need more CPU time than a control group grants are scaled down to what it grants. Everything else that
// does not fit is still refused by fitPlan(). BadInput when the plan itself is not valid.
[[nodiscard]] Expected<Refit> refit(std::shared_ptr<const plan::ExecutionPlan> plan, const ExecutorOptions& options,
                                    const Environment& environment);

// What will be executed: the plan, refitted if the options ask for it, and where and with what it runs. Errors are
// those of refit() and fitPlan().
struct Fitted {
    Refit refit;
    Fit fit;
};
[[nodiscard]] Expected<Fitted> fitToRun(std::shared_ptr<const plan::ExecutionPlan> plan, const ExecutorOptions& options,
                                        const Environment& environment);

}  // namespace mimesys::execution
