// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "generation/diffusion/diffusion.h"

#include "base/random.h"
#include "generation/diffusion/compositions.h"
#include "generation/diffusion/conditions.h"
#include "generation/diffusion/destination.h"
#include "generation/diffusion/idle.h"
#include "generation/diffusion/misfit.h"
#include "generation/diffusion/polish.h"
#include "generation/diffusion/ranking.h"
#include "generation/diffusion/sampler.h"
#include "model/device.h"
#include "model/networks.h"
#include "stressor/stressor.h"

#include <ATen/CPUGeneratorImpl.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace mimesys::generation {
namespace {

using Index = std::int64_t;

// Windows that share a stream of random numbers: whatever the batch, a window's noise is the same.
constexpr Index kBlock = 64;
// Network evaluations per batch: what stays in a CPU's caches, and what fills a GPU.
constexpr Index kCpuBatch = 256;
constexpr Index kGpuBatch = 8192;

torch::Tensor repeated(const torch::Tensor& values, Index times) {
    return times == 1 ? values : values.repeat_interleave(times, 0);
}

// Chooses compositions for the windows of one condition.
class Generation {
public:
    Generation(const model::Model& model, const torch::Tensor& weights, const DiffusionOptions& options,
               std::uint64_t seed, torch::Device device)
        : m_description(model.description()),
          m_weights(weights.to(device)),
          m_options(options),
          m_seed(seed),
          m_device(device),
          m_schedule(m_description.diffusionSteps),
          m_networks(model.networks()) {
        if (!device.is_cpu()) {
            m_copy = model::copyOf(model.networks(), m_description, device);
            m_networks = *m_copy;
        }
    }

    // Compositions (B, K, M) for windows from `first` on, with B windows of the condition; what is known of their
    // predecessors stands in it. `pass` keeps the noise of one pass apart from that of another.
    torch::Tensor choose(const model::Condition& condition, Index first, int pass, const SamplerOptions& options,
                         Index candidates) {
        const Index windows = condition.cores.size(0);
        const model::Condition onDevice =
            model::Condition{repeated(condition.cores, candidates), repeated(condition.metrics, candidates),
                             repeated(condition.previous, candidates), repeated(condition.previousKnown, candidates)}
                .to(m_device);
        const torch::Tensor clean =
            sample(*m_networks.denoiser, m_description.network.prediction, m_schedule, onDevice, options,
                   [&](int step) { return noise(first, windows, candidates, pass, step).to(m_device); });
        const torch::Tensor compositions =
            fractionsOf(clean) * repeated(allowedOf(condition, m_description, m_options.idleBelow), candidates);
        if (candidates == 1) {
            return compositions;
        }
        const torch::Tensor distance =
            expectedDistance(*m_networks.forward, m_description, compositions.to(m_device),
                             m_options.usePrevious ? onDevice.previous : compositions.to(m_device), onDevice, m_weights)
                .view({windows, candidates});
        const torch::Tensor best = distance.argmin(1).to(torch::kCPU) + torch::arange(windows) * candidates;
        return compositions.index_select(0, best);
    }

    // Corrects the compositions (T, K, M) of a stretch of windows, in place; `before` (K, M) ran before them. `fixed`
    // (T) marks windows that stay.
    void polish(torch::Tensor compositions, const torch::Tensor& before, const model::Condition& condition,
                const torch::Tensor& fixed) {
        if (m_options.polish > 0) {
            const torch::Tensor better =
                polished(*m_networks.forward, m_description, compositions.to(m_device), before.to(m_device),
                         condition.to(m_device), m_weights, fixed.to(m_device), m_options.polish,
                         m_options.usePrevious ? State::Followed : State::Steady)
                    .to(torch::kCPU)
                    .contiguous();
            projectRows(better);
            compositions.copy_(better);
        }
    }

    // Windows per batch, a multiple of the blocks.
    [[nodiscard]] Index batchWindows(double guidance, Index candidates) const {
        const Index most = m_device.is_cpu() ? kCpuBatch : kGpuBatch;
        const Index perWindow = candidates * (guidance == 1.0 ? 1 : 2);
        return std::max(kBlock, most / perWindow / kBlock * kBlock);
    }

private:
    // (windows × candidates, K, M), made of whole blocks' streams.
    torch::Tensor noise(Index first, Index windows, Index candidates, int pass, int step) const {
        const auto cpus = static_cast<Index>(m_description.cpus());
        const auto stressors = static_cast<Index>(m_description.stressors.size());
        std::vector<torch::Tensor> parts;
        for (Index window = first; window < first + windows;) {
            const Index block = window / kBlock;
            const Index count = std::min(first + windows, (block + 1) * kBlock) - window;
            Random mix(m_seed);
            for (const Index part : {static_cast<Index>(pass), static_cast<Index>(step), block}) {
                mix = Random(mix.next() ^ static_cast<std::uint64_t>(part));
            }
            auto generator = torch::make_generator<at::CPUGeneratorImpl>(mix.next());
            const torch::Tensor whole = torch::randn({kBlock * candidates, cpus, stressors}, generator);
            parts.push_back(whole.narrow(0, (window - block * kBlock) * candidates, count * candidates));
            window += count;
        }
        return parts.size() == 1 ? parts.front() : torch::cat(parts, 0);
    }

    const model::Description& m_description;
    torch::Tensor m_weights;  // of the machine's metrics
    const DiffusionOptions& m_options;
    std::uint64_t m_seed;
    torch::Device m_device;
    model::CosineSchedule m_schedule;
    std::unique_ptr<model::Networks> m_copy;
    model::Networks m_networks;
};

// All of a trace, by one of the strategies; false when stopped.
class Strategist {
public:
    // `before` (K, M) ran before the first window.
    Strategist(Generation& generation, const model::Condition& condition, torch::Tensor before, torch::Tensor empty,
               const DiffusionOptions& options, const std::stop_token& stop, const ProgressCallback& progress)
        : m_generation(generation),
          m_condition(condition),
          m_before(std::move(before)),
          m_empty(std::move(empty)),
          m_options(options),
          m_stop(stop),
          m_progress(progress),
          m_windows(condition.cores.size(0)),
          m_compositions(torch::zeros_like(condition.previous)) {}

    [[nodiscard]] bool run() {
        if (!m_options.usePrevious) {
            return pass(0, last(), m_options.candidates, 0.0, 1.0) && polish();
        }
        if (m_options.strategy == Strategy::Autoregressive) {
            return windowByWindow();
        }
        const double firstShare =
            static_cast<double>(m_options.firstSteps) / (m_options.firstSteps + m_options.steps * m_options.candidates);
        setPrevious(0, 1, m_before.unsqueeze(0));
        if (!pass(0, first(), 1, 0.0, firstShare)) {
            return false;
        }
        if (m_windows > 1) {
            setPrevious(1, m_windows - 1, m_compositions.narrow(0, 0, m_windows - 1));
        }
        return pass(1, last(), m_options.candidates, firstShare, 1.0) && polish();
    }

    [[nodiscard]] const torch::Tensor& compositions() const { return m_compositions; }

private:
    [[nodiscard]] SamplerOptions last() const { return {m_options.sampler, m_options.steps, m_options.guidance}; }
    [[nodiscard]] SamplerOptions first() const { return {m_options.sampler, m_options.firstSteps, 1.0}; }

    void setPrevious(Index first, Index count, const torch::Tensor& previous) {
        m_condition.previous.narrow(0, first, count).copy_(previous);
        m_condition.previousKnown.narrow(0, first, count).fill_(1.0);
    }

    void keep(Index first, const torch::Tensor& chosen) {
        m_compositions.narrow(0, first, chosen.size(0)).copy_(chosen);
        fillEmpty(first, chosen.size(0));
    }

    // Windows without any value go on with what was before them.
    void fillEmpty(Index first, Index count) {
        for (Index window = first; window < first + count; ++window) {
            if (m_empty[window].item<bool>()) {
                m_compositions[window].copy_(before(window));
            }
        }
    }

    bool pass(int number, const SamplerOptions& options, Index candidates, double from, double to) {
        const Index batch = m_generation.batchWindows(options.guidance, candidates);
        for (Index window = 0; window < m_windows; window += batch) {
            const double share = static_cast<double>(window) / static_cast<double>(m_windows);
            if (!proceed(from + (to - from) * share, window)) {
                return false;
            }
            const Index count = std::min(batch, m_windows - window);
            keep(window, m_generation.choose(m_condition.narrow(window, count), window, number, options, candidates));
        }
        return true;
    }

    // All windows together, in stretches: a window is also the predecessor of the next.
    bool polish() {
        const Index batch = m_generation.batchWindows(1.0, 1);
        for (Index window = 0; window < m_windows; window += batch) {
            if (m_stop.stop_requested()) {
                return false;
            }
            const Index count = std::min(batch, m_windows - window);
            m_generation.polish(m_compositions.narrow(0, window, count), before(window),
                                m_condition.narrow(window, count), m_empty.narrow(0, window, count));
            fillEmpty(window, count);
        }
        return true;
    }

    bool windowByWindow() {
        for (Index window = 0; window < m_windows; ++window) {
            if (!proceed(static_cast<double>(window) / static_cast<double>(m_windows), window)) {
                return false;
            }
            setPrevious(window, 1, before(window).unsqueeze(0));
            torch::Tensor chosen =
                m_generation.choose(m_condition.narrow(window, 1), window, 0, last(), m_options.candidates);
            m_generation.polish(chosen, m_condition.previous[window], m_condition.narrow(window, 1),
                                m_empty.narrow(0, window, 1));
            keep(window, chosen);
        }
        return true;
    }

    [[nodiscard]] torch::Tensor before(Index window) const {
        return window == 0 ? m_before : m_compositions[window - 1];
    }

    bool proceed(double fraction, Index window) {
        if (m_stop.stop_requested()) {
            return false;
        }
        if (m_progress) {
            m_progress({fraction, fmt::format("window {} of {}", window + 1, m_windows)});
        }
        return true;
    }

    Generation& m_generation;
    model::Condition m_condition;
    torch::Tensor m_before;
    torch::Tensor m_empty;  // (T): windows without any value
    const DiffusionOptions& m_options;
    const std::stop_token& m_stop;
    const ProgressCallback& m_progress;
    Index m_windows;
    torch::Tensor m_compositions;  // (T, K, M)
};

// (T): true where the target has no value at all.
torch::Tensor emptyWindows(const trace::WindowedTrace& target) {
    torch::Tensor empty = torch::zeros({target.windowCount()}, torch::kBool);
    auto access = empty.accessor<bool, 1>();
    for (Index window = 0; window < target.windowCount(); ++window) {
        access[window] = target.values.row(window).array().isNaN().all();
    }
    return empty;
}

// Refuses, or says what it makes of, a trace that is not of the model's machine or stressors this build does not have.
Expected<std::vector<std::string>> checkFit(const trace::WindowedTrace& trace, const model::Description& description,
                                            bool fit) {
    std::vector<std::string> steps;
    const Misfit misfit = misfitOf(trace, description);
    if (!fit && misfit.traceCpus != 0) {
        return badInput(fmt::format("The trace has {} CPUs and the model {}; --fit averages or spreads them.",
                                    misfit.traceCpus, description.cpus()));
    }
    if (misfit.unknownStressors.empty()) {
        return steps;
    }
    const std::string unknown = fmt::format("{}", fmt::join(misfit.unknownStressors, ", "));
    if (!fit) {
        return badInput(
            fmt::format("The model uses stressors this program does not have: {}; --fit leaves them out.", unknown));
    }
    steps.push_back(fmt::format("Left out, because this program does not have these stressors: {}.", unknown));
    return steps;
}

// What the model follows and the trace does not say.
void describeMasked(const trace::WindowedTrace& target, const model::Description& description, FitReport& report) {
    std::vector<std::string> masked;
    for (const Metric& metric : description.metrics) {
        if (target.indexOf(metric.id) < 0 && metric.id != kMemoryUsedId) {
            masked.push_back(metric.id);
        }
    }
    if (!masked.empty()) {
        report.steps.push_back(
            fmt::format("The model does without these metrics, which the trace lacks: {}.", fmt::join(masked, ", ")));
    }
}

std::string describeSource(const FittedTarget& target, const model::Description& description,
                           const DiffusionOptions& options) {
    const nlohmann::json source{{"method", "diffusion"},
                                {"fit", target.report.steps},
                                {"target_start_ns", target.target.startNs},
                                {"sampling",
                                 {{"strategy", strategyName(options.strategy)},
                                  {"sampler", samplerName(options.sampler)},
                                  {"steps", options.steps},
                                  {"first_steps", options.firstSteps},
                                  {"guidance", options.guidance},
                                  {"candidates", options.candidates},
                                  {"polish", options.polish},
                                  {"units", unitsName(options.units)},
                                  {"idle_below", options.idleBelow},
                                  {"uses_previous", options.usePrevious}}},
                                {"model",
                                 {{"architecture", model::architectureName(description.network.architecture)},
                                  {"dataset_xxh3", description.datasetHash},
                                  {"samples", description.samples},
                                  {"seed", description.seed},
                                  {"simulated", description.simulated()}}}};
    return source.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace

Cancellable<Generated> generate(const trace::WindowedTrace& trace, const model::Model& model,
                                const DiffusionOptions& options, std::uint64_t seed, std::stop_token stop,
                                const ProgressCallback& progress, const Predecessor& before) {
    const model::Description& description = model.description();
    if (auto valid = validate(options); !valid) {
        return tl::unexpected(valid.error());
    }
    const auto windows = static_cast<std::size_t>(trace.windowCount());
    if (auto size = plan::checkSize(windows, description.cpus(), description.stressors.size()); !size) {
        return tl::unexpected(size.error());
    }
    auto first = fractionsOf(before, description.cpus(), description.stressors);
    if (!first) {
        return tl::unexpected(first.error());
    }
    auto steps = checkFit(trace, description, options.fit);
    if (!steps) {
        return tl::unexpected(steps.error());
    }
    auto target = fitTarget(trace, destinationOf(description), "model");
    if (!target) {
        return tl::unexpected(target.error());
    }
    target->report.steps.insert(target->report.steps.begin(), steps->begin(), steps->end());
    describeMasked(target->target, description, target->report);
    const auto device = model::chooseDevice(options.device);
    if (!device) {
        return tl::unexpected(device.error());
    }
    try {
        model::useThreads(options.threads);
        const torch::NoGradGuard guard;
        const torch::Tensor weights = weightsOf(target->target, description);
        Generation generation(model, options.units == Units::Trace ? weights : torch::ones_like(weights), options, seed,
                              *device);
        const torch::Tensor ran = torch::from_blob(
            first->data(), {static_cast<Index>(description.cpus()), static_cast<Index>(description.stressors.size())});
        Strategist strategist(generation, conditionsOf(target->target, description), ran, emptyWindows(target->target),
                              options, stop, progress);
        if (!strategist.run()) {
            return std::nullopt;
        }
        plan::ExecutionPlan plan = toPlan(strategist.compositions(), description, trace.windowSeconds);
        plan.memoryUsed = std::move(target->memoryUsed);
        plan.seed = seed;
        plan.generator = "diffusion";
        plan.machine = description.machine;
        plan.source = describeSource(*target, description, options);
        return Generated{std::move(plan), std::move(target->report)};
    } catch (const c10::Error& error) {
        return failed(fmt::format("LibTorch gave up ({}).", error.what_without_backtrace()));
    }
}

}  // namespace mimesys::generation
