// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "window/commands.h"

#include <QFrame>
#include <QStringList>

class QLabel;
class QLineEdit;
class QTreeWidget;

namespace mimesys::widgets {

// Everything the window can do, found by typing. It lies over the upper part of the window, needs no mouse, and reads
// the commands anew each time it opens.
class CommandPalette : public QFrame {
    Q_OBJECT
public:
    explicit CommandPalette(QMainWindow* window);

    void open();
    // Names of the commands chosen, the last one first; for whoever keeps them between two starts.
    [[nodiscard]] const QStringList& recent() const { return m_recent; }
    void setRecent(const QStringList& names);

Q_SIGNALS:
    void recentChanged(const QStringList& names);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void list();
    void place();
    void explain();
    void choose();
    void close();
    [[nodiscard]] const Command* current() const;

    QMainWindow* m_window;
    QLineEdit* m_edit;
    QTreeWidget* m_list;
    QLabel* m_about;
    std::vector<Command> m_commands;
    QStringList m_recent;
    QPointer<QWidget> m_focusBefore;
};

}  // namespace mimesys::widgets
