// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/panelparts.h"

#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace mimesys::widgets {

QLabel* textLabel(const char* name, QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setObjectName(QLatin1String(name));
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QWidget* sideColumn(QVBoxLayout* layout, int characters, QWidget* panel) {
    layout->setContentsMargins(0, 0, 6, 0);
    layout->addStretch();
    auto* content = new QWidget(panel);
    content->setLayout(layout);
    auto* side = new QScrollArea(panel);
    side->setFrameShape(QFrame::NoFrame);
    side->setWidgetResizable(true);
    side->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    side->setWidget(content);
    side->setFixedWidth(panel->fontMetrics().averageCharWidth() * characters);
    return side;
}

}  // namespace mimesys::widgets
