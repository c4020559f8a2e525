// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "base/progress.h"
#include "simulation/profile.h"
#include "trace/trace.h"

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace mimesys::simulation {

// How many of a machine's cores applications have between them, as the research system divides its mixes: up to 30 %,
// up to 60 %, more.
enum class Load { Low, Middle, High };
[[nodiscard]] std::string_view loadName(Load load);  // "low", "mid", "high"
[[nodiscard]] std::optional<Load> loadFromName(std::string_view name);

inline constexpr int kMostApplications = 6;

struct MixOptions {
    int applications = 0;      // 1 to kMostApplications, 0 = at random
    std::optional<Load> load;  // empty = at random
    double seconds = 120.0;
    double periodSeconds = 1.0;
    std::uint64_t seed = 1;
};

struct MixedTrace {
    trace::TracePtr trace;  // attributes "load", "applications", "seed", and those of every simulated trace
    Load load = Load::Low;
    std::size_t cores = 0;                  // that applications have
    std::vector<std::string> applications;  // what they are and on which CPUs, one text each
};

// The trace of a machine on which applications drawn at random run beside each other. They demand what their kinds do
// and nothing of them is a stressor's; how they slow each other down is the machine's doing. The same options give the
// same trace. BadInput for options out of range, or more applications than the load's cores.
[[nodiscard]] Cancellable<MixedTrace> simulateMix(const Profile& profile, const MixOptions& options,
                                                  const std::stop_token& stop = {});

}  // namespace mimesys::simulation
