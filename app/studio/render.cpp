// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "render.h"

#include "exitcode.h"
#include "jobs/scorejob.h"
#include "models/paths.h"
#include "output/exporter.h"
#include "session/sessionkeeper.h"
#include "timeline/format.h"
#include "timeline/indexedtrace.h"
#include "window/mainwindow.h"

#include <QApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <cstdio>

using namespace mimesys;
using namespace mimesys::widgets;

namespace {

namespace fs = std::filesystem;

void say(const QString& sentence) {
    std::fprintf(stderr, "mimesys-studio: %s\n", qPrintable(sentence));
}

int report(const Error& error) {
    say(toQString(error.text()));
    return exitCodeOf(error);
}

// Traces and plans that stand for themselves, as a session of one version. All of them have to be readable.
Expected<LoadedSession> sessionOf(const std::vector<FileRequest>& files) {
    auto opened = openFiles(files, {});
    if (!opened || !(*opened)->errors.empty()) {
        return tl::unexpected(opened ? (*opened)->errors.front() : opened.error());
    }
    OpenedFiles& all = **opened;
    LoadedSession session;
    session.real = all.real.value_or(LoadedTrace());
    Version version;
    version.plan = all.plan.value_or(LoadedPlan());
    version.emulated = all.emulated.value_or(LoadedTrace());
    if (session.real && version.emulated) {
        auto score = scoreTraces(evaluation::Real<trace::TracePtr>(session.real.trace->tracePtr()),
                                 evaluation::Emulated<trace::TracePtr>(version.emulated.trace->tracePtr()), {});
        version.score = score && *score ? **score : nullptr;
    }
    if (version.plan || version.emulated) {
        session.versions.push_back(version);
        session.current = 0;
    }
    session.calibration = all.calibration;
    session.training = all.training;
    session.collection = all.collection;
    session.file.view.page = session.real || session.current ? Page::Comparison
                             : session.calibration           ? Page::Stressors
                             : session.training              ? Page::Training
                             : session.collection            ? Page::Collection
                                                             : Page::Comparison;
    return session;
}

Expected<LoadedSession> load(const std::vector<FileRequest>& files) {
    if (files.size() == 1 && isSessionName(toAbsolutePath(files.front().path))) {
        return loadSession(toAbsolutePath(files.front().path), {}).map([](std::optional<LoadedSession> session) {
            return std::move(*session);
        });
    }
    for (const FileRequest& file : files) {
        if (isSessionName(toAbsolutePath(file.path))) {
            return badInput("A session is rendered alone; name no other files beside it.", file.path.toStdString());
        }
    }
    return sessionOf(files);
}

bool isEmpty(const LoadedSession& session) {
    return !session.real && session.versions.empty() && !session.calibration && !session.training &&
           !session.collection;
}

void printJson(const RenderArguments& render, const fs::path& path, const QStringList& problems) {
    QJsonObject json{{QStringLiteral("output"), toName(path)},
                     {QStringLiteral("format"), QFileInfo(render.output).suffix().toLower()},
                     {QStringLiteral("bytes"), QFileInfo(render.output).size()},
                     {QStringLiteral("problems"), QJsonArray::fromStringList(problems)}};
    std::printf("%s", QJsonDocument(json).toJson().constData());
}

}  // namespace

int render(const Arguments& arguments) {
    if (!arguments.mistake.isEmpty()) {
        say(arguments.mistake);
        return kUsage;
    }
    const RenderArguments& wanted = *arguments.render;
    const auto session = load(arguments.files);
    if (!session) {
        return report(session.error());
    }
    for (const QString& problem : session->problems) {
        say(problem);
    }
    if (isEmpty(*session)) {
        say(QCoreApplication::translate("main", "There is nothing to render in these files."));
        return kBadInput;
    }
    applyTheme(wanted.theme);
    MainWindow window(arguments.options);
    const bool isSession = isSessionName(toAbsolutePath(arguments.files.front().path));
    window.session()->apply(*session, isSession ? toAbsolutePath(arguments.files.front().path) : fs::path());
    window.setPageSize(wanted.size);
    window.show();
    int exitCode = kFailed;
    QObject::connect(window.workflow()->runner(), &JobRunner::jobFailed, &window,
                     [&](JobKind kind, const Error& error) {
                         if (kind == JobKind::Export) {
                             exitCode = report(error);
                             QApplication::exit();  // without asking the window, which may have something to save
                         }
                     });
    QObject::connect(window.exporter(), &Exporter::written, &window, [&](const fs::path& path) {
        if (wanted.json) {
            printJson(wanted, path, session->problems);
        }
        exitCode = kOk;
        QApplication::exit();  // without asking the window, which may have something to save
    });
    // When the window has settled into its size.
    QMetaObject::invokeMethod(
        &window, [&] { window.exporter()->write(wanted.output, wanted.scale); }, Qt::QueuedConnection);
    QApplication::exec();
    return exitCode;
}
