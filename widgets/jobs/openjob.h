// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/job.h"
#include "models/document.h"

#include <QStringList>
#include <optional>

namespace mimesys::widgets {

// What a file is to be opened as. Auto takes plans, data sets, calibrations, models, training logs and reports of test
// runs as such, the first trace as the real one and a second as the emulated one.
enum class FileRole { Auto, Real, Emulated, Plan };

struct FileRequest {
    QString path;
    FileRole role = FileRole::Auto;
};

// What was read. A file that could not be read does not keep the others from being shown.
struct OpenedFiles {
    std::optional<LoadedTrace> real;
    std::optional<LoadedTrace> emulated;
    std::optional<LoadedPlan> plan;
    std::optional<LoadedCalibration> calibration;
    std::optional<LoadedTraining> training;
    std::optional<LoadedCollection> collection;
    std::optional<LoadedTestRun> testRun;
    std::vector<Error> errors;
    [[nodiscard]] bool isEmpty() const {
        return !real && !emulated && !plan && !calibration && !training && !collection;
    }
};

[[nodiscard]] Cancellable<OpenedFiles> openFiles(const std::vector<FileRequest>& files,
                                                 const JobRunner::Context& context);

}  // namespace mimesys::widgets
