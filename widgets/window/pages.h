// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStackedWidget>
#include <vector>

class QAction;

namespace mimesys::widgets {

// What fills the window: the first-start page, the timelines, or one of the pages that a checkable command shows, of
// which at most one is shown.
class Pages : public QStackedWidget {
    Q_OBJECT
public:
    // `focus` gets the keyboard when `work` is shown, so that its keys work at once, unless a panel has it.
    Pages(QWidget* welcome, QWidget* work, QWidget* focus, QWidget* parent = nullptr);

    void add(QAction* command, QWidget* page);
    // Without a page of a command: whether there is something to work on.
    void setEmpty(bool empty);
    // Back to the timelines.
    void closeAll();
    [[nodiscard]] bool isCommandPage() const;

Q_SIGNALS:
    void pageChanged();

private:
    struct Page {
        QAction* command;
        QWidget* widget;
    };
    void refresh();

    QWidget* m_welcome;
    QWidget* m_work;
    QWidget* m_focus;
    std::vector<Page> m_pages;
    bool m_empty = true;
};

}  // namespace mimesys::widgets
