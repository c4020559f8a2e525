// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "generation/driven.h"
#include "generation/generator.h"
#include "machine/machine.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace mimesys::generation {
namespace {

using Eigen::Index;
using Column = Eigen::VectorXf;

constexpr std::string_view kCpuMean = "cpu.utilization";
constexpr double kMemoryPart = 0.8;
// Share of the data set's range by which a value has to exceed it before that is worth a sentence.
constexpr float kNoticeableExcess = 0.05F;

// Columns of the trace's cores in order of their numbers.
std::vector<Index> coreColumns(const trace::WindowedTrace& trace) {
    std::map<int, Index> columns;
    for (std::size_t n = 0; n < trace.metrics.size(); ++n) {
        if (const auto cpu = cpuOfUtilizationId(trace.metrics[n].id)) {
            columns.emplace(*cpu, static_cast<Index>(n));
        }
    }
    std::vector<Index> ordered;
    for (const auto& [cpu, column] : columns) {
        ordered.push_back(column);
    }
    return ordered;
}

// Mean over the stretch [from, to) of the source cores laid side by side, each weighted by its share of the stretch;
// a core without a value does not count.
Column meanOfCores(const trace::WindowedTrace& trace, const std::vector<Index>& cores, double from, double to) {
    const Index windows = trace.windowCount();
    Eigen::ArrayXd sum = Eigen::ArrayXd::Zero(windows);
    Eigen::ArrayXd weight = Eigen::ArrayXd::Zero(windows);
    for (std::size_t core = 0; core < cores.size(); ++core) {
        const auto position = static_cast<double>(core);
        const double share = std::min(to, position + 1.0) - std::max(from, position);
        if (share > 1e-9) {
            const Eigen::ArrayXd values = trace.values.col(cores[core]).cast<double>().array();
            const auto present = values.isFinite();
            sum += present.select(values * share, 0.0);
            weight += present.cast<double>() * share;
        }
    }
    return (sum / weight).cast<float>();  // 0 / 0 = NaN where no core has a value
}

// Builds the target metric by metric and says what it did.
class Fitter {
public:
    Fitter(const trace::WindowedTrace& trace, const Destination& destination, std::string_view origin)
        : m_trace(trace), m_destination(destination), m_origin(origin), m_cores(coreColumns(trace)) {
        m_hasCores = std::ranges::any_of(
            destination.metrics, [](const Metric& metric) { return cpuOfUtilizationId(metric.id).has_value(); });
    }

    Expected<FittedTarget> fit() {
        const std::vector<std::string>& reasons = m_destination.notDriven;
        describeCpus();
        std::size_t core = 0;
        for (std::size_t n = 0; n < m_destination.metrics.size(); ++n) {
            const std::string& id = m_destination.metrics[n].id;
            if (id == kMemoryUsedId) {
                continue;  // memoryUsed()
            }
            const bool isCore = cpuOfUtilizationId(id).has_value();
            const std::size_t position = core;
            core += isCore ? 1 : 0;
            const Column column = isCore ? fittedCore(position) : fittedMetric(id);
            if (column.size() == 0) {
                continue;  // the trace says nothing about it
            }
            if (!reasons[n].empty()) {
                say(fmt::format("{} is left out: {}.", id, reasons[n]));
                continue;
            }
            m_metrics.push_back(n);
            m_columns.push_back(isCore ? column : scaledToCapacity(n, column));
        }
        describeForeignMetrics();
        return assemble();
    }

private:
    void say(std::string sentence) { m_report.steps.push_back(std::move(sentence)); }

    [[nodiscard]] bool sameCpus() const { return m_cores.size() == m_destination.cpus; }

    void describeCpus() {
        const std::size_t cpus = m_destination.cpus;
        if (m_cores.empty()) {
            if (m_trace.indexOf(kCpuMean) >= 0) {
                say(fmt::format("The trace has only the average over its CPUs; each of the {} CPUs here follows it.",
                                cpus));
            }
        } else if (m_cores.size() > cpus) {
            say(fmt::format("The {} CPUs of the trace are averaged in groups of {:.3g} onto the {} here.",
                            m_cores.size(), static_cast<double>(m_cores.size()) / static_cast<double>(cpus), cpus));
        } else if (m_cores.size() < cpus) {
            say(fmt::format("The utilisation of the {} of the trace is spread over the {} here.",
                            m_cores.size() == 1 ? std::string("one CPU") : fmt::format("{} CPUs", m_cores.size()),
                            cpus));
        }
    }

    [[nodiscard]] Column fittedCore(std::size_t core) const {
        if (m_cores.empty()) {
            const int mean = m_trace.indexOf(kCpuMean);
            return mean < 0 ? Column() : Column(m_trace.values.col(mean));
        }
        const double group = static_cast<double>(m_cores.size()) / static_cast<double>(m_destination.cpus);
        const auto position = static_cast<double>(core);
        return meanOfCores(m_trace, m_cores, position * group, (position + 1.0) * group);
    }

    // Empty when the trace does not have it.
    [[nodiscard]] Column fittedMetric(const std::string& id) const {
        if (id == kCpuMean) {
            // Where the cores are followed, their average follows by itself.
            return m_hasCores || m_cores.empty()
                       ? (m_hasCores ? Column() : columnOf(id))
                       : meanOfCores(m_trace, m_cores, 0.0, static_cast<double>(m_cores.size()));
        }
        return columnOf(id);
    }

    [[nodiscard]] Column columnOf(const std::string& id) const {
        const int index = m_trace.indexOf(id);
        return index < 0 ? Column() : Column(m_trace.values.col(index));
    }

    // A rate beyond what this machine reached is scaled as a whole, so that its shape stays; percentages and ratios
    // mean the same everywhere. With as many CPUs as here it is taken for a trace of this machine, whose values stay.
    Column scaledToCapacity(std::size_t n, const Column& column) {
        const Metric& metric = m_destination.metrics[n];
        const float high = m_destination.ranges(1, static_cast<Index>(n));
        const float reached = column.array().isFinite().select(column.array(), 0.0F).maxCoeff();
        if (sameCpus() || metric.unit == "%" || metric.unit == "1" || reached <= high) {
            return column;
        }
        say(fmt::format("{} is scaled by {:.3g}: the trace reaches {:.4g} {}, this machine {:.4g}.", metric.id,
                        high / reached, reached, metric.unit, high));
        return column * (high / reached);
    }

    void describeForeignMetrics() {
        std::vector<std::string> foreign;
        for (const Metric& metric : m_trace.metrics) {
            const bool cpu = metric.id == kCpuMean || cpuOfUtilizationId(metric.id).has_value();
            if (!cpu && metric.id != kMemoryUsedId &&
                std::ranges::find(m_destination.metrics, metric.id, &Metric::id) == m_destination.metrics.end()) {
                foreign.push_back(metric.id);
            }
        }
        if (!foreign.empty()) {
            say(fmt::format("Left out, because the {} does not have them: {}.", m_origin, fmt::join(foreign, ", ")));
        }
    }

    // The trace's, where it has a gap the value before it.
    std::vector<float> memoryUsed() {
        const Column column = columnOf(std::string(kMemoryUsedId));
        const auto known = std::find_if(column.begin(), column.end(), [](float bytes) { return std::isfinite(bytes); });
        if (known == column.end()) {
            return {};
        }
        std::vector<float> memory;
        float last = *known;
        for (const float bytes : column) {
            last = std::isfinite(bytes) ? std::max(0.0F, bytes) : last;
            memory.push_back(last);
        }
        const auto peak = static_cast<double>(std::ranges::max(memory));
        const double most = kMemoryPart * static_cast<double>(m_destination.memoryBytes);
        if (most > 0.0 && peak > most) {
            constexpr double kGiB = 1024.0 * 1024.0 * 1024.0;
            say(
                fmt::format("{} is scaled by {:.3g}: the trace reaches {:.3g} GiB, and at most {:.3g} GiB are to be in "
                            "use here.",
                            kMemoryUsedId, most / peak, peak / kGiB, most / kGiB));
            std::ranges::for_each(memory, [&](float& bytes) { bytes *= static_cast<float>(most / peak); });
        }
        return memory;
    }

    // Windows that ask for more than any sample reached.
    void describeExcess(std::size_t n, const Column& column) {
        const float low = m_destination.ranges(0, static_cast<Index>(n));
        const float high = m_destination.ranges(1, static_cast<Index>(n));
        const auto count = (column.array() > high + kNoticeableExcess * (high - low)).count();
        if (count > 0) {
            say(fmt::format("{} is above the {:.4g} {} this machine reached in {} of {} windows, which get that.",
                            m_destination.metrics[n].id, high, m_destination.metrics[n].unit, count, column.size()));
        }
    }

    Expected<FittedTarget> assemble() {
        if (m_columns.empty()) {
            return badInput(fmt::format(
                "The trace has no metric that the stressors of this {} drive, so there is nothing to reproduce.",
                m_origin));
        }
        FittedTarget fitted;
        fitted.target.startNs = m_trace.startNs;
        fitted.target.windowSeconds = m_trace.windowSeconds;
        fitted.target.values.resize(m_trace.windowCount(), static_cast<Index>(m_columns.size()));
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            fitted.target.metrics.push_back(m_destination.metrics[m_metrics[i]]);
            fitted.target.values.col(static_cast<Index>(i)) = m_columns[i];
            describeExcess(m_metrics[i], m_columns[i]);
        }
        const auto empty = fitted.target.values.array().isNaN().rowwise().all().count();
        if (empty > 0) {
            say(fmt::format("{} of {} windows have no value and repeat the composition before them.", empty,
                            m_trace.windowCount()));
        }
        fitted.memoryUsed = memoryUsed();
        fitted.report = std::move(m_report);
        return fitted;
    }

    const trace::WindowedTrace& m_trace;
    const Destination& m_destination;
    std::string_view m_origin;
    std::vector<Index> m_cores;  // columns of the trace
    bool m_hasCores = false;
    FitReport m_report;
    std::vector<std::size_t> m_metrics;  // of the data set, one per column
    std::vector<Column> m_columns;
};

}  // namespace

Destination destinationOf(const dataset::Dataset& dataset) {
    const auto machine = machine::fromJson(dataset.machine);
    return {dataset.cpus, dataset.metrics, dataset.ranges(), reasonsNotDriven(dataset),
            machine ? machine->memoryBytes : 0};
}

Expected<FittedTarget> fitTarget(const trace::WindowedTrace& trace, const Destination& destination,
                                 std::string_view origin) {
    if (trace.windowCount() == 0) {
        return badInput("The trace has no window.");
    }
    return Fitter(trace, destination, origin).fit();
}

Expected<FittedTarget> fitTarget(const trace::WindowedTrace& trace, const dataset::Dataset& dataset) {
    return fitTarget(trace, destinationOf(dataset));
}

}  // namespace mimesys::generation
