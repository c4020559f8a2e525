// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>
#include <memory>

class QMenu;
class QSettings;

namespace mimesys::widgets {

// The files and sessions opened last, kept between starts, as a menu. Those that are gone are left out.
class RecentFiles : public QObject {
    Q_OBJECT
public:
    static constexpr qsizetype kMost = 10;

    RecentFiles(QMenu* menu, std::shared_ptr<QSettings> settings, QObject* parent = nullptr);

    [[nodiscard]] QStringList files() const;  // newest first
    void add(const QString& path);

Q_SIGNALS:
    void chosen(const QString& path);

private:
    void fill();

    QMenu* m_menu;
    std::shared_ptr<QSettings> m_settings;
};

}  // namespace mimesys::widgets
