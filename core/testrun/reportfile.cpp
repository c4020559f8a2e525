// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "testrun/reportfile.h"

#include "base/atomicfile.h"
#include "base/jsonvalue.h"
#include "machine/machine.h"
#include "trace/read.h"
#include "trace/write.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <fstream>
#include <system_error>

namespace mimesys::testrun {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;
using jsonvalue::field;
using jsonvalue::kAnyNumber;
using jsonvalue::Malformed;
using jsonvalue::number;
using jsonvalue::text;

constexpr std::string_view kFormat = "mimesys-test-run";
constexpr int kVersion = 1;
constexpr std::size_t kTextLimit = std::size_t{64} << 20;
constexpr std::size_t kMostRuns = 100'000;
constexpr std::size_t kMostNotes = 10'000;

Json intervalJson(const std::optional<Interval>& interval) {
    return interval ? Json({interval->low, interval->high}) : Json();
}

Json estimateJson(const std::optional<Estimate>& estimate, const char* unit) {
    return estimate ? Json({{unit, estimate->value}, {"interval_95", intervalJson(estimate->interval)}}) : Json();
}

Json summaryJson(const Report& report, Condition condition) {
    const Summary summary = report.summaryOf(condition);
    Json json{{"runs", summary.count},
              {"mean", jsonvalue::numberOrNull<Json>(summary.mean)},
              {"median", jsonvalue::numberOrNull<Json>(summary.median)},
              {"deviation", jsonvalue::numberOrNull<Json>(summary.deviation)},
              {"interval_95", intervalJson(summary.interval)}};
    if (condition != Condition::Alone) {
        json["slowdown"] = estimateJson(report.slowdown(condition), "percent");
    }
    return json;
}

Json runJson(const Run& run) {
    return {{"condition", conditionName(run.condition)},
            {"repetition", run.repetition},
            {"started_ns", run.startedNs},
            {"seconds", run.seconds},
            {"value", run.value ? Json(*run.value) : Json()},
            {"failure", run.failure},
            {"recording", run.traceFile.string()}};
}

std::int64_t timeFrom(const Json& json) {
    const Json& value = field(json, "started_ns");
    if (!value.is_number_integer() || value.get<std::int64_t>() < 0) {
        throw Malformed("\"started_ns\" is no time");
    }
    return value.get<std::int64_t>();
}

Condition conditionFrom(const Json& json) {
    const std::string name = text(json, "condition");
    const auto* const found = std::ranges::find(kConditions, name, conditionName);
    if (found == kConditions.end()) {
        throw Malformed(fmt::format("there is no condition \"{}\"", name));
    }
    return *found;
}

// A recording lies below the report's folder: a report that came from elsewhere opens nothing but what came with it.
fs::path recordingFrom(const Json& json) {
    const fs::path path = text(json, "recording");
    if (path.is_absolute() || std::ranges::find(path, fs::path("..")) != path.end()) {
        throw Malformed(fmt::format("the recording \"{}\" is not in a folder beside it", path.string()));
    }
    return path;
}

Run runFrom(const Json& json) {
    Run run;
    run.condition = conditionFrom(json);
    run.repetition = jsonvalue::whole<std::size_t>(field(json, "repetition"), "repetition", kMostRuns);
    run.startedNs = timeFrom(json);
    run.seconds = number(field(json, "seconds"), "seconds", 0.0, kAnyNumber);
    if (const Json& value = field(json, "value"); !value.is_null()) {
        run.value = number(value, "value", 0.0, kAnyNumber);
    }
    run.failure = text(json, "failure");
    if (run.value.has_value() == !run.failure.empty()) {
        throw Malformed("a run has neither a value nor a failure, or both");
    }
    run.traceFile = recordingFrom(json);
    return run;
}

Measure measureFrom(const Json& json) {
    Measure measure;
    measure.pattern = text(json, "pattern");
    measure.unit = text(json, "unit");
    const std::string better = text(json, "better");
    if (better != "lower" && better != "higher") {
        throw Malformed("\"better\" is neither \"lower\" nor \"higher\"");
    }
    measure.better = better == "lower" ? Measure::Better::Lower : Measure::Better::Higher;
    return measure;
}

Report reportFrom(const Json& json) {
    Report report;
    report.command = text(json, "command");
    report.workload = text(json, "workload");
    report.workloadSeconds = number(field(json, "workload_seconds"), "workload_seconds", 0.0, kAnyNumber);
    report.simulatedOrigin = jsonvalue::flag(json, "workload_from_simulation");
    report.realMix = text(json, "real_mix");
    report.service = text(json, "service");
    report.measure = measureFrom(field(json, "measure"));
    report.repetitions = jsonvalue::whole<std::size_t>(field(json, "repetitions"), "repetitions", kMostRuns);
    report.startedNs = timeFrom(json);
    const auto machine = machine::fromJson(field(json, "machine").dump());
    if (!machine) {
        throw Malformed(fmt::format("\"machine\" is no machine ({})", machine.error().message));
    }
    report.machine = machine::toJson(*machine);
    for (const Json& note : jsonvalue::list(json, "notes", kMostNotes)) {
        if (!note.is_string()) {
            throw Malformed("a note is not a text");
        }
        report.notes.push_back(note.get<std::string>());
    }
    for (const Json& run : jsonvalue::list(json, "runs", kMostRuns)) {
        report.runs.push_back(runFrom(run));
    }
    return report;
}

fs::path folderOf(const fs::path& file) {
    fs::path folder = file;
    return folder.replace_extension(".runs");
}

Expected<void> keepRecording(Run& run, const fs::path& file) {
    const fs::path folder = folderOf(file);
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) {
        return badInput(fmt::format("The folder cannot be made ({}).", error.message()), folder.string());
    }
    const std::string name = fmt::format("{}-{}.h5", conditionName(run.condition), run.repetition);
    run.traceFile = folder.filename() / name;
    return trace::writeTrace(*run.trace, folder / name);
}

void readTypicalRecordings(Report& report, const fs::path& folder) {
    for (const Condition condition : kConditions) {
        const Run* typical = report.typicalRun(condition);
        if (typical == nullptr) {
            continue;
        }
        auto read = trace::readTrace(folder / typical->traceFile);
        if (!read) {
            report.notes.push_back(fmt::format("A recording cannot be shown: {}", read.error().text()));
        } else if (*read) {
            report.runs[static_cast<std::size_t>(typical - report.runs.data())].trace = (*read)->trace;
        }
    }
}

}  // namespace

nlohmann::ordered_json toJson(const Report& report) {
    Json conditions = Json::object();
    for (const Condition condition : kConditions) {
        if (report.has(condition)) {
            conditions[std::string(conditionName(condition))] = summaryJson(report, condition);
        }
    }
    Json runs = Json::array();
    for (const Run& run : report.runs) {
        runs.push_back(runJson(run));
    }
    return {{"format", kFormat},
            {"version", kVersion},
            {"command", report.command},
            {"workload", report.workload},
            {"workload_seconds", report.workloadSeconds},
            {"workload_from_simulation", report.simulatedOrigin},
            {"real_mix", report.realMix},
            {"service", report.service},
            {"measure",
             {{"pattern", report.measure.pattern},
              {"unit", report.measure.unit},
              {"better", report.measure.better == Measure::Better::Lower ? "lower" : "higher"}}},
            {"repetitions", report.repetitions},
            {"started_ns", report.startedNs},
            {"conditions", conditions},
            {"degradation_difference", estimateJson(report.degradationDifference(), "points")},
            {"notes", report.notes},
            {"runs", runs},
            {"machine", Json::parse(report.machine)}};
}

Expected<Report> reportFromJson(const std::string& text) {
    constexpr jsonvalue::Document kDocument{
        .format = kFormat,
        .version = kVersion,
        .name = "report of a test run",
        .notThis = "This is no report of a test run; `mimesys test-run --record` writes one.",
        .oldAdvice = "; run the test again or use a newer program"};
    return jsonvalue::readDocument(
        kDocument, [&] { return Json::parse(text); }, reportFrom);
}

Expected<void> writeReport(Report& report, const fs::path& file) {
    for (Run& run : report.runs) {
        std::error_code ignored;
        if (run.trace) {
            if (const auto kept = keepRecording(run, file); !kept) {
                return kept;
            }
        } else if (!fs::exists(file.parent_path() / run.traceFile, ignored)) {
            run.traceFile.clear();  // of a report that was read elsewhere
        }
    }
    return writeFile(file, toJson(report).dump(1, ' ', false, Json::error_handler_t::replace) + "\n");
}

Expected<Report> readReport(const fs::path& file) {
    auto report = readFile(file, kTextLimit).and_then([](const std::string& text) { return reportFromJson(text); });
    if (!report) {
        Error error = report.error();
        error.place = error.place.empty() ? file.string() : error.place;
        return tl::unexpected(std::move(error));
    }
    readTypicalRecordings(*report, file.parent_path());
    return report;
}

bool looksLikeReport(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::array<char, 256> start{};
    stream.read(start.data(), start.size());
    const std::string_view text(start.data(), static_cast<std::size_t>(std::max<std::streamsize>(stream.gcount(), 0)));
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && text[first] == '{' && text.find(kFormat) != std::string_view::npos;
}

}  // namespace mimesys::testrun
