// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QImage>
#include <QString>
#include <functional>
#include <optional>

class QWidget;

namespace mimesys::widgets {

enum class PictureFormat { Png, Svg, Pdf };
// By the ending of a name.
[[nodiscard]] std::optional<PictureFormat> pictureFormatOf(const QString& name);

// A widget as it is drawn into a file: pixels that are still to be encoded, which may take its time elsewhere, or a
// finished document.
struct Picture {
    QImage image;
    QByteArray document;
};

// Timelines, texts and charts become lines in SVG and PDF; heat maps stay images. `scale` pixels of a PNG per pixel of
// the screen.
[[nodiscard]] Picture pictureOf(QWidget& widget, PictureFormat format, double scale, const QString& title);
// The bytes of its file.
[[nodiscard]] Expected<QByteArray> encoded(const Picture& picture);

// Heat maps are made by threads of their own. Has those below a widget made as it is now, and calls when all are there.
void whenComplete(QWidget& widget, const std::function<void()>& then);

}  // namespace mimesys::widgets
