// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/colours.h"
#include "window/mainwindow.h"

#include <QImage>

// A way through the studio: every page, every dock and the windows that help. New docks and pages of the menu View are
// on it without being named.
namespace mimesys::widgets::tour {

struct Picture {
    QString name;  // of the stop
    QImage image;
    QStringList clipped;  // texts that do not fit where they stand
    QStringList texts;    // all that were to be read, of labels, buttons and menus
};

struct Way {
    QString language = QStringLiteral("en");
    Theme theme = Theme::Light;
    QSize size{1280, 720};
};

// Makes a window with samples in it, goes through it and takes a picture at every stop.
[[nodiscard]] std::vector<Picture> walk(const Way& way);

}  // namespace mimesys::widgets::tour
