// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewstate/viewstate.h"

#include <algorithm>

namespace mimesys::widgets {
namespace {

constexpr std::size_t kHistoryLimit = 100;

}  // namespace

ViewState::ViewState(QObject* parent) : QObject(parent) {}

void ViewState::setExtent(TimeRange extent) {
    if (extent.isEmpty()) {
        extent.endNs = extent.beginNs + kShortestViewNs;
    }
    if (extent == m_extent) {
        return;
    }
    const bool showedAll = showsAll();
    m_extent = extent;
    const TimeRange before = m_visible;
    m_visible = showedAll ? extent : clamped(m_visible, extent);
    std::erase_if(m_history, [&](const TimeRange& range) { return clamped(range, extent) != range; });
    m_lastStep = Step::None;
    Q_EMIT extentChanged();
    if (m_visible != before) {
        Q_EMIT visibleChanged();
    }
    // What lies outside the new extent is no longer there to be selected or measured.
    select(m_selection);
    for (const Marker marker : {Marker::A, Marker::B}) {
        const auto time = m_markers[indexOf(marker)];
        setMarker(marker, time && extent.contains(*time) ? time : std::nullopt);
    }
    setFocus(m_focus && extent.contains(*m_focus) ? m_focus : std::nullopt);
}

void ViewState::setCursor(std::optional<std::int64_t> timeNs) {
    if (timeNs) {
        timeNs = std::clamp(*timeNs, m_extent.beginNs, m_extent.endNs - 1);
    }
    if (timeNs != m_cursor) {
        m_cursor = timeNs;
        Q_EMIT cursorChanged();
    }
}

void ViewState::selectMetric(const QString& id) {
    if (id != m_metric) {
        m_metric = id;
        Q_EMIT metricSelected(id);
    }
}

void ViewState::selectStressor(const QString& name) {
    if (name != m_stressor) {
        m_stressor = name;
        Q_EMIT stressorSelected(name);
    }
}

void ViewState::select(std::optional<TimeRange> range) {
    if (range) {
        range->beginNs = std::max(range->beginNs, m_extent.beginNs);
        range->endNs = std::min(range->endNs, m_extent.endNs);
        if (range->isEmpty()) {
            range.reset();
        }
    }
    if (range != m_selection) {
        m_selection = range;
        Q_EMIT selectionChanged();
    }
}

void ViewState::setBand(std::optional<TimeRange> band) {
    if (band != m_band) {
        m_band = band;
        Q_EMIT bandChanged();
    }
}

void ViewState::setMarker(Marker which, std::optional<std::int64_t> timeNs) {
    if (timeNs) {
        timeNs = std::clamp(*timeNs, m_extent.beginNs, m_extent.endNs - 1);
    }
    if (timeNs != m_markers[indexOf(which)]) {
        m_markers[indexOf(which)] = timeNs;
        Q_EMIT markersChanged();
    }
}

void ViewState::setFocus(std::optional<std::int64_t> timeNs) {
    if (timeNs) {
        timeNs = std::clamp(*timeNs, m_extent.beginNs, m_extent.endNs - 1);
    }
    if (timeNs != m_focus) {
        m_focus = timeNs;
        Q_EMIT focusChanged();
    }
}

void ViewState::setCompareMode(CompareMode mode) {
    if (mode != m_compareMode) {
        m_compareMode = mode;
        Q_EMIT compareModeChanged();
    }
}

void ViewState::showPath(bool shown) {
    if (shown != m_pathShown) {
        m_pathShown = shown;
        Q_EMIT pathShownChanged();
    }
}

void ViewState::setCompared(const std::vector<int>& versions) {
    if (versions != m_compared) {
        m_compared = versions;
        Q_EMIT comparedChanged();
    }
}

void ViewState::setNeighbour(Neighbour neighbour) {
    m_neighbour = std::move(neighbour);
}

void ViewState::stepCursor(Direction direction) {
    const std::int64_t from = m_cursor.value_or(m_visible.beginNs + m_visible.lengthNs() / 2);
    const auto to = m_neighbour ? m_neighbour(from, direction) : std::nullopt;
    if (!to) {
        return;
    }
    reveal(*to);
    setCursor(to);
}

void ViewState::show(TimeRange range) {
    moveTo(clamped(range, m_extent), Step::Show);
}

void ViewState::reveal(std::int64_t timeNs) {
    if (!m_visible.contains(timeNs)) {
        const std::int64_t half = m_visible.lengthNs() / 2;
        show({timeNs - half, timeNs - half + m_visible.lengthNs()});
    }
}

void ViewState::zoom(std::int64_t anchorNs, double factor) {
    moveTo(zoomed(m_visible, anchorNs, factor, m_extent), factor < 1.0 ? Step::ZoomIn : Step::ZoomOut);
}

void ViewState::pan(std::int64_t byNs) {
    moveTo(panned(m_visible, byNs, m_extent), m_lastStep == Step::Drag ? Step::Drag : Step::Pan);
}

void ViewState::beginDrag() {
    m_history.push_back(m_visible);
    m_lastStep = Step::Drag;
}

void ViewState::fit() {
    moveTo(m_extent, Step::Show);
}

void ViewState::back() {
    while (!m_history.empty()) {
        const TimeRange range = m_history.back();
        m_history.pop_back();
        m_lastStep = Step::None;
        if (range != m_visible) {
            m_visible = range;
            Q_EMIT visibleChanged();
            return;
        }
    }
}

void ViewState::moveTo(TimeRange range, Step step) {
    if (range == m_visible) {
        return;
    }
    const bool continues = step == m_lastStep && step != Step::Show;
    if (!continues) {
        m_history.push_back(m_visible);
        if (m_history.size() > kHistoryLimit) {
            m_history.erase(m_history.begin());
        }
    }
    m_lastStep = step;
    m_visible = range;
    Q_EMIT visibleChanged();
}

}  // namespace mimesys::widgets
