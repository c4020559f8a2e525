// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"

#include <filesystem>
#include <functional>
#include <span>
#include <string_view>

namespace mimesys::training {

// Logs of trainings and alignments are CSV: a header whose last column is "data", then one line per point of numbers,
// "nan" among them, that ends with where the data came from.
[[nodiscard]] std::string_view dataWord(bool simulated);  // "simulated", "measured"

// Whether a file begins with this header, given without its line break.
[[nodiscard]] bool hasLogHeader(const std::filesystem::path& path, std::string_view header);

// Takes the numbers of a line, one per column but the last; false when they make no sense.
using TakeNumbers = std::function<bool(std::span<const double>)>;
// Whether the last line says "simulated". BadInput, with the line, for what is no such log, which `kind` names
// ("a training log"). A last line that was cut off is left out.
[[nodiscard]] Expected<bool> readNumberLog(const std::filesystem::path& path, std::string_view header,
                                           std::string_view kind, const TakeNumbers& take);

}  // namespace mimesys::training
