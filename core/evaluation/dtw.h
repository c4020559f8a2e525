// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <stop_token>

namespace mimesys::evaluation {

// Half-width, in windows, of the Sakoe-Chiba band that is used for series of n and m values: the one asked for, but
// wide enough that a path exists (|n − m|). 0 stays 0 and means no band.
[[nodiscard]] std::size_t effectiveBand(std::size_t n, std::size_t m, std::size_t band);

// Dynamic time warping with the symmetric steps (1,0), (0,1) and (1,1), the diagonal weighted 2 (Sakoe and Chiba 1978,
// "symmetric P = 0"), local cost |x − y|, divided by n + m. The weights of every path sum to n + m, so the result is an
// average difference per step in the unit of the values. Exact; O(n·m) time, O(n + m) memory. Both series have to hold
// at least one value and only finite ones. Empty when stopped.
[[nodiscard]] std::optional<double> dtwDistance(std::span<const double> x, std::span<const double> y,
                                                std::size_t band = 0, const std::stop_token& stop = {});

}  // namespace mimesys::evaluation
