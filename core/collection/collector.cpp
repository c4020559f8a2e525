// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "collection/collector.h"

#include "base/atomicfile.h"
#include "base/clock.h"
#include "collection/round.h"
#include "stressor/stressor.h"
#include "telemetry/recorder.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

namespace mimesys::collection {
namespace {

constexpr double kLongestWindowSeconds = 3600.0;
constexpr std::size_t kMostSamples = 10'000'000;
// What a sample takes on a simulated machine, until that is known.
constexpr double kSimulatedSampleSeconds = 5e-4;
// A duration that is a whole number of windows but for rounding gets them all.
constexpr double kRounding = 1e-6;

Expected<void> check(const CollectOptions& options) {
    if (!(options.windowSeconds >= kShortestWindowSeconds && options.windowSeconds <= kLongestWindowSeconds)) {
        return badInput(fmt::format("The window of {} s is not between {} and {} s.", options.windowSeconds,
                                    kShortestWindowSeconds, kLongestWindowSeconds));
    }
    if (options.samples) {
        return *options.samples > 0 && *options.samples <= kMostSamples
                   ? Expected<void>()
                   : badInput(fmt::format("The number of samples is not between 1 and {}.", kMostSamples));
    }
    if (!std::isfinite(options.durationSeconds) || samplesWithin(options.durationSeconds, options.windowSeconds) == 0) {
        return badInput(
            fmt::format("In {} s no window of {} s can be measured after the one in which the machine "
                        "settles; collect for longer.",
                        options.durationSeconds, options.windowSeconds));
    }
    return {};
}

// Nothing measured yet.
dataset::Dataset emptyDataset(const Laboratory& laboratory, const CollectOptions& options) {
    dataset::Dataset dataset;
    dataset.stressors = laboratory.stressors;
    dataset.cpus = laboratory.machine.usableCpus.size();
    dataset.windowSeconds = options.windowSeconds;
    dataset.machine = machine::toJson(laboratory.machine);
    dataset.seed = options.seed;
    return dataset;
}

// Why an existing data set cannot be continued with these options here.
Expected<void> checkContinues(const dataset::Dataset& found, const Laboratory& laboratory,
                              const CollectOptions& options) {
    const auto refuse = [](const std::string& reason) {
        return badInput(fmt::format("The data set there {}; name another file.", reason));
    };
    const auto machine = machine::fromJson(found.machine);
    if (!machine || machine::fingerprint(*machine) != machine::fingerprint(laboratory.machine)) {
        return refuse("is of another machine");
    }
    if (found.cpus != laboratory.machine.usableCpus.size()) {
        return refuse(fmt::format("was collected on {} CPUs and {} may be used now", found.cpus,
                                  laboratory.machine.usableCpus.size()));
    }
    if (found.stressors != laboratory.stressors) {
        return refuse(fmt::format("was collected with other stressors ({}) than those available now ({})",
                                  fmt::join(found.stressors, ", "), fmt::join(laboratory.stressors, ", ")));
    }
    if (found.seed != options.seed) {
        return refuse(fmt::format("was collected with the seed {}, not {}", found.seed, options.seed));
    }
    if (found.windowSeconds != options.windowSeconds) {
        return refuse(fmt::format("has windows of {} s, not {} s", found.windowSeconds, options.windowSeconds));
    }
    return {};
}

Expected<dataset::Dataset> startOrContinue(const Laboratory& laboratory, const std::filesystem::path& path,
                                           const CollectOptions& options) {
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored)) {
        // Two minutes of work should not end at a folder that cannot be written to.
        if (const auto writable = AtomicFile::create(path); !writable) {
            return tl::unexpected(writable.error());
        }
        return emptyDataset(laboratory, options);
    }
    auto found = dataset::readDataset(path);
    if (!found) {
        return found;
    }
    if (auto continues = checkContinues(*found, laboratory, options); !continues) {
        continues.error().place = path.string();
        return tl::unexpected(continues.error());
    }
    return found;
}

// Turns the progress of a round into that of the collection and estimates what is left from the pace so far.
class Pace {
public:
    Pace(std::size_t done, std::size_t wanted, double secondsPerSample, std::size_t perRound,
         const ProgressCallback& progress)
        : m_begun(done),
          m_wanted(wanted),
          m_secondsPerSample(secondsPerSample),
          m_perRound(static_cast<double>(perRound)),
          m_progress(progress) {}

    [[nodiscard]] ProgressCallback forRound(std::size_t done, std::size_t count) const {
        if (!m_progress) {
            return {};
        }
        return [this, done, count](const Progress& round) {
            const double within = std::clamp(round.fraction, 0.0, 1.0) * static_cast<double>(count);
            show(static_cast<double>(done) + within);
        };
    }

    void show(double samples) const {
        if (!m_progress) {
            return;
        }
        const double measured = samples - static_cast<double>(m_begun);
        const double elapsed = secondsFromNs(monotonicNs() - m_start);
        const double perSample =
            measured >= m_perRound ? elapsed / measured : m_secondsPerSample * (m_perRound + 1) / m_perRound;
        const double left = (static_cast<double>(m_wanted) - samples) * perSample;
        m_progress({samples / static_cast<double>(m_wanted),
                    fmt::format("collecting: {:.0f} of {} samples, about {:.0f} s left", std::floor(samples), m_wanted,
                                std::ceil(left))});
    }

private:
    std::size_t m_begun;
    std::size_t m_wanted;
    double m_secondsPerSample;
    double m_perRound;
    const ProgressCallback& m_progress;
    std::int64_t m_start = monotonicNs();
};

}  // namespace

double backgroundPoints(const dataset::Dataset& dataset) {
    const auto stressors = static_cast<Eigen::Index>(dataset.stressors.size());
    double sum = 0.0;
    double count = 0.0;
    Eigen::Index cpu = 0;
    for (std::size_t n = 0; n < dataset.metrics.size(); ++n) {
        if (!cpuOfUtilizationId(dataset.metrics[n].id)) {
            continue;
        }
        for (Eigen::Index sample = 0; sample < dataset.mean.rows(); ++sample) {
            const float planned = 100.0F * dataset.compositions.row(sample).segment(cpu * stressors, stressors).sum();
            const float measured = dataset.mean(sample, static_cast<Eigen::Index>(n));
            if (!std::isnan(measured)) {
                sum += static_cast<double>(std::max(0.0F, measured - planned));
                count += 1.0;
            }
        }
        ++cpu;
    }
    return count > 0.0 ? sum / count : 0.0;
}

std::size_t samplesWithin(double durationSeconds, double windowSeconds) {
    const double count = std::floor(durationSeconds / windowSeconds + kRounding);
    if (!(count >= 1.0)) {
        return 0;
    }
    const auto windows = static_cast<std::size_t>(std::min(count, 1e12));
    const std::size_t rest = windows % (kSamplesPerRound + 1);
    return windows / (kSamplesPerRound + 1) * kSamplesPerRound + (rest > 0 ? rest - 1 : 0);
}

Expected<Laboratory> thisMachine(const std::filesystem::path& scratchDirectory, std::string_view stressors) {
    const auto selected = stressor::selectStressors(stressors);
    if (!selected) {
        return tl::unexpected(selected.error());
    }
    auto machine = machine::discover();
    if (!machine) {
        return tl::unexpected(machine.error());
    }
    const std::filesystem::path scratch =
        scratchDirectory.empty() ? stressor::defaultScratchDirectory() : scratchDirectory;
    Laboratory laboratory;
    laboratory.machine = std::move(*machine);
    for (const std::string& name : *selected) {
        if (stressor::findCard(name)->unavailable(laboratory.machine, scratch).empty()) {
            laboratory.stressors.push_back(name);
        }
    }
    if (laboratory.stressors.empty()) {
        return unavailable("None of these stressors can run on this machine; `mimesys stressors` says why.");
    }
    for (const telemetry::Offer& offer : telemetry::describeMetrics()) {
        if (!offer.available()) {
            laboratory.unrecorded[offer.metric.id] = offer.reason;
        }
    }
    execution::ExecutorOptions executor;
    executor.scratchDirectory = scratch;
    laboratory.execute = execution::executeHere(std::move(executor));
    return laboratory;
}

Cancellable<dataset::Dataset> collectIn(const Laboratory& laboratory, const std::filesystem::path& path,
                                        const CollectOptions& options, std::stop_token stop,
                                        const ProgressCallback& progress) {
    if (auto valid = check(options); !valid) {
        return tl::unexpected(valid.error());
    }
    auto dataset = startOrContinue(laboratory, path, options);
    if (!dataset) {
        return tl::unexpected(dataset.error());
    }
    const std::size_t wanted = options.samples.value_or(samplesWithin(options.durationSeconds, options.windowSeconds));
    const std::size_t perRound = laboratory.simulated ? kSimulatedSamplesPerRound : kSamplesPerRound;
    const double secondsPerSample = laboratory.simulated ? kSimulatedSampleSeconds : options.windowSeconds;
    const Pace pace(dataset->sampleCount(), wanted, secondsPerSample, perRound, progress);
    while (dataset->sampleCount() < wanted) {
        if (stop.stop_requested()) {
            return std::nullopt;
        }
        const std::size_t done = dataset->sampleCount();
        const std::size_t count = std::min(perRound, wanted - done);
        const Round round = planRound(*dataset, done, count);
        pace.show(static_cast<double>(done));
        const auto run =
            laboratory.execute(round.plan, options.windowSeconds / kPartsPerWindow, stop, pace.forRound(done, count));
        if (!run) {
            return tl::unexpected(run.error());
        }
        if (run->report.cancelled) {
            return std::nullopt;
        }
        if (!run->trace) {
            return failed("Nothing was recorded during a round; `mimesys machine` says what can be.");
        }
        const auto stored = appendRound(*dataset, round, *run->trace, laboratory.machine.usableCpus).and_then([&] {
            return dataset::writeDataset(*dataset, path);
        });
        if (!stored) {
            return tl::unexpected(stored.error());
        }
    }
    return std::move(*dataset);
}

Cancellable<dataset::Dataset> collect(const std::filesystem::path& path, const CollectOptions& options,
                                      std::stop_token stop, const ProgressCallback& progress) {
    const auto laboratory = thisMachine(options.scratchDirectory, options.stressors);
    if (!laboratory) {
        return tl::unexpected(laboratory.error());
    }
    if (path == dataset::installedDatasetPath(machine::fingerprint(laboratory->machine))) {
        std::error_code error;
        std::filesystem::create_directories(path.parent_path(), error);
        if (error) {
            return failed(fmt::format("The folder cannot be created ({}).", error.message()),
                          path.parent_path().string());
        }
    }
    return collectIn(*laboratory, path, options, std::move(stop), progress);
}

}  // namespace mimesys::collection
