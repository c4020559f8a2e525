// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "overlay/legend.h"

#include "curation/traceedit.h"
#include "evaluation/score.h"
#include "heatmap/composition.h"
#include "models/document.h"
#include "overlay/linestyle.h"
#include "theme/colours.h"
#include "timeline/indexedtrace.h"
#include "timeline/timeaxis.h"

#include <QPainter>

namespace mimesys::widgets {
namespace {

constexpr int kMargin = 8;
constexpr int kSampleWidth = 34;

QString nameOf(const LoadedTrace& trace) {
    const QString name = trace.trace->isSimulated() ? Legend::tr("%1 (simulated)").arg(trace.name) : trace.name;
    return curation::isEdited(trace.trace->trace()) ? Legend::tr("%1 (edited)").arg(name) : name;
}

QString nameOf(const LoadedPlan& plan) {
    return plan.simulated ? Legend::tr("%1 (from simulated data)").arg(plan.name) : plan.name;
}

QString distanceText(const evaluation::Score& score) {
    return (score.realSimulated || score.emulatedSimulated ? Legend::tr("Mean DTW distance, simulated: %1")
                                                           : Legend::tr("Mean DTW distance: %1"))
        .arg(score.mean, 0, 'f', 3);
}

}  // namespace

QString traceSummary(const IndexedTrace& trace) {
    QStringList parts;
    if (const int cpus = trace.trace().cpuCount(); cpus > 0) {
        parts += Legend::tr("%n CPU(s)", nullptr, cpus);
    }
    parts += Legend::tr("%n metric(s)", nullptr, static_cast<int>(trace.trace().columns.size()));
    parts += Legend::tr("%n sample(s)", nullptr, static_cast<int>(trace.trace().sampleCount()));
    parts += timeLabel(trace.extent().endNs, 1'000'000'000, TimeLabels::Relative, 0);
    return parts.join(QStringLiteral(" · "));
}

Legend::Legend(const Document* document, QWidget* parent) : QWidget(parent), m_document(document) {
    setObjectName(QStringLiteral("legend"));
    for (const auto signal :
         {&Document::realChanged, &Document::emulatedChanged, &Document::planChanged, &Document::scoreChanged}) {
        connect(document, signal, this, &Legend::refresh);
    }
    refresh();
}

void Legend::refresh() {
    setAccessibleName(text());
    setToolTip(m_document->plan() ? m_document->plan().notes.join(QStringLiteral("\n")) : QString());
    update();
}

QSize Legend::sizeHint() const {
    return {kMargin * 20, fontMetrics().height() + kMargin};
}

QSize Legend::minimumSizeHint() const {
    return sizeHint();
}

QString Legend::text() const {
    QStringList parts;
    if (m_document->real()) {
        parts += tr("Real: %1").arg(nameOf(m_document->real())) + QStringLiteral(" (") +
                 traceSummary(*m_document->real().trace) + QStringLiteral(")");
    }
    if (m_document->emulated()) {
        parts += tr("Emulated: %1").arg(nameOf(m_document->emulated()));
    }
    if (m_document->plan()) {
        parts += tr("Plan: %1").arg(nameOf(m_document->plan()));
    }
    if (m_document->score()) {
        parts += distanceText(*m_document->score());
    }
    return parts.join(QStringLiteral("; "));
}

void Legend::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    const Colours colours = coloursFor(palette());
    const int middle = height() / 2;
    int x = kMargin;
    int right = width() - kMargin;
    const QColor textColour = palette().color(QPalette::WindowText);
    if (m_document->score()) {
        QFont strong = font();
        strong.setBold(true);
        painter.setFont(strong);
        painter.setPen(textColour);
        const QString total = distanceText(*m_document->score());
        const int width = painter.fontMetrics().horizontalAdvance(total);
        painter.drawText(QRect(right - width, 0, width, height()), Qt::AlignVCenter, total);
        painter.setFont(font());
        right -= width + 2 * kMargin;
    }
    const auto entry = [&](const QString& label, const QColor& colour, bool dashes) {
        if (x + kSampleWidth >= right) {
            return;
        }
        if (colour.isValid()) {
            QPen pen(colour, kLineWidth + 0.6);
            pen.setCapStyle(Qt::FlatCap);
            if (dashes) {
                pen.setDashPattern({kDashPixels / pen.widthF(), kDashGapPixels / pen.widthF()});
            }
            painter.setPen(pen);
            painter.drawLine(x, middle, x + kSampleWidth - kMargin, middle);
            x += kSampleWidth;
        }
        painter.setPen(textColour);
        const QString shown = fontMetrics().elidedText(label, Qt::ElideMiddle, right - x);
        painter.drawText(QRect(x, 0, right - x, height()), Qt::AlignVCenter, shown);
        x += fontMetrics().horizontalAdvance(shown) + 3 * kMargin;
    };
    if (m_document->real()) {
        entry(tr("Real: %1").arg(nameOf(m_document->real())), colours.real, false);
    }
    if (m_document->emulated()) {
        entry(tr("Emulated: %1").arg(nameOf(m_document->emulated())), colours.emulated, true);
    }
    if (m_document->plan()) {
        entry(tr("Plan: %1").arg(nameOf(m_document->plan())), {}, false);
    }
    if (m_document->real()) {
        entry(traceSummary(*m_document->real().trace), {}, false);
    }
}

}  // namespace mimesys::widgets
