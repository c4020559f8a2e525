// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/whynot.h"

#include "models/document.h"
#include "window/actions.h"
#include "window/commands.h"

#include <QAction>
#include <QCoreApplication>

namespace mimesys::widgets {
namespace {

QString busy() {
    return QCoreApplication::translate("WhyNot", "something else is running; stop it or wait for its end.");
}

}  // namespace

void explainDisabled(const Actions& actions, const Document& document) {
    const auto explain = [](QAction* action, const QString& sentence) {
        setWhyNot(action, action->isEnabled() ? QString() : sentence);
    };
    const QString needsTrace = QCoreApplication::translate("WhyNot", "open a trace first.");
    const QString needsPlan = QCoreApplication::translate("WhyNot", "open a plan or generate one first.");
    const QString needsEmulation =
        QCoreApplication::translate("WhyNot", "run the plan or open the recording of an emulation first.");
    const QString showsAll = QCoreApplication::translate("WhyNot", "the whole trace is shown already.");
    explain(actions.openEmulated, needsTrace);
    for (QAction* action : {actions.generate, actions.generateWith}) {
        explain(action, document.real() ? busy() : needsTrace);
    }
    explain(actions.run, document.plan() ? busy() : needsPlan);
    explain(actions.refine, !document.plan() ? needsPlan : !document.real() ? needsTrace : busy());
    explain(actions.stop, QCoreApplication::translate("WhyNot", "nothing is running."));
    explain(actions.calibrate, busy());
    explain(actions.exportWorkload, document.plan() ? busy() : needsPlan);
    explain(actions.exportPlan, document.plan() ? busy() : needsPlan);
    for (QAction* action : {actions.saveSession, actions.saveSessionAs}) {
        explain(action, QCoreApplication::translate("WhyNot", "nothing is open that could be saved."));
    }
    for (QAction* action : {actions.exportReal, actions.exportRange, actions.exportReport}) {
        explain(action, document.isEmpty() ? needsTrace : busy());
    }
    explain(actions.exportTestRun, QCoreApplication::translate("WhyNot", "there is no test run yet."));
    explain(actions.record, busy());
    explain(actions.exportEmulated, document.emulated() ? busy() : needsEmulation);
    explain(actions.exportScore, !document.real() ? needsTrace
                                 : !document.emulated()
                                     ? needsEmulation
                                     : QCoreApplication::translate("WhyNot", "there is no score yet."));
    for (QAction* action : {actions.exportPicture, actions.zoomIn}) {
        explain(action, needsTrace);
    }
    for (QAction* action : {actions.zoomOut, actions.fit}) {
        explain(action, document.isEmpty() ? needsTrace : showsAll);
    }
    explain(actions.back, QCoreApplication::translate("WhyNot", "there is no earlier view."));
}

}  // namespace mimesys::widgets
