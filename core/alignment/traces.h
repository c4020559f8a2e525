// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "generation/generator.h"
#include "trace/windowed.h"

#include <cstddef>
#include <string>
#include <vector>

namespace mimesys::alignment {

// A trace to align on.
struct AlignTrace {
    std::string name;
    std::string hash;  // trace::contentHash()
    trace::WindowedTrace windows;
};

// Successive windows of one of the traces.
struct Stretch {
    std::size_t trace = 0;
    Eigen::Index first = 0;
    Eigen::Index count = 0;
    bool operator==(const Stretch&) const = default;
};

// The traces of an alignment as targets for a machine, and which of their windows are learnt from.
struct Traces {
    double windowSeconds = 1.0;
    std::vector<AlignTrace> traces;  // fitted
    std::vector<Stretch> training;
    std::vector<Stretch> heldOut;  // only looked at, to know when to stop
};

// Fits the traces to the machine and holds out the ends of some: `heldOutWindows` in all, at most a third of a trace,
// of as few traces as give a dozen each. What a window does depends on those before it, and in shorter stretches most
// of that would be of another trace. Windows without any value divide stretches; stretches of fewer than `shortest`
// windows are left out of training. BadInput when no training window is left, or two traces are the same.
[[nodiscard]] Expected<Traces> divide(std::vector<AlignTrace> traces, const generation::Destination& destination,
                                      int heldOutWindows, int shortest);

// Windows [first, first + count).
[[nodiscard]] trace::WindowedTrace windowsOf(const trace::WindowedTrace& trace, Eigen::Index first, Eigen::Index count);

}  // namespace mimesys::alignment
