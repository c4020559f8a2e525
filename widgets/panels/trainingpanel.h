// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/alignform.h"
#include "panels/trainingform.h"

#include <QWidget>

class QLabel;
class QTabBar;
class QTableView;
class QTabWidget;

namespace mimesys::widgets {

class AlignCharts;
class AlignPointModel;
class Document;
class TrainingCharts;
class TrainPointModel;

// Training of a model: what is asked for, how it goes as curves and numbers, and what the model is once it is there.
// The histories of models and logs of other trainings are shown the same way, and so are alignments, on a tab beside
// the training where a model has both.
class TrainingPanel : public QWidget {
    Q_OBJECT
public:
    explicit TrainingPanel(const Document* document, QWidget* parent = nullptr);
    [[nodiscard]] TrainingForm* form() const { return m_form; }
    [[nodiscard]] AlignForm* alignForm() const { return m_alignForm; }
    enum class Machine { Free, Busy, Training, Aligning };
    void setMachine(Machine machine);

Q_SIGNALS:
    void shown();

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeSide();
    QWidget* makeCurves();
    void takeTraining();
    void showTab();

    const Document* m_document;
    QTabWidget* m_forms;
    TrainingForm* m_form;
    AlignForm* m_alignForm;
    TrainPointModel* m_model;
    AlignPointModel* m_alignModel;
    QTableView* m_table = nullptr;
    QTabBar* m_tabs;
    TrainingCharts* m_charts;
    AlignCharts* m_alignCharts;
    QLabel* m_title;
    QLabel* m_note;
    QLabel* m_about;
    QLabel* m_details;
    QWidget* m_curves;
    QLabel* m_hint;
    Machine m_machine = Machine::Free;
};

}  // namespace mimesys::widgets
