// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/workflow.h"
#include "viewstate/background.h"

// Collecting training data; the rest of the workflow stands in workflow.cpp.
namespace mimesys::widgets {

void Workflow::collect(std::optional<GenerateChoice> thenGenerate) {
    CollectChoice choice;
    choice.durationSeconds = m_options.collectSeconds;
    collect(choice, std::move(thenGenerate));
}

void Workflow::collect(const CollectChoice& choice, std::optional<GenerateChoice> thenGenerate) {
    if (isMachineBusy()) {
        return;
    }
    CollectRequest request{choice, m_options.scratchDirectory, {}};
    if (choice.executor == "local" && choice.dataset.empty()) {
        request.choice.dataset = m_options.dataset;
    }
    m_collectionIsNew = true;
    request.onRound = [this](const LoadedCollection& collection) {
        QMetaObject::invokeMethod(
            this,
            [this, collection] {
                // What was opened meanwhile stays in view.
                const bool shown = m_document->collection().path == collection.path || m_collectionIsNew;
                m_collectionIsNew = false;
                if (shown) {
                    m_document->setCollection(collection);
                }
            },
            Qt::QueuedConnection);
    };
    m_runner.start<CollectOutcome>(
        JobKind::Collect, tr("Collecting training data"),
        [request](const JobRunner::Context& context) { return collectDataset(request, context); },
        [this, thenGenerate](const CollectOutcome& outcome) { takeCollected(outcome, thenGenerate); },
        {[this] { return !isMachineBusy(); },
         [this, choice, thenGenerate] {
             collect(choice, thenGenerate);
         }});
}

void Workflow::takeCollected(const CollectOutcome& outcome, const std::optional<GenerateChoice>& thenGenerate) {
    QString sentence = tr("Training data collected: %n sample(s); %1.", nullptr, static_cast<int>(outcome.samples))
                           .arg(outcome.ending);
    if (outcome.collection.simulated) {
        sentence += QLatin1Char(' ') + tr("They are simulated.");
    }
    if (outcome.disturbed) {
        sentence += QLatin1Char(' ') + tr("Other work took %1 points of every CPU meanwhile; collect again when "
                                          "the machine is quiet.")
                                           .arg(outcome.backgroundPoints, 0, 'f', 0);
    }
    Q_EMIT done(sentence);
    findInstalledFiles();
    if (thenGenerate) {
        generate(*thenGenerate);
    }
}

void Workflow::openInstalledCollection() {
    if (m_document->collection() || m_runner.isRunning(JobKind::OpenCollection) ||
        m_runner.isRunning(JobKind::Collect)) {
        return;
    }
    m_runner.start<LoadedCollection>(
        JobKind::OpenCollection, tr("Opening the data set"),
        [named = m_options.dataset](const JobRunner::Context&) { return widgets::openInstalledCollection(named); },
        [this](const LoadedCollection& loaded) {
            if (loaded && !m_document->collection()) {
                m_document->setCollection(loaded);
            }
        },
        {{}, [this] {
             openInstalledCollection();
         }});
}

void Workflow::followDataset() {
    if (m_isFollowingDataset || !m_document->collection() || m_runner.isRunning(JobKind::Collect)) {
        return;
    }
    m_isFollowingDataset = true;
    inBackground(
        this, [shown = m_document->collection()] { return reloadCollection(shown); },
        [this](const std::optional<LoadedCollection>& read) {
            m_isFollowingDataset = false;
            if (read && m_document->collection().path == read->path && !m_runner.isRunning(JobKind::Collect)) {
                m_document->setCollection(*read);
            }
        });
}

}  // namespace mimesys::widgets
