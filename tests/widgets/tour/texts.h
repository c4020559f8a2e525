// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QWidget;

namespace mimesys::widgets::tour {

// Of visible labels and buttons that need more room than they have, and of commands that fell off a tool bar.
[[nodiscard]] QStringList clippedTexts(const QWidget& window);
// Of visible labels, buttons, tabs and of menus, without mnemonics.
[[nodiscard]] QStringList visibleTexts(const QWidget& window);

}  // namespace mimesys::widgets::tour
