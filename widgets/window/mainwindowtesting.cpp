// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/testrunpanel.h"
#include "window/actions.h"
#include "window/mainwindow.h"

#include <QAction>

// Test runs; the rest of the window stands in mainwindow.cpp.
namespace mimesys::widgets {

void MainWindow::connectTesting() {
    TestRunForm* form = m_testRun->form();
    connect(form, &TestRunForm::testRequested, &m_workflow, &Workflow::testRun);
    connect(form, &TestRunForm::stopRequested, this, [this] { m_workflow.runner()->stop(JobKind::TestRun); });
    connect(m_workflow.runner(), &JobRunner::jobProgressed, form, [form](const Job* job) {
        if (job->kind() == JobKind::TestRun) {
            form->setProgress(*job);
        }
    });
    connect(m_actions->exportTestRun, &QAction::triggered, this, [this] { askForExport(Workflow::Export::TestRun); });
    connect(m_testRun, &TestRunPanel::saveRequested, m_actions->exportTestRun, &QAction::trigger);
    connect(&m_document, &Document::testRunChanged, this, &MainWindow::updateActions);
    connect(&m_document, &Document::planChanged, form, [this, form] { form->setPlan(m_document.plan()); });
    connect(&m_workflow, &Workflow::testRunOpened, this, [this] { m_actions->testRun->setChecked(true); });
}

}  // namespace mimesys::widgets
