// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "evaluation/score.h"

#include "evaluation/dtw.h"
#include "trace/windowed.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace mimesys::evaluation {
namespace {

constexpr std::string_view kCpuMean = "cpu.utilization";

// One metric of one side: a value per window, NaN = missing.
struct Series {
    Eigen::ArrayXd values;
    Provenance provenance = Provenance::Unknown;

    [[nodiscard]] bool empty() const { return !values.isFinite().any(); }
};

// One side cut into windows, with what the windows do not keep of its trace.
class Side {
public:
    static Expected<Side> cut(const trace::TracePtr& trace, double windowSeconds) {
        auto windows = trace::windowTrace(*trace, windowSeconds);
        if (!windows) {
            return tl::unexpected(windows.error());
        }
        return Side(*trace, std::move(*windows));
    }

    [[nodiscard]] std::size_t windowCount() const { return static_cast<std::size_t>(m_windows.windowCount()); }
    [[nodiscard]] const std::vector<Metric>& metrics() const { return m_windows.metrics; }
    [[nodiscard]] const std::set<int>& cpus() const { return m_cpus; }
    [[nodiscard]] bool has(std::string_view id) const { return m_windows.indexOf(id) >= 0; }

    [[nodiscard]] Series series(std::string_view id) const {
        const int index = m_windows.indexOf(id);
        return {m_windows.values.col(index).cast<double>().array(),
                m_trace->columns[static_cast<std::size_t>(index)].provenance};
    }

    // The mean over the cores that have a value; the trace's own average when it has no cores.
    [[nodiscard]] Series cpuMean() const {
        if (m_cpus.empty()) {
            return series(kCpuMean);
        }
        Eigen::ArrayXd sum = Eigen::ArrayXd::Zero(m_windows.windowCount());
        Eigen::ArrayXd count = sum;
        Series mean;
        for (const int cpu : m_cpus) {
            const Series core = series(cpuUtilizationId(cpu));
            sum += core.values.isFinite().select(core.values, 0.0);
            count += core.values.isFinite().cast<double>();
            if (mean.provenance != Provenance::Simulation) {
                mean.provenance = core.provenance;
            }
        }
        mean.values = sum / count;  // 0 / 0 = NaN where no core has a value
        return mean;
    }

    [[nodiscard]] bool hasCpu() const { return !m_cpus.empty() || has(kCpuMean); }

private:
    Side(const trace::Trace& trace, trace::WindowedTrace windows) : m_trace(&trace), m_windows(std::move(windows)) {
        for (const Metric& metric : m_windows.metrics) {
            if (const auto cpu = cpuOfUtilizationId(metric.id)) {
                m_cpus.insert(*cpu);
            }
        }
    }

    const trace::Trace* m_trace;
    trace::WindowedTrace m_windows;
    std::set<int> m_cpus;
};

struct Pair {
    Metric metric;
    Series real;
    Series emulated;
};

bool isCpu(const Metric& metric) {
    return metric.id == kCpuMean || cpuOfUtilizationId(metric.id).has_value();
}

std::string describeCpus(const Side& side) {
    return side.cpus().empty() ? std::string("only the average over its CPUs")
                               : fmt::format("{} CPU{}", side.cpus().size(), side.cpus().size() == 1 ? "" : "s");
}

// Keeps a pair when both sides have values of it, else notes which side has.
void addPair(Pair pair, std::vector<Pair>& pairs, Score& score) {
    if (!pair.real.empty() && !pair.emulated.empty()) {
        pairs.push_back(std::move(pair));
    } else if (!pair.real.empty()) {
        score.onlyReal.push_back(pair.metric.id);
    } else if (!pair.emulated.empty()) {
        score.onlyEmulated.push_back(pair.metric.id);
    }
}

// Pairs what both sides have and notes what only one has.
std::vector<Pair> pairUp(const Side& real, const Side& emulated, Score& score) {
    const bool averageCpus = real.hasCpu() && emulated.hasCpu() && real.cpus() != emulated.cpus();
    std::vector<Pair> pairs;
    if (averageCpus) {
        addPair({metricFor(kCpuMean), real.cpuMean(), emulated.cpuMean()}, pairs, score);
        score.notes.push_back(
            fmt::format("The real trace has {} and the emulated one {}, so the averages over the CPUs are compared.",
                        describeCpus(real), describeCpus(emulated)));
    }
    for (const Metric& metric : real.metrics()) {
        if (averageCpus && isCpu(metric)) {
            continue;
        }
        if (emulated.has(metric.id)) {
            addPair({metric, real.series(metric.id), emulated.series(metric.id)}, pairs, score);
        } else {
            score.onlyReal.push_back(metric.id);
        }
    }
    for (const Metric& metric : emulated.metrics()) {
        if (!(averageCpus && isCpu(metric)) && !real.has(metric.id)) {
            score.onlyEmulated.push_back(metric.id);
        }
    }
    return pairs;
}

std::vector<double> presentValues(const Series& series) {
    std::vector<double> present;
    std::ranges::copy_if(series.values, std::back_inserter(present), [](double value) { return std::isfinite(value); });
    return present;
}

// {lowest, highest} of the finite values and 0.
Range rangeFromZero(const Series& series) {
    const Eigen::ArrayXd finite = series.values.isFinite().select(series.values, 0.0);
    return {std::min(0.0, finite.minCoeff()), std::max(0.0, finite.maxCoeff())};
}

bool usable(const Range& range) {
    return std::isfinite(range.low) && std::isfinite(range.high) && range.high > range.low;
}

Range referenceRange(const Pair& pair, const ScoreOptions& options, std::vector<std::string>& notes) {
    if (const auto given = options.ranges.find(pair.metric.id);
        given != options.ranges.end() && usable(given->second)) {
        return given->second;
    }
    if (pair.metric.family == Family::Cpu) {
        return {0.0, 100.0};
    }
    if (const Range range = rangeFromZero(pair.real); usable(range)) {
        return range;
    }
    const Range range = rangeFromZero(pair.emulated);
    if (usable(range)) {
        notes.push_back(fmt::format(
            "{} is 0 throughout the real trace; it is scaled by its range in the emulated one, {:.4g} to {:.4g} {}.",
            pair.metric.id, range.low, range.high, pair.metric.unit));
    }
    return range;
}

// Root mean square of the scaled differences, window against window; NaN when no window has both values.
double unwarpedRmse(const Pair& pair, double scale) {
    const Eigen::Index common = std::min(pair.real.values.size(), pair.emulated.values.size());
    const Eigen::ArrayXd difference = (pair.real.values.head(common) - pair.emulated.values.head(common)) * scale;
    const auto present = difference.isFinite();
    return std::sqrt(present.select(difference.square(), 0.0).sum() / static_cast<double>(present.count()));
}

std::optional<MetricScore> scorePair(const Pair& pair, const ScoreOptions& options, std::vector<std::string>& notes,
                                     const std::stop_token& stop) {
    MetricScore result;
    result.metric = pair.metric;
    result.real = pair.real.provenance;
    result.emulated = pair.emulated.provenance;
    result.range = referenceRange(pair, options, notes);
    // Without a usable range both sides are 0 throughout, and so is every difference.
    const double scale = usable(result.range) ? 1.0 / (result.range.high - result.range.low) : 1.0;
    std::vector<double> real = presentValues(pair.real);
    std::vector<double> emulated = presentValues(pair.emulated);
    result.missing =
        static_cast<std::size_t>(pair.real.values.size() + pair.emulated.values.size()) - real.size() - emulated.size();
    result.band = effectiveBand(real.size(), emulated.size(), options.band);
    for (std::vector<double>* side : {&real, &emulated}) {
        std::ranges::transform(*side, side->begin(), [&](double value) { return (value - result.range.low) * scale; });
    }
    const auto distance = dtwDistance(real, emulated, options.band, stop);
    if (!distance) {
        return std::nullopt;
    }
    result.dtw = *distance;
    result.rmse = unwarpedRmse(pair, scale);
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

Cancellable<Score> score(const Real<trace::TracePtr>& real, const Emulated<trace::TracePtr>& emulated,
                         const ScoreOptions& options, std::stop_token stop) {
    const auto realSide = Side::cut(*real, options.windowSeconds);
    if (!realSide) {
        return tl::unexpected(realSide.error());
    }
    const auto emulatedSide = Side::cut(*emulated, options.windowSeconds);
    if (!emulatedSide) {
        return tl::unexpected(emulatedSide.error());
    }
    Score result;
    result.windowSeconds = options.windowSeconds;
    result.realWindows = realSide->windowCount();
    result.emulatedWindows = emulatedSide->windowCount();
    const std::vector<Pair> pairs = pairUp(*realSide, *emulatedSide, result);
    if (pairs.empty()) {
        return badInput("The two traces have no metric with values in common, so there is nothing to compare.");
    }
    for (const Pair& pair : pairs) {
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
