// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/lanemenu.h"

#include "timeline/format.h"
#include "timeline/timelineview.h"
#include "viewstate/viewstate.h"

#include <algorithm>

namespace mimesys::widgets {

LaneMenu::LaneMenu(ViewState* state, TimelineView* view, QWidget* parent)
    : QMenu(tr("Lanes"), parent), m_state(state), m_view(view) {
    setObjectName(QStringLiteral("laneMenu"));
    m_next = add("nextLane", tr("&Next lane"), tr("Choose the lane below"), QKeySequence(Qt::ALT | Qt::Key_Down));
    m_previous =
        add("previousLane", tr("&Previous lane"), tr("Choose the lane above"), QKeySequence(Qt::ALT | Qt::Key_Up));
    m_fold = add("foldFamily", tr("&Fold or unfold"), tr("Fold or unfold the family of the chosen lane"),
                 QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Down));
    m_cpus = add("cpuLanes", tr("&CPUs as lanes"), tr("Show each CPU as a lane of its own below the heat strip"),
                 QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_U));
    m_cpus->setCheckable(true);
    connect(m_next, &QAction::triggered, this, [this] { step(1); });
    connect(m_previous, &QAction::triggered, this, [this] { step(-1); });
    connect(m_fold, &QAction::triggered, this, &LaneMenu::foldFamily);
    connect(m_cpus, &QAction::triggered, this, &LaneMenu::openStrip);
    connect(view, &TimelineView::lanesChanged, this, &LaneMenu::refresh);
    connect(state, &ViewState::metricSelected, this, &LaneMenu::refresh);
    refresh();
}

QAction* LaneMenu::add(const char* name, const QString& text, const QString& help, const QKeySequence& keys) {
    QAction* action = addAction(text);
    action->setObjectName(QLatin1String(name));
    action->setStatusTip(help);
    action->setShortcut(keys);
    return action;
}

void LaneMenu::step(int by) {
    std::vector<QString> metrics;
    for (const PlacedLane& lane : m_view->lanes()) {
        if (lane.lane.kind == LaneKind::Metric) {
            metrics.push_back(toQString(lane.lane.metric.id));
        }
    }
    if (metrics.empty()) {
        return;
    }
    const auto found = std::ranges::find(metrics, m_state->selectedMetric());
    const auto last = static_cast<int>(metrics.size()) - 1;
    const int index = found != metrics.end() ? static_cast<int>(found - metrics.begin()) + by : by > 0 ? 0 : last;
    m_state->selectMetric(metrics[static_cast<std::size_t>(std::clamp(index, 0, last))]);
}

void LaneMenu::foldFamily() {
    const Family family = metricFor(m_state->selectedMetric().toStdString()).family;
    const auto heading = std::ranges::find_if(m_view->lanes(), [&](const PlacedLane& lane) {
        return lane.lane.kind == LaneKind::Family && lane.lane.family == family;
    });
    if (heading != m_view->lanes().end()) {
        const Lane lane = heading->lane;
        m_view->toggle(lane);
    }
}

void LaneMenu::openStrip() {
    const auto strip =
        std::ranges::find(m_view->lanes(), LaneKind::CpuStrip, [](const PlacedLane& lane) { return lane.lane.kind; });
    if (strip != m_view->lanes().end()) {
        const Lane lane = strip->lane;
        m_view->toggle(lane);
    }
}

void LaneMenu::refresh() {
    const auto has = [&](LaneKind kind) {
        return std::ranges::any_of(m_view->lanes(), [&](const PlacedLane& lane) { return lane.lane.kind == kind; });
    };
    m_next->setEnabled(has(LaneKind::Metric));
    m_previous->setEnabled(has(LaneKind::Metric));
    m_fold->setEnabled(has(LaneKind::Family) && !m_state->selectedMetric().isEmpty());
    m_cpus->setEnabled(has(LaneKind::CpuStrip));
    m_cpus->setChecked(m_view->folding().cpusOpen);
}

}  // namespace mimesys::widgets
