// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"

#include <array>
#include <string_view>

namespace mimesys::collection {

// How compositions are chosen. Sweep: single stressors only, with other CPUs and fractions every time. Random: the
// sweep once, then compositions drawn at random, but with an eye to what traces of applications look like. Uniform: the
// sweep once, then compositions drawn as the MIMESYS research system draws them, which knows nothing of traces; there
// to be compared with. Novelty: the sweep once, then compositions that are expected to do what no sample did yet.
enum class Strategy { Novelty, Random, Uniform, Sweep };
inline constexpr std::array kStrategies{Strategy::Novelty, Strategy::Random, Strategy::Uniform, Strategy::Sweep};
[[nodiscard]] std::string_view strategyName(Strategy strategy);  // "novelty", "random", "uniform", "sweep"
[[nodiscard]] Expected<Strategy> strategyFromName(std::string_view name);

}  // namespace mimesys::collection
