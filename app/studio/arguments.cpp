// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "arguments.h"

#include "models/paths.h"
#include "output/exporter.h"
#include "preferences.h"
#include "service/resources.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>
#include <string_view>

using namespace mimesys::widgets;

namespace {

constexpr int kLargestSide = 20'000;
constexpr int kSmallestSide = 300;
constexpr double kFinest = 8.0;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(main)
};

struct Options {
    QCommandLineOption emulated{QStringLiteral("emulated"), Texts::tr("Recording of an emulation of the trace."),
                                Texts::tr("FILE")};
    QCommandLineOption plan{QStringLiteral("plan"), Texts::tr("Execution plan."), Texts::tr("FILE")};
    QCommandLineOption dataset{
        QStringLiteral("dataset"),
        Texts::tr("Training data to generate from, instead of what is installed for this machine."), Texts::tr("FILE")};
    QCommandLineOption model{
        QStringLiteral("model"),
        Texts::tr(
            "Model to generate with, instead of the one installed for this machine: a file, or simulated-c220g2."),
        Texts::tr("FILE")};
    QCommandLineOption scratch{QStringLiteral("scratch-dir"),
                               Texts::tr("Folder for the disk stressors' scratch files."), Texts::tr("FOLDER")};
    QCommandLineOption ready{QStringLiteral("announce-ready"),
                             Texts::tr("Print the line “ready” when the window is painted and the files are open.")};
    QCommandLineOption render{
        QStringLiteral("render"),
        Texts::tr("Write what a window would show to the file of --output and end; needs no display.")};
    QCommandLineOption output{
        {QStringLiteral("o"), QStringLiteral("output")},
        Texts::tr("With --render: a .png, .svg or .pdf picture, an .html report, or the visible values as .csv."),
        Texts::tr("FILE")};
    QCommandLineOption size{QStringLiteral("size"), Texts::tr("With --render: size of a picture, in pixels."),
                            QStringLiteral("WxH"), QStringLiteral("1280x800")};
    QCommandLineOption scale{QStringLiteral("scale"), Texts::tr("With --render: how many times as fine a .png is."),
                             QStringLiteral("N"), QStringLiteral("1")};
    QCommandLineOption theme{QStringLiteral("theme"), Texts::tr("With --render: light or dark."),
                             QStringLiteral("NAME"), QStringLiteral("light")};
    QCommandLineOption json{QStringLiteral("json"), Texts::tr("With --render: print JSON.")};
};

// Gives a mistake, or nothing.
QString parseRender(const QCommandLineParser& parser, const Options& options, RenderArguments& render) {
    render.output = parser.value(options.output);
    render.json = parser.isSet(options.json);
    if (!Exporter::isKnownName(render.output)) {
        return Texts::tr("Name a .png, .svg, .pdf, .csv or .html file to write to with --output.");
    }
    static const QRegularExpression kSize(QStringLiteral("^(\\d{1,5})x(\\d{1,5})$"));
    const auto size = kSize.match(parser.value(options.size));
    render.size = {size.captured(1).toInt(), size.captured(2).toInt()};
    const auto fits = [](int side) {
        return side >= kSmallestSide && side <= kLargestSide;
    };
    if (!size.hasMatch() || !fits(render.size.width()) || !fits(render.size.height())) {
        return Texts::tr("The size is not WIDTHxHEIGHT with %1 to %2 pixels each.")
            .arg(kSmallestSide)
            .arg(kLargestSide);
    }
    bool isNumber = false;
    render.scale = parser.value(options.scale).toDouble(&isNumber);
    if (!isNumber || !(render.scale >= 0.5 && render.scale <= kFinest)) {
        return Texts::tr("The scale is not a number from 0.5 to %1.").arg(kFinest);
    }
    const QString theme = parser.value(options.theme);
    if (theme != QLatin1String("light") && theme != QLatin1String("dark")) {
        return Texts::tr("The theme is neither light nor dark.");
    }
    render.theme = theme == QLatin1String("dark") ? Theme::Dark : Theme::Light;
    return {};
}

}  // namespace

bool asksToRender(int argc, char** argv) {
    return std::any_of(argv, argv + argc,
                       [](const char* argument) { return std::string_view(argument) == "--render"; });
}

Arguments parseArguments(const QCoreApplication& application) {
    const Options options;
    QCommandLineParser parser;
    parser.setApplicationDescription(
        Texts::tr("Shows resource-usage traces, the plans that imitate them and how close they come."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({options.emulated, options.plan, options.dataset, options.model, options.scratch, options.ready,
                       languageOption(), options.render, options.output, options.size, options.scale, options.theme,
                       options.json});
    parser.addPositionalArgument(
        QStringLiteral("files"),
        Texts::tr("Traces, plans and sessions. The first trace is the real one, a second one its emulation."),
        QStringLiteral("[FILES...]"));
    parser.process(application);

    Arguments arguments;
    for (const QString& name : parser.positionalArguments()) {
        arguments.files.push_back({name, FileRole::Auto});
    }
    for (const QString& name : parser.values(options.emulated)) {
        arguments.files.push_back({name, FileRole::Emulated});
    }
    for (const QString& name : parser.values(options.plan)) {
        arguments.files.push_back({name, FileRole::Plan});
    }
    arguments.options.dataset = toPath(parser.value(options.dataset));
    if (parser.isSet(options.model)) {
        // The name of one that comes with the program, or a file, which need not be there yet.
        const std::filesystem::path named = toPath(parser.value(options.model));
        arguments.options.model = mimesys::service::findModel(named.string()).value_or(named);
    }
    arguments.options.scratchDirectory = toPath(parser.value(options.scratch));
    arguments.announceReady = parser.isSet(options.ready);
    if (parser.isSet(options.render)) {
        arguments.mistake = parseRender(parser, options, arguments.render.emplace());
        if (arguments.files.empty() && arguments.mistake.isEmpty()) {
            arguments.mistake = Texts::tr("Name a session, or traces and plans, to render.");
        }
    }
    return arguments;
}
