// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "heatmap/composition.h"
#include "jobs/workflow.h"
#include "timeline/format.h"

#include <QThread>

// Running plans and recording this machine; the rest of the workflow stands in workflow.cpp.
namespace mimesys::widgets {

Repeat Workflow::withPlan(const LoadedPlan& plan, std::function<void()> start) {
    const auto find = [this, wanted = std::weak_ptr(plan.composition)] {
        const CompositionPtr composition = wanted.lock();
        const auto& versions = m_document->versions();
        const auto found = std::ranges::find_if(
            versions, [&](const Version& version) { return composition && version.plan.composition == composition; });
        return found == versions.end() ? 0 : found->id;
    };
    return {[this, find] { return find() != 0 && !isMachineBusy(); },
            [this, find, start = std::move(start)] {
                if (const int id = find(); id != 0) {
                    m_document->openVersion(id);
                    start();
                }
            }};
}

Job* Workflow::run(Fit fit) {
    if (!canRun()) {
        return nullptr;
    }
    RunRequest request;
    request.plan = m_document->plan().composition->planPtr();
    request.fit = fit == Fit::Fold;
    const int rows = static_cast<int>(request.plan->cpuCount());
    // Of the CPUs this process may use, as the executor counts them.
    if (const int cpus = QThread::idealThreadCount(); fit == Fit::Ask && rows > cpus) {
        Q_EMIT planTooWide(rows, cpus);
        return nullptr;
    }
    request.scratchDirectory = m_options.scratchDirectory;
    if (m_document->emulated()) {
        m_document->addVersion(m_document->plan());
    }
    // Whatever is shown meanwhile, the recording belongs to the version whose plan runs.
    const auto version = std::make_shared<int>(m_document->currentVersion());
    request.onRecorded = [this, version](IndexedTracePtr recorded) {
        QMetaObject::invokeMethod(
            this,
            [this, version, recorded = std::move(recorded)] {
                if (m_runner.isRunning(JobKind::Run)) {
                    *version = m_document->setRecording(*version, {recorded, tr("run in progress"), {}, {}, {}, true});
                }
            },
            Qt::QueuedConnection);
    };
    m_runStopped = false;
    Job* job = m_runner.start<RunOutcome>(
        JobKind::Run, tr("Running %1").arg(m_document->plan().name),
        [request](const JobRunner::Context& context) { return runPlan(request, context); },
        [this, version](const RunOutcome& outcome) { takeRun(*version, outcome); },
        withPlan(m_document->plan(), [this, fit] { run(fit); }));
    // One that failed leaves what was seen of it.
    connect(job, &Job::ended, this, [this, version] {
        if (const Version* left = m_document->findVersion(*version); left != nullptr && left->emulated.growing) {
            LoadedTrace interrupted = left->emulated;
            interrupted.growing = false;
            interrupted.name = tr("interrupted run");
            m_document->setRecording(*version, interrupted);
        }
    });
    return job;
}

void Workflow::takeRun(int version, const RunOutcome& outcome) {
    m_runStopped = outcome.stopped;
    const int taken = m_document->setRecording(version, outcome.emulated);
    if (!outcome.stopped) {
        scoreVersion(taken);
    }
    Q_EMIT runEnded(outcome);
}

void Workflow::record(const RecordChoice& choice) {
    if (isMachineBusy()) {
        return;
    }
    RecordRequest request{choice, {}, {}};
    m_recordingIsNew = true;
    request.onRecorded = [this](IndexedTracePtr recorded) {
        QMetaObject::invokeMethod(
            this,
            [this, recorded = std::move(recorded)] {
                takeRecording({recorded, tr("recording in progress"), {}, {}, {}, true});
            },
            Qt::QueuedConnection);
    };
    // Whatever becomes of its file.
    request.onComplete = [this](const LoadedTrace& recording) {
        QMetaObject::invokeMethod(
            this, [this, recording] { takeRecording(recording); }, Qt::QueuedConnection);
    };
    const QString what = choice.command.empty() ? tr("this machine") : toQString(choice.command.front());
    const Job* job = m_runner.start<RecordOutcome>(
        JobKind::Record, tr("Recording %1").arg(what),
        [request](const JobRunner::Context& context) { return recordMachine(request, context); },
        [this, choice](const RecordOutcome& outcome) { takeRecorded(outcome, choice); },
        {[this] { return !isMachineBusy(); },
         [this, choice] {
             record(choice);
         }});
    connect(job, &Job::ended, this, [this] {
        LoadedTrace left = m_document->real();
        if (left.growing) {
            left.growing = false;
            left.name = tr("interrupted recording");
            m_document->replaceReal(left);
        }
    });
}

void Workflow::takeRecording(const LoadedTrace& recording) {
    if (!m_recordingIsNew) {
        m_document->replaceReal(recording);
        return;
    }
    m_recordingIsNew = false;
    m_document->setReal(recording);
    Q_EMIT filesOpened();
}

void Workflow::takeRecorded(const RecordOutcome& outcome, const RecordChoice& choice) {
    if (!outcome.trace) {
        return;
    }
    m_document->replaceReal(outcome.trace);
    QStringList sentences;
    if (choice.output.empty()) {
        Q_EMIT recordingUnsaved();
    } else {
        sentences += tr("%1 was written.").arg(outcome.trace.path);
    }
    if (!outcome.leftOut.empty()) {
        QStringList names;
        for (const std::string& name : outcome.leftOut) {
            names += toQString(name);
        }
        sentences += tr("Its format has no place for %1; export the real trace to a .h5 file to keep everything.")
                         .arg(names.join(QStringLiteral(", ")));
    }
    if (outcome.commandExit.value_or(0) != 0) {
        sentences += tr("The command ended with exit code %1; its recording is complete.").arg(*outcome.commandExit);
    }
    if (!sentences.isEmpty()) {
        Q_EMIT done(sentences.join(QLatin1Char(' ')));
    }
    scoreSides();
}

}  // namespace mimesys::widgets
