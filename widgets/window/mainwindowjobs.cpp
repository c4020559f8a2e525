// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/banner.h"
#include "panels/jobspanel.h"
#include "panels/jobstatus.h"
#include "window/actions.h"
#include "window/commands.h"
#include "window/mainwindow.h"
#include "window/recorddialog.h"

#include <QAction>
#include <QDockWidget>
#include <QStatusBar>

// The list of jobs, and recording this machine; the rest of the window stands in mainwindow.cpp.
namespace mimesys::widgets {

void MainWindow::connectJobs() {
    auto* status = new JobStatus(m_workflow.runner(), this);
    statusBar()->addPermanentWidget(status);
    QAction* show = m_jobsDock->toggleViewAction();
    show->setObjectName(QStringLiteral("jobs"));
    show->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_J));
    show->setStatusTip(tr("Show every job with its progress and log"));
    connect(show, &QAction::triggered, this, [this](bool shown) {
        if (shown) {
            m_jobsDock->raise();
            m_jobs->setFocus();
        }
    });
    for (QAction* action : m_jobs->findChildren<QAction*>()) {
        setWhyNot(action, tr("choose a job in the list for which it is possible."));
    }
    connect(status, &JobStatus::clicked, this, [this] {
        m_jobsDock->show();
        m_jobsDock->raise();
        m_jobs->setFocus();
    });
    connect(m_actions->record, &QAction::triggered, this, [this] {
        auto* dialog = new RecordDialog(m_recordChoice, m_document.real().name, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &RecordDialog::chosen, this, [this](const RecordChoice& choice) {
            m_recordChoice = choice;
            m_recordChoice.output.clear();  // the next one is not to replace it
            m_banner->hide();
            m_workflow.record(choice);
        });
        dialog->open();
    });
    connect(&m_workflow, &Workflow::recordingUnsaved, this, [this] {
        m_banner->show(Banner::Kind::Offer, tr("The recording is in no file yet."), tr("Save it…"),
                       [this] { askForExport(Workflow::Export::Real); });
    });
}

}  // namespace mimesys::widgets
