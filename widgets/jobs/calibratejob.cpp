// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/calibratejob.h"

#include "collection/calibrate.h"
#include "collection/calibrationfile.h"
#include "machine/machine.h"
#include "models/paths.h"

namespace mimesys::widgets {
namespace {

LoadedCalibration ofThisMachine(collection::Calibration calibration) {
    return {std::make_shared<const collection::Calibration>(std::move(calibration)), {}, true};
}

}  // namespace

Expected<LoadedCalibration> loadCalibration(const std::filesystem::path& path, const QString& name) {
    auto calibration = collection::readCalibration(path);
    if (!calibration) {
        return tl::unexpected(calibration.error());
    }
    const auto machine = machine::discover();
    const bool ofThisMachine = machine && machine::fingerprint(*machine) == calibration->fingerprint;
    return LoadedCalibration{std::make_shared<const collection::Calibration>(std::move(*calibration)), name,
                             ofThisMachine, name.isEmpty() ? QString() : toName(path)};
}

Cancellable<LoadedCalibration> openCalibration(const std::filesystem::path& path) {
    std::filesystem::path file = path;
    if (file.empty()) {
        const auto machine = machine::discover();
        if (!machine) {
            return tl::unexpected(machine.error());
        }
        file = collection::installedCalibrationPath(machine::fingerprint(*machine));
    }
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored)) {
        return std::optional(LoadedCalibration());
    }
    return loadCalibration(file, {}).map([](LoadedCalibration loaded) { return std::optional(std::move(loaded)); });
}

Cancellable<LoadedCalibration> calibrateMachine(const CalibrateRequest& request, const JobRunner::Context& context) {
    collection::CalibrateOptions options;
    options.scratchDirectory = request.scratchDirectory;
    options.restart = request.restart;
    if (request.doseSeconds > 0.0) {
        options.doseSeconds = request.doseSeconds;
    }
    const auto onSignature = [&request](const collection::Calibration& calibration) {
        if (request.onSignature) {
            request.onSignature(ofThisMachine(calibration));
        }
    };
    auto calibration = collection::calibrate(request.path, options, context.stop, context.progress, onSignature);
    if (!calibration) {
        return tl::unexpected(calibration.error());
    }
    if (!*calibration) {
        return std::optional<LoadedCalibration>();
    }
    return std::optional(ofThisMachine(std::move(**calibration)));
}

}  // namespace mimesys::widgets
