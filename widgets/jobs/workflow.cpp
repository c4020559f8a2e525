// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/workflow.h"

#include "jobs/calibratejob.h"
#include "jobs/exportjob.h"
#include "jobs/scorejob.h"
#include "models/paths.h"
#include "timeline/format.h"

#include <QFileInfo>

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
        [this](OpenedFiles opened) { take(std::move(opened)); }, {{}, [this, files] {
                                                                      open(files);
                                                                  }});
}

void Workflow::take(OpenedFiles opened) {
    if (opened.real && m_runner.isRunning(JobKind::Record)) {
        opened.errors.push_back(
            {ErrorCode::Failed,
             tr("%1 was not opened: it would take the place of the recording in progress. Stop that "
                "first.")
                 .arg(opened.real->name)
                 .toStdString(),
             {}});
        opened.real.reset();
    }
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
    if (opened.testRun) {
        m_runner.stop(JobKind::TestRun);
        ++m_testRuns;
        m_document->setTestRun(*opened.testRun);
        Q_EMIT testRunOpened();
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
    scoreVersion(m_document->currentVersion());
}

void Workflow::scoreVersion(int id) {
    const Version* version = m_document->findVersion(id);
    if (!m_document->real() || version == nullptr || !version->emulated || version->emulated.growing ||
        m_document->real().growing) {
        return;
    }
    const evaluation::Real real(m_document->real().trace->tracePtr());
    const evaluation::Emulated emulated(version->emulated.trace->tracePtr());
    m_runner.start<ScorePtr>(
        JobKind::Score, tr("Scoring"),
        [real, emulated](const JobRunner::Context& context) { return scoreTraces(real, emulated, context); },
        [this, real, emulated, id](const ScorePtr& score) {
            const Version* scored = m_document->findVersion(id);
            const bool current = scored != nullptr && m_document->real() && scored->emulated &&
                                 m_document->real().trace->tracePtr() == *real &&
                                 scored->emulated.trace->tracePtr() == *emulated;
            if (current) {
                m_document->setScoreOf(id, score);
            }
        },
        {[this, id] { return m_document->findVersion(id) != nullptr; },
         [this, id] {
             scoreVersion(id);
         }});
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
        },
        {{}, [this] {
             openInstalledCalibration();
         }});
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
        },
        {[this] { return !isMachineBusy(); },
         [this] {
             calibrate(false);
         }});
}

void Workflow::stop() {
    for (const JobKind kind : {JobKind::Run, JobKind::Record, JobKind::Refine, JobKind::TestRun, JobKind::Collect,
                               JobKind::Calibrate, JobKind::Train, JobKind::Align, JobKind::Generate}) {
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
        case Export::Real:
            return m_document->real() && !m_document->real().growing;
        case Export::Emulated:
            return m_document->emulated() && !m_document->emulated().growing;
        case Export::Score:
            return m_document->score() != nullptr;
        case Export::TestRun:
            return bool(m_document->testRun()) && !m_runner.isRunning(JobKind::TestRun);
    }
    return false;
}

void Workflow::exportTo(Export what, const QString& name) {
    if (!canExport(what)) {
        return;
    }
    const std::filesystem::path path = toPath(name);
    switch (what) {
        case Export::Workload:
            startExport(m_document->plan().composition->planPtr(), path, &exportWorkload);
            break;
        case Export::Plan:
            startExport(m_document->plan().composition->planPtr(), path, &exportPlan);
            break;
        case Export::Real:
            startExport(m_document->real().trace->tracePtr(), path, &exportTrace);
            break;
        case Export::Emulated:
            startExport(m_document->emulated().trace->tracePtr(), path, &exportTrace);
            break;
        case Export::Score:
            startExport(m_document->score(), path, &exportScore);
            break;
        case Export::TestRun:
            startExport(m_document->testRun().report, path, &saveTestRun);
            break;
    }
}

template <typename T>
void Workflow::startExport(const std::shared_ptr<const T>& what, const std::filesystem::path& path, Write<T> write) {
    const QString name = toQString(path.filename().string());
    m_runner.start<std::filesystem::path>(
        JobKind::Export, tr("Exporting %1").arg(name),
        [what, path, write](const JobRunner::Context&) { return write(what, path); },
        [this](const std::filesystem::path& written) {
            Q_EMIT done(tr("%1 was written.").arg(toQString(written.string())));
        },
        {[kept = std::weak_ptr(what)] { return !kept.expired(); },
         [this, kept = std::weak_ptr(what), path, write] {
             if (const auto again = kept.lock()) {
                 startExport(again, path, write);
             }
         }});
}

}  // namespace mimesys::widgets
