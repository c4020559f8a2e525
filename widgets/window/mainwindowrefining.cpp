// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/banner.h"
#include "panels/refinementpanel.h"
#include "window/actions.h"
#include "window/mainwindow.h"

#include <QAction>
#include <QDockWidget>

// Refining plans; the rest of the window stands in mainwindow.cpp.
namespace mimesys::widgets {

void MainWindow::connectRefining() {
    const auto refine = [this] {
        m_banner->hide();
        m_sideDocks.show(m_refinementDock);
        m_sideDocks.raise(m_refinementDock);
        m_workflow.refine(m_refinement->rounds());
    };
    connect(m_actions->refine, &QAction::triggered, this, refine);
    connect(m_refinement, &RefinementPanel::refineRequested, this, refine);
    connect(m_refinement, &RefinementPanel::stopRequested, this,
            [this] { m_workflow.runner()->stop(JobKind::Refine); });
    connect(&m_workflow, &Workflow::responseMissing, this, [this] {
        m_banner->show(Banner::Kind::Offer,
                       tr("This machine has no training data and no model yet, so nothing is known of how it responds "
                          "to a correction. Collecting runs combinations of stressors on all CPUs and records what "
                          "they do; nothing else should be running."),
                       tr("Collect training data (about 2 minutes)"), [this] { m_workflow.collect(std::nullopt); });
    });
}

}  // namespace mimesys::widgets
