// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/installed.h"
#include "jobs/job.h"
#include "jobs/learning.h"
#include "models/document.h"

#include <filesystem>
#include <functional>
#include <string>

namespace mimesys::widgets {

// How a model is to be aligned.
struct AlignChoice {
    Installed files;               // the model, and the data set it learnt from; empty = those of this machine
    std::filesystem::path traces;  // a trace or a folder of them
    std::filesystem::path output;
    std::string executor = "local";  // as service::openExecutor() knows it
    double budgetSeconds = 900.0;
    bool restart = false;  // forget an unfinished alignment
};

struct AlignRequest {
    AlignChoice choice;
    Learning learning;
    std::filesystem::path scratchDirectory;  // empty = default
    // Called from the job's thread with what is known so far; may be empty.
    std::function<void(const LoadedTraining&)> onPoint;
};
// Aligns with the data set where that is the one the model learnt from, and without it elsewhere.
[[nodiscard]] Cancellable<LoadedTraining> alignModel(const AlignRequest& request, const JobRunner::Context& context);

}  // namespace mimesys::widgets
