// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "sources.h"

#include "machine/machine.h"
#include "refinement/datasetresponse.h"
#include "service/resources.h"

#include <fmt/format.h>

#include <utility>

namespace mimesys::cli {
namespace {

// The file the user named, else the one installed for this machine; Unavailable with this sentence when there is none.
Expected<std::filesystem::path> find(const std::string& named, std::filesystem::path (*installed)(const std::string&),
                                     const char* sentence) {
    if (!named.empty()) {
        return std::filesystem::path(named);
    }
    const auto machine = machine::discover();
    if (!machine) {
        return tl::unexpected(machine.error());
    }
    auto path = installed(machine::fingerprint(*machine));
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored)) {
        return unavailable(sentence);
    }
    return path;
}

Expected<std::filesystem::path> findDataset(const std::string& named) {
    return find(named, dataset::installedDatasetPath,
                "No data set is installed for this machine; `mimesys collect` makes one in about two minutes (and "
                "`mimesys demo` on its way), or name one with --dataset.");
}

// A file, a model that comes with the program, or the one installed for this machine.
Expected<std::filesystem::path> findModel(const std::string& named) {
    if (!named.empty()) {
        return service::findModel(named);
    }
    return find(named, model::installedModelPath,
                "No model is installed for this machine; `mimesys demo` trains one on its way, or name one with "
                "--model.");
}

// CPU utilisation is 0–100 by definition, and what was collected may have stayed within less.
void addRange(std::map<std::string, evaluation::Range>& ranges, const Metric& metric, double low, double high) {
    if (metric.family != Family::Cpu) {
        ranges[metric.id] = {low, high};
    }
}

std::string describe(const generation::DiffusionOptions& options) {
    return fmt::format(
        "{} {} {}+{} steps, guidance {}, {} candidates, {} corrections in units of the {}, idle below {} %{}",
        generation::strategyName(options.strategy), generation::samplerName(options.sampler), options.firstSteps,
        options.steps, options.guidance, options.candidates, options.polish, generation::unitsName(options.units),
        options.idleBelow, options.usePrevious ? "" : ", no state");
}

}  // namespace

std::map<std::string, evaluation::Range> scoringRanges(const dataset::Dataset& dataset) {
    std::map<std::string, evaluation::Range> result;
    const trace::Matrix ranges = dataset.ranges();
    for (std::size_t n = 0; n < dataset.metrics.size(); ++n) {
        const auto column = static_cast<Eigen::Index>(n);
        addRange(result, dataset.metrics[n], static_cast<double>(ranges(0, column)),
                 static_cast<double>(ranges(1, column)));
    }
    return result;
}

Expected<Sources::Dataset> Sources::dataset() {
    if (!m_dataset) {
        const auto path = findDataset(m_datasetName);
        if (!path) {
            return tl::unexpected(path.error());
        }
        auto content = dataset::readDataset(*path);
        if (!content) {
            return tl::unexpected(content.error());
        }
        m_dataset = Dataset{*path, std::make_shared<const dataset::Dataset>(std::move(*content))};
    }
    return *m_dataset;
}

Expected<Sources::Model> Sources::model() {
    if (!m_model) {
        const auto path = findModel(m_arguments.path);
        if (!path) {
            return tl::unexpected(path.error());
        }
        const auto library = learning::load();
        if (!library) {
            return tl::unexpected(library.error());
        }
        auto content = (*library)->readModel(*path);
        if (!content) {
            return tl::unexpected(content.error());
        }
        m_model = Model{*path, std::move(*content), *library};
    }
    return *m_model;
}

Expected<Source> Sources::open(std::string_view name) {
    if (name == kDiffusion) {
        const auto options = m_arguments.options();
        return options ? openDiffusion(*options, std::string(kDiffusion))
                       : Expected<Source>(tl::unexpected(options.error()));
    }
    const auto method = generation::methodFromName(name);
    if (!method) {
        return tl::unexpected(method.error());
    }
    return dataset().map([&](const Dataset& found) {
        return Source{generation::bind(*method, found.content), found.path, {}, found.content->simulated(), {}};
    });
}

Expected<Source> Sources::openDiffusion(const generation::DiffusionOptions& options, std::string name) {
    return model().map([&](const Model& found) {
        return Source{learning::bind(*found.library, found.content, options, std::move(name)), found.path,
                      describe(options), found.content->description().simulated(),
                      found.content->description().alignment.traces};
    });
}

Expected<ResponseSource> Sources::openResponse() {
    // Where both are at hand, samples: what the rounds measure teaches a regression more than it can a trained model.
    const bool samples = m_arguments.path.empty() && (!m_datasetName.empty() || findDataset({}).has_value());
    if (!samples && (!m_arguments.path.empty() || findModel({}).has_value())) {
        return model().map([](const Model& found) {
            return ResponseSource{found.library->response(found.content), found.path};
        });
    }
    return dataset().and_then([](const Dataset& found) {
        return refinement::datasetResponse(found.content).map([&](refinement::ResponsePtr&& response) {
            return ResponseSource{std::move(response), found.path};
        });
    });
}

std::string_view Sources::defaultMethod() const {
    const bool model = !m_arguments.path.empty() || (m_datasetName.empty() && findModel({}).has_value());
    return model ? kDiffusion : generation::methodName(generation::Method::Search);
}

Expected<std::map<std::string, evaluation::Range>> Sources::scoringRanges() {
    if (m_datasetName.empty() && !m_arguments.path.empty()) {
        return model().map([&](const Model& found) {
            std::map<std::string, evaluation::Range> result;
            const model::Description& description = found.content->description();
            for (std::size_t n = 0; n < description.metrics.size(); ++n) {
                addRange(result, description.metrics[n], description.ranges[n].low, description.ranges[n].high);
            }
            return result;
        });
    }
    return dataset().map([&](const Dataset& found) { return cli::scoringRanges(*found.content); });
}

}  // namespace mimesys::cli
