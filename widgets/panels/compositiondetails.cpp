// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/compositiondetails.h"

#include "composition/classareaview.h"
#include "composition/scheduleview.h"
#include "heatmap/heatmapview.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>
#include <limits>

namespace mimesys::widgets {

CompositionDetails::CompositionDetails(ViewState* state, QWidget* parent)
    : QWidget(parent),
      m_cpus(new HeatmapView(state, QStringLiteral("cpuMap"), this)),
      m_schedule(new ScheduleView(state, this)),
      m_classes(new ClassAreaView(state, this)),
      m_tabs(new QTabBar(this)),
      m_pages(new QStackedWidget(this)) {
    setObjectName(QStringLiteral("compositionDetails"));
    m_tabs->setObjectName(QStringLiteral("compositionTabs"));
    m_tabs->setAccessibleName(tr("What is shown of the plan"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setFocusPolicy(Qt::StrongFocus);
    // In the order of View.
    m_tabs->setTabToolTip(m_tabs->addTab(tr("CPUs")), tr("The chosen stressor on each CPU over time"));
    m_tabs->setTabToolTip(m_tabs->addTab(tr("Window")),
                          tr("One window: what each CPU runs, in the order of execution"));
    m_tabs->setTabToolTip(m_tabs->addTab(tr("Classes")), tr("CPU time by class of resource over time"));
    for (QWidget* page :
         {static_cast<QWidget*>(m_cpus), static_cast<QWidget*>(m_schedule), static_cast<QWidget*>(m_classes)}) {
        m_pages->addWidget(page);
    }
    m_windowControls = makeWindowControls();
    auto* top = new QHBoxLayout;
    top->setContentsMargins(4, 0, 4, 0);
    top->addWidget(m_tabs);
    top->addStretch(1);
    top->addWidget(m_windowControls);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(m_pages, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int index) {
        m_pages->setCurrentIndex(index);
        m_windowControls->setVisible(view() == View::Window);
        Q_EMIT viewChanged(view());
    });
    connect(m_schedule, &ScheduleView::shownWindowChanged, this, &CompositionDetails::updateWindowControls);
    setTabOrder(m_tabs, m_window);
    setTabOrder(m_window, m_totals);
    setTabOrder(m_totals, m_schedule);
}

QWidget* CompositionDetails::makeWindowControls() {
    auto* controls = new QWidget(this);
    auto* row = new QHBoxLayout(controls);
    row->setContentsMargins(0, 0, 0, 0);
    auto* label = new QLabel(tr("Wi&ndow:"), controls);
    m_window = new QSpinBox(controls);
    m_window->setObjectName(QStringLiteral("scheduleWindow"));
    m_window->setKeyboardTracking(false);
    m_window->setToolTip(tr("The window that is shown; in the picture, arrow keys step from window to window"));
    label->setBuddy(m_window);
    m_totals = new QCheckBox(tr("&Totals"), controls);
    m_totals->setObjectName(QStringLiteral("scheduleTotals"));
    m_totals->setToolTip(tr("One piece per stressor instead of the slices in the order of execution"));
    row->addWidget(label);
    row->addWidget(m_window);
    row->addWidget(m_totals);
    connect(m_window, &QSpinBox::valueChanged, this,
            [this](int window) { m_schedule->showWindow(static_cast<std::size_t>(window)); });
    connect(m_totals, &QCheckBox::toggled, this,
            [this](bool totals) { m_schedule->setOrder(totals ? ScheduleOrder::Totals : ScheduleOrder::AsRun); });
    controls->hide();
    return controls;
}

void CompositionDetails::setComposition(const CompositionPtr& composition, bool simulated) {
    {
        const QSignalBlocker blocker(m_window);
        const std::size_t windows = composition ? composition->plan().windowCount() : 1;
        m_window->setMaximum(static_cast<int>(std::min<std::size_t>(windows - 1, std::numeric_limits<int>::max())));
    }
    m_schedule->setComposition(composition, simulated);
    m_classes->setComposition(composition, simulated);
}

void CompositionDetails::updateWindowControls() {
    const QSignalBlocker blocker(m_window);
    m_window->setValue(static_cast<int>(m_schedule->shownWindow()));
}

void CompositionDetails::setView(View view) {
    m_tabs->setCurrentIndex(static_cast<int>(view));
}

CompositionDetails::View CompositionDetails::view() const {
    return static_cast<View>(m_tabs->currentIndex());
}

}  // namespace mimesys::widgets
