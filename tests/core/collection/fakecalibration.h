// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "collection/calibrate.h"
#include "examplelaboratory.h"

#include <QTemporaryDir>
#include <QtTest>
#include <cmath>

namespace mimesys {

// CPUs 1 and 3 of four. Every stressor keeps its CPUs busy; "read" reads, "hump" reads most at half a dose. What a
// window shows still carries a fifth of the one before it.
struct FakeMachine {
    std::vector<std::string> executed;
    std::string failing;
    ErrorCode failure = ErrorCode::Unavailable;
    std::string cancelled;
    double drift = 0.0;  // disk reads per window
    double recordedShare = 1.0;
    std::string extraMetric;
    execution::RunReport report;

    Expected<execution::RecordedRun> execute(const plan::ExecutionPlan& plan, double periodSeconds,
                                             const ProgressCallback& progress) {
        const std::string name = plan.stressors().front();
        executed.push_back(name);
        if (name == failing || failing == "all") {
            return tl::unexpected(Error{failure, "It cannot be.", {}});
        }
        if (progress) {
            progress({0.5, "running"});
        }
        execution::RecordedRun run;
        run.report = report;
        run.report.cancelled = name == cancelled;
        run.trace = record(plan, periodSeconds);
        return run;
    }

    trace::TracePtr record(const plan::ExecutionPlan& plan, double periodSeconds) const {
        trace::Trace trace;
        trace.startNs = kStartNs;
        for (const char* id : {"cpu.utilization[0]", "cpu.utilization[1]", "cpu.utilization[3]", "disk.read"}) {
            trace.columns.push_back({metricFor(id), Provenance::Procfs, {}});
        }
        if (!extraMetric.empty()) {
            trace.columns.push_back({metricFor(extraMetric), Provenance::Procfs, {}});
        }
        const auto count = static_cast<std::size_t>(recordedShare * static_cast<double>(plan.windowCount()));
        for (std::size_t window = 0; window < count; ++window) {
            trace.timesNs.push_back(kStartNs + std::llround(static_cast<double>(window + 1) * periodSeconds * 1e9));
            const float before = window == 0 ? 0.0F : plan.at(window - 1, 0, 0);
            const float dose = 0.8F * plan.at(window, 0, 0) + 0.2F * before;
            const float ripple = window % 2 == 0 ? 1.0F : -1.0F;
            const float reads = plan.stressors().front() == "read"   ? 200.0F * dose
                                : plan.stressors().front() == "hump" ? 400.0F * dose * (1.2F - dose)
                                                                     : 0.0F;
            trace.columns[0].values.push_back(77.0F);
            trace.columns[1].values.push_back(1.5F + 95.0F * dose + ripple);
            trace.columns[2].values.push_back(2.5F + 97.0F * dose + ripple);
            trace.columns[3].values.push_back(reads + static_cast<float>(drift) * static_cast<float>(window) + ripple);
            if (!extraMetric.empty()) {
                trace.columns[4].values.push_back(1.0F);
            }
        }
        return trace::makeTrace(std::move(trace)).value();
    }
};

inline collection::Laboratory laboratoryWith(FakeMachine& fake) {
    collection::Laboratory laboratory = exampleLaboratory(fake);
    laboratory.unrecorded = {{"cpu.ipc", "No counters."}};
    return laboratory;
}

inline std::vector<collection::Subject> subjects() {
    return {{"spin", "compute", "The CPU.", "", ""},
            {"read", "disk", "The disk.", "", ""},
            {"hump", "disk", "The disk, less in the end.", "It turns back.", ""},
            {"tape", "disk", "A tape.", "", "There is no tape."}};
}

inline std::filesystem::path in(const QTemporaryDir& folder) {
    return std::filesystem::path(folder.path().toStdString()) / "calibration.json";
}

inline collection::Calibration calibrated(const collection::Laboratory& laboratory, const std::filesystem::path& path,
                                          const collection::CalibrateOptions& options = {},
                                          const std::vector<collection::Subject>& of = subjects()) {
    auto result = collection::calibrateIn(laboratory, of, path, options, {}, {});
    if (!result || !*result) {
        qFatal("%s", result ? "cancelled" : result.error().text().c_str());
    }
    return std::move(**result);
}

inline std::vector<std::string> namesIn(const collection::Calibration& calibration) {
    std::vector<std::string> names;
    for (const auto& signature : calibration.signatures) {
        names.push_back(signature.stressor);
    }
    return names;
}

}  // namespace mimesys
