// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "execution/executor.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace mimesys::execution {
namespace {

// Nearest rank; reorders the values.
double quantile(std::vector<float>& values, double q) {
    const auto rank = static_cast<std::ptrdiff_t>(std::ceil(q * static_cast<double>(values.size()))) - 1;
    const auto at = values.begin() + std::clamp<std::ptrdiff_t>(rank, 0, std::ssize(values) - 1);
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

}  // namespace

std::string HeldMemory::text() const {
    std::string text = fmt::format("memory: up to {} MiB held", mostBytes >> 20);
    if (windowsShort > 0) {
        text += fmt::format("; {} windows asked for more than could be held", windowsShort);
    }
    if (windowsExceeded > 0) {
        text += fmt::format("; {} for less than was in use at the start", windowsExceeded);
    }
    return text;
}

double RunReport::meanCpuErrorPoints() const {
    if (plannedCpu.empty()) {
        return 0.0;
    }
    double sum = 0.0;
    for (std::size_t i = 0; i < plannedCpu.size(); ++i) {
        sum += std::abs(achievedCpu[i] - plannedCpu[i]);
    }
    return 100.0 * sum / static_cast<double>(plannedCpu.size());
}

double RunReport::maxCpuErrorPoints() const {
    double largest = 0.0;
    for (std::size_t i = 0; i < plannedCpu.size(); ++i) {
        largest = std::max(largest, 100.0 * std::abs(achievedCpu[i] - plannedCpu[i]));
    }
    return largest;
}

Distribution RunReport::boundaryError() const {
    if (boundaryErrorMs.empty()) {
        return {};
    }
    std::vector<float> values = boundaryErrorMs;
    return {.p50 = quantile(values, 0.5),
            .p99 = quantile(values, 0.99),
            .maximum = *std::max_element(values.begin(), values.end())};
}

}  // namespace mimesys::execution
