// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "modelarguments.h"
#include "service/evaluation.h"
#include "sources.h"

#include <map>
#include <string>
#include <vector>

namespace mimesys::cli {

// What takes part in an evaluation.
struct ContestantArguments {
    std::vector<std::string> methods{"search", "interpolation", "single-stressor"};
    std::vector<std::string> ablations;  // state, drop, families, refine
    std::vector<std::string> models;     // NAME=MODEL: diffusion with other models, under these names
    std::string dataset;
    ModelArguments model;
    std::size_t rounds = 5;  // of a refinement

    // The arguments must outlive the parsing.
    void addTo(CLI::App& command);
};

// The named methods, diffusion with the other models, and, where that is asked for, each diffusion model once more
// without the previous composition, and everything that has the whole trace to go by once more with its plans refined
// on the executor, scores being scaled by these ranges. BadInput for a name that is none.
[[nodiscard]] Expected<std::vector<service::Contestant>> openContestants(
    const ContestantArguments& arguments, Sources& sources, const service::Executor& refinement,
    const std::map<std::string, evaluation::Range>& ranges);

// The whole trace first, then what the ablations leave of it.
[[nodiscard]] Expected<std::vector<service::View>> openViews(const ContestantArguments& arguments);

}  // namespace mimesys::cli
