// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "execution/recordedrun.h"
#include "refinement/refine.h"

#include <array>
#include <cmath>
#include <memory>
#include <string>
#include <vector>

// A machine of two CPUs whose three stressors do what a table says, with noise if wanted, and a response that knows the
// table, rightly or not.
namespace mimesys::tests {

using refinement::Matrix;

inline constexpr Eigen::Index kCpus = 2;
inline constexpr std::array<const char*, 3> kStressors{"simd-distance-256", "stream-dram", "disk-write-paced"};
inline constexpr std::array<const char*, 4> kMetrics{"cpu.utilization[0]", "cpu.utilization[1]",
                                                     "memory.read_bandwidth", "disk.write"};

// What a whole window of each stressor on one CPU does: % of the core, GB/s, MB/s now and in the window after.
struct Table {
    std::array<float, 3> cpu{100.0F, 90.0F, 10.0F};
    std::array<float, 3> memory{0.1F, 5.0F, 0.5F};
    std::array<float, 3> disk{0.0F, 0.0F, 60.0F};
    std::array<float, 3> diskAfter{0.0F, 0.0F, 30.0F};
    float memoryOffset = 0.0F;
};

// (T, 4) for compositions (T, 2·3).
inline Matrix outcome(const Table& table, const Matrix& compositions) {
    Matrix values = Matrix::Zero(compositions.rows(), 4);
    values.col(2).setConstant(table.memoryOffset);
    for (Eigen::Index window = 0; window < compositions.rows(); ++window) {
        for (Eigen::Index cpu = 0; cpu < kCpus; ++cpu) {
            for (std::size_t m = 0; m < kStressors.size(); ++m) {
                const auto column = cpu * 3 + static_cast<Eigen::Index>(m);
                const float now = compositions(window, column);
                const float before = window > 0 ? compositions(window - 1, column) : 0.0F;
                values(window, cpu) += table.cpu[m] * now;
                values(window, 2) += table.memory[m] * now;
                values(window, 3) += table.disk[m] * now + table.diskAfter[m] * before;
            }
        }
    }
    return values;
}

class LinearResponse final : public refinement::Response {
public:
    explicit LinearResponse(const Table& table) : m_table(table) {
        m_destination.cpus = kCpus;
        m_destination.ranges = Matrix::Zero(2, 4);
        m_destination.ranges.row(1) << 100.0F, 100.0F, 10.0F, 180.0F;
        for (const char* id : kMetrics) {
            m_destination.metrics.push_back(metricFor(id));
            m_destination.notDriven.emplace_back();
        }
    }
    [[nodiscard]] const generation::Destination& destination() const override { return m_destination; }
    [[nodiscard]] const std::vector<std::string>& stressors() const override { return m_stressors; }
    [[nodiscard]] std::string_view origin() const override { return "model"; }
    [[nodiscard]] bool simulated() const override { return false; }
    [[nodiscard]] Expected<std::unique_ptr<refinement::LocalResponse>> around(
        std::span<const refinement::Executed> /*rounds*/, const Matrix& /*compositions*/) const override {
        return std::make_unique<Local>(m_table);
    }

private:
    class Local final : public refinement::LocalResponse {
    public:
        explicit Local(const Table& table) : m_table(table) {}
        [[nodiscard]] Expected<Matrix> expect(const Matrix& compositions) const override {
            return outcome(m_table, compositions);
        }
        [[nodiscard]] Expected<Matrix> gradient(const Matrix& compositions, const Slopes& slopes) const override {
            const Matrix slope = slopes(outcome(m_table, compositions));
            Matrix gradient = Matrix::Zero(compositions.rows(), compositions.cols());
            for (Eigen::Index window = 0; window < compositions.rows(); ++window) {
                for (Eigen::Index column = 0; column < compositions.cols(); ++column) {
                    const auto m = static_cast<std::size_t>(column % 3);
                    gradient(window, column) = slope(window, column / 3) * m_table.cpu[m] +
                                               slope(window, 2) * m_table.memory[m] +
                                               slope(window, 3) * m_table.disk[m];
                    if (window + 1 < compositions.rows()) {
                        gradient(window, column) += slope(window + 1, 3) * m_table.diskAfter[m];
                    }
                }
            }
            return gradient;
        }

    private:
        Table m_table;
    };

    Table m_table;
    std::vector<std::string> m_stressors{kStressors.begin(), kStressors.end()};
    generation::Destination m_destination;
};

// A trace of one sample per second with these metrics of (T, 4).
inline trace::TracePtr traceOf(const Matrix& values, const std::vector<std::size_t>& metrics = {0, 1, 2, 3},
                               Provenance provenance = Provenance::Procfs) {
    trace::Trace trace;
    for (Eigen::Index window = 0; window < values.rows(); ++window) {
        trace.timesNs.push_back((window + 1) * kNanosecondsPerSecond);
    }
    for (const std::size_t n : metrics) {
        trace::Column column{metricFor(kMetrics[n]), provenance, {}};
        for (Eigen::Index window = 0; window < values.rows(); ++window) {
            column.values.push_back(values(window, static_cast<Eigen::Index>(n)));
        }
        trace.columns.push_back(std::move(column));
    }
    return trace::makeTrace(std::move(trace)).value();
}

// (T, 2·3) of a plan of the machine's stressors, whichever of them it has.
inline Matrix compositionsOf(const plan::ExecutionPlan& plan) {
    Matrix compositions = Matrix::Zero(static_cast<Eigen::Index>(plan.windowCount()), kCpus * 3);
    for (std::size_t window = 0; window < plan.windowCount(); ++window) {
        for (std::size_t cpu = 0; cpu < plan.cpuCount(); ++cpu) {
            for (std::size_t m = 0; m < kStressors.size(); ++m) {
                if (const int column = plan.indexOfStressor(kStressors[m]); column >= 0) {
                    compositions(static_cast<Eigen::Index>(window), static_cast<Eigen::Index>(cpu * 3 + m)) =
                        plan.at(window, cpu, static_cast<std::size_t>(column));
                }
            }
        }
    }
    return compositions;
}

inline plan::ExecutionPlan planOf(const Matrix& compositions) {
    plan::ExecutionPlan plan(static_cast<std::size_t>(compositions.rows()), kCpus,
                             {kStressors.begin(), kStressors.end()});
    std::copy_n(compositions.data(), compositions.size(), plan.fractions().begin());
    plan.seed = 5;
    return plan;
}

// Executes on the machine of the table; every execution has noise of its own, of this share of each metric's range.
// `runs` counts; the run with the number `cancelAt` is the last one before `stop` is asked to.
struct LinearMachine {
    Table table;
    float noise = 0.0F;
    std::shared_ptr<int> runs = std::make_shared<int>(0);
    std::shared_ptr<std::stop_source> stop = std::make_shared<std::stop_source>();
    int cancelAt = -1;

    [[nodiscard]] execution::Execute execute() const {
        return [machine = *this](std::shared_ptr<const plan::ExecutionPlan> plan, double, std::stop_token,
                                 const ProgressCallback&) -> Expected<execution::RecordedRun> {
            if (++*machine.runs == machine.cancelAt) {
                machine.stop->request_stop();
            }
            const Matrix compositions = compositionsOf(*plan);
            Matrix values = outcome(machine.table, compositions);
            // As a simulated machine does: the same plan and seed give the same run.
            Random random(plan->seed ^ static_cast<std::uint64_t>(1e6F * compositions.sum()));
            const std::array<float, 4> ranges{100.0F, 100.0F, 10.0F, 180.0F};
            for (Eigen::Index window = 0; window < values.rows(); ++window) {
                for (std::size_t n = 0; n < ranges.size(); ++n) {
                    const auto uniform = static_cast<float>(random.uniform() - 0.5) * std::sqrt(12.0F);
                    float& value = values(window, static_cast<Eigen::Index>(n));
                    value = std::max(0.0F, value + machine.noise * ranges[n] * uniform);
                }
            }
            execution::RecordedRun run;
            run.report.onCpus = {0, 1};
            run.trace = traceOf(values);
            return run;
        };
    }
};

// Compositions that change every few windows.
inline Matrix sampleCompositions(Eigen::Index windows, std::uint64_t seed) {
    Random random(seed);
    Matrix compositions = Matrix::Zero(windows, kCpus * 3);
    for (Eigen::Index window = 0; window < windows; ++window) {
        for (Eigen::Index column = 0; column < kCpus * 3; ++column) {
            compositions(window, column) =
                window % 5 == 0 ? static_cast<float>(0.3 * random.uniform()) : compositions(window - 1, column);
        }
    }
    return compositions;
}

}  // namespace mimesys::tests
