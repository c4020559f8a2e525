// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/job.h"
#include "models/document.h"

#include <filesystem>
#include <functional>
#include <optional>

namespace mimesys::widgets {

[[nodiscard]] Expected<LoadedCalibration> loadCalibration(const std::filesystem::path& path, const QString& name);

// The calibration a path names, or the one installed for this machine; a null one when there is none yet.
[[nodiscard]] Cancellable<LoadedCalibration> openCalibration(const std::filesystem::path& path);

struct CalibrateRequest {
    std::filesystem::path path;  // empty = the one installed for this machine
    std::filesystem::path scratchDirectory;
    double doseSeconds = 0.0;  // 0 = default
    bool restart = false;
    // Called from the job's thread with what is known so far; may be empty.
    std::function<void(const LoadedCalibration&)> onSignature;
};
[[nodiscard]] Cancellable<LoadedCalibration> calibrateMachine(const CalibrateRequest& request,
                                                              const JobRunner::Context& context);

}  // namespace mimesys::widgets
