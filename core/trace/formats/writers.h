// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "trace/trace.h"

#include <filesystem>
#include <string>
#include <vector>

namespace mimesys::trace {

// Everything a trace holds, as HDF5 (formats/hdf5/layout.h).
[[nodiscard]] Expected<void> writeHdf5(const Trace& trace, const std::filesystem::path& path);

// HPCPerfStats text with cumulative counters whose differences give the rates back. Values are rounded to whole steps
// of the counters, and what is cut off is carried over to the next sample: CPU time to 1 ns, disks to 512 bytes, memory
// traffic to 64 bytes, used memory to 1 KiB, the rest to 1. A missing rate is written as a counter one lower than
// before, which every reader takes for a reset. All disks together stand as "sda", all interfaces as "eth0".
[[nodiscard]] Expected<void> writeHpcPerfStats(const Trace& trace, const std::filesystem::path& path);
// Whether that format has a place for the metric.
[[nodiscard]] bool fitsHpcPerfStats(const std::string& metricId);

}  // namespace mimesys::trace
