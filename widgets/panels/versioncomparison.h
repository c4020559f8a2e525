// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/document.h"

#include <QWidget>

class QComboBox;
class QLabel;

namespace mimesys::widgets {

class HeatmapView;
class ViewState;

// Two versions of the plan as maps over the same time and the same rows, and a third of what differs.
class VersionComparison : public QWidget {
    Q_OBJECT
public:
    VersionComparison(ViewState* state, const Document* document, QWidget* parent = nullptr);

    void choose(int first, int second);  // ids of versions
    [[nodiscard]] int first() const;
    [[nodiscard]] int second() const;

private:
    QComboBox* makeChoice(const char* name, const QString& accessibleName);
    void takeVersions();
    void showMaps();
    void showSummary(const Version& first, const Version& second);

    const Document* m_document;
    bool m_chosen = false;  // by the user; else the newest two are shown
    QComboBox* m_first;
    QComboBox* m_second;
    QLabel* m_summary;
    QLabel* m_hint;
    QWidget* m_bar;
    HeatmapView* m_firstMap;
    HeatmapView* m_secondMap;
    HeatmapView* m_difference;
};

}  // namespace mimesys::widgets
