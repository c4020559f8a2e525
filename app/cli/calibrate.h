// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "collection/calibrate.h"
#include "machine/machine.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

namespace mimesys::cli {

// `mimesys stressors --calibrate`, and what the list of stressors tells of its result.
struct CalibrateCommand {
    bool wanted = false;
    collection::CalibrateOptions options;
    std::string output;  // empty = this machine's
};
void addCalibrateOptions(CLI::App& command, CalibrateCommand& calibrate);
// Measures, then prints a row per metric that responds, or the whole calibration as JSON. Returns the exit code.
[[nodiscard]] int runCalibrate(const CalibrateCommand& calibrate, bool json, const std::stop_token& stop);

// The calibration installed for a machine; empty when there is none that can be read.
[[nodiscard]] std::optional<collection::Calibration> installedCalibration(const machine::Machine& machine);
// The metrics that respond to a stressor, with its gain at full dose, those first in which it stands out: as JSON, null
// when it was not measured, and the first few as text.
[[nodiscard]] nlohmann::json drivenJson(const collection::Calibration& calibration, std::string_view stressor);
[[nodiscard]] std::string drivenText(const nlohmann::json& driven);

}  // namespace mimesys::cli
