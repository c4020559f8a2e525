// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "machine/machine.h"

namespace mimesys::execution {

// What the thread of a plan's row asks of the kernel for itself.

// Binds the calling thread to one CPU. Unavailable when the process may not run there.
[[nodiscard]] Expected<void> pinTo(int cpu);

// Binds the calling thread again, since a change of the process's cpuset or of the CPUs that are online undoes what it
// was bound to. False while the CPU is not to be had: it went offline, or the cpuset no longer holds it.
[[nodiscard]] bool returnTo(int cpu);

// Memory the calling thread touches first comes from its CPU's NUMA node while that has some, whatever policy the
// process was started with (numactl --interleave, say). Nothing on a machine with one node.
void preferMemoryNear(int cpu, const machine::Machine& machine);

}  // namespace mimesys::execution
