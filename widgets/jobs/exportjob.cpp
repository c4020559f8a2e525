// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/exportjob.h"

#include "base/atomicfile.h"
#include "base/csvfield.h"
#include "plan/planfile.h"
#include "release/workload.h"
#include "stressor/stressor.h"
#include "trace/write.h"

#include <fmt/format.h>

namespace mimesys::widgets {
namespace {

Cancellable<std::filesystem::path> wrote(const Expected<void>& result, const std::filesystem::path& output) {
    if (!result) {
        return tl::unexpected(result.error());
    }
    return std::optional(output);
}

// Which sides were computed rather than measured.
std::string_view simulatedSides(bool real, bool emulated) {
    return real && emulated ? "both" : real ? "real" : emulated ? "emulated" : "";
}

// A workload that no runner of this version can run is better not made.
Expected<void> checkStressors(const plan::ExecutionPlan& plan) {
    const std::size_t width = plan.stressorCount();
    for (std::size_t column = 0; column < width; ++column) {
        const std::string& name = plan.stressors()[column];
        if (stressor::findCard(name) != nullptr) {
            continue;
        }
        for (std::size_t i = column; i < plan.fractions().size(); i += width) {
            if (plan.fractions()[i] > 0.0F) {
                return badInput(
                    fmt::format("The plan uses the stressor \"{}\", which exported workloads do not have.", name));
            }
        }
    }
    return {};
}

}  // namespace

Cancellable<std::filesystem::path> exportWorkload(const PlanPtr& plan, const std::filesystem::path& output) {
    return wrote(checkStressors(*plan)
                     .and_then([] { return release::findRunner(); })
                     .and_then([&](const std::filesystem::path& runner) {
                         return release::writeWorkload(runner, {*plan, plan->source}, output);
                     }),
                 output);
}

Cancellable<std::filesystem::path> exportPlan(const PlanPtr& plan, const std::filesystem::path& output) {
    return wrote(plan::writePlan(*plan, output), output);
}

Cancellable<std::filesystem::path> exportTrace(const trace::TracePtr& trace, const std::filesystem::path& output) {
    return wrote(trace::writeTrace(*trace, output), output);
}

Cancellable<std::filesystem::path> exportScore(const ScorePtr& score, const std::filesystem::path& output) {
    std::string text = "kind,name,dtw,rmse,range_low,range_high,unit,missing,simulated\n";
    for (const evaluation::MetricScore& metric : score->metrics) {
        text += fmt::format(
            "metric,{},{},{},{},{},{},{},{}\n", csvField(metric.metric.id), metric.dtw, metric.rmse, metric.range.low,
            metric.range.high, csvField(metric.metric.unit), metric.missing,
            simulatedSides(metric.real == Provenance::Simulation, metric.emulated == Provenance::Simulation));
    }
    const std::string_view sides = simulatedSides(score->realSimulated, score->emulatedSimulated);
    for (const auto& [family, distance] : score->families) {
        text += fmt::format("family,{},{},,,,,,{}\n", familyName(family), distance, sides);
    }
    text += fmt::format("mean,,{},,,,,,{}\n", score->mean, sides);
    return wrote(writeFile(output, text), output);
}

}  // namespace mimesys::widgets
