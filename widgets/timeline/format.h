// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/metric.h"

#include <QString>
#include <string_view>

namespace mimesys::widgets {

[[nodiscard]] inline QString toQString(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

// Name of a metric for people, translated; ids outside the catalogue stand for themselves.
[[nodiscard]] QString metricTitle(std::string_view id);
[[nodiscard]] QString familyTitle(Family family);

// A value of this unit with three significant digits and its unit: "41.3 %", "1.25 GiB", "12.1 k/s".
[[nodiscard]] QString formatValue(double value, std::string_view unit);

}  // namespace mimesys::widgets
