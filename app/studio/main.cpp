// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/signals.h"
#include "service/resources.h"
#include "theme/colours.h"
#include "window/actions.h"
#include "window/mainwindow.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFile>
#include <QIcon>
#include <QSettings>
#include <QTranslator>

using namespace mimesys::widgets;

namespace {

const QString kThemeSetting = QStringLiteral("theme");

struct Arguments {
    std::vector<FileRequest> files;
    Workflow::Options options;
};

std::filesystem::path toPath(const QString& name) {
    return QFile::encodeName(name).toStdString();
}

Arguments parse(const QApplication& application) {
    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate(
        "main", "Shows resource-usage traces, the plans that imitate them and how close they come."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QString file = QCoreApplication::translate("main", "FILE");
    const QCommandLineOption emulated(QStringLiteral("emulated"),
                                      QCoreApplication::translate("main", "Recording of an emulation of the trace."),
                                      file);
    const QCommandLineOption plan(QStringLiteral("plan"), QCoreApplication::translate("main", "Execution plan."), file);
    const QCommandLineOption dataset(
        QStringLiteral("dataset"),
        QCoreApplication::translate("main",
                                    "Training data to generate from, instead of what is installed for this machine."),
        file);
    const QCommandLineOption model(
        QStringLiteral("model"),
        QCoreApplication::translate("main",
                                    "Model to generate with, instead of the one installed for this machine: a file, or "
                                    "simulated-c220g2."),
        file);
    const QCommandLineOption scratch(
        QStringLiteral("scratch-dir"),
        QCoreApplication::translate("main", "Folder for the disk stressors' scratch files."),
        QCoreApplication::translate("main", "FOLDER"));
    parser.addOptions({emulated, plan, dataset, model, scratch});
    parser.addPositionalArgument(
        QStringLiteral("files"),
        QCoreApplication::translate("main",
                                    "Traces and plans. The first trace is the real one, a second one its emulation."),
        QStringLiteral("[FILES...]"));
    parser.process(application);

    Arguments arguments;
    for (const QString& name : parser.positionalArguments()) {
        arguments.files.push_back({name, FileRole::Auto});
    }
    for (const QString& name : parser.values(emulated)) {
        arguments.files.push_back({name, FileRole::Emulated});
    }
    for (const QString& name : parser.values(plan)) {
        arguments.files.push_back({name, FileRole::Plan});
    }
    arguments.options.dataset = toPath(parser.value(dataset));
    if (parser.isSet(model)) {
        // The name of one that comes with the program, or a file, which need not be there yet.
        const std::filesystem::path named = toPath(parser.value(model));
        arguments.options.model = mimesys::service::findModel(named.string()).value_or(named);
    }
    arguments.options.scratchDirectory = toPath(parser.value(scratch));
    return arguments;
}

void useTheme(MainWindow& window) {
    const auto theme = static_cast<Theme>(std::clamp(QSettings().value(kThemeSetting).toInt(),
                                                     static_cast<int>(Theme::System), static_cast<int>(Theme::Dark)));
    applyTheme(theme);
    window.actions()->setTheme(theme);
    QObject::connect(window.actions(), &Actions::themeChosen, &window,
                     [](Theme chosen) { QSettings().setValue(kThemeSetting, static_cast<int>(chosen)); });
}

}  // namespace

int main(int argc, char** argv) {
    mimesys::makeTooLargeFilesAnError();
    QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("mimesys"));
    QApplication::setApplicationName(QStringLiteral("mimesys-studio"));
    QApplication::setApplicationVersion(QStringLiteral(MIMESYS_VERSION));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/mimesys-studio.svg")));
    QApplication::setStyle(QStringLiteral("Fusion"));
    QTranslator translator;
    // Plural forms of English stand in for languages there is no catalogue of.
    if (translator.load(QLocale(), QStringLiteral("mimesys"), QStringLiteral("_"), QStringLiteral(":/i18n")) ||
        translator.load(QStringLiteral(":/i18n/mimesys_en.qm"))) {
        QCoreApplication::installTranslator(&translator);
    }
    const Arguments arguments = parse(application);
    MainWindow window(arguments.options);
    useTheme(window);
    window.show();
    window.open(arguments.files);
    return QApplication::exec();
}
