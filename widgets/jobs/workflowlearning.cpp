// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/workflow.h"
#include "timeline/format.h"

#include <QFile>
#include <QtConcurrentRun>

// Making plans and models; the rest of the workflow stands in workflow.cpp.
namespace mimesys::widgets {
namespace {

QString misfitSentence(const generation::Misfit& misfit, int modelCpus) {
    QStringList parts;
    if (misfit.traceCpus != 0) {
        parts += Workflow::tr("The trace has %n CPU(s) and the model %1; fitting averages or repeats them.", nullptr,
                              misfit.traceCpus)
                     .arg(modelCpus);
    }
    if (!misfit.unknownStressors.empty()) {
        QStringList names;
        for (const std::string& name : misfit.unknownStressors) {
            names += toQString(name);
        }
        parts += Workflow::tr("The model uses stressors this program does not have, which fitting leaves out: %1.")
                     .arg(names.join(QStringLiteral(", ")));
    }
    return parts.join(QLatin1Char(' '));
}

std::size_t pointCount(const LoadedTraining& training) {
    return training.points->size() + (training.alignment ? training.alignment->size() : 0);
}

}  // namespace

// Not a job: nobody waits for it.
void Workflow::findInstalledFiles() {
    QtConcurrent::run([named = withDefaults({})] {
        return findInstalled(named);
    }).then(this, [this](const Expected<Installed>& found) {
        if (found) {
            m_installed = *found;
            Q_EMIT installedFound();
        }
    });
}

Installed Workflow::withDefaults(const Installed& chosen) const {
    return {chosen.dataset.empty() ? m_options.dataset : chosen.dataset,
            chosen.model.empty() ? m_options.model : chosen.model};
}

PlanMethod Workflow::defaultMethod() const {
    const bool model = m_installed.hasModel() && (m_options.dataset.empty() || !m_options.model.empty());
    return model ? PlanMethod::Diffusion : PlanMethod::Search;
}

void Workflow::generate(const GenerateChoice& choice) {
    if (!canGenerate()) {
        return;
    }
    GenerateRequest request{m_document->real(), choice, m_options.learning};
    request.choice.source = withDefaults(choice.source);
    m_runner.start<GenerateOutcome>(
        JobKind::Generate, tr("Generating a plan (%1)").arg(methodTitle(choice.method)),
        [request](const JobRunner::Context& context) { return generatePlan(request, context); },
        [this, real = request.real.trace, choice](const GenerateOutcome& outcome) {
            if (m_document->real().trace == real) {
                takeGenerated(outcome, choice);
            }
        });
}

void Workflow::takeGenerated(const GenerateOutcome& outcome, const GenerateChoice& choice) {
    const bool diffusion = choice.method == PlanMethod::Diffusion;
    if (outcome.sourceMissing) {
        const std::filesystem::path& named = diffusion ? choice.source.model : choice.source.dataset;
        if (!named.empty()) {
            Q_EMIT failed(tr("There is no file %1.").arg(toQString(named.string())));
        } else if (diffusion) {
            Q_EMIT modelMissing();
        } else {
            Q_EMIT datasetMissing(choice);
        }
        return;
    }
    if (outcome.misfit) {
        Q_EMIT misfit(misfitSentence(*outcome.misfit, outcome.modelCpus), choice);
        return;
    }
    m_document->setEmulated({});
    m_document->setPlan(outcome.plan);
}

void Workflow::openInstalledTraining() {
    if (m_document->training() || m_runner.isRunning(JobKind::OpenTraining) || m_runner.isRunning(JobKind::Train)) {
        return;
    }
    m_runner.start<LoadedTraining>(
        JobKind::OpenTraining, tr("Opening the model"),
        [named = withDefaults({})](const JobRunner::Context&) { return widgets::openInstalledTraining(named); },
        [this](const LoadedTraining& loaded) {
            if (loaded && !m_document->training()) {
                m_document->setTraining(loaded);
            }
        });
}

std::function<void(const LoadedTraining&)> Workflow::showGrowing() {
    m_trainingIsNew = true;
    return [this](const LoadedTraining& training) {
        QMetaObject::invokeMethod(
            this,
            [this, training] {
                // What was opened meanwhile stays in view.
                const bool shown = m_document->training().path == training.path || m_trainingIsNew;
                m_trainingIsNew = false;
                if (shown) {
                    m_document->setTraining(training);
                }
            },
            Qt::QueuedConnection);
    };
}

void Workflow::train(const TrainChoice& choice) {
    if (isMachineBusy()) {
        return;
    }
    m_training = choice;
    TrainRequest request{choice, m_options.learning, showGrowing()};
    request.choice.files = withDefaults(choice.files);
    m_runner.start<LoadedTraining>(
        JobKind::Train, tr("Training"),
        [request](const JobRunner::Context& context) { return trainModel(request, context); },
        [this](const LoadedTraining& trained) {
            if (m_document->training().path == trained.path) {
                m_document->setTraining(trained);
            }
            findInstalledFiles();
            Q_EMIT done(tr("The model %1 is trained.").arg(trained.path));
        });
}

void Workflow::align(const AlignChoice& choice) {
    if (isMachineBusy()) {
        return;
    }
    m_alignment = choice;
    AlignRequest request{choice, m_options.learning, m_options.scratchDirectory, showGrowing()};
    request.choice.files = withDefaults(choice.files);
    m_runner.start<LoadedTraining>(
        JobKind::Align, tr("Aligning"),
        [request](const JobRunner::Context& context) { return alignModel(request, context); },
        [this](const LoadedTraining& aligned) {
            if (m_document->training().path == aligned.path) {
                m_document->setTraining(aligned);
            }
            Q_EMIT done(tr("The model %1 is aligned.").arg(aligned.path));
        });
}

void Workflow::followLog() {
    const QString path = m_document->training().path;
    if (m_isFollowing) {
        return;
    }
    m_isFollowing = true;
    QtConcurrent::run([path] {
        return loadTraining(QFile::encodeName(path).toStdString());
    }).then(this, [this, path](const Expected<LoadedTraining>& read) {
        m_isFollowing = false;
        const LoadedTraining& shown = m_document->training();
        if (read && shown.isLog && shown.path == path && pointCount(shown) != pointCount(*read)) {
            m_document->setTraining(*read);
        }
    });
}

}  // namespace mimesys::widgets
