// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/signals.h"
#include "console.h"
#include "verb.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace mimesys::cli {
namespace {

namespace fs = std::filesystem;

struct Options {
    std::vector<std::string> files;
    std::string output;
    std::string emulated;
    std::string plan;
    std::string size;
    std::string scale;
    std::string theme;
    bool json = false;
};

// Drawing is the studio's, which this program does not link: it is found beside this one.
Expected<fs::path> findStudio() {
    std::error_code error;
    const fs::path folder = fs::read_symlink("/proc/self/exe", error).parent_path();
    for (const char* place : {"mimesys-studio", "../libexec/mimesys-studio", "../libexec/mimesys/mimesys-studio"}) {
        const fs::path program = (folder / place).lexically_normal();
        if (::access(program.c_str(), X_OK) == 0 && fs::is_regular_file(program, error)) {
            return program;
        }
    }
    return unavailable("Rendering needs mimesys-studio beside this program; install the studio.",
                       (folder / "mimesys-studio").string());
}

std::vector<std::string> argumentsFor(const fs::path& studio, const Options& options) {
    std::vector<std::string> arguments{studio.string(), "--render", "--output", options.output};
    const auto add = [&](const char* name, const std::string& value) {
        if (!value.empty()) {
            arguments.insert(arguments.end(), {name, value});
        }
    };
    add("--emulated", options.emulated);
    add("--plan", options.plan);
    add("--size", options.size);
    add("--scale", options.scale);
    add("--theme", options.theme);
    if (options.json) {
        arguments.emplace_back("--json");
    }
    arguments.emplace_back("--");
    arguments.insert(arguments.end(), options.files.begin(), options.files.end());
    return arguments;
}

// The studio takes this program's place, with its exit code and its sentences.
int run(const Options& options) {
    const auto studio = findStudio();
    if (!studio) {
        return report(studio.error());
    }
    std::vector<std::string> arguments = argumentsFor(*studio, options);
    std::vector<char*> pointers;
    for (std::string& argument : arguments) {
        pointers.push_back(argument.data());
    }
    pointers.push_back(nullptr);
    unblockSignalsInChild();
    ::execv(studio->c_str(), pointers.data());
    return report(
        {ErrorCode::Failed, fmt::format("The studio cannot be started ({}).", std::strerror(errno)), studio->string()});
}

void addOptions(CLI::App& command, Options& options) {
    command.add_option("files", options.files, "Session (.mimesys), or a trace, plan and emulation in its place")
        ->required()
        ->type_name("SESSION");
    command
        .add_option("-o,--output", options.output,
                    "What to write: a picture (.png, .svg, .pdf), a report (.html), or the values that the session "
                    "shows (.csv)")
        ->required()
        ->type_name("FILE");
    command.add_option("--emulated", options.emulated, "Recording of an emulation of the trace")->type_name("TRACE");
    command.add_option("--plan", options.plan, "Execution plan")->type_name("PLAN");
    command.add_option("--size", options.size, "Size of a picture, in pixels; 1280x800 if not given")->type_name("WxH");
    command.add_option("--scale", options.scale, "How many times as fine a .png is; 1 if not given")->type_name("N");
    command.add_option("--theme", options.theme, "Colours of a picture; a report follows its reader's")
        ->check(CLI::IsMember({"light", "dark"}));
    command.add_flag("--json", options.json, "Print JSON");
}

}  // namespace

Verb renderVerb(CLI::App& application) {
    const auto options = std::make_shared<Options>();
    CLI::App* command =
        application.add_subcommand("render", "Write what a session shows as a picture, report or table; no display.");
    addOptions(*command, *options);
    return {command, [options](const std::stop_token&) {
                return run(*options);
            }};
}

}  // namespace mimesys::cli
