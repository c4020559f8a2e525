// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/toolbarfit.h"

#include <QEvent>
#include <QLayout>
#include <QToolBar>
#include <QToolButton>

namespace mimesys::widgets {

ToolBarFit::ToolBarFit(QToolBar* bar) : QObject(bar), m_bar(bar) {
    for (QAction* action : bar->actions()) {
        auto* button = qobject_cast<QToolButton*>(bar->widgetForAction(action));
        if (button != nullptr && button->toolButtonStyle() != Qt::ToolButtonIconOnly) {
            m_buttons.insert(m_buttons.begin(), button);
        }
    }
    bar->installEventFilter(this);
}

bool ToolBarFit::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest) {
        fit();
    }
    return QObject::eventFilter(watched, event);
}

void ToolBarFit::fit() {
    if (m_fitting) {
        return;
    }
    m_fitting = true;
    const auto width = [this] {
        m_bar->layout()->invalidate();
        return m_bar->layout()->sizeHint().width();
    };
    for (QToolButton* button : m_buttons) {
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    }
    for (auto button = m_buttons.begin(); button != m_buttons.end() && width() > m_bar->width(); ++button) {
        (*button)->setToolButtonStyle(Qt::ToolButtonIconOnly);
    }
    m_fitting = false;
}

}  // namespace mimesys::widgets
