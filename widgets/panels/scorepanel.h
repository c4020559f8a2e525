// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <memory>

class QCheckBox;
class QLabel;
class QStackedWidget;
class QTreeView;

namespace mimesys::evaluation {
struct Score;
}

namespace mimesys::widgets {

class Document;
class FamilyChart;
class ScoreModel;
class ScoreOrder;
class SelectionScore;
struct RunOutcome;
class ViewState;

// DTW of every metric as a table, of every family as bars, for the whole trace or for what is selected of it. Choosing
// a metric shows its lane.
class ScorePanel : public QWidget {
    Q_OBJECT
public:
    ScorePanel(ViewState* state, const Document* document, QWidget* parent = nullptr);
    // Says below the score what a run achieved.
    void showRun(const RunOutcome& outcome);

private:
    void takeScore();
    void build();
    [[nodiscard]] std::shared_ptr<const evaluation::Score> shown() const;

    ViewState* m_state;
    const Document* m_document;
    SelectionScore* m_selection;
    QCheckBox* m_selectionOnly;  // there while something is selected
    ScoreModel* m_model;
    ScoreOrder* m_order;
    QTreeView* m_tree;
    FamilyChart* m_chart;
    QLabel* m_hint;
    QLabel* m_simulated;
    QLabel* m_notes;  // choices the numbers depend on
    QLabel* m_run;
    QStackedWidget* m_pages;
};

}  // namespace mimesys::widgets
