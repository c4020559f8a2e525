// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "simulation/recording.h"

#include "base/clock.h"
#include "base/metric.h"
#include "machine/machine.h"
#include "simulation/variate.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace mimesys::simulation {
namespace {

constexpr double kNoiseSeconds = 0.5;  // that the profile's noise is for
constexpr std::array kOthers{"memory.read_bandwidth",
                             "memory.write_bandwidth",
                             "cpu.ipc",
                             "llc.references",
                             "llc.misses",
                             "llc.occupancy",
                             "disk.read",
                             "disk.write"};

Noise noiseOf(const Profile& profile, const std::string& id) {
    const auto found = profile.noise.find(cpuOfUtilizationId(id) ? "cpu.utilization" : id);
    return found == profile.noise.end() ? Noise{} : found->second;
}

}  // namespace

Recording::Recording(const Profile& profile, std::uint64_t seed)
    : m_profile(profile), m_seed(seed), m_random(Random(seed ^ 0x6e6f697365ULL).next()) {
    m_trace.startNs = kStartNs;
    std::vector<std::string> ids;
    for (int cpu = 0; cpu < profile.cpuCount(); ++cpu) {
        ids.push_back(cpuUtilizationId(cpu));
    }
    ids.insert(ids.end(), kOthers.begin(), kOthers.end());
    for (const std::string& id : ids) {
        m_trace.columns.push_back({metricFor(id), Provenance::Simulation, {}});
        m_noise.push_back(noiseOf(profile, id));
    }
    m_last.busySeconds.resize(static_cast<std::size_t>(profile.cpuCount()), 0.0);
}

void Recording::add(std::size_t column, const Noise& noise, double value, double most) {
    const double noisy =
        value * (1.0 + m_calm * noise.relative * normal(m_random)) + m_calm * noise.absolute * normal(m_random);
    m_trace.columns[column].values.push_back(static_cast<float>(std::clamp(noisy, 0.0, most)));
}

void Recording::sample(const Machine& machine, std::int64_t ns) {
    const Totals& now = machine.totals();
    const double seconds = secondsFromNs(kStartNs + ns - m_trace.endNs());
    m_calm = std::sqrt(kNoiseSeconds / seconds);
    const std::size_t cpus = now.busySeconds.size();
    for (std::size_t cpu = 0; cpu < cpus; ++cpu) {
        add(cpu, m_noise[cpu], 100.0 * (now.busySeconds[cpu] - m_last.busySeconds[cpu]) / seconds, 100.0);
    }
    const double cycles = now.cycles - m_last.cycles;
    const double cache = m_profile.llcBytes * m_profile.sockets;
    const std::array values{(now.memoryRead - m_last.memoryRead) / seconds * 1e-9,
                            (now.memoryWritten - m_last.memoryWritten) / seconds * 1e-9,
                            cycles > 0.0 ? (now.instructions - m_last.instructions) / cycles : 0.0,
                            (now.llcReferences - m_last.llcReferences) / seconds,
                            (now.llcMisses - m_last.llcMisses) / seconds,
                            (now.occupancySeconds - m_last.occupancySeconds) / seconds,
                            (now.diskRead - m_last.diskRead) / seconds * 1e-6,
                            (now.diskWritten - m_last.diskWritten) / seconds * 1e-6};
    static_assert(values.size() == kOthers.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        const bool occupancy = std::string_view(kOthers[i]) == "llc.occupancy";
        add(cpus + i, m_noise[cpus + i], values[i], occupancy ? cache : HUGE_VAL);
    }
    m_trace.timesNs.push_back(kStartNs + ns);
    m_last = now;
}

Expected<trace::TracePtr> Recording::finish(std::map<std::string, std::string> attributes) {
    m_trace.attributes = std::move(attributes);
    m_trace.attributes["machine"] = machine::toJson(describe(m_profile));
    m_trace.attributes["source"] = fmt::format("simulated machine {}, not measured", m_profile.name);
    m_trace.attributes["simulated"] = m_profile.name;
    m_trace.attributes["seed"] = std::to_string(m_seed);
    if (m_trace.timesNs.empty()) {
        return failed("Nothing was recorded: the simulated run was shorter than half a period.");
    }
    return trace::makeTrace(std::move(m_trace));
}

}  // namespace mimesys::simulation
