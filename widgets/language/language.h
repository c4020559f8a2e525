// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>
#include <QTranslator>
#include <memory>
#include <span>
#include <vector>

namespace mimesys::widgets {

// A language the studio speaks, named in that language.
struct Language {
    const char* code;    // of its catalogue: "zh_CN"
    const char* title;   // "简体中文"
    const char* inMenu;  // with a mnemonic
};
[[nodiscard]] std::span<const Language> languages();
[[nodiscard]] bool isLanguage(const QString& code);

// The code of the language for what was chosen ("" = as the system) on a system with these languages, best first
// (QLocale::uiLanguages()). English where none of them is spoken; Traditional Chinese is not Simplified Chinese.
[[nodiscard]] QString languageFor(const QString& chosen, const QStringList& systemLanguages);

// The texts of a language, ours and those of Qt's dialogs, for as long as this object lives. Windows made before keep
// theirs.
class Translations {
public:
    explicit Translations(const QString& code);
    ~Translations();
    Translations(const Translations&) = delete;
    Translations& operator=(const Translations&) = delete;

private:
    std::vector<std::unique_ptr<QTranslator>> m_translators;
};

}  // namespace mimesys::widgets
