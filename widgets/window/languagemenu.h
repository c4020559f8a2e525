// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QActionGroup;
class QMenu;

namespace mimesys::widgets {

// Fills a menu with "as the system" and every language; the actions' data are the languages' codes, empty for the
// system's.
[[nodiscard]] QActionGroup* makeLanguageMenu(QMenu* menu);
void checkLanguage(const QActionGroup& languages, const QString& code);

}  // namespace mimesys::widgets
