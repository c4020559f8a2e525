// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "base/progress.h"
#include "dataset/dataset.h"
#include "plan/plan.h"

#include <cstdint>
#include <filesystem>
#include <stop_token>

namespace mimesys::collection {

struct CollectOptions {
    double durationSeconds = 120.0;  // of execution, over all sessions of a resumed collection
    double windowSeconds = 1.0;
    std::uint64_t seed = 1;
    std::filesystem::path scratchDirectory;  // empty = default
};

// Runs a sweep of single stressors over fractions, then random compositions, window after window on this machine, and
// appends what was measured to the data set at `path` after every round. An existing data set of this machine and these
// stressors is continued where it stopped; one of another machine is BadInput and left as it was. A cancelled
// collection keeps its finished rounds.
[[nodiscard]] Cancellable<dataset::Dataset> collect(const std::filesystem::path& path, const CollectOptions& options,
                                                    std::stop_token stop, const ProgressCallback& progress);

}  // namespace mimesys::collection
