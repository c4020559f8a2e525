// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLabel;
class QVBoxLayout;
class QWidget;

// What several panels are put together from.
namespace mimesys::widgets {

// For plain text that wraps and can be copied.
[[nodiscard]] QLabel* textLabel(const char* name, QWidget* parent);

// A column at the side of the panel, as wide as so many characters; it scrolls where the panel is too low for it. Takes
// the layout over and lets it end in empty space.
[[nodiscard]] QWidget* sideColumn(QVBoxLayout* layout, int characters, QWidget* panel);

}  // namespace mimesys::widgets
