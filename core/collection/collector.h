// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "base/progress.h"
#include "dataset/dataset.h"
#include "execution/recordedrun.h"
#include "machine/machine.h"
#include "plan/plan.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace mimesys::collection {

// Windows executed per round, after one in which the machine settles: what a kill loses at most.
inline constexpr std::size_t kSamplesPerRound = 15;
// The same on a simulated machine, where a window takes less time than putting its round into the file.
inline constexpr std::size_t kSimulatedSamplesPerRound = 1000;
// Each window is recorded in so many parts, which give its deviation. Procfs counts CPU time in ticks of 10 ms, so that
// half a second is known to 2 points and a part of it to 10: even a steady core deviates by a few points.
inline constexpr int kPartsPerWindow = 5;
inline constexpr double kShortestWindowSeconds = 0.05;  // the recorder's shortest period, kPartsPerWindow times

struct CollectOptions {
    double durationSeconds = 120.0;      // of execution, over all sessions of a resumed collection
    std::optional<std::size_t> samples;  // to collect, whatever time that takes
    double windowSeconds = 0.5;
    std::uint64_t seed = 1;
    std::string stressors = "essential";     // see stressor::selectStressors()
    std::filesystem::path scratchDirectory;  // empty = default
};

// Where samples come from: this machine, or a stand-in for it in tests.
struct Laboratory {
    machine::Machine machine;
    std::vector<std::string> stressors;             // that can run here, in the order of the catalogue
    std::map<std::string, std::string> unrecorded;  // ids of metrics that cannot be recorded here, and why
    execution::Execute execute;
    bool simulated = false;  // nothing is measured and no time passes: rounds are long, and paces cannot be foretold
};

// This machine, with those of the selected stressors that can run on it. Unavailable when none can, BadInput for an
// unknown one.
[[nodiscard]] Expected<Laboratory> thisMachine(const std::filesystem::path& scratchDirectory,
                                               std::string_view stressors = "essential");

// CPU utilisation, in points and on average over samples and cores, beyond what the compositions account for: what
// other work on the machine, or in the kernel on behalf of the disk, took meanwhile. From here on a data set says
// little.
inline constexpr double kBusyMachinePoints = 10.0;
[[nodiscard]] double backgroundPoints(const dataset::Dataset& dataset);

// Samples that fit into this many seconds of execution, settling windows included.
[[nodiscard]] std::size_t samplesWithin(double durationSeconds, double windowSeconds);

// Runs a sweep of single stressors over fractions, then random compositions, window after window, and puts what was
// measured into the data set at `path` after every round. An existing data set of this machine and these stressors is
// continued where it stopped, and is ready when it holds the samples of the whole duration; one of another machine,
// other stressors, another seed or window is BadInput and left as it was. A cancelled collection keeps its finished
// rounds.
[[nodiscard]] Cancellable<dataset::Dataset> collectIn(const Laboratory& laboratory, const std::filesystem::path& path,
                                                      const CollectOptions& options, std::stop_token stop,
                                                      const ProgressCallback& progress);

// collectIn(thisMachine()). The folder of the data set installed for this machine is made when it is missing.
[[nodiscard]] Cancellable<dataset::Dataset> collect(const std::filesystem::path& path, const CollectOptions& options,
                                                    std::stop_token stop, const ProgressCallback& progress);

}  // namespace mimesys::collection
