// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "base/metric.h"
#include "trace/windowed.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace mimesys::dataset {

// How a composition was chosen (Dataset::kinds).
inline constexpr std::string_view kSweep = "sweep";    // one stressor at one fraction on some CPUs, the rest idle
inline constexpr std::string_view kRandom = "random";  // any stressors at any fractions
// Chosen for what it was expected to do:
inline constexpr std::string_view kMutation = "mutation";    // one or several samples, varied
inline constexpr std::string_view kUnion = "union";          // two samples beside each other on different CPUs
inline constexpr std::string_view kGap = "gap";              // a blend of samples around a gap between them
inline constexpr std::string_view kVariation = "variation";  // what may follow the composition before

// What executing compositions on one machine did to its metrics: S samples of K×M compositions and N metrics.
struct Dataset {
    std::vector<std::string> stressors;  // M
    std::vector<Metric> metrics;         // N; core k of the compositions is the k-th cpu.utilization[…] among them
    std::vector<Provenance> provenance;  // N
    std::size_t cpus = 0;                // K
    double windowSeconds = 1.0;
    std::string machine;  // JSON of machine::Machine
    std::uint64_t seed = 0;
    trace::Matrix compositions;      // (S, K·M), C order within a row
    trace::Matrix previous;          // (S, K·M): the composition of the window before
    trace::Matrix mean;              // (S, N); NaN = not measured
    trace::Matrix deviation;         // (S, N): standard deviation within the sample's window; NaN = not measured
    std::vector<std::string> kinds;  // S: kSweep, kRandom, …
    // How it was collected. In files of before there are none of these.
    std::vector<std::uint32_t> rounds;             // S: in which each was measured, from 0; empty = unknown
    std::string strategy{kRandom};                 // name of a collection::Strategy
    std::uint64_t finishedRounds = 0;              // of those that follow the strategy
    double executedSeconds = 0.0;                  // of all rounds, settling windows included
    std::map<std::string, std::uint64_t> dropped;  // samples left out as unstable, by reason: a metric's id or another

    [[nodiscard]] std::size_t sampleCount() const { return static_cast<std::size_t>(compositions.rows()); }
    // Per metric {low, high} over the samples, NaN skipped: (2, N). A metric without any value has {NaN, NaN}.
    [[nodiscard]] trace::Matrix ranges() const;
    // Simulated rather than measured, in whole or in part.
    [[nodiscard]] bool simulated() const;
    [[nodiscard]] std::size_t droppedCount() const;
};

// Sockets of the compositions' CPUs, counted from 0: those of the machine's CPUs that were loaded, in order. A data set
// of an unknown machine, or without metrics, is taken for one socket.
[[nodiscard]] std::vector<int> socketsOf(const Dataset& dataset);

// BadInput when shapes disagree, a composition is no valid row set, or names repeat.
[[nodiscard]] Expected<void> validate(const Dataset& dataset);

// HDF5; the file is replaced as a whole, so that a killed collection keeps its finished rounds. What is read is
// validated.
[[nodiscard]] Expected<Dataset> readDataset(const std::filesystem::path& path);
// Whether a file says that it is one.
[[nodiscard]] bool looksLikeDataset(const std::filesystem::path& path);
[[nodiscard]] Expected<void> writeDataset(const Dataset& dataset, const std::filesystem::path& path);

// $XDG_DATA_HOME/mimesys/machines/<fingerprint>/dataset.h5 of this machine ($HOME/.local/share without the variable).
[[nodiscard]] std::filesystem::path installedDatasetPath(const std::string& machineFingerprint);

}  // namespace mimesys::dataset
