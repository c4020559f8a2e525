// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/workflow.h"

// What is done to several versions one after the other; the rest of the workflow stands in workflow.cpp.
namespace mimesys::widgets {

void Workflow::addBaselines() {
    m_methodsToTry.clear();
    for (const PlanMethod method : kPlanMethods) {
        if (method != PlanMethod::Diffusion) {
            m_methodsToTry.push_back(method);
        }
    }
    tryNextMethod();
}

void Workflow::tryNextMethod() {
    if (m_methodsToTry.empty() || !canGenerate()) {
        m_methodsToTry.clear();
        return;
    }
    GenerateChoice choice;
    choice.method = m_methodsToTry.front();
    m_methodsToTry.erase(m_methodsToTry.begin());
    const std::size_t before = m_document->versions().size();
    const Job* job = generate(choice);
    connect(&m_runner, &JobRunner::jobEnded, job, [this, job, before](const Job* over, JobEnding ending) {
        if (over != job) {
            return;
        }
        // Where one method finds nothing to work from, neither do the others.
        if (ending == JobEnding::Failed || m_document->versions().size() > before) {
            tryNextMethod();
        } else {
            m_methodsToTry.clear();
        }
    });
}

void Workflow::runAllVersions() {
    m_versionsToRun.clear();
    for (const Version& version : m_document->versions()) {
        if (version.plan && !version.emulated) {
            m_versionsToRun.push_back(version.id);
        }
    }
    runNextVersion();
}

void Workflow::runNextVersion() {
    if (m_versionsToRun.empty() || isMachineBusy()) {
        m_versionsToRun.clear();
        return;
    }
    const int id = m_versionsToRun.front();
    m_versionsToRun.erase(m_versionsToRun.begin());
    if (m_document->findVersion(id) == nullptr) {
        runNextVersion();
        return;
    }
    m_document->openVersion(id);
    Job* job = run();
    if (job == nullptr) {
        m_versionsToRun.clear();
        return;
    }
    connect(job, &Job::ended, this, [this, id] {
        const Version* version = m_document->findVersion(id);
        // What was stopped or could not run is not followed by the others.
        if (version != nullptr && version->emulated && !version->emulated.growing && !m_runStopped) {
            runNextVersion();
        } else {
            m_versionsToRun.clear();
        }
    });
}

}  // namespace mimesys::widgets
