// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "composition/classareaview.h"

#include "composition/classgeometry.h"
#include "composition/stressorpalette.h"
#include "composition/swatch.h"
#include "composition/windowfocus.h"
#include "theme/colours.h"
#include "timeline/format.h"
#include "timeline/plotframe.h"
#include "timeline/timemarks.h"
#include "viewstate/timenavigation.h"
#include "viewstate/viewstate.h"

#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace mimesys::widgets {
namespace {

constexpr int kMargin = 6;

}  // namespace

ClassAreaView::ClassAreaView(ViewState* state, QWidget* parent) : QWidget(parent), m_state(state) {
    setObjectName(QStringLiteral("classAreas"));
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    installPaintedRowsAccess();
    new TimeNavigation(state, this, [this] { return scale(); });
    new WindowZoom(state, this, [this](QPointF position) -> std::optional<TimeRange> {
        const auto window = m_composition && plotRect().contains(position.toPoint())
                                ? m_composition->windowAt(scale().timeAt(position.x()))
                                : std::nullopt;
        return window ? std::optional(m_composition->windowRange(*window)) : std::nullopt;
    });
    connect(state, &ViewState::visibleChanged, this, &ClassAreaView::refresh);
    for (const auto signal : {&ViewState::cursorChanged, &ViewState::selectionChanged, &ViewState::bandChanged,
                              &ViewState::markersChanged, &ViewState::focusChanged}) {
        connect(state, signal, this, qOverload<>(&QWidget::update));
    }
}

void ClassAreaView::setComposition(CompositionPtr composition, bool simulated) {
    m_composition = std::move(composition);
    m_simulated = simulated;
    const QString name = tr("CPU time by class of resource");
    setAccessibleName(m_simulated ? name + tr(", from simulated data") : name);
    refresh();
}

void ClassAreaView::refresh() {
    m_picture.makeStale();
    update();
}

QRect ClassAreaView::plotRect() const {
    const PlotFrame frame(fontMetrics());
    const int title = fontMetrics().height() + kMargin;
    return rect().adjusted(frame.left, title, -frame.right, -kMargin);
}

TimeScale ClassAreaView::scale() const {
    return PlotFrame(fontMetrics()).scale(m_state->visible(), width());
}

std::vector<ResourceClass> ClassAreaView::classes() const {
    std::vector<ResourceClass> used;
    for (const ResourceClass resource : kResourceClasses) {
        if (m_composition && (resource == ResourceClass::Idle || m_composition->classTotals().isUsed(resource))) {
            used.push_back(resource);
        }
    }
    return used;
}

std::optional<std::size_t> ClassAreaView::readWindow() const {
    const auto time = m_state->cursor() ? m_state->cursor() : m_state->focus();
    return m_composition && time ? m_composition->windowAt(*time) : std::nullopt;
}

QString ClassAreaView::readout() const {
    const auto window = readWindow();
    if (!window) {
        return {};
    }
    QStringList parts;
    const std::vector<ResourceClass> used = classes();
    for (int row = 0; row < static_cast<int>(used.size()); ++row) {
        parts += tr("%1 %2").arg(paintedRowName(row), paintedRowValue(row));
    }
    return tr("window %1: %2").arg(*window).arg(parts.join(QStringLiteral(", ")));
}

int ClassAreaView::paintedRowCount() const {
    return static_cast<int>(classes().size());
}

QString ClassAreaView::paintedRowName(int row) const {
    return resourceClassTitle(classes()[static_cast<std::size_t>(row)]);
}

QString ClassAreaView::paintedRowValue(int row) const {
    const auto window = readWindow();
    if (!window) {
        return {};
    }
    const auto at = static_cast<double>(*window);
    const ClassShares shares = m_composition->classTotals().mean(at, at + 1.0);
    const float share = shares[indexOf(classes()[static_cast<std::size_t>(row)])];
    return formatValue(std::round(static_cast<double>(share) * 1e5) / 1e3, "%");
}

QRect ClassAreaView::paintedRowArea(int row) const {
    const QRect area = legendLine(paintedRowCount() - 1 - row);
    return {mapToGlobal(area.topLeft()), area.size()};
}

QRect ClassAreaView::legendLine(int line) const {
    const QRect plot = plotRect();
    const int height = std::min(fontMetrics().height(), plot.height() / std::max(paintedRowCount(), 1));
    const int left = plot.right() + 2 * kMargin;
    return {left, plot.top() + line * height, width() - left - kMargin, height};
}

QSize ClassAreaView::sizeHint() const {
    return {600, fontMetrics().height() * 9};
}

QSize ClassAreaView::minimumSizeHint() const {
    return {300, fontMetrics().height() * 5};
}

void ClassAreaView::mousePressEvent(QMouseEvent* event) {
    m_pressed = event->button() == Qt::LeftButton;
}

void ClassAreaView::mouseReleaseEvent(QMouseEvent* event) {
    if (!std::exchange(m_pressed, false) || !plotRect().contains(event->position().toPoint())) {
        return;
    }
    m_state->setCursor(scale().timeAt(event->position().x()));
}

void ClassAreaView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        refresh();
    }
    QWidget::changeEvent(event);
}

void ClassAreaView::paintEvent(QPaintEvent* /*event*/) {
    const Colours colours = coloursFor(palette());
    const QPixmap& picture = m_picture.upToDate(*this, size(), colours.plot, [&](QPainter& painter) {
        if (m_composition) {
            paintAreas(painter, colours);
            paintAxis(painter, colours);
            paintLegend(painter, colours);
        }
    });
    QPainter painter(this);
    painter.drawPixmap(0, 0, picture);
    if (!m_composition) {
        return;
    }
    QString title = tr("CPU time by class of resource (means over CPUs and over each pixel's time)");
    title += m_simulated ? tr(", from simulated data") : QString();
    paintTitleLine(painter, QRect(kMargin, kMargin / 2, width() - 2 * kMargin, fontMetrics().height() + 2), title,
                   readout(), colours.text);
    paintTimeMarks(painter, plotRect(), scale(), *m_state, colours);
    const auto window = m_state->focus() ? m_composition->windowAt(*m_state->focus()) : std::nullopt;
    if (window) {
        paintWindowBand(painter, plotRect(), scale(), m_composition->windowRange(*window));
    }
    if (m_state->cursor()) {
        paintCursorLine(painter, plotRect(), scale(), *m_state->cursor());
    }
}

void ClassAreaView::paintAreas(QPainter& painter, const Colours& colours) const {
    const QRectF plot = plotRect();
    const qreal ratio = devicePixelRatioF();
    const auto columns = classColumns(*m_composition, m_state->visible(), static_cast<int>(plot.width() * ratio));
    const double high = classAxis(m_composition->classTotals());
    const QFontMetrics metrics = fontMetrics();
    painter.save();
    painter.setClipRect(plot);
    painter.drawImage(plot,
                      classImage(columns, high, static_cast<int>(plot.height() * ratio), colours.dark, colours.plot));
    for (const ResourceClass resource : classes()) {
        const QString name = resourceClassTitle(resource);
        const double width = metrics.horizontalAdvance(name) + 2.0 * kMargin;
        if (const auto place =
                labelPlace(columns, resource, plot, high, {width, static_cast<double>(metrics.height())})) {
            const QColor colour = classColour(resource, colours.dark);
            QRectF area(0.0, 0.0, width - kMargin, metrics.height());
            area.moveCenter(*place);
            painter.fillRect(area, colour);
            painter.setPen(textOn(colour));
            painter.drawText(area, Qt::AlignCenter, name);
        }
    }
    painter.restore();
}

void ClassAreaView::paintAxis(QPainter& painter, const Colours& colours) const {
    const QRect plot = plotRect();
    painter.setPen(colours.border);
    painter.drawRect(plot.adjusted(-1, -1, 0, 0));
    painter.setPen(colours.text);
    const int line = fontMetrics().height();
    const double high = classAxis(m_composition->classTotals());
    for (const double share : {1.0, 0.5, 0.0}) {
        const double y = plot.bottom() + 1 - plot.height() * share;
        const double top =
            std::clamp(y - line / 2.0, static_cast<double>(plot.top()), static_cast<double>(plot.bottom() + 1 - line));
        painter.drawText(QRectF(0.0, top, plot.left() - kMargin, line), Qt::AlignRight | Qt::AlignVCenter,
                         formatValue(share * high * 100.0, "%"));
    }
}

void ClassAreaView::paintLegend(QPainter& painter, const Colours& colours) const {
    const std::vector<ResourceClass> used = classes();
    painter.setPen(colours.text);
    for (std::size_t i = 0; i < used.size(); ++i) {
        const ResourceClass resource = used[used.size() - 1 - i];  // as they are stacked
        paintLegendLine(painter, legendLine(static_cast<int>(i)), classColour(resource, colours.dark), resource,
                        resourceClassTitle(resource));
    }
}

}  // namespace mimesys::widgets
