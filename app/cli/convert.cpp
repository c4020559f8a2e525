// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "console.h"
#include "trace/read.h"
#include "trace/write.h"
#include "verb.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <map>
#include <memory>

namespace mimesys::cli {
namespace {

struct Options {
    std::string input;
    std::string output;
    bool json = false;
};

void printDiagnostics(const trace::ReadResult& read) {
    std::map<std::string, std::size_t> printed;
    constexpr std::size_t kOfEachKind = 5;
    for (const trace::Diagnostic& diagnostic : read.diagnostics) {
        if (++printed[diagnostic.code] > kOfEachKind) {
            continue;
        }
        const std::string place = diagnostic.line > 0 ? fmt::format("line {}: ", diagnostic.line) : std::string();
        fmt::print(stderr, "{}: {}{} [{}]\n",
                   diagnostic.severity == trace::Diagnostic::Severity::Warning ? "warning" : "note", place,
                   diagnostic.message, diagnostic.code);
    }
    for (const auto& [code, count] : printed) {
        if (count > kOfEachKind) {
            fmt::print(stderr, "{} more of kind [{}]; `mimesys inspect --all` lists them.\n", count - kOfEachKind,
                       code);
        }
    }
}

int convert(const Options& options, const std::stop_token& stop) {
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
    const trace::ReadResult& result = **read;
    printDiagnostics(result);
    const std::vector<std::string> leftOut = trace::metricsLeftOut(*result.trace, options.output);
    for (const std::string& id : leftOut) {
        fmt::print(stderr, "warning: {} is left out: the output's format has no place for it. [left-out]\n", id);
    }
    if (stop.stop_requested()) {
        return reportCancelled();
    }
    if (const auto written = trace::writeTrace(*result.trace, options.output); !written) {
        return report(written.error());
    }
    const std::size_t metrics = result.trace->columns.size() - leftOut.size();
    if (options.json) {
        printJson({{"input", options.input},
                   {"format", result.format},
                   {"output", options.output},
                   {"samples", result.trace->sampleCount()},
                   {"metrics", metrics},
                   {"left_out", leftOut},
                   {"diagnostics", result.diagnostics.size()}});
    } else {
        fmt::print("{}: {} samples of {} metrics\n", options.output, result.trace->sampleCount(), metrics);
    }
    return kOk;
}

}  // namespace

Verb convertVerb(CLI::App& application) {
    auto options = std::make_shared<Options>();
    CLI::App* command =
        application.add_subcommand("convert", "Convert a trace to .h5, .csv, .txt (HPCPerfStats) or .log (pqos)");
    command->add_option("TRACE", options->input, "Trace file in any known format, plain or gzip")->required();
    command->add_option("-o,--output", options->output, "File to write; its extension chooses the format")->required();
    command->add_flag("--json", options->json, "Print the summary as JSON");
    return {command, [options](const std::stop_token& stop) {
                return convert(*options, stop);
            }};
}

}  // namespace mimesys::cli
