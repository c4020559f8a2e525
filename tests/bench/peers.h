// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cputime.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <sys/wait.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

// Other load generators, each run as its users run it and measured from outside.
namespace mimesys::bench {

// A program in a process group of its own; it is ended with this object.
class Peer {
public:
    explicit Peer(std::vector<std::string> command, const std::filesystem::path& output = "/dev/null") {
        m_pid = ::fork();
        if (m_pid == 0) {
            ::setpgid(0, 0);
            const int file = ::open(output.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
            ::dup2(file, STDOUT_FILENO);
            ::dup2(file, STDERR_FILENO);
            std::vector<char*> arguments;
            for (std::string& word : command) {
                arguments.push_back(word.data());
            }
            arguments.push_back(nullptr);
            ::execvp(arguments[0], arguments.data());
            ::_exit(127);
        }
    }
    ~Peer() {
        ::kill(-m_pid, SIGTERM);
        wait();
    }
    Peer(const Peer&) = delete;
    Peer& operator=(const Peer&) = delete;

    [[nodiscard]] pid_t pid() const { return m_pid; }
    void wait() {
        if (!m_reaped) {
            ::waitpid(m_pid, nullptr, 0);
            m_reaped = true;
        }
    }

private:
    pid_t m_pid = -1;
    bool m_reaped = false;
};

inline bool onPath(const std::string& program) {
    return std::system(("command -v " + program + " > /dev/null 2>&1").c_str()) == 0;
}

// CPU time per window and CPU under `stress-ng --cpu-load`, after a second and a half to settle.
inline std::vector<std::vector<double>> runStressNg(std::size_t cpus, int load, int windows, double windowSeconds) {
    constexpr std::int64_t kSettleNs = 1'500'000'000;
    const Peer peer(
        {"stress-ng", "--cpu", std::to_string(cpus), "--cpu-load", std::to_string(load), "--timeout", "60s"});
    const std::int64_t start = monotonicNs() + kSettleNs;
    (void)sleepUntil(start - kSettleNs / 10, {});
    return sampleWindows(busiestDescendants(peer.pid(), cpus), start, windows, windowSeconds);
}

// rt-app: one thread per CPU that runs a part of every 100 ms, for which it counts loops. How long a loop takes it
// finds out itself, once.
class RtApp {
public:
    RtApp(std::filesystem::path folder, std::vector<int> cpus) : m_folder(std::move(folder)), m_cpus(std::move(cpus)) {
        Peer peer(command({{1000}}, fmt::format("\"CPU{}\"", m_cpus.front()), 0.01), m_folder / "calibration.log");
        peer.wait();
        std::stringstream said;
        said << std::ifstream(m_folder / "calibration.log").rdbuf();
        const std::string text = said.str();
        if (std::smatch match; std::regex_search(text, match, std::regex("pLoad = ([0-9]+)ns"))) {
            m_nsPerLoop = match[1].str();
        }
    }
    // Whether it could be started and calibrated itself.
    [[nodiscard]] bool works() const { return m_nsPerLoop != "0"; }

    // CPU time per window and CPU; loads[cpu][window] are fractions. Windows are of one second.
    [[nodiscard]] std::vector<std::vector<double>> run(const std::vector<std::vector<double>>& loads) const {
        std::vector<std::vector<int>> micros;
        for (const std::vector<double>& row : loads) {
            std::vector<int>& parts = micros.emplace_back();
            for (const double load : row) {
                parts.push_back(std::max(1, static_cast<int>(load * kPartSeconds * 1e6 + 0.5)));
            }
        }
        const Peer peer(command(micros, m_nsPerLoop, static_cast<double>(loads.front().size()) + 1.0));
        const std::string pid = std::to_string(peer.pid());
        std::vector<std::filesystem::path> threads;
        const std::int64_t giveUp = monotonicNs() + 10 * kNanosecondsPerSecond;
        while (threads.size() < loads.size() && monotonicNs() < giveUp) {
            (void)sleepUntil(monotonicNs() + 500'000, {});
            threads = threadsOf(pid, "load");
        }
        return sampleWindows(threads, monotonicNs(), static_cast<int>(loads.front().size()), 1.0);
    }

private:
    static constexpr double kPartSeconds = 0.1;

    [[nodiscard]] std::vector<std::string> command(const std::vector<std::vector<int>>& micros,
                                                   const std::string& calibration, double seconds) const {
        nlohmann::ordered_json tasks;
        for (std::size_t cpu = 0; cpu < micros.size(); ++cpu) {
            nlohmann::ordered_json phases;
            for (std::size_t window = 0; window < micros[cpu].size(); ++window) {
                phases[fmt::format("window{}", window)] = {
                    {"loop", 10},
                    {"run", micros[cpu][window]},
                    {"timer", {{"ref", "unique"}, {"period", static_cast<int>(kPartSeconds * 1e6)}}}};
            }
            tasks[fmt::format("load{}", cpu)] = {{"loop", -1}, {"cpus", {m_cpus[cpu]}}, {"phases", phases}};
        }
        const nlohmann::ordered_json global{{"duration", std::max(1, static_cast<int>(seconds))},
                                            {"calibration", nlohmann::ordered_json::parse(calibration)},
                                            {"default_policy", "SCHED_OTHER"},
                                            {"logdir", m_folder.string()},
                                            {"log_size", "disable"},
                                            {"ftrace", false},
                                            {"gnuplot", false},
                                            {"lock_pages", false}};
        const std::filesystem::path file = m_folder / "rt-app.json";
        std::ofstream(file) << nlohmann::ordered_json{{"global", global}, {"tasks", tasks}}.dump(1);
        return {"rt-app", file.string()};
    }

    std::filesystem::path m_folder;
    std::vector<int> m_cpus;
    std::string m_nsPerLoop = "0";
};

}  // namespace mimesys::bench
