// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "machine/machine.h"
#include "telemetry/devicecounters.h"
#include "telemetry/source.h"
#include "trace/trace.h"

#include <fmt/format.h>

namespace mimesys::telemetry {
namespace {

constexpr double kMegabytesPerSector = 512.0 / 1e6;  // diskstats counts sectors of 512 bytes on every disk

// Traffic of whole disks: partitions and layers such as RAID or encryption would count the same bytes again.
class DiskSource final : public Source {
public:
    DiskSource(ProcFile* diskstats, const Roots& roots)
        : m_diskstats(diskstats),
          m_counters([sys = roots.sys](std::string_view name) { return machine::isWholeDisk(name, sys); }) {}

    const std::vector<Metric>& metrics() const override { return m_metrics; }

    void sample(std::span<float> values) override {
        const auto sectors = advance();
        const double seconds = m_diskstats->intervalSeconds();
        values[0] = rate(sectors ? std::optional(sectors->in) : std::nullopt, kMegabytesPerSector, seconds);
        values[1] = rate(sectors ? std::optional(sectors->out) : std::nullopt, kMegabytesPerSector, seconds);
    }

    // True when there is a disk to record.
    bool probe() {
        (void)advance();
        const bool found = !m_counters.empty();
        m_counters.reset();
        return found;
    }

private:
    std::optional<DeviceCounters::Pair> advance() {
        std::string_view text = m_diskstats->text();
        if (text.empty()) {
            m_counters.reset();
            return std::nullopt;
        }
        m_counters.begin();
        while (!text.empty()) {
            // major minor name reads merged sectors ms writes merged sectors …
            Fields fields(takeLine(text));
            if (!fields.skip(2)) {
                continue;
            }
            const std::string_view name = fields.word();
            const auto read = fields.skip(2) ? fields.number() : std::nullopt;
            const auto written = fields.skip(3) ? fields.number() : std::nullopt;
            if (read && written) {
                m_counters.add(name, {*read, *written});
            }
        }
        return m_counters.finish();
    }

    ProcFile* m_diskstats;
    DeviceCounters m_counters;
    std::vector<Metric> m_metrics{metricFor("disk.read"), metricFor("disk.write")};
};

}  // namespace

const SourceCard kDiskCard{
    {"disk.read", "disk.write"}, [](FileSet& files, const Roots& roots) -> Expected<std::unique_ptr<Source>> {
        const auto diskstats = files.open(roots.proc / "diskstats");
        if (!diskstats) {
            return tl::unexpected(diskstats.error());
        }
        auto source = std::make_unique<DiskSource>(*diskstats, roots);
        if (!source->probe()) {
            return unavailable(
                fmt::format("{} lists no whole disk (containers often show none).", (*diskstats)->path().string()));
        }
        return source;
    }};

}  // namespace mimesys::telemetry
