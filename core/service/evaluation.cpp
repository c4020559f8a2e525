// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "service/evaluation.h"

#include "base/clock.h"
#include "base/filelock.h"
#include "base/hash.h"
#include "service/evaluationfile.h"
#include "trace/contenthash.h"
#include "trace/windowed.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <memory>
#include <set>
#include <utility>

namespace mimesys::service {
namespace {

constexpr std::string_view kCpuMean = "cpu.utilization";
constexpr double kLowPercent = 30.0;
constexpr double kMidPercent = 60.0;

Hash hashOf(const Executor& executor, const EvaluationOptions& options) {
    Hash hash;
    hash.add(executor.name).add(machine::fingerprint(executor.machine)).add(options.windowSeconds).add(options.seed);
    for (const auto& [id, range] : options.ranges) {
        hash.add(id).add(range.low).add(range.high);
    }
    return hash;
}

// Time-weighted mean over the CPUs of a trace, in %; NaN when it has none.
double meanUtilisation(const trace::Trace& trace) {
    double sum = 0.0;
    double weight = 0.0;
    const bool hasCores = trace.cpuCount() > 0;
    for (const trace::Column& column : trace.columns) {
        if (!(hasCores ? cpuOfUtilizationId(column.metric.id).has_value() : column.metric.id == kCpuMean)) {
            continue;
        }
        for (std::size_t i = 0; i < trace.sampleCount(); ++i) {
            if (!column.isMissing(i)) {
                const double seconds = secondsFromNs(trace.timesNs[i] - trace.intervalStartNs(i));
                sum += seconds * static_cast<double>(column.values[i]);
                weight += seconds;
            }
        }
    }
    return sum / weight;
}

// One thing to try.
struct Task {
    const NamedTrace* trace = nullptr;
    const trace::WindowedTrace* windows = nullptr;
    const Contestant* contestant = nullptr;
    std::uint64_t traceHash = 0;
    Trial trial;  // who, what and from what; no outcome yet
};

class Evaluator {
public:
    Evaluator(const Executor& executor, const EvaluationOptions& options, const std::stop_token& stop,
              const ProgressCallback& progress)
        : m_executor(executor), m_options(options), m_stop(stop), m_progress(progress) {}

    Expected<void> plan(const std::vector<NamedTrace>& traces, const std::vector<Contestant>& contestants);
    Cancellable<Evaluation> run();

private:
    void planView(const View& view, const std::vector<NamedTrace>& traces, const std::vector<Contestant>& contestants);
    Expected<void> resume();
    // False when stopped.
    bool attempt(const Task& task, Trial& trial, std::size_t index) const;
    Cancellable<plan::ExecutionPlan> generate(const Task& task, Trial& trial) const;
    Cancellable<trace::TracePtr> execute(plan::ExecutionPlan plan, const ProgressCallback& progress) const;
    [[nodiscard]] ProgressCallback within(const Task& task, std::size_t index) const;

    const Executor& m_executor;
    const EvaluationOptions& m_options;
    const std::stop_token& m_stop;
    const ProgressCallback& m_progress;
    std::vector<trace::WindowedTrace> m_windows;  // as traces
    std::vector<Task> m_tasks;
    Evaluation m_evaluation;
};

bool sameName(const Trial& left, const Trial& right) {
    return left.trace == right.trace && left.method == right.method && left.view == right.view;
}

// What a model learnt from says nothing about how it does elsewhere.
Expected<void> checkUnseen(const std::vector<NamedTrace>& traces, const std::vector<Contestant>& contestants) {
    for (const NamedTrace& trace : traces) {
        const std::string hash = trace::contentHash(*trace.trace).text();
        for (const Contestant& contestant : contestants) {
            if (std::ranges::find(contestant.seen, hash) != contestant.seen.end()) {
                return badInput(
                    fmt::format("The model of \"{}\" was aligned on this trace, which cannot judge it then; "
                                "leave the trace out, or name another model.",
                                contestant.generator.name),
                    trace.name);
            }
        }
    }
    return {};
}

Expected<void> Evaluator::plan(const std::vector<NamedTrace>& traces, const std::vector<Contestant>& contestants) {
    std::set<std::string> names;
    for (const NamedTrace& trace : traces) {
        if (!names.insert(trace.name).second) {
            return badInput("Two of the traces have the same name.", trace.name);
        }
        auto windows = trace::windowTrace(*trace.trace, m_options.windowSeconds);
        if (!windows) {
            return badInput(windows.error().message, trace.name);
        }
        m_windows.push_back(std::move(*windows));
    }
    names.clear();
    for (const Contestant& contestant : contestants) {
        if (!names.insert(contestant.generator.name).second) {
            return badInput(fmt::format("The method \"{}\" is named twice.", contestant.generator.name));
        }
    }
    m_evaluation = {.executor = m_executor.name,
                    .simulated = m_executor.simulated,
                    .machine = machine::toJson(m_executor.machine),
                    .windowSeconds = m_options.windowSeconds,
                    .seed = m_options.seed,
                    .inputs = hashOf(m_executor, m_options).text(),
                    .trials = {},
                    .expected = 0};
    if (auto unseen = checkUnseen(traces, contestants); !unseen) {
        return unseen;
    }
    for (const View& view : m_options.views) {
        planView(view, traces, contestants);
    }
    if (m_tasks.empty()) {
        return badInput("There is nothing to evaluate; name at least one trace and one method.");
    }
    return m_options.result.empty() ? Expected<void>() : resume();
}

void Evaluator::planView(const View& view, const std::vector<NamedTrace>& traces,
                         const std::vector<Contestant>& contestants) {
    for (const Contestant& contestant : contestants) {
        for (std::size_t i = 0; i < traces.size(); ++i) {
            if (!isApplicable(view, m_windows[i])) {
                continue;
            }
            const Hash content = trace::contentHash(*traces[i].trace);
            Task task{&traces[i], &m_windows[i], &contestant, content.value(), {}};
            task.trial.trace = traces[i].name;
            task.trial.method = contestant.generator.name;
            task.trial.view = view;
            task.trial.inputs = Hash()
                                    .add(m_evaluation.inputs)
                                    .add(content.value())
                                    .add(task.trial.method)
                                    .add(contestant.inputs)
                                    .add(viewName(view))
                                    .text();
            task.trial.load = loadLevel(*traces[i].trace);
            m_tasks.push_back(std::move(task));
        }
    }
}

// Takes over what the result file has, in this evaluation's order.
Expected<void> Evaluator::resume() {
    std::error_code ignored;
    if (!std::filesystem::exists(m_options.result, ignored)) {
        return {};
    }
    auto stored = readEvaluation(m_options.result);
    if (!stored) {
        return tl::unexpected(stored.error());
    }
    if (stored->inputs != m_evaluation.inputs) {
        return badInput(
            "The file holds an evaluation with another machine, executor, seed, window or ranges; name another file, "
            "or remove this one to begin again.",
            m_options.result.string());
    }
    for (Task& task : m_tasks) {
        const auto found =
            std::ranges::find_if(stored->trials, [&](const Trial& t) { return sameName(t, task.trial); });
        if (found == stored->trials.end()) {
            continue;
        }
        if (found->inputs != task.trial.inputs) {
            return badInput(fmt::format("The file holds results of another trace \"{}\" or another method \"{}\"; name "
                                        "another file, or remove this one to begin again.",
                                        task.trial.trace, task.trial.method),
                            m_options.result.string());
        }
        if (found->failure.empty()) {
            task.trial = *found;
        }
        stored->trials.erase(found);
    }
    m_evaluation.trials = std::move(stored->trials);
    return {};
}

Cancellable<Evaluation> Evaluator::run() {
    const std::vector<Trial> others = std::exchange(m_evaluation.trials, {});
    m_evaluation.expected = m_tasks.size() + others.size();
    const auto done = [](const Task& task) {
        return !task.trial.families.empty();
    };
    // What is known already stands in the file from the beginning, so that nothing of it is lost on the way.
    const auto save = [&](std::size_t tried) -> Expected<void> {
        m_evaluation.trials.clear();
        for (std::size_t i = 0; i < m_tasks.size(); ++i) {
            if (i < tried || done(m_tasks[i])) {
                m_evaluation.trials.push_back(m_tasks[i].trial);
            }
        }
        m_evaluation.trials.insert(m_evaluation.trials.end(), others.begin(), others.end());
        m_evaluation.simulated = m_executor.simulated || std::ranges::any_of(m_evaluation.trials, &Trial::simulated);
        return m_options.result.empty() ? Expected<void>() : writeEvaluation(m_evaluation, m_options.result);
    };
    if (auto saved = save(0); !saved) {
        return tl::unexpected(saved.error());
    }
    for (std::size_t i = 0; i < m_tasks.size(); ++i) {
        if (done(m_tasks[i])) {
            continue;
        }
        Trial trial = m_tasks[i].trial;
        if (m_stop.stop_requested() || !attempt(m_tasks[i], trial, i)) {
            return std::optional<Evaluation>();
        }
        m_tasks[i].trial = std::move(trial);
        if (auto saved = save(i + 1); !saved) {
            return tl::unexpected(saved.error());
        }
    }
    return std::optional(std::move(m_evaluation));
}

ProgressCallback Evaluator::within(const Task& task, std::size_t index) const {
    if (!m_progress) {
        return {};
    }
    return [this, index,
            text = fmt::format("{} of {}: {} on {}, {}", index + 1, m_tasks.size(), task.trial.method, task.trial.trace,
                               viewName(task.trial.view))](const Progress& step) {
        const double share = std::clamp(step.fraction, 0.0, 1.0);
        m_progress({(static_cast<double>(index) + share) / static_cast<double>(m_tasks.size()), text});
    };
}

Cancellable<plan::ExecutionPlan> Evaluator::generate(const Task& task, Trial& trial) const {
    const trace::WindowedTrace target = seen(*task.windows, trial.view, m_options.seed ^ task.traceHash);
    const std::int64_t begin = monotonicNs();
    auto generated = task.contestant->generator.generate(target, m_options.seed, m_stop, {});
    trial.generationSeconds = secondsFromNs(monotonicNs() - begin);
    trial.windows = static_cast<std::size_t>(target.windowCount());
    if (!generated) {
        return tl::unexpected(generated.error());
    }
    if (!*generated) {
        return std::optional<plan::ExecutionPlan>();
    }
    trial.fit = std::move((*generated)->report.steps);
    return std::optional(std::move((*generated)->plan));
}

Cancellable<trace::TracePtr> Evaluator::execute(plan::ExecutionPlan plan, const ProgressCallback& progress) const {
    const double period = plan.windowSeconds();
    auto run = m_executor.run(std::make_shared<const plan::ExecutionPlan>(std::move(plan)), period, m_stop, progress);
    if (!run) {
        return tl::unexpected(run.error());
    }
    if (m_stop.stop_requested()) {
        return std::optional<trace::TracePtr>();
    }
    if (run->report.cancelled) {
        return failed("The run was stopped before its end.");
    }
    if (!run->trace) {
        return failed("Nothing was recorded during the run.");
    }
    return std::optional(std::move(run->trace));
}

bool Evaluator::attempt(const Task& task, Trial& trial, std::size_t index) const {
    const ProgressCallback progress = within(task, index);
    if (progress) {
        progress({0.0, {}});
    }
    const auto score = generate(task, trial).and_then([&](auto plan) -> Cancellable<evaluation::Score> {
        if (!plan) {
            return std::nullopt;
        }
        return execute(std::move(*plan), progress).and_then([&](auto emulated) -> Cancellable<evaluation::Score> {
            if (!emulated) {
                return std::nullopt;
            }
            const evaluation::ScoreOptions scoring{
                .windowSeconds = m_options.windowSeconds, .ranges = m_options.ranges, .band = 0};
            return evaluation::score(evaluation::Real(task.trace->trace), evaluation::Emulated(std::move(*emulated)),
                                     scoring, m_stop);
        });
    });
    trial.simulated = m_executor.simulated;
    if (!score) {
        trial.failure = score.error().text();
        return true;
    }
    if (!*score) {
        return false;
    }
    trial.families = (*score)->families;
    trial.mean = (*score)->mean;
    for (const evaluation::MetricScore& metric : (*score)->metrics) {
        trial.metrics[metric.metric.id] = metric.dtw;
    }
    trial.simulated |= (*score)->realSimulated || (*score)->emulatedSimulated;
    return true;
}

std::string levelOf(double percent) {
    if (!std::isfinite(percent)) {
        return "unknown";
    }
    return percent <= kLowPercent ? "low" : percent <= kMidPercent ? "mid" : "high";
}

}  // namespace

std::string loadLevel(const trace::Trace& trace) {
    if (const auto found = trace.attributes.find("load"); found != trace.attributes.end()) {
        for (const std::string_view level : kLoadLevels) {
            if (found->second == level) {
                return std::string(level);
            }
        }
    }
    return levelOf(meanUtilisation(trace));
}

Cancellable<Evaluation> evaluate(const std::vector<NamedTrace>& traces, const std::vector<Contestant>& contestants,
                                 const Executor& executor, const EvaluationOptions& options,
                                 const std::stop_token& stop, const ProgressCallback& progress) {
    std::optional<FileLock> lock;
    if (!options.result.empty()) {
        auto locked = FileLock::tryLock(options.result);
        if (!locked) {
            return tl::unexpected(locked.error());
        }
        lock.emplace(std::move(*locked));
    }
    Evaluator evaluator(executor, options, stop, progress);
    if (auto planned = evaluator.plan(traces, contestants); !planned) {
        return tl::unexpected(planned.error());
    }
    return evaluator.run();
}

}  // namespace mimesys::service
