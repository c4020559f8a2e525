// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "machine/sysfile.h"
#include "telemetry/cpuinfo.h"
#include "telemetry/memorycountersource.h"
#include "telemetry/source.h"
#include "trace/trace.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>
#include <utility>

namespace mimesys::telemetry {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kMonitor = "mon_L3_";  // a folder per cache, "mon_L3_00"

// One figure of Documentation/arch/x86/resctrl.rst: the file that holds it, the CPU's flag and the metric.
struct Figure {
    std::string_view file;
    std::string_view flag;
    std::string_view metricId;
    bool isRate;   // a counter of bytes; a gauge of bytes otherwise
    double scale;  // from bytes
    std::string_view what;
};

constexpr Figure kOccupancy{"llc_occupancy", "cqm_occup_llc", "llc.occupancy", false, 1.0, "the cache's occupancy"};
constexpr Figure kTotal{"mbm_total_bytes", "cqm_mbm_total", "memory.bandwidth", true, 1e-9, "memory traffic"};
constexpr Figure kLocal{
    "mbm_local_bytes", "cqm_mbm_local", "memory.local_bandwidth", true, 1e-9, "memory traffic to the CPU's own node"};

std::vector<fs::path> foldersIn(const fs::path& folder) {
    std::vector<fs::path> folders;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        if (entry->is_directory(error)) {
            folders.push_back(entry->path());
        }
    }
    std::ranges::sort(folders);
    return folders;
}

// The figure's files that add up to the whole machine: every cache's, of the group at the root and of the control
// groups beside it. What a monitoring group counts is part of its control group.
std::vector<fs::path> filesOf(const Figure& figure, const fs::path& root) {
    std::vector<fs::path> groups{root};
    for (const fs::path& folder : foldersIn(root)) {
        if (folder.filename() != "info" && folder.filename() != "mon_data" && folder.filename() != "mon_groups") {
            groups.push_back(folder);
        }
    }
    std::vector<fs::path> files;
    for (const fs::path& group : groups) {
        for (const fs::path& cache : foldersIn(group / "mon_data")) {
            if (cache.filename().string().starts_with(kMonitor)) {
                files.push_back(cache / figure.file);
            }
        }
    }
    return files;
}

// Number of folders in a folder and two, on file systems that count them.
nlink_t links(const fs::path& folder) {
    struct stat status {};
    return ::stat(folder.c_str(), &status) == 0 ? status.st_nlink : 0;
}

// A change of the control groups or of the caches shows in the numbers of folders.
class Folders {
public:
    explicit Folders(const fs::path& root) : m_root(root), m_caches(root / "mon_data") { (void)changed(); }
    // Since the last call.
    [[nodiscard]] bool changed() {
        const std::array now{links(m_root), links(m_caches)};
        return std::exchange(m_links, now) != now;
    }

private:
    fs::path m_root;
    fs::path m_caches;
    std::array<nlink_t, 2> m_links{};
};

using Files = std::vector<std::unique_ptr<ProcFile>>;

Expected<Files> openAll(const std::vector<fs::path>& paths, Clock clock) {
    Files files;
    for (const fs::path& path : paths) {
        auto file = ProcFile::open(path, clock);
        if (!file) {
            return tl::unexpected(file.error());
        }
        files.push_back(std::move(*file));
    }
    return files;
}

// The sum over all caches. "Unavailable" or "Error" in one of the files leaves it unknown, and so does a control group
// or a cache that comes or goes: tasks have then moved to where nobody looked. From then on the files that are there
// now are read.
class ResctrlSource final : public Source {
public:
    ResctrlSource(const Figure& figure, fs::path root, Folders folders, Files files, Clock clock)
        : m_figure(figure), m_root(std::move(root)), m_clock(clock), m_folders(std::move(folders)) {
        take(std::move(files));
    }

    const std::vector<Metric>& metrics() const override { return m_metrics; }
    Provenance provenance(std::size_t) const override { return Provenance::HardwareCounter; }

    void refresh() override {
        for (const auto& file : m_files) {
            file->refresh();
        }
        // A group that was replaced leaves the numbers of folders as they were, but its files cannot be read any more.
        const bool gone = std::ranges::any_of(m_files, &std::string_view::empty, &textOf);
        m_changed = m_folders.changed() || gone;
        if (m_changed || m_files.empty()) {
            take(openAll(filesOf(m_figure, m_root), m_clock).value_or(Files()));
        }
    }

    void sample(std::span<float> values) override {
        double sum = 0.0;
        bool known = !m_changed && !m_files.empty();
        for (std::size_t i = 0; i < m_files.size(); ++i) {
            const auto number = Fields(m_files[i]->text()).number();
            const float part = m_figure.isRate
                                   ? rate(m_counters[i].advance(number), m_figure.scale, m_files[i]->intervalSeconds())
                               : number ? static_cast<float>(static_cast<double>(*number) * m_figure.scale)
                                        : trace::kMissing;
            known = known && part == part;
            sum += static_cast<double>(part);
        }
        values[0] = known ? static_cast<float>(sum) : trace::kMissing;
    }

private:
    static std::string_view textOf(const std::unique_ptr<ProcFile>& file) { return file->text(); }

    void take(Files files) {
        m_files = std::move(files);
        m_counters.assign(m_files.size(), Counter());
    }

    const Figure& m_figure;
    fs::path m_root;
    Clock m_clock;
    Folders m_folders;
    bool m_changed = false;  // since the sample before
    Files m_files;           // its own: those of groups that have gone are closed
    std::vector<Counter> m_counters;
    std::vector<Metric> m_metrics{metricFor(m_figure.metricId)};
};

Expected<std::unique_ptr<Source>> openFigure(const Figure& figure, FileSet& files, const Roots& roots) {
    const fs::path root = roots.sys / "fs/resctrl";
    Folders folders(root);  // before the files: what comes between is a change
    const std::vector<fs::path> paths = filesOf(figure, root);
    std::error_code error;
    if (paths.empty() && !fs::exists(root / "info", error)) {
        return unavailable(
            cpuHasFlag(roots, figure.flag)
                ? fmt::format("The CPU can monitor {0}, but {1} is not mounted: sudo mount -t resctrl resctrl {1}.",
                              figure.what, root.string())
                : notOffered(roots, fmt::format("monitoring of {}", figure.what)));
    }
    const std::string features =
        machine::readSmallFile(root / "info/L3_MON/mon_features").value_or(std::string()) + "\n";
    bool listed = false;
    machine::forEachLine(features, [&](std::string_view line) { listed = listed || line == figure.file; });
    if (!listed || paths.empty()) {
        return unavailable(fmt::format("This CPU's monitoring under {} has no {}.", root.string(), figure.file));
    }
    return openAll(paths, files.clock()).map([&](Files&& opened) -> std::unique_ptr<Source> {
        return std::make_unique<ResctrlSource>(figure, root, std::move(folders), std::move(opened), files.clock());
    });
}

}  // namespace

const SourceCard kOccupancyCard{{"llc.occupancy"},
                                [](FileSet& files, const Roots& roots) { return openFigure(kOccupancy, files, roots); },
                                Provenance::HardwareCounter};

// What the CPUs of all caches moved, reads and writes together. It stands beside the memory controllers' figures where
// a machine has both: those also count the transfers of devices.
const SourceCard kMemoryTotalCard{{"memory.bandwidth"},
                                  [](FileSet& files, const Roots& roots) -> Expected<std::unique_ptr<Source>> {
                                      auto source = openFigure(kTotal, files, roots);
                                      if (source) {
                                          return source;
                                      }
                                      auto fabric = openDataFabric(files, roots);
                                      std::error_code error;
                                      const bool hasFabric =
                                          std::filesystem::exists(roots.sys / "bus/event_source/devices/amd_df", error);
                                      return fabric || hasFabric ? std::move(fabric) : std::move(source);
                                  },
                                  Provenance::HardwareCounter};

const SourceCard kMemoryLocalCard{{"memory.local_bandwidth"},
                                  [](FileSet& files, const Roots& roots) { return openFigure(kLocal, files, roots); },
                                  Provenance::HardwareCounter};

}  // namespace mimesys::telemetry
