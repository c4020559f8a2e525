// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "output/report.h"

#include <QObject>
#include <memory>
#include <vector>

class QWidget;

namespace mimesys::widgets {

class CompositionPanel;
class Document;
class TimelineView;
class ViewState;

// Draws a report's figures: all lanes, not only those the window has room for, and the maps of the plan; in views of
// their own that are never shown.
class ReportFigures : public QObject {
    Q_OBJECT
public:
    ReportFigures(const Document* document, ViewState* state, QObject* parent = nullptr);
    ~ReportFigures() override;

    void draw();

Q_SIGNALS:
    void made(const std::vector<mimesys::widgets::Figure>& figures);

private:
    void arrange();
    void finish();

    const Document* m_document;
    std::unique_ptr<QWidget> m_stage;
    TimelineView* m_timeline = nullptr;
    CompositionPanel* m_composition = nullptr;
};

}  // namespace mimesys::widgets
