// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/edittexts.h"
#include "jobs/editjob.h"
#include "jobs/workflow.h"
#include "models/paths.h"
#include "timeline/format.h"
#include "viewstate/background.h"

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

// Of a request for a part of a plan: the plan, and the part.
std::optional<std::weak_ptr<const Composition>> planOf(const GenerateRequest& request) {
    return request.part ? std::optional(std::weak_ptr(request.part->plan.composition)) : std::nullopt;
}
std::optional<TimeRange> rangeOf(const GenerateRequest& request) {
    return request.part ? std::optional(TimeRange{request.part->range.beginNs, request.part->range.endNs})
                        : std::nullopt;
}

std::size_t pointCount(const LoadedTraining& training) {
    return training.points->size() + (training.alignment ? training.alignment->size() : 0);
}

}  // namespace

// Not a job: nobody waits for it.
void Workflow::findInstalledFiles() {
    inBackground(
        this, [named = withDefaults({})] { return findInstalled(named); },
        [this](const Expected<Installed>& found) {
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

Job* Workflow::generate(const GenerateChoice& choice) {
    return canGenerate() ? startGenerating({m_document->real(), choice, m_options.learning},
                                           tr("Generating a plan (%1)").arg(methodTitle(choice.method)))
                         : nullptr;
}

void Workflow::regenerate(const GenerateChoice& choice, TimeRange range) {
    if (canRegenerate()) {
        startGenerating({m_document->real(), choice, m_options.learning,
                         PlanPart{m_document->plan(), {range.beginNs, range.endNs}}},
                        tr("Making a part of the plan anew (%1)").arg(methodTitle(choice.method)));
    }
}

Job* Workflow::startGenerating(const GenerateRequest& wanted, const QString& title) {
    GenerateRequest request = wanted;
    request.choice.source = withDefaults(wanted.choice.source);
    return m_runner.start<GenerateOutcome>(
        JobKind::Generate, title,
        [request](const JobRunner::Context& context) { return generatePlan(request, context); },
        [this, wanted](const GenerateOutcome& outcome) {
            const bool otherPlan = wanted.part && m_document->plan().composition != wanted.part->plan.composition;
            if (m_document->real().trace == wanted.real.trace && !otherPlan) {
                takeGenerated(outcome, wanted);
            }
        },
        {[this, real = std::weak_ptr(request.real.trace), plan = planOf(request)] {
             return canGenerate() && m_document->real().trace == real.lock() &&
                    (!plan || m_document->plan().composition == plan->lock());
         },
         [this, choice = wanted.choice, range = rangeOf(request)] {
             if (range) {
                 regenerate(choice, *range);
             } else {
                 generate(choice);
             }
         }});
}

void Workflow::takeGenerated(const GenerateOutcome& outcome, const GenerateRequest& request) {
    const GenerateChoice& choice = request.choice;
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
        Q_EMIT misfit(misfitSentence(*outcome.misfit, outcome.modelCpus), choice, rangeOf(request));
        return;
    }
    if (request.part) {
        Q_EMIT planEdited(request.part->plan, edited(outcome.plan),
                          tr("Make anew by %1%2").arg(methodTitle(choice.method), spanText(request.part->range)));
        return;
    }
    m_document->addVersion(outcome.plan);
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
        },
        {{}, [this] {
             openInstalledTraining();
         }});
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
        },
        {[this] { return !isMachineBusy(); },
         [this, choice] {
             train(choice);
         }});
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
        },
        {[this] { return !isMachineBusy(); },
         [this, choice] {
             align(choice);
         }});
}

void Workflow::followLog() {
    const QString path = m_document->training().path;
    if (m_isFollowing) {
        return;
    }
    m_isFollowing = true;
    inBackground(
        this, [path] { return loadTraining(toPath(path)); },
        [this, path](const Expected<LoadedTraining>& read) {
            m_isFollowing = false;
            const LoadedTraining& shown = m_document->training();
            if (read && shown.isLog && shown.path == path && pointCount(shown) != pointCount(*read)) {
                m_document->setTraining(*read);
            }
        });
}

}  // namespace mimesys::widgets
