// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/generatejob.h"
#include "jobs/job.h"
#include "jobs/openjob.h"
#include "jobs/runjob.h"
#include "models/document.h"

#include <QObject>
#include <filesystem>
#include <optional>

namespace mimesys::widgets {

// What the user can have done, in terms of the document: starts the jobs, takes their results into the document and
// goes on to the next step by itself (a run or a second trace is scored). Knows no widget.
class Workflow : public QObject {
    Q_OBJECT
public:
    struct Options {
        std::filesystem::path dataset;           // empty = the one installed for this machine
        std::filesystem::path scratchDirectory;  // empty = default
        double collectSeconds = 120.0;
        std::filesystem::path calibration;  // empty = the one installed for this machine
        double doseSeconds = 0.0;           // of its doses; 0 = default
    };

    Workflow(Document* document, Options options, QObject* parent = nullptr);

    [[nodiscard]] JobRunner* runner() { return &m_runner; }

    void open(const std::vector<FileRequest>& files);
    void generate(generation::Method method);
    // Collects training data for this machine, then generates if that is what it was wanted for.
    void collect(std::optional<generation::Method> thenGenerate);
    // Shows what is known of this machine's stressors, if anything is.
    void openInstalledCalibration();
    // Measures the stressors of this machine; what is measured already stays unless `restart` is set.
    void calibrate(bool restart);
    // A plan for more CPUs than this process may use is not run but offered for folding, unless folding was chosen.
    enum class Fit { Ask, Fold };
    void run(Fit fit = Fit::Ask);
    void stop();  // what runs, collects, calibrates or generates; keeps a run's recording

    [[nodiscard]] bool canGenerate() const { return m_document->real() && !isMachineBusy(); }
    [[nodiscard]] bool canRun() const { return m_document->plan() && !isMachineBusy(); }
    [[nodiscard]] bool canStop() const;
    // Something is executed here: what else loads the machine would spoil its measurement.
    [[nodiscard]] bool isMachineBusy() const {
        return m_runner.isRunning(JobKind::Run) || m_runner.isRunning(JobKind::Collect) ||
               m_runner.isRunning(JobKind::Calibrate);
    }

    enum class Export { Workload, Plan, Emulated, Score };
    [[nodiscard]] bool canExport(Export what) const;
    void exportTo(Export what, const QString& path);

Q_SIGNALS:
    void failed(const QString& sentence);
    void done(const QString& sentence);
    // No training data for this machine: offer to collect it.
    void datasetMissing(mimesys::generation::Method method);
    // The plan is for more CPUs than there are: offer to fold it onto them.
    void planTooWide(int rows, int cpus);
    // The file of this machine's calibration cannot be read or continued: offer to make it anew.
    void calibrationUnusable(const QString& sentence);
    // Traces or plans were opened by name: they want to be seen.
    void filesOpened();
    // A calibration was opened by name: it wants to be seen.
    void calibrationOpened();
    void runEnded(const mimesys::widgets::RunOutcome& outcome);

private:
    void take(OpenedFiles opened);
    void scoreSides();
    void startExport(const QString& title,
                     std::function<Cancellable<std::filesystem::path>(const JobRunner::Context&)> work);

    Document* m_document;
    Options m_options;
    JobRunner m_runner;
};

}  // namespace mimesys::widgets
