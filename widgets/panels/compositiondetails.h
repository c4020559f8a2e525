// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "heatmap/composition.h"

#include <QWidget>

class QCheckBox;
class QSpinBox;
class QStackedWidget;
class QTabBar;

namespace mimesys::widgets {

class ClassAreaView;
class HeatmapView;
class ScheduleView;
class ViewState;

// One of three looks into the plan below its stressor map: the chosen stressor on each CPU, the schedule of one window,
// or the classes of resources over time. The choice stays while plans come and go.
class CompositionDetails : public QWidget {
    Q_OBJECT
public:
    explicit CompositionDetails(ViewState* state, QWidget* parent = nullptr);

    enum class View { Cpus, Window, Classes };
    void setView(View view);
    [[nodiscard]] View view() const;

    // What the CPUs do is the panel's to say, as it depends on the chosen stressor.
    [[nodiscard]] HeatmapView* cpus() { return m_cpus; }
    void setComposition(const CompositionPtr& composition, bool simulated);  // null = nothing to show

Q_SIGNALS:
    void viewChanged(CompositionDetails::View view);

private:
    QWidget* makeWindowControls();
    void updateWindowControls();

    HeatmapView* m_cpus;
    ScheduleView* m_schedule;
    ClassAreaView* m_classes;
    QTabBar* m_tabs;
    QStackedWidget* m_pages;
    QWidget* m_windowControls;
    QSpinBox* m_window = nullptr;
    QCheckBox* m_totals = nullptr;
};

}  // namespace mimesys::widgets
