// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/clock.h"
#include "base/jsonvalue.h"
#include "console.h"
#include "trace/read.h"
#include "trace/summary.h"
#include "verb.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <map>
#include <memory>

namespace mimesys::cli {
namespace {

using trace::Diagnostic;

struct Options {
    std::string input;
    bool json = false;
    bool all = false;
};

std::string number(double value) {
    return std::isnan(value) ? std::string("-") : fmt::format("{:.6g}", value);
}

std::string_view severityName(Diagnostic::Severity severity) {
    return severity == Diagnostic::Severity::Warning ? "warning" : "note";
}

// Diagnostics of one kind, in the order in which the kinds occur first.
struct Kind {
    std::string_view code;
    std::vector<const Diagnostic*> members;
};

std::vector<Kind> byKind(const std::vector<Diagnostic>& diagnostics) {
    std::vector<Kind> kinds;
    std::map<std::string_view, std::size_t> positions;
    for (const Diagnostic& diagnostic : diagnostics) {
        const auto [position, isNew] = positions.emplace(diagnostic.code, kinds.size());
        if (isNew) {
            kinds.push_back({diagnostic.code, {}});
        }
        kinds[position->second].members.push_back(&diagnostic);
    }
    return kinds;
}

void printDiagnostics(const std::vector<Diagnostic>& diagnostics, bool all) {
    if (diagnostics.empty()) {
        fmt::print("\nNothing unusual was noticed.\n");
        return;
    }
    fmt::print("\nDiagnostics\n");
    constexpr std::size_t kShown = 3;
    for (const Kind& kind : byKind(diagnostics)) {
        const std::size_t shown = all || kind.members.size() <= kShown + 1 ? kind.members.size() : kShown;
        for (std::size_t i = 0; i < shown; ++i) {
            const Diagnostic& diagnostic = *kind.members[i];
            fmt::print("  {} [{}] {}{}\n", severityName(diagnostic.severity), diagnostic.code,
                       diagnostic.line > 0 ? fmt::format("line {}: ", diagnostic.line) : std::string(),
                       diagnostic.message);
        }
        if (shown < kind.members.size()) {
            const std::int64_t lastLine = kind.members.back()->line;
            fmt::print("  {} [{}] … and {} more{} (--all lists them)\n", severityName(kind.members.back()->severity),
                       kind.code, kind.members.size() - shown,
                       lastLine > 0 ? fmt::format(", the last on line {}", lastLine) : std::string());
        }
    }
}

void printText(const trace::ReadResult& read, const trace::Summary& summary, const Options& options) {
    const trace::Trace& trace = *read.trace;
    fmt::print("{}\n", options.input);
    fmt::print("  format    {}\n", read.format);
    fmt::print("  start     {}\n", trace::timeText(trace.startNs));
    fmt::print("  duration  {:.6g} s in {} samples\n", trace.durationSeconds(), trace.sampleCount());
    fmt::print("  interval  {:.6g} s (median), {:.6g} to {:.6g} s\n", secondsFromNs(summary.intervals.medianNs),
               secondsFromNs(summary.intervals.shortestNs), secondsFromNs(summary.intervals.longestNs));
    for (const auto& [key, value] : trace.attributes) {
        constexpr std::size_t kWidth = 100;
        fmt::print("  {}  {}{}\n", key, value.substr(0, kWidth), value.size() > kWidth ? "…" : "");
    }
    fmt::print("\n");
    std::vector<std::vector<std::string>> rows;
    for (std::size_t i = 0; i < trace.columns.size(); ++i) {
        const trace::Column& column = trace.columns[i];
        const trace::ColumnSummary& values = summary.columns[i];
        rows.push_back({column.metric.id, column.metric.unit, number(values.minimum), number(values.mean),
                        number(values.maximum), std::to_string(values.missing),
                        std::string(provenanceName(column.provenance))});
    }
    printTable({"metric", "unit", "min", "mean", "max", "missing", "from"}, rows);
    printDiagnostics(read.diagnostics, options.all);
}

nlohmann::json asJson(const trace::ReadResult& read, const trace::Summary& summary, const Options& options) {
    const trace::Trace& trace = *read.trace;
    nlohmann::json json{{"file", options.input},
                        {"format", read.format},
                        {"start_seconds", secondsFromNs(trace.startNs)},
                        {"duration_seconds", trace.durationSeconds()},
                        {"samples", trace.sampleCount()},
                        {"interval_seconds",
                         {{"median", secondsFromNs(summary.intervals.medianNs)},
                          {"min", secondsFromNs(summary.intervals.shortestNs)},
                          {"max", secondsFromNs(summary.intervals.longestNs)}}},
                        {"attributes", trace.attributes},
                        {"metrics", nlohmann::json::object()},
                        {"diagnostics", nlohmann::json::array()}};
    for (std::size_t i = 0; i < trace.columns.size(); ++i) {
        const trace::Column& column = trace.columns[i];
        const trace::ColumnSummary& values = summary.columns[i];
        json["metrics"][column.metric.id] = {{"unit", column.metric.unit},
                                             {"family", familyName(column.metric.family)},
                                             {"min", jsonvalue::numberOrNull<nlohmann::json>(values.minimum)},
                                             {"mean", jsonvalue::numberOrNull<nlohmann::json>(values.mean)},
                                             {"max", jsonvalue::numberOrNull<nlohmann::json>(values.maximum)},
                                             {"missing", values.missing},
                                             {"provenance", provenanceName(column.provenance)}};
    }
    for (const Diagnostic& diagnostic : read.diagnostics) {
        json["diagnostics"].push_back({{"severity", severityName(diagnostic.severity)},
                                       {"code", diagnostic.code},
                                       {"line", diagnostic.line},
                                       {"message", diagnostic.message}});
    }
    return json;
}

int inspect(const Options& options, const std::stop_token& stop) {
    Cancellable<trace::ReadResult> read;
    {
        ProgressLine progress;
        read = trace::readTrace(options.input, stop, progress.callback());
    }
    if (!read) {
        return report(read.error());
    }
    if (!*read) {
        return reportCancelled();
    }
    const trace::Summary summary = trace::summarize(*(*read)->trace);
    if (options.json) {
        printJson(asJson(**read, summary, options));
    } else {
        printText(**read, summary, options);
    }
    return kOk;
}

}  // namespace

Verb inspectVerb(CLI::App& application) {
    auto options = std::make_shared<Options>();
    CLI::App* command = application.add_subcommand("inspect", "Summarise a trace and list what is odd about it");
    command->add_option("TRACE", options->input, "Trace file in any known format, plain or gzip")->required();
    command->add_flag("--all", options->all, "List every diagnostic instead of three of each kind");
    command->add_flag("--json", options->json, "Print everything as JSON");
    return {command, [options](const std::stop_token& stop) {
                return inspect(*options, stop);
            }};
}

}  // namespace mimesys::cli
