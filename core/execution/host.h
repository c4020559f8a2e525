// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "machine/machine.h"

namespace mimesys::execution {

// The machine this process is on. Where procfs and sysfs are missing (an empty root) the CPUs are those the scheduler
// lets this process use, and everything else is unknown.
[[nodiscard]] Expected<machine::Machine> thisMachine();

}  // namespace mimesys::execution
