// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/collectionpanel.h"
#include "window/actions.h"
#include "window/mainwindow.h"

#include <QAction>

// Collecting training data; the rest of the window stands in mainwindow.cpp.
namespace mimesys::widgets {

void MainWindow::connectCollecting() {
    CollectionForm* form = m_collection->form();
    connect(m_collection, &CollectionPanel::shown, &m_workflow, &Workflow::openInstalledCollection);
    connect(form, &CollectionForm::collectionRequested, this,
            [this](const CollectChoice& choice) { m_workflow.collect(choice); });
    connect(form, &CollectionForm::stopRequested, this, [this] { m_workflow.runner()->stop(JobKind::Collect); });
    connect(m_workflow.runner(), &JobRunner::jobProgressed, form, [form](const Job* job) {
        if (job->kind() == JobKind::Collect) {
            form->setProgress(*job);
        }
    });
    const auto takeInstalled = [this, form] {
        form->setInstalled(m_workflow.installed());
    };
    connect(&m_workflow, &Workflow::installedFound, this, takeInstalled);
    takeInstalled();  // they may have been found already
    connect(&m_workflow, &Workflow::collectionOpened, this, [this] { m_actions->collection->setChecked(true); });
}

}  // namespace mimesys::widgets
