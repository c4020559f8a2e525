// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "dataset/dataset.h"
#include "generation/generator.h"

#include <memory>
#include <span>

namespace mimesys::generation {

// Chooses compositions window after window.
class Composer {
public:
    virtual ~Composer() = default;
    // Writes the composition (K×M, zeroed) for one window of the target; `previous` is the one chosen before it, idle
    // at the start. At least one value of the window is there.
    virtual void compose(const Eigen::Ref<const Eigen::RowVectorXf>& window, std::span<const float> previous,
                         std::span<float> composition) = 0;
};

// The paper's baselines (MIMESYS, section 7.1); what a method does not follow is said in the report.
// Search: the nearest sample; among samples as near as makes no difference, the one that was measured after the
// composition most like the previous one, because caches and write-back carry over.
[[nodiscard]] std::unique_ptr<Composer> makeSearch(const dataset::Dataset& dataset, const FittedTarget& target);
// Interpolation: the 100 nearest samples (all, where there are fewer), weighted by the inverse of their distance.
[[nodiscard]] std::unique_ptr<Composer> makeInterpolation(const dataset::Dataset& dataset, FittedTarget& target);
// Single stressor: hash insertion on every core with as much sleep as matches the core's utilisation, and paced disk
// reads that match the read rate, both by dose-response curves measured in the data set's sweep. BadInput when the
// sweep is not there.
[[nodiscard]] Expected<std::unique_ptr<Composer>> makeSingleStressor(const dataset::Dataset& dataset,
                                                                     FittedTarget& target);

}  // namespace mimesys::generation
