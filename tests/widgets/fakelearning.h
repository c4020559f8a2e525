// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignment/alignlog.h"
#include "base/clock.h"
#include "base/wait.h"
#include "core/model/machine.h"
#include "jobs/learning.h"
#include "model/modelfile.h"
#include "model/safetensors.h"
#include "refinement/datasetresponse.h"
#include "training/trainlog.h"

#include <QtGlobal>
#include <chrono>
#include <cmath>
#include <fstream>
#include <functional>
#include <limits>
#include <thread>
#include <tuple>

// Stands in for what needs LibTorch: files as it writes them, without networks in them.
namespace mimesys::widgets::fake {

inline std::vector<model::TrainPoint> history(int count) {
    std::vector<model::TrainPoint> points;
    for (int i = 1; i <= count; ++i) {
        // Falls to a best one, then rises.
        const double loss = 0.1 + 0.01 * std::abs(i - 6);
        points.push_back({10 * i, 0.5 * i, 2.0 * i, 2.0 / i, loss, 1e-3 / i, 3.0});
    }
    return points;
}

// Rewards that rise to a best one and fall again; every second iteration looks at the held-out windows.
inline std::vector<model::AlignPoint> alignment(int count) {
    const double nothing = std::numeric_limits<double>::quiet_NaN();
    std::vector<model::AlignPoint> points;
    for (int i = 0; i < count; ++i) {
        const double reward = -0.1 - 0.02 * std::abs(i - 4);
        points.push_back({i, 10.0 * i, 100 * i, i == 0 ? nothing : reward, i == 0 ? nothing : 0.05,
                          i % 2 == 0 ? reward + 0.01 : nothing, 0.001 * i, 0.1, i == 0 ? nothing : 0.2 / i, 0});
    }
    return points;
}

inline model::Description description(int points, Provenance provenance = Provenance::Simulation) {
    model::Description description = toy::description(model::defaultNetwork(model::Architecture::SetTransformer));
    description.history = history(points);
    description.measured.assign(description.metrics.size(), provenance);
    return description;
}

inline void writeModel(const model::Description& description, const std::filesystem::path& path) {
    model::SafeTensors file;
    model::describe(description, file);
    const auto written = model::writeSafeTensors(file, path);
    if (!written) {
        qFatal("%s", written.error().text().c_str());
    }
}

// Plans of a quarter of each stressor, for the model's CPUs.
inline Expected<generation::Generator> open(const std::filesystem::path& path,
                                            const generation::DiffusionOptions& /*options*/) {
    const auto description = model::readDescription(path);
    if (!description) {
        return tl::unexpected(description.error());
    }
    return generation::Generator{"diffusion",
                                 [cpus = description->cpus(), names = description->stressors](
                                     const trace::WindowedTrace& trace, std::uint64_t seed, const std::stop_token&,
                                     const ProgressCallback&) -> Cancellable<generation::Generated> {
                                     plan::ExecutionPlan plan(static_cast<std::size_t>(trace.windowCount()), cpus,
                                                              names);
                                     std::ranges::fill(plan.fractions(), 0.25F);
                                     plan.seed = seed;
                                     plan.generator = "diffusion";
                                     plan.source = R"({"model": {"simulated": true}})";
                                     return std::optional(generation::Generated{std::move(plan), {}});
                                 }};
}

// Ten points, one every few milliseconds; a stop keeps a checkpoint, which is continued.
inline Cancellable<model::Description> train(const dataset::Dataset& /*dataset*/, const std::filesystem::path& path,
                                             const training::TrainOptions& /*options*/, const std::stop_token& stop,
                                             const training::TrainCallback& onPoint, const ProgressCallback& progress) {
    constexpr int kPoints = 10;
    const std::filesystem::path checkpoint = training::checkpointPath(path);
    std::size_t done = 0;
    std::ifstream(checkpoint) >> done;
    const auto points = history(kPoints);
    while (done < points.size()) {
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        if (stop.stop_requested()) {
            std::ofstream(checkpoint) << done;
            return std::optional<model::Description>();
        }
        onPoint(points[done]);
        ++done;
        if (auto written = training::writeTrainLog(std::span(points).first(done), true, training::logPath(path));
            !written) {
            return tl::unexpected(written.error());
        }
        progress({static_cast<double>(done) / kPoints, "training"});
    }
    writeModel(description(kPoints), path);
    std::error_code ignored;
    std::filesystem::remove(checkpoint, ignored);
    return std::optional(description(kPoints));
}

// Nine points, one every few milliseconds; a stop keeps a checkpoint, which is continued.
inline Cancellable<model::Description> align(
    const std::filesystem::path& path, const std::vector<service::NamedTrace>& traces, const alignment::Site& site,
    const dataset::Dataset* /*replay*/, const std::filesystem::path& output, const alignment::AlignOptions& /*options*/,
    const std::stop_token& stop, const alignment::AlignCallback& onPoint, const ProgressCallback& progress) {
    auto aligned = model::readDescription(path);
    if (!aligned) {
        return tl::unexpected(aligned.error());
    }
    const std::filesystem::path checkpoint = alignment::checkpointPath(output);
    const auto points = alignment(9);
    std::size_t done = 0;
    std::ifstream(checkpoint) >> done;
    while (done < points.size()) {
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        if (stop.stop_requested()) {
            std::ofstream(checkpoint) << done;
            return std::optional<model::Description>();
        }
        onPoint(points[done]);
        ++done;
        if (auto written =
                alignment::writeAlignLog(std::span(points).first(done), site.simulated, alignment::logPath(output));
            !written) {
            return tl::unexpected(written.error());
        }
        progress({static_cast<double>(done) / static_cast<double>(points.size()), "alignment"});
    }
    aligned->alignment.history = points;
    aligned->alignment.executors = {site.name};
    aligned->alignment.simulated = site.simulated;
    for (const service::NamedTrace& trace : traces) {
        aligned->alignment.traces.push_back(trace.name);
    }
    writeModel(*aligned, output);
    std::error_code ignored;
    std::filesystem::remove(checkpoint, ignored);
    return std::optional(*aligned);
}

// Knows the toy machine from samples of it.
inline Expected<refinement::ResponsePtr> respond(const std::filesystem::path& path) {
    if (const auto description = model::readDescription(path); !description) {
        return tl::unexpected(description.error());
    }
    return refinement::datasetResponse(std::make_shared<const dataset::Dataset>(toy::dataset(200)));
}

inline Learning learning() {
    return {open, train, align, respond};
}

// Hands points on and, after the fourth, waits to be stopped.
template <typename Point>
std::function<void(const Point&)> untilStopped(const std::function<void(const Point&)>& onPoint,
                                               const std::stop_token& stop) {
    return [onPoint, stop, count = 0](const Point& point) mutable {
        onPoint(point);
        if (++count == 4) {
            std::ignore = waitUntil(monotonicNs() + 30 * kNanosecondsPerSecond, stop);
        }
    };
}

// Whose trainings and alignments are not done before somebody stops them, however slow the machine.
inline Learning endless() {
    Learning learning = fake::learning();
    learning.train = [](const auto& dataset, const auto& path, const auto& options, const auto& stop,
                        const auto& onPoint, const auto& progress) {
        return fake::train(dataset, path, options, stop, untilStopped<model::TrainPoint>(onPoint, stop), progress);
    };
    learning.align = [](const auto& model, const auto& traces, const auto& site, const auto* replay, const auto& output,
                        const auto& options, const auto& stop, const auto& onPoint, const auto& progress) {
        return fake::align(model, traces, site, replay, output, options, stop,
                           untilStopped<model::AlignPoint>(onPoint, stop), progress);
    };
    return learning;
}

// A machine without LibTorch.
inline constexpr const char* kMissing = "Training and the diffusion method need LibTorch, which is not here.";
inline Learning missing() {
    return {[](const auto&, const auto&) { return Expected<generation::Generator>(unavailable(kMissing)); },
            [](const auto&, const auto&, const auto&, const auto&, const auto&, const auto&) {
                return Cancellable<model::Description>(unavailable(kMissing));
            },
            [](const auto&, const auto&, const auto&, const auto&, const auto&, const auto&, const auto&, const auto&,
               const auto&) { return Cancellable<model::Description>(unavailable(kMissing)); },
            [](const auto&) {
                return Expected<refinement::ResponsePtr>(unavailable(kMissing));
            }};
}

}  // namespace mimesys::widgets::fake
