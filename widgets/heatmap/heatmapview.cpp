// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "heatmap/heatmapview.h"

#include "composition/swatch.h"
#include "composition/windowfocus.h"
#include "heatmap/heatimager.h"
#include "theme/colours.h"
#include "timeline/format.h"
#include "timeline/plotframe.h"
#include "timeline/timeaxis.h"
#include "timeline/timemarks.h"
#include "viewstate/timenavigation.h"
#include "viewstate/viewstate.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <cmath>

namespace mimesys::widgets {
namespace {

constexpr int kMargin = 6;
constexpr int kLegendWidth = 12;
constexpr int kSwatch = 9;
constexpr double kLeastSwatched = 4.0;

}  // namespace

HeatmapView::HeatmapView(ViewState* state, const QString& objectName, QWidget* parent)
    : QWidget(parent),
      m_state(state),
      m_navigation(new TimeNavigation(state, this, [this] { return scale(); })),
      m_imager(new HeatImager(this)) {
    setObjectName(objectName);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    installPaintedRowsAccess();
    new WindowZoom(state, this, [this](QPointF position) -> std::optional<TimeRange> {
        return m_content.source && plotRect().contains(position.toPoint())
                   ? windowAround(scale().timeAt(position.x()), m_content.windowSeconds, m_content.source->extent())
                   : std::nullopt;
    });
    const auto repaint = qOverload<>(&QWidget::update);
    connect(m_imager, &HeatImager::ready, this, repaint);
    connect(state, &ViewState::visibleChanged, this, repaint);
    for (const auto signal : {&ViewState::cursorChanged, &ViewState::selectionChanged, &ViewState::bandChanged,
                              &ViewState::markersChanged, &ViewState::focusChanged}) {
        connect(state, signal, this, repaint);
    }
}

HeatmapView::~HeatmapView() = default;

void HeatmapView::setContent(const Content& content) {
    m_content = content;
    setAccessibleName(content.title);
    update();
}

void HeatmapView::setSelectedRow(int row) {
    m_selectedRow = row;
    update();
}

QRect HeatmapView::plotRect() const {
    const PlotFrame frame(fontMetrics());
    const int title = fontMetrics().height() + kMargin;
    return rect().adjusted(frame.left, title, -frame.right, -kMargin);
}

TimeScale HeatmapView::scale() const {
    return PlotFrame(fontMetrics()).scale(m_state->visible(), width());
}

QRectF HeatmapView::rowRect(int row) const {
    const QRectF plot = plotRect();
    const double height = plot.height() / std::max(static_cast<int>(m_content.rows.size()), 1);
    return {plot.left(), plot.top() + height * row, plot.width(), height};
}

int HeatmapView::rowAt(double y) const {
    const QRect plot = plotRect();
    const int rows = static_cast<int>(m_content.rows.size());
    if (rows == 0 || y < plot.top() || y >= plot.top() + plot.height()) {
        return -1;
    }
    return std::min(static_cast<int>((y - plot.top()) * rows / plot.height()), rows - 1);
}

QString HeatmapView::readout() const {
    const auto cursor = m_state->cursor();
    const int row = m_pointer ? rowAt(m_pointer->y()) : -1;
    if (!m_content.source || !cursor || row < 0 || !scale().range.contains(*cursor)) {
        return {};
    }
    const QString value = valueText(row, *cursor);
    if (value.isEmpty()) {
        return {};
    }
    const auto window = static_cast<qlonglong>(static_cast<double>(*cursor) * 1e-9 / m_content.windowSeconds);
    return tr("%1, window %2: %3").arg(m_content.rows[row]).arg(window).arg(value);
}

QString HeatmapView::valueText(int row, std::int64_t timeNs) const {
    const double value = static_cast<double>(m_content.source->valueAt(row, timeNs));
    return std::isnan(value) ? QString() : formatValue(value * 100.0, "%");
}

int HeatmapView::paintedRowCount() const {
    return m_content.source ? static_cast<int>(m_content.rows.size()) : 0;
}

QString HeatmapView::paintedRowName(int row) const {
    return m_content.rows.value(row);
}

QString HeatmapView::paintedRowValue(int row) const {
    const auto time = m_state->cursor() ? m_state->cursor() : m_state->focus();
    return time ? valueText(row, *time) : QString();
}

QRect HeatmapView::paintedRowArea(int row) const {
    const QRect area = rowRect(row).toAlignedRect();
    return {mapToGlobal(area.topLeft()), area.size()};
}

bool HeatmapView::isComplete() const {
    return !m_imager->isBusy();
}

QSize HeatmapView::sizeHint() const {
    return {600, fontMetrics().height() * 9};
}

QSize HeatmapView::minimumSizeHint() const {
    return {300, fontMetrics().height() * 4};
}

void HeatmapView::mouseMoveEvent(QMouseEvent* event) {
    m_pointer = event->position();
    update();
}

void HeatmapView::mousePressEvent(QMouseEvent* event) {
    m_pressed = event->button() == Qt::LeftButton;
}

void HeatmapView::mouseReleaseEvent(QMouseEvent* event) {
    // The second release of a double click comes without a press, over a view that was zoomed meanwhile.
    const int row = rowAt(event->position().y());
    if (!std::exchange(m_pressed, false) || row < 0) {
        return;
    }
    if (plotRect().contains(event->position().toPoint())) {
        m_state->setCursor(scale().timeAt(event->position().x()));
    }
    Q_EMIT rowClicked(row);
}

void HeatmapView::leaveEvent(QEvent* event) {
    m_pointer.reset();
    update();
    QWidget::leaveEvent(event);
}

void HeatmapView::keyPressEvent(QKeyEvent* event) {
    const int rows = static_cast<int>(m_content.rows.size());
    if (rows > 0 && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)) {
        Q_EMIT rowClicked(std::clamp(m_selectedRow + (event->key() == Qt::Key_Up ? -1 : 1), 0, rows - 1));
        return;
    }
    QWidget::keyPressEvent(event);
}

void HeatmapView::requestImage(const Colours& colours) {
    const QRect plot = plotRect();
    const qreal ratio = devicePixelRatioF();
    HeatRequest request;
    request.source = m_content.source;
    request.range = m_state->visible();
    request.columns = static_cast<int>(plot.width() * ratio);
    request.rows = std::min(m_content.source->rowCount(), std::max(static_cast<int>(plot.height() * ratio), 1));
    request.low = m_content.diverging ? -m_content.high : 0.0F;
    request.high = m_content.high;
    request.diverging = m_content.diverging;
    request.lastRowGrey = m_content.idleLast && request.rows == m_content.source->rowCount();
    request.nothing = colours.plot;
    m_imager->request(request);
}

void HeatmapView::paintEvent(QPaintEvent* /*event*/) {
    const Colours colours = coloursFor(palette());
    QPainter painter(this);
    painter.fillRect(rect(), colours.plot);
    paintTitle(painter, colours);
    if (!m_content.source) {
        return;
    }
    const QRect plot = plotRect();
    requestImage(colours);
    m_imager->draw(painter, plot, m_state->visible(), m_content.source.get());
    painter.setPen(colours.border);
    painter.drawRect(plot.adjusted(-1, -1, 0, 0));
    if (m_selectedRow >= 0 && m_selectedRow < m_content.rows.size()) {
        painter.setPen(QPen(colours.emulated, 1.5));
        painter.drawRect(rowRect(m_selectedRow).adjusted(0.0, 0.5, -1.0, -0.5));
    }
    paintNames(painter, colours);
    paintLegend(painter, colours);
    paintTimeMarks(painter, plot, scale(), *m_state, colours);
    const auto focused = m_state->focus()
                             ? windowAround(*m_state->focus(), m_content.windowSeconds, m_content.source->extent())
                             : std::nullopt;
    if (focused) {
        paintWindowBand(painter, plot, scale(), *focused);
    }
    if (m_state->cursor()) {
        paintCursorLine(painter, plot, scale(), *m_state->cursor());
    }
}

void HeatmapView::paintTitle(QPainter& painter, const Colours& colours) const {
    const int room = width() - kMargin - PlotFrame(fontMetrics()).right;
    paintTitleLine(painter, QRect(kMargin, kMargin / 2, room, fontMetrics().height() + 2), m_content.title, readout(),
                   colours.text);
}

void HeatmapView::paintNames(QPainter& painter, const Colours& colours) const {
    const int rows = static_cast<int>(m_content.rows.size());
    const double rowHeight = rowRect(0).height();
    int every = 1;
    while (every * rowHeight < fontMetrics().height() && every < rows) {
        every *= 2;
    }
    for (int row = 0; row < static_cast<int>(m_content.swatches.size()) && rowHeight >= kLeastSwatched; ++row) {
        const QRectF area = rowRect(row);
        const double height = std::min<double>(rowHeight - 1.0, kSwatch);
        painter.fillRect(QRectF(area.left() - kMargin - kSwatch, area.center().y() - height / 2.0, kSwatch, height),
                         m_content.swatches[static_cast<std::size_t>(row)]);
    }
    for (int row = 0; row < rows; row += every) {
        const QRectF area = rowRect(row);
        const double top = std::max(area.center().y() - fontMetrics().height() / 2.0, rowRect(0).top());
        QRectF text(kMargin, top, area.left() - 2 * kMargin, fontMetrics().height());
        if (!m_content.swatches.empty()) {
            text.setRight(text.right() - kSwatch - kMargin / 2);
        }
        painter.setPen(row == m_selectedRow ? colours.emulated : colours.text);
        painter.drawText(
            text, Qt::AlignRight | Qt::AlignVCenter,
            fontMetrics().elidedText(m_content.rows[row], Qt::ElideMiddle, static_cast<int>(text.width())));
    }
}

void HeatmapView::paintLegend(QPainter& painter, const Colours& colours) const {
    const QRect plot = plotRect();
    const QRect bar(plot.right() + kMargin * 2, plot.top(), kLegendWidth, plot.height());
    painter.drawImage(bar, colourRamp(m_content.diverging ? diverging() : viridis()));
    painter.setPen(colours.border);
    painter.drawRect(bar.adjusted(0, 0, -1, -1));
    painter.setPen(colours.text);
    const QRect labels(bar.right() + kMargin, bar.top(), width() - bar.right() - kMargin, bar.height());
    painter.drawText(labels, Qt::AlignLeft | Qt::AlignTop,
                     formatValue(static_cast<double>(m_content.high) * 100.0, "%"));
    painter.drawText(labels, Qt::AlignLeft | Qt::AlignBottom,
                     formatValue(m_content.diverging ? -100.0 * static_cast<double>(m_content.high) : 0.0, "%"));
}

}  // namespace mimesys::widgets
