// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "arguments.h"
#include "base/signals.h"
#include "language/language.h"
#include "models/paths.h"
#include "preferences.h"
#include "ready.h"
#include "render.h"
#include "window/mainwindow.h"

#include <QApplication>
#include <QIcon>
#include <QSettings>
#include <QStandardPaths>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <vector>

using namespace mimesys::widgets;

namespace {

constexpr int kWrongUse = 2;

}  // namespace

int main(int argc, char** argv) {
    mimesys::makeTooLargeFilesAnError();
    std::vector<char*> given(argv, argv + argc);
    // Rendering draws into memory, with or without a display.
    std::string platform = "-platform";
    std::string offscreen = "offscreen";
    if (asksToRender(argc, argv)) {
        // Qt's remarks on a missing display or session are about nothing that was asked for.
        qInstallMessageHandler([](QtMsgType type, const QMessageLogContext&, const QString& text) {
            if (type == QtCriticalMsg || type == QtFatalMsg) {
                std::fprintf(stderr, "mimesys-studio: %s\n", qPrintable(text));
            }
        });
        given.insert(given.begin() + 1, {platform.data(), offscreen.data()});
    }
    int count = static_cast<int>(given.size());
    given.push_back(nullptr);
    QApplication application(count, given.data());
    QApplication::setOrganizationName(QStringLiteral("mimesys"));
    QApplication::setApplicationName(QStringLiteral("mimesys-studio"));
    QApplication::setApplicationVersion(QStringLiteral(MIMESYS_VERSION));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/mimesys-studio.svg")));
    QApplication::setStyle(QStringLiteral("Fusion"));
    const std::optional<QString> language = chosenLanguage(QApplication::arguments());
    if (!language) {
        return kWrongUse;
    }
    const Translations translations(useLanguage(*language));
    const Arguments arguments = parseArguments(application);
    if (arguments.render) {
        return render(arguments);
    }
    MainWindow window(arguments.options);
    keepPreferences(window);
    window.remember({std::make_shared<QSettings>(),
                     toPath(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation)) / "recovery"});
    window.show();
    window.open(arguments.files);
    window.offerRecovery();
    if (arguments.announceReady) {
        announceReady(window);
    }
    return QApplication::exec();
}
