// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/generatejob.h"
#include "theme/colours.h"

#include <QObject>

class QAction;
class QActionGroup;
class QComboBox;
class QMainWindow;
class QMenu;

namespace mimesys::widgets {

class Document;
class ViewState;
class Workflow;

// All commands of the window with their texts, shortcuts and icons, put into menus and the tool bar. What they do is
// connected elsewhere.
class Actions : public QObject {
    Q_OBJECT
public:
    explicit Actions(QMainWindow* window);

    QAction* open;
    QAction* openEmulated;
    QAction* saveSession;
    QAction* saveSessionAs;
    QAction* exportWorkload;
    QAction* exportPlan;
    QAction* exportReal;
    QAction* exportEmulated;
    QAction* exportScore;
    QAction* exportTestRun;
    QAction* exportPicture;
    QAction* exportRange;
    QAction* exportReport;
    QAction* quit;
    QAction* generate;
    QAction* generateWith;
    QAction* run;
    QAction* refine;
    QAction* stop;
    QAction* record;
    QAction* collect;
    QAction* zoomIn;
    QAction* zoomOut;
    QAction* fit;
    QAction* back;
    QAction* clockTime;
    QAction* restoreLayout;
    QAction* stressors;
    QAction* calibrate;
    QAction* collection;
    QAction* training;
    QAction* palette;
    QAction* versions;
    QAction* testRun;
    QAction* shortcuts;
    QAction* about;
    QMenu* recentMenu;
    QMenu* exportMenu;
    QMenu* viewMenu;  // the window adds its docks

    [[nodiscard]] PlanMethod method() const;
    void setMethod(PlanMethod method);
    void setTheme(Theme theme);
    void setLanguage(const QString& code);
    // What can be done now.
    void update(const Workflow& workflow, const Document& document, const ViewState& state);

Q_SIGNALS:
    void themeChosen(mimesys::widgets::Theme theme);
    // Its code, empty for the system's.
    void languageChosen(const QString& code);
    // By the user.
    void methodChosen(mimesys::widgets::PlanMethod method);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QAction* add(QMenu* menu, const char* name, const QString& text, const QKeySequence& shortcut,
                 const QString& help = {}, const char* icon = nullptr);
    void makeFileMenu();
    void makeWorkloadMenu();
    void makeViewMenu();
    void makeHelpMenu();
    void makeToolBar();
    void tintIcons();

    QMainWindow* m_window;
    QComboBox* m_method;
    QActionGroup* m_themes;
    QActionGroup* m_languages = nullptr;
};

}  // namespace mimesys::widgets
