// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "training/train.h"

#include "base/jsonvalue.h"
#include "console.h"
#include "dataset/dataset.h"
#include "duration.h"
#include "learning/library.h"
#include "verb.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <memory>
#include <string>

namespace mimesys::cli {
namespace {

using training::TrainOptions;

struct Options {
    std::string dataset;
    std::string output;
    std::string architecture = "set-transformer";
    std::string budget;
    std::string precision = "auto";
    std::optional<int> width;
    std::optional<int> layers;
    std::optional<int> heads;
    std::optional<double> dropout;
    TrainOptions train;
    bool restart = false;
    bool json = false;
};

Expected<training::Precision> precisionFromName(const std::string& name) {
    if (name == "auto") {
        return training::Precision::Automatic;
    }
    if (name == "float32" || name == "bfloat16") {
        return name == "float32" ? training::Precision::Float32 : training::Precision::BFloat16;
    }
    return badInput(fmt::format("There is no precision \"{}\"; choose auto, float32 or bfloat16.", name));
}

Expected<TrainOptions> trainOptions(const Options& options) {
    TrainOptions train = options.train;
    const auto architecture = model::architectureFromName(options.architecture);
    const auto precision = precisionFromName(options.precision);
    const auto budget = options.budget.empty() ? Expected<double>(0.0) : durationFromText(options.budget);
    if (!architecture || !precision || !budget) {
        return tl::unexpected(!architecture ? architecture.error() : !precision ? precision.error() : budget.error());
    }
    train.network = model::defaultNetwork(*architecture);
    train.network.width = options.width.value_or(train.network.width);
    train.network.layers = options.layers.value_or(train.network.layers);
    train.network.heads = options.heads.value_or(train.network.heads);
    train.network.dropout = options.dropout.value_or(train.network.dropout);
    train.precision = *precision;
    train.budgetSeconds = *budget;
    return train;
}

void print(const model::Description& description, const Options& options) {
    const model::TrainPoint& last = description.history.back();
    if (options.json) {
        printJson({{"model", options.output},
                   {"architecture", model::architectureName(description.network.architecture)},
                   {"simulated", description.simulated()},
                   {"samples", description.samples},
                   {"cpus", description.cpus()},
                   {"stressors", description.stressors},
                   {"metrics", description.metrics.size()},
                   {"steps", last.step},
                   {"epochs", last.epoch},
                   {"seconds", last.seconds},
                   {"validation_loss", jsonvalue::numberOrNull<nlohmann::json>(last.validationLoss)},
                   {"forward_error", jsonvalue::numberOrNull<nlohmann::json>(description.forwardError)}});
        return;
    }
    fmt::print("{}: a {} for {} CPUs, {} stressors and {} metrics, from {} {} samples.\n", options.output,
               model::architectureName(description.network.architecture), description.cpus(),
               description.stressors.size(), description.metrics.size(), description.samples,
               description.simulated() ? "simulated" : "measured");
    fmt::print(
        "{} steps ({:.0f} epochs) in {:.0f} s; held-out loss {:.4f}; forward model off by {:.3f} of the ranges "
        "on held-out samples.\n",
        last.step, last.epoch, last.seconds, last.validationLoss, description.forwardError);
    for (const auto& [id, reason] : description.notDriven) {
        fmt::print("- {} is not followed: {}.\n", id, reason);
    }
}

int run(const Options& options, const std::stop_token& stop) {
    const auto train = trainOptions(options);
    if (!train) {
        return report(train.error());
    }
    const auto dataset = dataset::readDataset(options.dataset);
    if (!dataset) {
        return report(dataset.error());
    }
    const auto library = learning::load();
    if (!library) {
        return report(library.error());
    }
    if (options.restart) {
        std::error_code ignored;
        std::filesystem::remove(training::checkpointPath(options.output), ignored);
    }
    const auto model = [&] {
        ProgressLine line;
        return (*library)->train(*dataset, options.output, *train, stop, {}, line.callback());
    }();
    if (!model) {
        return report(model.error());
    }
    if (!*model) {
        fmt::print(stderr, "mimesys: {}: the training so far is kept; the same command continues.\n", options.output);
        return reportCancelled();
    }
    print((**model)->description(), options);
    return kOk;
}

void addNetwork(CLI::App& command, Options& options) {
    command.add_option("--architecture", options.architecture, "set-transformer, or u-net as in the MIMESYS paper")
        ->capture_default_str()
        ->type_name("NAME");
    command.add_option("--width", options.width, "Features per token, or channels of the U-Net's first stage")
        ->type_name("N");
    command.add_option("--layers", options.layers, "Layers of the set transformer")->type_name("N");
    command.add_option("--heads", options.heads, "Attention heads")->type_name("N");
    command
        .add_option("--dropout", options.dropout,
                    "Share of features left out at random in training; 0.1 suits a data set of minutes")
        ->type_name("SHARE");
}

void addSchedule(CLI::App& command, Options& options) {
    command.add_option("--epochs", options.train.epochs, "Times every sample is seen")
        ->check(CLI::PositiveNumber)
        ->capture_default_str()
        ->type_name("N");
    command.add_option("--budget", options.budget, "Stop after this time of training: 90s, 10m, 2h")->type_name("TIME");
    command
        .add_option("--patience", options.train.patience, "Validations without a better one before it stops; 0 = never")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str()
        ->type_name("N");
    command.add_option("--batch", options.train.batch, "Samples per step and process")
        ->check(CLI::Range(1, 65536))
        ->capture_default_str()
        ->type_name("N");
    command.add_option("--learning-rate", options.train.learningRate, "Peak of the learning rate")
        ->check(CLI::PositiveNumber)
        ->capture_default_str()
        ->type_name("RATE");
    command.add_option("--seed", options.train.seed, "Seed of weights, split, order and noise")
        ->capture_default_str()
        ->type_name("N");
    command.add_flag("--restart", options.restart, "Forget an unfinished training of this model");
}

void addMachine(CLI::App& command, Options& options) {
    command.add_option("--device", options.train.device, "auto, cpu, cuda or cuda:N")->capture_default_str();
    command.add_option("--precision", options.precision, "Of matrix products: auto, float32 or bfloat16")
        ->capture_default_str();
    command.add_option("--threads", options.train.threads, "CPU threads; 0 = one per usable CPU")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str()
        ->type_name("N");
    command.add_option("--ranks", options.train.membership.size, "Processes that train this model together")
        ->check(CLI::PositiveNumber)
        ->capture_default_str()
        ->type_name("N");
    command.add_option("--rank", options.train.membership.rank, "Which of them this is, from 0")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str()
        ->type_name("N");
    command.add_option("--store", options.train.membership.store, "Where they meet: rank 0 listens there")
        ->type_name("HOST:PORT");
}

}  // namespace

Verb trainVerb(CLI::App& application) {
    const auto options = std::make_shared<Options>();
    CLI::App* command =
        application.add_subcommand("train", "Train a diffusion model on a data set; continues where it was stopped.");
    command->add_option("dataset", options->dataset, "What `mimesys collect` measured")
        ->required()
        ->type_name("DATASET");
    command->add_option("-o,--output", options->output, "Model to write (safetensors)")->required()->type_name("MODEL");
    addNetwork(*command, *options);
    addSchedule(*command, *options);
    addMachine(*command, *options);
    command->add_flag("--json", options->json, "Print JSON");
    return {command, [options](const std::stop_token& stop) {
                return run(*options, stop);
            }};
}

}  // namespace mimesys::cli
