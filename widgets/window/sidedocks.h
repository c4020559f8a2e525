// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <vector>

class QDockWidget;
class QMainWindow;

namespace mimesys::widgets {

// The panels beside the timelines. They step aside while a page that has nothing to do with them fills the window, and
// come back as they were. What floats stays, and so does what is opened meanwhile.
class SideDocks {
public:
    explicit SideDocks(QMainWindow* window) : m_window(window) {}
    void add(QDockWidget* dock) { m_docks.push_back(dock); }

    void setAside(bool aside);
    // Now, or when they are back.
    void show(QDockWidget* dock);
    void hide(QDockWidget* dock);
    void raise(QDockWidget* dock);

    // QMainWindow::saveState() as it is without a page in the way, and back; what is no layout changes nothing.
    [[nodiscard]] QByteArray layout() const;
    void restore(const QByteArray& layout);

private:
    void stepAside();
    void comeBack() const;
    [[nodiscard]] bool isAside(const QDockWidget* dock) const;

    QMainWindow* m_window;
    std::vector<QDockWidget*> m_docks;
    bool m_isAside = false;
    std::vector<QDockWidget*> m_aside;
    std::vector<QDockWidget*> m_fronts;  // of those that lie on each other, the last ones raised last
};

}  // namespace mimesys::widgets
