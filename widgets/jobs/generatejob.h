// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "generation/diffusion/diffusion.h"
#include "generation/diffusion/misfit.h"
#include "jobs/installed.h"
#include "jobs/job.h"
#include "jobs/learning.h"
#include "models/document.h"
#include "timeline/indexedtrace.h"

#include <array>
#include <filesystem>
#include <optional>

namespace mimesys::widgets {

enum class PlanMethod { Diffusion, Search, Interpolation, SingleStressor };
inline constexpr std::array kPlanMethods{PlanMethod::Diffusion, PlanMethod::Search, PlanMethod::Interpolation,
                                         PlanMethod::SingleStressor};
[[nodiscard]] QString methodTitle(PlanMethod method);

// How a plan is to be made.
struct GenerateChoice {
    PlanMethod method = PlanMethod::Search;
    Installed source;  // empty = what is installed for this machine; diffusion takes the model, others the data set
    std::uint64_t seed = 1;
    generation::DiffusionOptions diffusion;
};

// Windows of a plan that are made anew while the others stay.
struct PlanPart {
    LoadedPlan plan;
    curation::Span range;
};

struct GenerateRequest {
    LoadedTrace real;
    GenerateChoice choice;
    Learning learning;
    std::optional<PlanPart> part = {};  // empty = the whole plan
};

struct GenerateOutcome {
    // Why nothing was generated; at most one of them.
    bool sourceMissing = false;                // there is no data set, or no model, of this machine yet
    std::optional<generation::Misfit> misfit;  // the trace is not of the model's machine, and fitting was not asked for
    int modelCpus = 0;
    LoadedPlan plan;
};

[[nodiscard]] Cancellable<GenerateOutcome> generatePlan(const GenerateRequest& request,
                                                        const JobRunner::Context& context);

}  // namespace mimesys::widgets
