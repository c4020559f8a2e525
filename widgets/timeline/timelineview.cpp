// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/timelineview.h"

#include "heatmap/heatgrid.h"
#include "heatmap/heatimager.h"
#include "models/document.h"
#include "timeline/format.h"
#include "timeline/geometry.h"
#include "viewstate/timenavigation.h"
#include "viewstate/viewstate.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>
#include <algorithm>

namespace mimesys::widgets {
namespace {

constexpr std::size_t kMostTipLines = 8;

int axisHeight(const QFontMetrics& font) {
    return font.height() + 8;
}

// Each side wants room of its own where they do not lie over each other.
LaneHeights heightsFor(const QFontMetrics& font, CompareMode mode) {
    const int smallest = font.height() * 3;
    return {font.height() + 6, mode == CompareMode::SideBySide ? smallest * 2 : smallest, font.height() * 7};
}

}  // namespace

TimelineView::TimelineView(ViewState* state, const Document* document, QWidget* parent)
    : QAbstractScrollArea(parent),
      m_state(state),
      m_document(document),
      m_navigation(new TimeNavigation(state, viewport(), [this] { return scale(); })),
      m_comparer(new Comparer(state, document, this)) {
    setObjectName(QStringLiteral("timeline"));
    setAccessibleName(tr("Timelines"));
    m_solidName = tr("Real");
    m_dashedName = tr("Emulated");
    setAccessibleDescription(tr("One lane per metric over time; the real trace is solid, the emulated one dashed."));
    installPaintedRowsAccess();
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
    for (const auto signal : {&ViewState::cursorChanged, &ViewState::selectionChanged, &ViewState::bandChanged,
                              &ViewState::markersChanged, &ViewState::focusChanged}) {
        connect(state, signal, viewport(), qOverload<>(&QWidget::update));
    }
    connect(state, &ViewState::compareModeChanged, this, &TimelineView::arrange);
    connect(state, &ViewState::metricSelected, this, &TimelineView::ensureVisible);
    connect(m_comparer, &Comparer::sidesChanged, this, &TimelineView::takeSides);
    connect(m_comparer, &Comparer::overlaysChanged, this, &TimelineView::refresh);
    takeSides();
}

TimelineView::~TimelineView() = default;

TimeScale TimelineView::scale() const {
    return PlotFrame(fontMetrics()).scale(m_state->visible(), viewport()->width());
}

void TimelineView::takeSides() {
    const auto take = [](Strip& strip, const IndexedTracePtr& side) {
        strip.source = side && !side->cpuColumns().empty() ? cpuHeat(side) : nullptr;
        const std::optional<std::int64_t> start = side ? std::optional(side->trace().startNs) : std::nullopt;
        if (start && start == strip.startNs) {
            strip.imager->letLastStandInFor(strip.source.get());
        }
        strip.startNs = start;
    };
    take(m_realStrip, *m_comparer->sides().real);
    take(m_emulatedStrip, *m_comparer->sides().emulated);
    m_marks.clear();
    for (const LoadedTrace* side : {&m_document->real(), &m_document->emulated()}) {
        if (*side && side->diagnostics) {
            std::ranges::copy(widgets::axisMarks(*side->trace, *side->diagnostics), std::back_inserter(m_marks));
        }
    }
    std::ranges::stable_sort(m_marks, {}, &AxisMark::timeNs);
    arrange();
}

std::int64_t TimelineView::startNs() const {
    const Comparison& sides = m_comparer->sides();
    return *sides.real ? (*sides.real)->trace().startNs : *sides.emulated ? (*sides.emulated)->trace().startNs : 0;
}

void TimelineView::arrange() {
    const int available = viewport()->height() - axisHeight(fontMetrics());
    m_lanes = placeLanes(listLanes((*m_comparer->sides().real).get(), (*m_comparer->sides().emulated).get(), m_folding),
                         available, heightsFor(fontMetrics(), m_state->compareMode()));
    const int total = m_lanes.empty() ? 0 : m_lanes.back().top + m_lanes.back().height;
    verticalScrollBar()->setPageStep(std::max(available, 1));
    verticalScrollBar()->setSingleStep(fontMetrics().height() * 2);
    verticalScrollBar()->setRange(0, std::max(total - available, 0));
    refresh();
    Q_EMIT lanesChanged();
}

void TimelineView::refresh() {
    m_picture.makeStale();
    viewport()->update();
}

QRect TimelineView::axisRect() const {
    const TimeScale timeScale = scale();
    return {static_cast<int>(timeScale.left), 0, static_cast<int>(timeScale.width), axisHeight(fontMetrics())};
}

QRect TimelineView::plotsRect() const {
    const QRect axis = axisRect();
    return {axis.left(), axis.bottom() + 1, axis.width(), viewport()->height() - axis.height()};
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
    return !m_picture.isStale() && !m_realStrip.imager->isBusy() && !m_emulatedStrip.imager->isBusy() &&
           !m_comparer->isBusy();
}

void TimelineView::setTimeLabels(TimeLabels labels) {
    m_labels = labels;
    refresh();
}

void TimelineView::setSideNames(const QString& solid, const QString& dashed) {
    m_solidName = solid;
    m_dashedName = dashed;
    setAccessibleDescription(tr("One lane per metric over time; solid: %1, dashed: %2.").arg(solid, dashed));
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

void TimelineView::setFolding(const LaneFolding& folding) {
    m_folding = folding;
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
    if (event->button() == Qt::LeftButton && axisRect().contains(event->position().toPoint())) {
        const auto near = marksNear(m_marks, scale(), event->position().x());
        if (!near.empty()) {
            Q_EMIT markClicked(near.front());
        }
        return;
    }
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
            if (axisRect().contains(help->pos())) {
                QToolTip::showText(help->globalPos(), axisText(help->pos()), viewport());
                return true;
            }
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

QString TimelineView::axisText(QPoint position) const {
    QStringList lines;
    const auto near = marksNear(m_marks, scale(), position.x());
    for (std::size_t i = 0; i < std::min(near.size(), kMostTipLines); ++i) {
        lines += near[i].text;
    }
    if (near.size() > kMostTipLines) {
        lines += tr("… and %n more", nullptr, static_cast<int>(near.size() - kMostTipLines));
    }
    return lines.join(QStringLiteral("\n"));
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
    const IndexedTracePtr& side =
        lower || !m_realStrip.source ? *m_comparer->sides().emulated : *m_comparer->sides().real;
    const int rows = static_cast<int>(side->cpuColumns().size());
    const int height = std::max(both ? plot.height() / 2 : plot.height(), 1);
    const int offset = position.y() - plot.top() - (lower ? plot.height() / 2 : 0);
    const std::size_t column =
        side->cpuColumns()[static_cast<std::size_t>(std::clamp(offset * rows / height, 0, rows - 1))];
    const auto value = valueAt(side->trace(), column, *cursor);
    return tr("%1: %2").arg(metricTitle(side->trace().columns[column].metric.id),
                            formatValue(static_cast<double>(value.value_or(trace::kMissing)), "%"));
}

int TimelineView::paintedRowCount() const {
    return static_cast<int>(m_lanes.size());
}

QString TimelineView::paintedRowName(int row) const {
    const PlacedLane& placed = m_lanes[static_cast<std::size_t>(row)];
    return placed.lane.kind == LaneKind::Metric ? metricTitle(placed.lane.metric.id)
                                                : laneText(placed).section(QLatin1Char('\n'), 0, 0);
}

QString TimelineView::paintedRowValue(int row) const {
    return laneText(m_lanes[static_cast<std::size_t>(row)]);
}

QRect TimelineView::paintedRowArea(int row) const {
    const QRect area = laneRect(m_lanes[static_cast<std::size_t>(row)]);
    return {viewport()->mapToGlobal(area.topLeft()), area.size()};
}

QAccessible::Role TimelineView::paintedRowRole(int row) const {
    return m_lanes[static_cast<std::size_t>(row)].lane.kind == LaneKind::Family ? QAccessible::Heading
                                                                                : QAccessible::Chart;
}

RowFold TimelineView::paintedRowFold(int row) const {
    const Lane& lane = m_lanes[static_cast<std::size_t>(row)].lane;
    if (lane.kind == LaneKind::Metric) {
        return RowFold::None;
    }
    return lane.open ? RowFold::Open : RowFold::Closed;
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
    describe(*m_comparer->sides().real, m_solidName);
    describe(*m_comparer->sides().emulated, m_dashedName);
    for (const Version& version : m_document->versions()) {
        const auto& compared = m_state->compared();
        if (version.id != m_document->currentVersion() && std::ranges::find(compared, version.id) != compared.end()) {
            describe(version.emulated.trace, version.displayName());
        }
    }
    if (const auto distance = m_comparer->sides().distanceOf(lane.metric.id)) {
        lines += tr("DTW distance %1").arg(*distance, 0, 'f', 3);
    }
    return lines.join(QStringLiteral("\n"));
}

}  // namespace mimesys::widgets
