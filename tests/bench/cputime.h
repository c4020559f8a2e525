// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"

#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

// CPU time of threads and processes as the kernel counts it for anybody who looks from outside, in nanoseconds.
namespace mimesys::bench {

// /proc/PID/task/TID/schedstat: time on the CPU, time waiting for it, number of slices.
inline std::int64_t cpuTimeNs(const std::filesystem::path& task) {
    std::ifstream file(task / "schedstat");
    std::int64_t onCpu = 0;
    file >> onCpu;
    return onCpu;
}

// A process's threads whose name begins so, in the order they were started.
inline std::vector<std::filesystem::path> threadsOf(const std::string& process, const std::string& prefix) {
    std::vector<std::filesystem::path> tasks;
    std::error_code gone;
    for (const auto& entry :
         std::filesystem::directory_iterator(std::filesystem::path("/proc") / process / "task", gone)) {
        std::string name;
        std::getline(std::ifstream(entry.path() / "comm"), name);
        if (name.starts_with(prefix)) {
            tasks.push_back(entry.path());
        }
    }
    return tasks;
}

// The process's descendants (main threads), the `count` that used most CPU time so far.
inline std::vector<std::filesystem::path> busiestDescendants(pid_t parent, std::size_t count) {
    std::vector<std::pair<std::int64_t, std::filesystem::path>> found;
    std::vector<pid_t> open{parent};
    while (!open.empty()) {
        const std::string pid = std::to_string(open.back());
        open.pop_back();
        const std::filesystem::path task = std::filesystem::path("/proc") / pid / "task" / pid;
        std::ifstream children(task / "children");
        for (pid_t child = 0; children >> child;) {
            const std::string name = std::to_string(child);
            const std::filesystem::path childTask = std::filesystem::path("/proc") / name / "task" / name;
            found.emplace_back(cpuTimeNs(childTask), childTask);
            open.push_back(child);
        }
    }
    std::ranges::sort(found, std::greater<>());
    std::vector<std::filesystem::path> tasks;
    for (std::size_t i = 0; i < std::min(count, found.size()); ++i) {
        tasks.push_back(found[i].second);
    }
    return tasks;
}

// CPU time each task used in each window, as a fraction of it: windows × tasks. Reads at absolute times from `start`.
inline std::vector<std::vector<double>> sampleWindows(const std::vector<std::filesystem::path>& tasks,
                                                      std::int64_t startNs, int windows, double windowSeconds) {
    std::vector<std::vector<double>> fractions;
    std::vector<std::int64_t> before(tasks.size());
    for (int window = 0; window <= windows; ++window) {
        (void)sleepUntil(startNs + nsFromSeconds(window * windowSeconds), {});
        std::vector<double> row;
        for (std::size_t i = 0; i < tasks.size(); ++i) {
            const std::int64_t now = cpuTimeNs(tasks[i]);
            row.push_back(secondsFromNs(now - before[i]) / windowSeconds);
            before[i] = now;
        }
        if (window > 0) {
            fractions.push_back(std::move(row));
        }
    }
    return fractions;
}

}  // namespace mimesys::bench
