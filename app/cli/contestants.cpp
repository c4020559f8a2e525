// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "contestants.h"

#include "generation/source.h"
#include "service/refinedcontestant.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

namespace mimesys::cli {
namespace {

using service::Contestant;

constexpr std::array<std::string_view, 4> kAblations{"state", "drop", "families", "refine"};

// What it works from is known by its content: a file that was written anew is another one.
Expected<Contestant> enter(Expected<Source> source) {
    return std::move(source).and_then([](Source&& opened) {
        return generation::hashOfContent(opened.path).map([&](std::string&& inputs) {
            if (!opened.sampling.empty()) {
                inputs += " " + opened.sampling;
            }
            return Contestant{std::move(opened.generator), std::move(inputs), std::move(opened.seen)};
        });
    });
}

class Entries {
public:
    Entries(const ContestantArguments& arguments, const service::Executor& refinement,
            const std::map<std::string, evaluation::Range>& ranges)
        : m_arguments(arguments), m_refinement(refinement) {
        m_refineOptions.rounds = arguments.rounds;
        m_refineOptions.ranges = ranges;
    }

    // A source, and refined where that is asked for.
    void add(Expected<Source> source, Sources& sources) {
        m_entries.push_back(enter(std::move(source)));
        if (!m_entries.back() || std::ranges::count(m_arguments.ablations, "refine") == 0) {
            return;
        }
        auto response = sources.openResponse();
        if (!response) {
            m_entries.push_back(tl::unexpected(response.error()));
            return;
        }
        m_entries.push_back(
            service::refined(*m_entries.back(), std::move(response->response), m_refinement, m_refineOptions));
    }

    // A model by this name, and without the state where that is asked for.
    void addDiffusion(Sources& sources, const ModelArguments& model, const std::string& name) {
        const auto options = model.options();
        if (!options) {
            m_entries.push_back(tl::unexpected(options.error()));
            return;
        }
        add(sources.openDiffusion(*options, name), sources);
        if (std::ranges::count(m_arguments.ablations, "state") > 0) {
            generation::DiffusionOptions stateless = *options;
            stateless.usePrevious = false;
            m_entries.push_back(enter(sources.openDiffusion(stateless, name + " (no state)")));
        }
    }

    // The first error, if there is one.
    Expected<std::vector<Contestant>> take() {
        std::vector<Contestant> contestants;
        for (Expected<Contestant>& entry : m_entries) {
            if (!entry) {
                return tl::unexpected(entry.error());
            }
            contestants.push_back(std::move(*entry));
        }
        return contestants;
    }

private:
    const ContestantArguments& m_arguments;
    const service::Executor& m_refinement;
    refinement::RefineOptions m_refineOptions;
    std::vector<Expected<Contestant>> m_entries;
};

}  // namespace

void ContestantArguments::addTo(CLI::App& command) {
    command.add_option("--methods", methods, "Of diffusion, search, interpolation, single-stressor")
        ->delimiter(',')
        ->capture_default_str()
        ->type_name("NAMES");
    command.add_option("--dataset", dataset, "Samples to choose from; those installed for this machine if not given")
        ->type_name("DATASET");
    command
        .add_option(
            "--ablation", ablations,
            "Also with less to go by: state (diffusion without the composition before), drop (20 to 80 % of "
            "the trace), families (one at a time left out); or with more: refine (plans corrected by execution)")
        ->delimiter(',')
        ->type_name("NAMES");
    command.add_option("--models", models, "Diffusion with these models as well, each under its name")
        ->type_name("NAME=MODEL");
    command.add_option("--rounds", rounds, "Corrections of a refinement at most")
        ->check(CLI::Range(std::size_t{0}, std::size_t{1000}))
        ->capture_default_str()
        ->type_name("N");
    model.addTo(command);
}

Expected<std::vector<Contestant>> openContestants(const ContestantArguments& arguments, Sources& sources,
                                                  const service::Executor& refinement,
                                                  const std::map<std::string, evaluation::Range>& ranges) {
    Entries entries(arguments, refinement, ranges);
    for (const std::string& name : arguments.methods) {
        if (name == kDiffusion) {
            entries.addDiffusion(sources, arguments.model, name);
        } else {
            entries.add(sources.open(name), sources);
        }
    }
    for (const std::string& named : arguments.models) {
        const std::size_t equals = named.find('=');
        if (equals == std::string::npos || equals == 0 || equals + 1 == named.size()) {
            return badInput(fmt::format("\"{}\" is not of the form NAME=MODEL.", named));
        }
        ModelArguments model = arguments.model;
        model.path = named.substr(equals + 1);
        Sources other(arguments.dataset, model);
        entries.addDiffusion(other, model, named.substr(0, equals));
    }
    return entries.take();
}

Expected<std::vector<service::View>> openViews(const ContestantArguments& arguments) {
    std::vector<service::View> views{service::View{}};
    for (const std::string& ablation : arguments.ablations) {
        if (std::ranges::find(kAblations, ablation) == kAblations.end()) {
            return badInput(
                fmt::format("There is no ablation \"{}\"; choose one of state, drop, families, refine.", ablation));
        }
        const bool diffusion = std::ranges::find(arguments.methods, kDiffusion) != arguments.methods.end();
        if (ablation == "drop") {
            std::ranges::copy(service::droppingViews(), std::back_inserter(views));
        } else if (ablation == "families") {
            std::ranges::copy(service::familyViews(), std::back_inserter(views));
        } else if (ablation == "state" && !diffusion &&
                   arguments.models.empty()) {  // a contestant of its own: see openContestants()
            return badInput(
                "The ablation \"state\" takes the previous composition from the method \"diffusion\"; evaluate that "
                "method.");
        }
    }
    return views;
}

}  // namespace mimesys::cli
