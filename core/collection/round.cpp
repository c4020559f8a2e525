// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "collection/round.h"

#include "base/clock.h"
#include "base/random.h"
#include "collection/compositions.h"
#include "trace/windowed.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

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

}  // namespace

Round planRound(const dataset::Dataset& dataset, std::size_t first, std::size_t count) {
    const Space space{dataset.cpus, dataset.stressors.size()};
    plan::ExecutionPlan plan(count + 1, space.cpus, dataset.stressors, dataset.windowSeconds);
    plan.seed = Random(dataset.seed + first).next();
    plan.generator = "collection";
    plan.machine = dataset.machine;
    Round round;
    for (std::size_t i = 0; i < count; ++i) {
        const Composition composition = compositionFor(first + i, dataset.seed, space);
        std::ranges::copy(composition.fractions, plan.composition(i + 1).begin());
        round.kinds.push_back(composition.kind);
    }
    round.plan = std::make_shared<const plan::ExecutionPlan>(std::move(plan));
    return round;
}

Expected<void> appendRound(dataset::Dataset& dataset, const Round& round, const trace::Trace& recording,
                           const std::vector<int>& cpus) {
    const auto windows = trace::windowTrace(recording, dataset.windowSeconds);
    const std::size_t count = round.kinds.size();
    if (!windows || windows->windowCount() < static_cast<Index>(count + 1)) {
        return failed(
            fmt::format("The recording of a round is shorter than its {} windows; is the machine suspended or "
                        "overloaded?",
                        count + 1));
    }
    if (dataset.metrics.empty()) {
        chooseMetrics(dataset, recording, cpus);
    }
    const auto added = static_cast<Index>(count);
    const Index first = dataset.compositions.rows();
    const auto width = static_cast<Index>(dataset.cpus * dataset.stressors.size());
    for (trace::Matrix* matrix : {&dataset.compositions, &dataset.previous}) {
        grow(*matrix, added, width);
    }
    for (trace::Matrix* matrix : {&dataset.mean, &dataset.deviation}) {
        grow(*matrix, added, static_cast<Index>(dataset.metrics.size()));
    }
    for (std::size_t i = 0; i < count; ++i) {
        copyRow(round.plan->composition(i + 1), dataset.compositions, first + static_cast<Index>(i));
        copyRow(round.plan->composition(i), dataset.previous, first + static_cast<Index>(i));
        dataset.kinds.emplace_back(round.kinds[i]);
    }
    for (std::size_t n = 0; n < dataset.metrics.size(); ++n) {
        const trace::Column* column = recording.find(dataset.metrics[n].id);
        const int recorded = windows->indexOf(dataset.metrics[n].id);
        for (Index i = 0; column != nullptr && i < added; ++i) {
            const auto at = static_cast<Index>(n);
            dataset.mean(first + i, at) = windows->values(i + 1, recorded);
            dataset.deviation(first + i, at) =
                deviationWithin(recording, *column, dataset.windowSeconds, static_cast<std::size_t>(i + 1));
        }
    }
    return {};
}

}  // namespace mimesys::collection
