// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/language.h"
#include "tour.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <cstdio>

using namespace mimesys::widgets;

// Saves a picture of every panel: studio_tour FOLDER [--languages en,de] [--size 1280x720].
int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QApplication::setStyle(QStringLiteral("Fusion"));
    QCommandLineParser parser;
    parser.addHelpOption();
    const QCommandLineOption spoken(QStringLiteral("languages"), QStringLiteral("Separated by commas."),
                                    QStringLiteral("CODES"), QStringLiteral("en,de"));
    const QCommandLineOption area(QStringLiteral("size"), QStringLiteral("Of the window."), QStringLiteral("WxH"),
                                  QStringLiteral("1280x720"));
    parser.addOptions({spoken, area});
    parser.addPositionalArgument(QStringLiteral("folder"), QStringLiteral("Where the pictures go."));
    parser.process(application);
    const QStringList size = parser.value(area).split(QLatin1Char('x'));
    if (parser.positionalArguments().size() != 1 || size.size() != 2) {
        parser.showHelp(2);
    }
    const QDir folder(parser.positionalArguments().constFirst());
    folder.mkpath(QStringLiteral("."));
    for (const QString& language : parser.value(spoken).split(QLatin1Char(','))) {
        if (!isLanguage(language)) {
            std::fprintf(stderr, "There is no language %s.\n", qPrintable(language));
            return 2;
        }
        for (const auto& [theme, name] : {std::pair{Theme::Light, "light"}, std::pair{Theme::Dark, "dark"}}) {
            for (const tour::Picture& picture : tour::walk({language, theme, {size[0].toInt(), size[1].toInt()}})) {
                const QString file = QStringLiteral("%1-%2-%3.png").arg(picture.name, QLatin1String(name), language);
                if (!picture.image.save(folder.filePath(file))) {
                    std::fprintf(stderr, "%s cannot be written.\n", qPrintable(folder.filePath(file)));
                    return 1;
                }
                for (const QString& text : picture.clipped) {
                    std::printf("%s: clipped: %s\n", qPrintable(file), qPrintable(text));
                }
            }
        }
    }
    return 0;
}
