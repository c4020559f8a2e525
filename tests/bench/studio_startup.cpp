// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0

// From the start of the studio's process to a window that is painted and usable, without a display, libraries in cache:
// empty, with a trace, and as the floor the program that only loads and says its version. The libraries mapped at that
// time are counted, and those of LibTorch named.
#include "base/clock.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

using namespace mimesys;

namespace {

constexpr int kRuns = 15;

struct Start {
    double milliseconds = 0.0;
    std::set<std::string> libraries;
};

std::set<std::string> librariesOf(pid_t pid) {
    std::set<std::string> names;
    std::ifstream maps(fmt::format("/proc/{}/maps", pid));
    for (std::string line; std::getline(maps, line);) {
        const auto slash = line.rfind('/');
        if (slash != std::string::npos && line.find(".so", slash) != std::string::npos) {
            names.insert(line.substr(slash + 1));
        }
    }
    return names;
}

// Until its first line.
Start startOnce(std::vector<std::string> command) {
    int ends[2];
    if (::pipe(ends) != 0) {
        std::exit(EXIT_FAILURE);
    }
    const std::int64_t begin = monotonicNs();
    const pid_t pid = ::fork();
    if (pid == 0) {
        ::dup2(ends[1], STDOUT_FILENO);
        ::close(ends[0]);
        ::close(ends[1]);
        ::close(STDERR_FILENO);
        std::vector<char*> arguments;
        for (std::string& word : command) {
            arguments.push_back(word.data());
        }
        arguments.push_back(nullptr);
        ::execv(arguments[0], arguments.data());
        ::_exit(127);
    }
    ::close(ends[1]);
    char byte = 0;
    bool said = false;
    while (::read(ends[0], &byte, 1) == 1 && byte != '\n') {
        said = true;
    }
    Start start{secondsFromNs(monotonicNs() - begin) * 1e3, librariesOf(pid)};
    ::kill(pid, SIGTERM);
    ::waitpid(pid, nullptr, 0);
    ::close(ends[0]);
    if (!said) {
        fmt::print(stderr, "{} did not start.\n", command.front());
        std::exit(EXIT_FAILURE);
    }
    return start;
}

nlohmann::json measure(const std::vector<std::string>& command) {
    static_cast<void>(startOnce(command));  // brings the libraries into the cache
    std::vector<double> times;
    Start last;
    for (int run = 0; run < kRuns; ++run) {
        last = startOnce(command);
        times.push_back(last.milliseconds);
    }
    std::ranges::sort(times);
    std::vector<std::string> learning;
    for (const std::string& name : last.libraries) {
        if (name.starts_with("libtorch") || name.starts_with("libc10")) {
            learning.push_back(name);
        }
    }
    return {{"median_milliseconds", times[times.size() / 2]},
            {"slowest_milliseconds", times.back()},
            {"libraries", last.libraries.size()},
            {"torch_libraries", learning}};
}

}  // namespace

int main(int argc, char** argv) {
    const std::filesystem::path bin = std::filesystem::read_symlink("/proc/self/exe").parent_path().parent_path();
    const std::string studio = (bin / "mimesys-studio").string();
    const std::string trace = (bin.parent_path() / "share" / "mimesys" / "demo-trace.h5").string();
    ::setenv("QT_QPA_PLATFORM", "offscreen", 1);  // of Qt, for the studio that is started
    const nlohmann::ordered_json result{{"version", measure({studio, "--version"})},
                                        {"mimesys", measure({studio, "--announce-ready"})},
                                        {"mimesys-with-trace", measure({studio, "--announce-ready", trace})}};
    if (argc > 1 && std::string_view(argv[1]) == "--json") {
        fmt::print("{}\n", result.dump(2));
        return 0;
    }
    fmt::print("Start of the studio to a usable window, {} runs\n{:22} {:>10} {:>10} {:>10} {:>10}\n", kRuns, "",
               "median", "slowest", "libraries", "LibTorch");
    for (const auto& [name, row] : result.items()) {
        fmt::print("{:22} {:7.0f} ms {:7.0f} ms {:10} {:>10}\n", name, row["median_milliseconds"].get<double>(),
                   row["slowest_milliseconds"].get<double>(), row["libraries"].get<int>(),
                   row["torch_libraries"].empty() ? "no" : "loaded");
    }
    return 0;
}
