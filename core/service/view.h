// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/metric.h"
#include "trace/windowed.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace mimesys::service {

// What a generator gets to see of a trace: all of it, or what an ablation leaves.
struct View {
    double dropped = 0.0;           // share of the values that are there which are set missing, in [0,1)
    std::optional<Family> without;  // metrics of this family are left out
    bool operator==(const View&) const = default;
    [[nodiscard]] bool whole() const { return dropped == 0.0 && !without; }
};

[[nodiscard]] std::string viewName(const View& view);  // "whole", "40 % dropped", "without cache"

// The ablations of the paper's Figure 12: a fifth to four fifths dropped; each family left out.
[[nodiscard]] std::vector<View> droppingViews();
[[nodiscard]] std::vector<View> familyViews();

// Whether the view makes sense for the trace: a family can only be left out where the trace has it and another one.
[[nodiscard]] bool isApplicable(const View& view, const trace::WindowedTrace& trace);

// The trace as seen. Of P values that are there, round(dropped · P) are set missing, drawn without replacement; what is
// missing at a share is missing at every larger one with the same seed.
[[nodiscard]] trace::WindowedTrace seen(const trace::WindowedTrace& trace, const View& view, std::uint64_t seed);

}  // namespace mimesys::service
