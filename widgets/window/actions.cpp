// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/actions.h"

#include "jobs/workflow.h"
#include "models/document.h"
#include "theme/icons.h"
#include "viewstate/viewstate.h"
#include "window/commands.h"
#include "window/languagemenu.h"
#include "window/toolbarfit.h"
#include "window/whynot.h"

#include <QAction>
#include <QActionGroup>
#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QMainWindow>
#include <QMenuBar>
#include <QToolBar>
#include <QToolButton>

namespace mimesys::widgets {

Actions::Actions(QMainWindow* window)
    : QObject(window), m_window(window), m_method(new QComboBox(window)), m_themes(new QActionGroup(this)) {
    makeFileMenu();
    makeWorkloadMenu();
    makeViewMenu();
    makeHelpMenu();
    makeToolBar();
    tintIcons();
    window->installEventFilter(this);
}

QAction* Actions::add(QMenu* menu, const char* name, const QString& text, const QKeySequence& shortcut,
                      const QString& help, const char* icon) {
    QAction* action = menu->addAction(text);
    action->setObjectName(QLatin1String(name));
    action->setShortcut(shortcut);
    action->setIconText(withoutMnemonic(text));  // tool buttons would leave the letter of "导出(&X)" in
    if (!help.isEmpty()) {
        action->setStatusTip(help);
        const QString keys = shortcut.toString(QKeySequence::NativeText);
        action->setToolTip(keys.isEmpty() ? help : tr("%1 (%2)").arg(help, keys));
    }
    if (icon != nullptr) {
        action->setProperty("iconName", QLatin1String(icon));
    }
    return action;
}

void Actions::makeFileMenu() {
    QMenu* menu = m_window->menuBar()->addMenu(tr("&File"));
    open = add(menu, "open", tr("&Open…"), QKeySequence::Open, tr("Open traces, plans and sessions"), "open");
    openEmulated = add(menu, "openEmulated", tr("Open &emulation…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O),
                       tr("Open the recording of an emulation and compare it with the real trace"));
    recentMenu = menu->addMenu(tr("&Recent files"));
    recentMenu->setObjectName(QStringLiteral("recentMenu"));
    recentMenu->setEnabled(false);
    menu->addSeparator();
    saveSession = add(menu, "saveSession", tr("&Save session"), QKeySequence(Qt::CTRL | Qt::Key_S),
                      tr("Keep what is open and how it is looked at, to go on later"));
    saveSessionAs = add(menu, "saveSessionAs", tr("Save session &as…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S),
                        tr("Keep what is open and how it is looked at in another file"));
    menu->addSeparator();
    exportMenu = menu->addMenu(tr("E&xport"));
    exportMenu->setObjectName(QStringLiteral("exportMenu"));
    exportWorkload = add(exportMenu, "exportWorkload", tr("&Workload (standalone executable)…"),
                         QKeySequence(Qt::CTRL | Qt::Key_E), tr("Write one file that runs the plan on any machine"));
    exportPlan = add(exportMenu, "exportPlan", tr("&Plan (HDF5)…"), {}, tr("Write the plan to a file"));
    exportReal = add(exportMenu, "exportReal", tr("Rea&l trace…"), {},
                     tr("Write the real trace to a file: a recording that has none, or in another format"));
    exportEmulated =
        add(exportMenu, "exportEmulated", tr("&Recorded emulation…"), {}, tr("Write the recording of the run"));
    exportScore = add(exportMenu, "exportScore", tr("&Score (CSV)…"), {}, tr("Write the table of distances"));
    exportTestRun = add(exportMenu, "exportTestRun", tr("Report of the &test run (JSON)…"), {},
                        tr("Write the runs and their recordings, to be opened again"));
    exportPicture = add(exportMenu, "exportPicture", tr("P&icture of the view (PNG, SVG, PDF)…"), {},
                        tr("Write what the timelines and maps show"));
    exportRange = add(exportMenu, "exportRange", tr("&Visible values (CSV)…"), {},
                      tr("Write the values of both sides in the selection, else in what is visible"));
    exportReport = add(exportMenu, "exportReport", tr("R&eport (HTML)…"), {},
                       tr("Write plots, scores, machine and provenance as one page"));
    menu->addSeparator();
    quit = add(menu, "quit", tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q), tr("Close the window and end"));
    quit->setMenuRole(QAction::QuitRole);
}

void Actions::makeWorkloadMenu() {
    QMenu* menu = m_window->menuBar()->addMenu(tr("&Workload"));
    generate = add(menu, "generate", tr("&Generate"), QKeySequence(Qt::CTRL | Qt::Key_G),
                   tr("Make a plan that imitates the real trace on this machine"), "generate");
    generateWith =
        add(menu, "generateWith", tr("Generate &with options…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_G),
            tr("Choose the method, the model or data set and how plans are drawn"), "options");
    generateWith->setIconText(tr("Options"));
    run = add(menu, "run", tr("&Run here"), QKeySequence(Qt::CTRL | Qt::Key_R),
              tr("Run the plan on this machine, record it and score it"), "run");
    refine = add(menu, "refine", tr("Re&fine here"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R),
                 tr("Execute the plan, correct it where the trace is missed, repeat, and keep the best"), "refine");
    refine->setIconText(tr("Refine"));
    stop = add(menu, "stop", tr("&Stop"), QKeySequence(Qt::CTRL | Qt::Key_Period),
               tr("Stop what is running; what was recorded so far is kept"), "stop");
    menu->addSeparator();
    record = add(menu, "record", tr("R&ecord this machine…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E),
                 tr("Record what this machine does, or a command's run, into a trace that is seen as it grows"));
    collect = add(menu, "collect", tr("&Collect training data…"), {},
                  tr("Run combinations of stressors to learn what they do to a machine"));
    calibrate = add(menu, "calibrate", tr("C&alibrate stressors"), {},
                    tr("Measure what each stressor does to this machine, dose by dose; a stopped one is continued"));
}

void Actions::makeViewMenu() {
    viewMenu = m_window->menuBar()->addMenu(tr("&View"));
    zoomIn = add(viewMenu, "zoomIn", tr("Zoom &in"), QKeySequence::ZoomIn, tr("Show less time"), "zoom-in");
    zoomOut = add(viewMenu, "zoomOut", tr("Zoom &out"), QKeySequence::ZoomOut, tr("Show more time"), "zoom-out");
    fit = add(viewMenu, "fit", tr("Show &all"), QKeySequence(Qt::CTRL | Qt::Key_0), tr("Show the whole trace"), "fit");
    back = add(viewMenu, "back", tr("&Previous view"), QKeySequence(Qt::ALT | Qt::Key_Left),
               tr("Go back to what was shown before"), "back");
    viewMenu->addSeparator();
    clockTime = add(viewMenu, "clockTime", tr("&Clock time on the axis"), QKeySequence(Qt::CTRL | Qt::Key_T),
                    tr("Label the axis with the local time instead of seconds since the start"));
    clockTime->setCheckable(true);
    stressors = add(viewMenu, "stressors", tr("&Stressors of a machine"), QKeySequence(Qt::CTRL | Qt::Key_K),
                    tr("Show what each stressor does to this machine, metric by metric"), "stressors");
    stressors->setCheckable(true);
    stressors->setIconText(tr("Stressors"));
    collection =
        add(viewMenu, "collection", tr("Coll&ection of training data"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L),
            tr("Collect training data, and see how it covers what the machine can do"), "collection");
    collection->setCheckable(true);
    collection->setIconText(tr("Collect"));
    training = add(viewMenu, "training", tr("T&raining of a model"), QKeySequence(Qt::CTRL | Qt::Key_L),
                   tr("Train the model of the diffusion method, and see how trainings went"), "training");
    training->setCheckable(true);
    training->setIconText(tr("Training"));
    versions =
        add(viewMenu, "compareVersions", tr("Compare &versions of the plan"),
            QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V), tr("Show two versions of the plan and what differs"));
    versions->setCheckable(true);
    testRun = add(viewMenu, "testRun", tr("Test ru&n"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T),
                  tr("Run a command alone and beside a workload, and see how much slower it gets"), "test-run");
    testRun->setCheckable(true);
    QMenu* themes = viewMenu->addMenu(tr("&Theme"));
    for (const auto& [theme, name, text, help] :
         {std::tuple{Theme::System, "themeSystem", tr("&System"), tr("Use the colours of the desktop")},
          std::tuple{Theme::Light, "themeLight", tr("&Light"), tr("Use dark text on light ground")},
          std::tuple{Theme::Dark, "themeDark", tr("&Dark"), tr("Use light text on dark ground")}}) {
        QAction* action = add(themes, name, text, {}, help);
        action->setCheckable(true);
        action->setData(static_cast<int>(theme));
        m_themes->addAction(action);
    }
    m_themes->actions().constFirst()->setChecked(true);
    connect(m_themes, &QActionGroup::triggered, this,
            [this](const QAction* action) { Q_EMIT themeChosen(static_cast<Theme>(action->data().toInt())); });
    m_languages = makeLanguageMenu(viewMenu->addMenu(tr("&Language")));
    connect(m_languages, &QActionGroup::triggered, this,
            [this](const QAction* action) { Q_EMIT languageChosen(action->data().toString()); });
    restoreLayout = add(viewMenu, "restoreLayout", tr("Restore &default layout"), {},
                        tr("Put the panels back where they were at first"));
    viewMenu->addSeparator();
}

void Actions::makeHelpMenu() {
    QMenu* menu = m_window->menuBar()->addMenu(tr("&Help"));
    palette = add(menu, "palette", tr("&Find a command…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P),
                  tr("Search for anything the studio can do, and do it"));
    shortcuts = add(menu, "shortcuts", tr("&Keys and mouse"), QKeySequence::HelpContents,
                    tr("Show all shortcuts, and what the mouse does in views"));
    shortcuts->setShortcuts({QKeySequence::HelpContents, QKeySequence(Qt::Key_Question)});
    about = add(menu, "about", tr("&About Mimesys Studio"), {}, tr("Show the version and the licence"));
    about->setMenuRole(QAction::AboutRole);
}

void Actions::makeToolBar() {
    QToolBar* bar = m_window->addToolBar(tr("Main tool bar"));
    bar->setObjectName(QStringLiteral("toolBar"));
    bar->setMovable(false);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    bar->addAction(open);
    bar->addSeparator();
    auto* label = new QLabel(tr("&Method:"), bar);
    label->setBuddy(m_method);
    label->setContentsMargins(6, 0, 4, 0);
    bar->addWidget(label);
    m_method->setObjectName(QStringLiteral("method"));
    m_method->setAccessibleName(tr("Method of generation"));
    m_method->setToolTip(
        tr("Diffusion: a trained model draws compositions. Search: the nearest sample of the training data. "
           "Interpolation: a mixture of the 100 nearest. Single stressor: one stressor and sleep."));
    for (const PlanMethod method : kPlanMethods) {
        m_method->addItem(methodTitle(method), static_cast<int>(method));
    }
    connect(m_method, &QComboBox::activated, this, [this] { Q_EMIT methodChosen(method()); });
    bar->addWidget(m_method);
    bar->addAction(generateWith);
    qobject_cast<QToolButton*>(bar->widgetForAction(generateWith))->setToolButtonStyle(Qt::ToolButtonIconOnly);
    bar->addAction(generate);
    bar->addAction(run);
    bar->addAction(refine);
    bar->addAction(stop);
    bar->addSeparator();
    auto* exportButton = new QToolButton(bar);
    exportButton->setObjectName(QStringLiteral("exportButton"));
    exportButton->setText(tr("Export"));
    exportButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    exportButton->setPopupMode(QToolButton::InstantPopup);
    exportButton->setMenu(exportMenu);
    exportMenu->menuAction()->setProperty("iconName", QStringLiteral("export"));
    bar->addWidget(exportButton);
    bar->addAction(stressors);
    bar->addAction(collection);
    bar->addAction(training);
    bar->addAction(testRun);
    auto* space = new QWidget(bar);
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(space);
    for (QAction* action : {zoomIn, zoomOut, fit, back}) {
        bar->addAction(action);
        qobject_cast<QToolButton*>(bar->widgetForAction(action))->setToolButtonStyle(Qt::ToolButtonIconOnly);
    }
    new ToolBarFit(bar);
}

bool Actions::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_window && event->type() == QEvent::PaletteChange) {
        tintIcons();
    }
    return QObject::eventFilter(watched, event);
}

void Actions::tintIcons() {
    for (QAction* action : {open, generate, generateWith, run, refine, stop, stressors, collection, training, testRun,
                            zoomIn, zoomOut, fit, back}) {
        action->setIcon(tintedIcon(action->property("iconName").toString(), m_window->palette()));
    }
    const QIcon exportIcon = tintedIcon(QStringLiteral("export"), m_window->palette());
    m_window->findChild<QToolButton*>(QStringLiteral("exportButton"))->setIcon(exportIcon);
}

void Actions::update(const Workflow& workflow, const Document& document, const ViewState& state) {
    generate->setEnabled(workflow.canGenerate());
    generateWith->setEnabled(workflow.canGenerate());
    run->setEnabled(workflow.canRun());
    refine->setEnabled(workflow.canRefine());
    stop->setEnabled(workflow.canStop());
    record->setEnabled(!workflow.isMachineBusy());
    calibrate->setEnabled(!workflow.isMachineBusy());
    openEmulated->setEnabled(bool(document.real()));
    exportWorkload->setEnabled(workflow.canExport(Workflow::Export::Workload));
    exportPlan->setEnabled(workflow.canExport(Workflow::Export::Plan));
    exportReal->setEnabled(workflow.canExport(Workflow::Export::Real));
    exportEmulated->setEnabled(workflow.canExport(Workflow::Export::Emulated));
    exportScore->setEnabled(workflow.canExport(Workflow::Export::Score));
    exportTestRun->setEnabled(workflow.canExport(Workflow::Export::TestRun));
    const bool something = !document.isEmpty();
    const bool anything = something || document.calibration() || document.training() || document.collection();
    saveSession->setEnabled(anything);
    saveSessionAs->setEnabled(anything);
    exportRange->setEnabled(document.real() || document.emulated());
    exportReport->setEnabled(something);
    exportPicture->setEnabled(something || stressors->isChecked() || collection->isChecked() || training->isChecked() ||
                              versions->isChecked() || testRun->isChecked());
    zoomIn->setEnabled(something);
    zoomOut->setEnabled(something && !state.showsAll());
    fit->setEnabled(something && !state.showsAll());
    back->setEnabled(something && state.canGoBack());
    explainDisabled(*this, document);
}

PlanMethod Actions::method() const {
    return static_cast<PlanMethod>(m_method->currentData().toInt());
}

void Actions::setMethod(PlanMethod method) {
    m_method->setCurrentIndex(m_method->findData(static_cast<int>(method)));
}

void Actions::setLanguage(const QString& code) {
    checkLanguage(*m_languages, code);
}

void Actions::setTheme(Theme theme) {
    for (QAction* action : m_themes->actions()) {
        if (action->data().toInt() == static_cast<int>(theme)) {
            action->setChecked(true);
        }
    }
}

}  // namespace mimesys::widgets
