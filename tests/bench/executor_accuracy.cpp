// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0

// How close the CPU time of every window and CPU comes to what was asked for, at loads from 5 to 95 % and with a random
// plan; how late windows begin, also with every stressor of this machine in the plan; and what an idle plan costs. All
// contestants are measured from outside, by what the kernel accounts to their threads between window boundaries, one
// after the other in one run. The peers are `stress-ng --cpu-load` and `rt-app`, as far as they are on the PATH.
#include "base/random.h"
#include "cputime.h"
#include "execution/executor.h"
#include "execution/fit.h"
#include "execution/recordedrun.h"
#include "peers.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <cstdlib>
#include <future>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

using namespace mimesys;

namespace {

constexpr int kWindows = 5;
constexpr int kRandomWindows = 20;
constexpr double kWindowSeconds = 1.0;
constexpr int kFirstLoad = 5;
constexpr int kLastLoad = 95;
constexpr int kLoadStep = 15;
const std::vector<std::string> kContestants{"mimesys", "stress-ng", "rt-app"};
const std::vector<std::string> kStressors{"zstd-decompress", "simd-distance-256", "memcpy-l1", "hash-insert",
                                          "stream-dram"};

using Fractions = std::vector<std::vector<double>>;  // windows × CPUs
using PlanPtr = std::shared_ptr<const plan::ExecutionPlan>;

struct Errors {
    double sum = 0.0;
    double maximum = 0.0;
    std::size_t count = 0;

    void add(double fraction, double wanted) {
        const double points = 100.0 * std::abs(fraction - wanted);
        sum += points;
        maximum = std::max(maximum, points);
        ++count;
    }
    void add(const Errors& other) {
        sum += other.sum;
        maximum = std::max(maximum, other.maximum);
        count += other.count;
    }
    [[nodiscard]] double mean() const { return count == 0 ? 0.0 : sum / static_cast<double>(count); }
    [[nodiscard]] nlohmann::json json() const {
        return count == 0 ? nlohmann::json() : nlohmann::json{{"mean", mean()}, {"max", maximum}};
    }
    [[nodiscard]] std::string text() const {
        return count == 0 ? fmt::format("{:>10}{:>10}", "-", "-") : fmt::format("{:>10.3f}{:>10.3f}", mean(), maximum);
    }
};

Errors errorsOf(const Fractions& measured, const Fractions& wanted) {
    Errors errors;
    for (std::size_t window = 0; window < measured.size(); ++window) {
        for (std::size_t cpu = 0; cpu < measured[window].size(); ++cpu) {
            errors.add(measured[window][cpu], wanted[window][cpu]);
        }
    }
    return errors;
}

struct Run {
    Fractions measured;
    std::vector<float> boundaryMs;
    double elapsedSeconds = 0.0;
};

// A plan's last window is idle: its threads must still be there when the window before is read.
Run runMimesys(const PlanPtr& plan) {
    auto executor = execution::LocalExecutor::prepare(plan, {});
    if (!executor) {
        fmt::print(stderr, "executor_accuracy: {}\n", executor.error().text());
        std::exit(EXIT_FAILURE);
    }
    const auto threads = bench::threadsOf("self", "mimesys-cpu");
    const std::int64_t start = execution::nextStartNs();
    auto samples = std::async(std::launch::async, [&] {
        return bench::sampleWindows(threads, start, static_cast<int>(plan->windowCount()) - 1, plan->windowSeconds());
    });
    const execution::RunReport report = (*executor)->run(start, {}, {});
    return {.measured = samples.get(), .boundaryMs = report.boundaryErrorMs, .elapsedSeconds = report.elapsedSeconds};
}

PlanPtr constantPlan(std::size_t cpus, double load, int windows = kWindows) {
    auto plan =
        std::make_shared<plan::ExecutionPlan>(static_cast<std::size_t>(windows) + 1, cpus, kStressors, kWindowSeconds);
    for (std::size_t window = 0; window + 1 < plan->windowCount(); ++window) {
        for (float& fraction : plan->composition(window)) {
            fraction = static_cast<float>(load / static_cast<double>(kStressors.size()));
        }
    }
    return plan;
}

PlanPtr randomPlan(std::size_t cpus, const std::vector<std::string>& stressors) {
    auto plan = std::make_shared<plan::ExecutionPlan>(kRandomWindows + 1, cpus, stressors, kWindowSeconds);
    Random random(1);
    for (std::size_t window = 0; window < kRandomWindows; ++window) {
        for (std::size_t cpu = 0; cpu < cpus; ++cpu) {
            // Five stressors at a time, however many there are.
            double left = random.uniform();
            for (int i = 0; i < 5; ++i) {
                const auto column = static_cast<std::size_t>(random.uniform() * static_cast<double>(stressors.size()));
                const double part = left * random.uniform();
                plan->row(window, cpu)[column] += static_cast<float>(part);
                left -= part;
            }
        }
    }
    return plan;
}

// What the CPUs are asked for in each window, all stressors together.
Fractions loadsOf(const plan::ExecutionPlan& plan) {
    Fractions loads;
    for (std::size_t window = 0; window < plan.windowCount(); ++window) {
        std::vector<double>& row = loads.emplace_back();
        for (std::size_t cpu = 0; cpu < plan.cpuCount(); ++cpu) {
            double sum = 0.0;
            for (const float fraction : plan.row(window, cpu)) {
                sum += static_cast<double>(fraction);
            }
            row.push_back(sum);
        }
    }
    return loads;
}

// CPU by CPU instead of window by window, without the idle window at the end.
std::vector<std::vector<double>> byCpu(const Fractions& loads) {
    std::vector<std::vector<double>> rows(loads.front().size());
    for (std::size_t window = 0; window + 1 < loads.size(); ++window) {
        for (std::size_t cpu = 0; cpu < rows.size(); ++cpu) {
            rows[cpu].push_back(loads[window][cpu]);
        }
    }
    return rows;
}

std::vector<std::string> everyStressor(const machine::Machine& machine) {
    std::vector<std::string> names;
    for (const stressor::Card& card : stressor::catalogue()) {
        if (card.unavailable(machine, stressor::defaultScratchDirectory()).empty()) {
            names.emplace_back(card.name);
        }
    }
    return names;
}

execution::Distribution distribution(std::vector<float> milliseconds) {
    execution::RunReport report;
    report.boundaryErrorMs = std::move(milliseconds);
    return report.boundaryError();
}

nlohmann::json json(const execution::Distribution& late) {
    return {{"p50", late.p50}, {"p99", late.p99}, {"max", late.maximum}};
}

struct Results {
    std::map<int, std::map<std::string, Errors>> byLoad;
    std::map<std::string, Errors> all;
    std::map<std::string, Errors> random;
    execution::Distribution boundaries;
    execution::Distribution everyStressorsBoundaries;
    std::size_t stressors = 0;
    double driftMs = 0.0;  // of the last boundary of the random plan against the first
    double idlePercent = 0.0;
};

Results measure(const machine::Machine& machine, bool table) {
    const std::size_t cpus = machine.usableCpus.size();
    const std::filesystem::path folder =
        std::filesystem::temp_directory_path() / fmt::format("mimesys-bench-{}", ::getpid());
    std::filesystem::create_directory(folder);
    const bool stressNg = bench::onPath("stress-ng");
    const std::optional<bench::RtApp> rtApp =
        bench::onPath("rt-app") ? std::optional<bench::RtApp>(std::in_place, folder, machine.usableCpus) : std::nullopt;
    Results results;
    std::vector<float> boundaryMs;
    for (int load = kFirstLoad; load <= kLastLoad; load += kLoadStep) {
        std::map<std::string, Errors>& row = results.byLoad[load];
        const PlanPtr plan = constantPlan(cpus, load / 100.0);
        const Fractions wanted = loadsOf(*plan);
        Run run = runMimesys(plan);
        row["mimesys"] = errorsOf(run.measured, wanted);
        boundaryMs.insert(boundaryMs.end(), run.boundaryMs.begin(), run.boundaryMs.end());
        if (stressNg) {
            row["stress-ng"] = errorsOf(bench::runStressNg(cpus, load, kWindows, kWindowSeconds), wanted);
        }
        if (rtApp && rtApp->works()) {
            row["rt-app"] = errorsOf(rtApp->run(byCpu(wanted)), wanted);
        }
        if (table) {
            fmt::print("{:>3} %      ", load);
        }
        for (const std::string& name : kContestants) {
            results.all[name].add(row[name]);
            if (table) {
                fmt::print("{}", row[name].text());
            }
        }
        if (table) {
            fmt::print("\n");
        }
    }
    const PlanPtr random = randomPlan(cpus, kStressors);
    const Fractions wanted = loadsOf(*random);
    const Run run = runMimesys(random);
    results.random["mimesys"] = errorsOf(run.measured, wanted);
    boundaryMs.insert(boundaryMs.end(), run.boundaryMs.begin(), run.boundaryMs.end());
    results.driftMs = 1e3 * (run.elapsedSeconds - random->durationSeconds());
    if (rtApp && rtApp->works()) {
        results.random["rt-app"] = errorsOf(rtApp->run(byCpu(wanted)), wanted);
    }
    results.boundaries = distribution(boundaryMs);

    const std::vector<std::string> every = everyStressor(machine);
    results.stressors = every.size();
    results.everyStressorsBoundaries = distribution(runMimesys(randomPlan(cpus, every)).boundaryMs);

    Errors idle;
    for (const std::vector<double>& window : runMimesys(constantPlan(cpus, 0.0, 10)).measured) {
        for (const double fraction : window) {
            idle.add(fraction, 0.0);
        }
    }
    results.idlePercent = idle.mean();
    std::filesystem::remove_all(folder);
    return results;
}

void printSummary(const Results& results) {
    for (const auto& [label, errors] :
         {std::pair("all loads", &results.all), std::pair("random plan", &results.random)}) {
        fmt::print("{:<12}", label);
        for (const std::string& name : kContestants) {
            const auto found = errors->find(name);
            fmt::print("{}", found == errors->end() ? Errors{}.text() : found->second.text());
        }
        fmt::print("\n");
    }
    const auto line = [](std::string_view what, const execution::Distribution& late) {
        fmt::print("{} late by {:.3f} ms (p50), {:.3f} ms (p99), {:.3f} ms (max)\n", what, late.p50, late.p99,
                   late.maximum);
    };
    fmt::print("(points of a window: mean and largest error; stress-ng has one load per run and so no random plan)\n");
    line("window boundaries", results.boundaries);
    line(fmt::format("with all {} stressors", results.stressors), results.everyStressorsBoundaries);
    fmt::print("end of the random plan {:.3f} ms after its time\n", results.driftMs);
    fmt::print("an idle plan takes {:.4f} % of each CPU\n", results.idlePercent);
}

nlohmann::json resultsJson(const Results& results, std::size_t cpus) {
    nlohmann::json object{{"cpus", cpus}};
    for (const std::string& name : kContestants) {
        const auto all = results.all.find(name);
        if (all == results.all.end() || all->second.count == 0) {
            continue;
        }
        nlohmann::json& contestant = object[name];
        contestant["cpu_error_points"] = all->second.json();
        const auto random = results.random.find(name);
        contestant["random_plan"] = random == results.random.end() ? nlohmann::json() : random->second.json();
        for (const auto& [load, row] : results.byLoad) {
            contestant["loads"][std::to_string(load)] = row.at(name).json();
        }
    }
    object["mimesys"]["boundary_error_ms"] = json(results.boundaries);
    object["mimesys"]["boundary_error_ms_every_stressor"] = json(results.everyStressorsBoundaries);
    object["mimesys"]["drift_ms"] = results.driftMs;
    object["mimesys"]["idle_percent"] = results.idlePercent;
    return object;
}

}  // namespace

int main(int argc, char** argv) {
    const bool asJson = argc > 1 && std::string_view(argv[1]) == "--json";
    const auto environment = execution::thisEnvironment();
    if (!environment) {
        fmt::print(stderr, "executor_accuracy: {}\n", environment.error().text());
        return EXIT_FAILURE;
    }
    if (!asJson) {
        fmt::print("{:<12}{:>20}{:>20}{:>20}\n{:<12}", "", "mimesys", "stress-ng", "rt-app", "load");
        for (std::size_t i = 0; i < kContestants.size(); ++i) {
            fmt::print("{:>10}{:>10}", "mean", "max");
        }
        fmt::print("\n");
    }
    const Results results = measure(environment->machine, !asJson);
    if (asJson) {
        fmt::print("{}\n", resultsJson(results, environment->machine.usableCpus.size()).dump(2));
    } else {
        printSummary(results);
    }
    return EXIT_SUCCESS;
}
