// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "collection/calibration.h"

#include <nlohmann/json_fwd.hpp>

#include <filesystem>
#include <string>

namespace mimesys::collection {

// {"format": "mimesys-calibration", "version": 1, "fingerprint", "started_ns", "seed", "window_seconds",
// "dose_seconds", "visits", "scratch", "cpus", "doses", "unrecorded": {id: reason}, "machine", "stressors": [{"name",
// "class", "loads", "card_response", "unavailable", "cpu_error_points", "verdict", "sentence", "metrics": {id: {"unit",
// "provenance", "count", "mean", "deviation", "driven", "idle", "gain", …}}}]}; "count", "mean" and "deviation" are
// lists over the doses, null = not measured. Older files have no "visits" and no "scratch"; their "count" is of
// windows.
[[nodiscard]] nlohmann::ordered_json toJson(const Calibration& calibration);

// What is judged (driven, gain, verdict, …) stands in the file for other programs; here it is judged anew from the
// measurements. BadInput for anything that is no calibration, contradicts itself or is of a later version.
[[nodiscard]] Expected<Calibration> calibrationFromJson(const std::string& text);
[[nodiscard]] Expected<Calibration> readCalibration(const std::filesystem::path& path);
[[nodiscard]] Expected<void> writeCalibration(const Calibration& calibration, const std::filesystem::path& path);

// From the beginning of the file alone; false for a file that cannot be read.
[[nodiscard]] bool looksLikeCalibration(const std::filesystem::path& path);

// Beside the data set installed for this machine.
[[nodiscard]] std::filesystem::path installedCalibrationPath(const std::string& machineFingerprint);

}  // namespace mimesys::collection
