// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "collection/collector.h"

#include "base/pathlock.h"
#include "base/random.h"
#include "collection/continuation.h"
#include "collection/hosts.h"
#include "collection/novelty.h"
#include "collection/pace.h"
#include "collection/round.h"
#include "collection/stability.h"
#include "stressor/stressor.h"
#include "telemetry/recorder.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace mimesys::collection {
namespace {

// What a sample takes on a simulated machine, until that is known.
constexpr double kSimulatedSampleSeconds = 5e-4;
constexpr std::size_t kMostFruitless = 30;
// A duration that is a whole number of windows but for rounding gets them all.
constexpr double kRounding = 1e-6;

// What a round is and where it aims.
struct Planned {
    Round round;
    Eigen::MatrixXd aims;
};

// A collection while it goes on.
class Session {
public:
    Session(std::span<const Laboratory> laboratories, const CollectOptions& options, dataset::Dataset dataset)
        : m_laboratories(laboratories),
          m_options(options),
          m_dataset(std::move(dataset)),
          m_strategy(strategyFromName(m_dataset.strategy).value_or(Strategy::Random)) {}

    [[nodiscard]] dataset::Dataset& dataset() { return m_dataset; }

    // Windows of execution that are left, over all hosts; only of a duration, and not at random, where samples count.
    [[nodiscard]] std::size_t windowsLeft() const {
        const double left = (m_options.durationSeconds - m_dataset.executedSeconds) / m_options.windowSeconds;
        return left > 0.0 ? static_cast<std::size_t>(left + kRounding) : 0;
    }

    // Samples that are still wanted and possible.
    [[nodiscard]] std::size_t samplesLeft() const {
        const std::size_t have = m_dataset.sampleCount();
        if (m_options.samples) {
            return *m_options.samples - std::min(have, *m_options.samples);
        }
        if (isDrawn()) {
            const std::size_t wanted = samplesWithin(m_options.durationSeconds, m_options.windowSeconds);
            return wanted - std::min(have, wanted);
        }
        const std::size_t windows = windowsLeft();
        if (m_strategy == Strategy::Sweep || inSweep()) {
            return windows > 0 ? windows - 1 : 0;
        }
        const std::size_t rest = windows % (kStretchSamples + 1);
        return (windows / (kStretchSamples + 1) * kStretchSamples + (rest > 0 ? rest - 1 : 0)) * m_laboratories.size();
    }

    [[nodiscard]] std::optional<Ending> ending() const {
        if (samplesLeft() == 0) {
            return m_options.samples ? Ending::Samples : Ending::Duration;
        }
        if (m_options.untilSaturated && !inSweep() && saturated(coverageOf(m_dataset))) {
            return Ending::Saturation;
        }
        return std::nullopt;
    }

    [[nodiscard]] std::size_t nextCount() const {
        const std::size_t left = samplesLeft();
        if (m_strategy == Strategy::Novelty && !inSweep()) {
            const double share = kNovelShare * static_cast<double>(m_dataset.sampleCount());
            const std::size_t count =
                std::clamp(static_cast<std::size_t>(share), kFewestNovelSamples, kMostNovelSamples);
            return std::min(left, count - count % kStretchSamples);  // no stretch is cut but the last of all
        }
        const std::size_t count = std::min(perRound(), left);
        return m_strategy == Strategy::Novelty ? std::min(count, sweepLeft()) : count;
    }

    [[nodiscard]] std::size_t perRound() const {
        return m_laboratories.front().simulated ? kSimulatedSamplesPerRound : kSamplesPerRound * m_laboratories.size();
    }

    [[nodiscard]] Planned plan(std::size_t count) const {
        if (m_strategy != Strategy::Novelty || inSweep()) {
            return {sequenceRound(m_dataset, m_strategy, planned(), count, m_laboratories.size()), {}};
        }
        const MetricSpace space(m_dataset);
        const Coverage coverage = coverageOf(space, space.points(m_dataset), {}, allPairs(space));
        ChosenRound chosen = chooseNovel(m_dataset, space, coverage, count, roundSeed());
        for (Eigen::Index axis = 0; axis < chosen.predicted.cols(); ++axis) {
            chosen.predicted.col(axis) = chosen.predicted.col(axis).unaryExpr(
                [&](double position) { return space.unscaled(static_cast<std::size_t>(axis), position); });
        }
        return {{std::move(chosen.stretches)}, std::move(chosen.predicted)};
    }

    [[nodiscard]] std::vector<Share> shares(const Round& round) const {
        const std::uint64_t seed = isDrawn() ? m_dataset.seed + planned() : roundSeed();
        return divide(round, m_dataset, m_laboratories.size(), seed);
    }

    // Takes what was measured into the data set.
    [[nodiscard]] Expected<void> take(const std::vector<Share>& shares,
                                      const std::vector<execution::RecordedRun>& runs) {
        const std::size_t before = m_dataset.sampleCount();
        std::vector<std::string> disturbed;
        std::size_t longest = 0;
        for (std::size_t host = 0; host < shares.size(); ++host) {
            const auto appended =
                appendShare(m_dataset, shares[host], *runs[host].trace, m_laboratories[host].machine.usableCpus);
            if (!appended) {
                return appended;
            }
            std::ranges::move(disturbances(shares[host], runs[host].report), std::back_inserter(disturbed));
            longest = std::max(longest, shares[host].kinds.size());
        }
        m_dataset.rounds.resize(m_dataset.sampleCount(), static_cast<std::uint32_t>(m_dataset.finishedRounds));
        ++m_dataset.finishedRounds;
        m_dataset.executedSeconds += static_cast<double>(longest) * m_dataset.windowSeconds;
        if (!isDrawn()) {
            dropUnstable(m_dataset, before, disturbed, sweepLeft() == 0);
        }
        m_fruitless = m_dataset.sampleCount() == before ? m_fruitless + disturbed.size() : 0;
        if (m_fruitless >= kMostFruitless) {
            return failed(fmt::format(
                "Not one of {} windows in succession was steady; collect when the machine is quiet.", m_fruitless));
        }
        return {};
    }

private:
    // At random, whatever was measured.
    [[nodiscard]] bool isDrawn() const { return m_strategy == Strategy::Random || m_strategy == Strategy::Uniform; }
    // Samples planned so far, whether they were kept or not: the position in the sequence.
    [[nodiscard]] std::size_t planned() const { return m_dataset.sampleCount() + m_dataset.droppedCount(); }
    [[nodiscard]] std::size_t sweepLeft() const {
        const std::size_t length = sparseSweepLength({m_dataset.cpus, m_dataset.stressors.size()});
        return length - std::min(length, planned());
    }
    [[nodiscard]] bool inSweep() const { return m_strategy == Strategy::Novelty && sweepLeft() > 0; }
    [[nodiscard]] std::uint64_t roundSeed() const {
        return Random(Random(m_dataset.seed).next() ^ Random(m_dataset.finishedRounds).next()).next();
    }

    std::span<const Laboratory> m_laboratories;
    const CollectOptions& m_options;
    dataset::Dataset m_dataset;
    Strategy m_strategy;
    std::size_t m_fruitless = 0;  // samples of rounds in succession of which none was kept
};

// Plans, executes and stores one round. False when it was cancelled.
Expected<bool> runRound(Session& session, std::span<const Laboratory> laboratories, const std::filesystem::path& path,
                        const Pace& pace, const std::stop_token& stop, const RoundCallback& rounds) {
    const std::size_t done = session.dataset().sampleCount();
    const std::size_t count = session.nextCount();
    pace.show(static_cast<double>(done));
    Planned planned = session.plan(count);
    if (rounds) {
        RoundNews news = newsOf(session.dataset());
        news.aims = std::move(planned.aims);
        rounds(news);
    }
    const std::vector<Share> shares = session.shares(planned.round);
    const auto runs = runShares(laboratories, shares, session.dataset().windowSeconds / kPartsPerWindow, stop,
                                pace.forRound(done, count));
    if (!runs) {
        return tl::unexpected(runs.error());
    }
    if (!*runs) {
        return false;
    }
    return session.take(shares, **runs)
        .and_then([&]() -> Expected<void> {
            return session.dataset().sampleCount() > 0 ? dataset::writeDataset(session.dataset(), path)
                                                       : Expected<void>();
        })
        .map([] { return true; });
}

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

RoundNews newsOf(const dataset::Dataset& dataset) {
    RoundNews news;
    news.round = dataset.finishedRounds;
    news.samples = dataset.sampleCount();
    news.dropped = dataset.dropped;
    if (dataset.sampleCount() > 0) {
        const MetricSpace space(dataset);
        news.axes = space.axes();
        news.points = space.points(dataset);
        news.rounds = dataset.rounds;
        news.coverage = coverageOf(space, news.points, news.rounds, allPairs(space));
    }
    return news;
}

std::string_view endingText(Ending ending) {
    switch (ending) {
        case Ending::Samples:
            return "it has the samples that were wanted";
        case Ending::Duration:
            return "the time it was given is over";
        case Ending::Saturation:
            break;
    }
    return "the last rounds brought next to nothing new";
}

Cancellable<Collected> collectOn(std::span<const Laboratory> laboratories, const std::filesystem::path& path,
                                 const CollectOptions& options, std::stop_token stop, const ProgressCallback& progress,
                                 const RoundCallback& rounds) {
    if (auto valid = checkCollection(laboratories, options); !valid) {
        return tl::unexpected(valid.error());
    }
    const auto lock = PathLock::tryLock(path);
    if (!lock) {
        return tl::unexpected(lock.error());
    }
    auto dataset = startOrContinue(laboratories.front(), path, options);
    if (!dataset) {
        return tl::unexpected(dataset.error());
    }
    Session session(laboratories, options, std::move(*dataset));
    const std::size_t begun = session.dataset().sampleCount();
    const double secondsPerSample = laboratories.front().simulated ? kSimulatedSampleSeconds : options.windowSeconds;
    const Pace pace(begun, begun + session.samplesLeft(), secondsPerSample, session.perRound(), progress);
    for (;;) {
        if (const auto ending = session.ending()) {
            if (rounds) {
                rounds(newsOf(session.dataset()));
            }
            return Collected{std::move(session.dataset()), *ending};
        }
        if (stop.stop_requested()) {
            return std::nullopt;
        }
        const auto finished = runRound(session, laboratories, path, pace, stop, rounds);
        if (!finished) {
            return tl::unexpected(finished.error());
        }
        if (!*finished) {
            return std::nullopt;
        }
    }
}

Cancellable<dataset::Dataset> collectIn(const Laboratory& laboratory, const std::filesystem::path& path,
                                        const CollectOptions& options, std::stop_token stop,
                                        const ProgressCallback& progress) {
    auto collected = collectOn({&laboratory, 1}, path, options, std::move(stop), progress);
    if (!collected) {
        return tl::unexpected(collected.error());
    }
    return *collected ? std::optional(std::move((*collected)->dataset)) : std::nullopt;
}

Expected<void> prepareFolder(const std::filesystem::path& path, const machine::Machine& machine) {
    if (path != dataset::installedDatasetPath(machine::fingerprint(machine))) {
        return {};
    }
    std::error_code error;
    std::filesystem::create_directories(path.parent_path(), error);
    if (error) {
        return failed(fmt::format("The folder cannot be created ({}).", error.message()), path.parent_path().string());
    }
    return {};
}

Cancellable<dataset::Dataset> collect(const std::filesystem::path& path, const CollectOptions& options,
                                      std::stop_token stop, const ProgressCallback& progress) {
    const auto laboratory = thisMachine(options.scratchDirectory, options.stressors);
    if (!laboratory) {
        return tl::unexpected(laboratory.error());
    }
    if (const auto prepared = prepareFolder(path, laboratory->machine); !prepared) {
        return tl::unexpected(prepared.error());
    }
    return collectIn(*laboratory, path, options, std::move(stop), progress);
}

}  // namespace mimesys::collection
