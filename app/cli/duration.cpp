// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "duration.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>

namespace mimesys::cli {

Expected<double> durationFromText(std::string_view text) {
    double value = 0.0;
    const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const std::string_view unit(rest, static_cast<std::size_t>(text.data() + text.size() - rest));
    const double seconds = unit.empty() || unit == "s" ? 1.0 : unit == "m" ? 60.0 : unit == "h" ? 3600.0 : 0.0;
    if (error != std::errc() || seconds == 0.0 || !std::isfinite(value) || value <= 0.0) {
        return badInput(fmt::format("\"{}\" is no time; write for example 90s, 10m or 2h.", text));
    }
    return value * seconds;
}

}  // namespace mimesys::cli
