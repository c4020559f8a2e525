// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/commandpalette.h"

#include "theme/colours.h"

#include <QAction>
#include <QApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace mimesys::widgets {
namespace {

constexpr int kWidth = 90;      // characters
constexpr int kLines = 16;      // of the list
constexpr int kMostRecent = 8;  // commands that are remembered

}  // namespace

CommandPalette::CommandPalette(QMainWindow* window)
    : QFrame(window),
      m_window(window),
      m_edit(new QLineEdit(this)),
      m_list(new QTreeWidget(this)),
      m_about(new QLabel(this)) {
    setObjectName(QStringLiteral("commandPalette"));
    setAccessibleName(tr("Commands"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    m_edit->setObjectName(QStringLiteral("commandEdit"));
    m_edit->setPlaceholderText(tr("Type what you want to do"));
    m_edit->setAccessibleName(tr("Search for a command"));
    m_edit->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("commandList"));
    m_list->setAccessibleName(tr("Commands that fit"));
    m_list->setColumnCount(2);
    m_list->setHeaderHidden(true);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);  // the keys stay with the text
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_about->setObjectName(QStringLiteral("commandAbout"));
    m_about->setWordWrap(true);
    m_about->setMargin(4);
    m_about->setTextFormat(Qt::PlainText);
    m_about->setMinimumHeight(m_about->fontMetrics().lineSpacing() * 2 + 8);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 4);
    layout->addWidget(m_edit);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_about);
    connect(m_edit, &QLineEdit::textChanged, this, &CommandPalette::list);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &CommandPalette::explain);
    connect(m_list, &QTreeWidget::itemClicked, this, &CommandPalette::choose);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget* /*before*/, QWidget* now) {
        if (isVisible() && now != nullptr && now != this && !isAncestorOf(now)) {
            hide();  // something else was clicked; the focus is its
        }
    });
    window->installEventFilter(this);
    hide();
}

void CommandPalette::setRecent(const QStringList& names) {
    m_recent = names.mid(0, kMostRecent);
}

void CommandPalette::open() {
    if (!isVisible()) {
        m_focusBefore = QApplication::focusWidget();
    }
    m_commands = commandsOf(*m_window);
    m_edit->clear();
    list();
    place();
    show();
    raise();
    m_edit->setFocus(Qt::ShortcutFocusReason);
}

void CommandPalette::place() {
    const int width = std::min(fontMetrics().averageCharWidth() * kWidth, m_window->width() - 40);
    const int wanted = fontMetrics().lineSpacing() * kLines + m_edit->sizeHint().height() + m_about->minimumHeight();
    const QRect area = m_window->centralWidget()->geometry();
    const int height = std::min(wanted, area.height() - 20);
    setGeometry((m_window->width() - width) / 2, area.top() + 4, width, height);
}

void CommandPalette::list() {
    std::vector<CommandTexts> texts;
    for (const Command& command : m_commands) {
        texts.push_back(command.texts);
    }
    const QColor faint = coloursFor(palette()).faintText;
    m_list->clear();
    for (const std::size_t index : rankCommands(m_edit->text(), texts, m_recent)) {
        const Command& command = m_commands[index];
        const bool possible = command.action && command.action->isEnabled();
        auto* item = new QTreeWidgetItem(m_list);
        item->setText(0, command.texts.path.isEmpty()
                             ? command.texts.text
                             : tr("%1 › %2", "menu and command").arg(command.texts.path, command.texts.text));
        item->setText(1, command.shortcut);
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        item->setData(0, Qt::UserRole, static_cast<qulonglong>(index));
        if (command.action && command.action->isCheckable() && command.action->isChecked()) {
            QFont strong = m_list->font();
            strong.setBold(true);
            item->setFont(0, strong);
        }
        if (!possible) {
            item->setForeground(0, faint);
            item->setForeground(1, faint);
            item->setData(0, Qt::AccessibleTextRole, tr("%1, not possible now").arg(item->text(0)));
        }
    }
    m_list->setCurrentItem(m_list->topLevelItem(0));
    explain();
}

const Command* CommandPalette::current() const {
    const QTreeWidgetItem* item = m_list->currentItem();
    return item == nullptr ? nullptr : &m_commands[item->data(0, Qt::UserRole).toULongLong()];
}

void CommandPalette::explain() {
    const Command* command = current();
    if (command == nullptr) {
        m_about->setText(m_list->topLevelItemCount() == 0
                             ? tr("No command is called that. Try fewer letters, or a word of what it does.")
                             : QString());
        return;
    }
    const bool possible = command->action && command->action->isEnabled();
    m_about->setText(possible                    ? command->texts.help
                     : command->whyNot.isEmpty() ? tr("Not possible now. %1.").arg(command->texts.help)
                                                 : tr("Not possible now: %1").arg(command->whyNot));
}

void CommandPalette::choose() {
    const Command* command = current();
    if (command == nullptr || !command->action || !command->action->isEnabled()) {
        return;  // why stands below
    }
    const QPointer<QAction> action = command->action;
    const QString name = command->texts.name;
    if (!name.isEmpty()) {
        m_recent.removeAll(name);
        m_recent.prepend(name);
        setRecent(m_recent);
        Q_EMIT recentChanged(m_recent);
    }
    close();
    action->trigger();
}

void CommandPalette::close() {
    hide();
    if (m_focusBefore && m_focusBefore->isVisible()) {
        m_focusBefore->setFocus();
    } else {
        m_window->setFocus();
    }
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_window && event->type() == QEvent::Resize && isVisible()) {
        place();
    }
    if (watched != m_edit || event->type() != QEvent::KeyPress) {
        return QFrame::eventFilter(watched, event);
    }
    switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Up:
        case Qt::Key_Down:
        case Qt::Key_PageUp:
        case Qt::Key_PageDown:
            QApplication::sendEvent(m_list, event);
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            choose();
            return true;
        case Qt::Key_Escape:
            close();
            return true;
        default:
            return QFrame::eventFilter(watched, event);
    }
}

void CommandPalette::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && isVisible()) {
        list();
    }
}

}  // namespace mimesys::widgets
