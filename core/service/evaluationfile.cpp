// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "service/evaluationfile.h"

#include "base/atomicfile.h"
#include "service/evaluationtable.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace mimesys::service {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kFormat = "mimesys-evaluation";
constexpr int kVersion = 1;
constexpr std::size_t kTextLimit = std::size_t{256} << 20;
constexpr double kMostTrials = 1e6;
constexpr double kMostWindows = 1e6;
constexpr double kAnyNumber = 1e300;

// Thrown and caught in this file only.
struct Malformed : std::runtime_error {
    using std::runtime_error::runtime_error;
};

Json finite(double value) {
    return std::isfinite(value) ? Json(value) : Json();
}

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
    return {{"dtw", finite(estimate.mean)},
            {"standard_error", finite(estimate.standardError)},
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
        json["times_whole"] = finite(row.ofWhole);
    }
    return json;
}

const Json& field(const Json& object, const char* key) {
    const auto found = object.is_object() ? object.find(key) : object.end();
    if (found == object.end()) {
        throw Malformed(fmt::format("\"{}\" is missing", key));
    }
    return *found;
}

double number(const Json& value, const char* what, double low, double high) {
    const double result = value.is_number() ? value.get<double>() : std::nan("");
    if (!(result >= low && result <= high)) {
        throw Malformed(fmt::format("\"{}\" is not a number from {} to {}", what, low, high));
    }
    return result;
}

std::size_t whole(const Json& value, const char* what, double high) {
    const double result = number(value, what, 0.0, high);
    if (result != std::floor(result)) {
        throw Malformed(fmt::format("\"{}\" is not a whole number", what));
    }
    return static_cast<std::size_t>(result);
}

std::string text(const Json& object, const char* key) {
    const Json& value = field(object, key);
    if (!value.is_string()) {
        throw Malformed(fmt::format("\"{}\" is not a text", key));
    }
    return value.get<std::string>();
}

bool flag(const Json& object, const char* key) {
    const Json& value = field(object, key);
    if (!value.is_boolean()) {
        throw Malformed(fmt::format("\"{}\" is neither true nor false", key));
    }
    return value.get<bool>();
}

const Json& listOf(const Json& object, const char* key) {
    const Json& value = field(object, key);
    if (!value.is_array()) {
        throw Malformed(fmt::format("\"{}\" is not a list", key));
    }
    return value;
}

const Json& objectOf(const Json& parent, const char* key) {
    const Json& value = field(parent, key);
    if (!value.is_object()) {
        throw Malformed(fmt::format("\"{}\" is not an object", key));
    }
    return value;
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
    for (const auto& [name, dtw] : objectOf(json, "families").items()) {
        trial.families[familyFrom(name)] = number(dtw, "families", 0.0, kAnyNumber);
    }
    for (const auto& [id, dtw] : objectOf(json, "metrics").items()) {
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
    trial.windows = whole(field(json, "windows"), "windows", kMostWindows);
    trial.generationSeconds = number(field(json, "generation_seconds"), "generation_seconds", 0.0, kAnyNumber);
    for (const Json& step : listOf(json, "fit")) {
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
    const Json& seed = field(json, "seed");
    if (!seed.is_number_unsigned()) {
        throw Malformed("\"seed\" is not a whole number");
    }
    evaluation.seed = seed.get<std::uint64_t>();
    evaluation.inputs = text(json, "inputs");
    evaluation.expected = whole(field(json, "expected"), "expected", kMostTrials);
    for (const Json& trial : listOf(json, "trials")) {
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
                                 {"windows_per_second", finite(speed.windowsPerSecond())}};
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
    try {
        const Json json = Json::parse(text);
        if (!json.is_object() || json.value("format", Json()) != Json(kFormat)) {
            return badInput("The file holds no evaluation; `mimesys evaluate` writes one.");
        }
        if (json.value("version", Json()) != Json(kVersion)) {
            return badInput(fmt::format("The evaluation is not of version {}, the one this program reads.", kVersion));
        }
        return evaluationFrom(json);
    } catch (const Malformed& malformed) {
        return badInput(fmt::format("The evaluation cannot be used: {}.", malformed.what()));
    } catch (const Json::exception& exception) {
        return badInput(fmt::format("The evaluation is no valid JSON ({}).", exception.what()));
    }
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
    auto file = AtomicFile::create(path);
    if (!file) {
        return tl::unexpected(file.error());
    }
    const std::string text = toJson(evaluation).dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
    return file->write(std::string_view(text)).and_then([&] { return file->commit(); });
}

}  // namespace mimesys::service
