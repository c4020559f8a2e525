// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewstate/timekeys.h"
#include "window/commands.h"

namespace mimesys::widgets {

struct KeyGroup {
    QString title;
    QList<KeyLine> lines;
};

// All shortcuts: of commands by menu, then the keys and gestures of the views.
[[nodiscard]] QList<KeyGroup> shortcutSheet(const std::vector<Command>& commands);

// Shows them in a window of its own and returns at once.
void showShortcutSheet(QMainWindow* window);

}  // namespace mimesys::widgets
