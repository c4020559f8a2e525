// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/workflow.h"

// Test runs; the rest of the workflow stands in workflow.cpp.
namespace mimesys::widgets {

void Workflow::testRun(const TestRunChoice& choice) {
    if (isMachineBusy() || (choice.workload.empty() && !m_document->plan())) {
        return;
    }
    const int id = ++m_testRuns;
    TestRunRequest request;
    request.choice = choice;
    request.plan = m_document->plan();
    request.scratchDirectory = m_options.scratchDirectory;
    request.onRun = [this, id](const LoadedTestRun& soFar) {
        QMetaObject::invokeMethod(
            this,
            [this, id, soFar] {
                if (id == m_testRuns) {
                    LoadedTestRun running = soFar;
                    running.running = true;
                    m_document->setTestRun(running);
                }
            },
            Qt::QueuedConnection);
    };
    m_document->setTestRun({});
    const Job* job = m_runner.start<LoadedTestRun>(
        JobKind::TestRun, tr("Testing %1").arg(choice.command),
        [request](const JobRunner::Context& context) { return runTest(request, context); },
        [this, id](const LoadedTestRun& testRun) {
            if (id == m_testRuns) {
                m_document->setTestRun(testRun);
            }
        },
        {[this, choice] { return !isMachineBusy() && (!choice.workload.empty() || m_document->plan()); },
         [this, choice] {
             testRun(choice);
         }});
    // However it ends: the runs that were made stay.
    connect(job, &Job::ended, this, [this] {
        LoadedTestRun testRun = m_document->testRun();
        if (testRun.running) {
            testRun.running = false;
            m_document->setTestRun(testRun);
        }
    });
}

}  // namespace mimesys::widgets
