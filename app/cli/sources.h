// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "dataset/dataset.h"
#include "evaluation/score.h"
#include "generation/generator.h"
#include "learning/library.h"
#include "model/model.h"
#include "modelarguments.h"
#include "refinement/response.h"

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace mimesys::cli {

inline constexpr std::string_view kDiffusion = "diffusion";

// The ranges of a data set's metrics as scoring takes them; CPU utilisation has its own.
[[nodiscard]] std::map<std::string, evaluation::Range> scoringRanges(const dataset::Dataset& dataset);

// A method with what it works from.
struct Source {
    generation::Generator generator;
    std::filesystem::path path;     // of the model or data set
    std::string sampling;           // what else tells its plans from others: the options of the diffusion
    bool simulated = false;         // it rests on simulated measurements
    std::vector<std::string> seen;  // model::Alignment::traces
};

// How a machine responds, with what that is known from.
struct ResponseSource {
    refinement::ResponsePtr response;
    std::filesystem::path path;  // of the model or data set
};

// The data set and the model that methods work from: those the user named, else those installed for this machine. Each
// is read once, when first asked for.
class Sources {
public:
    Sources(std::string dataset, ModelArguments model)
        : m_datasetName(std::move(dataset)), m_arguments(std::move(model)) {}

    // "diffusion" or one of generation::kMethods. BadInput for another name, Unavailable when nothing is installed.
    [[nodiscard]] Expected<Source> open(std::string_view method);
    // As "diffusion", without the state or whatever else the options say.
    [[nodiscard]] Expected<Source> openDiffusion(const generation::DiffusionOptions& options, std::string name);

    // Of the model where one is named, of the data set where one is named or installed, else of the installed model.
    // Unavailable when nothing is there.
    [[nodiscard]] Expected<ResponseSource> openResponse();

    // Diffusion where a model is named or installed and no data set was named, else search.
    [[nodiscard]] std::string_view defaultMethod() const;

    // Those of the data set, or of the model where only that was named.
    [[nodiscard]] Expected<std::map<std::string, evaluation::Range>> scoringRanges();

    struct Dataset {
        std::filesystem::path path;
        std::shared_ptr<const dataset::Dataset> content;
    };
    struct Model {
        std::filesystem::path path;
        model::ModelPtr content;
        const learning::Library* library = nullptr;
    };
    [[nodiscard]] Expected<Dataset> dataset();
    [[nodiscard]] Expected<Model> model();

private:
    std::string m_datasetName;
    ModelArguments m_arguments;
    std::optional<Dataset> m_dataset;
    std::optional<Model> m_model;
};

}  // namespace mimesys::cli
