// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "collection/collector.h"
#include "examplelaboratory.h"

#include <QTemporaryDir>
#include <QtTest>
#include <cmath>
#include <numeric>

namespace mimesys {

inline constexpr float kTremblingReads = 20.0F;

// A stand-in for a machine with CPUs 1 and 3 of four: a core is busy as its row says, reads follow the second
// stressor. Every part of a window is 2 points off its mean, up and down in turn.
struct FakeMachine {
    int rounds = 0;
    int failingRound = -1;
    int cancelledRound = -1;
    bool withoutDisk = false;
    double recordedShare = 1.0;
    float otherWork = 0.0F;
    float trembling = 0.0F;      // of disk reads above kTremblingReads, up and down within a window
    bool missesWindows = false;  // every fifth

    Expected<execution::RecordedRun> execute(const plan::ExecutionPlan& plan, double periodSeconds,
                                             const ProgressCallback& progress) {
        const int round = rounds++;
        if (round == failingRound) {
            return failed("The disk is full.");
        }
        if (progress) {
            progress({0.5, "running"});
        }
        execution::RecordedRun run;
        run.report.cancelled = round == cancelledRound;
        run.trace = record(plan, periodSeconds);
        if (missesWindows) {
            run.report.cpus = 2;
            for (std::size_t window = 0; window < plan.windowCount(); ++window) {
                const float late = window % 5 == 4 ? 1e6F : 0.0F;
                run.report.boundaryErrorMs.insert(run.report.boundaryErrorMs.end(), {0.0F, late});
            }
        }
        return run;
    }

    trace::TracePtr record(const plan::ExecutionPlan& plan, double periodSeconds) const {
        const auto parts = static_cast<std::size_t>(std::lround(plan.windowSeconds() / periodSeconds));
        trace::Trace trace;
        trace.startNs = kStartNs;
        for (const char* id :
             {"cpu.utilization[0]", "cpu.utilization[1]", "cpu.utilization[2]", "cpu.utilization[3]", "disk.read"}) {
            if (!(withoutDisk && std::string_view(id) == "disk.read")) {
                trace.columns.push_back({metricFor(id), Provenance::Procfs, {}});
            }
        }
        const auto samples = static_cast<std::size_t>(recordedShare * static_cast<double>(plan.windowCount() * parts));
        for (std::size_t i = 0; i < samples; ++i) {
            trace.timesNs.push_back(kStartNs + std::llround(static_cast<double>(i + 1) * periodSeconds * 1e9));
            const std::size_t window = i / parts;
            const float ripple = parts < 2 || i % parts == parts - 1 ? 0.0F : (i % parts % 2 == 0 ? 2.0F : -2.0F);
            for (trace::Column& column : trace.columns) {
                const float value = valueOf(plan, window, column.metric.id);
                const bool trembles = column.metric.id == "disk.read" && value > kTremblingReads;
                column.values.push_back(ripple * (trembles ? 1.0F + trembling : 1.0F) + value);
            }
        }
        return trace::makeTrace(std::move(trace)).value();
    }

    float valueOf(const plan::ExecutionPlan& plan, std::size_t window, const std::string& id) const {
        const auto busy = [&](std::size_t cpu) {
            const auto row = plan.row(window, cpu);
            return 100.0F * std::accumulate(row.begin(), row.end(), 0.0F);
        };
        if (const auto cpu = cpuOfUtilizationId(id)) {
            return otherWork + (*cpu == 1 ? busy(0) : *cpu == 3 ? busy(1) : 99.0F);
        }
        return 50.0F * (plan.at(window, 0, 1) + plan.at(window, 1, 1));
    }
};

inline collection::Laboratory laboratoryWith(FakeMachine& fake) {
    collection::Laboratory laboratory = exampleLaboratory(fake);
    laboratory.stressors = {"spin", "read", "copy"};
    return laboratory;
}

inline std::filesystem::path in(const QTemporaryDir& folder, const char* name) {
    return std::filesystem::path(folder.path().toStdString()) / name;
}

inline dataset::Dataset collected(const collection::Laboratory& laboratory, const std::filesystem::path& path,
                                  const collection::CollectOptions& options) {
    auto result = collection::collectIn(laboratory, path, options, {}, {});
    if (!result) {
        qFatal("%s", result.error().text().c_str());
    }
    return std::move(**result);
}

}  // namespace mimesys
