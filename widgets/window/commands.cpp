// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/commands.h"

#include <QAction>
#include <QDockWidget>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QToolBar>

namespace mimesys::widgets {
namespace {

constexpr const char* kWhyNot = "whyNot";

class Collector {
public:
    std::vector<Command> commands;

    void addMenu(QMenu* menu, const QString& path) {
        Q_EMIT menu->aboutToShow();
        addAll(menu->actions(), path);
    }

    void addAll(const QList<QAction*>& actions, const QString& path) {
        for (QAction* action : actions) {
            if (action->menu() != nullptr) {
                const QString title = withoutMnemonic(action->text());
                addMenu(action->menu(), path.isEmpty() ? title : path + QStringLiteral(" › ") + title);
            } else {
                add(action, path);
            }
        }
    }

private:
    void add(QAction* action, const QString& path) {
        const QString text = withoutMnemonic(action->text());
        const bool known = std::ranges::any_of(commands, [&](const Command& other) { return other.action == action; });
        if (action->isSeparator() || !action->isVisible() || text.isEmpty() || known) {
            return;
        }
        commands.push_back({action,
                            {text, path, action->statusTip(), action->objectName()},
                            action->shortcut().toString(QKeySequence::NativeText),
                            action->isEnabled() ? QString() : action->property(kWhyNot).toString()});
    }
};

}  // namespace

QString withoutMnemonic(const QString& text) {
    static const QRegularExpression inBrackets(QStringLiteral("\\s*\\(&\\w\\)"));
    static const QRegularExpression mark(QStringLiteral("&(?!&)"));
    QString plain = text;
    plain.remove(inBrackets);
    plain.replace(QStringLiteral("&&"), QStringLiteral("\x01"));
    plain.remove(mark);
    return plain.replace(QLatin1Char('\x01'), QLatin1Char('&'));
}

std::vector<Command> commandsOf(const QMainWindow& window) {
    Collector collector;
    if (const auto* bar = qobject_cast<QMenuBar*>(window.menuWidget())) {
        collector.addAll(bar->actions(), {});
    }
    for (const QToolBar* bar : window.findChildren<QToolBar*>()) {
        collector.addAll(bar->actions(), {});
    }
    collector.addAll(window.actions(), {});
    // Context menus of panels.
    for (const QDockWidget* dock : window.findChildren<QDockWidget*>()) {
        for (const QWidget* widget : dock->findChildren<QWidget*>()) {
            if (widget->contextMenuPolicy() == Qt::ActionsContextMenu) {
                collector.addAll(widget->actions(), dock->windowTitle());
            }
        }
    }
    return std::move(collector.commands);
}

void setWhyNot(QAction* action, const QString& sentence) {
    action->setProperty(kWhyNot, sentence);
}

}  // namespace mimesys::widgets
