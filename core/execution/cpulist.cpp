// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "execution/cpulist.h"

#include "plan/plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

namespace mimesys::execution {
namespace {

constexpr int kHighestCpu = 1 << 16;

// The number text begins with, taken off it.
std::optional<int> takeNumber(std::string_view& text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || number < 0 || number >= kHighestCpu) {
        return std::nullopt;
    }
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return number;
}

}  // namespace

Expected<std::vector<int>> parseCpuList(std::string_view text) {
    const auto refusal = [whole = text] {
        return badInput(fmt::format("\"{}\" is no list of CPUs; write numbers and ranges such as 0-3,8.", whole));
    };
    std::vector<int> cpus;
    while (true) {
        const std::optional<int> first = takeNumber(text);
        std::optional<int> last = first;
        if (first && text.starts_with('-')) {
            text.remove_prefix(1);
            last = takeNumber(text);
        }
        if (!last || *last < *first) {
            return refusal();
        }
        for (int cpu = *first; cpu <= *last; ++cpu) {
            cpus.push_back(cpu);
        }
        if (text.empty()) {
            return cpus;
        }
        if (!text.starts_with(',') || cpus.size() > plan::kMaximumCpus) {
            return refusal();
        }
        text.remove_prefix(1);
    }
}

std::string formatCpuList(std::vector<int> cpus) {
    std::ranges::sort(cpus);
    std::string text;
    for (std::size_t i = 0; i < cpus.size();) {
        std::size_t last = i;
        while (last + 1 < cpus.size() && cpus[last + 1] == cpus[last] + 1) {
            ++last;
        }
        text += fmt::format("{}{}", text.empty() ? "" : ",", cpus[i]);
        if (last > i) {
            text += fmt::format("-{}", cpus[last]);
        }
        i = last + 1;
    }
    return text;
}

}  // namespace mimesys::execution
