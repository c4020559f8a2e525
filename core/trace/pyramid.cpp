// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "trace/pyramid.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace mimesys::trace {
namespace {

constexpr std::size_t kLeaf = 64;
constexpr std::size_t kFanOut = 16;
constexpr float kNothing = std::numeric_limits<float>::quiet_NaN();
constexpr MinMax kEmpty{std::numeric_limits<float>::infinity(), -std::numeric_limits<float>::infinity()};

void include(MinMax& result, MinMax other) {
    result.minimum = std::min(result.minimum, other.minimum);
    result.maximum = std::max(result.maximum, other.maximum);
}

// Comparisons with NaN are false, so that NaN values leave the result as it is; the compiler makes this a vector loop.
MinMax overValues(std::span<const float> values) {
    MinMax result = kEmpty;
    for (const float value : values) {
        result.minimum = value < result.minimum ? value : result.minimum;
        result.maximum = value > result.maximum ? value : result.maximum;
    }
    return result;
}

MinMax overNodes(std::span<const MinMax> nodes) {
    MinMax result = kEmpty;
    for (const MinMax& node : nodes) {
        include(result, node);
    }
    return result;
}

}  // namespace

MinMaxPyramid::MinMaxPyramid(std::span<const float> values) : m_values(values) {
    std::vector<MinMax> leaves;
    leaves.reserve((values.size() + kLeaf - 1) / kLeaf);
    for (std::size_t first = 0; first < values.size(); first += kLeaf) {
        leaves.push_back(overValues(values.subspan(first, std::min(kLeaf, values.size() - first))));
    }
    m_levels.push_back(std::move(leaves));
    while (m_levels.back().size() > kFanOut) {
        const std::span<const MinMax> below = m_levels.back();
        std::vector<MinMax> level;
        level.reserve((below.size() + kFanOut - 1) / kFanOut);
        for (std::size_t first = 0; first < below.size(); first += kFanOut) {
            level.push_back(overNodes(below.subspan(first, std::min(kFanOut, below.size() - first))));
        }
        m_levels.push_back(std::move(level));
    }
}

MinMax MinMaxPyramid::range(std::size_t first, std::size_t last) const {
    last = std::min(last, m_values.size());
    MinMax result = kEmpty;
    // Ragged ends on each level by themselves, the whole nodes between them one level higher.
    std::size_t begin = (first + kLeaf - 1) / kLeaf;
    std::size_t end = last / kLeaf;
    if (first >= last) {
        return {kNothing, kNothing};
    }
    if (begin >= end) {
        result = overValues(m_values.subspan(first, last - first));
    } else {
        result = overValues(m_values.subspan(first, begin * kLeaf - first));
        include(result, overValues(m_values.subspan(end * kLeaf, last - end * kLeaf)));
        for (const std::vector<MinMax>& level : m_levels) {
            const std::span<const MinMax> nodes(level);
            const std::size_t higherBegin = (begin + kFanOut - 1) / kFanOut;
            const std::size_t higherEnd = end / kFanOut;
            if (&level == &m_levels.back() || higherBegin >= higherEnd) {
                include(result, overNodes(nodes.subspan(begin, end - begin)));
                break;
            }
            include(result, overNodes(nodes.subspan(begin, higherBegin * kFanOut - begin)));
            include(result, overNodes(nodes.subspan(higherEnd * kFanOut, end - higherEnd * kFanOut)));
            begin = higherBegin;
            end = higherEnd;
        }
    }
    return result.minimum <= result.maximum ? result : MinMax{kNothing, kNothing};
}

}  // namespace mimesys::trace
