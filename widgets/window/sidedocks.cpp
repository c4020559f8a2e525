// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/sidedocks.h"

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
    } else {
        comeBack();
        m_aside.clear();
        m_fronts.clear();
    }
}

void SideDocks::stepAside() {
    m_aside.clear();
    m_fronts.clear();
    for (QDockWidget* dock : m_docks) {
        if (!dock->isHidden() && !dock->isFloating()) {
            m_aside.push_back(dock);
            // Of docks that lie on each other, all are shown and one is seen.
            if (!dock->visibleRegion().isEmpty()) {
                m_fronts.push_back(dock);
            }
        }
    }
    for (QDockWidget* dock : m_aside) {
        dock->hide();
    }
}

void SideDocks::comeBack() const {
    for (QDockWidget* dock : m_aside) {
        dock->show();
    }
    for (QDockWidget* dock : m_fronts) {
        dock->raise();
    }
}

void SideDocks::show(QDockWidget* dock) {
    if (!m_isAside) {
        dock->show();
    } else if (dock->isHidden() && !isAside(dock)) {
        m_aside.push_back(dock);
    }
}

void SideDocks::hide(QDockWidget* dock) {
    dock->hide();
    std::erase(m_aside, dock);
    std::erase(m_fronts, dock);
}

void SideDocks::raise(QDockWidget* dock) {
    if (isAside(dock)) {
        m_fronts.push_back(dock);
    } else if (!dock->isHidden()) {
        dock->raise();
    }
}

bool SideDocks::isAside(const QDockWidget* dock) const {
    return std::ranges::find(m_aside, dock) != m_aside.end();
}

QByteArray SideDocks::layout() const {
    if (!m_isAside) {
        return m_window->saveState(kLayoutVersion);
    }
    // Only Qt knows how a layout is written; nothing is painted between these lines.
    m_window->setUpdatesEnabled(false);
    comeBack();
    const QByteArray layout = m_window->saveState(kLayoutVersion);
    for (QDockWidget* dock : m_aside) {
        dock->hide();
    }
    m_window->setUpdatesEnabled(true);
    return layout;
}

void SideDocks::restore(const QByteArray& layout) {
    if (m_window->restoreState(layout, kLayoutVersion) && m_isAside) {
        stepAside();
    }
}

}  // namespace mimesys::widgets
