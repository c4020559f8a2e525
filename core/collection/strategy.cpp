// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "collection/strategy.h"

#include <fmt/format.h>

#include <algorithm>

namespace mimesys::collection {

std::string_view strategyName(Strategy strategy) {
    switch (strategy) {
        case Strategy::Novelty:
            return "novelty";
        case Strategy::Random:
            return "random";
        case Strategy::Uniform:
            return "uniform";
        case Strategy::Sweep:
            break;
    }
    return "sweep";
}

Expected<Strategy> strategyFromName(std::string_view name) {
    const auto found = std::ranges::find(kStrategies, name, strategyName);
    if (found == kStrategies.end()) {
        return badInput(fmt::format("There is no strategy \"{}\"; choose novelty, random, uniform or sweep.", name));
    }
    return *found;
}

}  // namespace mimesys::collection
