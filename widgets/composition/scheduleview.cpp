// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "composition/scheduleview.h"

#include "composition/windowfocus.h"
#include "timeline/format.h"
#include "timeline/timeaxis.h"
#include "viewstate/viewstate.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <algorithm>
#include <limits>

namespace mimesys::widgets {
namespace {

constexpr std::int64_t kFar = std::numeric_limits<std::int64_t>::max() / 2;

QString milliseconds(std::int64_t ns) {
    return formatValue(static_cast<double>(ns) * 1e-6, "ms");
}

}  // namespace

ScheduleView::ScheduleView(ViewState* state, QWidget* parent) : QAbstractScrollArea(parent), m_state(state) {
    setObjectName(QStringLiteral("schedule"));
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    viewport()->setMouseTracking(true);
    installPaintedRowsAccess();
    connect(state, &ViewState::focusChanged, this, &ScheduleView::followState);
    connect(state, &ViewState::cursorChanged, this, &ScheduleView::followState);
    connect(state, &ViewState::stressorSelected, this, &ScheduleView::refresh);
    new WindowZoom(state, viewport(), [this](QPointF position) {
        return timeInWindow(position.x()) ? std::optional(m_composition->windowRange(m_window)) : std::nullopt;
    });
}

void ScheduleView::setComposition(CompositionPtr composition, bool simulated) {
    m_composition = std::move(composition);
    m_simulated = simulated;
    m_chosenCpu = -1;
    if (m_composition) {
        m_window = std::min(m_window, m_composition->plan().windowCount() - 1);
    }
    followState();
    arrange();
    setAccessibleName(title());
    Q_EMIT shownWindowChanged(m_window);
}

void ScheduleView::setOrder(ScheduleOrder order) {
    m_order = order;
    refresh();
}

ScheduleOrder ScheduleView::shownOrder() const {
    return m_composition && canShowRounds(m_composition->plan().windowSeconds(), frame().plot.width())
               ? m_order
               : ScheduleOrder::Totals;
}

void ScheduleView::followState() {
    const auto time = m_state->focus() ? m_state->focus() : m_state->cursor();
    const auto window = m_composition && time ? m_composition->windowAt(*time) : std::nullopt;
    if (window && *window != m_window) {
        m_window = *window;
        refresh();
        setAccessibleName(title());
        Q_EMIT shownWindowChanged(m_window);
    }
    viewport()->update();
}

void ScheduleView::showWindow(std::size_t window) {
    if (m_composition) {
        focusOn(m_state, m_composition->windowRange(std::min(window, m_composition->plan().windowCount() - 1)));
    }
}

void ScheduleView::step(std::int64_t by) {
    if (m_composition) {
        const auto last = static_cast<std::int64_t>(m_composition->plan().windowCount()) - 1;
        showWindow(
            static_cast<std::size_t>(std::clamp(static_cast<std::int64_t>(m_window) + by, std::int64_t{0}, last)));
    }
}

void ScheduleView::chooseCpu(int cpu) {
    if (!m_composition) {
        return;
    }
    m_chosenCpu = std::clamp(cpu, 0, paintedRowCount() - 1);
    const ScheduleFrame shown = frame();
    const QRectF row = shown.rowRect(m_chosenCpu);
    if (row.top() < shown.plot.top()) {
        verticalScrollBar()->setValue(static_cast<int>(m_chosenCpu * shown.rowHeight));
    } else if (row.bottom() > shown.plot.bottom() + 1) {
        verticalScrollBar()->setValue(
            static_cast<int>((m_chosenCpu + 1) * shown.rowHeight - shown.plot.height() + 0.999));
    }
    setAccessibleDescription(readout());
    refresh();
}

void ScheduleView::refresh() {
    m_picture.makeStale();
    m_segmentsStale = true;
    viewport()->update();
}

void ScheduleView::arrange() {
    const ScheduleFrame shown = frame();
    verticalScrollBar()->setPageStep(shown.plot.height());
    verticalScrollBar()->setSingleStep(fontMetrics().height());
    verticalScrollBar()->setRange(0, std::max(shown.contentHeight - shown.plot.height(), 0));
    refresh();
}

ScheduleFrame ScheduleView::frame() const {
    return scheduleFrame(viewport()->size(), paintedRowCount(), verticalScrollBar()->value(),
                         {fontMetrics().height(), fontMetrics().averageCharWidth()});
}

const std::vector<ScheduleSegment>& ScheduleView::segments() const {
    if (m_segmentsStale) {
        m_segments.clear();
        if (m_composition) {
            const ScheduleFrame shown = frame();
            m_segments = scheduleSegments(m_composition->plan(), m_window, shown.visibleCpus(), shownOrder(),
                                          static_cast<int>(shown.plot.width() * devicePixelRatioF()));
        }
        m_segmentsStale = false;
    }
    return m_segments;
}

std::optional<std::int64_t> ScheduleView::timeInWindow(double x) const {
    const QRect plot = frame().plot;
    if (!m_composition || x < plot.left() || x >= plot.left() + plot.width()) {
        return std::nullopt;
    }
    return TimeScale{m_composition->windowRange(m_window), static_cast<double>(plot.left()),
                     static_cast<double>(plot.width())}
        .timeAt(x);
}

const ScheduleSegment* ScheduleView::segmentAt(QPointF position) const {
    const ScheduleFrame shown = frame();
    const int cpu = shown.cpuAt(position.y());
    const double x = (position.x() - shown.plot.left()) * devicePixelRatioF();
    const auto found = std::ranges::find_if(segments(), [&](const ScheduleSegment& segment) {
        return segment.cpu == cpu && x >= segment.left && x < segment.right;
    });
    return found == m_segments.end() ? nullptr : &*found;
}

QString ScheduleView::nameOf(std::uint32_t stressor) const {
    return toQString(m_composition->plan().stressors()[stressor]);
}

QString ScheduleView::segmentText(const ScheduleSegment& segment) const {
    const execution::PlannedSlice& slice = segment.slice;
    const auto share =
        static_cast<double>(m_composition->plan().at(m_window, static_cast<std::size_t>(segment.cpu), slice.stressor));
    const auto windowNs = static_cast<double>(m_composition->windowRange(0).lengthNs());
    const QString whole = tr("%1: %2, %3 of the window (%4)")
                              .arg(paintedRowName(segment.cpu), nameOf(slice.stressor), formatValue(share * 100.0, "%"),
                                   milliseconds(static_cast<std::int64_t>(share * windowNs)));
    if (shownOrder() == ScheduleOrder::Totals) {
        return whole;
    }
    return tr("%1, here %2 from %3 on")
        .arg(whole, milliseconds(slice.endNs - slice.beginNs), milliseconds(slice.beginNs));
}

QString ScheduleView::readout() const {
    if (!m_composition) {
        return {};
    }
    if (m_pointer && timeInWindow(m_pointer->x())) {
        if (const ScheduleSegment* segment = segmentAt(*m_pointer)) {
            return segmentText(*segment);
        }
        const int cpu = frame().cpuAt(m_pointer->y());
        return cpu < 0 ? QString() : tr("%1: sleep").arg(paintedRowName(cpu));
    }
    return m_chosenCpu < 0 ? QString() : tr("%1: %2").arg(paintedRowName(m_chosenCpu), paintedRowValue(m_chosenCpu));
}

QString ScheduleView::title() const {
    if (!m_composition) {
        return {};
    }
    const TimeRange window = m_composition->windowRange(m_window);
    QString text = tr("Window %1 at %2")
                       .arg(static_cast<qulonglong>(m_window))
                       .arg(timeLabel(window.beginNs, window.lengthNs(), TimeLabels::Relative, 0));
    text += shownOrder() == ScheduleOrder::AsRun ? tr(" (in the order of execution; empty = sleep)")
                                                 : tr(" (totals; empty = sleep)");
    return m_simulated ? text + tr(", from simulated data") : text;
}

std::vector<int> ScheduleView::legendRows() const {
    std::vector<int> rows;
    for (const ResourceClass resource : kResourceClasses) {
        for (int row = 0; row < static_cast<int>(m_styles.size()); ++row) {
            if (m_styles[static_cast<std::size_t>(row)].resource == resource &&
                m_composition->mean(row, m_window) > 0.0F) {
                rows.push_back(row);
            }
        }
    }
    return rows;
}

int ScheduleView::legendStressorAt(QPointF position) const {
    const QRect legend = frame().legend;
    if (!m_composition || !legend.contains(position.toPoint())) {
        return -1;
    }
    const std::vector<int> rows = legendRows();
    const auto line = static_cast<std::size_t>((position.y() - legend.top()) / fontMetrics().height());
    return line < rows.size() ? rows[line] : -1;
}

int ScheduleView::paintedRowCount() const {
    return m_composition ? static_cast<int>(m_composition->plan().cpuCount()) : 0;
}

QString ScheduleView::paintedRowName(int row) const {
    return tr("CPU %1").arg(row);
}

QString ScheduleView::paintedRowValue(int row) const {
    auto pieces = scheduleOf(m_composition->plan(), m_window, static_cast<std::size_t>(row), ScheduleOrder::Totals);
    const auto length = [](const execution::PlannedSlice& piece) {
        return piece.endNs - piece.beginNs;
    };
    std::int64_t sleep = m_composition->windowRange(0).lengthNs();
    std::ranges::stable_sort(pieces, std::greater<>(), length);
    QStringList parts;
    for (const execution::PlannedSlice& piece : pieces) {
        parts += tr("%1 %2").arg(nameOf(piece.stressor), milliseconds(length(piece)));
        sleep -= length(piece);
    }
    parts += tr("sleep %1").arg(milliseconds(std::max<std::int64_t>(sleep, 0)));
    return parts.join(QStringLiteral(", "));
}

QRect ScheduleView::paintedRowArea(int row) const {
    const QRect area = frame().rowRect(row).toAlignedRect();
    return {viewport()->mapToGlobal(area.topLeft()), area.size()};
}

QSize ScheduleView::sizeHint() const {
    return {600, fontMetrics().height() * 9};
}

QSize ScheduleView::minimumSizeHint() const {
    return {300, fontMetrics().height() * 5};
}

void ScheduleView::resizeEvent(QResizeEvent* event) {
    QAbstractScrollArea::resizeEvent(event);
    arrange();
}

void ScheduleView::scrollContentsBy(int /*dx*/, int /*dy*/) {
    refresh();
}

void ScheduleView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        arrange();
    }
    QAbstractScrollArea::changeEvent(event);
}

bool ScheduleView::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::Leave) {
        m_pointer.reset();
        m_state->setCursor(std::nullopt);
        viewport()->update();
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void ScheduleView::mouseMoveEvent(QMouseEvent* event) {
    m_pointer = event->position();
    m_state->setCursor(timeInWindow(m_pointer->x()));
    const int stressor = legendStressorAt(*m_pointer);
    viewport()->setToolTip(
        stressor < 0 ? QString()
                     : tr("%1 (%2)").arg(nameOf(static_cast<std::uint32_t>(stressor)),
                                         resourceClassTitle(m_styles[static_cast<std::size_t>(stressor)].resource)));
    viewport()->update();
}

void ScheduleView::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !m_composition) {
        return;
    }
    if (const int stressor = legendStressorAt(event->position()); stressor >= 0) {
        m_state->selectStressor(nameOf(static_cast<std::uint32_t>(stressor)));
        return;
    }
    if (const auto time = timeInWindow(event->position().x())) {
        if (const ScheduleSegment* segment = segmentAt(event->position())) {
            m_state->selectStressor(nameOf(segment->slice.stressor));
        }
        focusOn(m_state, m_composition->windowRange(m_window));
        m_state->setFocus(time);
        m_state->setCursor(time);
    }
}

void ScheduleView::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_Left:
        case Qt::Key_PageUp:
        case Qt::Key_Less:
            step(-1);
            return;
        case Qt::Key_Right:
        case Qt::Key_PageDown:
        case Qt::Key_Greater:
            step(1);
            return;
        case Qt::Key_Home:
            step(-kFar);
            return;
        case Qt::Key_End:
            step(kFar);
            return;
        case Qt::Key_Up:
        case Qt::Key_Down:
            chooseCpu(m_chosenCpu < 0 ? 0 : m_chosenCpu + (event->key() == Qt::Key_Up ? -1 : 1));
            return;
        default:
            QAbstractScrollArea::keyPressEvent(event);
    }
}

}  // namespace mimesys::widgets
