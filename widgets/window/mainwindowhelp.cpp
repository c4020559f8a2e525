// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/language.h"
#include "panels/banner.h"
#include "panels/welcome.h"
#include "service/resources.h"
#include "timeline/format.h"
#include "window/actions.h"
#include "window/commandpalette.h"
#include "window/mainwindow.h"
#include "window/shortcutsheet.h"

#include <QAction>
#include <QChildEvent>
#include <QTabBar>

// What helps to find one's way: the first page, commands, keys, languages; the rest of the window stands in
// mainwindow.cpp.
namespace mimesys::widgets {
namespace {

// Qt makes the tabs of docks that lie on each other as it needs them, and leaves them without a name.
class DockTabNamer : public QObject {
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::ChildPolished) {
            if (auto* tabs = qobject_cast<QTabBar*>(static_cast<QChildEvent*>(event)->child())) {
                tabs->setAccessibleName(MainWindow::tr("Panels"));
            }
        }
        return QObject::eventFilter(watched, event);
    }
};

}  // namespace

void MainWindow::connectHelp() {
    installEventFilter(new DockTabNamer(this));
    m_palette = new CommandPalette(this);
    connect(m_actions->palette, &QAction::triggered, m_palette, &CommandPalette::open);
    connect(m_actions->shortcuts, &QAction::triggered, this, [this] { showShortcutSheet(this); });
    connect(m_actions, &Actions::languageChosen, this, [this] {
        m_banner->show(Banner::Kind::Done, tr("The language changes when the studio is started the next time."));
    });
    connect(m_welcome, &Welcome::openRequested, m_actions->open, &QAction::trigger);
    connect(m_welcome, &Welcome::fileRequested, this, [this](const QString& name) { open({{name, FileRole::Auto}}); });
    // The way to begin is there when its command is.
    if (auto* record = findChild<QAction*>(QStringLiteral("record"))) {
        connect(m_welcome, &Welcome::recordRequested, record, &QAction::trigger);
        m_welcome->offer(Welcome::Beginning::Record);
    }
    if (service::findSampleSession()) {
        connect(m_welcome, &Welcome::sampleRequested, this, &MainWindow::openSample);
        m_welcome->offer(Welcome::Beginning::Sample);
    } else if (service::findDemoTrace()) {
        connect(m_welcome, &Welcome::sampleRequested, this, [this] {
            if (const auto trace = service::findDemoTrace()) {
                open({{toQString(trace->string()), FileRole::Real}});
            }
        });
        m_welcome->offer(Welcome::Beginning::Sample);
    }
}

}  // namespace mimesys::widgets
