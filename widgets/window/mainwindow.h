// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/openjob.h"
#include "jobs/workflow.h"
#include "models/document.h"
#include "viewstate/viewstate.h"

#include <QMainWindow>

class QDockWidget;
class QSplitter;
class QStackedWidget;

namespace mimesys::widgets {

class Actions;
class Banner;
class CollectionPanel;
class DiagnosticsPanel;
class RefinementPanel;
class ScorePanel;
class StressorPanel;
class TimelineView;
class TrainingPanel;

// The studio's window: puts views, panels and commands together and connects them. What they do is theirs.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(const Workflow::Options& options = {}, QWidget* parent = nullptr);
    ~MainWindow() override;

    void open(const std::vector<FileRequest>& files);
    [[nodiscard]] Document* document() { return &m_document; }
    [[nodiscard]] ViewState* viewState() { return &m_state; }
    [[nodiscard]] Workflow* workflow() { return &m_workflow; }
    [[nodiscard]] Actions* actions() { return m_actions; }

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void build();
    QDockWidget* addDock(const QString& name, const QString& title, QWidget* content);
    void connectActions();
    void connectDocument();
    void connectWorkflow();
    void updateActions();
    void updatePage();
    void updateTitle();
    void offerCollection(const std::optional<GenerateChoice>& thenGenerate);
    void generate();
    void askHowToGenerate();
    void connectCollecting();
    void connectTraining();
    void connectRefining();
    void askForFiles(FileRole role);
    void askForExport(Workflow::Export what);
    void exportPicture();
    void savePicture(const QPixmap& picture, const QString& name);

    // In this order: what is declared later is destroyed first, and jobs end before what they report to.
    Document m_document;
    ViewState m_state;
    Workflow m_workflow;
    Actions* m_actions = nullptr;
    Banner* m_banner = nullptr;
    QStackedWidget* m_pages = nullptr;
    QSplitter* m_views = nullptr;
    TimelineView* m_timeline = nullptr;
    ScorePanel* m_score = nullptr;
    StressorPanel* m_stressors = nullptr;
    CollectionPanel* m_collection = nullptr;
    TrainingPanel* m_training = nullptr;
    RefinementPanel* m_refinement = nullptr;
    DiagnosticsPanel* m_diagnostics = nullptr;
    QDockWidget* m_scoreDock = nullptr;
    QDockWidget* m_refinementDock = nullptr;
    QDockWidget* m_diagnosticsDock = nullptr;
    GenerateChoice m_choice;      // what was chosen last
    bool m_methodChosen = false;  // by the user
    bool m_closing = false;       // the user agreed to stop what runs
};

}  // namespace mimesys::widgets
