// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/mainwindow.h"

#include "overlay/legend.h"
#include "panels/banner.h"
#include "panels/collectionpanel.h"
#include "panels/compositionpanel.h"
#include "panels/diagnosticspanel.h"
#include "panels/jobstatus.h"
#include "panels/refinementpanel.h"
#include "panels/scorepanel.h"
#include "panels/stressorpanel.h"
#include "panels/trainingpanel.h"
#include "panels/welcome.h"
#include "service/resources.h"
#include "timeline/format.h"
#include "timeline/indexedtrace.h"
#include "timeline/timelineview.h"
#include "window/actions.h"
#include "window/dialogs.h"

#include <QAction>
#include <QCloseEvent>
#include <QDockWidget>
#include <QDragEnterEvent>
#include <QMenu>
#include <QMimeData>
#include <QSaveFile>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
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
    : QMainWindow(parent), m_workflow(&m_document, options) {
    setObjectName(QStringLiteral("mainWindow"));
    setAcceptDrops(true);
    m_actions = new Actions(this);
    build();
    connectActions();
    connectDocument();
    connectWorkflow();
    connectCollecting();
    connectTraining();
    connectRefining();
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
    workLayout->addWidget(new Legend(&m_document, work));
    workLayout->addWidget(m_views, 1);

    auto* welcome = new Welcome(service::findDemoTrace().has_value(), this);
    connect(welcome, &Welcome::openRequested, m_actions->open, &QAction::trigger);
    connect(welcome, &Welcome::demoRequested, this, [this] {
        if (const auto trace = service::findDemoTrace()) {
            open({{toQString(trace->string()), FileRole::Real}});
        }
    });
    m_pages = new QStackedWidget(this);
    m_pages->addWidget(welcome);
    m_pages->addWidget(work);
    m_stressors = new StressorPanel(&m_document, this);
    m_pages->addWidget(m_stressors);
    m_collection = new CollectionPanel(&m_document, this);
    m_pages->addWidget(m_collection);
    m_training = new TrainingPanel(&m_document, this);
    m_pages->addWidget(m_training);

    auto* centre = new QWidget(this);
    auto* layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    layout->addWidget(m_pages, 1);
    setCentralWidget(centre);

    m_scoreDock = addDock(QStringLiteral("scoreDock"), tr("Score"), m_score);
    m_refinementDock = addDock(QStringLiteral("refinementDock"), tr("Refinement"), m_refinement);
    m_diagnosticsDock = addDock(QStringLiteral("diagnosticsDock"), tr("Diagnostics"), m_diagnostics);
    tabifyDockWidget(m_scoreDock, m_refinementDock);
    tabifyDockWidget(m_refinementDock, m_diagnosticsDock);
    m_scoreDock->raise();
    resizeDocks({m_scoreDock}, {fontMetrics().averageCharWidth() * 60}, Qt::Horizontal);
    statusBar()->addPermanentWidget(new JobStatus(m_workflow.runner(), this));
}

QDockWidget* MainWindow::addDock(const QString& name, const QString& title, QWidget* content) {
    auto* dock = new QDockWidget(title, this);
    dock->setObjectName(name);
    dock->setWidget(content);
    addDockWidget(Qt::RightDockWidgetArea, dock);
    dock->hide();
    m_actions->viewMenu->addAction(dock->toggleViewAction());
    return dock;
}

void MainWindow::open(const std::vector<FileRequest>& files) {
    m_banner->hide();
    m_workflow.open(files);
}

void MainWindow::connectActions() {
    const auto on = [this](QAction* action, auto handler) {
        connect(action, &QAction::triggered, this, handler);
    };
    on(m_actions->open, [this] { askForFiles(FileRole::Auto); });
    on(m_actions->openEmulated, [this] { askForFiles(FileRole::Emulated); });
    on(m_actions->exportWorkload, [this] { askForExport(Workflow::Export::Workload); });
    on(m_actions->exportPlan, [this] { askForExport(Workflow::Export::Plan); });
    on(m_actions->exportEmulated, [this] { askForExport(Workflow::Export::Emulated); });
    on(m_actions->exportScore, [this] { askForExport(Workflow::Export::Score); });
    on(m_actions->exportPicture, [this] { exportPicture(); });
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
    // One of the pages at most.
    const auto pages = {m_actions->stressors, m_actions->collection, m_actions->training};
    for (QAction* page : pages) {
        connect(page, &QAction::toggled, this, [this, page, pages = std::vector<QAction*>(pages)](bool checked) {
            for (QAction* other : pages) {
                if (checked && other != page) {
                    other->setChecked(false);
                }
            }
            updatePage();
        });
    }
    on(m_actions->calibrate, [this] {
        m_actions->stressors->setChecked(true);
        m_workflow.calibrate(false);
    });
    on(m_actions->shortcuts, [this] { showKeys(this); });
    on(m_actions->about, [this] { showAbout(this); });
    connect(m_actions, &Actions::themeChosen, this, &applyTheme);
    connect(&m_state, &ViewState::visibleChanged, this, &MainWindow::updateActions);
}

void MainWindow::connectDocument() {
    for (const auto signal : {&Document::realChanged, &Document::emulatedChanged, &Document::planChanged}) {
        connect(&m_document, signal, this, [this] {
            m_state.setExtent(m_document.extent());
            updatePage();
            updateTitle();
        });
    }
    connect(&m_document, &Document::scoreChanged, this, [this] {
        updateActions();
        if (m_document.score()) {
            m_scoreDock->show();
            (m_document.refinement() ? m_refinementDock : m_scoreDock)->raise();
        }
    });
    connect(m_diagnostics, &DiagnosticsPanel::countChanged, this, [this](int count, bool hasWarnings) {
        m_diagnosticsDock->setWindowTitle(count > 0 ? tr("Diagnostics (%1)").arg(count) : tr("Diagnostics"));
        // Mere notes wait until they are asked for (menu View).
        m_diagnosticsDock->setVisible(hasWarnings);
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
    connect(&m_workflow, &Workflow::filesOpened, this, [this] {
        m_actions->stressors->setChecked(false);
        m_actions->collection->setChecked(false);
        m_actions->training->setChecked(false);
    });
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
        m_scoreDock->show();
        m_scoreDock->raise();
    });
}

void MainWindow::updatePage() {
    const int document = m_document.isEmpty() ? 0 : 1;
    const int before = m_pages->currentIndex();
    m_pages->setCurrentIndex(m_actions->stressors->isChecked()    ? m_pages->indexOf(m_stressors)
                             : m_actions->collection->isChecked() ? m_pages->indexOf(m_collection)
                             : m_actions->training->isChecked()   ? m_pages->indexOf(m_training)
                                                                  : document);
    if (m_pages->currentIndex() > 1 && m_pages->currentIndex() != before) {
        m_pages->currentWidget()->setFocus();
    }
    updateActions();
}

void MainWindow::updateActions() {
    m_actions->update(m_workflow, m_document, m_state);
    m_refinement->setPossible(m_workflow.canRefine());
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
}

void MainWindow::updateTitle() {
    QStringList names;
    for (const QString& name : {m_document.real().name, m_document.plan().name, m_document.emulated().name}) {
        if (!name.isEmpty()) {
            names += name;
        }
    }
    setWindowTitle(names.isEmpty() ? tr("Mimesys Studio")
                                   : tr("%1 – Mimesys Studio").arg(names.join(QStringLiteral(", "))));
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
    const QString suffix = what == Workflow::Export::Workload ? QString()
                           : what == Workflow::Export::Score  ? QStringLiteral("csv")
                                                              : QStringLiteral("h5");
    const QString filter =
        what == Workflow::Export::Emulated ? tr("Traces (*.h5 *.csv *.txt *.log)") : tr("All files (*)");
    chooseTarget(this, tr("Export"), suffix, filter,
                 [this, what](const QString& file) { m_workflow.exportTo(what, file); });
}

void MainWindow::exportPicture() {
    // Taken before the dialog covers the view.
    const QPixmap picture = m_pages->grab();
    chooseTarget(this, tr("Export a picture"), QStringLiteral("png"), tr("Pictures (*.png)"),
                 [this, picture](const QString& name) { savePicture(picture, name); });
}

void MainWindow::savePicture(const QPixmap& picture, const QString& name) {
    QSaveFile file(name);
    if (file.open(QIODevice::WriteOnly) && picture.save(&file, "PNG") && file.commit()) {
        m_banner->show(Banner::Kind::Done, tr("%1 was written.").arg(name));
    } else {
        m_banner->show(
            Banner::Kind::Error,
            tr("The picture cannot be written to %1: %2. Choose another folder.").arg(name, file.errorString()));
    }
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

void MainWindow::closeEvent(QCloseEvent* event) {
    if (!m_workflow.runner()->isBusy()) {
        event->accept();
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
