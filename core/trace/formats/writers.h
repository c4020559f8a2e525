// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "trace/trace.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace mimesys::trace {

// Everything a trace holds, as HDF5 (formats/hdf5/layout.h).
[[nodiscard]] Expected<void> writeHdf5(const Trace& trace, const std::filesystem::path& path);

// HPCPerfStats text with cumulative counters whose differences give the rates back. Values are rounded to whole steps
// of the counters, and what is cut off is carried over to the next sample: CPU time to 1 ns, disks to 512 bytes, memory
// traffic to 64 bytes, used memory to 1 KiB, the rest to 1. A rate therefore comes back to within one step per
// interval, and as the same float, or its neighbour, from 2^24 steps per interval on (at 1 s: 1.1 GB/s of memory
// traffic, 1.7 % of a CPU, 8.6 GB/s of disk traffic). A missing rate is written as a counter one lower than before,
// which every reader takes for a reset. All disks together stand as "sda", all interfaces as "eth0". The values stand
// at the positions that readers without an eye for the schema know: memory bursts at 6 and 7 of "intel_hsw_imc", cache
// lookups in the last four of "intel_hsw_cbo", sectors at 4 and 8 of "block", bytes at 4 and 16 of "net", used memory
// at 4 of "mem".
[[nodiscard]] Expected<void> writeHpcPerfStats(const Trace& trace, const std::filesystem::path& path);
// Whether that format has a place for the metric.
[[nodiscard]] bool fitsHpcPerfStats(const std::string& metricId);

// A pqos log with one row for the whole machine. Rows hold what pqos tells (misses as a whole number per poll); where
// that does not give the float back, a comment line behind the row does, so that our own reader returns every value and
// time exactly as it was. Quantities of pqos that the trace does not have are filled in as 0 and named by a comment.
[[nodiscard]] Expected<void> writePqosLog(const Trace& trace, const std::filesystem::path& path);
// Whether that format has a place for the metric beside the others of this trace.
[[nodiscard]] bool fitsPqosLog(const Trace& trace, std::string_view metricId);

}  // namespace mimesys::trace
