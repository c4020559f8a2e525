// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "base/guardedcommand.h"
#include "telemetry/recorder.h"
#include "trace/trace.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace mimesys::telemetry {

// What a recording is of, and how long it goes on.
struct RecordingLimits {
    double durationSeconds = 0.0;      // 0 = until it is stopped or the command has ended
    std::vector<std::string> command;  // empty = whatever the machine does
    GuardedCommand::Output output = GuardedCommand::Output::Shared;
    std::function<void()> onBegun = {};  // called once the command runs; may be empty
};

struct Recording {
    enum class Ending { Stopped, Duration, Command };
    Ending ending = Ending::Stopped;
    std::optional<CommandEnd> command;  // when it ended by itself
    trace::TracePtr trace;              // null when it was stopped before anything was recorded
};

// Records from this CLOCK_MONOTONIC time on, with a command started then. A command that still runs at the end is
// ended, with everything it started.
[[nodiscard]] Expected<Recording> record(Recorder& recorder, const RecordingLimits& limits, std::int64_t startNs,
                                         const std::stop_token& stop);

}  // namespace mimesys::telemetry
