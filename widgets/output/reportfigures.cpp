// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/reportfigures.h"

#include "models/document.h"
#include "output/picture.h"
#include "panels/compositionpanel.h"
#include "theme/colours.h"
#include "timeline/timelineview.h"

#include <QWidget>

namespace mimesys::widgets {
namespace {

constexpr int kWidth = 1060;
constexpr int kAxisLines = 2;
constexpr int kLinesPerLane = 4;
constexpr int kMapLines = 28;

}  // namespace

ReportFigures::ReportFigures(const Document* document, ViewState* state, QObject* parent)
    : QObject(parent), m_document(document), m_stage(std::make_unique<QWidget>()) {
    m_stage->setAttribute(Qt::WA_DontShowOnScreen);
    m_stage->setAttribute(Qt::WA_QuitOnClose, false);
    m_stage->setPalette(paletteFor(Theme::Light));
    if (document->real() || document->emulated()) {
        m_timeline = new TimelineView(state, document, m_stage.get());
        m_timeline->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    }
    if (document->plan()) {
        m_composition = new CompositionPanel(state, document, m_stage.get());
    }
    m_stage->show();
    arrange();
}

ReportFigures::~ReportFigures() = default;

void ReportFigures::arrange() {
    const int line = m_stage->fontMetrics().height();
    int height = 0;
    if (m_timeline != nullptr) {
        // As high as all lanes are when none has to be small.
        height = kAxisLines * line;
        for (const PlacedLane& lane : m_timeline->lanes()) {
            height += lane.lane.kind == LaneKind::Metric ? kLinesPerLane * line : lane.height;
        }
        m_timeline->setGeometry(0, 0, kWidth, height);
    }
    if (m_composition != nullptr) {
        m_composition->setGeometry(0, height, kWidth, kMapLines * line);
        height += kMapLines * line;
    }
    m_stage->resize(kWidth, height);
}

void ReportFigures::draw() {
    whenComplete(*m_stage, [this] { finish(); });
}

void ReportFigures::finish() {
    std::vector<Figure> figures;
    const auto add = [&](QWidget* widget, const QString& title) {
        if (widget != nullptr) {
            figures.push_back({title, pictureOf(*widget, PictureFormat::Svg, 1.0, title).document});
        }
    };
    add(m_timeline, tr("Timelines"));
    add(m_composition, tr("Composition of the plan"));
    Q_EMIT made(figures);
}

}  // namespace mimesys::widgets
