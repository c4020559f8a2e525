// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QSpinBox;
class QTableView;

namespace mimesys::widgets {

class Document;
class RefinementChart;
class RoundModel;

// A refinement as it goes on: the distance of every round as a curve and in numbers. Choosing a round puts its plan
// back.
class RefinementPanel : public QWidget {
    Q_OBJECT
public:
    explicit RefinementPanel(Document* document, QWidget* parent = nullptr);
    [[nodiscard]] std::size_t rounds() const;  // at most, as entered
    void setPossible(bool possible);           // whether one can be started now

Q_SIGNALS:
    void refineRequested();
    void stopRequested();

private:
    QWidget* makeBar();
    void takeRefinement();
    void selectShown();
    void updateButtons();
    [[nodiscard]] QString sentence() const;

    Document* m_document;
    RoundModel* m_model;
    RefinementChart* m_chart;
    QTableView* m_table;
    QPushButton* m_start;
    QPushButton* m_stop;
    QSpinBox* m_rounds;
    QLabel* m_hint;
    QLabel* m_note;
    QLabel* m_simulated;
    bool m_possible = false;
};

}  // namespace mimesys::widgets
