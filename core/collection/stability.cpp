// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "collection/stability.h"

#include "collection/collector.h"
#include "generation/driven.h"

#include <algorithm>
#include <cmath>

namespace mimesys::collection {
namespace {

using Eigen::Index;

constexpr float kMostLostCpu = 0.1F;  // of a window
// Samples it takes to tell which metrics the stressors drive.
constexpr std::size_t kSamplesPerStressor = 7;
constexpr double kTickSeconds = 0.01;

// Standard deviation that a steady core's ticks give to a part of a window, in points: the difference of two counts,
// each rounded by up to one tick, is off by a variate of variance tick²/6.
double resolutionOf(const dataset::Dataset& dataset, std::size_t metric) {
    const bool ticks =
        cpuOfUtilizationId(dataset.metrics[metric].id) && dataset.provenance[metric] == Provenance::Procfs;
    const double partSeconds = dataset.windowSeconds / kPartsPerWindow;
    return ticks ? 100.0 * kTickSeconds / partSeconds / std::sqrt(6.0) : 0.0;
}

std::string disturbance(const execution::RunReport& report, std::size_t window, double windowMs) {
    for (std::size_t cpu = 0; cpu < report.cpus; ++cpu) {
        const std::size_t at = window * report.cpus + cpu;
        if (at < report.boundaryErrorMs.size() && static_cast<double>(report.boundaryErrorMs[at]) >= windowMs) {
            return std::string(kMissedWindow);
        }
        if (at < report.plannedCpu.size() && at < report.achievedCpu.size() &&
            report.plannedCpu[at] - report.achievedCpu[at] > kMostLostCpu) {
            return std::string(kLostCpu);
        }
    }
    return {};
}

std::vector<bool> judgedMetrics(const dataset::Dataset& dataset, bool sweepComplete) {
    const std::vector<std::string> reasons = generation::reasonsNotDriven(dataset);
    const bool known = sweepComplete && dataset.sampleCount() >= kSamplesPerStressor * dataset.stressors.size();
    std::vector<bool> judged;
    for (std::size_t n = 0; n < dataset.metrics.size(); ++n) {
        const bool core = cpuOfUtilizationId(dataset.metrics[n].id).has_value();
        judged.push_back(core || (known && reasons[n].empty()));
    }
    return judged;
}

void keepRows(trace::Matrix& matrix, const std::vector<Index>& rows) {
    matrix = trace::Matrix(matrix(rows, Eigen::all));
}

}  // namespace

std::vector<std::string> disturbances(const Share& share, const execution::RunReport& report) {
    std::vector<std::string> reasons;
    for (std::size_t window = 0; window < share.kinds.size(); ++window) {
        if (!share.kinds[window].empty()) {
            reasons.push_back(disturbance(report, window, share.plan->windowSeconds() * 1e3));
        }
    }
    return reasons;
}

std::string unsteadyMetric(const dataset::Dataset& dataset, const trace::Matrix& ranges,
                           const std::vector<bool>& judged, Index sample) {
    double most = kMostUncertain;
    std::string metric;
    for (std::size_t n = 0; n < dataset.metrics.size(); ++n) {
        const auto column = static_cast<Index>(n);
        const double range = cpuOfUtilizationId(dataset.metrics[n].id)
                                 ? 100.0
                                 : static_cast<double>(ranges(1, column) - ranges(0, column));
        const auto deviation = static_cast<double>(dataset.deviation(sample, column));
        if (!judged[n] || std::isnan(deviation) || !(range > 0.0)) {
            continue;
        }
        const double resolution = resolutionOf(dataset, n);
        const double error =
            std::sqrt(std::max(0.0, deviation * deviation - resolution * resolution) / kPartsPerWindow);
        if (error / range > most) {
            most = error / range;
            metric = dataset.metrics[n].id;
        }
    }
    return metric;
}

void dropUnstable(dataset::Dataset& dataset, std::size_t first, const std::vector<std::string>& disturbed,
                  bool sweepComplete) {
    const trace::Matrix ranges = dataset.ranges();
    const std::vector<bool> judged = judgedMetrics(dataset, sweepComplete);
    std::vector<Index> kept;
    std::vector<std::string> kinds;
    std::vector<std::uint32_t> rounds;
    for (std::size_t sample = 0; sample < dataset.sampleCount(); ++sample) {
        std::string reason;
        if (sample >= first) {
            reason = disturbed[sample - first];
            reason = reason.empty() ? unsteadyMetric(dataset, ranges, judged, static_cast<Index>(sample)) : reason;
        }
        if (!reason.empty()) {
            ++dataset.dropped[reason];
            continue;
        }
        kept.push_back(static_cast<Index>(sample));
        kinds.push_back(std::move(dataset.kinds[sample]));
        rounds.push_back(dataset.rounds[sample]);
    }
    for (trace::Matrix* matrix : {&dataset.compositions, &dataset.previous, &dataset.mean, &dataset.deviation}) {
        keepRows(*matrix, kept);
    }
    dataset.kinds = std::move(kinds);
    dataset.rounds = std::move(rounds);
}

}  // namespace mimesys::collection
