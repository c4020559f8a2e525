// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "training/trainlog.h"

#include "base/atomicfile.h"
#include "training/numberlog.h"
#include "training/train.h"

#include <fmt/format.h>

#include <string>
#include <string_view>

namespace mimesys::training {
namespace {

constexpr std::string_view kHeader = "step,epoch,seconds,train_loss,validation_loss,learning_rate,gradient_norm,data";
constexpr std::string_view kKind = "a training log";

}  // namespace

Expected<void> writeTrainLog(std::span<const model::TrainPoint> points, bool simulated,
                             const std::filesystem::path& path) {
    std::string text(kHeader);
    text += '\n';
    for (const model::TrainPoint& point : points) {
        text += fmt::format("{},{:.4f},{:.2f},{:.6g},{:.6g},{:.6g},{:.6g},{}\n", point.step, point.epoch, point.seconds,
                            point.trainLoss, point.validationLoss, point.learningRate, point.gradientNorm,
                            dataWord(simulated));
    }
    return writeFile(path, text);
}

bool looksLikeTrainLog(const std::filesystem::path& path) {
    return hasLogHeader(path, kHeader);
}

Expected<TrainLog> readTrainLog(const std::filesystem::path& path) {
    TrainLog log;
    const auto take = [&](std::span<const double> n) {
        constexpr double kMostSteps = 1e15;
        if (!(n[0] >= 0.0 && n[0] <= kMostSteps)) {
            return false;
        }
        log.points.push_back({static_cast<std::int64_t>(n[0]), n[1], n[2], n[3], n[4], n[5], n[6]});
        return true;
    };
    return readNumberLog(path, kHeader, kKind, take).map([&](bool simulated) {
        log.simulated = simulated;
        return std::move(log);
    });
}

std::filesystem::path checkpointPath(const std::filesystem::path& model) {
    return std::filesystem::path(model) += ".checkpoint";
}

std::filesystem::path logPath(const std::filesystem::path& model) {
    return std::filesystem::path(model) += ".csv";
}

}  // namespace mimesys::training
