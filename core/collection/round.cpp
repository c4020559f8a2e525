// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "collection/round.h"

#include "base/clock.h"
#include "base/random.h"
#include "trace/windowed.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <span>

namespace mimesys::collection {
namespace {

using Eigen::Index;

void chooseMetrics(dataset::Dataset& dataset, const trace::Trace& recording, const std::vector<int>& cpus) {
    for (const trace::Column& column : recording.columns) {
        const auto cpu = cpuOfUtilizationId(column.metric.id);
        if (!cpu || std::ranges::find(cpus, *cpu) != cpus.end()) {
            dataset.metrics.push_back(column.metric);
            dataset.provenance.push_back(column.provenance);
        }
    }
}

// Standard deviation over the samples whose middle lies within the window; NaN when there are fewer than two.
float deviationWithin(const trace::Trace& recording, const trace::Column& column, double windowSeconds,
                      std::size_t window) {
    double sum = 0.0;
    double squares = 0.0;
    int count = 0;
    // The first sample that ends within the window or later.
    const auto after = std::ranges::upper_bound(
        recording.timesNs, recording.startNs + nsFromSeconds(static_cast<double>(window) * windowSeconds));
    for (auto i = static_cast<std::size_t>(after - recording.timesNs.begin()); i < recording.sampleCount(); ++i) {
        const std::int64_t middle =
            recording.intervalStartNs(i) + (recording.timesNs[i] - recording.intervalStartNs(i)) / 2;
        const double position = secondsFromNs(middle - recording.startNs) / windowSeconds;
        if (position >= static_cast<double>(window + 1)) {
            break;
        }
        if (position >= static_cast<double>(window) && !column.isMissing(i)) {
            const auto value = static_cast<double>(column.values[i]);
            sum += value;
            squares += value * value;
            ++count;
        }
    }
    if (count < 2) {
        return trace::kMissing;
    }
    const double variance = (squares - sum * sum / count) / (count - 1);
    return static_cast<float>(std::sqrt(std::max(0.0, variance)));
}

void grow(trace::Matrix& matrix, Index rows, Index columns) {
    const Index before = matrix.rows();
    matrix.conservativeResize(before + rows, columns);
    matrix.bottomRows(rows).setConstant(trace::kMissing);
}

void copyRow(std::span<const float> from, trace::Matrix& to, Index row) {
    to.row(row) = Eigen::Map<const Eigen::RowVectorXf>(from.data(), static_cast<Index>(from.size()));
}

Composition sequenceAt(Strategy strategy, std::size_t index, std::uint64_t seed, const Space& space) {
    switch (strategy) {
        case Strategy::Random:
            return compositionFor(index, seed, space);
        case Strategy::Uniform:
            return uniformFor(index, seed, space);
        case Strategy::Sweep:
            return sweepFor(index, seed, space);
        case Strategy::Novelty:
            break;
    }
    return sparseSweepFor(index, seed, space);
}

}  // namespace

std::size_t Round::sampleCount() const {
    return std::transform_reduce(stretches.begin(), stretches.end(), std::size_t{0}, std::plus{},
                                 [](const Stretch& stretch) { return stretch.size(); });
}

std::size_t Round::windowCount() const {
    return sampleCount() + stretches.size();
}

Round sequenceRound(const dataset::Dataset& dataset, Strategy strategy, std::size_t first, std::size_t count,
                    std::size_t hosts) {
    const Space space{dataset.cpus, dataset.stressors.size()};
    Round round;
    round.stretches.resize(std::clamp<std::size_t>(hosts, 1, std::max<std::size_t>(1, count)));
    for (std::size_t i = 0; i < count; ++i) {
        round.stretches[i * round.stretches.size() / count].push_back(
            sequenceAt(strategy, first + i, dataset.seed, space));
    }
    return round;
}

std::vector<Share> divide(const Round& round, const dataset::Dataset& dataset, std::size_t hosts, std::uint64_t seed) {
    std::vector<Share> shares;
    const std::size_t count = round.stretches.size();
    const std::size_t parts = std::min(hosts, count);
    for (std::size_t part = 0; part < parts; ++part) {
        const auto stretches =
            std::span(round.stretches).subspan(part * count / parts, (part + 1) * count / parts - part * count / parts);
        Share share;
        for (const Stretch& stretch : stretches) {
            share.kinds.emplace_back();
            std::ranges::transform(stretch, std::back_inserter(share.kinds), &Composition::kind);
        }
        plan::ExecutionPlan plan(share.kinds.size(), dataset.cpus, dataset.stressors, dataset.windowSeconds);
        plan.seed = Random(seed + part).next();
        plan.generator = "collection";
        plan.machine = dataset.machine;
        std::size_t window = 0;
        for (const Stretch& stretch : stretches) {
            ++window;
            for (const Composition& composition : stretch) {
                std::ranges::copy(composition.fractions, plan.composition(window++).begin());
            }
        }
        share.plan = std::make_shared<const plan::ExecutionPlan>(std::move(plan));
        shares.push_back(std::move(share));
    }
    return shares;
}

Expected<void> appendShare(dataset::Dataset& dataset, const Share& share, const trace::Trace& recording,
                           const std::vector<int>& cpus) {
    const auto windows = trace::windowTrace(recording, dataset.windowSeconds);
    if (!windows || windows->windowCount() < static_cast<Index>(share.kinds.size())) {
        return failed(
            fmt::format("The recording of a round is shorter than its {} windows; is the machine suspended or "
                        "overloaded?",
                        share.kinds.size()));
    }
    if (dataset.metrics.empty()) {
        chooseMetrics(dataset, recording, cpus);
    }
    std::vector<std::size_t> sampled;  // windows
    for (std::size_t window = 0; window < share.kinds.size(); ++window) {
        if (!share.kinds[window].empty()) {
            sampled.push_back(window);
        }
    }
    const auto added = static_cast<Index>(sampled.size());
    const Index first = dataset.compositions.rows();
    const auto width = static_cast<Index>(dataset.cpus * dataset.stressors.size());
    for (trace::Matrix* matrix : {&dataset.compositions, &dataset.previous}) {
        grow(*matrix, added, width);
    }
    for (trace::Matrix* matrix : {&dataset.mean, &dataset.deviation}) {
        grow(*matrix, added, static_cast<Index>(dataset.metrics.size()));
    }
    for (Index i = 0; i < added; ++i) {
        const std::size_t window = sampled[static_cast<std::size_t>(i)];
        copyRow(share.plan->composition(window), dataset.compositions, first + i);
        copyRow(share.plan->composition(window - 1), dataset.previous, first + i);
        dataset.kinds.emplace_back(share.kinds[window]);
    }
    for (std::size_t n = 0; n < dataset.metrics.size(); ++n) {
        const trace::Column* column = recording.find(dataset.metrics[n].id);
        const int recorded = windows->indexOf(dataset.metrics[n].id);
        for (Index i = 0; column != nullptr && i < added; ++i) {
            const std::size_t window = sampled[static_cast<std::size_t>(i)];
            const auto at = static_cast<Index>(n);
            dataset.mean(first + i, at) = windows->values(static_cast<Index>(window), recorded);
            dataset.deviation(first + i, at) = deviationWithin(recording, *column, dataset.windowSeconds, window);
        }
    }
    return {};
}

}  // namespace mimesys::collection
