// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/signaturetable.h"

#include "heatmap/colourmap.h"
#include "models/signaturemodel.h"
#include "theme/colours.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>

namespace mimesys::widgets {
namespace {

constexpr int kGap = 1;
constexpr int kMargin = 6;
constexpr int kRampWidth = 60;

QColor heatColour(double share) {
    return QColor(viridis()[static_cast<std::size_t>(colourIndex(static_cast<float>(share), 0.0F, 1.0F))]);
}

// Black or white, whichever is seen on it.
QColor inkOn(const QColor& colour) {
    return colour.lightnessF() > 0.45F ? QColor(Qt::black) : QColor(Qt::white);
}

// Titles of metrics from bottom to top, so that their columns can be narrow.
class UprightHeader : public QHeaderView {
public:
    explicit UprightHeader(QWidget* parent) : QHeaderView(Qt::Horizontal, parent) { setSectionsClickable(false); }

protected:
    [[nodiscard]] QSize sectionSizeFromContents(int section) const override {
        if (section == 0) {
            return QHeaderView::sectionSizeFromContents(section);
        }
        const QString text = model()->headerData(section, Qt::Horizontal).toString();
        return {fontMetrics().height() + kMargin, fontMetrics().horizontalAdvance(text) + 3 * kMargin};
    }

    void paintSection(QPainter* painter, const QRect& rect, int section) const override {
        const Colours colours = coloursFor(palette());
        painter->save();
        painter->fillRect(rect, palette().color(QPalette::Window));
        painter->setPen(colours.text);
        const QString text = model()->headerData(section, Qt::Horizontal).toString();
        if (section == 0) {
            painter->drawText(rect.adjusted(kMargin, 0, 0, -kMargin), Qt::AlignLeft | Qt::AlignBottom, text);
        } else {
            painter->translate(rect.left(), rect.bottom());
            painter->rotate(-90.0);
            painter->drawText(QRect(kMargin, 0, rect.height() - kMargin, rect.width()),
                              Qt::AlignLeft | Qt::AlignVCenter, text);
        }
        painter->restore();
        painter->setPen(colours.border);
        painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    }
};

class HeatDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        return QStyledItemDelegate::sizeHint(option, index) + QSize(0, 2);
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        QStyledItemDelegate::paint(painter, option, index);
        if (const QString reason = index.data(SignatureModel::UnavailableRole).toString(); !reason.isEmpty()) {
            paintReason(painter, option, reason);
            return;
        }
        const QVariant heat = index.data(SignatureModel::HeatRole);
        if (!heat.isValid()) {
            return;
        }
        const QRect cell = option.rect.adjusted(kGap, kGap, -kGap, -kGap);
        const double share = heat.toDouble();
        if (share <= 0.0) {
            paintUnmoved(painter, option, cell, index.data(SignatureModel::MarkRole).toString());
            return;
        }
        const QColor colour = heatColour(share);
        painter->fillRect(cell, colour);
        painter->setPen(inkOn(colour));
        painter->drawText(cell, Qt::AlignCenter, index.data(SignatureModel::MarkRole).toString());
    }

private:
    // Where it was at idle, at full dose: a dot, unlike the blank of what was not measured, or the mark of what moves
    // in between.
    static void paintUnmoved(QPainter* painter, const QStyleOptionViewItem& option, const QRect& cell,
                             const QString& mark) {
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        const QPalette& palette = option.palette;
        if (mark.isEmpty()) {
            painter->fillRect(QRect(cell.center() - QPoint(1, 1), QSize(2, 2)),
                              selected ? palette.color(QPalette::HighlightedText) : coloursFor(palette).border);
        } else {
            painter->setPen(palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
            painter->drawText(cell, Qt::AlignCenter, mark);
        }
    }
    // Where the cells would be; the row's first column spans them.
    static void paintReason(QPainter* painter, const QStyleOptionViewItem& option, const QString& reason) {
        const auto* table = qobject_cast<const QTreeView*>(option.widget);
        const int left = table->columnViewportPosition(1) + kMargin;
        const QRect area(left, option.rect.top(), table->viewport()->width() - left, option.rect.height());
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        painter->setPen(selected ? option.palette.color(QPalette::HighlightedText)
                                 : coloursFor(option.palette).faintText);
        painter->drawText(area, Qt::AlignLeft | Qt::AlignVCenter,
                          option.fontMetrics.elidedText(reason, Qt::ElideRight, area.width()));
    }
};

}  // namespace

SignatureTable::SignatureTable(QWidget* parent) : QTreeView(parent) {
    setObjectName(QStringLiteral("signatureTable"));
    setAccessibleName(tr("Stressors and what they do to each metric"));
    setHeader(new UprightHeader(this));
    setItemDelegate(new HeatDelegate(this));
    setUniformRowHeights(true);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setIndentation(fontMetrics().averageCharWidth() * 2);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setAllColumnsShowFocus(true);
    header()->setStretchLastSection(false);
    header()->setMinimumSectionSize(8);
}

void SignatureTable::setModel(QAbstractItemModel* model) {
    QTreeView::setModel(model);
    connect(model, &QAbstractItemModel::modelReset, this, &SignatureTable::arrange);
    arrange();
}

void SignatureTable::arrange() {
    expandAll();
    resizeColumnToContents(0);
    for (int column = 1; column < model()->columnCount(); ++column) {
        header()->setSectionResizeMode(column, QHeaderView::Fixed);
        header()->resizeSection(column, fontMetrics().height() + kMargin);
    }
    // A reason needs the room the cells leave.
    for (int group = 0; group < model()->rowCount(); ++group) {
        const QModelIndex parent = model()->index(group, 0);
        setFirstColumnSpanned(group, {}, true);
        for (int row = 0; row < model()->rowCount(parent); ++row) {
            const bool measured =
                model()->index(row, 0, parent).data(SignatureModel::UnavailableRole).toString().isEmpty();
            setFirstColumnSpanned(row, parent, !measured);
        }
    }
    updateGeometry();
}

QSize SignatureTable::sizeHint() const {
    return {header()->length() + 2 * frameWidth() + verticalScrollBarExtent(), fontMetrics().height() * 20};
}

int SignatureTable::verticalScrollBarExtent() const {
    return style()->pixelMetric(QStyle::PM_ScrollBarExtent);
}

SignatureLegend::SignatureLegend(QWidget* parent) : QWidget(parent) {
    setAccessibleName(tr("Brighter: stronger. Tilde: not monotone. Minus: falls. Dot: no change."));
}

QSize SignatureLegend::sizeHint() const {
    return {fontMetrics().averageCharWidth() * 36, fontMetrics().lineSpacing() * 2 + 2 * kMargin};
}

QSize SignatureLegend::minimumSizeHint() const {
    return {kRampWidth, sizeHint().height()};
}

void SignatureLegend::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::WindowText));
    const int line = fontMetrics().lineSpacing();
    const QString weak = tr("weak");
    const int left = kMargin + fontMetrics().horizontalAdvance(weak) + kMargin;
    painter.drawText(QRect(kMargin, kMargin, left, line), Qt::AlignLeft | Qt::AlignVCenter, weak);
    for (int i = 0; i < kRampWidth; ++i) {
        painter.fillRect(QRect(left + i, kMargin + 2, 1, line - 4),
                         heatColour(static_cast<double>(i) / (kRampWidth - 1)));
    }
    const int right = left + kRampWidth + kMargin;
    painter.drawText(QRect(right, kMargin, width() - right, line), Qt::AlignLeft | Qt::AlignVCenter,
                     tr("the strongest of all stressors"));
    painter.drawText(QRect(kMargin, kMargin + line, width() - kMargin, line), Qt::AlignLeft | Qt::AlignVCenter,
                     tr("~ not monotone   − falls   · no change"));
}

}  // namespace mimesys::widgets
