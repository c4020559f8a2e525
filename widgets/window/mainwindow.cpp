// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/mainwindow.h"

#include "overlay/comparebar.h"
#include "overlay/legend.h"
#include "panels/banner.h"
#include "panels/collectionpanel.h"
#include "panels/compositionpanel.h"
#include "panels/diagnosticspanel.h"
#include "panels/jobspanel.h"
#include "panels/refinementpanel.h"
#include "panels/scorepanel.h"
#include "panels/stressorpanel.h"
#include "panels/testrunpanel.h"
#include "panels/trainingpanel.h"
#include "panels/versioncomparison.h"
#include "panels/versionspanel.h"
#include "panels/welcome.h"
#include "session/sessionkeeper.h"
#include "timeline/format.h"
#include "timeline/indexedtrace.h"
#include "timeline/timelineview.h"
#include "window/actions.h"
#include "window/dialogs.h"
#include "window/pages.h"

#include <QAction>
#include <QCloseEvent>
#include <QDockWidget>
#include <QDragEnterEvent>
#include <QMenu>
#include <QMimeData>
#include <QSplitter>
#include <QTabBar>
#include <QVBoxLayout>

namespace mimesys::widgets {
namespace {

constexpr double kZoomStep = 0.6;

QStringList localFiles(const QMimeData* data) {
    QStringList files;
    for (const QUrl& url : data->urls()) {
        if (url.isLocalFile()) {
            files += url.toLocalFile();
        }
    }
    return files;
}

std::vector<FileRequest> requestsFor(const QStringList& files, FileRole role) {
    std::vector<FileRequest> requests;
    for (const QString& file : files) {
        requests.push_back({file, role});
    }
    return requests;
}

}  // namespace

MainWindow::MainWindow(const Workflow::Options& options, QWidget* parent)
    : QMainWindow(parent), m_workflow(&m_document, options), m_history(&m_document) {
    setObjectName(QStringLiteral("mainWindow"));
    setAcceptDrops(true);
    m_actions = new Actions(this);
    build();
    connectActions();
    connectDocument();
    connectWorkflow();
    connectCollecting();
    connectComparing();
    connectTraining();
    connectRefining();
    connectEditing();
    connectJobs();
    connectHelp();
    connectSession();
    connectOutput();
    connectTesting();
    updateActions();
    updateTitle();
    resize(1280, 800);
}

MainWindow::~MainWindow() = default;

void MainWindow::build() {
    m_banner = new Banner(this);
    m_timeline = new TimelineView(&m_state, &m_document, this);
    m_score = new ScorePanel(&m_state, &m_document, this);
    m_refinement = new RefinementPanel(&m_document, this);
    m_diagnostics = new DiagnosticsPanel(&m_document, this);

    m_views = new QSplitter(Qt::Vertical, this);
    m_views->setObjectName(QStringLiteral("views"));
    m_views->setChildrenCollapsible(false);
    m_views->addWidget(m_timeline);
    m_views->addWidget(new CompositionPanel(&m_state, &m_document, this));
    m_views->setStretchFactor(0, 3);
    m_views->setStretchFactor(1, 2);
    auto* work = new QWidget(this);
    auto* workLayout = new QVBoxLayout(work);
    workLayout->setContentsMargins(0, 0, 0, 0);
    workLayout->setSpacing(0);
    auto* legend = new QHBoxLayout;
    legend->setContentsMargins(0, 0, 0, 0);
    legend->addWidget(new Legend(&m_document, work), 1);
    legend->addWidget(new CompareBar(&m_state, &m_document, &m_timeline->comparer(), work));
    workLayout->addLayout(legend);
    workLayout->addWidget(m_views, 1);

    m_welcome = new Welcome(this);
    m_pages = new Pages(m_welcome, work, m_timeline, this);
    m_stressors = new StressorPanel(&m_document, this);
    m_pages->add(m_actions->stressors, m_stressors);
    m_collection = new CollectionPanel(&m_document, this);
    m_pages->add(m_actions->collection, m_collection);
    m_training = new TrainingPanel(&m_document, this);
    m_pages->add(m_actions->training, m_training);
    m_pages->add(m_actions->versions, new VersionComparison(&m_state, &m_document, this));
    m_testRun = new TestRunPanel(&m_document, this);
    m_pages->add(m_actions->testRun, m_testRun);

    auto* centre = new QWidget(this);
    auto* layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    layout->addWidget(m_pages, 1);
    setCentralWidget(centre);

    m_scoreDock = addDock(QStringLiteral("scoreDock"), tr("Score"), m_score);
    buildComparing();
    m_refinementDock = addDock(QStringLiteral("refinementDock"), tr("Refinement"), m_refinement);
    m_diagnosticsDock = addDock(QStringLiteral("diagnosticsDock"), tr("Diagnostics"), m_diagnostics);
    tabifyDockWidget(m_scoreDock, m_versionsDock);
    tabifyDockWidget(m_versionsDock, m_selectionDock);
    tabifyDockWidget(m_selectionDock, m_refinementDock);
    tabifyDockWidget(m_refinementDock, m_diagnosticsDock);
    m_scoreDock->raise();
    resizeDocks({m_scoreDock}, {fontMetrics().averageCharWidth() * 60}, Qt::Horizontal);
    m_jobs = new JobsPanel(m_workflow.runner(), this);
    // Jobs are of every page.
    m_jobsDock = addDock(QStringLiteral("jobsDock"), tr("Jobs"), m_jobs, Qt::BottomDockWidgetArea);
}

QDockWidget* MainWindow::addDock(const QString& name, const QString& title, QWidget* content, Qt::DockWidgetArea area) {
    auto* dock = new QDockWidget(title, this);
    dock->setObjectName(name);
    dock->setWidget(content);
    addDockWidget(area, dock);
    if (area == Qt::RightDockWidgetArea) {
        m_sideDocks.add(dock);
    }
    dock->hide();
    QAction* toggle = dock->toggleViewAction();
    toggle->setObjectName(QStringLiteral("toggle_") + name);
    toggle->setStatusTip(tr("Show or hide the panel “%1”").arg(title));
    m_actions->viewMenu->addAction(toggle);
    return dock;
}

void MainWindow::open(const std::vector<FileRequest>& files) {
    m_banner->hide();
    if (!openSessionOf(files)) {
        m_workflow.open(files);
    }
}

void MainWindow::connectActions() {
    const auto on = [this](QAction* action, auto handler) {
        connect(action, &QAction::triggered, this, handler);
    };
    on(m_actions->open, [this] { askForFiles(FileRole::Auto); });
    on(m_actions->openEmulated, [this] { askForFiles(FileRole::Emulated); });
    on(m_actions->exportWorkload, [this] { askForExport(Workflow::Export::Workload); });
    on(m_actions->exportPlan, [this] { askForExport(Workflow::Export::Plan); });
    on(m_actions->exportReal, [this] { askForExport(Workflow::Export::Real); });
    on(m_actions->exportEmulated, [this] { askForExport(Workflow::Export::Emulated); });
    on(m_actions->exportScore, [this] { askForExport(Workflow::Export::Score); });
    on(m_actions->quit, [this] { close(); });
    on(m_actions->generate, [this] { generate(); });
    on(m_actions->generateWith, [this] { askHowToGenerate(); });
    connect(m_actions, &Actions::methodChosen, this, [this](PlanMethod method) {
        m_choice.method = method;
        m_methodChosen = true;
    });
    on(m_actions->run, [this] { m_workflow.run(); });
    on(m_actions->stop, [this] { m_workflow.stop(); });
    on(m_actions->collect, [this] { m_actions->collection->setChecked(true); });
    const auto zoom = [this](double factor) {
        const TimeRange visible = m_state.visible();
        m_state.zoom(m_state.cursor().value_or(visible.beginNs + visible.lengthNs() / 2), factor);
    };
    on(m_actions->zoomIn, [zoom] { zoom(kZoomStep); });
    on(m_actions->zoomOut, [zoom] { zoom(1.0 / kZoomStep); });
    on(m_actions->fit, [this] { m_state.fit(); });
    on(m_actions->back, [this] { m_state.back(); });
    on(m_actions->clockTime,
       [this](bool clock) { m_timeline->setTimeLabels(clock ? TimeLabels::Clock : TimeLabels::Relative); });
    connect(m_pages, &Pages::pageChanged, this, [this] {
        // Versions are chosen in a panel while they are compared.
        m_sideDocks.setAside(m_pages->isCommandPage() && !m_actions->versions->isChecked());
        updateActions();
    });
    on(m_actions->calibrate, [this] {
        m_actions->stressors->setChecked(true);
        m_workflow.calibrate(false);
    });
    on(m_actions->about, [this] { showAbout(this); });
    connect(m_actions, &Actions::themeChosen, this, &applyTheme);
    connect(&m_state, &ViewState::visibleChanged, this, &MainWindow::updateActions);
}

void MainWindow::connectDocument() {
    for (const auto signal : {&Document::realChanged, &Document::emulatedChanged, &Document::planChanged}) {
        connect(&m_document, signal, this, [this] {
            m_state.setExtent(m_document.extent());
            m_pages->setEmpty(m_document.isEmpty());
            updateTitle();
        });
    }
    connect(&m_document, &Document::scoreChanged, this, [this] {
        updateActions();
        if (m_document.score()) {
            m_sideDocks.show(m_scoreDock);
            m_sideDocks.raise(m_document.refinement() ? m_refinementDock : m_scoreDock);
        }
    });
    connect(m_diagnostics, &DiagnosticsPanel::countChanged, this, [this](int count, bool hasWarnings) {
        m_diagnosticsDock->setWindowTitle(count > 0 ? tr("Diagnostics (%1)").arg(count) : tr("Diagnostics"));
        // Mere notes wait until they are asked for (menu View).
        if (hasWarnings) {
            m_sideDocks.show(m_diagnosticsDock);
        } else {
            m_sideDocks.hide(m_diagnosticsDock);
        }
    });
}

void MainWindow::connectWorkflow() {
    connect(m_workflow.runner(), &JobRunner::jobsChanged, this, &MainWindow::updateActions);
    connect(m_workflow.runner(), &JobRunner::allEnded, this, [this] {
        if (m_closing) {
            close();
        }
    });
    connect(&m_workflow, &Workflow::failed, this,
            [this](const QString& sentence) { m_banner->show(Banner::Kind::Error, sentence); });
    connect(&m_workflow, &Workflow::done, this,
            [this](const QString& sentence) { m_banner->show(Banner::Kind::Done, sentence); });
    connect(&m_workflow, &Workflow::planTooWide, this, [this](int rows, int cpus) {
        m_banner->show(
            Banner::Kind::Offer,
            tr("This plan is for %1 CPUs and there are %2 here. Folded, each of them runs the mean of the rows "
               "it stands for.")
                .arg(rows)
                .arg(cpus),
            tr("Fold and run"), [this] { m_workflow.run(Workflow::Fit::Fold); });
    });
    connect(&m_workflow, &Workflow::calibrationUnusable, this, [this](const QString& sentence) {
        m_banner->show(Banner::Kind::Offer, sentence, tr("Calibrate anew"), [this] { m_workflow.calibrate(true); });
    });
    connect(&m_workflow, &Workflow::filesOpened, m_pages, &Pages::closeAll);
    connect(&m_workflow, &Workflow::calibrationOpened, this, [this] { m_actions->stressors->setChecked(true); });
    connect(m_stressors, &StressorPanel::shown, &m_workflow, &Workflow::openInstalledCalibration);
    connect(m_stressors, &StressorPanel::calibrationRequested, &m_workflow, &Workflow::calibrate);
    connect(&m_workflow, &Workflow::datasetMissing, this,
            [this](const GenerateChoice& choice) { offerCollection(choice); });
    connect(&m_workflow, &Workflow::runEnded, this, [this](const RunOutcome& outcome) {
        m_score->showRun(outcome);
        if (!outcome.changes.isEmpty()) {
            m_banner->show(Banner::Kind::Done, outcome.changes.join(QLatin1Char(' ')));
        }
        m_sideDocks.show(m_scoreDock);
        m_sideDocks.raise(m_scoreDock);
    });
}

void MainWindow::updateActions() {
    m_actions->update(m_workflow, m_document, m_state);
    m_refinement->setPossible(m_workflow.canRefine());
    m_versions->setPossible(m_workflow.canGenerate(), !m_workflow.isMachineBusy());
    updateEditing();
    m_jobs->refresh();
    const JobRunner& runner = *m_workflow.runner();
    m_stressors->setMachine(runner.isRunning(JobKind::Calibrate) ? StressorPanel::Machine::Calibrating
                            : m_workflow.isMachineBusy()         ? StressorPanel::Machine::Busy
                                                                 : StressorPanel::Machine::Free);
    m_collection->setMachine(runner.isRunning(JobKind::Collect) ? CollectionForm::Machine::Collecting
                             : m_workflow.isMachineBusy()       ? CollectionForm::Machine::Busy
                                                                : CollectionForm::Machine::Free);
    m_training->setMachine(runner.isRunning(JobKind::Train)   ? TrainingPanel::Machine::Training
                           : runner.isRunning(JobKind::Align) ? TrainingPanel::Machine::Aligning
                           : m_workflow.isMachineBusy()       ? TrainingPanel::Machine::Busy
                                                              : TrainingPanel::Machine::Free);
    m_testRun->setMachine(runner.isRunning(JobKind::TestRun) ? TestRunForm::Machine::Testing
                          : m_workflow.isMachineBusy()       ? TestRunForm::Machine::Busy
                                                             : TestRunForm::Machine::Free);
}

void MainWindow::updateTitle() {
    QStringList names;
    for (const QString& name : {m_document.real().name, m_document.plan().name, m_document.emulated().name}) {
        if (!name.isEmpty()) {
            names += name;
        }
    }
    const bool named = !m_session->path().empty();
    if (named) {
        names = {m_session->name()};
    }
    setWindowTitle(names.isEmpty() ? tr("Mimesys Studio")
                                   : tr("%1[*] – Mimesys Studio").arg(names.join(QStringLiteral(", "))));
    setWindowModified(named && m_session->isModified());
}

void MainWindow::offerCollection(const std::optional<GenerateChoice>& thenGenerate) {
    const QString why =
        thenGenerate ? tr("This machine has no training data yet, so no plan can be made. ") : QString();
    m_banner->show(
        Banner::Kind::Offer,
        why + tr("Collecting runs combinations of stressors on all CPUs and records what they do. Nothing else "
                 "should be running; the data is kept for later."),
        tr("Collect training data (about 2 minutes)"), [this, thenGenerate] { m_workflow.collect(thenGenerate); });
}

void MainWindow::askForFiles(FileRole role) {
    const bool several = role == FileRole::Auto;
    chooseFiles(this, several ? tr("Open traces and plans") : tr("Open an emulation"), several,
                [this, role](const QStringList& files) { open(requestsFor(files, role)); });
}

void MainWindow::askForExport(Workflow::Export what) {
    const QString suffix = what == Workflow::Export::Workload  ? QString()
                           : what == Workflow::Export::Score   ? QStringLiteral("csv")
                           : what == Workflow::Export::TestRun ? QStringLiteral("json")
                                                               : QStringLiteral("h5");
    const QString filter = what == Workflow::Export::Real || what == Workflow::Export::Emulated
                               ? tr("Traces (*.h5 *.csv *.txt *.log)")
                               : tr("All files (*)");
    chooseTarget(this, tr("Export"), suffix, filter,
                 [this, what](const QString& file) { m_workflow.exportTo(what, file); });
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (!localFiles(event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
    }
}

void MainWindow::dropEvent(QDropEvent* event) {
    event->acceptProposedAction();
    open(requestsFor(localFiles(event->mimeData()), FileRole::Auto));
}

void MainWindow::childEvent(QChildEvent* event) {
    QMainWindow::childEvent(event);
    auto* tabs = event->type() == QEvent::ChildPolished ? qobject_cast<QTabBar*>(event->child()) : nullptr;
    if (tabs != nullptr) {
        tabs->setElideMode(Qt::ElideNone);
        tabs->setUsesScrollButtons(true);
    }
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (!m_workflow.runner()->isBusy()) {
        event->setAccepted(mayClose());
        return;
    }
    event->ignore();
    if (m_closing) {
        return;  // what was stopped has not ended yet
    }
    // Reading and scoring change nothing outside this window: no need to ask.
    const auto stop = [this] {
        m_closing = true;
        m_workflow.runner()->stopAll();
        if (!m_workflow.runner()->isBusy()) {
            close();
        }
    };
    if (m_workflow.isMachineBusy() || m_workflow.runner()->isRunning(JobKind::Export)) {
        if (findChild<QWidget*>(QStringLiteral("closeQuestion")) == nullptr) {
            askToStop(this, stop);
        }
    } else {
        stop();
    }
}

}  // namespace mimesys::widgets
