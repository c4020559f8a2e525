// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "machine/machine.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace mimesys::execution {

// Which CPU runs which row of a plan when the user names none. Row k stands for the k-th CPU of the machine the plan
// was made for. Machines number their CPUs differently (sockets in blocks or in turns, hyper-threads behind or beside
// their cores), so where that machine is known and has several sockets, rows of one socket are put on one socket here,
// and rows of one core on one core where both machines have as many cores and threads per socket; where a socket here
// has too few CPUs for it, rows take the usable CPUs in their order. `target` must have at least `rows` usable CPUs.
[[nodiscard]] std::vector<int> placeRows(std::size_t rows, const std::optional<machine::Machine>& source,
                                         const machine::Machine& target);

}  // namespace mimesys::execution
