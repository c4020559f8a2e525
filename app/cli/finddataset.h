// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "dataset/dataset.h"
#include "evaluation/score.h"

#include <filesystem>
#include <map>
#include <string>

namespace mimesys::cli {

// The data set the user named, else the one installed for this machine. Unavailable when there is none.
[[nodiscard]] Expected<std::filesystem::path> findDataset(const std::string& named);

// The ranges of a data set's metrics as scoring takes them; CPU utilisation has its own.
[[nodiscard]] std::map<std::string, evaluation::Range> scoringRanges(const dataset::Dataset& dataset);

}  // namespace mimesys::cli
