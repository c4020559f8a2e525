// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "evaluation/pairs.h"

#include "trace/windowed.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace mimesys::evaluation {
namespace {

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

bool isCpu(const Metric& metric) {
    return metric.id == kCpuMean || cpuOfUtilizationId(metric.id).has_value();
}

std::string describeCpus(const Side& side) {
    return side.cpus().empty() ? std::string("only the average over its CPUs")
                               : fmt::format("{} CPU{}", side.cpus().size(), side.cpus().size() == 1 ? "" : "s");
}

// Keeps a pair when both sides have values of it, else notes which side has.
void addPair(Pair pair, Pairs& pairs) {
    if (!pair.real->empty() && !pair.emulated->empty()) {
        pairs.pairs.push_back(std::move(pair));
    } else if (!pair.real->empty()) {
        pairs.onlyReal.push_back(pair.metric.id);
    } else if (!pair.emulated->empty()) {
        pairs.onlyEmulated.push_back(pair.metric.id);
    }
}

// {lowest, highest} of the finite values and 0.
Range rangeFromZero(const Series& series) {
    const Eigen::ArrayXd finite = series.values.isFinite().select(series.values, 0.0);
    return {std::min(0.0, finite.minCoeff()), std::max(0.0, finite.maxCoeff())};
}

bool usable(const Range& range) {
    return std::isfinite(range.low) && std::isfinite(range.high) && range.high > range.low;
}

}  // namespace

Expected<Pairs> pairUp(const Real<trace::TracePtr>& real, const Emulated<trace::TracePtr>& emulated,
                       double windowSeconds) {
    const auto realSide = Side::cut(*real, windowSeconds);
    if (!realSide) {
        return tl::unexpected(realSide.error());
    }
    const auto emulatedSide = Side::cut(*emulated, windowSeconds);
    if (!emulatedSide) {
        return tl::unexpected(emulatedSide.error());
    }
    Pairs result;
    result.realWindows = realSide->windowCount();
    result.emulatedWindows = emulatedSide->windowCount();
    const bool averageCpus = realSide->hasCpu() && emulatedSide->hasCpu() && realSide->cpus() != emulatedSide->cpus();
    if (averageCpus) {
        addPair({metricFor(kCpuMean), Real(realSide->cpuMean()), Emulated(emulatedSide->cpuMean())}, result);
        result.notes.push_back(
            fmt::format("The real trace has {} and the emulated one {}, so the averages over the CPUs are compared.",
                        describeCpus(*realSide), describeCpus(*emulatedSide)));
    }
    for (const Metric& metric : realSide->metrics()) {
        if (averageCpus && isCpu(metric)) {
            continue;
        }
        if (emulatedSide->has(metric.id)) {
            addPair({metric, Real(realSide->series(metric.id)), Emulated(emulatedSide->series(metric.id))}, result);
        } else {
            result.onlyReal.push_back(metric.id);
        }
    }
    for (const Metric& metric : emulatedSide->metrics()) {
        if (!(averageCpus && isCpu(metric)) && !realSide->has(metric.id)) {
            result.onlyEmulated.push_back(metric.id);
        }
    }
    if (result.pairs.empty()) {
        return badInput("The two traces have no metric with values in common, so there is nothing to compare.");
    }
    return result;
}

Range referenceRange(const Pair& pair, const ScoreOptions& options, std::vector<std::string>& notes) {
    if (const auto given = options.ranges.find(pair.metric.id);
        given != options.ranges.end() && usable(given->second)) {
        return given->second;
    }
    if (pair.metric.family == Family::Cpu) {
        return {0.0, 100.0};
    }
    if (const Range range = rangeFromZero(*pair.real); usable(range)) {
        return range;
    }
    const Range range = rangeFromZero(*pair.emulated);
    if (usable(range)) {
        notes.push_back(fmt::format(
            "{} is 0 throughout the real trace; it is scaled by its range in the emulated one, {:.4g} to {:.4g} {}.",
            pair.metric.id, range.low, range.high, pair.metric.unit));
    }
    return range;
}

double scaleOf(const Range& range) {
    // Without a usable range both sides are 0 throughout, and so is every difference.
    return usable(range) ? 1.0 / (range.high - range.low) : 1.0;
}

Scaled scaled(const Series& series, const Range& range) {
    Scaled result;
    const double scale = scaleOf(range);
    for (Eigen::Index window = 0; window < series.values.size(); ++window) {
        if (std::isfinite(series.values(window))) {
            result.values.push_back((series.values(window) - range.low) * scale);
            result.windows.push_back(static_cast<std::size_t>(window));
        }
    }
    return result;
}

}  // namespace mimesys::evaluation
