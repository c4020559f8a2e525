// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "collection/doseplan.h"

#include "base/random.h"
#include "trace/windowed.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace mimesys::collection {
namespace {

constexpr std::size_t kSettlingWindows = 2;
constexpr double kThrownAwayPart = 0.25;  // of a visit
constexpr int kSettling = -1;

// FNV-1a: the order of a stressor's doses must not depend on which others are measured.
std::uint64_t hashOf(std::string_view text) {
    std::uint64_t hash = 0xcbf29ce484222325ULL;
    for (const char c : text) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    }
    return hash;
}

std::vector<int> doseOfWindows(const Calibration& calibration, Random& random) {
    const std::size_t visit = windowsPerVisit(calibration.doseSeconds, calibration.windowSeconds);
    const std::size_t thrownAway = std::clamp(
        static_cast<std::size_t>(std::ceil(kThrownAwayPart * static_cast<double>(visit))), std::size_t{1}, visit - 1);
    std::vector<int> doseOf(kSettlingWindows, kSettling);
    std::vector<int> order(calibration.doses.size());
    std::iota(order.begin(), order.end(), 0);
    for (int i = 0; i < kVisits; ++i) {
        random.shuffle(std::span(order));
        for (const int dose : order) {
            doseOf.insert(doseOf.end(), thrownAway, kSettling);
            doseOf.insert(doseOf.end(), visit - thrownAway, dose);
        }
    }
    return doseOf;
}

using Measurements = std::vector<std::vector<double>>;  // per dose

DoseCurve curveOf(const Metric& metric, Provenance provenance, const Measurements& measurements,
                  const std::vector<double>& doses) {
    DoseCurve curve{metric, provenance, {}, {}};
    std::ranges::transform(measurements, std::back_inserter(curve.doses),
                           [](const std::vector<double>& values) { return statisticsOf(values); });
    curve.response = judge(doses, curve.doses);
    return curve;
}

// A visit ends where the next one settles.
template <typename ValueIn>
Measurements visitMeans(const std::vector<int>& doseOf, std::size_t doseCount, const ValueIn& valueIn) {
    Measurements measurements(doseCount);
    std::vector<double> visit;
    for (std::size_t window = 0; window < doseOf.size(); ++window) {
        const int dose = doseOf[window];
        if (dose == kSettling) {
            continue;
        }
        visit.push_back(valueIn(window));
        if (window + 1 == doseOf.size() || doseOf[window + 1] == kSettling) {
            measurements[static_cast<std::size_t>(dose)].push_back(statisticsOf(visit).mean);
            visit.clear();
        }
    }
    return measurements;
}

// Mean of the columns in one window; missing values take no part.
double meanOf(const trace::WindowedTrace& windows, const std::vector<int>& columns, Eigen::Index window) {
    double sum = 0.0;
    int count = 0;
    for (const int column : columns) {
        const float value = windows.values(window, column);
        if (!std::isnan(value)) {
            sum += static_cast<double>(value);
            ++count;
        }
    }
    return count > 0 ? sum / count : std::nan("");
}

}  // namespace

std::size_t windowsPerVisit(double doseSeconds, double windowSeconds) {
    return std::max<std::size_t>(2, static_cast<std::size_t>(std::lround(doseSeconds / kVisits / windowSeconds)));
}

DosePlan planDoses(const Calibration& calibration, const std::string& stressor) {
    Random random(Random(calibration.seed).next() ^ hashOf(stressor));
    DosePlan doses;
    doses.doseOf = doseOfWindows(calibration, random);
    plan::ExecutionPlan plan(doses.doseOf.size(), calibration.cpus.size(), {stressor}, calibration.windowSeconds);
    plan.seed = random.next();
    plan.generator = "calibration";
    plan.machine = calibration.machine;
    // A settling window runs what the next measured one does.
    float fraction = 0.0F;
    for (std::size_t window = doses.doseOf.size(); window-- > kSettlingWindows;) {
        if (const int dose = doses.doseOf[window]; dose != kSettling) {
            fraction = static_cast<float>(calibration.doses[static_cast<std::size_t>(dose)]);
        }
        std::ranges::fill(plan.composition(window), fraction);
    }
    doses.plan = std::make_shared<const plan::ExecutionPlan>(std::move(plan));
    return doses;
}

Expected<std::vector<DoseCurve>> measureDoses(const Calibration& calibration, const DosePlan& doses,
                                              const trace::Trace& recording) {
    const auto windows = trace::windowTrace(recording, calibration.windowSeconds);
    if (!windows || windows->windowCount() < static_cast<Eigen::Index>(doses.doseOf.size())) {
        return failed(
            fmt::format("The recording is shorter than its {} windows; is the machine suspended or overloaded?",
                        doses.doseOf.size()));
    }
    // Columns that make up one metric: all cores that ran the stressor are one.
    std::vector<std::pair<Metric, std::vector<int>>> metrics;
    std::vector<Provenance> provenance;
    for (const trace::Column& column : recording.columns) {
        const auto cpu = cpuOfUtilizationId(column.metric.id);
        if (cpu && std::ranges::find(calibration.cpus, *cpu) == calibration.cpus.end()) {
            continue;
        }
        const Metric metric = cpu ? metricFor("cpu.utilization") : column.metric;
        auto found = std::ranges::find(metrics, metric, &std::pair<Metric, std::vector<int>>::first);
        if (found == metrics.end()) {
            metrics.emplace_back(metric, std::vector<int>());
            provenance.push_back(column.provenance);
            found = metrics.end() - 1;
        }
        found->second.push_back(windows->indexOf(column.metric.id));
    }
    std::vector<DoseCurve> curves;
    for (std::size_t n = 0; n < metrics.size(); ++n) {
        const Measurements measurements = visitMeans(doses.doseOf, calibration.doses.size(), [&](std::size_t window) {
            return meanOf(*windows, metrics[n].second, static_cast<Eigen::Index>(window));
        });
        curves.push_back(curveOf(metrics[n].first, provenance[n], measurements, calibration.doses));
    }
    return curves;
}

}  // namespace mimesys::collection
