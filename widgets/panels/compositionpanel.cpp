// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/compositionpanel.h"

#include "composition/stressorpalette.h"
#include "heatmap/composition.h"
#include "heatmap/heatmapview.h"
#include "models/document.h"
#include "panels/compositiondetails.h"
#include "theme/colours.h"
#include "timeline/format.h"
#include "timeline/geometry.h"
#include "viewstate/viewstate.h"

#include <QEvent>
#include <QLocale>
#include <QSplitter>
#include <QStyle>
#include <QVBoxLayout>
#include <algorithm>
#include <numeric>

namespace mimesys::widgets {
namespace {

// The stressor with the largest share of the whole plan.
int busiestRow(const Composition& composition) {
    int best = 0;
    double bestSum = -1.0;
    for (int row = 0; row < composition.idleRow(); ++row) {
        double sum = 0.0;
        for (std::size_t window = 0; window < composition.plan().windowCount(); ++window) {
            sum += static_cast<double>(composition.mean(row, window));
        }
        if (sum > bestSum) {
            best = row;
            bestSum = sum;
        }
    }
    return best;
}

float scaleFor(float highest) {
    return highest > 0.0F ? std::min(static_cast<float>(roundedUp(static_cast<double>(highest))), 1.0F) : 1.0F;
}

}  // namespace

CompositionPanel::CompositionPanel(ViewState* state, const Document* document, QWidget* parent)
    : QWidget(parent),
      m_state(state),
      m_document(document),
      m_stressors(new HeatmapView(state, QStringLiteral("stressorMap"), this)),
      m_details(new CompositionDetails(state, this)) {
    setObjectName(QStringLiteral("composition"));
    auto* splitter = new QSplitter(Qt::Vertical, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_stressors);
    splitter->addWidget(m_details);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    auto* layout = new QVBoxLayout(this);
    // The timeline above has a scroll bar; without this margin the time axes would not line up.
    layout->setContentsMargins(0, 0, style()->pixelMetric(QStyle::PM_ScrollBarExtent), 0);
    layout->addWidget(splitter);
    connect(document, &Document::planChanged, this, &CompositionPanel::takePlan);
    connect(state, &ViewState::stressorSelected, this, &CompositionPanel::choose);
    connect(m_stressors, &HeatmapView::rowClicked, this,
            [this](int row) { m_state->selectStressor(m_stressors->content().rows.value(row)); });
    takePlan();
}

void CompositionPanel::takePlan() {
    setVisible(bool(m_document->plan()));
    if (!m_document->plan()) {
        m_stressors->setContent({});
        m_details->cpus()->setContent({});
        m_details->setComposition(nullptr, false);
        return;
    }
    const CompositionPtr composition = m_document->plan().composition;
    HeatmapView::Content content;
    content.source = stressorHeat(composition);
    content.title = tr("Stressor composition (mean over %n CPU(s); idle in grey, 0–100 %)", nullptr,
                       static_cast<int>(composition->plan().cpuCount()));
    if (const std::vector<float>& memory = composition->plan().memoryUsed; !memory.empty()) {
        const auto most = static_cast<qint64>(std::ranges::max(memory));
        content.title += tr(", memory in use up to %1").arg(QLocale().formattedDataSize(most, 1));
    }
    if (m_document->plan().simulated) {
        content.title += tr(", from simulated data");
    }
    for (const std::string& name : composition->plan().stressors()) {
        content.rows += toQString(name);
    }
    content.rows += tr("idle");
    const bool dark = coloursFor(palette()).dark;
    for (const StressorStyle& style : stressorStyles(composition->plan().stressors(), dark)) {
        content.swatches.push_back(style.colour);
    }
    content.swatches.push_back(classColour(ResourceClass::Idle, dark));
    content.high = scaleFor(composition->highestMean());
    content.idleLast = true;
    content.windowSeconds = composition->plan().windowSeconds();
    m_stressors->setContent(content);
    m_details->setComposition(composition, m_document->plan().simulated);
    // The choice survives a new plan that has the stressor too.
    if (content.rows.contains(m_state->selectedStressor())) {
        choose(m_state->selectedStressor());
    } else {
        m_state->selectStressor(content.rows[busiestRow(*composition)]);
    }
}

void CompositionPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange && m_document->plan()) {
        takePlan();
    }
    QWidget::changeEvent(event);
}

void CompositionPanel::choose(const QString& stressor) {
    const int row = static_cast<int>(m_stressors->content().rows.indexOf(stressor));
    if (!m_document->plan() || row < 0) {
        return;
    }
    m_stressors->setSelectedRow(row);
    const CompositionPtr composition = m_document->plan().composition;
    HeatmapView::Content content;
    content.source = stressorCpuHeat(composition, row);
    content.title = tr("%1 on each CPU").arg(stressor);
    for (std::size_t cpu = 0; cpu < composition->plan().cpuCount(); ++cpu) {
        content.rows += tr("CPU %1").arg(cpu);
    }
    content.high = scaleFor(composition->highestFraction(row));
    content.windowSeconds = composition->plan().windowSeconds();
    m_details->cpus()->setContent(content);
}

}  // namespace mimesys::widgets
