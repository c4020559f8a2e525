// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <algorithm>

namespace mimesys::widgets {
namespace {

constexpr Language kLanguages[] = {
    {"en", "English", "&English"},
    {"zh_CN", "简体中文", "简体中文 (&Z)"},
    {"ko", "한국어", "한국어 (&K)"},
    {"de", "Deutsch", "&Deutsch"},
};

}  // namespace

std::span<const Language> languages() {
    return kLanguages;
}

bool isLanguage(const QString& code) {
    return std::ranges::any_of(kLanguages,
                               [&](const Language& language) { return code == QLatin1String(language.code); });
}

QString languageFor(const QString& chosen, const QStringList& systemLanguages) {
    if (isLanguage(chosen)) {
        return chosen;
    }
    for (const QString& name : systemLanguages) {
        const QLocale wanted(name);
        for (const Language& language : kLanguages) {
            const QLocale spoken{QLatin1String(language.code)};
            if (wanted.language() == spoken.language() && wanted.script() == spoken.script()) {
                return QLatin1String(language.code);
            }
        }
    }
    return QLatin1String(kLanguages[0].code);
}

Translations::Translations(const QString& code) {
    const auto install = [this](const QString& catalogue, const QString& folder) {
        auto translator = std::make_unique<QTranslator>();
        if (translator->load(catalogue, folder)) {
            QCoreApplication::installTranslator(translator.get());
            m_translators.push_back(std::move(translator));
        }
    };
    install(QStringLiteral("qtbase_") + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    // Plural forms of English stand in where a catalogue lacks a text.
    install(QStringLiteral("mimesys_en"), QStringLiteral(":/i18n"));
    if (code != QStringLiteral("en")) {
        install(QStringLiteral("mimesys_") + code, QStringLiteral(":/i18n"));
    }
}

Translations::~Translations() {
    for (const auto& translator : m_translators) {
        QCoreApplication::removeTranslator(translator.get());
    }
}

}  // namespace mimesys::widgets
