// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "base/progress.h"
#include "collection/calibration.h"
#include "collection/collector.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace mimesys::collection {

struct CalibrateOptions {
    std::string stressors = "all";  // see stressor::selectStressors()
    // In [0, 1]; idle (0) and full (1) are measured in any case.
    std::vector<double> doses{0.0, 0.1, 0.25, 0.5, 0.75, 1.0};
    // Of execution per dose and stressor, settling included, over all its visits: all stressors take about eleven
    // minutes.
    double doseSeconds = 2.4;
    // A quarter of a visit, one of which is for settling and the mean of the others one measurement: procfs knows 0.3 s
    // to 3 points of a core. 0 = a sixteenth of the dose, from 0.1 to 0.5 s.
    double windowSeconds = 0.0;
    std::size_t cpus = 0;  // the first so many usable ones; 0 = all, or as many as a cgroup grants
    std::uint64_t seed = 1;
    std::filesystem::path scratchDirectory;  // empty = default
    bool restart = false;                    // measure again what the file has
};

// What is to be calibrated: a card's texts, and why it cannot run here if it cannot.
struct Subject {
    std::string stressor;
    std::string stressorClass;
    std::string loads;
    std::string cardResponse;
    std::string unavailable;
};
// BadInput for an unknown stressor.
[[nodiscard]] Expected<std::vector<Subject>> subjectsOf(std::string_view stressors, const machine::Machine& machine,
                                                        const std::filesystem::path& scratchDirectory);

using CalibrationCallback = std::function<void(const Calibration&)>;

// Measures the subjects one after the other and writes the file after each. An existing file made with the same options
// on this machine, recording the same metrics, is continued with the subjects it has not measured (or has as
// unavailable); one that differs is BadInput and left as it was, unless `restart` is set. Failed while another process
// calibrates into the same file. Unavailable where a cgroup grants less than the CPUs of the full dose. A subject that
// cannot be executed is noted as unavailable with the reason, as is one whose windows did not run as planned; an error
// when that happens to all. A cancelled calibration keeps what is finished. `onSignature` is called after every
// subject, from the calling thread.
[[nodiscard]] Cancellable<Calibration> calibrateIn(const Laboratory& laboratory, std::span<const Subject> subjects,
                                                   const std::filesystem::path& path, const CalibrateOptions& options,
                                                   std::stop_token stop, const ProgressCallback& progress,
                                                   const CalibrationCallback& onSignature = {});

// calibrateIn() on this machine, into the file installed for it unless another is named.
[[nodiscard]] Cancellable<Calibration> calibrate(const std::filesystem::path& path, const CalibrateOptions& options,
                                                 std::stop_token stop, const ProgressCallback& progress,
                                                 const CalibrationCallback& onSignature = {});

}  // namespace mimesys::collection
