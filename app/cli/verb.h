// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>

#include <functional>
#include <stop_token>
#include <vector>

namespace mimesys::cli {

// One verb of the command line: adds its subcommand with its options to the application and returns it together with
// what runs when the user named it. The result is an exit code.
struct Verb {
    CLI::App* command = nullptr;
    std::function<int(std::stop_token)> run;
};

using VerbFactory = Verb (*)(CLI::App& application);

// All verbs, in the order --help lists them. Each stands in a file of its name.
[[nodiscard]] std::vector<VerbFactory> verbs();

// Defined in app/cli/<verb>.cpp.
[[nodiscard]] Verb alignVerb(CLI::App& application);
// In app/cli/calibratemachine.cpp; calibrate.cpp is about stressors.
[[nodiscard]] Verb calibrateVerb(CLI::App& application);
[[nodiscard]] Verb collectVerb(CLI::App& application);
[[nodiscard]] Verb convertVerb(CLI::App& application);
[[nodiscard]] Verb demoVerb(CLI::App& application);
[[nodiscard]] Verb editVerb(CLI::App& application);
[[nodiscard]] Verb evaluateVerb(CLI::App& application);
[[nodiscard]] Verb exportVerb(CLI::App& application);
[[nodiscard]] Verb generateVerb(CLI::App& application);
[[nodiscard]] Verb inspectVerb(CLI::App& application);
[[nodiscard]] Verb machineVerb(CLI::App& application);
[[nodiscard]] Verb recordVerb(CLI::App& application);
[[nodiscard]] Verb refineVerb(CLI::App& application);
[[nodiscard]] Verb renderVerb(CLI::App& application);
[[nodiscard]] Verb runVerb(CLI::App& application);
[[nodiscard]] Verb scoreVerb(CLI::App& application);
[[nodiscard]] Verb simulateVerb(CLI::App& application);
[[nodiscard]] Verb stressorsVerb(CLI::App& application);
[[nodiscard]] Verb testRunVerb(CLI::App& application);
[[nodiscard]] Verb trainVerb(CLI::App& application);

}  // namespace mimesys::cli
