// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The text log of pqos, Intel's monitor of caches and memory bandwidth: for every poll
//     TIME 2025-12-01 00:31:54
//     CORE         IPC      MISSES     LLC[KB]   MBL[MB/s]   MBR[MB/s]
//     0-19        0.43         87k      6240.0       104.6        10.5
// and a row for every core or group of cores.
//
// Lines "# mimesys …", which every other reader skips, make our own logs whole: "start=", "metrics=" (the columns that
// are no filling), "version=" of these lines (1 where it is left out), "provenance" and "attribute" before the first
// poll; "time=" and "ID=VALUE" in a poll whose TIME or row does not give the exact number back.
namespace mimesys::trace::pqos {

enum Quantity { Ipc, Misses, OccupancyKb, LocalMb, RemoteMb };
inline constexpr std::size_t kQuantities = 5;
using Quantities = std::array<double, kQuantities>;  // NaN = missing

inline constexpr std::array<std::string_view, kQuantities> kHeadings{"IPC", "MISSES", "LLC[KB]", "MBL[MB/s]",
                                                                     "MBR[MB/s]"};

// The metrics, in the order of what they are made from.
inline constexpr std::array<std::string_view, kQuantities> kMetricIds{"cpu.ipc", "llc.misses", "llc.occupancy",
                                                                      "memory.local_bandwidth", "memory.bandwidth"};
using Metrics = std::array<float, kQuantities>;

// Of one poll and the seconds since the one before. Misses are counts since then. KB are 1024 bytes; MB/s are 2^20
// bytes per second, whatever the interval (pqos' monitor.c); the whole traffic is the local and the remote one
// together. A value that is no number of a float becomes missing.
[[nodiscard]] Metrics metricsOf(const Quantities& quantities, double seconds);
// The other way round; quantities that cannot be told are NaN.
[[nodiscard]] Quantities quantitiesOf(const Metrics& metrics, double seconds);

// A number that is not negative, with the suffix k or K, M or G (powers of 1000) if it has one.
[[nodiscard]] std::optional<double> parseQuantity(std::string_view text);

// "2025-12-01 00:31:54", perhaps with a fraction, as nanoseconds since the epoch, taken as UTC.
[[nodiscard]] std::optional<std::int64_t> parseTime(std::string_view text);
[[nodiscard]] std::string timeLine(std::int64_t timeNs);  // in whole seconds

// Cores from "7", "0-9" or "0,2,4-7": ranges in ascending order without overlap.
struct Range {
    std::int64_t first = 0;
    std::int64_t last = 0;
    bool operator==(const Range&) const = default;
};
using Cores = std::vector<Range>;
[[nodiscard]] std::optional<Cores> parseCores(std::string_view text);
// Whether every core of `inner` is one of `outer`.
[[nodiscard]] bool covers(const Cores& outer, const Cores& inner);
[[nodiscard]] bool overlap(const Cores& a, const Cores& b);  // have a core in common

inline constexpr std::string_view kOwn = "# mimesys ";
inline constexpr std::int64_t kVersion = 1;

}  // namespace mimesys::trace::pqos
