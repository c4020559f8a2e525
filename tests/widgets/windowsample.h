// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "collection/collector.h"
#include "core/collection/samplecalibration.h"
#include "core/model/machine.h"
#include "evaluation/score.h"
#include "model/description.h"
#include "samples.h"
#include "trace/read.h"
#include "window/mainwindow.h"

#include <QTemporaryDir>

// A window with something in every panel, for what is asked of all of them.
namespace mimesys::widgets::samples {

inline Workflow::Options nothingInstalled(const QTemporaryDir& folder) {
    Workflow::Options options;
    options.dataset = folder.filePath(QStringLiteral("no-dataset.h5")).toStdString();
    options.model = folder.filePath(QStringLiteral("no-model.safetensors")).toStdString();
    options.calibration = folder.filePath(QStringLiteral("no-calibration.json")).toStdString();
    options.scratchDirectory = folder.path().toStdString();
    return options;
}

// A trace with an odd place, a plan, its emulation and their score.
inline void fillComparison(Document* document) {
    constexpr int kCpus = 8;
    constexpr int kSeconds = 120;
    const auto odd = std::make_shared<const std::vector<trace::Diagnostic>>(std::vector{
        trace::Diagnostic{trace::Diagnostic::Severity::Warning, "clock-step", "the clock was set back", 12}});
    const auto real = machineTrace(kCpus, kSeconds);
    const auto emulated = machineTrace(kCpus, kSeconds, 2.0);
    document->setReal({indexed(real), QStringLiteral("real.h5"), {}, {}, odd});
    document->setPlan({std::make_shared<const Composition>(
                           randomPlan(kSeconds, kCpus, {"memcpy-l1", "hash-insert", "stream", "disk-write"})),
                       QStringLiteral("plan.h5"),
                       {}});
    document->setEmulated({indexed(emulated), QStringLiteral("emulated.h5"), {}, {}, {}});
    document->setScore(std::make_shared<const evaluation::Score>(
        evaluation::score(evaluation::Real(real), evaluation::Emulated(emulated)).value().value()));
}

// What the other pages show.
inline void fillPages(Document* document) {
    document->setCalibration({std::make_shared<const collection::Calibration>(sampleCalibration()),
                              QStringLiteral("calibration.json"), true});
    dataset::Dataset dataset = toy::dataset(120);
    for (std::size_t i = 0; i < dataset.sampleCount(); ++i) {
        dataset.rounds.push_back(static_cast<std::uint32_t>(i / 40));
    }
    dataset.finishedRounds = 3;
    document->setCollection({std::make_shared<const collection::RoundNews>(collection::newsOf(dataset)),
                             QStringLiteral("data.h5"), QStringLiteral("data.h5")});
    std::vector<model::TrainPoint> points;
    for (int i = 1; i <= 20; ++i) {
        model::TrainPoint point;
        point.step = i * 100;
        point.trainLoss = point.validationLoss = 1.0 / i;
        point.learningRate = point.gradientNorm = 0.1;
        points.push_back(point);
    }
    LoadedTraining training;
    training.points = std::make_shared<const std::vector<model::TrainPoint>>(std::move(points));
    training.name = QStringLiteral("model.csv");
    training.isLog = true;
    document->setTraining(training);
}

}  // namespace mimesys::widgets::samples
