// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "collection/strategy.h"
#include "jobs/job.h"
#include "models/document.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace mimesys::widgets {

// What training data is to be collected, where and how much. A data set that is there is continued with the strategy,
// stressors, window and seed that it was begun with.
struct CollectChoice {
    std::filesystem::path dataset;   // empty = the one installed for this machine
    std::string executor = "local";  // as service::openExecutor() knows it
    std::optional<collection::Strategy> strategy;
    std::string stressors = "essential";
    double windowSeconds = 0.5;
    double durationSeconds = 120.0;      // of execution, in all
    std::optional<std::size_t> samples;  // that it is to hold, whatever time that takes
    bool untilSaturated = false;         // stop before that when rounds bring next to nothing new
};

struct CollectRequest {
    CollectChoice choice;
    std::filesystem::path scratchDirectory;  // empty = default
    // Called from the job's thread when a round begins, and at the end; may be empty.
    std::function<void(const LoadedCollection&)> onRound;
};
struct CollectOutcome {
    LoadedCollection collection;
    QString ending;                 // why it is over: the end of a sentence
    std::size_t samples = 0;        // there are now
    double backgroundPoints = 0.0;  // CPU that other work took of every core meanwhile
    bool disturbed = false;         // so much that the data says little
};
[[nodiscard]] Cancellable<CollectOutcome> collectDataset(const CollectRequest& request,
                                                         const JobRunner::Context& context);

// What a data set's file covers.
[[nodiscard]] Expected<LoadedCollection> loadCollection(const std::filesystem::path& path);
// The same anew when its file was written since, as another program does that collects; empty when not, or when it
// cannot be read now.
[[nodiscard]] std::optional<LoadedCollection> reloadCollection(const LoadedCollection& shown);
// That of this machine, or the one that is named; a null one when it is not there.
[[nodiscard]] Cancellable<LoadedCollection> openInstalledCollection(const std::filesystem::path& named);

}  // namespace mimesys::widgets
