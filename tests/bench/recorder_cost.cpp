// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0

// What one sample of the recorder costs in CPU time, with the files and counters of a machine of 128 CPUs (made up, in
// a temporary folder) and with those of this machine, whose kernel has to write them anew for every reading. The peer
// reads the same files the usual way: opened again every time, through ifstream and istringstream. Reading a made-up
// counter costs a system call, but not the interrupt on another CPU by which the kernel asks for a real one.
#include "base/clock.h"
#include "telemetry/perfsystem.h"
#include "telemetry/sampler.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <memory>
#include <span>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

using namespace mimesys;
namespace fs = std::filesystem;

namespace {

constexpr int kCpus = 128;
constexpr int kInterrupts = 2500;
constexpr int kDisks = 24;
constexpr int kSamples = 500;
constexpr int kChannels = 8;  // of memory, in each of two sockets
constexpr int kCaches = 16;

void put(const fs::path& path, const std::string& text) {
    fs::create_directories(path.parent_path());
    std::ofstream(path) << text;
}

// Counters that count nanoseconds. Each reading reads a file.
class FileCounters final : public telemetry::PerfSystem {
public:
    explicit FileCounters(const fs::path& path) {
        std::ofstream(path) << std::string(64, '0');
        m_file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    }
    ~FileCounters() override { ::close(m_file); }
    FileCounters(const FileCounters&) = delete;
    FileCounters& operator=(const FileCounters&) = delete;

    int open(const telemetry::PerfEvent&, int, int) override { return m_file; }
    int read(int descriptor, std::span<std::uint64_t> words) override {
        if (::pread(descriptor, words.data(), words.size_bytes(), 0) <= 0) {
            return 0;
        }
        constexpr std::size_t kHeader = 3;
        std::ranges::fill(words, static_cast<std::uint64_t>(monotonicNs()));
        words[0] = words.size() - kHeader;
        return static_cast<int>(words.size());
    }
    void close(int) override {}
    bool makeRoom(std::size_t) override { return true; }
    void wait(std::int64_t) override {}

private:
    int m_file = -1;
};

// The counters of that server: of every CPU, of eight memory channels in each of two sockets, and of sixteen caches.
void makeCounters(const fs::path& sys) {
    const fs::path devices = sys / "bus/event_source/devices";
    put(sys / "devices/system/cpu/present", fmt::format("0-{}\n", kCpus - 1));
    put(devices / "cpu/type", "4\n");
    for (int channel = 0; channel < kChannels; ++channel) {
        const fs::path unit = devices / fmt::format("uncore_imc_{}", channel);
        put(unit / "type", fmt::format("{}\n", 20 + channel));
        put(unit / "cpumask", "0,64\n");
        put(unit / "format/event", "config:0-7\n");
        put(unit / "format/umask", "config:8-15\n");
        put(unit / "events/cas_count_read", "event=0x04,umask=0x03\n");
        put(unit / "events/cas_count_write", "event=0x04,umask=0x0c\n");
    }
    put(sys / "fs/resctrl/info/L3_MON/mon_features", "llc_occupancy\nmbm_total_bytes\nmbm_local_bytes\n");
    for (int cache = 0; cache < kCaches; ++cache) {
        const fs::path folder = sys / fmt::format("fs/resctrl/mon_data/mon_L3_{:02}", cache);
        for (const char* file : {"llc_occupancy", "mbm_total_bytes", "mbm_local_bytes"}) {
            put(folder / file, "123456789\n");
        }
    }
}

// procfs as a server with 128 CPUs and 24 disks shows it.
void makeMachine(const fs::path& root) {
    std::string stat = "cpu  9338123 1200 2576123 922199312 42712 0 44123 1912 0 0\n";
    for (int cpu = 0; cpu < kCpus; ++cpu) {
        stat += fmt::format("cpu{} {} 12 {} {} 427 0 441 19 0 0\n", cpu, 93381 + cpu, 25761 + cpu, 9221993 + cpu);
    }
    stat += "intr 88182944";
    for (int i = 0; i < kInterrupts; ++i) {
        stat += i % 4 == 0 ? " 231319" : " 0";
    }
    put(root / "proc/stat", stat + "\nctxt 354876123\nbtime 1700000000\nprocesses 99999\nsoftirq 1 2 3 4 5 6 7 8\n");
    put(root / "proc/cpuinfo", "processor\t: 0\nvendor_id\t: GenuineIntel\n");
    put(root / "proc/meminfo",
        "MemTotal:       263921456 kB\nMemFree:        1234567 kB\nMemAvailable:   99999999 kB\n");
    std::string vmstat;
    for (int i = 0; i < 120; ++i) {
        vmstat += fmt::format("nr_some_counter_{} {}\n", i, 1000 * i);
    }
    put(root / "proc/vmstat", vmstat + "pgfault 123456789\npgmajfault 1234\nswap_ra 0\n");
    std::string diskstats;
    for (int disk = 0; disk < kDisks; ++disk) {
        const std::string name = fmt::format("sd{}", static_cast<char>('a' + disk));
        fs::create_directories(root / "sys/block" / name / "device");
        for (const char* partition : {"", "1", "2"}) {
            diskstats += fmt::format("   8 {:>7} {}{} 40765 17981 4266474 14549 20272 8434 1176784 3188 0 6008 18160\n",
                                     disk, name, partition);
        }
    }
    put(root / "proc/diskstats", diskstats);
    std::string net = "Inter-| Receive | Transmit\n face |bytes packets|bytes packets\n";
    for (const char* name : {"lo", "eth0", "eth1", "bond0", "docker0", "veth1", "veth2"}) {
        net += fmt::format("{:>6}: 68067836 1325 0 0 0 0 0 0 70712123 813 0 0 0 0 0 0\n", name);
    }
    fs::create_directories(root / "sys/class/net/eth0/device");
    put(root / "proc/net/dev", net);
    for (const char* resource : {"cpu", "memory", "io"}) {
        put(root / "proc/pressure" / resource,
            "some avg10=37.30 avg60=31.40 avg300=8.85 total=33422858\nfull avg10=0.00 avg60=0.00 avg300=0.00 "
            "total=0\n");
    }
}

// One sample as scripts and small tools take it. Returns a sum so that no reading can be optimised away.
double naiveSample(const fs::path& proc) {
    double sum = 0.0;
    for (const char* name :
         {"stat", "meminfo", "vmstat", "diskstats", "net/dev", "pressure/cpu", "pressure/memory", "pressure/io"}) {
        std::ifstream stream(proc / name);
        for (std::string line; std::getline(stream, line);) {
            std::istringstream fields(line);
            for (std::string word; fields >> word;) {
                char* end = nullptr;
                const double value = std::strtod(word.c_str(), &end);
                sum += end == word.c_str() ? 0.0 : value;
            }
        }
    }
    return sum;
}

// Median CPU time of a call in microseconds.
double medianUs(const std::function<void()>& work) {
    std::vector<double> times;
    for (int i = 0; i < kSamples; ++i) {
        const std::int64_t begin = threadCpuNs();
        work();
        times.push_back(static_cast<double>(threadCpuNs() - begin) * 1e-3);
    }
    std::ranges::nth_element(times, times.begin() + kSamples / 2);
    return times[kSamples / 2];
}

double recorderUs(const telemetry::Roots& roots, std::size_t& columns) {
    auto sampler = telemetry::Sampler::open(roots);
    if (!sampler) {
        fmt::print(stderr, "recorder_cost: {}\n", sampler.error().text());
        std::exit(EXIT_FAILURE);
    }
    columns = sampler->metrics().size();
    std::vector<float> values(columns);
    return medianUs([&] { sampler->sample(values); });
}

nlohmann::json entry(double microseconds) {
    constexpr double kPercentPerMicrosecond = 1e-6 * 100.0;
    return {{"cpu_us_per_sample", microseconds}, {"percent_of_core_at_1hz", microseconds * kPercentPerMicrosecond}};
}

}  // namespace

int main(int argc, char** argv) {
    std::string folder = (fs::temp_directory_path() / "recorder_cost.XXXXXX").string();
    if (::mkdtemp(folder.data()) == nullptr) {
        fmt::print(stderr, "recorder_cost: {}: no temporary folder can be made there.\n", folder);
        return EXIT_FAILURE;
    }
    makeMachine(folder);
    std::size_t columns = 0;
    std::size_t liveColumns = 0;
    double sum = 0.0;
    const fs::path root = folder;
    const double filesOnly = recorderUs({root / "proc", root / "sys"}, columns);
    makeCounters(root / "sys");
    const auto counters = std::make_shared<FileCounters>(root / "counter");
    const double mimesys = recorderUs({root / "proc", root / "sys", counters}, columns);
    const double naive = medianUs([&] { sum += naiveSample(root / "proc"); });
    const double live = recorderUs({}, liveColumns);
    const double naiveLive = medianUs([&] { sum += naiveSample("/proc"); });
    fs::remove_all(root);
    nlohmann::json json{{"cpus", kCpus},
                        {"columns", columns},
                        {"samples", kSamples},
                        {"mimesys", entry(mimesys)},
                        {"mimesys_without_counters", entry(filesOnly)},
                        {"reopening", entry(naive)},
                        {"ratio", naive / filesOnly},
                        {"this_machine",
                         {{"cpus", ::sysconf(_SC_NPROCESSORS_ONLN)},
                          {"columns", liveColumns},
                          {"mimesys", entry(live)},
                          {"reopening", entry(naiveLive)},
                          {"ratio", naiveLive / live}}}};
    if (argc > 1 && std::string_view(argv[1]) == "--json") {
        fmt::print("{}\n", json.dump(2));
        return sum > 0.0 ? EXIT_SUCCESS : EXIT_FAILURE;
    }
    const auto row = [](const char* name, double microseconds) {
        fmt::print("{:<36}{:10.1f} us {:10.4f} % of a core at 1 Hz\n", name, microseconds, microseconds * 1e-4);
    };
    fmt::print("CPU time per sample, median of {}\n", kSamples);
    row("mimesys, 128 CPUs with counters", mimesys);
    row("mimesys, 128 CPUs, procfs only", filesOnly);
    row("re-opening, 128 CPUs", naive);
    row("mimesys, this machine's procfs", live);
    row("re-opening, this machine's procfs", naiveLive);
    return sum > 0.0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
