// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "training/trainlog.h"

#include "base/atomicfile.h"
#include "training/train.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <fstream>
#include <string>
#include <string_view>

namespace mimesys::training {
namespace {

constexpr std::string_view kHeader = "step,epoch,seconds,train_loss,validation_loss,learning_rate,gradient_norm,data";
constexpr std::string_view kSimulated = "simulated";
constexpr std::string_view kMeasured = "measured";
constexpr std::uintmax_t kMostBytes = 64 << 20;  // far beyond any training; what a foreign file may ask for

// Fills the members in the order of the header.
bool parse(std::string_view line, model::TrainPoint& point, bool& simulated) {
    double step = 0.0;
    const std::array<double*, 7> members{&step,
                                         &point.epoch,
                                         &point.seconds,
                                         &point.trainLoss,
                                         &point.validationLoss,
                                         &point.learningRate,
                                         &point.gradientNorm};
    for (double* member : members) {
        const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), *member);
        const auto length = static_cast<std::size_t>(end - line.data());
        if (error != std::errc() || length >= line.size() || line[length] != ',') {
            return false;
        }
        line.remove_prefix(length + 1);
    }
    if (line != kSimulated && line != kMeasured) {
        return false;
    }
    simulated = line == kSimulated;
    constexpr double kMostSteps = 1e15;
    if (!(step >= 0.0 && step <= kMostSteps)) {
        return false;
    }
    point.step = static_cast<std::int64_t>(step);
    return true;
}

bool hasHeader(std::istream& stream) {
    std::string start(kHeader.size(), '\0');
    return stream.read(start.data(), static_cast<std::streamsize>(start.size())) && start == kHeader &&
           stream.get() == '\n';
}

}  // namespace

Expected<void> writeTrainLog(std::span<const model::TrainPoint> points, bool simulated,
                             const std::filesystem::path& path) {
    std::string text(kHeader);
    text += '\n';
    for (const model::TrainPoint& point : points) {
        text += fmt::format("{},{:.4f},{:.2f},{:.6g},{:.6g},{:.6g},{:.6g},{}\n", point.step, point.epoch, point.seconds,
                            point.trainLoss, point.validationLoss, point.learningRate, point.gradientNorm,
                            simulated ? kSimulated : kMeasured);
    }
    return writeFile(path, text);
}

bool looksLikeTrainLog(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return hasHeader(stream);
}

Expected<TrainLog> readTrainLog(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    if (!stream) {
        return badInput("The file cannot be opened.", path.string());
    }
    std::error_code unknown;
    if (!hasHeader(stream) || std::filesystem::file_size(path, unknown) > kMostBytes || unknown) {
        return badInput("The file is no training log.", path.string());
    }
    TrainLog log;
    std::size_t number = 1;
    for (std::string line; std::getline(stream, line);) {
        ++number;
        if (stream.eof()) {
            break;  // without its end
        }
        model::TrainPoint point;
        if (!parse(line, point, log.simulated)) {
            return badInput("The line is none of a training log.", fmt::format("{}:{}", path.string(), number));
        }
        log.points.push_back(point);
    }
    return log;
}

std::filesystem::path checkpointPath(const std::filesystem::path& model) {
    return std::filesystem::path(model) += ".checkpoint";
}

std::filesystem::path logPath(const std::filesystem::path& model) {
    return std::filesystem::path(model) += ".csv";
}

}  // namespace mimesys::training
