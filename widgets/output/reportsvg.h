// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace mimesys::widgets {

// An SVG that was drawn in the light theme's colours, to stand in a page: without what only a file of its own needs,
// with runs of equal lines joined into one path, and with colours that the page sets (see themeVariables()).
[[nodiscard]] QByteArray inlineSvg(const QByteArray& svg);

// The colours as CSS custom properties, of the light and of the dark theme.
[[nodiscard]] QByteArray themeVariables(bool dark);

}  // namespace mimesys::widgets
