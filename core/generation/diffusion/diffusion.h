// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "base/progress.h"
#include "generation/generator.h"
#include "model/model.h"
#include "trace/windowed.h"

#include <array>
#include <cstdint>
#include <stop_token>
#include <string>
#include <string_view>

namespace mimesys::generation {

// How noise becomes a composition. Ddpm: ancestral sampling (Ho et al. 2020); Ddim: its deterministic counterpart (Song
// et al. 2021); DpmSolver: DPM-Solver++(2M) (Lu et al. 2022), of second order, for few steps.
enum class Sampler { Ddpm, Ddim, DpmSolver };
inline constexpr std::array kSamplers{Sampler::Ddpm, Sampler::Ddim, Sampler::DpmSolver};
[[nodiscard]] std::string_view samplerName(Sampler sampler);  // "ddpm", "ddim", "dpm-solver"
[[nodiscard]] Expected<Sampler> samplerFromName(std::string_view name);

// TwoPass: all windows at once without their predecessors, then all once more, each with the predecessor that the first
// pass gave it. Autoregressive: window by window.
enum class Strategy { TwoPass, Autoregressive };
inline constexpr std::array kStrategies{Strategy::TwoPass, Strategy::Autoregressive};
[[nodiscard]] std::string_view strategyName(Strategy strategy);  // "two-pass", "autoregressive"
[[nodiscard]] Expected<Strategy> strategyFromName(std::string_view name);

// What the forward model's errors are weighed in when it ranks and corrects, as scores are in one or the other. Model:
// the ranges of the model, so that all windows of all traces count alike. Trace: nearer to what the trace itself
// reaches (see weightsOf()), so that a metric in which it stays small counts more.
enum class Units { Trace, Model };
inline constexpr std::array kUnits{Units::Trace, Units::Model};
[[nodiscard]] std::string_view unitsName(Units units);  // "trace", "model"
[[nodiscard]] Expected<Units> unitsFromName(std::string_view name);

// Bounds of what makes sense.
inline constexpr int kMostSteps = 1000;
inline constexpr int kMostCandidates = 64;
inline constexpr double kMostGuidance = 20.0;
inline constexpr double kMostIdle = 20.0;  // percent

struct DiffusionOptions {
    Strategy strategy = Strategy::TwoPass;
    Sampler sampler = Sampler::DpmSolver;
    int steps = 4;          // network evaluations per candidate and window, in the last pass
    int firstSteps = 2;     // in the first of two passes; its result is only a predecessor
    double guidance = 1.0;  // 1 = none; above, evaluations cost double (classifier-free, Ho and Salimans 2022)
    int candidates = 2;     // per window; the forward model chooses
    int polish = 20;        // steps by which the forward model corrects the chosen fractions; 0 = none
    Units units = Units::Trace;
    // CPUs that the trace shows busy for less than this, in percent, get nothing that computes or goes through memory;
    // 0 = they may. What a system without load does by itself takes one or two.
    double idleBelow = 3.0;
    bool usePrevious = true;  // false = every window by itself: the ablation of the state
    bool fit = false;         // fit a trace or a stressor set that is not the model's instead of refusing it
    std::string device = "auto";
    int threads = 0;  // 0 = one per usable CPU
};

// BadInput for options outside of what makes sense.
[[nodiscard]] Expected<void> validate(const DiffusionOptions& options);

// A plan of T windows for the model's machine, which follow on `before`. Metrics the trace lacks, wholly or in places,
// are masked, not taken for 0. Rows are projected to sums of at most 1. Same inputs and seed, same plan. BadInput when
// the trace or this build does not fit the model and options.fit is not set. Defined where LibTorch is: programs ask
// learning::load() for it.
[[nodiscard]] Cancellable<Generated> generate(const trace::WindowedTrace& trace, const model::Model& model,
                                              const DiffusionOptions& options, std::uint64_t seed, std::stop_token stop,
                                              const ProgressCallback& progress, const Predecessor& before = {});

}  // namespace mimesys::generation
