// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/testrunform.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTableView;

namespace mimesys::widgets {

class ConditionModel;
class Document;
class TestRunChart;
class TestRunLanes;

// A command alone and beside a workload: what is asked for, every run's value, the slowdowns, and the machine
// meanwhile. Reports that are opened are shown the same way.
class TestRunPanel : public QWidget {
    Q_OBJECT
public:
    explicit TestRunPanel(const Document* document, QWidget* parent = nullptr);
    [[nodiscard]] TestRunForm* form() const { return m_form; }
    void setMachine(TestRunForm::Machine machine);

Q_SIGNALS:
    void saveRequested();

private:
    QWidget* makeSide();
    QWidget* makeResult();
    void takeTestRun();
    void fitTable();
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString verdict() const;
    [[nodiscard]] QString notes() const;

    const Document* m_document;
    TestRunForm* m_form;
    ConditionModel* m_model;
    TestRunChart* m_chart;
    TestRunLanes* m_lanes;
    QTableView* m_table;
    QPushButton* m_save;
    QLabel* m_title;
    QLabel* m_simulated;
    QLabel* m_verdict;
    QLabel* m_notes;
    QLabel* m_key;
    QLabel* m_hint;
    QWidget* m_result = nullptr;
    TestRunForm::Machine m_machine = TestRunForm::Machine::Free;
};

}  // namespace mimesys::widgets
