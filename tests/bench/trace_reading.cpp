// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
// Reads an HPCPerfStats trace of a 128-CPU machine with our reader and with the obvious program (getline,
// istringstream, a map of vectors), each in a process of its own, and tells speed and peak memory.
#include "base/clock.h"
#include "trace/read.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
using namespace mimesys;

constexpr int kCpus = 128;

struct Result {
    double seconds = 0.0;
    double checksum = 0.0;  // sum of all CPU utilisations, so that the contestants can be compared
    std::size_t columnBytes = 0;
    long peakBytes = 0;
};

std::size_t writeTrace(const fs::path& path, std::size_t megabytes) {
    std::ofstream file(path, std::ios::binary);
    file << "$hpcperfstats 2.4\n$hostname bench\n"
            "!cpu user,E,U=cs nice,E,U=cs system,E,U=cs idle,E,U=cs iowait,E,U=cs irq,E,U=cs softirq,E,U=cs\n"
            "!block rd_ios,E rd_merges,E rd_sectors,E,U=512B rd_ticks,E,U=ms wr_ios,E wr_merges,E "
            "wr_sectors,E,U=512B wr_ticks,E,U=ms in_flight io_ticks,E,U=ms time_in_queue,E,U=ms\n"
            "!intel_skx_imc CTL0,C CTL1,C CTL2,C CTL3,C CTR0,E,W=48 CTR1,E,W=48 CTR2,E,W=48 CTR3,E,W=48\n"
            "!mem MemTotal,U=KB MemFree,U=KB MemUsed,U=KB FilePages,U=KB\n!ps ctxt,E processes,E load_1\n";
    std::size_t samples = 0;
    std::string text;
    for (std::size_t written = 0; written < megabytes * 1'000'000; ++samples) {
        const auto s = static_cast<long long>(samples);
        text = fmt::format("\n{}.{:06} 0 bench\n", 1764549114 + s, (s * 7919) % 1000);
        for (int disk = 0; disk < 4; ++disk) {
            text += fmt::format("block nvme{}n1 {} 390680 {} 9152186 {} 14615099 {} 238140289 0 16904868 251397005\n",
                                disk, 400223 + 7 * s, 55397192 + 480 * s, 5504491 + 3 * s, 2619011363 + 24 * s);
        }
        for (int cpu = 0; cpu < kCpus; ++cpu) {
            const long long busy = s * (cpu % 100);
            text += fmt::format("cpu {} {} 12 {} {} 60000 0 {}\n", cpu, 3264773 + busy, 128179 + s,
                                24903283 + 99 * s - busy, 3010 + cpu);
        }
        for (int channel = 0; channel < 12; ++channel) {
            text += fmt::format("intel_skx_imc ff/{}.0 20972292 20974596 20974337 20971778 {} {} 3147321987666 {}\n",
                                channel, 3074131251978 + 1000000 * s, 880106395829 + 400000 * s, 1747045010124 + s);
        }
        text += fmt::format("mem 0 82566752 31504816 {} 50258748\nps - {} 1526819 310\n", 51061936 + s % 1000,
                            828434347 + 12275 * s);
        written += text.size();
        file << text;
    }
    return samples;
}

Result readOurs(const fs::path& path) {
    const auto read = trace::readTrace(path);
    Result result;
    if (!read || !*read) {
        fmt::print(stderr, "{}\n", read ? "cancelled" : read.error().text());
        return result;
    }
    const trace::Trace& trace = *(**read).trace;
    result.columnBytes = trace.sampleCount() * (sizeof(std::int64_t) + trace.columns.size() * sizeof(float));
    for (const trace::Column& column : trace.columns) {
        if (cpuOfUtilizationId(column.metric.id)) {
            for (const float value : column.values) {
                result.checksum += static_cast<double>(value);
            }
        }
    }
    return result;
}

Result readNaive(const fs::path& path) {
    std::ifstream file(path);
    std::string line;
    std::map<std::string, std::vector<unsigned long long>> before;
    std::map<std::string, std::vector<double>> columns;
    std::vector<double> times;
    while (std::getline(file, line)) {
        if (line.empty() || line[0] == '$' || line[0] == '!' || line[0] == '%') {
            continue;
        }
        std::istringstream words(line);
        if (line[0] >= '0' && line[0] <= '9') {
            times.emplace_back();
            words >> times.back();
            continue;
        }
        std::string type;
        std::string device;
        words >> type >> device;
        std::vector<unsigned long long> values;
        for (unsigned long long value = 0; words >> value;) {
            values.push_back(value);
        }
        std::string key = type;
        key += ' ';
        key += device;
        auto& old = before[key];
        if (!old.empty()) {
            double busy = 0.0;
            double total = 0.0;
            for (std::size_t i = 0; i < values.size() && i < old.size(); ++i) {
                const auto difference = static_cast<double>(values[i] - old[i]);
                total += difference;
                busy += i == 3 || i == 4 ? 0.0 : difference;
            }
            columns[key].push_back(type == "cpu" ? 100.0 * busy / total : total);
        }
        old = std::move(values);
    }
    Result result;
    for (const auto& [key, values] : columns) {
        result.columnBytes += values.size() * sizeof(double);
        if (key.starts_with("cpu ")) {
            for (const double value : values) {
                result.checksum += value;
            }
        }
    }
    return result;
}

long peakBytes() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss * 1024;
}

// In a child, so that one contestant's memory is not the other's.
Result measure(const std::function<Result()>& contestant) {
    int ends[2] = {-1, -1};
    if (::pipe(ends) != 0) {
        return {};
    }
    const pid_t child = ::fork();
    if (child == 0) {
        const long idle = peakBytes();
        // CPU time: reading is one thread, and other work on the machine must not count.
        const std::int64_t start = threadCpuNs();
        Result result = contestant();
        result.seconds = secondsFromNs(threadCpuNs() - start);
        result.peakBytes = peakBytes() - idle;
        const bool told = ::write(ends[1], &result, sizeof result) == sizeof result;
        ::_exit(told ? 0 : 1);
    }
    Result result;
    if (child < 0 || ::read(ends[0], &result, sizeof result) != sizeof result) {
        result = {};
    }
    ::close(ends[0]);
    ::close(ends[1]);
    if (child > 0) {
        ::waitpid(child, nullptr, 0);
    }
    return result;
}

Result best(int repetitions, const std::function<Result()>& contestant) {
    Result fastest;
    for (int i = 0; i < repetitions; ++i) {
        const Result result = measure(contestant);
        if (i == 0 || result.seconds < fastest.seconds) {
            fastest = result;
        }
    }
    return fastest;
}

}  // namespace

int main(int argc, char** argv) {
    bool json = false;
    std::size_t megabytes = 200;
    for (int i = 1; i < argc; ++i) {
        if (std::string(argv[i]) == "--json") {
            json = true;
        } else {
            megabytes = std::strtoul(argv[i], nullptr, 10);
        }
    }
    std::string folder = (fs::temp_directory_path() / "trace_reading.XXXXXX").string();
    if (megabytes == 0 || ::mkdtemp(folder.data()) == nullptr) {
        fmt::print(stderr, "usage: trace_reading [MEGABYTES] [--json]\n");
        return 2;
    }
    const fs::path path = fs::path(folder) / "trace.txt";
    const std::size_t samples = writeTrace(path, megabytes);
    const double size = static_cast<double>(fs::file_size(path)) / 1e6;
    const Result ours = best(3, [&] { return readOurs(path); });
    const Result naive = best(1, [&] { return readNaive(path); });
    fs::remove_all(folder);

    const auto memory = [](const Result& result) {
        return static_cast<double>(result.peakBytes) /
               static_cast<double>(std::max<std::size_t>(result.columnBytes, 1));
    };
    if (json) {
        const auto object = [&](const Result& result) {
            return nlohmann::json{{"megabytes_per_second", size / result.seconds},
                                  {"memory_by_columns", memory(result)},
                                  {"checksum", result.checksum}};
        };
        fmt::print(
            "{}\n",
            nlohmann::json{{"mimesys", object(ours)}, {"naive", object(naive)}, {"ratio", naive.seconds / ours.seconds}}
                .dump(2));
        return 0;
    }
    fmt::print("{:.0f} MB, {} samples of {} CPUs\n", size, samples, kCpus);
    fmt::print("{:<10}{:>10}{:>22}{:>18}\n", "", "MB/s", "peak memory / columns", "sum of CPU %");
    for (const auto& [name, result] : {std::pair("mimesys", ours), std::pair("naive", naive)}) {
        fmt::print("{:<10}{:>10.0f}{:>22.2f}{:>18.1f}\n", name, size / result.seconds, memory(result), result.checksum);
    }
    fmt::print("mimesys is {:.1f} times as fast\n", naive.seconds / ours.seconds);
    return 0;
}
