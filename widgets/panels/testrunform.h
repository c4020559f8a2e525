// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/testrunjob.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLineEdit;
class QSpinBox;

namespace mimesys::widgets {

class FileField;
class JobControls;

// What is to be tested, beside which workload, and what is measured of it.
class TestRunForm : public QWidget {
    Q_OBJECT
public:
    // Whether the machine is free to be measured, and whether it is testing.
    enum class Machine { Free, Busy, Testing };

    explicit TestRunForm(QWidget* parent = nullptr);
    // The one that is open.
    void setPlan(const LoadedPlan& plan);
    void setMachine(Machine machine);
    void setProgress(const Job& job);
    [[nodiscard]] TestRunChoice choice() const;

Q_SIGNALS:
    void testRequested(const mimesys::widgets::TestRunChoice& choice);
    void stopRequested();

private:
    void build();
    void refresh();
    [[nodiscard]] bool readsOutput() const;
    [[nodiscard]] QString whatIsMissing() const;

    LoadedPlan m_plan;
    FileField* m_workload;
    QCheckBox* m_fit;
    QLineEdit* m_command;
    QLineEdit* m_service;
    QDoubleSpinBox* m_ready;
    QLineEdit* m_realMix;
    QComboBox* m_measure;
    QLineEdit* m_pattern;
    QLineEdit* m_unit;
    QSpinBox* m_repetitions;
    QDoubleSpinBox* m_settle;
    QDoubleSpinBox* m_pause;
    JobControls* m_controls;
    Machine m_machine = Machine::Free;
};

}  // namespace mimesys::widgets
