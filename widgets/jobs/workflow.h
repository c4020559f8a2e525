// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/alignjob.h"
#include "jobs/collectjob.h"
#include "jobs/generatejob.h"
#include "jobs/job.h"
#include "jobs/openjob.h"
#include "jobs/recordjob.h"
#include "jobs/refinejob.h"
#include "jobs/runjob.h"
#include "jobs/testrunjob.h"
#include "jobs/trainjob.h"
#include "models/document.h"

#include <QObject>
#include <QTimer>
#include <deque>
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
        std::filesystem::path model;        // empty = the one installed for this machine
        Learning learning = installedLearning();
        execution::Execute execute;  // where refinement runs plans; empty = this machine
    };

    Workflow(Document* document, Options options, QObject* parent = nullptr);

    [[nodiscard]] JobRunner* runner() { return &m_runner; }

    void open(const std::vector<FileRequest>& files);
    // Null when nothing was started.
    Job* generate(const GenerateChoice& choice);
    // Makes a plan by every method that works from a data set, a version each.
    void addBaselines();
    // Makes the windows of a range of the open plan anew.
    void regenerate(const GenerateChoice& choice, TimeRange range);
    // Changes the real trace or the open plan, each after the ones asked for before.
    void edit(const curation::TraceEdit& edit);
    void edit(const curation::PlanEdit& edit);
    // Compares the real trace with the emulation once more.
    void scoreSides();
    // Collects training data for this machine, then generates if that is what it was wanted for.
    void collect(std::optional<GenerateChoice> thenGenerate);
    void collect(const CollectChoice& choice, std::optional<GenerateChoice> thenGenerate = std::nullopt);
    // Shows what this machine's data set covers, if there is one.
    void openInstalledCollection();
    // Where this machine's data set and model are, those of the options first; empty until they are found.
    [[nodiscard]] const Installed& installed() const { return m_installed; }
    // Diffusion where there is a model and no data set was named.
    [[nodiscard]] PlanMethod defaultMethod() const;
    // Shows what is known of this machine's model, if anything is.
    void openInstalledTraining();
    void train(const TrainChoice& choice);
    void align(const AlignChoice& choice);
    // Shows what is known of this machine's stressors, if anything is.
    void openInstalledCalibration();
    // Measures the stressors of this machine; what is measured already stays unless `restart` is set.
    void calibrate(bool restart);
    // A plan for more CPUs than this process may use is not run but offered for folding, unless folding was chosen.
    enum class Fit { Ask, Fold };
    // Null when nothing was started.
    Job* run(Fit fit = Fit::Ask);
    // Runs every version that was not run yet, one after the other, until one fails or is stopped.
    void runAllVersions();
    // Records this machine; the recording becomes the real trace, and is seen while it grows.
    void record(const RecordChoice& choice);
    // Executes the plan, corrects it where the trace is missed, and repeats; every round enters the document.
    void refine(std::size_t rounds);
    // Runs a command alone and beside a workload in turn; every run enters the document.
    void testRun(const TestRunChoice& choice);
    // What runs, refines, tests, collects, calibrates, trains or generates; keeps a run's recording and finished
    // rounds.
    void stop();

    [[nodiscard]] bool canGenerate() const { return m_document->real() && !isExecuting(); }
    [[nodiscard]] bool canRegenerate() const { return m_document->plan() && canGenerate(); }
    [[nodiscard]] bool canEditTarget() const { return m_document->real() && !isComparing(); }
    [[nodiscard]] bool canEditPlan() const { return m_document->plan() && !isComparing(); }
    [[nodiscard]] bool canRun() const { return m_document->plan() && !isMachineBusy(); }
    [[nodiscard]] bool canRefine() const { return m_document->real() && canRun(); }
    [[nodiscard]] bool canStop() const;
    // Something is executed here: what else loads the machine would spoil its measurement.
    [[nodiscard]] bool isExecuting() const {
        return m_runner.isRunning(JobKind::Run) || m_runner.isRunning(JobKind::Refine) ||
               m_runner.isRunning(JobKind::Collect) || m_runner.isRunning(JobKind::Calibrate) ||
               m_runner.isRunning(JobKind::Align) || m_runner.isRunning(JobKind::Record) ||
               m_runner.isRunning(JobKind::TestRun);
    }
    // Something works on the open trace and plan that would not fit them any more.
    [[nodiscard]] bool isComparing() const {
        return m_runner.isRunning(JobKind::Run) || m_runner.isRunning(JobKind::Refine) ||
               m_runner.isRunning(JobKind::Generate);
    }
    // Nothing can be measured here: something is executed, or a training takes all CPUs.
    [[nodiscard]] bool isMachineBusy() const { return isExecuting() || m_runner.isRunning(JobKind::Train); }

    enum class Export { Workload, Plan, Real, Emulated, Score, TestRun };
    [[nodiscard]] bool canExport(Export what) const;
    void exportTo(Export what, const QString& path);

Q_SIGNALS:
    // Not in the document yet: the history of edits puts them there.
    void targetEdited(const mimesys::widgets::LoadedTrace& before, const mimesys::widgets::LoadedTrace& after,
                      const QString& what);
    void planEdited(const mimesys::widgets::LoadedPlan& before, const mimesys::widgets::LoadedPlan& after,
                    const QString& what);
    void failed(const QString& sentence);
    void done(const QString& sentence);
    // No training data for this machine: offer to collect it.
    void datasetMissing(const mimesys::widgets::GenerateChoice& choice);
    // Neither training data nor a model of this machine to refine by: offer to collect some.
    void responseMissing();
    // No model of this machine: offer to train one.
    void modelMissing();
    // The trace is of another machine than the model: offer to fit it.
    // `range` where a part of the plan was to be made anew.
    void misfit(const QString& sentence, const mimesys::widgets::GenerateChoice& choice,
                std::optional<mimesys::widgets::TimeRange> range);
    void installedFound();
    // The unfinished training there is another one: offer to begin anew.
    void trainingUnusable(const QString& sentence, const mimesys::widgets::TrainChoice& choice);
    // The unfinished alignment there is another one: offer to begin anew.
    void alignmentUnusable(const QString& sentence, const mimesys::widgets::AlignChoice& choice);
    // The history of a model or a log was opened by name: it wants to be seen.
    void trainingOpened();
    // A data set was opened by name: what it covers wants to be seen.
    void collectionOpened();
    // The plan is for more CPUs than there are: offer to fold it onto them.
    void planTooWide(int rows, int cpus);
    // The file of this machine's calibration cannot be read or continued: offer to make it anew.
    void calibrationUnusable(const QString& sentence);
    // Traces or plans were opened by name: they want to be seen.
    void filesOpened();
    // A calibration was opened by name: it wants to be seen.
    void calibrationOpened();
    // The report of a test run was opened by name: it wants to be seen.
    void testRunOpened();
    void runEnded(const mimesys::widgets::RunOutcome& outcome);
    // The machine was recorded, to no file: offer to write one.
    void recordingUnsaved();

private:
    void take(OpenedFiles opened);
    void tryNextMethod();
    void runNextVersion();
    void scoreVersion(int version);
    // Does it again as long as the plan is open: shows its version, then starts.
    [[nodiscard]] Repeat withPlan(const LoadedPlan& plan, std::function<void()> start);
    void takeRun(int version, const RunOutcome& outcome);
    void takeRecording(const LoadedTrace& recording);
    void takeRecorded(const RecordOutcome& outcome, const RecordChoice& choice);
    void findInstalledFiles();
    void takeCollected(const CollectOutcome& outcome, const std::optional<GenerateChoice>& thenGenerate);
    void beginEdit();
    Job* startGenerating(const GenerateRequest& request, const QString& title);
    void takeGenerated(const GenerateOutcome& outcome, const GenerateRequest& request);
    // Takes a training or alignment into the document from its job's thread, while nothing else is looked at there.
    [[nodiscard]] std::function<void(const LoadedTraining&)> showGrowing();
    void followLog();
    void takeRound(int id, const RefinedRound& round);
    void takeRefined(int id, const RefineOutcome& outcome);
    void followDataset();
    [[nodiscard]] Installed withDefaults(const Installed& chosen) const;
    template <typename T>
    using Write = Cancellable<std::filesystem::path> (*)(const std::shared_ptr<const T>& what,
                                                         const std::filesystem::path& path);
    template <typename T>
    void startExport(const std::shared_ptr<const T>& what, const std::filesystem::path& path, Write<T> write);

    Document* m_document;
    Options m_options;
    JobRunner m_runner;
    Installed m_installed;
    std::deque<std::function<Job*()>> m_edits;  // that wait; empty result = nothing to do any more
    int m_refinements = 0;                      // that were begun
    int m_testRuns = 0;                         // that were begun or opened
    TrainChoice m_training;                     // what is or was trained last
    AlignChoice m_alignment;
    std::vector<PlanMethod> m_methodsToTry;
    std::vector<int> m_versionsToRun;  // by id
    bool m_runStopped = false;         // the last run was
    bool m_recordingIsNew = false;
    bool m_trainingIsNew = false;
    bool m_collectionIsNew = false;
    QTimer m_follow;  // of a log that may grow
    bool m_isFollowing = false;
    QTimer m_followDataset;  // that may grow
    bool m_isFollowingDataset = false;
};

}  // namespace mimesys::widgets
