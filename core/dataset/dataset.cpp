// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "dataset/dataset.h"

#include "machine/machine.h"
#include "plan/plan.h"

#include <fmt/format.h>
#include <pwd.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <functional>
#include <map>
#include <numeric>
#include <set>

namespace mimesys::dataset {
namespace {

constexpr double kLongestWindowSeconds = 3600.0;

Expected<void> validateNames(const Dataset& dataset) {
    std::set<std::string_view> seen;
    for (const std::string& name : dataset.stressors) {
        if (name.empty() || !seen.insert(name).second) {
            return badInput(fmt::format("The data set names the stressor \"{}\" twice or not at all.", name));
        }
    }
    seen.clear();
    std::size_t cores = 0;
    for (const Metric& metric : dataset.metrics) {
        if (metric.id.empty() || !seen.insert(metric.id).second) {
            return badInput(fmt::format("The data set names the metric \"{}\" twice or not at all.", metric.id));
        }
        cores += cpuOfUtilizationId(metric.id).has_value() ? 1 : 0;
    }
    if (cores != 0 && cores != dataset.cpus) {
        return badInput(
            fmt::format("The data set has compositions of {} CPUs and the utilisation of {}.", dataset.cpus, cores));
    }
    return {};
}

Expected<void> validateShapes(const Dataset& dataset) {
    const auto samples = static_cast<Eigen::Index>(dataset.sampleCount());
    const auto metrics = static_cast<Eigen::Index>(dataset.metrics.size());
    const auto width = static_cast<Eigen::Index>(dataset.cpus * dataset.stressors.size());
    if (samples == 0 || metrics == 0 || width == 0) {
        return badInput("The data set holds no samples.");
    }
    if (dataset.cpus > plan::kMaximumCpus || dataset.stressors.size() > plan::kMaximumStressors) {
        return badInput(
            fmt::format("The data set claims {} CPUs and {} stressors.", dataset.cpus, dataset.stressors.size()));
    }
    const auto has = [](const trace::Matrix& matrix, Eigen::Index rows, Eigen::Index columns) {
        return matrix.rows() == rows && matrix.cols() == columns;
    };
    if (!has(dataset.compositions, samples, width) || !has(dataset.previous, samples, width) ||
        !has(dataset.mean, samples, metrics) || !has(dataset.deviation, samples, metrics) ||
        dataset.kinds.size() != dataset.sampleCount() ||
        (!dataset.rounds.empty() && dataset.rounds.size() != dataset.sampleCount()) ||
        dataset.provenance.size() != dataset.metrics.size()) {
        return badInput("The parts of the data set differ in size.");
    }
    if (!(dataset.windowSeconds > 0.0 && dataset.windowSeconds <= kLongestWindowSeconds)) {
        return badInput(
            fmt::format("The data set's windows of {} s are not within 0 and 3600 s.", dataset.windowSeconds));
    }
    return {};
}

// Rows of K CPUs, each of M fractions.
Expected<void> validateCompositions(const Dataset& dataset, const trace::Matrix& compositions, std::string_view what) {
    const auto stressors = static_cast<Eigen::Index>(dataset.stressors.size());
    for (Eigen::Index sample = 0; sample < compositions.rows(); ++sample) {
        for (Eigen::Index cpu = 0; cpu < static_cast<Eigen::Index>(dataset.cpus); ++cpu) {
            const auto row = compositions.row(sample).segment(cpu * stressors, stressors).array();
            // Written so that NaN is caught too.
            if (!(row >= 0.0F).all() || !(row.sum() <= 1.0F + plan::kRowSumTolerance)) {
                return badInput(
                    fmt::format("The {} of sample {} is not made of fractions that add up to at most 1 on CPU {}.",
                                what, sample, cpu));
            }
        }
    }
    return {};
}

std::filesystem::path dataHome() {
    if (const char* data = std::getenv("XDG_DATA_HOME"); data != nullptr && data[0] == '/') {
        return data;  // the specification says to ignore relative ones
    }
    if (const char* home = std::getenv("HOME"); home != nullptr && home[0] == '/') {
        return std::filesystem::path(home) / ".local" / "share";
    }
    passwd entry{};
    passwd* found = nullptr;
    std::vector<char> buffer(1 << 14);
    if (::getpwuid_r(::getuid(), &entry, buffer.data(), buffer.size(), &found) == 0 && found != nullptr) {
        return std::filesystem::path(entry.pw_dir) / ".local" / "share";
    }
    return std::filesystem::path("/var/tmp");
}

}  // namespace

bool Dataset::simulated() const {
    return std::ranges::find(provenance, Provenance::Simulation) != provenance.end();
}

std::size_t Dataset::droppedCount() const {
    return std::transform_reduce(dropped.begin(), dropped.end(), std::size_t{0}, std::plus{},
                                 [](const auto& reason) { return reason.second; });
}

std::vector<int> socketsOf(const Dataset& dataset) {
    std::vector<int> sockets(dataset.cpus, 0);
    const auto machine = machine::fromJson(dataset.machine);
    if (!machine) {
        return sockets;
    }
    std::map<int, int> socketOfCpu;
    for (const machine::Cpu& cpu : machine->cpus) {
        socketOfCpu[cpu.id] = cpu.socket;
    }
    std::map<int, int> numbers;
    std::size_t row = 0;
    for (const Metric& metric : dataset.metrics) {
        if (const auto cpu = cpuOfUtilizationId(metric.id); cpu && row < sockets.size()) {
            const auto socket = socketOfCpu.find(*cpu);
            const int key = socket == socketOfCpu.end() ? 0 : socket->second;
            sockets[row++] = numbers.try_emplace(key, static_cast<int>(numbers.size())).first->second;
        }
    }
    return sockets;
}

trace::Matrix Dataset::ranges() const {
    trace::Matrix ranges = trace::Matrix::Constant(2, mean.cols(), trace::kMissing);
    for (Eigen::Index sample = 0; sample < mean.rows(); ++sample) {
        for (Eigen::Index n = 0; n < mean.cols(); ++n) {
            // fmin and fmax pass over NaN.
            ranges(0, n) = std::fmin(ranges(0, n), mean(sample, n));
            ranges(1, n) = std::fmax(ranges(1, n), mean(sample, n));
        }
    }
    return ranges;
}

Expected<void> validate(const Dataset& dataset) {
    return validateShapes(dataset)
        .and_then([&] { return validateNames(dataset); })
        .and_then([&] { return validateCompositions(dataset, dataset.compositions, "composition"); })
        .and_then([&] { return validateCompositions(dataset, dataset.previous, "previous composition"); })
        .and_then([&]() -> Expected<void> {
            if (!(dataset.executedSeconds >= 0.0 && std::isfinite(dataset.executedSeconds))) {
                return badInput("The data set was collected in a time that is none.");
            }
            if (dataset.mean.array().isInf().any()) {
                return badInput("The data set holds an infinite value.");
            }
            return {};
        });
}

std::filesystem::path installedDatasetPath(const std::string& machineFingerprint) {
    return dataHome() / "mimesys" / "machines" / machineFingerprint / "dataset.h5";
}

}  // namespace mimesys::dataset
