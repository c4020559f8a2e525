// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/edittexts.h"
#include "jobs/editjob.h"
#include "jobs/workflow.h"

// Editing; the rest of the workflow stands in workflow.cpp.
namespace mimesys::widgets {

void Workflow::edit(const curation::TraceEdit& edit) {
    m_edits.emplace_back([this, edit]() -> Job* {
        if (!canEditTarget()) {
            return nullptr;
        }
        const LoadedTrace before = m_document->real();
        return m_runner.start<LoadedTrace>(
            JobKind::Edit, editText(edit),
            [before, edit](const JobRunner::Context& context) { return editTarget(before, edit, context); },
            [this, before, edit](const LoadedTrace& after) {
                if (m_document->real().trace == before.trace) {
                    Q_EMIT targetEdited(before, after, editText(edit));
                }
            });
    });
    beginEdit();
}

void Workflow::edit(const curation::PlanEdit& edit) {
    m_edits.emplace_back([this, edit]() -> Job* {
        if (!canEditPlan()) {
            return nullptr;
        }
        const LoadedPlan before = m_document->plan();
        return m_runner.start<LoadedPlan>(
            JobKind::Edit, editText(edit),
            [before, edit](const JobRunner::Context& context) { return editPlan(before, edit, context); },
            [this, before, edit](const LoadedPlan& after) {
                if (m_document->plan().composition == before.composition) {
                    Q_EMIT planEdited(before, after, editText(edit));
                }
            });
    });
    beginEdit();
}

// One after the other: each edits what the one before left.
void Workflow::beginEdit() {
    while (!m_edits.empty() && !m_runner.isRunning(JobKind::Edit)) {
        const auto begin = std::move(m_edits.front());
        m_edits.pop_front();
        if (const Job* job = begin()) {
            connect(job, &Job::ended, this, &Workflow::beginEdit);
        }
    }
}

}  // namespace mimesys::widgets
