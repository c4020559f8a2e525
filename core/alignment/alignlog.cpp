// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "alignment/alignlog.h"

#include "base/atomicfile.h"
#include "training/numberlog.h"

#include <fmt/format.h>

#include <string>

namespace mimesys::alignment {
namespace {

constexpr std::string_view kHeader =
    "iteration,seconds,windows,reward,reward_deviation,held_out_reward,divergence,clipped,forward_error,missing,data";
constexpr std::string_view kKind = "the log of an alignment";

}  // namespace

Expected<void> writeAlignLog(std::span<const model::AlignPoint> points, bool simulated,
                             const std::filesystem::path& path) {
    std::string text(kHeader);
    text += '\n';
    for (const model::AlignPoint& point : points) {
        text += fmt::format("{},{:.2f},{},{:.6g},{:.6g},{:.6g},{:.6g},{:.6g},{:.6g},{},{}\n", point.iteration,
                            point.seconds, point.windows, point.reward, point.rewardDeviation, point.heldOutReward,
                            point.divergence, point.clipped, point.forwardError, point.missing,
                            training::dataWord(simulated));
    }
    return writeFile(path, text);
}

bool looksLikeAlignLog(const std::filesystem::path& path) {
    return training::hasLogHeader(path, kHeader);
}

Expected<AlignLog> readAlignLog(const std::filesystem::path& path) {
    AlignLog log;
    const auto take = [&](std::span<const double> n) {
        const auto isCount = [](double value, double most) {
            return value >= 0.0 && value <= most;
        };
        constexpr double kMostIterations = 1e9;
        constexpr double kMostWindows = 1e15;
        if (!isCount(n[0], kMostIterations) || !isCount(n[2], kMostWindows) || !isCount(n[9], kMostIterations)) {
            return false;
        }
        log.points.push_back({static_cast<int>(n[0]), n[1], static_cast<std::int64_t>(n[2]), n[3], n[4], n[5], n[6],
                              n[7], n[8], static_cast<int>(n[9])});
        return true;
    };
    return training::readNumberLog(path, kHeader, kKind, take).map([&](bool simulated) {
        log.simulated = simulated;
        return std::move(log);
    });
}

std::filesystem::path logPath(const std::filesystem::path& model) {
    return std::filesystem::path(model) += ".align.csv";
}

std::filesystem::path checkpointPath(const std::filesystem::path& model) {
    return std::filesystem::path(model) += ".checkpoint";
}

}  // namespace mimesys::alignment
