// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "preferences.h"

#include "language/language.h"
#include "theme/colours.h"
#include "window/actions.h"
#include "window/commandpalette.h"
#include "window/mainwindow.h"

#include <QCommandLineParser>
#include <QSettings>
#include <cstdio>

namespace mimesys::widgets {
namespace {

const QString kThemeSetting = QStringLiteral("theme");
const QString kLanguageSetting = QStringLiteral("language");
const QString kCommandsSetting = QStringLiteral("recentCommands");

QString codes() {
    QStringList names;
    for (const Language& language : languages()) {
        names += QLatin1String(language.code);
    }
    return names.join(QStringLiteral(", "));
}

}  // namespace

QCommandLineOption languageOption() {
    return {QStringLiteral("language"),
            QCoreApplication::translate("main", "Language of this start: %1. View > Language keeps one.").arg(codes()),
            QCoreApplication::translate("main", "LANGUAGE")};
}

std::optional<QString> chosenLanguage(const QStringList& arguments) {
    QCommandLineParser parser;
    const QCommandLineOption option = languageOption();
    parser.addOption(option);
    static_cast<void>(parser.parse(arguments));  // the others are read later
    if (!parser.isSet(option)) {
        return QSettings().value(kLanguageSetting).toString();
    }
    if (const QString code = parser.value(option); isLanguage(code)) {
        return code;
    }
    std::fputs(qPrintable(QCoreApplication::translate("main", "There is no language “%1”: choose one of %2.\n")
                              .arg(parser.value(option), codes())),
               stderr);
    return std::nullopt;
}

QString useLanguage(const QString& chosen) {
    if (isLanguage(chosen)) {
        QLocale::setDefault(QLocale(chosen));
    }
    return languageFor(chosen, QLocale::system().uiLanguages());
}

void keepPreferences(MainWindow& window) {
    const QSettings settings;
    const auto theme = static_cast<Theme>(std::clamp(settings.value(kThemeSetting).toInt(),
                                                     static_cast<int>(Theme::System), static_cast<int>(Theme::Dark)));
    applyTheme(theme);
    Actions* actions = window.actions();
    actions->setTheme(theme);
    actions->setLanguage(settings.value(kLanguageSetting).toString());
    CommandPalette* palette = window.commandPalette();
    palette->setRecent(settings.value(kCommandsSetting).toStringList());
    QObject::connect(actions, &Actions::themeChosen, &window,
                     [](Theme chosen) { QSettings().setValue(kThemeSetting, static_cast<int>(chosen)); });
    QObject::connect(actions, &Actions::languageChosen, &window,
                     [](const QString& code) { QSettings().setValue(kLanguageSetting, code); });
    QObject::connect(palette, &CommandPalette::recentChanged, &window,
                     [](const QStringList& names) { QSettings().setValue(kCommandsSetting, names); });
}

}  // namespace mimesys::widgets
