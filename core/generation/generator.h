// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "base/progress.h"
#include "dataset/dataset.h"
#include "generation/predecessor.h"
#include "plan/plan.h"
#include "trace/windowed.h"

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace mimesys::generation {

enum class Method { Search, Interpolation, SingleStressor };
inline constexpr std::array kMethods{Method::Search, Method::Interpolation, Method::SingleStressor};
[[nodiscard]] std::string_view methodName(Method method);  // "search", "interpolation", "single-stressor"
[[nodiscard]] Expected<Method> methodFromName(std::string_view name);

// How a trace of one machine was turned into a target for another: one sentence per step.
struct FitReport {
    std::vector<std::string> steps;
};

struct FittedTarget {
    trace::WindowedTrace target;
    std::vector<float> memoryUsed;  // ExecutionPlan::memoryUsed; empty when the trace does not say it
    FitReport report;
};

// The machine a trace has to be fitted to, as a data set or a model describes it.
struct Destination {
    std::size_t cpus = 0;                // K
    std::vector<Metric> metrics;         // N
    trace::Matrix ranges;                // (2, N): low, high of what was reached; NaN = nothing
    std::vector<std::string> notDriven;  // N: why its stressors do not drive a metric; empty when they do
    std::int64_t memoryBytes = 0;        // of the machine; 0 when unknown
};
[[nodiscard]] Destination destinationOf(const dataset::Dataset& dataset);

// Fits a trace to K CPUs: with other CPUs, utilisation is averaged over groups of source CPUs (or repeated when there
// are fewer) and rates that grow with a machine are scaled by capacity; metrics that cannot be driven are left out,
// each with its reason. Memory in use is no matter of stressors: the executor holds it, and it is scaled when it would
// take more than four fifths of the machine's. `origin` is what the sentences call the destination's source: "data
// set", "model".
[[nodiscard]] Expected<FittedTarget> fitTarget(const trace::WindowedTrace& trace, const Destination& destination,
                                               std::string_view origin = "data set");
[[nodiscard]] Expected<FittedTarget> fitTarget(const trace::WindowedTrace& trace, const dataset::Dataset& dataset);

struct Generated {
    plan::ExecutionPlan plan;
    FitReport report;
};

// A plan of T windows for the dataset's machine, which follow on `before`. Same inputs and seed, same plan.
[[nodiscard]] Cancellable<Generated> generate(const trace::WindowedTrace& trace, const dataset::Dataset& dataset,
                                              Method method, std::uint64_t seed, std::stop_token stop,
                                              const ProgressCallback& progress, const Predecessor& before = {});

// One way of making plans with all it needs, a data set or a model, for whatever compares several.
struct Generator {
    std::string name;
    std::function<Cancellable<Generated>(const trace::WindowedTrace& trace, std::uint64_t seed, std::stop_token stop,
                                         const ProgressCallback& progress)>
        generate;
    // The same for windows that follow on one of a plan; null where it makes no difference to the method.
    std::function<Cancellable<Generated>(const trace::WindowedTrace& trace, const Predecessor& before,
                                         std::uint64_t seed, std::stop_token stop, const ProgressCallback& progress)>
        generateAfter = nullptr;
};
[[nodiscard]] Generator bind(Method method, std::shared_ptr<const dataset::Dataset> dataset);

}  // namespace mimesys::generation
