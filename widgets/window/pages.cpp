// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/pages.h"

#include <QAction>
#include <algorithm>

namespace mimesys::widgets {

Pages::Pages(QWidget* welcome, QWidget* work, QWidget* focus, QWidget* parent)
    : QStackedWidget(parent), m_welcome(welcome), m_work(work), m_focus(focus) {
    addWidget(welcome);
    addWidget(work);
}

void Pages::add(QAction* command, QWidget* page) {
    addWidget(page);
    m_pages.push_back({command, page});
    connect(command, &QAction::toggled, this, [this, command](bool checked) {
        for (const Page& other : m_pages) {
            if (checked && other.command != command) {
                other.command->setChecked(false);
            }
        }
        refresh();
    });
}

void Pages::setEmpty(bool empty) {
    m_empty = empty;
    refresh();
}

void Pages::closeAll() {
    for (const Page& page : m_pages) {
        page.command->setChecked(false);
    }
}

bool Pages::isCommandPage() const {
    return currentWidget() != m_welcome && currentWidget() != m_work;
}

void Pages::refresh() {
    const auto chosen = std::ranges::find_if(m_pages, [](const Page& page) { return page.command->isChecked(); });
    QWidget* wanted = chosen != m_pages.end() ? chosen->widget : m_empty ? m_welcome : m_work;
    if (wanted != currentWidget()) {
        // Who works in a panel beside the pages goes on there.
        const QWidget* focus = window()->focusWidget();
        const bool isHere = focus == nullptr || isAncestorOf(focus);
        setCurrentWidget(wanted);
        if (wanted != m_work) {
            wanted->setFocus();
        } else if (isHere) {
            m_focus->setFocus();
        }
    }
    Q_EMIT pageChanged();
}

}  // namespace mimesys::widgets
