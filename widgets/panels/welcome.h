// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace mimesys::widgets {

// What the window shows while nothing is open: what to do first.
class Welcome : public QWidget {
    Q_OBJECT
public:
    explicit Welcome(bool hasDemoTrace, QWidget* parent = nullptr);

Q_SIGNALS:
    void openRequested();
    void demoRequested();
};

}  // namespace mimesys::widgets
