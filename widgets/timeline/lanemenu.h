// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

namespace mimesys::widgets {

class TimelineView;
class ViewState;

// What the mouse does with lanes, for the keyboard: choosing the next one, folding its family, opening the heat strip.
class LaneMenu : public QMenu {
    Q_OBJECT
public:
    LaneMenu(ViewState* state, TimelineView* view, QWidget* parent = nullptr);

private:
    QAction* add(const char* name, const QString& text, const QString& help, const QKeySequence& keys);
    void step(int by);
    void foldFamily();
    void openStrip();
    void refresh();

    ViewState* m_state;
    TimelineView* m_view;
    QAction* m_next;
    QAction* m_previous;
    QAction* m_fold;
    QAction* m_cpus;
};

}  // namespace mimesys::widgets
