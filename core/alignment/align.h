// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "alignment/traces.h"
#include "base/error.h"
#include "base/progress.h"
#include "dataset/dataset.h"
#include "execution/recordedrun.h"
#include "generation/diffusion/diffusion.h"
#include "model/model.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>

namespace mimesys::alignment {

struct AlignOptions {
    // Whichever comes first.
    int iterations = 40;
    double budgetSeconds = 0.0;  // elapsed, over all sessions of a resumed alignment; 0 = no bound
    int patience = 6;            // looks at the held-out windows without a better one before it stops; 0 = never

    int segments = 32;       // samplings per iteration, each of a stretch of training windows, window after window
    int attempts = 1;        // samplings of each stretch, which are judged against each other
    int segmentWindows = 5;  // of a stretch; the first only says what was before, the others earn rewards
    int repeats = 2;         // executions of every composition: how far they differ is penalised
    int heldOutWindows = 64;
    int heldOutEvery = 2;  // iterations between two looks at the held-out windows

    // DDPO (Black et al. 2024), with the numbers of the MIMESYS paper where it gives them.
    int steps = 10;       // of the ancestral sampler that is the policy
    int epochs = 2;       // passes over an iteration's samples
    int minibatches = 6;  // updates per pass
    double ratioClip = 0.2;
    double advantageClip = 3.0;
    int rewardHistory = 512;
    double divergence = 0.01;   // weight of the KL divergence from the model it began with, summed over entries
    double instability = 0.05;  // weight of the deviation between repeats in a reward
    double policyWeight = 1.0;  // of DDPO in an update of the denoiser; 0 = without
    // What was executed is a sample as well: which composition did this. Its weight in an update; 0 = without.
    double supervisedWeight = 1.0;
    double learningRate = 1e-4;  // at first; falls to a tenth
    // And the forward model learns what compositions do: steps per iteration; 0 = none.
    int forwardSteps = 60;
    double forwardRate = 3e-4;

    std::uint64_t seed = 1;
    generation::DiffusionOptions sampling;  // for the held-out windows, and the corrections of what is executed
};

// Where plans are executed.
struct Site {
    std::string name;  // "local", "simulated:c220g2"
    bool simulated = false;
    execution::Execute execute;
};

// After every iteration, from the working thread.
using AlignCallback = std::function<void(const model::AlignPoint&)>;

// Execution-driven alignment. Every iteration samples compositions for stretches of the training windows, chains them
// into one plan, executes and records it, and learns from what was measured: the denoiser by DDPO, with minus the
// distance between target and measurement as reward, and denoiser and forward model by what the executions teach of the
// machine. The averaged weights that did best on the held-out windows, those of the start included, are written to
// `path`, with the content hashes of all traces in the model's description. PATH.checkpoint holds what is needed to
// continue and is written after every iteration, PATH.align.csv the log. `replay`, when there is one, is the data set
// that the model was trained on: half of what is learnt from is then of it, so that nothing is forgotten. BadInput for
// traces that do not fit the model or of which nothing can be rewarded, and for the checkpoint of another alignment;
// Failed when an execution fails. Defined where LibTorch is: programs ask learning::load() for it.
[[nodiscard]] Cancellable<model::ModelPtr> align(const model::Model& model, const Traces& traces, const Site& site,
                                                 const dataset::Dataset* replay, const std::filesystem::path& path,
                                                 const AlignOptions& options, const std::stop_token& stop,
                                                 const AlignCallback& onPoint, const ProgressCallback& progress);

// BadInput for options outside of what makes sense.
[[nodiscard]] Expected<void> validate(const AlignOptions& options);

}  // namespace mimesys::alignment
