// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/paths.h"
#include "panels/banner.h"
#include "panels/welcome.h"
#include "service/resources.h"
#include "session/recentfiles.h"
#include "session/sessionkeeper.h"
#include "timeline/format.h"
#include "timeline/timelineview.h"
#include "window/actions.h"
#include "window/dialogs.h"
#include "window/mainwindow.h"
#include "window/pages.h"

#include <QAction>
#include <QDir>
#include <QDockWidget>
#include <QFileInfo>
#include <QLocale>
#include <QMenu>
#include <QSettings>
#include <QSplitter>
#include <QStatusBar>
#include <array>

// Sessions, recent files and the layout; the rest of the window stands in mainwindow.cpp.
namespace mimesys::widgets {
namespace {

namespace fs = std::filesystem;

// A layout is a few hundred bytes; more than this is none.
constexpr qsizetype kLargestLayout = 64 * 1024;
constexpr int kStatusMs = 4000;

const QString kGeometryKey = QStringLiteral("window/geometry");
const QString kLayoutKey = QStringLiteral("window/layout");
const QString kSplitKey = QStringLiteral("window/views");

struct PageCommand {
    Page page;
    QAction* Actions::*command;
};
constexpr std::array kPageCommands{
    PageCommand{Page::Stressors, &Actions::stressors}, PageCommand{Page::Collection, &Actions::collection},
    PageCommand{Page::Training, &Actions::training}, PageCommand{Page::Versions, &Actions::versions},
    PageCommand{Page::TestRun, &Actions::testRun}};

}  // namespace

void MainWindow::connectSession() {
    m_session = std::make_unique<SessionKeeper>(
        &m_document, &m_state, m_workflow.runner(),
        SessionKeeper::Screen{[this](StoredView& view) { tellScreen(view); }, [this] { return layoutText(); },
                              [this](const StoredView& view, const std::string& layout) {
                                  showScreen(view, layout);
                              }});
    SessionKeeper* session = m_session.get();
    m_defaultLayout = m_sideDocks.layout();
    connect(m_actions->saveSession, &QAction::triggered, this, [this] { saveSession(); });
    connect(m_actions->saveSessionAs, &QAction::triggered, this, [this] { askForSession(); });
    connect(m_actions->restoreLayout, &QAction::triggered, this, [this] { restoreDefaultLayout(); });
    connect(m_actions->clockTime, &QAction::toggled, session, &SessionKeeper::noteView);
    connect(m_pages, &Pages::pageChanged, session, &SessionKeeper::noteView);
    connect(m_timeline, &TimelineView::lanesChanged, session, &SessionKeeper::noteView);
    connect(session, &SessionKeeper::changed, this, &MainWindow::updateTitle);
    connect(session, &SessionKeeper::failed, this, [this](const QString& sentence) {
        m_afterSaving = {};
        m_banner->show(Banner::Kind::Error, sentence);
    });
    connect(session, &SessionKeeper::problemsFound, this,
            [this](const QString& sentences) { m_banner->show(Banner::Kind::Error, sentences); });
    connect(session, &SessionKeeper::opened, this, [this](const fs::path& path) {
        noteRecent(toName(path));
        if (const auto files = std::exchange(m_afterSession, {}); !files.empty()) {
            m_workflow.open(files);
        }
    });
    connect(session, &SessionKeeper::saved, this, [this](const fs::path& path) {
        noteRecent(toName(path));
        statusBar()->showMessage(tr("%1 was saved.").arg(toName(path)), kStatusMs);
        if (const auto next = std::exchange(m_afterSaving, {})) {
            next();
        }
    });
    connect(session, &SessionKeeper::recovered, this, [this] {
        m_banner->show(Banner::Kind::Done, tr("The work is back. Save it as a session to keep it."),
                       tr("Save session…"), [this] { saveSession(); });
    });
}

void MainWindow::remember(const Memory& memory) {
    m_settings = memory.settings;
    m_recent = new RecentFiles(m_actions->recentMenu, m_settings, this);
    m_welcome->setRecentFiles(m_recent->files());
    connect(m_recent, &RecentFiles::chosen, this, [this](const QString& path) { open({{path, FileRole::Auto}}); });
    restoreGeometry(m_settings->value(kGeometryKey).toByteArray());
    m_sideDocks.restore(m_settings->value(kLayoutKey).toByteArray());
    m_views->restoreState(m_settings->value(kSplitKey).toByteArray());
    m_session->startRecovery(memory.recoveryFolder, memory.autosaveMs);
}

void MainWindow::offerRecovery() {
    const auto leftOvers = m_session->leftOvers();
    if (leftOvers.empty()) {
        return;
    }
    const fs::path newest = leftOvers.front();
    const QString when = QLocale().toString(QFileInfo(toName(newest)).lastModified(), QLocale::ShortFormat);
    m_banner->show(Banner::Kind::Offer,
                   tr("The studio ended without closing. What was on screen was last saved by itself on %1.").arg(when),
                   tr("Restore it"), [this, newest] { m_session->recover(newest); }, {tr("Discard it"), [this, newest] {
                                                                                          m_session->discard(newest);
                                                                                      }});
}

bool MainWindow::openSessionOf(const std::vector<FileRequest>& files) {
    for (const FileRequest& file : files) {
        noteRecent(file.path);
    }
    const auto session =
        std::ranges::find_if(files, [](const FileRequest& file) { return isSessionName(toAbsolutePath(file.path)); });
    if (session == files.end()) {
        return false;
    }
    std::vector<FileRequest> others(files);
    others.erase(others.begin() + (session - files.begin()));
    std::erase_if(others, [](const FileRequest& file) { return isSessionName(toAbsolutePath(file.path)); });
    afterSaving([this, path = toAbsolutePath(session->path), others] {
        m_afterSession = others;
        m_session->open(path);
    });
    return true;
}

void MainWindow::openSample() {
    if (const auto sample = service::findSampleSession()) {
        m_banner->hide();
        m_afterSession.clear();
        afterSaving([this, path = *sample] { m_session->open(path, SessionKeeper::Use::LookAt); });
    }
}

void MainWindow::noteRecent(const QString& path) {
    if (m_recent != nullptr) {
        m_recent->add(path);
        m_welcome->setRecentFiles(m_recent->files());
    }
}

void MainWindow::saveSession() {
    if (m_session->path().empty()) {
        askForSession();
    } else {
        m_session->save(m_session->path());
    }
}

void MainWindow::askForSession() {
    chooseTarget(this, tr("Save session"), QStringLiteral("mimesys"), tr("Sessions (*.mimesys)"),
                 [this](const QString& name) { m_session->save(toAbsolutePath(name)); });
}

void MainWindow::afterSaving(const std::function<void()>& next) {
    if (m_session->isSaving()) {
        m_afterSaving = next;
    } else if (m_session->path().empty() || !m_session->hasUnsavedContent()) {
        next();
    } else if (findChild<QWidget*>(QStringLiteral("saveQuestion")) == nullptr) {
        askToSave(
            this, m_session->name(),
            [this, next] {
                m_afterSaving = next;
                m_session->save(m_session->path());
            },
            next);
    }
}

bool MainWindow::mayClose() {
    const bool unsaved = m_session->isSaving() || (!m_session->path().empty() && m_session->hasUnsavedContent());
    if (unsaved && !m_closeAgreed) {
        afterSaving([this] {
            m_closeAgreed = true;
            close();
        });
        return false;
    }
    if (m_settings) {
        m_settings->setValue(kGeometryKey, saveGeometry());
        m_settings->setValue(kLayoutKey, m_sideDocks.layout());
        m_settings->setValue(kSplitKey, m_views->saveState());
    }
    m_session->endRecovery();
    return true;
}

void MainWindow::restoreDefaultLayout() {
    m_sideDocks.restore(m_defaultLayout);
    m_views->setSizes({3 * m_views->height() / 5, 2 * m_views->height() / 5});
    if (m_document.score()) {
        m_sideDocks.show(m_scoreDock);
    }
    m_sideDocks.raise(m_scoreDock);
}

void MainWindow::tellScreen(StoredView& view) const {
    view.clockTime = m_actions->clockTime->isChecked();
    view.closedFamilies = m_timeline->folding().closed;
    view.cpusOpen = m_timeline->folding().cpusOpen;
    view.scroll = m_timeline->scrollPosition();
    view.page = Page::Comparison;
    for (const PageCommand& page : kPageCommands) {
        if ((m_actions->*page.command)->isChecked()) {
            view.page = page.page;
        }
    }
}

std::string MainWindow::layoutText() const {
    return m_sideDocks.layout().toBase64().toStdString();
}

void MainWindow::showScreen(const StoredView& view, const std::string& layout) {
    m_actions->clockTime->setChecked(view.clockTime);
    m_timeline->setTimeLabels(view.clockTime ? TimeLabels::Clock : TimeLabels::Relative);
    for (const PageCommand& page : kPageCommands) {
        (m_actions->*page.command)->setChecked(view.page == page.page);
    }
    const QByteArray state = QByteArray::fromBase64(QByteArray::fromStdString(layout));
    if (!state.isEmpty() && state.size() <= kLargestLayout) {
        m_sideDocks.restore(state);
    }
    const LaneFolding folding{view.closedFamilies, view.cpusOpen};
    m_timeline->restore(folding, view.scroll);
    // Once more when the layout has given the lanes their place.
    QMetaObject::invokeMethod(
        m_timeline, [this, folding, scroll = view.scroll] { m_timeline->restore(folding, scroll); },
        Qt::QueuedConnection);
}

}  // namespace mimesys::widgets
