// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "base/progress.h"
#include "dataset/dataset.h"
#include "model/description.h"
#include "model/model.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>

namespace mimesys::training {

// Arithmetic of the network's matrix products. Automatic: bfloat16 where the processor multiplies it natively, and on
// GPUs that do; weights, losses and statistics are always 32-bit.
enum class Precision { Automatic, Float32, BFloat16 };

// This process as one of several that train one model together, on one host or many.
struct Membership {
    int rank = 0;
    int size = 1;
    std::string store;  // "host:port" where rank 0 listens
};

struct TrainOptions {
    model::Network network;
    int diffusionSteps = 25;
    // Whichever comes first; the learning rate falls towards it.
    double epochs = 300.0;
    double budgetSeconds = 0.0;  // of training; 0 = no bound
    int batch = 256;
    double learningRate = 1e-3;
    double weightDecay = 1e-2;
    double clipNorm = 1.0;
    double emaDecay = 0.999;
    double validationShare = 0.1;  // of the groups: samples of one composition are never on both sides
    int patience = 40;             // validations without a better one before training stops; 0 = never
    std::uint64_t seed = 1;
    std::string device = "auto";  // "cpu", "cuda", "cuda:1"; auto = CUDA where LibTorch has one
    Precision precision = Precision::Automatic;
    int threads = 0;  // 0 = one per usable CPU
    Membership membership;
};

// After every validation, from the working thread.
using TrainCallback = std::function<void(const model::TrainPoint&)>;

// Trains a denoiser and a forward model on a data set and writes both into one file, the averaged weights of the best
// validation. What is needed to continue stands beside it in MODEL.checkpoint, written every half minute and on a stop
// request, and is removed at the end; the same call continues from it. MODEL.csv holds the training log. BadInput for a
// data set without enough samples, and for a checkpoint of another training; Failed while another process trains the
// model. Defined where LibTorch is: programs ask learning::load() for it.
[[nodiscard]] Cancellable<model::ModelPtr> train(const dataset::Dataset& dataset, const std::filesystem::path& path,
                                                 const TrainOptions& options, const std::stop_token& stop,
                                                 const TrainCallback& onPoint, const ProgressCallback& progress);

[[nodiscard]] std::filesystem::path checkpointPath(const std::filesystem::path& model);
[[nodiscard]] std::filesystem::path logPath(const std::filesystem::path& model);

}  // namespace mimesys::training
