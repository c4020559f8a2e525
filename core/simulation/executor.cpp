// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "simulation/executor.h"

#define XXH_INLINE_ALL
#include "base/clock.h"
#include "execution/cpulist.h"
#include "execution/placement.h"
#include "execution/refit.h"
#include "simulation/machine.h"
#include "simulation/recording.h"
#include "stressor/stressor.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <set>

namespace mimesys::simulation {
namespace {

using execution::ExecutorOptions;
using execution::RecordedRun;
using plan::ExecutionPlan;

constexpr double kLongestStepSeconds = 0.1;
constexpr std::int64_t kStepsPerWindow = 10;
constexpr double kShortestPeriodSeconds = 0.001;
constexpr double kMostWindows = 1e7;
constexpr double kMostSamples = 1e7;
constexpr std::size_t kWindowsPerProgress = 500;

// A plan that was checked against the simulated machine.
struct Run {
    const ExecutionPlan& plan;
    std::vector<int> cpus;                     // per row
    std::vector<const stressor::Card*> cards;  // per column; null where the plan never uses it
    std::int64_t windowNs = 0;
    std::int64_t endNs = 0;
    double periodSeconds = 0.0;  // 0 = not recorded
};

Expected<std::vector<int>> chooseCpus(const ExecutionPlan& plan, const std::vector<int>& wanted,
                                      const machine::Machine& machine) {
    if (plan.cpuCount() > machine.usableCpus.size()) {
        return badInput(
            fmt::format("The plan is for {} CPUs and the simulated machine has {}; generate one for it, or "
                        "fold it with --fit.",
                        plan.cpuCount(), machine.usableCpus.size()));
    }
    if (wanted.empty()) {
        const auto source = machine::fromJson(plan.machine);
        return execution::placeRows(plan.cpuCount(), source ? std::optional(*source) : std::nullopt, machine);
    }
    const std::set<int> different(wanted.begin(), wanted.end());
    const bool known = std::ranges::all_of(
        different, [&](int cpu) { return cpu >= 0 && cpu < static_cast<int>(machine.usableCpus.size()); });
    if (wanted.size() != plan.cpuCount() || different.size() != wanted.size() || !known) {
        return badInput(
            fmt::format("--cpus does not name one CPU of the simulated machine ({}) for each of the "
                        "plan's {} rows.",
                        execution::formatCpuList(machine.usableCpus), plan.cpuCount()));
    }
    return wanted;
}

// Seconds of simulated time.
Expected<double> lengthOf(const ExecutionPlan& plan, const ExecutorOptions& options) {
    const double duration = options.durationSeconds;
    if (!(duration >= 0.0 && duration < 1e9)) {
        return badInput("The duration is not a number of seconds above 0.");
    }
    if (options.loop && duration == 0.0) {
        return badInput("A simulated run that starts again at the end would never stop; set a --duration.");
    }
    double seconds = plan.durationSeconds();
    if (duration > 0.0) {
        seconds = options.loop ? duration : std::min(seconds, duration);
    }
    if (options.budget.seconds && seconds > *options.budget.seconds) {
        return unavailable(
            fmt::format("The plan takes {:g} s and --max-time allows {:g} s; allow more, or cut it "
                        "with --duration.",
                        seconds, *options.budget.seconds));
    }
    if (seconds / plan.windowSeconds() > kMostWindows) {
        return badInput(
            fmt::format("A simulated run has at most {:g} windows; shorten it with --duration.", kMostWindows));
    }
    return seconds;
}

Expected<std::vector<const stressor::Card*>> findCards(const ExecutionPlan& plan, const Simulator& simulator) {
    std::vector<const stressor::Card*> cards(plan.stressorCount(), nullptr);
    const std::span<const float> fractions = plan.fractions();
    for (std::size_t i = 0; i < fractions.size(); ++i) {
        const std::size_t column = i % cards.size();
        if (fractions[i] <= 0.0F || cards[column] != nullptr) {
            continue;
        }
        const std::string& name = plan.stressors()[column];
        cards[column] = stressor::findCard(name);
        if (cards[column] == nullptr) {
            return badInput(
                fmt::format("The plan uses the stressor \"{}\" (column {}), which this program does not "
                            "have; \"mimesys stressors\" lists those it has.",
                            name, column));
        }
        if (!simulator.signatures.contains(std::string(cards[column]->name))) {
            return unavailable(
                fmt::format("The simulated machine {} knows nothing about the stressor {}; add it to "
                            "the signatures.",
                            simulator.profile.name, cards[column]->name));
        }
    }
    return cards;
}

Expected<Run> check(const ExecutionPlan& plan, const Simulator& simulator, const ExecutorOptions& options,
                    double periodSeconds) {
    if (auto valid = plan::validate(plan); !valid) {
        return tl::unexpected(valid.error());
    }
    const auto seconds = lengthOf(plan, options);
    if (!seconds) {
        return tl::unexpected(seconds.error());
    }
    if (periodSeconds != 0.0 && !(periodSeconds >= kShortestPeriodSeconds && *seconds / periodSeconds < kMostSamples)) {
        return badInput(
            fmt::format("A period of {:g} s is too short for a simulated run of {:g} s.", periodSeconds, *seconds));
    }
    auto cpus = chooseCpus(plan, options.cpus, simulator.machine);
    if (!cpus) {
        return tl::unexpected(cpus.error());
    }
    auto cards = findCards(plan, simulator);
    if (!cards) {
        return tl::unexpected(cards.error());
    }
    return Run{.plan = plan,
               .cpus = std::move(*cpus),
               .cards = std::move(*cards),
               .windowNs = nsFromSeconds(plan.windowSeconds()),
               .endNs = nsFromSeconds(*seconds),
               .periodSeconds = periodSeconds};
}

// The demands of a plan's columns; those that it never uses stand there as nothing.
std::vector<Demand> demandsOf(const Run& run, const Simulator& simulator) {
    std::vector<Demand> demands;
    for (const stressor::Card* card : run.cards) {
        demands.push_back(card == nullptr ? Demand{.name = "unused"}
                                          : simulator.signatures.at(std::string(card->name)));
    }
    return demands;
}

std::vector<Tenant> tenantsOf(const Run& run, std::size_t window) {
    std::vector<Tenant> tenants;
    for (std::size_t row = 0; row < run.cpus.size(); ++row) {
        const std::span<const float> fractions = run.plan.row(window, row);
        const double sum = std::accumulate(fractions.begin(), fractions.end(), 0.0);
        for (std::size_t column = 0; column < fractions.size(); ++column) {
            if (fractions[column] > 0.0F) {
                const double share = static_cast<double>(fractions[column]) / std::max(1.0, sum);
                tenants.push_back({.cpu = run.cpus[row], .demand = column, .share = share, .ceiling = share});
            }
        }
    }
    return tenants;
}

void reportWindow(const Run& run, std::size_t window, double part, execution::RunReport& report) {
    ++report.windows;
    if (report.plannedCpu.size() + run.cpus.size() > execution::kMostReportedEntries) {
        return;
    }
    for (std::size_t row = 0; row < run.cpus.size(); ++row) {
        const std::span<const float> fractions = run.plan.row(window, row);
        double cpu = 0.0;
        double elapsed = 0.0;
        double elapsedCpu = 0.0;
        for (std::size_t column = 0; column < fractions.size(); ++column) {
            const auto share = static_cast<double>(fractions[column]) * part;
            const stressor::Card* card = run.cards[column];
            if (card != nullptr && card->accounting == stressor::Accounting::ElapsedTime) {
                elapsed += share;
                elapsedCpu += share * card->cpuPerTime;
            } else {
                cpu += share;
            }
        }
        report.plannedCpu.push_back(static_cast<float>(cpu));
        report.achievedCpu.push_back(static_cast<float>(cpu));
        report.plannedElapsed.push_back(static_cast<float>(elapsed));
        report.achievedElapsed.push_back(static_cast<float>(elapsed));
        report.elapsedCpu.push_back(static_cast<float>(elapsedCpu));
        report.boundaryErrorMs.push_back(0.0F);
    }
}

// Steps through one window, taking samples where they fall into it.
class Stepper {
public:
    Stepper(const Run& run, Machine& machine, Recording& recording)
        : m_run(run), m_machine(machine), m_recording(recording) {
        m_steps = std::max(kStepsPerWindow,
                           static_cast<std::int64_t>(std::ceil(run.plan.windowSeconds() / kLongestStepSeconds)));
        m_nextSampleNs = sampleNs(0);
    }

    void window(std::int64_t startNs, std::int64_t endNs) {
        for (std::int64_t step = 1; step <= m_steps; ++step) {
            // In this order a window of an hour does not overflow.
            const std::int64_t boundary =
                startNs + m_run.windowNs / m_steps * step + m_run.windowNs % m_steps * step / m_steps;
            until(std::min(boundary, endNs));
        }
    }

    // A started sample counts when it is at least half as long as the others.
    void finish() {
        if (m_run.periodSeconds > 0.0 && 2 * (m_nextSampleNs - m_nowNs) <= nsFromSeconds(m_run.periodSeconds) &&
            m_nextSampleNs > m_nowNs) {
            m_recording.sample(m_machine, m_nowNs);
        }
    }

private:
    [[nodiscard]] std::int64_t sampleNs(std::size_t index) const {
        return nsFromSeconds(static_cast<double>(index + 1) * m_run.periodSeconds);
    }

    void until(std::int64_t ns) {
        while (m_nowNs < ns) {
            const std::int64_t next =
                m_run.periodSeconds > 0.0 ? std::min(ns, std::max(m_nextSampleNs, m_nowNs + 1)) : ns;
            m_machine.advance(secondsFromNs(next - m_nowNs));
            m_nowNs = next;
            if (m_run.periodSeconds > 0.0 && m_nowNs >= m_nextSampleNs) {
                m_recording.sample(m_machine, m_nowNs);
                m_nextSampleNs = sampleNs(m_recording.sampleCount());
            }
        }
    }

    const Run& m_run;
    Machine& m_machine;
    Recording& m_recording;
    std::int64_t m_steps;
    std::int64_t m_nowNs = 0;
    std::int64_t m_nextSampleNs = 0;
};

// Window after window until the end or a stop request.
void play(const Run& run, Machine& machine, Recording& recording, execution::RunReport& report,
          const std::stop_token& stop, const ProgressCallback& progress) {
    Stepper stepper(run, machine, recording);
    std::int64_t now = 0;
    for (std::size_t window = 0; now < run.endNs && !stop.stop_requested(); ++window) {
        const std::size_t planned = window % run.plan.windowCount();
        const std::int64_t end = std::min(now + run.windowNs, run.endNs);
        machine.run(tenantsOf(run, planned));
        stepper.window(now, end);
        reportWindow(run, planned, static_cast<double>(end - now) / static_cast<double>(run.windowNs), report);
        now = end;
        if (progress && window % kWindowsPerProgress == kWindowsPerProgress - 1) {
            progress({static_cast<double>(now) / static_cast<double>(run.endNs),
                      fmt::format("simulated {:.0f} s", secondsFromNs(now))});
        }
    }
    stepper.finish();
    report.elapsedSeconds = secondsFromNs(now);
    report.cancelled = now < run.endNs;
}

// Different plans of one seed get noise of their own.
std::uint64_t seedOf(const ExecutionPlan& plan, std::uint64_t seed) {
    const std::span<const float> fractions = plan.fractions();
    std::uint64_t mixed = Random(seed).next() ^ Random(plan.seed).next();
    for (const std::string& name : plan.stressors()) {
        mixed = XXH3_64bits_withSeed(name.data(), name.size(), mixed);
    }
    return XXH3_64bits_withSeed(fractions.data(), fractions.size_bytes(), mixed);
}

}  // namespace

Expected<Simulator> openSimulator(const std::filesystem::path& path) {
    auto profile = readProfile(path);
    if (!profile) {
        return tl::unexpected(profile.error());
    }
    machine::Machine machine = describe(*profile);
    auto signatures = readSignatures(profile->signatures, machine);
    if (!signatures) {
        return tl::unexpected(signatures.error());
    }
    return Simulator{std::move(*profile), std::move(*signatures), std::move(machine)};
}

Expected<RecordedRun> runPlan(const Simulator& simulator, std::shared_ptr<const ExecutionPlan> plan,
                              const ExecutorOptions& options, std::uint64_t seed, double periodSeconds,
                              const std::stop_token& stop, const ProgressCallback& progress) {
    auto refit = options.fit ? execution::refit(std::move(plan), options,
                                                {.machine = simulator.machine, .findCard = stressor::findCard})
                             : Expected<execution::Refit>(execution::Refit{std::move(plan), {}});
    if (!refit) {
        return tl::unexpected(refit.error());
    }
    const auto run = check(*refit->plan, simulator, options, periodSeconds);
    if (!run) {
        return tl::unexpected(run.error());
    }
    const std::uint64_t mixed = seedOf(run->plan, seed);
    Machine machine(simulator.profile, demandsOf(*run, simulator), mixed);
    Recording recording(simulator.profile, mixed);
    RecordedRun result;
    result.report.simulated = simulator.profile.name;
    result.report.cpus = run->cpus.size();
    result.report.onCpus = run->cpus;
    result.report.changes = refit->changes;
    play(*run, machine, recording, result.report, stop, progress);
    if (periodSeconds > 0.0 && !(result.report.cancelled && recording.sampleCount() == 0)) {
        auto trace = recording.finish({});
        if (!trace) {
            return tl::unexpected(trace.error());
        }
        result.trace = std::move(*trace);
    }
    return result;
}

}  // namespace mimesys::simulation
