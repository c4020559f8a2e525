// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "base/progress.h"
#include "collection/coverage.h"
#include "collection/strategy.h"
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
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace mimesys::collection {

// Windows executed per round of a sweep or at random, after one in which the machine settles: what a kill loses at
// most.
inline constexpr std::size_t kSamplesPerRound = 15;
// The same on a simulated machine, where a window takes less time than putting its round into the file.
inline constexpr std::size_t kSimulatedSamplesPerRound = 1000;
// Samples of a round that is chosen by novelty: a tenth of those there are, within these bounds. A kill loses little,
// no round is chosen from much less than what could be known, and yet a data set of thousands takes tens of rounds
// only.
inline constexpr double kNovelShare = 0.1;
inline constexpr std::size_t kFewestNovelSamples = 15;
inline constexpr std::size_t kMostNovelSamples = 256;
// Each window is recorded in so many parts, which give its deviation. Procfs counts CPU time in ticks of 10 ms, so that
// half a second is known to 2 points and a part of it to 10: even a steady core deviates by a few points.
inline constexpr int kPartsPerWindow = 5;
inline constexpr double kShortestWindowSeconds = 0.05;  // the recorder's shortest period, kPartsPerWindow times

struct CollectOptions {
    std::optional<Strategy> strategy;    // empty = that of the data set there, Random for a new one
    double durationSeconds = 120.0;      // of execution, over all sessions of a resumed collection
    std::optional<std::size_t> samples;  // to collect, whatever time that takes
    bool untilSaturated = false;         // stop before that when rounds bring next to nothing new: see saturated()
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

// How far a collection is when a round begins, and where that round aims; and once more when it is over.
struct RoundNews {
    std::size_t round = 0;  // from 0
    std::size_t samples = 0;
    std::map<std::string, std::uint64_t> dropped;  // by reason
    Coverage coverage;                             // of the samples so far; empty before the first
    std::vector<Axis> axes;                        // of the metric space
    Eigen::MatrixXd points;                        // (S, D): the samples, scaled by the axes
    std::vector<std::uint32_t> rounds;             // (S): in which each was measured; empty = unknown
    // Where the round's compositions are expected, (C, D) in the units of the axes; none in a sweep, at random, or
    // after the last round.
    Eigen::MatrixXd aims;
};
// How far a data set is, as if no round followed.
[[nodiscard]] RoundNews newsOf(const dataset::Dataset& dataset);
// Called from the collecting thread.
using RoundCallback = std::function<void(const RoundNews&)>;

// Why a collection ended.
enum class Ending { Samples, Duration, Saturation };
[[nodiscard]] std::string_view endingText(Ending ending);  // "it has the samples wanted", …

struct Collected {
    dataset::Dataset dataset;
    Ending ending = Ending::Samples;
};

// Runs the rounds of a strategy, window after window, and puts what was measured into the data set at `path` after
// every round. Several laboratories, which have to be of the same machine, share each round and work at the same time.
// Of sweeps and novelty, samples that are not steady are left out and counted (stability.h). An existing data set of
// this machine and these stressors is continued where it stopped, to what an uninterrupted collection would have been,
// and is ready when it holds the samples of the whole duration; one of another machine, other stressors, another
// strategy, seed or window is BadInput and left as it was, one that is being collected elsewhere Failed. A cancelled or
// failed collection keeps its finished rounds.
[[nodiscard]] Cancellable<Collected> collectOn(std::span<const Laboratory> laboratories,
                                               const std::filesystem::path& path, const CollectOptions& options,
                                               std::stop_token stop, const ProgressCallback& progress,
                                               const RoundCallback& rounds = {});

// collectOn() one laboratory.
[[nodiscard]] Cancellable<dataset::Dataset> collectIn(const Laboratory& laboratory, const std::filesystem::path& path,
                                                      const CollectOptions& options, std::stop_token stop,
                                                      const ProgressCallback& progress);

// Makes the folder of the data set that is installed for a machine when `path` is that data set and it is missing.
[[nodiscard]] Expected<void> prepareFolder(const std::filesystem::path& path, const machine::Machine& machine);

// collectIn(thisMachine()), with prepareFolder().
[[nodiscard]] Cancellable<dataset::Dataset> collect(const std::filesystem::path& path, const CollectOptions& options,
                                                    std::stop_token stop, const ProgressCallback& progress);

}  // namespace mimesys::collection
