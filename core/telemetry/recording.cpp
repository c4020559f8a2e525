// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "telemetry/recording.h"

#include "base/clock.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace mimesys::telemetry {
namespace {

// Blocks until there is a reason to end.
Recording waitForEnd(std::int64_t startNs, double durationSeconds, std::optional<GuardedCommand>& command,
                     const std::stop_token& stop) {
    using Ending = Recording::Ending;
    constexpr int kPollMs = 50;
    const std::int64_t deadline =
        durationSeconds > 0.0 ? startNs + nsFromSeconds(durationSeconds) : std::numeric_limits<std::int64_t>::max();
    if (!command) {
        return {sleepUntil(deadline, stop) ? Ending::Duration : Ending::Stopped, {}, {}};
    }
    while (true) {
        const std::int64_t leftMs = (deadline - monotonicNs()) / 1'000'000;
        const auto end = command->wait(static_cast<int>(std::clamp<std::int64_t>(leftMs, 0, kPollMs)));
        if (end) {
            return {Ending::Command, end, {}};
        }
        if (stop.stop_requested()) {
            return {Ending::Stopped, {}, {}};
        }
        if (monotonicNs() >= deadline) {
            return {Ending::Duration, {}, {}};
        }
    }
}

}  // namespace

Expected<Recording> record(Recorder& recorder, const RecordingLimits& limits, std::int64_t startNs,
                           const std::stop_token& stop) {
    recorder.start(startNs);
    std::optional<GuardedCommand> command;
    if (!limits.command.empty()) {
        (void)sleepUntil(startNs, stop);
        auto started = GuardedCommand::start(limits.command, {.output = limits.output});
        if (!started) {
            (void)recorder.stop();
            return tl::unexpected(started.error());
        }
        command.emplace(std::move(*started));
    }
    if (limits.onBegun) {
        limits.onBegun();
    }
    Recording recording = waitForEnd(startNs, limits.durationSeconds, command, stop);
    auto trace = recorder.stop();
    command.reset();
    if (trace) {
        recording.trace = std::move(*trace);
    } else if (recording.ending != Recording::Ending::Stopped) {
        return tl::unexpected(trace.error());
    }
    return recording;
}

}  // namespace mimesys::telemetry
