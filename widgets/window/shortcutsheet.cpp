// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/shortcutsheet.h"

#include <QAction>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QMainWindow>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace mimesys::widgets {
namespace {

constexpr int kWidth = 100;  // characters
constexpr int kLines = 30;

QString keysOf(const QAction& action) {
    QStringList keys;
    for (const QKeySequence& sequence : action.shortcuts()) {
        keys += sequence.toString(QKeySequence::NativeText);
    }
    return keys.join(QStringLiteral(", "));
}

QTreeWidget* makeTable(const QList<KeyGroup>& groups, QWidget* parent) {
    auto* table = new QTreeWidget(parent);
    table->setObjectName(QStringLiteral("keysTable"));
    table->setAccessibleName(QCoreApplication::translate("Keys", "Keys and mouse"));
    table->setColumnCount(2);
    table->setHeaderLabels({QCoreApplication::translate("Keys", "What it does"),  //
                            QCoreApplication::translate("Keys", "Keys or mouse")});
    table->setRootIsDecorated(false);
    table->setItemsExpandable(false);
    QFont strong = table->font();
    strong.setBold(true);
    for (const KeyGroup& group : groups) {
        auto* heading = new QTreeWidgetItem(table, {group.title});
        heading->setFont(0, strong);
        heading->setFirstColumnSpanned(true);
        for (const KeyLine& line : group.lines) {
            new QTreeWidgetItem(heading, {line.effect, line.keys});
        }
    }
    table->expandAll();
    table->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    table->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    table->header()->setStretchLastSection(false);
    return table;
}

}  // namespace

QList<KeyGroup> shortcutSheet(const std::vector<Command>& commands) {
    QList<KeyGroup> groups;
    for (const Command& command : commands) {
        if (!command.action || command.shortcut.isEmpty()) {
            continue;
        }
        const QString menu = command.texts.path.section(QStringLiteral(" › "), 0, 0);
        if (groups.isEmpty() || groups.back().title != menu) {
            groups.push_back({menu, {}});
        }
        groups.back().lines.push_back({keysOf(*command.action), command.texts.text});
    }
    groups.push_back({QCoreApplication::translate("Keys", "In timelines and maps"), timeKeyLines()});
    groups.push_back({QCoreApplication::translate("Keys", "With the mouse, and in single views"), pointerLines()});
    return groups;
}

void showShortcutSheet(QMainWindow* window) {
    auto* dialog = new QDialog(window);
    dialog->setObjectName(QStringLiteral("keysDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(QCoreApplication::translate("Keys", "Keys and mouse"));
    auto* table = makeTable(shortcutSheet(commandsOf(*window)), dialog);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::close);
    auto* layout = new QVBoxLayout(dialog);
    layout->addWidget(table, 1);
    layout->addWidget(buttons);
    const QFontMetrics metrics = dialog->fontMetrics();
    dialog->resize(QSize(metrics.averageCharWidth() * kWidth, metrics.lineSpacing() * kLines)
                       .boundedTo(window->size() - QSize(40, 40)));
    dialog->show();
}

}  // namespace mimesys::widgets
