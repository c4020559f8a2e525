// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/workflow.h"

#include "jobs/calibratejob.h"
#include "jobs/exportjob.h"
#include "jobs/scorejob.h"
#include "timeline/format.h"

#include <QFile>
#include <QFileInfo>
#include <QThread>

namespace mimesys::widgets {
namespace {

constexpr int kFollowMs = 2000;

QString sentence(const Error& error) {
    return toQString(error.text());
}

// Making a calibration anew helps against a file that cannot be used, and against nothing else.
bool isOfFile(const Error& error) {
    std::error_code ignored;
    return error.code == ErrorCode::BadInput && std::filesystem::is_regular_file(error.place, ignored);
}

std::filesystem::path toPath(const QString& path) {
    return QFile::encodeName(path).toStdString();
}

}  // namespace

Workflow::Workflow(Document* document, Options options, QObject* parent)
    : QObject(parent), m_document(document), m_options(std::move(options)) {
    connect(&m_runner, &JobRunner::jobFailed, this, [this](JobKind kind, const Error& error) {
        const bool calibration = kind == JobKind::OpenCalibration || kind == JobKind::Calibrate;
        if (kind == JobKind::Train && error.place.ends_with(".checkpoint")) {
            Q_EMIT trainingUnusable(sentence(error), m_training);
        } else if (kind == JobKind::Align && error.place.ends_with(".checkpoint")) {
            Q_EMIT alignmentUnusable(sentence(error), m_alignment);
        } else if (calibration && isOfFile(error)) {
            Q_EMIT calibrationUnusable(sentence(error));
        } else {
            Q_EMIT failed(sentence(error));
        }
    });
    m_follow.setInterval(kFollowMs);
    connect(&m_follow, &QTimer::timeout, this, &Workflow::followLog);
    connect(document, &Document::trainingChanged, this, [this] {
        if (m_document->training().isLog) {
            m_follow.start();
        } else {
            m_follow.stop();
        }
    });
    m_followDataset.setInterval(kFollowMs);
    connect(&m_followDataset, &QTimer::timeout, this, &Workflow::followDataset);
    connect(document, &Document::collectionChanged, this, [this] { m_followDataset.start(); });
    findInstalledFiles();
}

void Workflow::open(const std::vector<FileRequest>& files) {
    if (files.empty()) {
        return;
    }
    const QString title = files.size() == 1 ? tr("Opening %1").arg(QFileInfo(files.front().path).fileName())
                                            : tr("Opening %n file(s)", nullptr, static_cast<int>(files.size()));
    m_runner.start<OpenedFiles>(
        JobKind::Open, title, [files](const JobRunner::Context& context) { return openFiles(files, context); },
        [this](OpenedFiles opened) { take(std::move(opened)); });
}

void Workflow::take(OpenedFiles opened) {
    if (opened.real) {
        // The plan that runs and the recording that grows belong to the old trace.
        m_runner.stop(JobKind::Run);
        m_runner.stop(JobKind::Refine);
        m_runner.stop(JobKind::Generate);
        m_document->setReal(*opened.real);
    }
    if (opened.plan) {
        m_runner.stop(JobKind::Refine);
        m_document->setPlan(*opened.plan);
    }
    if (opened.emulated) {
        m_document->setEmulated(*opened.emulated);
    }
    if (opened.real || opened.plan || opened.emulated) {
        Q_EMIT filesOpened();
    }
    if (opened.calibration) {
        m_document->setCalibration(*opened.calibration);
        Q_EMIT calibrationOpened();
    }
    if (opened.training) {
        m_document->setTraining(*opened.training);
        Q_EMIT trainingOpened();
    }
    if (opened.collection) {
        m_document->setCollection(*opened.collection);
        Q_EMIT collectionOpened();
    }
    QStringList sentences;
    for (const Error& error : opened.errors) {
        sentences += sentence(error);
    }
    if (!sentences.isEmpty()) {
        Q_EMIT failed(sentences.join(QStringLiteral("\n")));
    }
    scoreSides();
}

void Workflow::scoreSides() {
    if (!m_document->real() || !m_document->emulated()) {
        return;
    }
    const evaluation::Real real(m_document->real().trace->tracePtr());
    const evaluation::Emulated emulated(m_document->emulated().trace->tracePtr());
    m_runner.start<ScorePtr>(
        JobKind::Score, tr("Scoring"),
        [real, emulated](const JobRunner::Context& context) { return scoreTraces(real, emulated, context); },
        [this, real, emulated](const ScorePtr& score) {
            const bool current = m_document->real() && m_document->emulated() &&
                                 m_document->real().trace->tracePtr() == *real &&
                                 m_document->emulated().trace->tracePtr() == *emulated;
            if (current) {
                m_document->setScore(score);
            }
        });
}

void Workflow::openInstalledCalibration() {
    if (m_runner.isRunning(JobKind::OpenCalibration) || m_runner.isRunning(JobKind::Calibrate)) {
        return;
    }
    m_runner.start<LoadedCalibration>(
        JobKind::OpenCalibration, tr("Opening the calibration"),
        [path = m_options.calibration](const JobRunner::Context&) { return openCalibration(path); },
        [this](const LoadedCalibration& loaded) {
            if (loaded && !m_document->calibration()) {
                m_document->setCalibration(loaded);
            }
        });
}

void Workflow::calibrate(bool restart) {
    if (isMachineBusy()) {
        return;
    }
    CalibrateRequest request;
    request.path = m_options.calibration;
    request.scratchDirectory = m_options.scratchDirectory;
    request.doseSeconds = m_options.doseSeconds;
    request.restart = restart;
    // A calibration that was opened meanwhile stays in view.
    const auto show = [this, before = m_document->calibration().calibration](const LoadedCalibration& loaded) {
        const LoadedCalibration& shown = m_document->calibration();
        if (!shown || shown.name.isEmpty() || shown.calibration == before) {
            m_document->setCalibration(loaded);
        }
    };
    request.onSignature = [this, show](const LoadedCalibration& partial) {
        QMetaObject::invokeMethod(
            this, [show, partial] { show(partial); }, Qt::QueuedConnection);
    };
    m_runner.start<LoadedCalibration>(
        JobKind::Calibrate, tr("Calibrating"),
        [request](const JobRunner::Context& context) { return calibrateMachine(request, context); },
        [this, show](const LoadedCalibration& loaded) {
            show(loaded);
            Q_EMIT done(tr("The stressors of this machine are calibrated."));
        });
}

void Workflow::run(Fit fit) {
    if (!canRun()) {
        return;
    }
    const CompositionPtr composition = m_document->plan().composition;
    RunRequest request;
    request.plan = composition->planPtr();
    request.fit = fit == Fit::Fold;
    const int rows = static_cast<int>(request.plan->cpuCount());
    // Of the CPUs this process may use, as the executor counts them.
    if (const int cpus = QThread::idealThreadCount(); fit == Fit::Ask && rows > cpus) {
        Q_EMIT planTooWide(rows, cpus);
        return;
    }
    request.scratchDirectory = m_options.scratchDirectory;
    const auto belongs = [this, composition] {
        return m_document->plan().composition == composition;
    };
    request.onRecorded = [this, belongs](IndexedTracePtr recorded) {
        QMetaObject::invokeMethod(
            this,
            [this, belongs, recorded = std::move(recorded)] {
                if (belongs() && m_runner.isRunning(JobKind::Run)) {
                    m_document->setEmulated({recorded, tr("run in progress"), {}, {}, {}});
                }
            },
            Qt::QueuedConnection);
    };
    m_document->setEmulated({});
    m_runner.start<RunOutcome>(
        JobKind::Run, tr("Running %1").arg(m_document->plan().name),
        [request](const JobRunner::Context& context) { return runPlan(request, context); },
        [this, belongs](const RunOutcome& outcome) {
            if (belongs()) {
                m_document->setEmulated(outcome.emulated);
                if (!outcome.stopped) {
                    scoreSides();
                }
            }
            Q_EMIT runEnded(outcome);
        });
}

void Workflow::stop() {
    for (const JobKind kind : {JobKind::Run, JobKind::Refine, JobKind::Collect, JobKind::Calibrate, JobKind::Train,
                               JobKind::Align, JobKind::Generate}) {
        m_runner.stop(kind);
    }
}

bool Workflow::canStop() const {
    return isMachineBusy() || m_runner.isRunning(JobKind::Generate);
}

bool Workflow::canExport(Export what) const {
    switch (what) {
        case Export::Workload:
        case Export::Plan:
            return bool(m_document->plan());
        case Export::Emulated:
            return bool(m_document->emulated()) && !m_runner.isRunning(JobKind::Run);
        case Export::Score:
            return m_document->score() != nullptr;
    }
    return false;
}

void Workflow::exportTo(Export what, const QString& name) {
    if (!canExport(what)) {
        return;
    }
    const std::filesystem::path path = toPath(name);
    const QString title = tr("Exporting %1").arg(QFileInfo(name).fileName());
    const PlanPtr plan = m_document->plan() ? m_document->plan().composition->planPtr() : nullptr;
    const trace::TracePtr emulated = m_document->emulated() ? m_document->emulated().trace->tracePtr() : nullptr;
    switch (what) {
        case Export::Workload:
            startExport(title, [plan, path](const auto&) { return exportWorkload(plan, path); });
            break;
        case Export::Plan:
            startExport(title, [plan, path](const auto&) { return exportPlan(plan, path); });
            break;
        case Export::Emulated:
            startExport(title, [emulated, path](const auto&) { return exportTrace(emulated, path); });
            break;
        case Export::Score:
            startExport(title, [score = m_document->score(), path](const auto&) { return exportScore(score, path); });
            break;
    }
}

void Workflow::startExport(const QString& title,
                           std::function<Cancellable<std::filesystem::path>(const JobRunner::Context&)> work) {
    m_runner.start<std::filesystem::path>(JobKind::Export, title, std::move(work),
                                          [this](const std::filesystem::path& path) {
                                              Q_EMIT done(tr("%1 was written.").arg(toQString(path.string())));
                                          });
}

}  // namespace mimesys::widgets
