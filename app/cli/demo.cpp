// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "console.h"
#include "service/loop.h"
#include "service/resources.h"
#include "verb.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace mimesys::cli {
namespace {

struct DemoOptions {
    service::LoopOptions loop;
    bool json = false;
};

std::string points(double dtw) {
    return fmt::format("{:.4f}", dtw);
}

// One row per method: what its pilot scored, and for the best what the whole run scored.
void printScores(const service::LoopResult& result) {
    std::vector<std::string> header{"method", "windows", "MEAN"};
    for (const auto& [family, value] : result.score.families) {
        header.emplace_back(familyName(family));
    }
    std::vector<std::vector<std::string>> rows;
    const auto row = [&](std::string method, std::size_t windows, const evaluation::Score& score) {
        std::vector<std::string> cells{std::move(method), fmt::format("{}", windows), points(score.mean)};
        for (const auto& [family, value] : result.score.families) {
            const auto found = score.families.find(family);
            cells.push_back(found == score.families.end() ? "-" : points(found->second));
        }
        rows.push_back(std::move(cells));
    };
    for (const service::Attempt& attempt : result.attempts) {
        row(fmt::format("{} (pilot)", attempt.method), result.pilotWindows, attempt.pilot);
    }
    row(fmt::format("{} (whole trace)", result.attempts.front().method), result.report.windows, result.score);
    printTable(header, rows);
}

void printText(const service::LoopResult& result) {
    fmt::print("Data set: {} measured windows of this machine.\n", result.datasetSamples);
    for (const std::string& step : result.attempts.front().fit.steps) {
        fmt::print("Fitting: {}\n", step);
    }
    for (const std::string& note : result.notes) {
        fmt::print("{}\n", note);
    }
    fmt::print("\nDTW distance between the real trace and the emulation as recorded, 0 = identical, 0.1 = 10 %:\n\n");
    printScores(result);
    const execution::Distribution boundary = result.report.boundaryError();
    fmt::print(
        "\nExecution: {} windows in {:.3f} s; CPU time per window and CPU off by {:.2f} points on average; "
        "window boundaries late by {:.2f} ms (p99).\n",
        result.report.windows, result.report.elapsedSeconds, result.report.meanCpuErrorPoints(), boundary.p99);
    fmt::print("Files: {}, {}, {}, and the standalone workload {}\n", result.real.string(), result.plan.string(),
               result.emulated.string(), result.workload.string());
}

nlohmann::json scoreJson(const evaluation::Score& score) {
    nlohmann::json families = nlohmann::json::object();
    for (const auto& [family, value] : score.families) {
        families[std::string(familyName(family))] = value;
    }
    return {{"mean", score.mean}, {"families", families}};
}

nlohmann::json toJson(const service::LoopResult& result) {
    nlohmann::json pilots = nlohmann::json::object();
    for (const service::Attempt& attempt : result.attempts) {
        pilots[attempt.method] = scoreJson(attempt.pilot);
    }
    return {
        {"dataset_samples", result.datasetSamples},
        {"pilot", {{"first_window", result.pilotFirstWindow}, {"windows", result.pilotWindows}, {"scores", pilots}}},
        {"notes", result.notes},
        {"best", result.attempts.front().method},
        {"score", scoreJson(result.score)},
        {"windows", result.report.windows},
        {"elapsed_seconds", result.report.elapsedSeconds},
        {"cpu_error_points", result.report.meanCpuErrorPoints()},
        {"files",
         {{"real", result.real.string()},
          {"plan", result.plan.string()},
          {"emulated", result.emulated.string()},
          {"workload", result.workload.string()}}}};
}

int run(DemoOptions options, const std::stop_token& stop) {
    if (options.loop.trace.empty()) {
        auto bundled = service::findDemoTrace();
        if (!bundled) {
            return report(bundled.error());
        }
        options.loop.trace = std::move(*bundled);
    }
    Cancellable<service::LoopResult> result;
    {
        ProgressLine progress;
        result = service::closeLoop(options.loop, stop, progress.callback());
    }
    if (!result) {
        return report(result.error());
    }
    if (!*result) {
        return reportCancelled();
    }
    options.json ? printJson(toJson(**result)) : printText(**result);
    return kOk;
}

}  // namespace

Verb demoVerb(CLI::App& application) {
    auto options = std::make_shared<DemoOptions>();
    options->loop.outputFolder = "mimesys-demo";
    CLI::App* command = application.add_subcommand(
        "demo", "Close the loop on the bundled trace: collect, train, generate, run, score, export");
    command->add_option("--trace", options->loop.trace, "Another trace than the bundled one");
    command->add_option("--dataset", options->loop.dataset,
                        "Training data; made when it does not exist (default: the one installed for this machine)");
    command->add_option("-o,--output", options->loop.outputFolder, "Folder for the results")->capture_default_str();
    command->add_option("--collect-duration", options->loop.collectSeconds, "Seconds of collection on first use")
        ->capture_default_str()
        ->check(CLI::PositiveNumber);
    command->add_option(
        "--model", options->loop.model,
        "Diffusion model; trained when it does not exist (default: the one installed for this machine)");
    command
        ->add_option("--train-duration", options->loop.trainSeconds,
                     "Seconds of training on first use; 0 = without the diffusion method")
        ->capture_default_str()
        ->check(CLI::NonNegativeNumber);
    command->add_option("--pilot", options->loop.pilotWindows, "Windows each method is tried on")
        ->capture_default_str()
        ->check(CLI::PositiveNumber);
    command->add_option("--seed", options->loop.seed, "Seed of collection and plans")->capture_default_str();
    command->add_option("--scratch-dir", options->loop.scratchDirectory, "Folder on the disk to be loaded");
    command->add_flag("--json", options->json, "Print one JSON object");
    return {command, [options](const std::stop_token& stop) {
                return run(*options, stop);
            }};
}

}  // namespace mimesys::cli
