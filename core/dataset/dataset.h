// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "base/metric.h"
#include "trace/windowed.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace mimesys::dataset {

// How a composition was chosen (Dataset::kinds).
inline constexpr std::string_view kSweep = "sweep";    // one stressor at one fraction on some CPUs, the rest idle
inline constexpr std::string_view kRandom = "random";  // any stressors at any fractions

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

    [[nodiscard]] std::size_t sampleCount() const { return static_cast<std::size_t>(compositions.rows()); }
    // Per metric {low, high} over the samples, NaN skipped: (2, N). A metric without any value has {NaN, NaN}.
    [[nodiscard]] trace::Matrix ranges() const;
    // Simulated rather than measured, in whole or in part.
    [[nodiscard]] bool simulated() const;
};

// BadInput when shapes disagree, a composition is no valid row set, or names repeat.
[[nodiscard]] Expected<void> validate(const Dataset& dataset);

// HDF5; the file is replaced as a whole, so that a killed collection keeps its finished rounds. What is read is
// validated.
[[nodiscard]] Expected<Dataset> readDataset(const std::filesystem::path& path);
[[nodiscard]] Expected<void> writeDataset(const Dataset& dataset, const std::filesystem::path& path);

// $XDG_DATA_HOME/mimesys/machines/<fingerprint>/dataset.h5 of this machine ($HOME/.local/share without the variable).
[[nodiscard]] std::filesystem::path installedDatasetPath(const std::string& machineFingerprint);

}  // namespace mimesys::dataset
