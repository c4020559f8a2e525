// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "base/progress.h"
#include "dataset/dataset.h"
#include "learning/library.h"

#include <cstdint>
#include <filesystem>
#include <stop_token>

namespace mimesys::service {

// The model of this data set at `path`, trained within the budget unless it is there: a small network, as a data set of
// minutes does not fill a larger one.
[[nodiscard]] Cancellable<model::ModelPtr> obtainModel(const learning::Library& library,
                                                       const dataset::Dataset& dataset,
                                                       const std::filesystem::path& path, double budgetSeconds,
                                                       std::uint64_t seed, int threads, const std::stop_token& stop,
                                                       const ProgressCallback& progress);

}  // namespace mimesys::service
