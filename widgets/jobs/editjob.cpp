// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/editjob.h"

#include "curation/planedit.h"
#include "curation/traceedit.h"
#include "heatmap/composition.h"
#include "timeline/indexedtrace.h"
#include "viewstate/disposable.h"

#include <QCoreApplication>

namespace mimesys::widgets {

Cancellable<LoadedTrace> editTarget(const LoadedTrace& real, const curation::TraceEdit& edit,
                                    const JobRunner::Context& context) {
    const auto trace = curation::apply(edit, real.trace->trace());
    if (!trace) {
        return tl::unexpected(trace.error());
    }
    if (context.stop.stop_requested()) {
        return std::nullopt;
    }
    LoadedTrace after = real;
    after.trace = makeDisposable<IndexedTrace>(*trace);
    after.edits.push_back(edit);
    return after;
}

Cancellable<LoadedPlan> editPlan(const LoadedPlan& plan, const curation::PlanEdit& edit,
                                 const JobRunner::Context& context) {
    auto result = curation::apply(edit, plan.composition->plan());
    if (!result) {
        return tl::unexpected(result.error());
    }
    if (context.stop.stop_requested()) {
        return std::nullopt;
    }
    LoadedPlan after = edited(plan);
    after.composition = makeDisposable<Composition>(std::make_shared<const plan::ExecutionPlan>(std::move(*result)));
    return after;
}

LoadedPlan edited(LoadedPlan plan) {
    const QString ending = QCoreApplication::translate("EditJob", "%1 (edited)").arg(QString());
    if (!plan.name.endsWith(ending)) {
        plan.name += ending;
    }
    plan.path.clear();
    return plan;
}

}  // namespace mimesys::widgets
