// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QPalette>
#include <QString>

namespace mimesys::widgets {

// Icon ":/icons/NAME.svg" drawn in the palette's text colour: the files say "currentColor", so one set serves every
// theme and resolution.
[[nodiscard]] QIcon tintedIcon(const QString& name, const QPalette& palette);

}  // namespace mimesys::widgets
