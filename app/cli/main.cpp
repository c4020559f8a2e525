// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/signals.h"
#include "console.h"
#include "verb.h"

#include <fmt/format.h>

#include <exception>

namespace mimesys::cli {

std::vector<VerbFactory> verbs() {
    return {
        machineVerb,   recordVerb, inspectVerb, convertVerb,  editVerb,    stressorsVerb, collectVerb,
        calibrateVerb, trainVerb,  alignVerb,   generateVerb, runVerb,     simulateVerb,  scoreVerb,
        evaluateVerb,  refineVerb, renderVerb,  exportVerb,   testRunVerb, demoVerb,
    };
}

namespace {

int run(int argc, char** argv) {
    CLI::App application("Turns a resource-usage trace into an executable workload that reproduces it.", "mimesys");
    application.set_version_flag("--version", "mimesys " MIMESYS_VERSION);
    application.require_subcommand(1);
    std::vector<Verb> known;
    for (const VerbFactory factory : verbs()) {
        known.push_back(factory(application));
    }
    try {
        application.parse(argc, argv);
    } catch (const CLI::Success& success) {  // --help, --version
        return application.exit(success);
    } catch (const CLI::ParseError& error) {
        application.exit(error);
        return kUsage;
    }
    const StopOnSignal signals;
    for (const Verb& verb : known) {
        if (verb.command->parsed()) {
            return verb.run(signals.token());
        }
    }
    return kUsage;
}

}  // namespace
}  // namespace mimesys::cli

int main(int argc, char** argv) {
    mimesys::makeTooLargeFilesAnError();
    try {
        return mimesys::cli::run(argc, argv);
    } catch (const std::bad_alloc&) {
        fmt::print(stderr, "mimesys: There is not enough memory for this; use a smaller input.\n");
    } catch (const std::exception& exception) {
        fmt::print(stderr, "mimesys: Unexpected failure: {}.\n", exception.what());
    }
    return mimesys::kFailed;
}
