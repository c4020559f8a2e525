// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <vector>

class QToolBar;
class QToolButton;

namespace mimesys::widgets {

// Keeps every command of a tool bar in sight: where long languages or a narrow window leave too little room, buttons
// show their icon alone, the rightmost first.
class ToolBarFit : public QObject {
    Q_OBJECT
public:
    // After the bar has its buttons.
    explicit ToolBarFit(QToolBar* bar);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fit();

    QToolBar* m_bar;
    std::vector<QToolButton*> m_buttons;  // with text, rightmost first
    bool m_fitting = false;
};

}  // namespace mimesys::widgets
