// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "training/trainlog.h"

#include "base/atomicfile.h"
#include "training/train.h"

#include <fmt/format.h>

#include <string>

namespace mimesys::training {

Expected<void> writeTrainLog(std::span<const model::TrainPoint> points, const std::filesystem::path& path) {
    std::string text = "step,epoch,seconds,train_loss,validation_loss,learning_rate,gradient_norm\n";
    for (const model::TrainPoint& point : points) {
        text += fmt::format("{},{:.4f},{:.2f},{:.6g},{:.6g},{:.6g},{:.6g}\n", point.step, point.epoch, point.seconds,
                            point.trainLoss, point.validationLoss, point.learningRate, point.gradientNorm);
    }
    auto file = AtomicFile::create(path);
    if (!file) {
        return tl::unexpected(file.error());
    }
    return file->write(text).and_then([&] { return file->commit(); });
}

std::filesystem::path checkpointPath(const std::filesystem::path& model) {
    return std::filesystem::path(model) += ".checkpoint";
}

std::filesystem::path logPath(const std::filesystem::path& model) {
    return std::filesystem::path(model) += ".csv";
}

}  // namespace mimesys::training
