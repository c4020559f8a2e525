// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "evaluation/score.h"

#include "evaluation/dtw.h"
#include "evaluation/pairs.h"

#include <algorithm>
#include <cmath>

namespace mimesys::evaluation {
namespace {

// Root mean square of the scaled differences, window against window; NaN when no window has both values.
double unwarpedRmse(const Pair& pair, double scale) {
    const Eigen::Index common = std::min(pair.real->values.size(), pair.emulated->values.size());
    const Eigen::ArrayXd difference = (pair.real->values.head(common) - pair.emulated->values.head(common)) * scale;
    const auto present = difference.isFinite();
    return std::sqrt(present.select(difference.square(), 0.0).sum() / static_cast<double>(present.count()));
}

std::optional<MetricScore> scorePair(const Pair& pair, const ScoreOptions& options, std::vector<std::string>& notes,
                                     const std::stop_token& stop) {
    MetricScore result;
    result.metric = pair.metric;
    result.real = pair.real->provenance;
    result.emulated = pair.emulated->provenance;
    result.range = referenceRange(pair, options, notes);
    const std::vector<double> real = scaled(*pair.real, result.range).values;
    const std::vector<double> emulated = scaled(*pair.emulated, result.range).values;
    result.missing = static_cast<std::size_t>(pair.real->values.size() + pair.emulated->values.size()) - real.size() -
                     emulated.size();
    result.band = effectiveBand(real.size(), emulated.size(), options.band);
    const auto distance = dtwDistance(real, emulated, options.band, stop);
    if (!distance) {
        return std::nullopt;
    }
    result.dtw = *distance;
    result.rmse = unwarpedRmse(pair, scaleOf(result.range));
    return result;
}

// The average over the CPUs does not count again where the CPUs themselves were scored.
void summarise(Score& score) {
    const bool hasCores = std::ranges::any_of(
        score.metrics, [](const MetricScore& metric) { return cpuOfUtilizationId(metric.metric.id).has_value(); });
    std::map<Family, int> counts;
    for (const MetricScore& metric : score.metrics) {
        if (!(hasCores && metric.metric.id == kCpuMean)) {
            score.families[metric.metric.family] += metric.dtw;
            ++counts[metric.metric.family];
        }
        score.realSimulated |= metric.real == Provenance::Simulation;
        score.emulatedSimulated |= metric.emulated == Provenance::Simulation;
    }
    for (auto& [family, dtw] : score.families) {
        dtw /= counts[family];
        score.mean += dtw;
    }
    score.mean /= static_cast<double>(score.families.size());
}

}  // namespace

std::map<std::string, Range> rangesOf(const Score& score) {
    std::map<std::string, Range> ranges;
    for (const MetricScore& metric : score.metrics) {
        ranges[metric.metric.id] = metric.range;
    }
    return ranges;
}

Cancellable<Score> score(const Real<trace::TracePtr>& real, const Emulated<trace::TracePtr>& emulated,
                         const ScoreOptions& options, std::stop_token stop) {
    Expected<Pairs> pairs = pairUp(real, emulated, options.windowSeconds);
    if (!pairs) {
        return tl::unexpected(std::move(pairs.error()));
    }
    Score result;
    result.windowSeconds = options.windowSeconds;
    result.realWindows = pairs->realWindows;
    result.emulatedWindows = pairs->emulatedWindows;
    result.onlyReal = std::move(pairs->onlyReal);
    result.onlyEmulated = std::move(pairs->onlyEmulated);
    result.notes = std::move(pairs->notes);
    for (const Pair& pair : pairs->pairs) {
        auto metric = scorePair(pair, options, result.notes, stop);
        if (!metric) {
            return std::nullopt;
        }
        result.metrics.push_back(std::move(*metric));
    }
    std::ranges::sort(result.metrics,
                      [](const MetricScore& a, const MetricScore& b) { return metricOrder(a.metric.id, b.metric.id); });
    summarise(result);
    return result;
}

}  // namespace mimesys::evaluation
