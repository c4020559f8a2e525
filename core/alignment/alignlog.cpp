// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "alignment/alignlog.h"

#include "base/atomicfile.h"

#include <fmt/format.h>

#include <string>

namespace mimesys::alignment {

Expected<void> writeAlignLog(std::span<const model::AlignPoint> points, bool simulated,
                             const std::filesystem::path& path) {
    std::string text =
        "iteration,seconds,windows,reward,reward_deviation,held_out_reward,divergence,clipped,forward_error,missing,"
        "data\n";
    for (const model::AlignPoint& point : points) {
        text += fmt::format("{},{:.2f},{},{:.6g},{:.6g},{:.6g},{:.6g},{:.6g},{:.6g},{},{}\n", point.iteration,
                            point.seconds, point.windows, point.reward, point.rewardDeviation, point.heldOutReward,
                            point.divergence, point.clipped, point.forwardError, point.missing,
                            simulated ? "simulated" : "measured");
    }
    return writeFile(path, text);
}

std::filesystem::path logPath(const std::filesystem::path& model) {
    return std::filesystem::path(model) += ".align.csv";
}

std::filesystem::path checkpointPath(const std::filesystem::path& model) {
    return std::filesystem::path(model) += ".checkpoint";
}

}  // namespace mimesys::alignment
