// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/document.h"
#include "testrun/report.h"
#include "viewstate/viewstate.h"

#include <QWidget>

class QComboBox;
class QLabel;

namespace mimesys::widgets {

class TimelineView;

// The machine during a typical run alone, solid, and during one beside a neighbour, dashed, both from the command's
// start on.
class TestRunLanes : public QWidget {
    Q_OBJECT
public:
    explicit TestRunLanes(QWidget* parent = nullptr);
    void setTestRun(const LoadedTestRun& testRun);
    // Which run each line is of.
    [[nodiscard]] QString text() const;
    [[nodiscard]] const Document& sides() const { return m_sides; }

private:
    void showRuns();
    [[nodiscard]] QString nameOf(testrun::Condition condition) const;

    LoadedTestRun m_testRun;
    Document m_sides;  // apart from what the window compares
    ViewState m_state;
    QComboBox* m_beside;
    QLabel* m_label;
    TimelineView* m_view;
};

}  // namespace mimesys::widgets
