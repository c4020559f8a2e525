// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

namespace mimesys::widgets {

// Colours of painted views, derived from the widget's palette alone, so that a change of theme needs no bookkeeping.
struct Colours {
    bool dark = false;
    QColor plot;    // background of lanes and maps
    QColor grid;    // lines of the time axis
    QColor border;  // between lanes
    QColor text;
    QColor faintText;
    QColor header;  // background of family rows
    QColor real;    // solid line
    QColor realFill;
    QColor emulated;  // dashed line
    QColor cursor;
    QColor path;     // lines that connect what was laid against each other
    QColor missing;  // hatch where there is no value
    QColor selection;
    QColor band;     // of time that is selected
    QColor markerA;  // measuring cursors
    QColor markerB;
    QColor warning;
};

// The pair of line hues is blue and orange of Okabe and Ito's colour-blind safe set ("Color Universal Design", 2008),
// darkened or lightened for contrast with the background.
[[nodiscard]] Colours coloursFor(const QPalette& palette);

enum class Theme { System, Light, Dark };
// A Fusion palette of that theme. System gives one that sets nothing: the application then has the desktop's colours,
// light or dark, and follows them when they change.
[[nodiscard]] QPalette paletteFor(Theme theme);
void applyTheme(Theme theme);

}  // namespace mimesys::widgets
