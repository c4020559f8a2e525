// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "console.h"
#include "curation/describe.h"
#include "curation/editjson.h"
#include "curation/edittext.h"
#include "curation/locks.h"
#include "curation/planedit.h"
#include "curation/traceedit.h"
#include "plan/planfile.h"
#include "readtrace.h"
#include "trace/write.h"
#include "verb.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <memory>
#include <sstream>
#include <string>

namespace mimesys::cli {
namespace {

using curation::PlanEdit;
using curation::TraceEdit;

struct Options {
    std::string input;
    std::string output;
    std::vector<std::string> edits;
    std::string file;
    bool json = false;
};

// Those of the file, then those of the command line.
template <class Edit, class FromDocument, class FromText>
Expected<std::vector<Edit>> editsOf(const Options& options, const FromDocument& fromDocument,
                                    const FromText& fromText) {
    std::vector<Edit> edits;
    if (!options.file.empty()) {
        std::ifstream stream(options.file);
        std::ostringstream text;
        if (!stream || !(text << stream.rdbuf())) {
            return badInput("The list of edits cannot be read.", options.file);
        }
        auto list = fromDocument(text.str());
        if (!list) {
            return badInput(list.error().message, options.file);
        }
        edits = std::move(*list);
    }
    for (const std::string& text : options.edits) {
        auto edit = fromText(text);
        if (!edit) {
            return tl::unexpected(edit.error());
        }
        edits.push_back(std::move(*edit));
    }
    if (edits.empty()) {
        return badInput("There is nothing to do; name edits with --do or --edits.");
    }
    return edits;
}

template <class Edit>
std::vector<std::string> inWords(const std::vector<Edit>& edits) {
    std::vector<std::string> words;
    for (const Edit& edit : edits) {
        words.push_back(curation::describe(edit));
    }
    return words;
}

void print(const std::string& summary, const std::vector<std::string>& edits, nlohmann::json json,
           const Options& options) {
    if (options.json) {
        json["input"] = options.input;
        json["output"] = options.output;
        json["edits"] = edits;
        printJson(json);
        return;
    }
    fmt::print("{}: {}.\n", options.output, summary);
    for (const std::string& words : edits) {
        fmt::print("- {}\n", words);
    }
}

int editPlan(const Options& options) {
    const auto edits = editsOf<PlanEdit>(
        options, [](const std::string& text) { return curation::planEditsFromDocument(text); },
        curation::planEditFromText);
    if (!edits) {
        return report(edits.error());
    }
    const auto edited = plan::readPlan(options.input).and_then([&](plan::ExecutionPlan plan) {
        return curation::apply(*edits, std::move(plan));
    });
    if (!edited) {
        return report(edited.error());
    }
    if (const auto written = plan::writePlan(*edited, options.output); !written) {
        return report(written.error());
    }
    print(fmt::format("{} windows of {} s for {} CPUs and {} stressors", edited->windowCount(), edited->windowSeconds(),
                      edited->cpuCount(), edited->stressorCount()),
          inWords(*edits),
          {{"kind", "plan"},
           {"windows", edited->windowCount()},
           {"cpus", edited->cpuCount()},
           {"stressors", edited->stressors()},
           {"all_edits", curation::editsOf(*edited)}},
          options);
    return kOk;
}

int editTrace(const Options& options, const std::stop_token& stop) {
    const auto edits = editsOf<TraceEdit>(
        options, [](const std::string& text) { return curation::traceEditsFromDocument(text); },
        curation::traceEditFromText);
    if (!edits) {
        return report(edits.error());
    }
    const auto read = readWithNotice(options.input, stop);
    if (!read) {
        return report(read.error());
    }
    if (!*read) {
        return reportCancelled();
    }
    const auto edited = curation::apply(*edits, (*read)->trace);
    if (!edited) {
        return report(edited.error());
    }
    if (stop.stop_requested()) {
        return reportCancelled();
    }
    const trace::Trace& trace = **edited;
    const std::vector<std::string> leftOut = trace::metricsLeftOut(trace, options.output);
    for (const std::string& id : leftOut) {
        fmt::print(stderr, "warning: {} is left out: the output's format has no place for it. [left-out]\n", id);
    }
    if (const auto written = trace::writeTrace(trace, options.output); !written) {
        return report(written.error());
    }
    print(fmt::format("{} samples of {} metrics, {:.10g} s", trace.sampleCount(), trace.columns.size() - leftOut.size(),
                      trace.durationSeconds()),
          inWords(*edits),
          {{"kind", "trace"},
           {"samples", trace.sampleCount()},
           {"duration_seconds", trace.durationSeconds()},
           {"left_out", leftOut},
           {"edited", trace.attributes.at(curation::kEditedAttribute)}},
          options);
    return kOk;
}

int run(const Options& options, const std::stop_token& stop) {
    return plan::looksLikePlan(options.input) ? editPlan(options) : editTrace(options, stop);
}

}  // namespace

Verb editVerb(CLI::App& application) {
    const auto options = std::make_shared<Options>();
    CLI::App* command = application.add_subcommand(
        "edit", "Change a trace (trim, scale, shift, repeat, smooth, mask) or a plan (scale, replace, paint, lock).");
    command->add_option("input", options->input, "Trace or plan")->required()->type_name("INPUT");
    command->add_option("-o,--output", options->output, "Edited trace or plan to write")->required();
    command
        ->add_option(
            "--do", options->edits,
            fmt::format("An edit; may be given again. Of a trace: {}. Of a plan: {}. RANGE is in seconds: 10..20, "
                        "10.. or ..20; METRICS an id, a family or all; AREA \"windows 3-5 cpus 0-1\"",
                        curation::kTraceEditForms, curation::kPlanEditForms))
        ->type_name("EDIT")
        ->allow_extra_args(false);
    command->add_option("--edits", options->file, "Edits as JSON, done before the others")->type_name("FILE");
    command->add_flag("--json", options->json, "Print JSON");
    command->footer(
        "Example: mimesys edit app.h5 -o short.h5 --do \"trim 5..60\" --do \"scale cpu 0.5 10..20\"\n"
        "To make a part of a plan anew, see `mimesys generate --into`.");
    return {command, [options](const std::stop_token& stop) {
                return run(*options, stop);
            }};
}

}  // namespace mimesys::cli
