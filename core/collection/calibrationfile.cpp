// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "collection/calibrationfile.h"

#include "base/atomicfile.h"
#include "base/jsonvalue.h"
#include "dataset/dataset.h"
#include "machine/machine.h"
#include "plan/plan.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <fstream>
#include <set>

namespace mimesys::collection {
namespace {

using Json = nlohmann::ordered_json;
using jsonvalue::field;
using jsonvalue::kAnyNumber;
using jsonvalue::list;
using jsonvalue::Malformed;
using jsonvalue::number;
using jsonvalue::object;
using jsonvalue::text;
using jsonvalue::whole;

constexpr std::string_view kFormat = "mimesys-calibration";
constexpr int kVersion = 1;
constexpr std::size_t kTextLimit = std::size_t{64} << 20;
constexpr std::size_t kMostDoses = 1000;
constexpr std::size_t kMostMetrics = 10'000;
constexpr double kMostCount = 1e6;
constexpr double kLongestSeconds = 3600.0;

std::string_view kindName(Verdict::Kind kind) {
    switch (kind) {
        case Verdict::Kind::Unavailable:
            return "unavailable";
        case Verdict::Kind::NoEffect:
            return "no effect";
        case Verdict::Kind::Monotone:
            return "monotone";
        case Verdict::Kind::NotMonotone:
            break;
    }
    return "not monotone";
}

Json curveJson(const DoseCurve& curve) {
    Json count = Json::array();
    Json mean = Json::array();
    Json deviation = Json::array();
    for (const DoseStatistics& dose : curve.doses) {
        count.push_back(dose.count);
        mean.push_back(jsonvalue::numberOrNull<Json>(dose.mean));
        deviation.push_back(jsonvalue::numberOrNull<Json>(dose.deviation));
    }
    Json json{{"unit", curve.metric.unit},
              {"provenance", provenanceName(curve.provenance)},
              {"count", count},
              {"mean", mean},
              {"deviation", deviation}};
    const Response& response = curve.response;
    json["driven"] = response.measured && response.driven;
    if (response.measured) {
        json["idle"] = response.idle;
        json["gain"] = response.gain;
        json["chance"] = response.chance;
        json["monotone"] = response.monotone;
        json["contradiction"] = response.contradiction;
        json["ninety_percent_dose"] = response.ninetyPercentDose;
        json["saturates"] = response.saturates;
    }
    return json;
}

Json signatureJson(const Signature& signature) {
    Json metrics = Json::object();
    for (const DoseCurve& curve : signature.curves) {
        metrics[curve.metric.id] = curveJson(curve);
    }
    const Verdict verdict = verdictOf(signature);
    return {{"name", signature.stressor},
            {"class", signature.stressorClass},
            {"loads", signature.loads},
            {"card_response", signature.cardResponse},
            {"unavailable", signature.unavailable},
            {"cpu_error_points", signature.cpuErrorPoints},
            {"verdict", kindName(verdict.kind)},
            {"not_monotone", verdict.notMonotone},
            {"sentence", verdict.sentence},
            {"metrics", metrics}};
}

DoseStatistics doseFrom(const Json& count, const Json& mean, const Json& deviation) {
    DoseStatistics dose;
    dose.count = whole<int>(count, "count", kMostCount);
    if (dose.count >= 1) {
        dose.mean = number(mean, "mean", -kAnyNumber, kAnyNumber);
    }
    if (dose.count >= 2) {
        dose.deviation = number(deviation, "deviation", 0.0, kAnyNumber);
    }
    return dose;
}

DoseCurve curveFrom(const std::string& id, const Json& json, const std::vector<double>& doses) {
    object(json, "a metric");
    DoseCurve curve;
    curve.metric = metricFor(id);
    if (!isKnownMetric(id)) {
        curve.metric.unit = text(json, "unit");
    }
    const auto provenance = provenanceFromName(text(json, "provenance"));
    if (id.empty() || !provenance) {
        throw Malformed(fmt::format("the metric \"{}\" has no name or no known provenance", id));
    }
    curve.provenance = *provenance;
    const std::array columns{&list(json, "count", kMostDoses), &list(json, "mean", kMostDoses),
                             &list(json, "deviation", kMostDoses)};
    if (!std::ranges::all_of(columns, [&](const Json* column) { return column->size() == doses.size(); })) {
        throw Malformed(fmt::format("the metric \"{}\" does not have one entry per dose", id));
    }
    for (std::size_t i = 0; i < doses.size(); ++i) {
        curve.doses.push_back(doseFrom((*columns[0])[i], (*columns[1])[i], (*columns[2])[i]));
    }
    curve.response = judge(doses, curve.doses);
    return curve;
}

Signature signatureFrom(const Json& json, const std::vector<double>& doses) {
    object(json, "a stressor");
    Signature signature;
    signature.stressor = text(json, "name");
    signature.stressorClass = text(json, "class");
    signature.loads = text(json, "loads");
    signature.cardResponse = text(json, "card_response");
    signature.unavailable = text(json, "unavailable");
    signature.cpuErrorPoints = number(field(json, "cpu_error_points"), "cpu_error_points", 0.0, 1e6);
    const Json& metrics = object(field(json, "metrics"), "\"metrics\"");
    if (signature.stressor.empty() || metrics.size() > kMostMetrics || signature.isMeasured() == metrics.empty()) {
        throw Malformed(fmt::format(
            "the stressor \"{}\" has no name, too many metrics, or not either metrics or a reason why it has none",
            signature.stressor));
    }
    for (const auto& [id, metric] : metrics.items()) {
        signature.curves.push_back(curveFrom(id, metric, doses));
    }
    std::ranges::stable_sort(signature.curves, metricOrder,
                             [](const DoseCurve& curve) -> const std::string& { return curve.metric.id; });
    return signature;
}

std::vector<double> dosesFrom(const Json& json) {
    std::vector<double> doses;
    for (const Json& dose : list(json, "doses", kMostDoses)) {
        doses.push_back(number(dose, "doses", 0.0, 1.0));
    }
    const bool rise = std::ranges::adjacent_find(doses, std::ranges::greater_equal()) == doses.end();
    if (doses.size() < 2 || doses.front() != 0.0 || doses.back() != 1.0 || !rise) {
        throw Malformed("\"doses\" do not rise from 0 to 1");
    }
    return doses;
}

std::vector<int> cpusFrom(const Json& json) {
    std::vector<int> cpus;
    for (const Json& cpu : list(json, "cpus", plan::kMaximumCpus)) {
        cpus.push_back(whole<int>(cpu, "cpus", 1e6));
    }
    if (cpus.empty() || std::set<int>(cpus.begin(), cpus.end()).size() != cpus.size()) {
        throw Malformed("\"cpus\" names no CPU, or one twice");
    }
    return cpus;
}

void takeMachine(Calibration& calibration, const Json& json) {
    const auto machine = machine::fromJson(field(json, "machine").dump());
    if (!machine) {
        throw Malformed(fmt::format("\"machine\" is no machine ({})", machine.error().message));
    }
    calibration.machine = machine::toJson(*machine);
    calibration.fingerprint = machine::fingerprint(*machine);
    if (calibration.fingerprint != text(json, "fingerprint")) {
        throw Malformed("\"fingerprint\" is not that of \"machine\"");
    }
}

std::int64_t timeFrom(const Json& json) {
    const Json& value = field(json, "started_ns");
    if (!value.is_number_integer() || value.get<std::int64_t>() < 0) {
        throw Malformed("\"started_ns\" is no time");
    }
    return value.get<std::int64_t>();
}

Calibration calibrationFrom(const Json& json) {
    Calibration calibration;
    takeMachine(calibration, json);
    calibration.startedNs = timeFrom(json);
    calibration.seed = jsonvalue::seed(json, "seed");
    calibration.windowSeconds = number(field(json, "window_seconds"), "window_seconds", 1e-3, kLongestSeconds);
    calibration.doseSeconds = number(field(json, "dose_seconds"), "dose_seconds", 1e-3, kLongestSeconds);
    if (json.contains("visits")) {
        calibration.visits = whole<int>(json["visits"], "visits", kMostCount);
    }
    if (json.contains("scratch")) {
        calibration.scratch = text(json, "scratch");
    }
    calibration.cpus = cpusFrom(json);
    calibration.doses = dosesFrom(json);
    for (const auto& [id, reason] : object(field(json, "unrecorded"), "\"unrecorded\"").items()) {
        if (id.empty() || !reason.is_string()) {
            throw Malformed("\"unrecorded\" does not give metrics a reason");
        }
        calibration.unrecorded[id] = reason.get<std::string>();
    }
    std::set<std::string> names;
    for (const Json& stressor : list(json, "stressors", plan::kMaximumStressors)) {
        calibration.signatures.push_back(signatureFrom(stressor, calibration.doses));
        if (!names.insert(calibration.signatures.back().stressor).second) {
            throw Malformed(
                fmt::format("the stressor \"{}\" stands there twice", calibration.signatures.back().stressor));
        }
    }
    return calibration;
}

// A repeated key would silently win over the first; a parser callback sees them all.
Json parse(const std::string& text) {
    std::vector<std::set<std::string>> keys;
    return Json::parse(text, [&keys](int /*depth*/, Json::parse_event_t event, Json& parsed) {
        switch (event) {
            case Json::parse_event_t::object_start:
                keys.emplace_back();
                break;
            case Json::parse_event_t::object_end:
                keys.pop_back();
                break;
            case Json::parse_event_t::key:
                if (!keys.back().insert(parsed.get<std::string>()).second) {
                    throw Malformed(fmt::format("\"{}\" stands there twice", parsed.get<std::string>()));
                }
                break;
            default:
                break;
        }
        return true;
    });
}

}  // namespace

nlohmann::ordered_json toJson(const Calibration& calibration) {
    Json stressors = Json::array();
    for (const Signature& signature : calibration.signatures) {
        stressors.push_back(signatureJson(signature));
    }
    return {{"format", kFormat},
            {"version", kVersion},
            {"fingerprint", calibration.fingerprint},
            {"started_ns", calibration.startedNs},
            {"seed", calibration.seed},
            {"window_seconds", calibration.windowSeconds},
            {"dose_seconds", calibration.doseSeconds},
            {"visits", calibration.visits},
            {"scratch", calibration.scratch},
            {"cpus", calibration.cpus},
            {"doses", calibration.doses},
            {"unrecorded", calibration.unrecorded},
            {"machine", Json::parse(calibration.machine)},
            {"stressors", stressors}};
}

Expected<Calibration> calibrationFromJson(const std::string& text) {
    constexpr jsonvalue::Document kDocument{
        .format = kFormat,
        .version = kVersion,
        .name = "calibration",
        .notThis = "This is no calibration of stressors; `mimesys stressors --calibrate` writes one.",
        .oldAdvice = "; calibrate again or use a newer program"};
    return jsonvalue::readDocument(
        kDocument, [&] { return parse(text); }, calibrationFrom);
}

Expected<Calibration> readCalibration(const std::filesystem::path& path) {
    auto calibration =
        readFile(path, kTextLimit).and_then([](const std::string& text) { return calibrationFromJson(text); });
    if (!calibration && calibration.error().place.empty()) {
        calibration.error().place = path.string();
    }
    return calibration;
}

Expected<void> writeCalibration(const Calibration& calibration, const std::filesystem::path& path) {
    return writeFile(path, toJson(calibration).dump(1, ' ', false, Json::error_handler_t::replace) + "\n");
}

bool looksLikeCalibration(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::array<char, 256> start{};
    file.read(start.data(), start.size());
    const std::string_view text(start.data(), static_cast<std::size_t>(std::max<std::streamsize>(file.gcount(), 0)));
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && text[first] == '{' && text.find(kFormat) != std::string_view::npos;
}

std::filesystem::path installedCalibrationPath(const std::string& machineFingerprint) {
    return dataset::installedDatasetPath(machineFingerprint).replace_filename("calibration.json");
}

}  // namespace mimesys::collection
