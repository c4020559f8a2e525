// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "window/commandmatch.h"

#include <QPointer>
#include <vector>

class QAction;
class QMainWindow;

namespace mimesys::widgets {

// Something a window can do, as the palette and the shortcut sheet show it. Read off the window's own actions, so that
// there is no second list to keep.
struct Command {
    QPointer<QAction> action;
    CommandTexts texts;
    QString shortcut;  // the first one; empty: none
    QString whyNot;    // what to do to make it possible; empty when it is, or nothing is known
};

// All of them in the order of the menus, then those only on tool bars, on the window itself or in panels. Menus that
// are filled when they open are filled.
[[nodiscard]] std::vector<Command> commandsOf(const QMainWindow& window);

// Says in the palette why an action cannot be chosen now; an empty sentence when it can.
void setWhyNot(QAction* action, const QString& sentence);

// "E&xport" → "Export", also "导出(&X)" → "导出".
[[nodiscard]] QString withoutMnemonic(const QString& text);

}  // namespace mimesys::widgets
