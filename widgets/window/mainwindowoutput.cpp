// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/exporter.h"
#include "panels/banner.h"
#include "session/sessionkeeper.h"
#include "timeline/format.h"
#include "window/actions.h"
#include "window/dialogs.h"
#include "window/mainwindow.h"
#include "window/pages.h"

#include <QAction>

// Pictures, values and reports of what is on screen; the rest of the window stands in mainwindow.cpp.
namespace mimesys::widgets {

void MainWindow::connectOutput() {
    m_exporter = new Exporter(
        &m_document, &m_state, m_workflow.runner(), [this] { return m_pages->currentWidget(); },
        [this] {
            const QString session = m_session->name();
            return session.isEmpty() ? windowTitle().remove(QStringLiteral("[*]")) : session;
        },
        this);
    connect(m_exporter, &Exporter::written, this, [this](const std::filesystem::path& path) {
        m_banner->show(Banner::Kind::Done, tr("%1 was written.").arg(toQString(path.string())));
    });
    const auto ask = [this](QAction* action, const QString& title, const QString& suffix, const QString& filter) {
        connect(action, &QAction::triggered, this, [this, title, suffix, filter] {
            chooseTarget(this, title, suffix, filter, [this](const QString& name) { m_exporter->write(name); });
        });
    };
    ask(m_actions->exportRange, tr("Export the visible values"), QStringLiteral("csv"), tr("Tables (*.csv)"));
    ask(m_actions->exportReport, tr("Export a report"), QStringLiteral("html"), tr("Pages (*.html)"));
    connect(m_actions->exportPicture, &QAction::triggered, this, [this] {
        choosePicture(this, [this](const QString& name, double scale) { m_exporter->write(name, scale); });
    });
}

void MainWindow::setPageSize(const QSize& size) {
    m_pages->setFixedSize(size);
    adjustSize();
}

}  // namespace mimesys::widgets
