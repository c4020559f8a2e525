// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "execution/executor.h"
#include "execution/recordedrun.h"
#include "machine/machine.h"

#include <string>
#include <string_view>

namespace mimesys::service {

// A machine that plans can be run on, by the name the command line gives it.
struct Executor {
    std::string name;        // "local", "simulated:c220g2"
    bool simulated = false;  // nothing it reports was measured
    machine::Machine machine;
    execution::Execute run;
};

// "local": this machine, with these options. BadInput for a name that is none.
[[nodiscard]] Expected<Executor> openExecutor(std::string_view name, const execution::ExecutorOptions& options);

}  // namespace mimesys::service
