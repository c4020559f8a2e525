// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "execution/refit.h"

#include "execution/quota.h"
#include "plan/fold.h"

#include <fmt/format.h>

namespace mimesys::execution {

Expected<Refit> refit(std::shared_ptr<const plan::ExecutionPlan> plan, const ExecutorOptions& options,
                      const Environment& environment) {
    if (Expected<void> valid = plan::validate(*plan); !valid) {
        return tl::unexpected(valid.error());
    }
    Refit result{.plan = std::move(plan), .changes = {}};
    const std::size_t cpus = options.cpus.empty() ? environment.machine.usableCpus.size() : options.cpus.size();
    if (cpus > 0 && result.plan->cpuCount() > cpus) {
        result.changes.push_back(
            fmt::format("The plan for {} CPUs was folded onto {}: each runs the mean of the rows "
                        "it stands for.",
                        result.plan->cpuCount(), cpus));
        result.plan = std::make_shared<const plan::ExecutionPlan>(plan::foldTo(*result.plan, cpus));
    }
    const double quota = environment.machine.cpuQuota;
    if (quota <= 0.0) {
        return result;
    }
    auto limited = std::make_shared<plan::ExecutionPlan>(*result.plan);
    if (const std::size_t windows = CpuTimeNeeded(*limited, environment).limit(*limited, quota); windows > 0) {
        result.changes.push_back(
            fmt::format("In {} of {} windows the plan was scaled down to the {:.2f} CPUs that "
                        "the control group of this process grants.",
                        windows, limited->windowCount(), quota));
        result.plan = std::move(limited);
    }
    return result;
}

Expected<Fitted> fitToRun(std::shared_ptr<const plan::ExecutionPlan> plan, const ExecutorOptions& options,
                          const Environment& environment) {
    Expected<Refit> refitted = options.fit ? refit(std::move(plan), options, environment)
                                           : Expected<Refit>(Refit{.plan = std::move(plan), .changes = {}});
    return std::move(refitted).and_then([&](Refit&& result) {
        return fitPlan(*result.plan, options, environment).map([&](Fit&& fit) {
            return Fitted{.refit = std::move(result), .fit = std::move(fit)};
        });
    });
}

}  // namespace mimesys::execution
