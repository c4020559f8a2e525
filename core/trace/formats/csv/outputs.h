// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/metric.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace mimesys::trace::csv {

// One metric made of columns of a file: the sum of value × scale over its sources, or, for counters, the same of their
// differences per second.
struct Output {
    struct Source {
        std::size_t column = 0;
        double scale = 1.0;
    };
    Metric metric;
    std::vector<Source> sources;
    bool isCounter = false;
    std::string note;  // what was done to the columns; empty when they are taken as they are
};

// What the columns stand for. Names that are metric ids are taken as they are; names of known tools (Bitbrains, dstat,
// prmon) become our metrics in our units; everything else keeps its own name, with the unit that stands in brackets
// behind it. Columns in `skip` (the time) become nothing.
[[nodiscard]] std::vector<Output> chooseOutputs(const std::vector<std::string>& names,
                                                const std::vector<std::size_t>& skip);

}  // namespace mimesys::trace::csv
