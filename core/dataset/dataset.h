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

// What executing compositions on one machine did to its metrics: S samples of K×M compositions and N metrics.
struct Dataset {
    std::vector<std::string> stressors;  // M
    std::vector<Metric> metrics;         // N
    std::vector<Provenance> provenance;  // N
    std::size_t cpus = 0;                // K
    double windowSeconds = 1.0;
    std::string machine;  // JSON of machine::Machine
    std::uint64_t seed = 0;
    trace::Matrix compositions;      // (S, K·M), C order within a row
    trace::Matrix previous;          // (S, K·M): the composition of the window before
    trace::Matrix mean;              // (S, N); NaN = not measured
    trace::Matrix deviation;         // (S, N): standard deviation within the sample's windows
    std::vector<std::string> kinds;  // S: "sweep", "random", … how a composition was chosen

    [[nodiscard]] std::size_t sampleCount() const { return static_cast<std::size_t>(compositions.rows()); }
    // Per metric {low, high} over the samples, NaN skipped: (2, N).
    [[nodiscard]] trace::Matrix ranges() const;
};

// BadInput when shapes disagree or a composition is no valid row set.
[[nodiscard]] Expected<void> validate(const Dataset& dataset);

// HDF5; the file is replaced as a whole, so that a killed collection keeps its finished rounds.
[[nodiscard]] Expected<Dataset> readDataset(const std::filesystem::path& path);
[[nodiscard]] Expected<void> writeDataset(const Dataset& dataset, const std::filesystem::path& path);

// $XDG_DATA_HOME/mimesys/machines/<fingerprint>/dataset.h5 of this machine ($HOME/.local/share without the variable).
[[nodiscard]] std::filesystem::path installedDatasetPath(const std::string& machineFingerprint);

}  // namespace mimesys::dataset
