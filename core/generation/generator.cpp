// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "generation/generator.h"

#include "generation/methods.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace mimesys::generation {
namespace {

constexpr std::size_t kWindowsPerProgress = 64;

Expected<std::unique_ptr<Composer>> makeComposer(Method method, const dataset::Dataset& dataset, FittedTarget& target) {
    switch (method) {
        case Method::Search:
            return makeSearch(dataset, target);
        case Method::Interpolation:
            return makeInterpolation(dataset, target);
        case Method::SingleStressor:
            return makeSingleStressor(dataset, target);
    }
    return badInput("Unknown method.");
}

// Rounding, and rows of other tools that add up to slightly more than 1, are taken back to 1.
void limitRows(std::span<float> composition, std::size_t stressors) {
    for (std::size_t first = 0; first < composition.size(); first += stressors) {
        const std::span<float> row = composition.subspan(first, stressors);
        double sum = 0.0;
        for (float& fraction : row) {
            fraction = std::clamp(fraction, 0.0F, 1.0F);
            sum += static_cast<double>(fraction);
        }
        for (float& fraction : row) {
            fraction = sum > 1.0 ? static_cast<float>(static_cast<double>(fraction) / sum) : fraction;
        }
    }
}

std::string describeSource(const FittedTarget& target, const dataset::Dataset& dataset, Method method) {
    const nlohmann::json source{{"method", methodName(method)},
                                {"fit", target.report.steps},
                                {"target_start_ns", target.target.startNs},
                                {"dataset",
                                 {{"samples", dataset.sampleCount()},
                                  {"seed", dataset.seed},
                                  {"window_seconds", dataset.windowSeconds},
                                  {"simulated", dataset.simulated()}}}};
    // Names of foreign files may hold anything.
    return source.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace

std::string_view methodName(Method method) {
    switch (method) {
        case Method::Search:
            return "search";
        case Method::Interpolation:
            return "interpolation";
        case Method::SingleStressor:
            return "single-stressor";
    }
    return "search";
}

Expected<Method> methodFromName(std::string_view name) {
    for (const Method method : kMethods) {
        if (methodName(method) == name) {
            return method;
        }
    }
    std::vector<std::string_view> names;
    std::ranges::transform(kMethods, std::back_inserter(names), methodName);
    return badInput(fmt::format("There is no method \"{}\"; choose one of {}.", name, fmt::join(names, ", ")));
}

Cancellable<Generated> generate(const trace::WindowedTrace& trace, const dataset::Dataset& dataset, Method method,
                                std::uint64_t seed, std::stop_token stop, const ProgressCallback& progress,
                                const Predecessor& before) {
    if (auto valid = dataset::validate(dataset); !valid) {
        return tl::unexpected(valid.error());
    }
    const auto windows = static_cast<std::size_t>(trace.windowCount());
    if (auto size = plan::checkSize(windows, dataset.cpus, dataset.stressors.size()); !size) {
        return tl::unexpected(size.error());
    }
    auto target = fitTarget(trace, dataset);
    if (!target) {
        return tl::unexpected(target.error());
    }
    const auto composer = makeComposer(method, dataset, *target);
    if (!composer) {
        return tl::unexpected(composer.error());
    }
    const auto first = fractionsOf(before, dataset.cpus, dataset.stressors);
    if (!first) {
        return tl::unexpected(first.error());
    }
    plan::ExecutionPlan plan(windows, dataset.cpus, dataset.stressors, trace.windowSeconds);
    for (std::size_t window = 0; window < windows; ++window) {
        if (stop.stop_requested()) {
            return std::nullopt;
        }
        if (progress && window % kWindowsPerProgress == 0) {
            progress({static_cast<double>(window) / static_cast<double>(windows),
                      fmt::format("window {} of {}", window + 1, windows)});
        }
        const std::span<const float> previous = window == 0 ? *first : std::as_const(plan).composition(window - 1);
        const std::span<float> composition = plan.composition(window);
        const auto wanted = target->target.values.row(static_cast<Eigen::Index>(window));
        if (wanted.array().isNaN().all()) {
            std::ranges::copy(previous, composition.begin());
        } else {
            (*composer)->compose(wanted, previous, composition);
            limitRows(composition, dataset.stressors.size());
        }
    }
    plan.memoryUsed = std::move(target->memoryUsed);
    plan.seed = seed;
    plan.generator = methodName(method);
    plan.machine = dataset.machine;
    plan.source = describeSource(*target, dataset, method);
    return Generated{std::move(plan), std::move(target->report)};
}

Generator bind(Method method, std::shared_ptr<const dataset::Dataset> dataset) {
    return {std::string(methodName(method)),
            [method, dataset](const trace::WindowedTrace& trace, std::uint64_t seed, std::stop_token stop,
                              const ProgressCallback& progress) {
                return generate(trace, *dataset, method, seed, std::move(stop), progress);
            },
            [method, dataset](const trace::WindowedTrace& trace, const Predecessor& before, std::uint64_t seed,
                              std::stop_token stop, const ProgressCallback& progress) {
                return generate(trace, *dataset, method, seed, std::move(stop), progress, before);
            }};
}

}  // namespace mimesys::generation
