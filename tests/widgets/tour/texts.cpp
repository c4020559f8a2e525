// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "texts.h"

#include "panels/startbutton.h"
#include "window/commands.h"

#include <QAction>
#include <QCheckBox>
#include <QLabel>
#include <QMainWindow>
#include <QPushButton>
#include <QRadioButton>
#include <QTabBar>
#include <QToolBar>
#include <QToolButton>

namespace mimesys::widgets::tour {
namespace {

bool isClipped(const QLabel& label) {
    if (label.wordWrap()) {
        return label.heightForWidth(label.width()) > label.height();
    }
    return label.sizeHint().width() > label.width();
}

bool isClipped(const QAbstractButton& button) {
    const auto* tool = qobject_cast<const QToolButton*>(&button);
    if (tool != nullptr && tool->toolButtonStyle() == Qt::ToolButtonIconOnly) {
        return false;
    }
    return button.sizeHint().width() > button.width();  // a start button wraps; its labels are looked at themselves
}

}  // namespace

QStringList clippedTexts(const QWidget& window) {
    QStringList clipped;
    for (const QLabel* label : window.findChildren<QLabel*>()) {
        if (label->isVisible() && !label->text().isEmpty() && isClipped(*label)) {
            clipped += label->text();
        }
    }
    for (const QAbstractButton* button : window.findChildren<QAbstractButton*>()) {
        const bool wraps = qobject_cast<const StartButton*>(button) != nullptr;
        if (button->isVisible() && !button->text().isEmpty() && !wraps && isClipped(*button)) {
            clipped += button->text();
        }
    }
    for (const QToolBar* bar : window.findChildren<QToolBar*>()) {
        const auto* more = bar->findChild<QWidget*>(QStringLiteral("qt_toolbar_ext_button"));
        if (bar->isVisible() && more != nullptr && more->isVisible()) {
            clipped += QStringLiteral("tool bar “%1”").arg(bar->windowTitle());
        }
    }
    return clipped;
}

QStringList visibleTexts(const QWidget& window) {
    QStringList texts;
    for (const QLabel* label : window.findChildren<QLabel*>()) {
        if (label->isVisible()) {
            texts += label->text();
        }
    }
    for (const QAbstractButton* button : window.findChildren<QAbstractButton*>()) {
        if (button->isVisible()) {
            texts += {button->text(), button->toolTip()};
        }
    }
    for (const QTabBar* tabs : window.findChildren<QTabBar*>()) {
        for (int tab = 0; tab < tabs->count() && tabs->isVisible(); ++tab) {
            texts += tabs->tabText(tab);
        }
    }
    if (const auto* main = qobject_cast<const QMainWindow*>(&window)) {
        for (const Command& command : commandsOf(*main)) {
            texts += {command.texts.text, command.texts.help};
        }
    }
    for (QString& text : texts) {
        text = withoutMnemonic(text);
    }
    texts.removeAll(QString());
    texts.removeDuplicates();
    return texts;
}

}  // namespace mimesys::widgets::tour
