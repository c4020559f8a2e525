// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0

// How close the CPU time of every window and CPU comes to what was asked for, at loads from 5 to 95 % and with a random
// plan, and how late windows begin. Both contestants are measured from outside, by what the kernel accounts to their
// threads between window boundaries. The peer is stress-ng --cpu-load, when it is on the PATH.
#include "base/random.h"
#include "cputime.h"
#include "execution/executor.h"
#include "execution/fit.h"
#include "execution/recordedrun.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <sys/wait.h>

#include <cmath>
#include <csignal>
#include <cstdlib>
#include <future>
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
const std::vector<std::string> kStressors{"zstd-decompress", "simd-distance", "memcpy-l1", "hash-insert",
                                          "stream-dram"};

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
    [[nodiscard]] nlohmann::json json() const { return {{"mean", mean()}, {"max", maximum}}; }
};

// Of a plan whose last window is idle: its threads must still be there when the window before is read.
struct Run {
    Errors errors;
    std::vector<float> boundaryMs;
};

Run runMimesys(const std::shared_ptr<const plan::ExecutionPlan>& plan) {
    auto executor = execution::LocalExecutor::prepare(plan, {});
    if (!executor) {
        fmt::print(stderr, "executor_accuracy: {}\n", executor.error().text());
        std::exit(EXIT_FAILURE);
    }
    const auto threads = bench::ownThreads("mimesys-cpu");
    const std::int64_t start = execution::nextStartNs();
    auto samples = std::async(std::launch::async, [&] {
        return bench::sampleWindows(threads, start, static_cast<int>(plan->windowCount()) - 1, plan->windowSeconds());
    });
    Run run;
    const execution::RunReport report = (*executor)->run(start, {}, {});
    const auto measured = samples.get();
    // Threads are listed in the order they were started: row by row.
    for (std::size_t window = 0; window < measured.size(); ++window) {
        for (std::size_t cpu = 0; cpu < measured[window].size(); ++cpu) {
            run.errors.add(measured[window][cpu], report.plannedCpu[window * report.cpus + cpu]);
        }
    }
    run.boundaryMs = report.boundaryErrorMs;
    return run;
}

std::shared_ptr<const plan::ExecutionPlan> constantPlan(std::size_t cpus, double load) {
    auto plan = std::make_shared<plan::ExecutionPlan>(kWindows + 1, cpus, kStressors, kWindowSeconds);
    for (std::size_t window = 0; window < kWindows; ++window) {
        for (float& fraction : plan->composition(window)) {
            fraction = static_cast<float>(load / static_cast<double>(kStressors.size()));
        }
    }
    return plan;
}

std::shared_ptr<const plan::ExecutionPlan> randomPlan(std::size_t cpus) {
    auto plan = std::make_shared<plan::ExecutionPlan>(kRandomWindows + 1, cpus, kStressors, kWindowSeconds);
    Random random(1);
    for (std::size_t window = 0; window < kRandomWindows; ++window) {
        for (std::size_t cpu = 0; cpu < cpus; ++cpu) {
            double left = random.uniform();
            for (float& fraction : plan->row(window, cpu)) {
                fraction = static_cast<float>(left * random.uniform());
                left -= fraction;
            }
        }
    }
    return plan;
}

// Starts stress-ng in a group of its own; -1 when it is not there.
pid_t startStressNg(std::size_t cpus, int load) {
    const pid_t pid = ::fork();
    if (pid == 0) {
        ::setpgid(0, 0);
        const int null = ::open("/dev/null", O_RDWR);
        ::dup2(null, STDOUT_FILENO);
        ::dup2(null, STDERR_FILENO);
        ::execlp("stress-ng", "stress-ng", "--cpu", std::to_string(cpus).c_str(), "--cpu-load",
                 std::to_string(load).c_str(), "--timeout", "60s", nullptr);
        ::_exit(127);
    }
    return pid;
}

bool haveStressNg() {
    return std::system("command -v stress-ng > /dev/null 2>&1") == 0;
}

Errors runStressNg(std::size_t cpus, int load) {
    constexpr std::int64_t kSettleNs = 1'500'000'000;
    const pid_t pid = startStressNg(cpus, load);
    const std::int64_t start = monotonicNs() + kSettleNs;
    (void)sleepUntil(start - kSettleNs / 10, {});
    const auto workers = bench::busiestDescendants(pid, cpus);
    Errors errors;
    for (const auto& window : bench::sampleWindows(workers, start, kWindows, kWindowSeconds)) {
        for (const double fraction : window) {
            errors.add(fraction, load / 100.0);
        }
    }
    ::kill(-pid, SIGTERM);
    ::waitpid(pid, nullptr, 0);
    return errors;
}

}  // namespace

int main(int argc, char** argv) {
    const bool json = argc > 1 && std::string_view(argv[1]) == "--json";
    const auto environment = execution::thisEnvironment();
    if (!environment) {
        fmt::print(stderr, "executor_accuracy: {}\n", environment.error().text());
        return EXIT_FAILURE;
    }
    const std::size_t cpus = environment->machine.usableCpus.size();
    const bool peer = haveStressNg();
    if (!json) {
        fmt::print("{:<14}{:>16}{:>12}{:>18}{:>12}\n", "load", "mimesys mean", "max", "stress-ng mean", "max");
    }
    Errors ours;
    Errors theirs;
    execution::RunReport boundaries;
    nlohmann::json byLoad = {{"mimesys", nlohmann::json::object()}, {"stress-ng", nlohmann::json::object()}};
    for (int load = kFirstLoad; load <= kLastLoad; load += kLoadStep) {
        const Run run = runMimesys(constantPlan(cpus, load / 100.0));
        const Errors other = peer ? runStressNg(cpus, load) : Errors{};
        ours.add(run.errors);
        theirs.add(other);
        boundaries.boundaryErrorMs.insert(boundaries.boundaryErrorMs.end(), run.boundaryMs.begin(),
                                          run.boundaryMs.end());
        byLoad["mimesys"][std::to_string(load)] = run.errors.json();
        byLoad["stress-ng"][std::to_string(load)] = other.json();
        if (!json) {
            fmt::print("{:>3} %{:>25.3f}{:>12.3f}{:>18.3f}{:>12.3f}\n", load, run.errors.mean(), run.errors.maximum,
                       other.mean(), other.maximum);
        }
    }
    const Run random = runMimesys(randomPlan(cpus));
    boundaries.boundaryErrorMs.insert(boundaries.boundaryErrorMs.end(), random.boundaryMs.begin(),
                                      random.boundaryMs.end());
    const execution::Distribution late = boundaries.boundaryError();
    if (json) {
        nlohmann::json result{{"cpus", cpus},
                              {"mimesys",
                               {{"cpu_error_points", ours.json()},
                                {"random_plan", random.errors.json()},
                                {"boundary_error_ms", {{"p50", late.p50}, {"p99", late.p99}, {"max", late.maximum}}},
                                {"loads", byLoad["mimesys"]}}}};
        if (peer) {
            result["stress-ng"] = {{"cpu_error_points", theirs.json()}, {"loads", byLoad["stress-ng"]}};
        }
        fmt::print("{}\n", result.dump(2));
        return EXIT_SUCCESS;
    }
    fmt::print("all loads{:>20.3f}{:>12.3f}{:>18.3f}{:>12.3f}\n", ours.mean(), ours.maximum, theirs.mean(),
               theirs.maximum);
    fmt::print("random plan{:>18.3f}{:>12.3f}\n", random.errors.mean(), random.errors.maximum);
    fmt::print("window boundaries late by {:.3f} ms (p50), {:.3f} ms (p99), {:.3f} ms (max)\n", late.p50, late.p99,
               late.maximum);
    if (!peer) {
        fmt::print("stress-ng is not on the PATH; its columns are empty\n");
    }
    return EXIT_SUCCESS;
}
