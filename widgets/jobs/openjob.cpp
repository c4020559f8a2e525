// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/openjob.h"

#include "collection/calibrationfile.h"
#include "dataset/dataset.h"
#include "generation/source.h"
#include "heatmap/composition.h"
#include "jobs/calibratejob.h"
#include "jobs/collectjob.h"
#include "jobs/testrunjob.h"
#include "jobs/trainjob.h"
#include "models/paths.h"
#include "plan/planfile.h"
#include "testrun/reportfile.h"
#include "timeline/format.h"
#include "timeline/indexedtrace.h"
#include "trace/read.h"

#include <QFileInfo>

namespace mimesys::widgets {
namespace {

Expected<LoadedPlan> openPlan(const std::filesystem::path& path, const QString& name) {
    return plan::readPlan(path).map([&](plan::ExecutionPlan plan) {
        const bool simulated = generation::restsOnSimulation(plan);
        return LoadedPlan{makeDisposable<Composition>(std::make_shared<const plan::ExecutionPlan>(std::move(plan))),
                          name,
                          {},
                          simulated,
                          toName(path)};
    });
}

Cancellable<LoadedTrace> openTrace(const std::filesystem::path& path, const QString& name,
                                   const JobRunner::Context& context) {
    auto read = trace::readTrace(path, context.stop, context.progress);
    if (!read) {
        return tl::unexpected(read.error());
    }
    if (!*read) {
        return std::optional<LoadedTrace>();
    }
    LoadedTrace loaded;
    loaded.trace = makeDisposable<IndexedTrace>((*read)->trace);
    loaded.name = name;
    loaded.path = toName(path);
    loaded.format = toQString((*read)->format);
    loaded.diagnostics = std::make_shared<const std::vector<trace::Diagnostic>>(std::move((*read)->diagnostics));
    return std::optional(std::move(loaded));
}

// False when it was stopped.
bool openOne(const FileRequest& request, const JobRunner::Context& context, OpenedFiles& opened) {
    const std::filesystem::path path(toPath(request.path));
    const QString name = QFileInfo(request.path).fileName();
    const auto take = [&](auto loaded, auto& target) {
        if (loaded) {
            target = std::move(*loaded);
        } else {
            opened.errors.push_back(loaded.error());
        }
        return true;
    };
    const bool any = request.role == FileRole::Auto;
    if (request.role == FileRole::Plan || (any && plan::looksLikePlan(path))) {
        return take(openPlan(path, name), opened.plan);
    }
    if (any && collection::looksLikeCalibration(path)) {
        return take(loadCalibration(path, name), opened.calibration);
    }
    if (any && testrun::looksLikeReport(path)) {
        return take(loadTestRun(path, name), opened.testRun);
    }
    if (any && dataset::looksLikeDataset(path)) {
        return take(loadCollection(path), opened.collection);
    }
    if (any && looksLikeTraining(path)) {
        return take(loadTraining(path), opened.training);
    }
    auto trace = openTrace(path, name, context);
    if (!trace) {
        opened.errors.push_back(trace.error());
        return true;
    }
    if (!*trace) {
        return false;
    }
    const bool asEmulated =
        request.role == FileRole::Emulated || (request.role == FileRole::Auto && opened.real.has_value());
    (asEmulated ? opened.emulated : opened.real) = std::move(**trace);
    return true;
}

}  // namespace

Cancellable<OpenedFiles> openFiles(const std::vector<FileRequest>& files, const JobRunner::Context& context) {
    OpenedFiles opened;
    for (const FileRequest& request : files) {
        if (context.stop.stop_requested() || !openOne(request, context, opened)) {
            return std::optional<OpenedFiles>();
        }
    }
    if (opened.isEmpty() && opened.errors.size() == 1) {
        return tl::unexpected(opened.errors.front());
    }
    return std::optional(std::move(opened));
}

}  // namespace mimesys::widgets
