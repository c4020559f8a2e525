// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "execution/executor.h"
#include "execution/recordedrun.h"
#include "machine/machine.h"
#include "simulation/profile.h"
#include "simulation/signatures.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <stop_token>

namespace mimesys::simulation {

// A simulated machine that plans can be run on.
struct Simulator {
    Profile profile;
    Signatures signatures;
    machine::Machine machine;  // describe(profile)
};

// Reads a profile and the signatures it names. BadInput when either cannot be used.
[[nodiscard]] Expected<Simulator> openSimulator(const std::filesystem::path& profile);

// Runs a plan on the simulated machine, which is idle and cold before, in no more time than the computation takes. A
// sample of the trace per period, windows of a fine one averaging to those of a coarse one but for noise; a period of 0
// records nothing. What was planned counts as achieved. The same plan, seed and period give the same run. Of the
// options the CPUs, the duration, looping, fitting and the time budget matter. BadInput for a plan that does not fit
// the machine, Unavailable for a stressor without a signature.
[[nodiscard]] Expected<execution::RecordedRun> runPlan(const Simulator& simulator,
                                                       std::shared_ptr<const plan::ExecutionPlan> plan,
                                                       const execution::ExecutorOptions& options, std::uint64_t seed,
                                                       double periodSeconds, const std::stop_token& stop,
                                                       const ProgressCallback& progress);

}  // namespace mimesys::simulation
