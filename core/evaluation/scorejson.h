// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "evaluation/score.h"

#include <nlohmann/json_fwd.hpp>

namespace mimesys::evaluation {

// {"mean", "families": {name: dtw}, "metrics": {id: {"dtw", "rmse", "range": [low, high], "missing", "band",
// "provenance": {"real", "emulated"}}}, "only_real", "only_emulated", "windows": {"real", "emulated", "seconds"},
// "simulated": {"real", "emulated"}, "notes"}. An rmse without a window in common is null.
[[nodiscard]] nlohmann::json toJson(const Score& score);

}  // namespace mimesys::evaluation
