// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "generation/diffusion/diffusion.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <vector>

namespace mimesys::generation {
namespace {

template <typename T, std::size_t N>
Expected<T> fromName(const std::array<T, N>& values, std::string_view (*nameOf)(T), std::string_view name,
                     std::string_view kind) {
    for (const T value : values) {
        if (nameOf(value) == name) {
            return value;
        }
    }
    std::vector<std::string_view> names;
    std::ranges::transform(values, std::back_inserter(names), nameOf);
    return badInput(fmt::format("There is no {} \"{}\"; choose {}.", kind, name, fmt::join(names, ", ")));
}

}  // namespace

std::string_view samplerName(Sampler sampler) {
    switch (sampler) {
        case Sampler::Ddpm:
            return "ddpm";
        case Sampler::Ddim:
            return "ddim";
        case Sampler::DpmSolver:
            return "dpm-solver";
    }
    return "dpm-solver";
}

Expected<Sampler> samplerFromName(std::string_view name) {
    return fromName(kSamplers, samplerName, name, "sampler");
}

std::string_view strategyName(Strategy strategy) {
    return strategy == Strategy::TwoPass ? "two-pass" : "autoregressive";
}

Expected<Strategy> strategyFromName(std::string_view name) {
    return fromName(kStrategies, strategyName, name, "strategy");
}

std::string_view unitsName(Units units) {
    return units == Units::Trace ? "trace" : "model";
}

Expected<Units> unitsFromName(std::string_view name) {
    return fromName(kUnits, unitsName, name, "unit of errors");
}

Expected<void> validate(const DiffusionOptions& options) {
    if (options.steps < 1 || options.steps > kMostSteps || options.firstSteps < 1 || options.firstSteps > kMostSteps) {
        return badInput(fmt::format("The number of steps has to be between 1 and {}.", kMostSteps));
    }
    if (!(options.guidance >= 0.0 && options.guidance <= kMostGuidance)) {
        return badInput(fmt::format("Guidance has to be between 0 and {}; 1 is none.", kMostGuidance));
    }
    if (options.candidates < 1 || options.candidates > kMostCandidates) {
        return badInput(fmt::format("The number of candidates has to be between 1 and {}.", kMostCandidates));
    }
    if (options.polish < 0 || options.polish > kMostSteps) {
        return badInput(fmt::format("The number of corrections has to be between 0 and {}.", kMostSteps));
    }
    if (!(options.idleBelow >= 0.0 && options.idleBelow <= kMostIdle)) {
        return badInput(fmt::format("A CPU can count as idle below 0 to {} percent.", kMostIdle));
    }
    return {};
}

}  // namespace mimesys::generation
