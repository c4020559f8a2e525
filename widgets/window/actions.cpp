// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/actions.h"

#include "jobs/workflow.h"
#include "models/document.h"
#include "theme/icons.h"
#include "viewstate/viewstate.h"

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
    open = add(menu, "open", tr("&Open…"), QKeySequence::Open, tr("Open traces and plans"), "open");
    openEmulated = add(menu, "openEmulated", tr("Open &emulation…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O),
                       tr("Open the recording of an emulation and compare it with the real trace"));
    menu->addSeparator();
    exportMenu = menu->addMenu(tr("E&xport"));
    exportMenu->setObjectName(QStringLiteral("exportMenu"));
    exportWorkload = add(exportMenu, "exportWorkload", tr("&Workload (standalone executable)…"),
                         QKeySequence(Qt::CTRL | Qt::Key_E), tr("Write one file that runs the plan on any machine"));
    exportPlan = add(exportMenu, "exportPlan", tr("&Plan (HDF5)…"), {}, tr("Write the plan to a file"));
    exportEmulated =
        add(exportMenu, "exportEmulated", tr("&Recorded emulation…"), {}, tr("Write the recording of the run"));
    exportScore = add(exportMenu, "exportScore", tr("&Score (CSV)…"), {}, tr("Write the table of distances"));
    exportPicture = add(exportMenu, "exportPicture", tr("P&icture of the view (PNG)…"), {},
                        tr("Write what the timelines and maps show"));
    menu->addSeparator();
    quit = add(menu, "quit", tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q));
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
        add(viewMenu, "collection", tr("&Collection of training data"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L),
            tr("Collect training data, and see how it covers what the machine can do"), "collection");
    collection->setCheckable(true);
    collection->setIconText(tr("Collect"));
    training = add(viewMenu, "training", tr("T&raining of a model"), QKeySequence(Qt::CTRL | Qt::Key_L),
                   tr("Train the model of the diffusion method, and see how trainings went"), "training");
    training->setCheckable(true);
    training->setIconText(tr("Training"));
    QMenu* themes = viewMenu->addMenu(tr("&Theme"));
    for (const auto& [theme, name, text] :
         {std::tuple{Theme::System, "themeSystem", tr("&System")}, std::tuple{Theme::Light, "themeLight", tr("&Light")},
          std::tuple{Theme::Dark, "themeDark", tr("&Dark")}}) {
        QAction* action = add(themes, name, text, {});
        action->setCheckable(true);
        action->setData(static_cast<int>(theme));
        m_themes->addAction(action);
    }
    m_themes->actions().constFirst()->setChecked(true);
    connect(m_themes, &QActionGroup::triggered, this,
            [this](const QAction* action) { Q_EMIT themeChosen(static_cast<Theme>(action->data().toInt())); });
    viewMenu->addSeparator();
}

void Actions::makeHelpMenu() {
    QMenu* menu = m_window->menuBar()->addMenu(tr("&Help"));
    shortcuts = add(menu, "shortcuts", tr("&Keys and mouse"), QKeySequence::HelpContents);
    about = add(menu, "about", tr("&About Mimesys Studio"), {});
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
    auto* space = new QWidget(bar);
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(space);
    for (QAction* action : {zoomIn, zoomOut, fit, back}) {
        bar->addAction(action);
        qobject_cast<QToolButton*>(bar->widgetForAction(action))->setToolButtonStyle(Qt::ToolButtonIconOnly);
    }
}

bool Actions::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_window && event->type() == QEvent::PaletteChange) {
        tintIcons();
    }
    return QObject::eventFilter(watched, event);
}

void Actions::tintIcons() {
    for (QAction* action : {open, generate, generateWith, run, refine, stop, stressors, collection, training, zoomIn,
                            zoomOut, fit, back}) {
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
    calibrate->setEnabled(!workflow.isMachineBusy());
    openEmulated->setEnabled(bool(document.real()));
    exportWorkload->setEnabled(workflow.canExport(Workflow::Export::Workload));
    exportPlan->setEnabled(workflow.canExport(Workflow::Export::Plan));
    exportEmulated->setEnabled(workflow.canExport(Workflow::Export::Emulated));
    exportScore->setEnabled(workflow.canExport(Workflow::Export::Score));
    const bool something = !document.isEmpty();
    exportPicture->setEnabled(something || stressors->isChecked() || collection->isChecked() || training->isChecked());
    zoomIn->setEnabled(something);
    zoomOut->setEnabled(something && !state.showsAll());
    fit->setEnabled(something && !state.showsAll());
    back->setEnabled(something && state.canGoBack());
}

PlanMethod Actions::method() const {
    return static_cast<PlanMethod>(m_method->currentData().toInt());
}

void Actions::setMethod(PlanMethod method) {
    m_method->setCurrentIndex(m_method->findData(static_cast<int>(method)));
}

void Actions::setTheme(Theme theme) {
    for (QAction* action : m_themes->actions()) {
        if (action->data().toInt() == static_cast<int>(theme)) {
            action->setChecked(true);
        }
    }
}

}  // namespace mimesys::widgets
