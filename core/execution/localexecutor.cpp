// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/clock.h"
#include "execution/executor.h"
#include "execution/fit.h"
#include "execution/memoryholder.h"
#include "execution/refit.h"
#include "execution/worker.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>

namespace mimesys::execution {
namespace {

constexpr std::chrono::milliseconds kProgressPeriod{250};

// Where the caller and the workers' threads wait for each other.
class Gate {
public:
    void reportPrepared(Expected<void> result) {
        const std::lock_guard lock(m_mutex);
        ++m_prepared;
        if (!result && !m_error) {
            m_error = std::move(result.error());
        }
        m_changed.notify_all();
    }
    void reportFinished() {
        const std::lock_guard lock(m_mutex);
        ++m_finished;
        m_changed.notify_all();
    }
    [[nodiscard]] std::optional<Error> waitUntilPrepared(std::size_t workers) {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [&] { return m_prepared == workers; });
        return m_error;
    }
    // True when all are finished, false after one progress period.
    [[nodiscard]] bool waitUntilFinished(std::size_t workers) {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, kProgressPeriod, [&] { return m_finished == workers; });
    }
    // Lets the workers go; without times they end.
    void open(std::optional<RunTimes> times, std::stop_token stop) {
        const std::lock_guard lock(m_mutex);
        m_times = times;
        m_stop = std::move(stop);
        m_open = true;
        m_changed.notify_all();
    }
    [[nodiscard]] std::optional<std::pair<RunTimes, std::stop_token>> pass() {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [&] { return m_open; });
        return m_times ? std::optional(std::pair(*m_times, m_stop)) : std::nullopt;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::size_t m_prepared = 0;
    std::size_t m_finished = 0;
    std::optional<Error> m_error;
    bool m_open = false;
    std::optional<RunTimes> m_times;
    std::stop_token m_stop;
};

class PinnedExecutor final : public LocalExecutor {
public:
    PinnedExecutor(Refit refit, ExecutorOptions options, machine::Machine machine, Fit fit)
        : m_plan(std::move(refit.plan)),
          m_changes(std::move(refit.changes)),
          m_options(std::move(options)),
          m_machine(std::move(machine)),
          m_fit(std::move(fit)) {
        if (m_fit.mostHeldBytes) {
            m_memory.emplace(*m_plan, *m_fit.mostHeldBytes);
        }
    }
    ~PinnedExecutor() override { m_gate.open(std::nullopt, {}); }

    [[nodiscard]] Expected<void> startWorkers(const std::stop_token& stop);
    [[nodiscard]] RunReport run(std::int64_t startMonotonicNs, std::stop_token stop,
                                const ProgressCallback& progress) override;

private:
    [[nodiscard]] RunTimes timesFrom(std::int64_t startNs) const;
    [[nodiscard]] std::jthread holdMemory(const RunTimes& times);
    [[nodiscard]] std::size_t mostRecords() const;
    void work(Worker& worker, const std::stop_token& stop);
    void tell(const RunTimes& times, const ProgressCallback& progress) const;
    [[nodiscard]] RunReport collect() const;

    std::shared_ptr<const plan::ExecutionPlan> m_plan;
    std::vector<std::string> m_changes;
    ExecutorOptions m_options;
    machine::Machine m_machine;
    Fit m_fit;
    std::optional<MemoryHolder> m_memory;
    Gate m_gate;
    std::vector<std::unique_ptr<Worker>> m_workers;
    std::vector<std::jthread> m_threads;  // joined before anything they use goes
};

Expected<void> PinnedExecutor::startWorkers(const std::stop_token& stop) {
    for (std::size_t row = 0; row < m_plan->cpuCount(); ++row) {
        m_workers.push_back(std::make_unique<Worker>(*m_plan, m_fit, row));
    }
    m_threads.reserve(m_workers.size());
    for (const std::unique_ptr<Worker>& worker : m_workers) {
        try {
            m_threads.emplace_back([this, &worker = *worker, stop] { work(worker, stop); });
        } catch (const std::system_error& error) {
            return failed(fmt::format("Only {} of {} threads could be started ({}); raise the limit on processes.",
                                      m_threads.size(), m_workers.size(), error.code().message()));
        }
    }
    if (std::optional<Error> error = m_gate.waitUntilPrepared(m_workers.size())) {
        return tl::unexpected(std::move(*error));
    }
    if (m_memory) {
        m_memory->begin(stop);  // when the stressors have theirs
    }
    return {};
}

void PinnedExecutor::work(Worker& worker, const std::stop_token& stop) {
    Expected<void> prepared;
    try {
        prepared = worker.prepare(m_machine, mostRecords(), stop);
    } catch (const std::exception&) {
        prepared = failed("There is not enough memory to prepare the plan's stressors.");
    }
    m_gate.reportPrepared(std::move(prepared));
    if (const auto go = m_gate.pass()) {
        worker.run(go->first, go->second);
        m_gate.reportFinished();
    }
}

RunTimes PinnedExecutor::timesFrom(std::int64_t startNs) const {
    RunTimes times{.startNs = startNs};
    if (!m_options.loop) {
        times.windows = static_cast<std::int64_t>(m_plan->windowCount());
    }
    if (m_options.durationSeconds > 0.0) {
        times.endNs = startNs + nsFromSeconds(m_options.durationSeconds);
    }
    return times;
}

std::size_t PinnedExecutor::mostRecords() const {
    const std::size_t bound = std::max<std::size_t>(1, kMostReportedEntries / m_plan->cpuCount());
    double expected = m_options.loop ? static_cast<double>(bound) : static_cast<double>(m_plan->windowCount());
    if (m_options.durationSeconds > 0.0) {
        expected = std::min(expected, m_options.durationSeconds / m_plan->windowSeconds() + 1.0);
    }
    return static_cast<std::size_t>(std::min(expected, static_cast<double>(bound)));
}

RunReport PinnedExecutor::run(std::int64_t startMonotonicNs, std::stop_token stop, const ProgressCallback& progress) {
    const RunTimes times = timesFrom(startMonotonicNs);
    std::jthread holding = holdMemory(times);
    m_gate.open(times, std::move(stop));
    while (!m_gate.waitUntilFinished(m_workers.size())) {
        tell(times, progress);
    }
    const std::int64_t ended = monotonicNs();
    holding = {};  // stopped and joined
    RunReport report = collect();
    report.elapsedSeconds = std::max(0.0, secondsFromNs(ended - startMonotonicNs));
    report.cancelled = !std::ranges::all_of(m_workers, &Worker::completed);
    return report;
}

// Empty when there is nothing to hold.
std::jthread PinnedExecutor::holdMemory(const RunTimes& times) {
    if (!m_memory) {
        return {};
    }
    try {
        return std::jthread([this, times](const std::stop_token& stop) { m_memory->run(times, stop); });
    } catch (const std::system_error&) {
        m_memory.reset();  // a run with its memory left alone is better than none
        return {};
    }
}

void PinnedExecutor::tell(const RunTimes& times, const ProgressCallback& progress) const {
    if (!progress) {
        return;
    }
    const double elapsed = std::max(0.0, secondsFromNs(monotonicNs() - times.startNs));
    double total = m_options.loop ? 0.0 : m_plan->durationSeconds();
    if (m_options.durationSeconds > 0.0) {
        total = m_options.loop ? m_options.durationSeconds : std::min(total, m_options.durationSeconds);
    }
    if (total > 0.0) {
        progress({.fraction = std::min(1.0, elapsed / total),
                  .text = fmt::format("running, {:.0f} of {:.0f} s", elapsed, total)});
    } else {
        progress({.fraction = -1.0, .text = fmt::format("running, {:.0f} s", elapsed)});
    }
}

RunReport PinnedExecutor::collect() const {
    // Rows that were stopped in different windows are cut to the last one all of them finished.
    std::int64_t windows = m_workers.front()->windowsDone();
    for (const std::unique_ptr<Worker>& worker : m_workers) {
        windows = std::min(windows, worker->windowsDone());
    }
    RunReport report;
    report.windows = static_cast<std::size_t>(windows);
    report.cpus = m_workers.size();
    report.changes = m_changes;
    report.onCpus = m_fit.cpus;
    if (m_memory) {
        report.memory = m_memory->held();
    }
    for (const std::unique_ptr<Worker>& worker : m_workers) {
        report.missed += worker->windowsMissed();
        report.displaced += worker->windowsDisplaced();
    }
    const std::size_t reported = std::min(report.windows, m_workers.front()->records().size());
    for (std::size_t window = 0; window < reported; ++window) {
        for (const std::unique_ptr<Worker>& worker : m_workers) {
            const WindowRecord& record = worker->records()[window];
            report.plannedCpu.push_back(record.plannedCpu);
            report.achievedCpu.push_back(record.achievedCpu);
            report.plannedElapsed.push_back(record.plannedElapsed);
            report.achievedElapsed.push_back(record.achievedElapsed);
            report.elapsedCpu.push_back(record.elapsedCpu);
            report.boundaryErrorMs.push_back(record.boundaryErrorMs);
        }
    }
    return report;
}

}  // namespace

Expected<std::unique_ptr<LocalExecutor>> LocalExecutor::prepare(std::shared_ptr<const plan::ExecutionPlan> plan,
                                                                ExecutorOptions options, const Environment& environment,
                                                                const std::stop_token& stop) {
    Expected<Fitted> fitted = fitToRun(std::move(plan), options, environment);
    if (!fitted) {
        return tl::unexpected(fitted.error());
    }
    auto executor = std::make_unique<PinnedExecutor>(std::move(fitted->refit), std::move(options), environment.machine,
                                                     std::move(fitted->fit));
    if (Expected<void> started = executor->startWorkers(stop); !started) {
        return tl::unexpected(started.error());
    }
    return executor;
}

Expected<std::unique_ptr<LocalExecutor>> LocalExecutor::prepare(std::shared_ptr<const plan::ExecutionPlan> plan,
                                                                ExecutorOptions options, const std::stop_token& stop) {
    Expected<Environment> environment = thisEnvironment();
    if (!environment) {
        return tl::unexpected(environment.error());
    }
    return prepare(std::move(plan), std::move(options), *environment, stop);
}

}  // namespace mimesys::execution
