// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "service/loop.h"

#include "base/clock.h"
#include "base/within.h"
#include "collection/collector.h"
#include "dataset/dataset.h"
#include "execution/recordedrun.h"
#include "learning/library.h"
#include "machine/machine.h"
#include "plan/planfile.h"
#include "release/workload.h"
#include "service/stages.h"
#include "trace/read.h"
#include "trace/slice.h"
#include "trace/windowed.h"
#include "trace/write.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

namespace mimesys::service {
namespace {

// Shares of the progress bar, roughly as the time goes.
constexpr double kCollected = 0.28;
constexpr double kTrained = 0.62;
constexpr double kPiloted = 0.78;
constexpr double kExecuted = 0.97;

using PlanPtr = std::shared_ptr<const plan::ExecutionPlan>;

Cancellable<dataset::Dataset> obtainDataset(const LoopOptions& options, const std::stop_token& stop,
                                            const ProgressCallback& progress) {
    std::filesystem::path path = options.dataset;
    if (path.empty()) {
        const auto here = machine::discover();
        if (!here) {
            return tl::unexpected(here.error());
        }
        path = dataset::installedDatasetPath(machine::fingerprint(*here));
    }
    std::error_code ignored;
    if (std::filesystem::exists(path, ignored)) {
        return dataset::readDataset(path).map([](auto found) { return std::optional(std::move(found)); });
    }
    collection::CollectOptions collect;
    collect.durationSeconds = options.collectSeconds;
    collect.seed = options.seed;
    collect.scratchDirectory = options.scratchDirectory;
    return collection::collect(path, collect, stop, progress);
}

std::filesystem::path modelPath(const LoopOptions& options, const dataset::Dataset& dataset) {
    if (!options.model.empty()) {
        return options.model;
    }
    if (!options.dataset.empty()) {
        return std::filesystem::path(options.dataset).replace_extension("model.safetensors");
    }
    const auto machine = machine::fromJson(dataset.machine);
    return machine ? model::installedModelPath(machine::fingerprint(*machine)) : options.outputFolder / "model";
}

// First of `count` successive windows in which the metrics change most, each in units of its own range.
std::size_t liveliestWindow(const trace::WindowedTrace& target, std::size_t count) {
    const Eigen::Index windows = target.windowCount();
    std::vector<double> change(static_cast<std::size_t>(windows), 0.0);
    for (Eigen::Index n = 0; n < target.values.cols(); ++n) {
        const auto present = target.values.col(n).array().isFinite().select(target.values.col(n).array(), 0.0F);
        const float range = present.maxCoeff() - present.minCoeff();
        for (Eigen::Index t = 1; t < windows && range > 0.0F; ++t) {
            const float step = std::abs(target.values(t, n) - target.values(t - 1, n)) / range;
            change[static_cast<std::size_t>(t)] += std::isfinite(step) ? static_cast<double>(step) : 0.0;
        }
    }
    std::size_t best = 0;
    double bestSum = -1.0;
    for (std::size_t first = 0; first + count <= change.size(); ++first) {
        double sum = 0.0;
        for (std::size_t t = first + 1; t < first + count; ++t) {
            sum += change[t];
        }
        if (sum > bestSum) {
            best = first;
            bestSum = sum;
        }
    }
    return best;
}

Cancellable<execution::RecordedRun> execute(PlanPtr plan, const LoopOptions& options, const std::stop_token& stop,
                                            const ProgressCallback& progress) {
    execution::ExecutorOptions executor;
    executor.scratchDirectory = options.scratchDirectory;
    const double period = plan->windowSeconds();
    auto run = execution::executeHere(std::move(executor))(std::move(plan), period, stop, progress);
    if (!run) {
        return tl::unexpected(run.error());
    }
    if (run->report.cancelled) {
        return std::optional<execution::RecordedRun>();
    }
    if (!run->trace) {
        return failed("Nothing was recorded during the run.");
    }
    return std::optional(std::move(*run));
}

// What one run of the loop carries from step to step.
struct Loop {
    const LoopOptions& options;
    const std::stop_token& stop;
    const ProgressCallback& progress;

    trace::TracePtr real;
    trace::WindowedTrace windows;
    evaluation::ScoreOptions scoring;
    std::vector<PlanPtr> plans;  // as attempts
    LoopResult result;

    Expected<void> loadTrace();
    Cancellable<bool> generateAll(std::shared_ptr<const dataset::Dataset> dataset);
    Cancellable<bool> enterDiffusion(const dataset::Dataset& dataset, std::vector<generation::Generator>& generators);
    Cancellable<bool> pilotAll();
    Cancellable<bool> executeBest();
    Expected<void> writeResults(const execution::RecordedRun& run);

    Cancellable<evaluation::Score> scoreOf(trace::TracePtr realPart, trace::TracePtr emulated) const {
        return evaluation::score(evaluation::Real<trace::TracePtr>(std::move(realPart)),
                                 evaluation::Emulated<trace::TracePtr>(std::move(emulated)), scoring, stop);
    }
};

Expected<void> Loop::loadTrace() {
    std::error_code error;
    std::filesystem::create_directories(options.outputFolder, error);
    if (error) {
        return failed(fmt::format("The folder cannot be created ({}).", error.message()),
                      options.outputFolder.string());
    }
    const auto read = trace::readTrace(options.trace, stop);
    if (!read) {
        return tl::unexpected(read.error());
    }
    if (!*read) {
        return {};
    }
    real = (*read)->trace;
    auto cut = trace::windowTrace(*real, scoring.windowSeconds);
    if (!cut) {
        return tl::unexpected(cut.error());
    }
    windows = std::move(*cut);
    return {};
}

// Adds the diffusion model to the generators; a note where it cannot take part.
Cancellable<bool> Loop::enterDiffusion(const dataset::Dataset& dataset,
                                       std::vector<generation::Generator>& generators) {
    if (options.trainSeconds <= 0.0) {
        return std::optional(true);
    }
    const auto library = learning::load();
    auto model = library ? obtainModel(**library, dataset, modelPath(options, dataset), options.trainSeconds,
                                       options.seed, 0, stop, within(progress, kCollected, kTrained))
                         : Cancellable<model::ModelPtr>(tl::unexpected(library.error()));
    if (!model) {
        result.notes.push_back("The diffusion method did not take part: " + model.error().text());
        return std::optional(true);
    }
    if (!*model) {
        return std::optional<bool>();
    }
    generation::DiffusionOptions sampling;
    sampling.fit = true;  // the bundled trace is of another machine
    generators.push_back(learning::bind(**library, std::move(**model), sampling));
    return std::optional(true);
}

Cancellable<bool> Loop::generateAll(std::shared_ptr<const dataset::Dataset> dataset) {
    std::vector<generation::Generator> generators;
    if (auto entered = enterDiffusion(*dataset, generators); !entered || !*entered) {
        return entered;
    }
    for (const generation::Method method : generation::kMethods) {
        generators.push_back(generation::bind(method, dataset));
    }
    for (const generation::Generator& generator : generators) {
        auto generated = generator.generate(windows, options.seed, stop, {});
        if (!generated) {
            return tl::unexpected(generated.error());
        }
        if (!*generated) {
            return std::optional<bool>();
        }
        plans.push_back(std::make_shared<const plan::ExecutionPlan>(std::move((*generated)->plan)));
        result.attempts.push_back({generator.name, std::move((*generated)->report), {}});
    }
    return std::optional(true);
}

Cancellable<bool> Loop::pilotAll() {
    const auto total = static_cast<std::size_t>(windows.windowCount());
    result.pilotWindows = std::min(options.pilotWindows, total);
    result.pilotFirstWindow = liveliestWindow(windows, result.pilotWindows);
    const std::int64_t windowNs = nsFromSeconds(windows.windowSeconds);
    const std::int64_t from = windows.startNs + static_cast<std::int64_t>(result.pilotFirstWindow) * windowNs;
    // Half a window of slack, since recorded samples end a little off the window's boundary.
    const auto realPart = trace::slice(*real, from - windowNs / 2,
                                       from + static_cast<std::int64_t>(result.pilotWindows) * windowNs + windowNs / 2);
    if (!realPart) {
        return tl::unexpected(realPart.error());
    }
    const double share = (kPiloted - kTrained) / static_cast<double>(plans.size());
    for (std::size_t i = 0; i < plans.size(); ++i) {
        const double begin = kTrained + share * static_cast<double>(i);
        auto part = std::make_shared<const plan::ExecutionPlan>(
            plan::slice(*plans[i], result.pilotFirstWindow, result.pilotWindows));
        const auto run = execute(std::move(part), options, stop, within(progress, begin, begin + share));
        if (!run) {
            return tl::unexpected(run.error());
        }
        if (!*run) {
            return std::optional<bool>();
        }
        auto score = scoreOf(*realPart, (*run)->trace);
        if (!score) {
            return tl::unexpected(score.error());
        }
        if (!*score) {
            return std::optional<bool>();
        }
        result.attempts[i].pilot = std::move(**score);
    }
    return std::optional(true);
}

Cancellable<bool> Loop::executeBest() {
    const auto best = std::ranges::min_element(result.attempts, {}, [](const Attempt& a) { return a.pilot.mean; });
    const PlanPtr plan = plans[static_cast<std::size_t>(best - result.attempts.begin())];
    auto run = execute(plan, options, stop, within(progress, kPiloted, kExecuted));
    if (!run) {
        return tl::unexpected(run.error());
    }
    if (!*run) {
        return std::optional<bool>();
    }
    auto score = scoreOf(real, (*run)->trace);
    if (!score) {
        return tl::unexpected(score.error());
    }
    if (!*score) {
        return std::optional<bool>();
    }
    result.score = std::move(**score);
    result.report = std::move((*run)->report);
    plans = {plan};
    if (auto written = writeResults(**run); !written) {
        return tl::unexpected(written.error());
    }
    std::ranges::stable_sort(result.attempts, {}, [](const Attempt& a) { return a.pilot.mean; });
    return std::optional(true);
}

Expected<void> Loop::writeResults(const execution::RecordedRun& run) {
    result.real = options.outputFolder / "real.h5";
    result.plan = options.outputFolder / "plan.h5";
    result.emulated = options.outputFolder / "emulated.h5";
    result.workload = options.outputFolder / "workload";
    return trace::writeTrace(*real, result.real)
        .and_then([&] { return plan::writePlan(*plans.front(), result.plan); })
        .and_then([&] { return trace::writeTrace(*run.trace, result.emulated); })
        .and_then([] { return release::findRunner(); })
        .and_then([&](const std::filesystem::path& runner) {
            return release::writeWorkload(runner, {*plans.front(), plans.front()->source}, result.workload);
        });
}

}  // namespace

Cancellable<LoopResult> closeLoop(const LoopOptions& options, const std::stop_token& stop,
                                  const ProgressCallback& progress) {
    Loop loop{options, stop, progress, {}, {}, {}, {}, {}};
    if (auto loaded = loop.loadTrace(); !loaded) {
        return tl::unexpected(loaded.error());
    }
    if (!loop.real) {
        return std::optional<LoopResult>();
    }
    auto dataset = obtainDataset(options, stop, within(progress, 0.0, kCollected));
    if (!dataset) {
        return tl::unexpected(dataset.error());
    }
    if (!*dataset) {
        return std::optional<LoopResult>();
    }
    loop.result.datasetSamples = (*dataset)->sampleCount();
    auto done = loop.generateAll(std::make_shared<const dataset::Dataset>(std::move(**dataset)));
    for (auto step : {&Loop::pilotAll, &Loop::executeBest}) {
        if (done && *done) {
            done = (loop.*step)();
        }
    }
    if (!done) {
        return tl::unexpected(done.error());
    }
    if (!*done) {
        return std::optional<LoopResult>();
    }
    return std::optional(std::move(loop.result));
}

}  // namespace mimesys::service
