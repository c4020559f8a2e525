// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/timelineview.h"

#include "heatmap/heatgrid.h"
#include "heatmap/heatimager.h"
#include "models/document.h"
#include "timeline/format.h"
#include "timeline/geometry.h"
#include "timeline/timelineaccess.h"
#include "viewstate/timenavigation.h"
#include "viewstate/viewstate.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

namespace mimesys::widgets {
namespace {

int axisHeight(const QFontMetrics& font) {
    return font.height() + 8;
}

LaneHeights heightsFor(const QFontMetrics& font) {
    return {font.height() + 6, font.height() * 3, font.height() * 7};
}

}  // namespace

TimelineView::TimelineView(ViewState* state, const Document* document, QWidget* parent)
    : QAbstractScrollArea(parent),
      m_state(state),
      m_document(document),
      m_navigation(new TimeNavigation(state, viewport(), [this] { return scale(); })) {
    setObjectName(QStringLiteral("timeline"));
    setAccessibleName(tr("Timelines"));
    setAccessibleDescription(tr("One lane per metric over time; the real trace is solid, the emulated one dashed."));
    installTimelineAccess();
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    for (Strip* strip : {&m_realStrip, &m_emulatedStrip}) {
        strip->imager = new HeatImager(this);
        connect(strip->imager, &HeatImager::ready, this, &TimelineView::refresh);
    }
    connect(state, &ViewState::visibleChanged, this, &TimelineView::refresh);
    connect(state, &ViewState::extentChanged, this, &TimelineView::refresh);
    connect(state, &ViewState::cursorChanged, viewport(), qOverload<>(&QWidget::update));
    connect(state, &ViewState::metricSelected, this, &TimelineView::ensureVisible);
    connect(document, &Document::realChanged, this, &TimelineView::takeSides);
    connect(document, &Document::emulatedChanged, this, &TimelineView::takeSides);
    connect(document, &Document::scoreChanged, this, &TimelineView::takeSides);
}

TimelineView::~TimelineView() = default;

TimeScale TimelineView::scale() const {
    return PlotFrame(fontMetrics()).scale(m_state->visible(), viewport()->width());
}

void TimelineView::takeSides() {
    m_sides.real = evaluation::Real<IndexedTracePtr>(m_document->real().trace);
    m_sides.emulated = evaluation::Emulated<IndexedTracePtr>(m_document->emulated().trace);
    m_sides.score = m_document->score();
    const auto take = [](Strip& strip, const IndexedTracePtr& side) {
        strip.source = side && !side->cpuColumns().empty() ? cpuHeat(side) : nullptr;
    };
    take(m_realStrip, *m_sides.real);
    take(m_emulatedStrip, *m_sides.emulated);
    arrange();
}

void TimelineView::arrange() {
    const int available = viewport()->height() - axisHeight(fontMetrics());
    m_lanes = placeLanes(listLanes((*m_sides.real).get(), (*m_sides.emulated).get(), m_folding), available,
                         heightsFor(fontMetrics()));
    const int total = m_lanes.empty() ? 0 : m_lanes.back().top + m_lanes.back().height;
    verticalScrollBar()->setPageStep(std::max(available, 1));
    verticalScrollBar()->setSingleStep(fontMetrics().height() * 2);
    verticalScrollBar()->setRange(0, std::max(total - available, 0));
    refresh();
    Q_EMIT lanesChanged();
}

void TimelineView::refresh() {
    m_stale = true;
    viewport()->update();
}

QRect TimelineView::laneRect(const PlacedLane& lane) const {
    return {0, lane.top + axisHeight(fontMetrics()) - verticalScrollBar()->value(), viewport()->width(), lane.height};
}

QRect TimelineView::plotRect(const PlacedLane& lane) const {
    const PlotFrame frame(fontMetrics());
    return laneRect(lane).adjusted(frame.left, 0, -frame.right, -1);
}

const PlacedLane* TimelineView::laneAt(QPoint position) const {
    if (position.y() < axisHeight(fontMetrics())) {
        return nullptr;
    }
    const auto lane = std::ranges::find_if(
        m_lanes, [&](const PlacedLane& candidate) { return laneRect(candidate).contains(position); });
    return lane == m_lanes.end() ? nullptr : &*lane;
}

bool TimelineView::isComplete() const {
    return !m_stale && !m_realStrip.imager->isBusy() && !m_emulatedStrip.imager->isBusy();
}

void TimelineView::setTimeLabels(TimeLabels labels) {
    m_labels = labels;
    refresh();
}

void TimelineView::toggle(const Lane& lane) {
    if (lane.kind == LaneKind::Family) {
        if (m_folding.closed.erase(lane.family) == 0) {
            m_folding.closed.insert(lane.family);
        }
    } else if (lane.kind == LaneKind::CpuStrip) {
        m_folding.cpusOpen = !m_folding.cpusOpen;
    }
    arrange();
}

void TimelineView::ensureVisible(const QString& metricId) {
    const Metric metric = metricFor(metricId.toStdString());
    const bool folded = m_folding.closed.erase(metric.family) > 0;
    const auto isThere = [&](const PlacedLane& lane) {
        return lane.lane.kind == LaneKind::Metric && lane.lane.metric.id == metric.id;
    };
    if (cpuOfUtilizationId(metric.id) && std::ranges::none_of(m_lanes, isThere)) {
        m_folding.cpusOpen = true;
        arrange();
    } else if (folded) {
        arrange();
    }
    const auto lane = std::ranges::find_if(m_lanes, isThere);
    if (lane != m_lanes.end()) {
        const int value = verticalScrollBar()->value();
        const int page = verticalScrollBar()->pageStep();
        if (lane->top < value || lane->top + lane->height > value + page) {
            verticalScrollBar()->setValue(lane->top - (page - lane->height) / 2);
        }
    }
    refresh();
}

void TimelineView::resizeEvent(QResizeEvent* event) {
    QAbstractScrollArea::resizeEvent(event);
    arrange();
}

void TimelineView::scrollContentsBy(int /*dx*/, int /*dy*/) {
    refresh();
}

void TimelineView::mouseReleaseEvent(QMouseEvent* event) {
    const PlacedLane* lane = laneAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton || lane == nullptr) {
        return;
    }
    if (lane->lane.kind == LaneKind::Metric) {
        m_state->selectMetric(toQString(lane->lane.metric.id));
    } else if (lane->lane.kind == LaneKind::Family || event->position().x() < PlotFrame(fontMetrics()).left) {
        const Lane clicked = lane->lane;
        toggle(clicked);
    }
}

void TimelineView::keyPressEvent(QKeyEvent* event) {
    if (!m_navigation->handleKey(event)) {
        QAbstractScrollArea::keyPressEvent(event);
    }
}

bool TimelineView::viewportEvent(QEvent* event) {
    switch (event->type()) {
        case QEvent::MouseMove:
            m_pointer = static_cast<QMouseEvent*>(event)->position().toPoint();
            viewport()->update();
            break;
        case QEvent::Leave:
            m_pointer.reset();
            viewport()->update();
            break;
        case QEvent::ToolTip: {
            auto* help = static_cast<QHelpEvent*>(event);
            // Over the plot it would hide the data, and the margin shows the values anyway.
            const TimeScale timeScale = scale();
            const bool beside = help->pos().x() < timeScale.left || help->pos().x() > timeScale.left + timeScale.width;
            const PlacedLane* lane = beside ? laneAt(help->pos()) : nullptr;
            QToolTip::showText(help->globalPos(), lane == nullptr ? QString() : laneText(*lane), viewport());
            return true;
        }
        default:
            break;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void TimelineView::changeEvent(QEvent* event) {
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        refresh();
    } else if (event->type() == QEvent::FontChange) {
        arrange();
    }
}

QString TimelineView::stripText(QPoint position) const {
    const PlacedLane* lane = laneAt(position);
    const auto cursor = m_state->cursor();
    if (lane == nullptr || lane->lane.kind != LaneKind::CpuStrip || !cursor) {
        return {};
    }
    const QRect plot = plotRect(*lane);
    const bool both = m_realStrip.source && m_emulatedStrip.source;
    const bool lower = both && position.y() >= plot.top() + plot.height() / 2;
    const IndexedTracePtr& side = lower || !m_realStrip.source ? *m_sides.emulated : *m_sides.real;
    const int rows = static_cast<int>(side->cpuColumns().size());
    const int height = std::max(both ? plot.height() / 2 : plot.height(), 1);
    const int offset = position.y() - plot.top() - (lower ? plot.height() / 2 : 0);
    const std::size_t column =
        side->cpuColumns()[static_cast<std::size_t>(std::clamp(offset * rows / height, 0, rows - 1))];
    const auto value = valueAt(side->trace(), column, *cursor);
    return tr("%1: %2").arg(metricTitle(side->trace().columns[column].metric.id),
                            formatValue(static_cast<double>(value.value_or(trace::kMissing)), "%"));
}

QString TimelineView::laneText(const PlacedLane& placed) const {
    const Lane& lane = placed.lane;
    if (lane.kind == LaneKind::Family) {
        return tr("%1: %n metric(s)", nullptr, lane.members).arg(familyTitle(lane.family));
    }
    if (lane.kind == LaneKind::CpuStrip) {
        const QString title = tr("CPU utilisation of %n core(s)", nullptr, lane.members);
        const QString under = m_pointer ? stripText(*m_pointer) : QString();
        return under.isEmpty() ? title : title + QStringLiteral("\n") + under;
    }
    QStringList lines{tr("%1 (%2)").arg(metricTitle(lane.metric.id), toQString(lane.metric.id))};
    const auto describe = [&](const IndexedTracePtr& side, const QString& name) {
        const int column = side ? side->columnOf(lane.metric.id) : -1;
        if (column < 0) {
            return;
        }
        const auto index = static_cast<std::size_t>(column);
        const trace::MinMax total = side->total(index);
        lines += tr("%1: %2 to %3, source: %4")
                     .arg(name, formatValue(static_cast<double>(total.minimum), lane.metric.unit),
                          formatValue(static_cast<double>(total.maximum), lane.metric.unit),
                          toQString(provenanceName(side->trace().columns[index].provenance)));
        if (const auto cursor = m_state->cursor()) {
            const auto value = valueAt(side->trace(), index, *cursor);
            lines.back() +=
                QStringLiteral("; ") +
                (value ? tr("at the cursor %1").arg(formatValue(static_cast<double>(*value), lane.metric.unit))
                       : tr("no value at the cursor"));
        }
    };
    describe(*m_sides.real, tr("Real"));
    describe(*m_sides.emulated, tr("Emulated"));
    if (const auto distance = m_sides.distanceOf(lane.metric.id)) {
        lines += tr("DTW distance %1").arg(*distance, 0, 'f', 3);
    }
    return lines.join(QStringLiteral("\n"));
}

}  // namespace mimesys::widgets
