// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "service/evaluationfile.h"

#include "base/atomicfile.h"
#include "base/jsonvalue.h"
#include "service/evaluationtable.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace mimesys::service {
namespace {

using Json = nlohmann::ordered_json;
using jsonvalue::field;
using jsonvalue::flag;
using jsonvalue::kAnyNumber;
using jsonvalue::list;
using jsonvalue::Malformed;
using jsonvalue::number;
using jsonvalue::numberOrNull;
using jsonvalue::object;
using jsonvalue::text;
using jsonvalue::whole;

constexpr std::string_view kFormat = "mimesys-evaluation";
constexpr int kVersion = 1;
constexpr std::size_t kTextLimit = std::size_t{256} << 20;
constexpr std::size_t kMostTrials = 1'000'000;
constexpr std::size_t kMostSteps = 1000;
constexpr double kMostWindows = 1e6;

Json viewJson(const View& view) {
    return {{"name", viewName(view)},
            {"dropped", view.dropped},
            {"without", view.without ? Json(familyName(*view.without)) : Json()}};
}

Json trialJson(const Trial& trial) {
    Json json{{"trace", trial.trace},
              {"method", trial.method},
              {"view", viewJson(trial.view)},
              {"inputs", trial.inputs},
              {"load", trial.load},
              {"simulated", trial.simulated},
              {"windows", trial.windows},
              {"generation_seconds", trial.generationSeconds},
              {"fit", trial.fit}};
    if (!trial.failure.empty()) {
        json["failure"] = trial.failure;
        return json;
    }
    json["mean"] = trial.mean;
    json["families"] = Json::object();
    for (const auto& [family, dtw] : trial.families) {
        json["families"][std::string(familyName(family))] = dtw;
    }
    json["metrics"] = trial.metrics;
    return json;
}

Json estimateJson(const Estimate& estimate) {
    return {{"dtw", numberOrNull<Json>(estimate.mean)},
            {"standard_error", numberOrNull<Json>(estimate.standardError)},
            {"traces", estimate.traces}};
}

Json rowJson(const TableRow& row) {
    Json json{{"method", row.method}, {"view", viewName(row.view)}, {"load", row.load},
              {"traces", row.traces}, {"failed", row.failed},       {"mean", estimateJson(row.mean)}};
    json["families"] = Json::object();
    for (const auto& [family, estimate] : row.families) {
        json["families"][std::string(familyName(family))] = estimateJson(estimate);
    }
    if (!row.view.whole()) {
        json["remaining"] = estimateJson(row.remaining);
        json["times_whole"] = numberOrNull<Json>(row.ofWhole);
    }
    return json;
}

Family familyFrom(const std::string& name) {
    const auto found = std::ranges::find(kFamilies, name, familyName);
    if (found == kFamilies.end()) {
        throw Malformed(fmt::format("there is no family of metrics \"{}\"", name));
    }
    return *found;
}

View viewFrom(const Json& json) {
    View view{.dropped = number(field(json, "dropped"), "dropped", 0.0, 1.0), .without = {}};
    if (!field(json, "without").is_null()) {
        view.without = familyFrom(text(json, "without"));
    }
    return view;
}

void takeScores(Trial& trial, const Json& json) {
    trial.mean = number(field(json, "mean"), "mean", 0.0, kAnyNumber);
    for (const auto& [name, dtw] : object(field(json, "families"), "\"families\"").items()) {
        trial.families[familyFrom(name)] = number(dtw, "families", 0.0, kAnyNumber);
    }
    for (const auto& [id, dtw] : object(field(json, "metrics"), "\"metrics\"").items()) {
        trial.metrics[id] = number(dtw, "metrics", 0.0, kAnyNumber);
    }
    if (trial.families.empty()) {
        throw Malformed("a trial has neither scores nor a failure");
    }
}

Trial trialFrom(const Json& json) {
    Trial trial;
    trial.trace = text(json, "trace");
    trial.method = text(json, "method");
    trial.view = viewFrom(field(json, "view"));
    trial.inputs = text(json, "inputs");
    trial.load = text(json, "load");
    if (std::ranges::find(kLoadLevels, trial.load) == kLoadLevels.end()) {
        throw Malformed(fmt::format("there is no load level \"{}\"", trial.load));
    }
    trial.simulated = flag(json, "simulated");
    trial.windows = whole<std::size_t>(field(json, "windows"), "windows", kMostWindows);
    trial.generationSeconds = number(field(json, "generation_seconds"), "generation_seconds", 0.0, kAnyNumber);
    for (const Json& step : list(json, "fit", kMostSteps)) {
        if (!step.is_string()) {
            throw Malformed("\"fit\" is not a list of sentences");
        }
        trial.fit.push_back(step.get<std::string>());
    }
    if (json.contains("failure")) {
        trial.failure = text(json, "failure");
    }
    if (trial.failure.empty()) {
        takeScores(trial, json);
    }
    return trial;
}

Evaluation evaluationFrom(const Json& json) {
    Evaluation evaluation;
    evaluation.executor = text(json, "executor");
    evaluation.simulated = flag(json, "simulated");
    const auto machine = machine::fromJson(field(json, "machine").dump());
    if (!machine) {
        throw Malformed(fmt::format("\"machine\" is no machine ({})", machine.error().message));
    }
    evaluation.machine = machine::toJson(*machine);
    evaluation.windowSeconds = number(field(json, "window_seconds"), "window_seconds", 1e-9, 1e9);
    evaluation.seed = jsonvalue::seed(json, "seed");
    evaluation.inputs = text(json, "inputs");
    evaluation.expected = whole<std::size_t>(field(json, "expected"), "expected", kMostTrials);
    for (const Json& trial : list(json, "trials", kMostTrials)) {
        evaluation.trials.push_back(trialFrom(trial));
    }
    return evaluation;
}

}  // namespace

Json toJson(const Evaluation& evaluation) {
    const EvaluationTable table = summarise(evaluation);
    Json methods = Json::object();
    for (const Speed& speed : table.speeds) {
        methods[speed.method] = {{"generation_seconds", speed.seconds},
                                 {"windows", speed.windows},
                                 {"windows_per_second", numberOrNull<Json>(speed.windowsPerSecond())}};
    }
    Json rows = Json::array();
    std::ranges::transform(table.rows, std::back_inserter(rows), rowJson);
    Json trials = Json::array();
    std::ranges::transform(evaluation.trials, std::back_inserter(trials), trialJson);
    return {{"format", kFormat},
            {"version", kVersion},
            {"executor", evaluation.executor},
            {"simulated", evaluation.simulated},
            {"machine", Json::parse(evaluation.machine)},
            {"window_seconds", evaluation.windowSeconds},
            {"seed", evaluation.seed},
            {"inputs", evaluation.inputs},
            {"expected", evaluation.expected},
            {"methods", methods},
            {"table", rows},
            {"trials", trials}};
}

Expected<Evaluation> evaluationFromJson(const std::string& text) {
    constexpr jsonvalue::Document kDocument{.format = kFormat,
                                            .version = kVersion,
                                            .name = "evaluation",
                                            .notThis = "The file holds no evaluation; `mimesys evaluate` writes one.",
                                            .oldAdvice = ""};
    return jsonvalue::readDocument(
        kDocument, [&] { return Json::parse(text); }, evaluationFrom);
}

Expected<Evaluation> readEvaluation(const std::filesystem::path& path) {
    auto evaluation =
        readFile(path, kTextLimit).and_then([](const std::string& text) { return evaluationFromJson(text); });
    if (!evaluation && evaluation.error().place.empty()) {
        evaluation.error().place = path.string();
    }
    return evaluation;
}

Expected<void> writeEvaluation(const Evaluation& evaluation, const std::filesystem::path& path) {
    return writeFile(path, toJson(evaluation).dump(1, ' ', false, Json::error_handler_t::replace) + "\n");
}

}  // namespace mimesys::service
