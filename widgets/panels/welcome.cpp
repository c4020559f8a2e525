// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/welcome.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace mimesys::widgets {

Welcome::Welcome(bool hasDemoTrace, QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("welcome"));
    auto* title = new QLabel(tr("Open a trace to begin"), this);
    QFont large = title->font();
    large.setPointSizeF(large.pointSizeF() * 1.8);
    large.setBold(true);
    title->setFont(large);
    title->setAlignment(Qt::AlignHCenter);
    auto* text =
        new QLabel(tr("Drop a resource-usage trace anywhere in this window, or open one. Then generate a plan that "
                      "imitates it on this machine, run the plan here, and see how close the recording comes."),
                   this);
    text->setWordWrap(true);
    text->setAlignment(Qt::AlignHCenter);
    // A label that wraps takes the width it is given, not the one it would read best at.
    const int width = text->fontMetrics().averageCharWidth() * 80;
    text->setFixedSize(width, text->heightForWidth(width));
    auto* formats =
        new QLabel(tr("Traces: HPCPerfStats text, CSV with a header, HDF5; gzip is unpacked. Plans: HDF5."), this);
    formats->setAlignment(Qt::AlignHCenter);
    formats->setEnabled(false);

    auto* open = new QPushButton(tr("Open a trace…"), this);
    open->setObjectName(QStringLiteral("welcomeOpen"));
    open->setDefault(true);
    connect(open, &QPushButton::clicked, this, &Welcome::openRequested);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(open);
    if (hasDemoTrace) {
        auto* demo = new QPushButton(tr("Open the demo trace"), this);
        demo->setObjectName(QStringLiteral("welcomeDemo"));
        connect(demo, &QPushButton::clicked, this, &Welcome::demoRequested);
        buttons->addWidget(demo);
    }
    buttons->addStretch();

    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(16);
    layout->addStretch(2);
    layout->addWidget(title);
    layout->addWidget(text, 0, Qt::AlignHCenter);
    layout->addLayout(buttons);
    layout->addWidget(formats);
    layout->addStretch(3);
}

}  // namespace mimesys::widgets
