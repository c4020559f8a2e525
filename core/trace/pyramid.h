// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace mimesys::trace {

struct MinMax {
    float minimum;
    float maximum;
    bool operator==(const MinMax&) const = default;
};

// Minimum and maximum of any range of a column in O(log n): leaves of 64 values, fan-out 16, so that a view of a
// hundred million samples costs what its width in pixels costs and no burst is lost. NaN values are skipped. Keeps a
// view of the values, which must outlive it.
class MinMaxPyramid {
public:
    explicit MinMaxPyramid(std::span<const float> values);

    // Over values [first, last); {NaN, NaN} when the range holds no value.
    [[nodiscard]] MinMax range(std::size_t first, std::size_t last) const;

private:
    std::span<const float> m_values;
    std::vector<std::vector<MinMax>> m_levels;  // m_levels[0] summarises leaves
};

}  // namespace mimesys::trace
