// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "generation/doseresponse.h"
#include "generation/methods.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <optional>

namespace mimesys::generation {
namespace {

using Eigen::Index;

constexpr std::string_view kCpuStressor = "hash-insert";
constexpr std::string_view kDiskStressor = "disk-read-paced";
constexpr std::string_view kDiskMetric = "disk.read";

// Samples in which no stressor but this one (or none at all) ran on any CPU.
std::vector<Index> samplesOfOnly(const dataset::Dataset& dataset, Index stressor) {
    const auto stressors = static_cast<Index>(dataset.stressors.size());
    std::vector<Index> samples;
    for (Index sample = 0; sample < dataset.compositions.rows(); ++sample) {
        bool alone = true;
        for (Index entry = 0; entry < dataset.compositions.cols() && alone; ++entry) {
            alone = entry % stressors == stressor || dataset.compositions(sample, entry) == 0.0F;
        }
        if (alone) {
            samples.push_back(sample);
        }
    }
    return samples;
}

std::vector<Index> coresOf(const std::vector<Metric>& metrics) {
    std::vector<Index> cores;
    for (std::size_t n = 0; n < metrics.size(); ++n) {
        if (cpuOfUtilizationId(metrics[n].id)) {
            cores.push_back(static_cast<Index>(n));
        }
    }
    return cores;
}

// A core's utilisation over its own fraction; the cores of one machine share a curve.
std::vector<Dose> cpuDoses(const dataset::Dataset& dataset, Index stressor) {
    const auto stressors = static_cast<Index>(dataset.stressors.size());
    const std::vector<Index> cores = coresOf(dataset.metrics);
    std::vector<Dose> doses;
    for (const Index sample : samplesOfOnly(dataset, stressor)) {
        for (std::size_t cpu = 0; cpu < cores.size(); ++cpu) {
            const float response = dataset.mean(sample, cores[cpu]);
            if (!std::isnan(response)) {
                const float fraction = dataset.compositions(sample, static_cast<Index>(cpu) * stressors + stressor);
                doses.push_back({static_cast<double>(fraction), static_cast<double>(response)});
            }
        }
    }
    return doses;
}

// The machine's read rate over the fractions of all CPUs together.
std::vector<Dose> diskDoses(const dataset::Dataset& dataset, Index stressor, Index metric) {
    const auto stressors = static_cast<Index>(dataset.stressors.size());
    std::vector<Dose> doses;
    for (const Index sample : samplesOfOnly(dataset, stressor)) {
        double fraction = 0.0;
        for (Index cpu = 0; cpu < static_cast<Index>(dataset.cpus); ++cpu) {
            fraction += static_cast<double>(dataset.compositions(sample, cpu * stressors + stressor));
        }
        if (const float response = dataset.mean(sample, metric); !std::isnan(response)) {
            doses.push_back({fraction, static_cast<double>(response)});
        }
    }
    return doses;
}

class SingleStressor final : public Composer {
public:
    // One calibrated stressor and the columns of the target it follows.
    struct Channel {
        DoseResponse curve;
        std::size_t stressor;
        std::vector<Index> columns;  // one per CPU, or one for the machine
    };

    SingleStressor(std::size_t stressors, std::optional<Channel> cpu, std::optional<Channel> disk)
        : m_stressors(stressors), m_cpu(std::move(cpu)), m_disk(std::move(disk)) {}

    void compose(const Eigen::Ref<const Eigen::RowVectorXf>& window, std::span<const float> previous,
                 std::span<float> composition) override {
        const std::size_t cpus = composition.size() / m_stressors;
        std::vector<double> room(cpus, 1.0);
        for (std::size_t cpu = 0; m_cpu && cpu < cpus; ++cpu) {
            const float wanted = window(m_cpu->columns[cpu]);
            const std::size_t entry = cpu * m_stressors + m_cpu->stressor;
            composition[entry] = std::isnan(wanted)
                                     ? previous[entry]
                                     : static_cast<float>(m_cpu->curve.fractionFor(static_cast<double>(wanted)));
            room[cpu] -= static_cast<double>(composition[entry]);
        }
        if (m_disk) {
            composeDisk(window(m_disk->columns.front()), previous, room, composition);
        }
    }

private:
    // The reads go where the cores sleep, in proportion to their sleep; what finds no room is left out.
    void composeDisk(float wanted, std::span<const float> previous, const std::vector<double>& room,
                     std::span<float> composition) const {
        double fraction = 0.0;
        double free = 0.0;
        for (std::size_t cpu = 0; cpu < room.size(); ++cpu) {
            fraction += static_cast<double>(previous[cpu * m_stressors + m_disk->stressor]);
            free += room[cpu];
        }
        if (!std::isnan(wanted)) {
            fraction = m_disk->curve.fractionFor(static_cast<double>(wanted));
        }
        const double share = free > 0.0 ? std::min(1.0, fraction / free) : 0.0;
        for (std::size_t cpu = 0; cpu < room.size(); ++cpu) {
            composition[cpu * m_stressors + m_disk->stressor] = static_cast<float>(share * room[cpu]);
        }
    }

    std::size_t m_stressors;
    std::optional<Channel> m_cpu;
    std::optional<Channel> m_disk;
};

// Makes the channel of one stressor; empty when the target does not ask for it. BadInput when it was not swept.
Expected<std::optional<SingleStressor::Channel>> makeChannel(const dataset::Dataset& dataset, std::string_view name,
                                                             std::vector<Index> columns,
                                                             std::vector<Dose> (*doses)(const dataset::Dataset&,
                                                                                        Index)) {
    if (columns.empty()) {
        return std::optional<SingleStressor::Channel>();
    }
    const auto stressor = std::ranges::find(dataset.stressors, name) - dataset.stressors.begin();
    const auto measured = static_cast<std::size_t>(stressor) < dataset.stressors.size()
                              ? doses(dataset, static_cast<Index>(stressor))
                              : std::vector<Dose>();
    if (measured.empty() || !DoseResponse(measured).responds()) {
        return badInput(
            fmt::format("The data set has no sweep of the stressor {}, by which single-stressor is calibrated; collect "
                        "for longer or choose another method.",
                        name));
    }
    return std::optional(
        SingleStressor::Channel{DoseResponse(measured), static_cast<std::size_t>(stressor), std::move(columns)});
}

std::vector<Dose> diskReadDoses(const dataset::Dataset& dataset, Index stressor) {
    const auto metric = std::ranges::find(dataset.metrics, kDiskMetric, &Metric::id) - dataset.metrics.begin();
    return diskDoses(dataset, stressor, metric);
}

void describe(FittedTarget& target, bool cpu, bool disk) {
    std::vector<std::string> ignored;
    for (const Metric& metric : target.target.metrics) {
        if (!cpuOfUtilizationId(metric.id) && metric.id != kDiskMetric) {
            ignored.push_back(metric.id);
        }
    }
    std::string sentence =
        cpu ? fmt::format("{} follows the utilisation of each CPU", kCpuStressor) : std::string("No CPU is followed");
    if (disk) {
        sentence += fmt::format(", {} follows {}", kDiskStressor, kDiskMetric);
    }
    if (!ignored.empty()) {
        sentence += fmt::format("; not followed: {}", fmt::join(ignored, ", "));
    }
    target.report.steps.push_back(sentence + ".");
}

}  // namespace

Expected<std::unique_ptr<Composer>> makeSingleStressor(const dataset::Dataset& dataset, FittedTarget& target) {
    std::vector<Index> cores = coresOf(target.target.metrics);
    if (cores.size() != dataset.cpus) {
        cores.clear();
    }
    const int reads = target.target.indexOf(kDiskMetric);
    auto cpu = makeChannel(dataset, kCpuStressor, cores, cpuDoses);
    if (!cpu) {
        return tl::unexpected(cpu.error());
    }
    auto disk =
        makeChannel(dataset, kDiskStressor,
                    reads < 0 ? std::vector<Index>() : std::vector<Index>{static_cast<Index>(reads)}, diskReadDoses);
    if (!disk) {
        return tl::unexpected(disk.error());
    }
    if (!*cpu && !*disk) {
        return badInput(
            "The trace has neither CPU utilisation nor disk reads, the only metrics single-stressor follows; "
            "choose another method.");
    }
    describe(target, cpu->has_value(), disk->has_value());
    return std::make_unique<SingleStressor>(dataset.stressors.size(), std::move(*cpu), std::move(*disk));
}

}  // namespace mimesys::generation
