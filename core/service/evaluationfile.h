// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "service/evaluation.h"

#include <nlohmann/json_fwd.hpp>

#include <filesystem>
#include <string>

namespace mimesys::service {

// {"format": "mimesys-evaluation", "version", "executor", "simulated", "machine", "window_seconds", "seed", "inputs",
// "expected", "methods": {name: {"generation_seconds", "windows", "windows_per_second"}}, "table": [row], "trials":
// [trial]}. The table and the methods follow from the trials and are not read back.
[[nodiscard]] nlohmann::ordered_json toJson(const Evaluation& evaluation);
// BadInput when the text is no evaluation.
[[nodiscard]] Expected<Evaluation> evaluationFromJson(const std::string& text);

[[nodiscard]] Expected<Evaluation> readEvaluation(const std::filesystem::path& path);
[[nodiscard]] Expected<void> writeEvaluation(const Evaluation& evaluation, const std::filesystem::path& path);

}  // namespace mimesys::service
