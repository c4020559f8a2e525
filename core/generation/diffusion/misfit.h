// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/description.h"
#include "trace/windowed.h"

#include <string>
#include <vector>

namespace mimesys::generation {

// Why a model refuses a trace unless it may fit it.
struct Misfit {
    int traceCpus = 0;                          // of the trace, where the model has another number; else 0
    std::vector<std::string> unknownStressors;  // of the model, that this program does not have

    [[nodiscard]] bool any() const { return traceCpus != 0 || !unknownStressors.empty(); }
};
[[nodiscard]] Misfit misfitOf(const trace::WindowedTrace& trace, const model::Description& description);

}  // namespace mimesys::generation
