// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace mimesys::widgets {

class CompositionDetails;
class Document;
class HeatmapView;
class ViewState;

// The open plan: stressors × time, and below it the CPUs of the chosen stressor, one window, or classes of resources.
class CompositionPanel : public QWidget {
    Q_OBJECT
public:
    CompositionPanel(ViewState* state, const Document* document, QWidget* parent = nullptr);

    [[nodiscard]] CompositionDetails* details() { return m_details; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void takePlan();
    void choose(const QString& stressor);

    ViewState* m_state;
    const Document* m_document;
    HeatmapView* m_stressors;
    CompositionDetails* m_details;
};

}  // namespace mimesys::widgets
