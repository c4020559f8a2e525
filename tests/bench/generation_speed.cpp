// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0

// How fast plans are generated, and how well they do: 20 CPUs × 20 stressors × 28 metrics with the bundled model of a
// simulated c220g2, on application-like traces it has not seen. The default sampler beside the 25-step ancestral one
// with two evaluations per step, as the MIMESYS paper has it; both also with the other's corrections. DTW distances are
// of simulated executions.
//
//   generation_speed [--json] [--model MODEL] [--traces N] [--seconds S] [--threads N] [--repeat N]
#include "base/clock.h"
#include "evaluation/score.h"
#include "generation/diffusion/diffusion.h"
#include "learning/library.h"
#include "service/executors.h"
#include "service/resources.h"
#include "simulation/mix.h"
#include "trace/windowed.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

using namespace mimesys;

namespace {

// Seeds of traces nothing was tuned on.
constexpr std::uint64_t kFirstTraceSeed = 5001;

struct Options {
    bool json = false;
    std::string model = "simulated-c220g2";
    int traces = 12;
    double seconds = 120.0;
    int threads = 0;
    int repeat = 3;
};

struct Contestant {
    std::string name;
    generation::DiffusionOptions options;
    std::vector<double> windowsPerSecond;  // one per repetition
    double dtw = 0.0;                      // mean over traces
};

template <typename T>
T orDie(Expected<T> result) {
    if (!result) {
        fmt::print(stderr, "{}\n", result.error().text());
        std::exit(1);
    }
    return std::move(*result);
}

Options parse(int argc, char** argv) {
    Options options;
    for (int i = 1; i < argc; ++i) {
        const std::string name = argv[i];
        if (name == "--json") {
            options.json = true;
            continue;
        }
        if (i + 1 == argc) {
            fmt::print(stderr, "{} needs a value.\n", name);
            std::exit(2);
        }
        const std::string value = argv[++i];
        if (name == "--model") {
            options.model = value;
        } else if (name == "--traces") {
            options.traces = std::stoi(value);
        } else if (name == "--seconds") {
            options.seconds = std::stod(value);
        } else if (name == "--threads") {
            options.threads = std::stoi(value);
        } else if (name == "--repeat") {
            options.repeat = std::stoi(value);
        }
    }
    return options;
}

std::vector<Contestant> contestants(const Options& options) {
    generation::DiffusionOptions ours;
    ours.units = generation::Units::Model;  // as the scores below
    ours.threads = options.threads;
    generation::DiffusionOptions full = ours;
    full.sampler = generation::Sampler::Ddpm;
    full.steps = 25;
    full.firstSteps = 25;
    full.guidance = 3.0;
    full.candidates = 1;
    full.polish = 0;
    generation::DiffusionOptions unguided = full;
    unguided.guidance = 1.0;
    generation::DiffusionOptions fullPolished = full;
    fullPolished.guidance = 1.5;
    fullPolished.polish = ours.polish;
    generation::DiffusionOptions unpolished = ours;
    unpolished.polish = 0;
    return {{"mimesys", ours, {}, 0.0},
            {"mimesys without corrections", unpolished, {}, 0.0},
            {"reference (25 steps, two evaluations, w = 3)", full, {}, 0.0},
            {"25 steps, one evaluation", unguided, {}, 0.0},
            {"25 steps, two evaluations, w = 1.5, corrected", fullPolished, {}, 0.0}};
}

// Makes the plans of all traces, and scores their simulated executions the first time.
void run(Contestant& contestant, const learning::Library& library, const model::Model& model,
         const std::vector<trace::TracePtr>& traces, const service::Executor& executor, bool score) {
    evaluation::ScoreOptions scoring;
    for (std::size_t n = 0; n < model.description().metrics.size(); ++n) {
        const model::Range& range = model.description().ranges[n];
        scoring.ranges[model.description().metrics[n].id] = {range.low, range.high};
    }
    double seconds = 0.0;
    double windows = 0.0;
    double dtw = 0.0;
    for (const trace::TracePtr& trace : traces) {
        const trace::WindowedTrace target = orDie(trace::windowTrace(*trace, 1.0));
        const std::int64_t begin = monotonicNs();
        auto generated = orDie(library.generate(target, model, contestant.options, 1, {}, {}, {}));
        seconds += secondsFromNs(monotonicNs() - begin);
        windows += static_cast<double>(target.windowCount());
        if (score) {
            auto plan = std::make_shared<const plan::ExecutionPlan>(std::move(generated->plan));
            const auto recorded = orDie(executor.run(plan, 1.0, {}, {}));
            dtw += orDie(evaluation::score(evaluation::Real<trace::TracePtr>(trace),
                                           evaluation::Emulated<trace::TracePtr>(recorded.trace), scoring))
                       ->mean /
                   static_cast<double>(traces.size());
        }
    }
    contestant.windowsPerSecond.push_back(windows / seconds);
    if (score) {
        contestant.dtw = dtw;
    }
}

double median(std::vector<double> values) {
    std::ranges::sort(values);
    return values[values.size() / 2];
}

void print(const std::vector<Contestant>& all, const Options& options, const model::Description& description) {
    const auto& reference = all[2];
    if (options.json) {
        nlohmann::json json{{"cpus", description.cpus()},
                            {"stressors", description.stressors.size()},
                            {"metrics", description.metrics.size()},
                            {"simulated", true},
                            {"windows", options.traces * static_cast<int>(options.seconds)}};
        for (const Contestant& contestant : all) {
            json[contestant.name] = {{"windows_per_second", median(contestant.windowsPerSecond)},
                                     {"mean_dtw_simulated", contestant.dtw}};
        }
        json["speed_ratio"] = median(all[0].windowsPerSecond) / median(reference.windowsPerSecond);
        json["dtw_ratio"] = all[0].dtw / reference.dtw;
        fmt::print("{}\n", json.dump(2));
        return;
    }
    fmt::print("{} CPUs x {} stressors x {} metrics, two passes, {} traces of {} windows; medians of {} runs\n\n",
               description.cpus(), description.stressors.size(), description.metrics.size(), options.traces,
               options.seconds, options.repeat);
    fmt::print("{:46} {:>10} {:>22}\n", "", "windows/s", "mean DTW (simulated)");
    for (const Contestant& contestant : all) {
        fmt::print("{:46} {:10.0f} {:22.4f}\n", contestant.name, median(contestant.windowsPerSecond), contestant.dtw);
    }
    fmt::print("\nmimesys against the reference: {:.1f} x as fast, {:.2f} x its DTW distance\n",
               median(all[0].windowsPerSecond) / median(reference.windowsPerSecond), all[0].dtw / reference.dtw);
}

}  // namespace

int main(int argc, char** argv) {
    const Options options = parse(argc, argv);
    const learning::Library& library = *orDie(learning::load());
    const auto model = orDie(library.readModel(orDie(service::findModel(options.model))));
    const auto executor = orDie(service::openExecutor("simulated:c220g2", {}, 77));
    const auto profile = orDie(service::findSimulatedMachine("c220g2").and_then(simulation::readProfile));
    std::vector<trace::TracePtr> traces;
    for (int i = 0; i < options.traces; ++i) {
        simulation::MixOptions mix;
        mix.seconds = options.seconds;
        mix.seed = kFirstTraceSeed + static_cast<std::uint64_t>(i);
        traces.push_back(orDie(simulation::simulateMix(profile, mix))->trace);
    }
    std::vector<Contestant> all = contestants(options);
    for (int repetition = 0; repetition < options.repeat; ++repetition) {
        for (Contestant& contestant : all) {
            run(contestant, library, *model, traces, executor, repetition == 0);
        }
    }
    print(all, options, model->description());
    return 0;
}
