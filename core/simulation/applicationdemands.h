// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/random.h"
#include "simulation/application.h"
#include "simulation/demand.h"

namespace mimesys::simulation {

// Usual work of a kind, drawn within its ranges. Serving kinds have fixed work: requests come whether or not memory is
// slow.
[[nodiscard]] Demand usualWork(Kind kind, Random& random);
// The same application in another phase: the same data, used differently.
[[nodiscard]] Demand otherPhase(const Demand& usual, Random& random);
// A pass over all of its data: garbage collection, a scan, a rebuilt index.
[[nodiscard]] Demand passOverData(const Demand& usual, Random& random);

// Disk work at a rate in bytes/s.
[[nodiscard]] Demand scanOfFiles(double rate, Random& random);     // large reads, some of them found in the page cache
[[nodiscard]] Demand syncedLog(double rate, Random& random);       // small writes past the page cache
[[nodiscard]] Demand bufferedWrites(double rate, Random& random);  // that the kernel writes back when it likes

}  // namespace mimesys::simulation
