// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "telemetry/source.h"
#include "trace/trace.h"

#include <algorithm>
#include <array>

namespace mimesys::telemetry {
namespace {

constexpr std::uint64_t kMaxCpuId = 65535;

// Fields of a "cpuN" line, in clock ticks (10 ms). Guest time, which follows, is part of user and nice already.
enum Field { User, Nice, System, Idle, IoWait, Irq, SoftIrq, kFieldCount };
using Ticks = std::array<std::uint64_t, kFieldCount>;

// One CPU's utilisation: time it was busy in percent of the time it was busy or idle. Waiting for a disk is idleness.
// Time the hypervisor took away (steal) counts as neither: the CPU did not exist then; HPCPerfStats traces are read in
// the same way. The shares are of ticks rather than of elapsed time, so that they never exceed 100 %.
float utilization(const Ticks& before, const Ticks& now) {
    std::uint64_t busy = 0;
    for (const Field field : {User, Nice, System, Irq, SoftIrq}) {
        if (now[field] < before[field]) {
            return trace::kMissing;  // these never go back unless the CPU was replaced
        }
        busy += now[field] - before[field];
    }
    // Idle and iowait may go back by a few ticks: the kernel estimates them while a CPU sleeps without its tick and
    // corrects itself later (proc(5)). That is no idle time in this interval, not a reset.
    const std::uint64_t idle =
        now[Idle] - std::min(now[Idle], before[Idle]) + now[IoWait] - std::min(now[IoWait], before[IoWait]);
    if (busy + idle == 0) {
        return trace::kMissing;  // no tick fell into this interval
    }
    return static_cast<float>(100.0 * static_cast<double>(busy) / static_cast<double>(busy + idle));
}

// Number of the CPU a line is about, then its fields; empty for the line of all CPUs and for any other.
std::optional<std::uint64_t> parseLine(std::string_view line, Ticks& ticks) {
    if (line.size() < 4 || line[3] == ' ') {
        return std::nullopt;
    }
    Fields fields(line.substr(3));
    const auto cpu = fields.number();
    if (!cpu || *cpu > kMaxCpuId) {
        return std::nullopt;
    }
    ticks = {};  // kernels before 2.6 print fewer fields
    for (int field = 0; field < kFieldCount; ++field) {
        const auto value = fields.number();
        if (!value && field <= Idle) {
            return std::nullopt;
        }
        ticks[field] = value.value_or(0);
    }
    return cpu;
}

// Calls visit(cpu, ticks) for every CPU's line; they stand at the top of /proc/stat.
template <typename Visitor>
void forEachCpu(std::string_view text, Visitor visit) {
    Ticks ticks{};
    while (text.starts_with("cpu")) {
        if (const auto cpu = parseLine(takeLine(text), ticks)) {
            visit(static_cast<std::size_t>(*cpu), ticks);
        }
    }
}

// The columns are the CPUs that are online when recording begins. One that goes offline is missing until the second
// sample after its return; one that is added later has no column.
class CpuSource final : public Source {
public:
    explicit CpuSource(ProcFile* stat) : m_stat(stat) {
        std::vector<std::size_t> cpus;
        forEachCpu(stat->text(), [&](std::size_t cpu, const Ticks&) { cpus.push_back(cpu); });
        std::ranges::sort(cpus);
        cpus.erase(std::unique(cpus.begin(), cpus.end()), cpus.end());
        m_states.resize(cpus.empty() ? 0 : cpus.back() + 1);
        for (const std::size_t cpu : cpus) {
            m_states[cpu].column = static_cast<int>(m_metrics.size());
            m_metrics.push_back(metricFor(cpuUtilizationId(static_cast<int>(cpu))));
        }
    }

    const std::vector<Metric>& metrics() const override { return m_metrics; }

    void sample(std::span<float> values) override {
        std::ranges::fill(values, trace::kMissing);
        ++m_round;
        forEachCpu(m_stat->text(), [&](std::size_t cpu, const Ticks& ticks) {
            if (cpu >= m_states.size() || m_states[cpu].column < 0) {
                return;
            }
            State& state = m_states[cpu];
            if (state.round + 1 == m_round && m_round > 1) {
                values[static_cast<std::size_t>(state.column)] = utilization(state.ticks, ticks);
            }
            state.ticks = ticks;
            state.round = m_round;
        });
    }

private:
    struct State {
        int column = -1;
        std::uint64_t round = 0;  // in which the CPU was last seen
        Ticks ticks{};
    };

    ProcFile* m_stat;
    std::vector<Metric> m_metrics;
    std::vector<State> m_states;  // by CPU number
    std::uint64_t m_round = 0;
};

}  // namespace

const SourceCard kCpuCard{{"cpu.utilization"},
                          [](FileSet& files, const Roots& roots) -> Expected<std::unique_ptr<Source>> {
                              const auto stat = files.open(roots.proc / "stat");
                              if (!stat) {
                                  return tl::unexpected(stat.error());
                              }
                              auto source = std::make_unique<CpuSource>(*stat);
                              if (source->metrics().empty()) {
                                  return unavailable((*stat)->path().string() + " lists no CPU.");
                              }
                              return source;
                          }};

}  // namespace mimesys::telemetry
