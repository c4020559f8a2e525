// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/generatejob.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QSpinBox;

namespace mimesys::model {
struct Description;
}

namespace mimesys::widgets {

class FileField;

// How a plan is to be made: the method, what it works from, and how the diffusion model draws. What makes no sense
// cannot be entered.
class GenerateDialog : public QDialog {
    Q_OBJECT
public:
    // `traceCpus` is that of the trace to be imitated; 0 = it names none.
    GenerateDialog(const GenerateChoice& choice, const Installed& installed, int traceCpus, QWidget* parent = nullptr);
    [[nodiscard]] GenerateChoice choice() const;

Q_SIGNALS:
    void chosen(const mimesys::widgets::GenerateChoice& choice);

protected:
    // Another method may make it longer than the room below it.
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeDiffusion();
    void take(const GenerateChoice& choice);
    void refresh();
    void describeModel();
    void takeDescription(const model::Description& description);
    [[nodiscard]] PlanMethod method() const;

    int m_traceCpus;
    QComboBox* m_method;
    FileField* m_model;
    FileField* m_dataset;
    QLabel* m_modelLabel;
    QLabel* m_datasetLabel;
    QSpinBox* m_seed;
    QWidget* m_diffusion;
    QComboBox* m_sampler;
    QComboBox* m_strategy;
    QSpinBox* m_steps;
    QSpinBox* m_firstSteps;
    QDoubleSpinBox* m_guidance;
    QSpinBox* m_candidates;
    QSpinBox* m_polish;
    QDoubleSpinBox* m_idleBelow;
    QCheckBox* m_usePrevious;
    QCheckBox* m_fit;
    QLabel* m_cost;
    QLabel* m_about;
    QPushButton* m_generate;
    QString m_described;  // the path whose description is or will be shown
};

}  // namespace mimesys::widgets
