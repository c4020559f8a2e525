// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCommandLineOption>
#include <QString>
#include <optional>

// What the user chose once and finds again at the next start.
namespace mimesys::widgets {

class MainWindow;

[[nodiscard]] QCommandLineOption languageOption();
// The code given on the command line, else the one kept, else empty for the system's. Nothing, after a sentence on
// stderr, when there is no such language. It is asked before the other options are read, because their help is
// translated.
[[nodiscard]] std::optional<QString> chosenLanguage(const QStringList& arguments);
// Numbers and dates follow a language that was chosen; the system's keep the system's habits. Gives the code of the
// catalogue.
[[nodiscard]] QString useLanguage(const QString& chosen);
// Theme, language and the commands used last.
void keepPreferences(MainWindow& window);

}  // namespace mimesys::widgets
