// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "evaluation/score.h"

#include "console.h"
#include "dataset/dataset.h"
#include "evaluation/scorejson.h"
#include "readtrace.h"
#include "scoretable.h"
#include "sources.h"
#include "verb.h"

#include <nlohmann/json.hpp>

#include <memory>
#include <string>

namespace mimesys::cli {
namespace {

struct Options {
    std::string real;
    std::string emulated;
    std::string ranges;
    double windowSeconds = 1.0;
    std::size_t band = 0;
    bool json = false;
};

Expected<evaluation::ScoreOptions> scoreOptions(const Options& options) {
    evaluation::ScoreOptions result;
    result.windowSeconds = options.windowSeconds;
    result.band = options.band;
    if (options.ranges.empty()) {
        return result;
    }
    const auto dataset = dataset::readDataset(options.ranges);
    if (!dataset) {
        return tl::unexpected(dataset.error());
    }
    result.ranges = scoringRanges(*dataset);
    return result;
}

int run(const Options& options, const std::stop_token& stop) {
    const auto settings = scoreOptions(options);
    if (!settings) {
        return report(settings.error());
    }
    const auto real = readWithNotice(options.real, stop);
    if (!real) {
        return report(real.error());
    }
    const auto emulated = *real ? readWithNotice(options.emulated, stop) : Cancellable<trace::ReadResult>();
    if (!emulated) {
        return report(emulated.error());
    }
    if (!*real || !*emulated) {
        return reportCancelled();
    }
    const auto score =
        evaluation::score(evaluation::Real((*real)->trace), evaluation::Emulated((*emulated)->trace), *settings, stop);
    if (!score) {
        return report(score.error());
    }
    if (!*score) {
        return reportCancelled();
    }
    if (options.json) {
        printJson(evaluation::toJson(**score));
    } else {
        printScore(**score);
    }
    return kOk;
}

}  // namespace

Verb scoreVerb(CLI::App& application) {
    const auto options = std::make_shared<Options>();
    CLI::App* command =
        application.add_subcommand("score", "Compare the recording of a workload with the trace it reproduces.");
    command->add_option("real", options->real, "The original trace")->required()->type_name("REAL");
    command->add_option("emulated", options->emulated, "What was recorded while the workload ran")
        ->required()
        ->type_name("EMULATED");
    command->add_option("--window", options->windowSeconds, "Seconds per window")
        ->check(CLI::PositiveNumber)
        ->capture_default_str()
        ->type_name("S");
    command->add_option("--band", options->band, "Furthest warp in windows; 0 = no limit")
        ->capture_default_str()
        ->type_name("N");
    command->add_option("--ranges", options->ranges, "Data set whose ranges scale the metrics")->type_name("DATASET");
    command->add_flag("--json", options->json, "Print JSON");
    return {command, [options](const std::stop_token& stop) {
                return run(*options, stop);
            }};
}

}  // namespace mimesys::cli
