// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "generation/diffusion/diffusion.h"

#include <string>

namespace CLI {
class App;
}

namespace mimesys::cli {

// The options of every verb that generates with a model.
struct ModelArguments {
    std::string path;
    std::string sampler = "dpm-solver";
    std::string strategy = "two-pass";
    std::string units;  // empty: those of the trace
    generation::DiffusionOptions sampling;

    // The arguments must outlive the parsing. The model is given by the option of this name, or by the required
    // argument of it when there are no dashes.
    void addTo(CLI::App& command, const std::string& name = "--model");
    // BadInput for a sampler, a strategy or units there are not.
    [[nodiscard]] Expected<generation::DiffusionOptions> options() const;
};

}  // namespace mimesys::cli
