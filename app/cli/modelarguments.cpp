// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "modelarguments.h"

#include <CLI/CLI.hpp>

namespace mimesys::cli {

void ModelArguments::addTo(CLI::App& command, const std::string& name) {
    const std::string group = "Diffusion";
    if (name.starts_with("-")) {
        command
            .add_option(name, path,
                        "Model that `mimesys train` wrote, or \"simulated-c220g2\"; this machine's if not given")
            ->group(group)
            ->type_name("MODEL");
    } else {
        command.add_option(name, path, "Model that `mimesys train` wrote, or \"simulated-c220g2\"")
            ->required()
            ->type_name("MODEL");
    }
    command.add_option("--sampler", sampler, "ddpm, ddim or dpm-solver")->group(group)->capture_default_str();
    command.add_option("--strategy", strategy, "two-pass, or autoregressive: window by window")
        ->group(group)
        ->capture_default_str();
    command.add_option("--steps", sampling.steps, "Denoising steps per window")
        ->group(group)
        ->capture_default_str()
        ->type_name("N");
    command.add_option("--first-steps", sampling.firstSteps, "Those of the first of two passes")
        ->group(group)
        ->capture_default_str()
        ->type_name("N");
    command.add_option("--guidance", sampling.guidance, "How much the trace is heeded; 1 = none beyond training")
        ->group(group)
        ->capture_default_str()
        ->type_name("W");
    command
        .add_option("--candidates", sampling.candidates, "Compositions per window that the forward model chooses from")
        ->group(group)
        ->capture_default_str()
        ->type_name("N");
    command.add_option("--polish", sampling.polish, "Steps by which the forward model corrects the chosen fractions")
        ->group(group)
        ->capture_default_str()
        ->type_name("N");
    command
        .add_option("--units", units,
                    "What errors are weighed in meanwhile: trace, by what it reaches, or model, by its ranges")
        ->group(group);
    command
        .add_option(
            "--idle", sampling.idleBelow,
            "CPUs less busy than this in the trace get nothing that computes or goes through memory; 0 = they may")
        ->group(group)
        ->capture_default_str()
        ->type_name("PERCENT");
    command.add_flag("--no-state{false}", sampling.usePrevious, "Generate every window without the one before")
        ->group(group);
    command.add_flag("--fit", sampling.fit, "Fit a trace of another machine to the model's instead of refusing it")
        ->group(group);
    command.add_option("--device", sampling.device, "auto, cpu, cuda or cuda:N")->group(group)->capture_default_str();
    command.add_option("--threads", sampling.threads, "CPU threads; 0 = one per usable CPU")
        ->group(group)
        ->capture_default_str()
        ->type_name("N");
}

Expected<generation::DiffusionOptions> ModelArguments::options() const {
    const auto chosenSampler = generation::samplerFromName(sampler);
    const auto chosenStrategy = generation::strategyFromName(strategy);
    const auto chosenUnits = units.empty() ? generation::Units::Trace : generation::unitsFromName(units);
    if (!chosenSampler || !chosenStrategy || !chosenUnits) {
        return tl::unexpected(!chosenSampler    ? chosenSampler.error()
                              : !chosenStrategy ? chosenStrategy.error()
                                                : chosenUnits.error());
    }
    generation::DiffusionOptions chosen = sampling;
    chosen.sampler = *chosenSampler;
    chosen.strategy = *chosenStrategy;
    chosen.units = *chosenUnits;
    return generation::validate(chosen).map([&] { return chosen; });
}

}  // namespace mimesys::cli
