// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace mimesys::widgets {

class Document;
class DoseCharts;
class SignatureModel;
class SignatureTable;

// What the stressors do to a machine: all signatures as a matrix, the chosen one as charts over its doses.
class StressorPanel : public QWidget {
    Q_OBJECT
public:
    explicit StressorPanel(const Document* document, QWidget* parent = nullptr);
    // Whether the machine is free to be measured, and whether it is being calibrated.
    enum class Machine { Free, Busy, Calibrating };
    void setMachine(Machine machine);
    [[nodiscard]] QString selected() const { return m_selected; }

Q_SIGNALS:
    void shown();
    void calibrationRequested(bool restart);

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeEmptyPage();
    QWidget* makePage();
    QWidget* makeDetails();
    void takeCalibration();
    void select(const QModelIndex& index);
    void showDetails();
    void updateButtons();

    const Document* m_document;
    SignatureModel* m_model;
    SignatureTable* m_table;
    DoseCharts* m_charts;
    QLabel* m_machine;
    QLabel* m_note;
    QLabel* m_name;
    QLabel* m_verdict;
    QLabel* m_unrecorded;
    QPushButton* m_first;  // of the empty page
    QPushButton* m_again;
    QStackedWidget* m_pages;
    QString m_selected;
    Machine m_state = Machine::Free;
    bool m_restart = false;  // what the button would do
};

}  // namespace mimesys::widgets
