// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "generation/generator.h"
#include "jobs/job.h"
#include "models/document.h"
#include "timeline/indexedtrace.h"

#include <filesystem>
#include <optional>

namespace mimesys::widgets {

struct GenerateRequest {
    LoadedTrace real;
    generation::Method method = generation::Method::Search;
    std::filesystem::path dataset;  // empty = the one installed for this machine
    std::uint64_t seed = 1;
};

struct GenerateOutcome {
    bool datasetMissing = false;  // nothing was generated: this machine has no training data yet
    LoadedPlan plan;
};

[[nodiscard]] QString methodTitle(generation::Method method);

// The dataset a request works with.
[[nodiscard]] Expected<std::filesystem::path> datasetPathFor(const std::filesystem::path& named);

[[nodiscard]] Cancellable<GenerateOutcome> generatePlan(const GenerateRequest& request,
                                                        const JobRunner::Context& context);

struct CollectRequest {
    std::filesystem::path dataset;  // empty = the one installed for this machine
    double durationSeconds = 120.0;
    std::filesystem::path scratchDirectory;  // empty = default
};
struct CollectOutcome {
    std::size_t samples = 0;        // there are now
    double backgroundPoints = 0.0;  // CPU that other work took of every core meanwhile
    bool disturbed = false;         // so much that the data says little
};
[[nodiscard]] Cancellable<CollectOutcome> collectDataset(const CollectRequest& request,
                                                         const JobRunner::Context& context);

}  // namespace mimesys::widgets
