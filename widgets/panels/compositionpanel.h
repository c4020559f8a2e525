// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace mimesys::widgets {

class Document;
class HeatmapView;
class ViewState;

// The open plan as two maps: stressors × time, and CPUs × time for the chosen stressor.
class CompositionPanel : public QWidget {
    Q_OBJECT
public:
    CompositionPanel(ViewState* state, const Document* document, QWidget* parent = nullptr);

private:
    void takePlan();
    void choose(const QString& stressor);

    ViewState* m_state;
    const Document* m_document;
    HeatmapView* m_stressors;
    HeatmapView* m_cpus;
};

}  // namespace mimesys::widgets
