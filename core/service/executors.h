// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "collection/collector.h"
#include "execution/executor.h"
#include "execution/recordedrun.h"
#include "machine/machine.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace mimesys::service {

// A machine that plans can be run on, by the name the command line gives it.
struct Executor {
    std::string name;        // "local", "simulated:c220g2"
    bool simulated = false;  // nothing it reports was measured
    machine::Machine machine;
    execution::Execute run;  // a period of 0 records nothing
};

// With these options, "local": this machine; "simulated": the simulated machine c220g2; "simulated:NAME": one of those
// that are installed; "simulated:PROFILE.json": one from a file. The seed is that of a simulated machine's noise.
// BadInput for a name that is none, Unavailable for "ssh:HOST" and "slurm:PARTITION".
[[nodiscard]] Expected<Executor> openExecutor(std::string_view name, const execution::ExecutorOptions& options,
                                              std::uint64_t seed = 1);

// An executor as the place where samples come from, with those of the selected stressors that can run there.
// Unavailable when none can, BadInput for an unknown one.
[[nodiscard]] Expected<collection::Laboratory> openLaboratory(std::string_view name,
                                                              const execution::ExecutorOptions& options,
                                                              std::string_view stressors, std::uint64_t seed = 1);

}  // namespace mimesys::service
