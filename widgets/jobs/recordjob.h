// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/job.h"
#include "models/document.h"
#include "timeline/indexedtrace.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace mimesys::widgets {

// What of this machine is to be recorded.
struct RecordChoice {
    double durationSeconds = 0.0;  // 0 = until it is stopped, or the command has ended
    double periodSeconds = 1.0;
    std::vector<std::string> command;  // a program and its arguments; empty = none
    std::filesystem::path output;      // empty = kept in the studio only
};

struct RecordRequest {
    RecordChoice choice;
    // Called from a thread of its own with all that was recorded so far; may be empty.
    std::function<void(IndexedTracePtr)> onRecorded;
    // Called from the job's thread with the whole recording, before it is written to its file; may be empty.
    std::function<void(const LoadedTrace&)> onComplete;
};

struct RecordOutcome {
    LoadedTrace trace;                 // empty when it was stopped before anything was recorded
    std::optional<int> commandExit;    // when the command ended by itself
    std::vector<std::string> leftOut;  // metrics that the file's format has no place for
};

// Records this machine; a stopped recording gives what there is. What can be known to fail fails before the start.
[[nodiscard]] Cancellable<RecordOutcome> recordMachine(const RecordRequest& request, const JobRunner::Context& context);

}  // namespace mimesys::widgets
