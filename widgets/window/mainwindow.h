// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editing/edithistory.h"
#include "jobs/openjob.h"
#include "jobs/workflow.h"
#include "models/document.h"
#include "viewstate/viewstate.h"
#include "window/sidedocks.h"

#include <QMainWindow>
#include <filesystem>
#include <functional>
#include <memory>

class QDockWidget;
class QSettings;
class QSplitter;

namespace mimesys::widgets {

class Actions;
class Banner;
class CollectionPanel;
class CommandPalette;
class DiagnosticsPanel;
class Exporter;
class JobsPanel;
class RecentFiles;
class EditActions;
class Pages;
class PlanEditor;
class RefinementPanel;
class ScorePanel;
class SelectionPanel;
class SessionKeeper;
class StressorPanel;
class TimelineView;
class TestRunPanel;
class TrainingPanel;
class VersionsPanel;
class Welcome;
struct StoredView;

// The studio's window: puts views, panels and commands together and connects them. What they do is theirs.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(const Workflow::Options& options = {}, QWidget* parent = nullptr);
    ~MainWindow() override;

    void open(const std::vector<FileRequest>& files);
    // What is kept from one start to the next. A window that is not told where remembers nothing.
    struct Memory {
        std::shared_ptr<QSettings> settings;
        std::filesystem::path recoveryFolder;
        int autosaveMs = 30'000;
    };
    void remember(const Memory& memory);
    // Offers what an earlier studio could not save, if there is any.
    void offerRecovery();
    [[nodiscard]] SessionKeeper* session() { return m_session.get(); }
    [[nodiscard]] Exporter* exporter() { return m_exporter; }
    // Gives what pictures are of this size, in pixels of the screen.
    void setPageSize(const QSize& size);
    [[nodiscard]] Document* document() { return &m_document; }
    [[nodiscard]] ViewState* viewState() { return &m_state; }
    [[nodiscard]] Workflow* workflow() { return &m_workflow; }
    [[nodiscard]] Actions* actions() { return m_actions; }
    [[nodiscard]] CommandPalette* commandPalette() { return m_palette; }
    [[nodiscard]] EditActions* editActions() { return m_editActions; }
    [[nodiscard]] EditHistory* editHistory() { return &m_history; }

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    // The tabs of docks come and go with them; their names are scrolled to, never cut.
    void childEvent(QChildEvent* event) override;

private:
    void build();
    QDockWidget* addDock(const QString& name, const QString& title, QWidget* content,
                         Qt::DockWidgetArea area = Qt::RightDockWidgetArea);
    void connectActions();
    void connectDocument();
    void connectWorkflow();
    void updateActions();
    void updateTitle();
    void offerCollection(const std::optional<GenerateChoice>& thenGenerate);
    void generate();
    void askHowToGenerate();
    void connectCollecting();
    void buildComparing();
    void connectComparing();
    void connectTraining();
    void connectRefining();
    void connectJobs();
    void connectHelp();
    void connectSession();
    void connectOutput();
    [[nodiscard]] bool openSessionOf(const std::vector<FileRequest>& files);  // false: there is none among them
    void openSample();
    void noteRecent(const QString& path);
    void saveSession();
    void askForSession();
    // At once, or after what is unsaved of a session was saved or given up.
    void afterSaving(const std::function<void()>& next);
    [[nodiscard]] bool mayClose();
    void restoreDefaultLayout();
    void tellScreen(StoredView& view) const;
    [[nodiscard]] std::string layoutText() const;
    void showScreen(const StoredView& view, const std::string& layout);
    void connectEditing();
    void connectPlanEditor(QDockWidget* dock);
    void updateEditing();
    void connectTesting();
    void askForFiles(FileRole role);
    void askForExport(Workflow::Export what);

    // In this order: what is declared later is destroyed first, and jobs end before what they report to.
    Document m_document;
    ViewState m_state;
    Workflow m_workflow;
    EditHistory m_history;
    EditActions* m_editActions = nullptr;
    PlanEditor* m_planEditor = nullptr;
    Actions* m_actions = nullptr;
    CommandPalette* m_palette = nullptr;
    Banner* m_banner = nullptr;
    Welcome* m_welcome = nullptr;
    Pages* m_pages = nullptr;
    QSplitter* m_views = nullptr;
    TimelineView* m_timeline = nullptr;
    Exporter* m_exporter = nullptr;
    ScorePanel* m_score = nullptr;
    StressorPanel* m_stressors = nullptr;
    CollectionPanel* m_collection = nullptr;
    TrainingPanel* m_training = nullptr;
    TestRunPanel* m_testRun = nullptr;
    RefinementPanel* m_refinement = nullptr;
    DiagnosticsPanel* m_diagnostics = nullptr;
    VersionsPanel* m_versions = nullptr;
    JobsPanel* m_jobs = nullptr;
    SideDocks m_sideDocks{this};
    QDockWidget* m_scoreDock = nullptr;
    QDockWidget* m_versionsDock = nullptr;
    QDockWidget* m_selectionDock = nullptr;
    QDockWidget* m_refinementDock = nullptr;
    QDockWidget* m_diagnosticsDock = nullptr;
    QDockWidget* m_jobsDock = nullptr;
    GenerateChoice m_choice;      // what was chosen last
    RecordChoice m_recordChoice;  // likewise
    bool m_methodChosen = false;  // by the user
    bool m_closing = false;       // the user agreed to stop what runs
    bool m_closeAgreed = false;   // what was unsaved is saved or given up
    QByteArray m_defaultLayout;
    std::shared_ptr<QSettings> m_settings;     // null = nothing is remembered
    RecentFiles* m_recent = nullptr;           // null likewise
    std::vector<FileRequest> m_afterSession;   // to be opened when the session is
    std::function<void()> m_afterSaving;       // what waits for a saving
    std::unique_ptr<SessionKeeper> m_session;  // saves to the end before anything else goes
};

}  // namespace mimesys::widgets
