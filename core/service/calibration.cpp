// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "service/calibration.h"

#include "base/atomicfile.h"
#include "base/clock.h"
#include "base/within.h"
#include "dataset/dataset.h"
#include "generation/source.h"
#include "learning/library.h"
#include "service/aligning.h"
#include "service/stages.h"
#include "trace/contenthash.h"
#include "trace/slice.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <memory>
#include <utility>

namespace mimesys::service {
namespace {

namespace fs = std::filesystem;

constexpr double kAlignedShare = 2.0 / 3.0;               // of every trace
constexpr double kLeastBudgetSeconds = 80.0;              // below, too few samples to learn from
constexpr int kLeastWindows = 12;                         // of a trace: eight to align on and four to evaluate
constexpr double kTrained = kCollectShare + kTrainShare;  // of the progress
constexpr std::string_view kBefore = "diffusion (not aligned)";
constexpr std::string_view kAfter = "diffusion";

double secondsSince(std::int64_t startNs) {
    return secondsFromNs(monotonicNs() - startNs);
}

// The two parts of every trace.
struct Parts {
    std::vector<NamedTrace> aligned;
    std::vector<NamedTrace> evaluated;
};

// The file appears complete or not at all.
Expected<void> copyFile(const fs::path& from, const fs::path& to) {
    std::ifstream stream(from, std::ios::binary);
    if (!stream) {
        return failed("The file cannot be read.", from.string());
    }
    const std::string content{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    return writeFile(to, content);
}

class Calibrator {
public:
    Calibrator(const CalibrationOptions& options, const std::stop_token& stop, const ProgressCallback& progress)
        : m_options(options), m_stop(stop), m_progress(progress) {}

    Expected<void> open(const std::vector<NamedTrace>& traces);
    Cancellable<Calibration> run();

private:
    [[nodiscard]] fs::path file(const char* name) const { return m_folder / name; }
    [[nodiscard]] double seconds(double share) const { return share * m_options.budgetSeconds; }
    Expected<void> divide(const NamedTrace& trace, double evaluatedSeconds);
    void report(const char* stage, std::int64_t startNs, std::string outcome);

    // Each of them false when stopped.
    Cancellable<bool> collect();
    Cancellable<bool> train();
    Cancellable<bool> align();
    Cancellable<bool> evaluate();
    Expected<void> install();
    [[nodiscard]] bool isAligned(const model::Description& description) const;
    [[nodiscard]] Expected<Contestant> contestant(const model::ModelPtr& model, std::string_view name,
                                                  const char* file) const;
    [[nodiscard]] generation::DiffusionOptions sampling() const;

    const CalibrationOptions& m_options;
    const std::stop_token& m_stop;
    const ProgressCallback& m_progress;
    const learning::Library* m_library = nullptr;
    std::vector<collection::Laboratory> m_laboratories;
    Executor m_executor;
    fs::path m_folder;
    Parts m_parts;
    std::shared_ptr<const dataset::Dataset> m_dataset;
    model::ModelPtr m_pretrained;
    model::ModelPtr m_aligned;
    Calibration m_result;
};

Expected<void> Calibrator::open(const std::vector<NamedTrace>& traces) {
    if (traces.empty()) {
        return badInput("A calibration needs a trace to align on.");
    }
    if (!(m_options.budgetSeconds >= kLeastBudgetSeconds)) {
        return badInput(fmt::format("In {} s no machine can be calibrated; give it {:.0f} s at least.",
                                    m_options.budgetSeconds, kLeastBudgetSeconds));
    }
    const auto library = learning::load();
    if (!library) {
        return tl::unexpected(library.error());
    }
    m_library = *library;
    auto executor = openExecutor(m_options.executor, m_options.execution, m_options.seed);
    auto laboratory = executor.and_then([&](const Executor&) {
        return openLaboratory(m_options.executor, m_options.execution, m_options.stressors, m_options.seed);
    });
    if (!executor || !laboratory) {
        return tl::unexpected(!executor ? executor.error() : laboratory.error());
    }
    m_executor = std::move(*executor);
    m_laboratories.push_back(std::move(*laboratory));
    m_result.fingerprint = machine::fingerprint(m_executor.machine);
    m_result.simulated = m_executor.simulated;
    m_result.dataset = dataset::installedDatasetPath(m_result.fingerprint);
    m_result.model = model::installedModelPath(m_result.fingerprint);
    m_folder = m_options.folder.empty() ? m_result.dataset.parent_path() / "calibration" : m_options.folder;
    // Both now: half an hour of work should not end at a folder that is not there.
    for (const fs::path& folder : {m_folder, m_result.dataset.parent_path()}) {
        std::error_code error;
        fs::create_directories(folder, error);
        if (error) {
            return failed(fmt::format("The folder cannot be created ({}).", error.message()), folder.string());
        }
    }
    const double each = seconds(kEvaluateShare) / 2.0 / static_cast<double>(traces.size());
    for (const NamedTrace& trace : traces) {
        if (auto divided = divide(trace, each); !divided) {
            return divided;
        }
    }
    return {};
}

Expected<void> Calibrator::divide(const NamedTrace& trace, double evaluatedSeconds) {
    const double window = m_options.windowSeconds;
    const double windows = std::floor(trace.trace->durationSeconds() / window + 1e-6);
    if (windows < kLeastWindows) {
        return badInput(fmt::format("The trace has {:.0f} windows of {} s; {} are needed to align on the first of them "
                                    "and to evaluate on the last.",
                                    windows, window, kLeastWindows),
                        trace.name);
    }
    const double cut = std::floor(windows * kAlignedShare) * window;
    const double most = std::max(4.0 * window, std::floor(evaluatedSeconds / window) * window);
    const std::int64_t start = trace.trace->startNs;
    auto first = trace::slice(*trace.trace, start, start + nsFromSeconds(cut));
    auto last = trace::slice(*trace.trace, start + nsFromSeconds(cut), start + nsFromSeconds(cut + most));
    if (!first || !last) {
        return badInput(!first ? first.error().message : last.error().message, trace.name);
    }
    m_parts.aligned.push_back({trace.name, std::move(*first)});
    m_parts.evaluated.push_back({trace.name, std::move(*last)});
    return {};
}

void Calibrator::report(const char* stage, std::int64_t startNs, std::string outcome) {
    m_result.stages.push_back({stage, secondsSince(startNs), std::move(outcome)});
}

Cancellable<bool> Calibrator::collect() {
    const std::int64_t start = monotonicNs();
    collection::CollectOptions collect;
    collect.strategy = collection::Strategy::Novelty;
    collect.seed = m_options.seed;
    if (m_executor.simulated) {
        // No time passes there: what a real machine would give in that time.
        collect.samples = collection::samplesWithin(seconds(kCollectShare), collect.windowSeconds);
    } else {
        collect.durationSeconds = seconds(kCollectShare);
    }
    auto collected = collection::collectOn(m_laboratories, file("dataset.h5"), collect, m_stop,
                                           within(m_progress, 0.0, kCollectShare));
    if (!collected || !*collected) {
        return collected ? Cancellable<bool>(std::optional<bool>()) : tl::unexpected(collected.error());
    }
    m_dataset = std::make_shared<const dataset::Dataset>(std::move((*collected)->dataset));
    report("collect", start,
           fmt::format("{} {}samples; {}.", m_dataset->sampleCount(), m_executor.simulated ? "simulated " : "",
                       collection::endingText((*collected)->ending)));
    return std::optional(true);
}

Cancellable<bool> Calibrator::train() {
    const std::int64_t start = monotonicNs();
    const auto model =
        obtainModel(*m_library, *m_dataset, file("pretrained.safetensors"), seconds(kTrainShare), m_options.seed,
                    m_options.threads, m_stop, within(m_progress, kCollectShare, kTrained));
    if (!model || !*model) {
        return model ? Cancellable<bool>(std::optional<bool>()) : tl::unexpected(model.error());
    }
    m_pretrained = std::move(**model);
    const model::Description& description = m_pretrained->description();
    report("train", start,
           fmt::format("{} steps; the forward model is off by {:.3f} of the ranges on held-out samples.",
                       description.history.back().step, description.forwardError));
    return std::optional(true);
}

generation::DiffusionOptions Calibrator::sampling() const {
    generation::DiffusionOptions sampling;
    sampling.fit = true;  // traces come from other machines as well
    sampling.threads = m_options.threads;
    return sampling;
}

bool Calibrator::isAligned(const model::Description& description) const {
    return description.datasetHash == m_pretrained->description().datasetHash &&
           description.alignment.traces.size() == m_parts.aligned.size() &&
           std::ranges::all_of(m_parts.aligned, [&](const NamedTrace& part) {
               return std::ranges::find(description.alignment.traces, trace::contentHash(*part.trace).text()) !=
                      description.alignment.traces.end();
           });
}

Cancellable<bool> Calibrator::align() {
    const std::int64_t start = monotonicNs();
    const fs::path path = file("model.safetensors");
    const auto found = model::readDescription(path);
    Cancellable<model::ModelPtr> model;
    if (found && isAligned(*found)) {
        model = m_library->readModel(path).map([](model::ModelPtr read) { return std::optional(std::move(read)); });
    } else {
        alignment::AlignOptions options = alignOptionsWithin(seconds(kAlignShare), false);
        options.seed = m_options.seed;
        options.sampling = sampling();
        const auto targets =
            alignTargets(m_parts.aligned, m_pretrained->description(), m_options.windowSeconds, options);
        if (!targets) {
            return tl::unexpected(targets.error());
        }
        const alignment::Site site{m_executor.name, m_executor.simulated, m_executor.run};
        model = m_library->align(*m_pretrained, *targets, site, m_dataset.get(), path, options, m_stop, {},
                                 within(m_progress, kTrained, kTrained + kAlignShare));
    }
    if (!model || !*model) {
        return model ? Cancellable<bool>(std::optional<bool>()) : tl::unexpected(model.error());
    }
    m_aligned = std::move(**model);
    const std::vector<model::AlignPoint>& history = m_aligned->description().alignment.history;
    double best = history.front().heldOutReward;
    for (const model::AlignPoint& point : history) {
        best = std::fmax(best, point.heldOutReward);
    }
    report("align", start,
           fmt::format("{} windows in {} iterations; held-out reward {:.4f}, before {:.4f}.", history.back().windows,
                       history.back().iteration, best, history.front().heldOutReward));
    return std::optional(true);
}

Expected<Contestant> Calibrator::contestant(const model::ModelPtr& model, std::string_view name,
                                            const char* fileName) const {
    return generation::hashOfContent(file(fileName)).map([&](std::string&& hash) {
        return Contestant{learning::bind(*m_library, model, sampling(), std::string(name)), std::move(hash),
                          model->description().alignment.traces};
    });
}

Cancellable<bool> Calibrator::evaluate() {
    const std::int64_t start = monotonicNs();
    EvaluationOptions options;
    options.windowSeconds = m_options.windowSeconds;
    options.seed = m_options.seed;
    options.result = file("evaluation.json");
    const auto before = contestant(m_pretrained, kBefore, "pretrained.safetensors");
    const auto after = contestant(m_aligned, kAfter, "model.safetensors");
    if (!before || !after) {
        return tl::unexpected(!before ? before.error() : after.error());
    }
    const auto evaluateAll = [&] {
        return service::evaluate(m_parts.evaluated, {*before, *after}, m_executor, options, m_stop,
                                 within(m_progress, kTrained + kAlignShare, kTrained + kAlignShare + kEvaluateShare));
    };
    auto evaluation = evaluateAll();
    // A result of an earlier calibration is of other models.
    if (!evaluation && evaluation.error().code == ErrorCode::BadInput) {
        std::error_code ignored;
        fs::remove(options.result, ignored);
        evaluation = evaluateAll();
    }
    if (!evaluation || !*evaluation) {
        return evaluation ? Cancellable<bool>(std::optional<bool>()) : tl::unexpected(evaluation.error());
    }
    m_result.evaluation = std::move(**evaluation);
    report(
        "evaluate", start,
        fmt::format("{} plans executed and scored on what the model has not seen.", m_result.evaluation.trials.size()));
    return std::optional(true);
}

Expected<void> Calibrator::install() {
    return copyFile(file("dataset.h5"), m_result.dataset).and_then([&] {
        return copyFile(file("model.safetensors"), m_result.model);
    });
}

Cancellable<Calibration> Calibrator::run() {
    for (const auto stage : {&Calibrator::collect, &Calibrator::train, &Calibrator::align, &Calibrator::evaluate}) {
        const auto done = (this->*stage)();
        if (!done || !*done) {
            return done ? Cancellable<Calibration>(std::optional<Calibration>()) : tl::unexpected(done.error());
        }
    }
    if (auto installed = install(); !installed) {
        return tl::unexpected(installed.error());
    }
    return std::optional(std::move(m_result));
}

}  // namespace

Cancellable<Calibration> calibrate(const std::vector<NamedTrace>& traces, const CalibrationOptions& options,
                                   const std::stop_token& stop, const ProgressCallback& progress) {
    Calibrator calibrator(options, stop, progress);
    if (auto opened = calibrator.open(traces); !opened) {
        return tl::unexpected(opened.error());
    }
    return calibrator.run();
}

}  // namespace mimesys::service
