// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/recentfiles.h"

#include <QAction>
#include <QDir>
#include <QFileInfo>
#include <QMenu>
#include <QSettings>

namespace mimesys::widgets {
namespace {

const QString kKey = QStringLiteral("recentFiles");

}  // namespace

RecentFiles::RecentFiles(QMenu* menu, std::shared_ptr<QSettings> settings, QObject* parent)
    : QObject(parent), m_menu(menu), m_settings(std::move(settings)) {
    connect(menu, &QMenu::aboutToShow, this, &RecentFiles::fill);
    menu->setEnabled(!files().isEmpty());
}

QStringList RecentFiles::files() const {
    return m_settings->value(kKey).toStringList();
}

void RecentFiles::add(const QString& path) {
    const QFileInfo file(path);
    if (!file.exists()) {
        return;
    }
    QStringList known = files();
    known.removeAll(file.absoluteFilePath());
    known.prepend(file.absoluteFilePath());
    m_settings->setValue(kKey, QStringList(known.mid(0, kMost)));
    m_menu->setEnabled(true);
}

void RecentFiles::fill() {
    m_menu->clear();
    QStringList there;
    for (const QString& path : files()) {
        if (!QFileInfo::exists(path)) {
            continue;
        }
        there += path;
        const QFileInfo file(path);
        // Names repeat from folder to folder; an ampersand would underline what follows it.
        QString text = tr("%1 – %2").arg(file.fileName(), QDir::toNativeSeparators(file.path()));
        QAction* action = m_menu->addAction(text.replace(QLatin1Char('&'), QStringLiteral("&&")));
        action->setData(path);
        connect(action, &QAction::triggered, this, [this, path] { Q_EMIT chosen(path); });
    }
    m_settings->setValue(kKey, there);
    m_menu->addSeparator();
    QAction* clear = m_menu->addAction(tr("&Clear this list"));
    clear->setObjectName(QStringLiteral("clearRecent"));
    clear->setEnabled(!there.isEmpty());
    connect(clear, &QAction::triggered, this, [this] {
        m_settings->remove(kKey);
        m_menu->setEnabled(false);
    });
}

}  // namespace mimesys::widgets
