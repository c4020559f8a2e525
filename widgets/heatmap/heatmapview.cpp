// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "heatmap/heatmapview.h"

#include "heatmap/heatimager.h"
#include "theme/colours.h"
#include "timeline/format.h"
#include "timeline/plotframe.h"
#include "timeline/timeaxis.h"
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

}  // namespace

HeatmapView::HeatmapView(ViewState* state, const QString& objectName, QWidget* parent)
    : QWidget(parent),
      m_state(state),
      m_navigation(new TimeNavigation(state, this, [this] { return scale(); })),
      m_imager(new HeatImager(this)) {
    setObjectName(objectName);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    const auto repaint = qOverload<>(&QWidget::update);
    connect(m_imager, &HeatImager::ready, this, repaint);
    connect(state, &ViewState::visibleChanged, this, repaint);
    connect(state, &ViewState::cursorChanged, this, repaint);
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
    const double value = static_cast<double>(m_content.source->valueAt(row, *cursor));
    if (std::isnan(value)) {
        return {};
    }
    const auto window = static_cast<qlonglong>(static_cast<double>(*cursor) * 1e-9 / m_content.windowSeconds);
    return tr("%1, window %2: %3").arg(m_content.rows[row]).arg(window).arg(formatValue(value * 100.0, "%"));
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

void HeatmapView::mouseReleaseEvent(QMouseEvent* event) {
    const int row = rowAt(event->position().y());
    if (event->button() == Qt::LeftButton && row >= 0) {
        Q_EMIT rowClicked(row);
    }
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
    request.high = m_content.high;
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
    const auto cursor = m_state->cursor();
    if (cursor && scale().range.contains(*cursor)) {
        const double x = scale().xOf(*cursor);
        // White beside black shows on any colour of the map.
        painter.setPen(QColor(Qt::white));
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
        painter.setPen(QColor(Qt::black));
        painter.drawLine(QPointF(x + 1.0, plot.top()), QPointF(x + 1.0, plot.bottom()));
    }
}

void HeatmapView::paintTitle(QPainter& painter, const Colours& colours) const {
    const QRect area(kMargin, kMargin / 2, width() - 2 * kMargin, fontMetrics().height() + 2);
    const QString value = readout();
    const int used = value.isEmpty() ? 0 : fontMetrics().horizontalAdvance(value) + 2 * kMargin;
    painter.save();
    QFont strong = font();
    strong.setBold(true);
    painter.setFont(strong);
    painter.setPen(colours.text);
    painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_content.title, Qt::ElideRight, area.width() - used));
    painter.restore();
    painter.setPen(colours.text);
    painter.drawText(area.adjusted(0, 0, -PlotFrame(fontMetrics()).right, 0), Qt::AlignRight | Qt::AlignVCenter, value);
}

void HeatmapView::paintNames(QPainter& painter, const Colours& colours) const {
    const int rows = static_cast<int>(m_content.rows.size());
    const double rowHeight = rowRect(0).height();
    int every = 1;
    while (every * rowHeight < fontMetrics().height() && every < rows) {
        every *= 2;
    }
    for (int row = 0; row < rows; row += every) {
        const QRectF area = rowRect(row);
        const double top = std::max(area.center().y() - fontMetrics().height() / 2.0, rowRect(0).top());
        const QRectF text(kMargin, top, area.left() - 2 * kMargin, fontMetrics().height());
        painter.setPen(row == m_selectedRow ? colours.emulated : colours.text);
        painter.drawText(
            text, Qt::AlignRight | Qt::AlignVCenter,
            fontMetrics().elidedText(m_content.rows[row], Qt::ElideMiddle, static_cast<int>(text.width())));
    }
}

void HeatmapView::paintLegend(QPainter& painter, const Colours& colours) const {
    const QRect plot = plotRect();
    const QRect bar(plot.right() + kMargin * 2, plot.top(), kLegendWidth, plot.height());
    painter.drawImage(bar, colourRamp(viridis()));
    painter.setPen(colours.border);
    painter.drawRect(bar.adjusted(0, 0, -1, -1));
    painter.setPen(colours.text);
    const QRect labels(bar.right() + kMargin, bar.top(), width() - bar.right() - kMargin, bar.height());
    painter.drawText(labels, Qt::AlignLeft | Qt::AlignTop,
                     formatValue(static_cast<double>(m_content.high) * 100.0, "%"));
    painter.drawText(labels, Qt::AlignLeft | Qt::AlignBottom, formatValue(0.0, "%"));
}

}  // namespace mimesys::widgets
