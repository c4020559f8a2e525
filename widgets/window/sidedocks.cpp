// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/sidedocks.h"

#include <QAction>
#include <QDockWidget>
#include <QMainWindow>
#include <algorithm>
#include <utility>

namespace mimesys::widgets {
namespace {

// Grows when docks of an older layout could not be put where they were.
constexpr int kLayoutVersion = 1;

}  // namespace

void SideDocks::setAside(bool aside) {
    if (aside == std::exchange(m_isAside, aside)) {
        return;
    }
    if (aside) {
        stepAside();
        return;
    }
    for (QDockWidget* dock : std::exchange(m_aside, {})) {
        dock->show();
    }
    if (QDockWidget* front = std::exchange(m_front, nullptr); front != nullptr && !front->isHidden()) {
        front->raise();
    }
}

void SideDocks::stepAside() {
    m_layout = m_window->saveState(kLayoutVersion);
    for (QDockWidget* dock : m_docks) {
        if (!dock->isHidden() && !dock->isFloating()) {
            m_aside.push_back(dock);
            // Docks that lie on each other are all shown, and one of them is seen.
            m_front = dock->visibleRegion().isEmpty() ? m_front : dock;
        }
    }
    for (QDockWidget* dock : m_aside) {
        dock->hide();
    }
}

void SideDocks::show(QDockWidget* dock) {
    if (!m_isAside) {
        dock->show();
    } else if (dock->isHidden() && std::ranges::find(m_aside, dock) == m_aside.end()) {
        m_aside.push_back(dock);
    }
}

void SideDocks::hide(QDockWidget* dock) {
    dock->hide();
    std::erase(m_aside, dock);
}

void SideDocks::raise(QDockWidget* dock) {
    if (m_isAside) {
        m_front = dock;
    } else {
        dock->raise();
    }
}

QByteArray SideDocks::layout() const {
    return m_isAside ? m_layout : m_window->saveState(kLayoutVersion);
}

void SideDocks::restore(const QByteArray& layout) {
    m_window->restoreState(layout, kLayoutVersion);
    if (m_isAside) {
        m_aside.clear();
        m_front = nullptr;
        stepAside();
    }
}

}  // namespace mimesys::widgets
