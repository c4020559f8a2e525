// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"

#include <sys/types.h>

#include <optional>
#include <string>
#include <vector>

namespace mimesys::cli {

// How a command ended.
struct CommandEnd {
    int exitCode = 0;  // 128 + signal when a signal ended it
    bool operator==(const CommandEnd&) const = default;
};

// A command of the user that never outlives this process, not even after kill -9. A small process in between is the
// parent of the command and of whatever the command leaves behind; it notices through a pipe that this process has gone
// or wants to end, and then ends them all.
class GuardedCommand {
public:
    enum class Output { Shared, ToStandardError };  // where the command's standard output goes

    // Starts the program directly, without a shell. BadInput when it cannot be executed.
    [[nodiscard]] static Expected<GuardedCommand> start(const std::vector<std::string>& command, Output output);

    GuardedCommand(GuardedCommand&& other) noexcept;
    GuardedCommand& operator=(GuardedCommand&&) = delete;
    ~GuardedCommand();  // terminate()

    // Waits at most this long; empty while the command runs. Processes it left in the background are not waited for.
    [[nodiscard]] std::optional<CommandEnd> wait(int timeoutMs);
    // Asks the command and all its descendants to end (SIGTERM), kills them five seconds later; returns when they are
    // gone. Does nothing when the command has ended.
    void terminate();

private:
    GuardedCommand(pid_t guard, int control, int status) : m_guard(guard), m_control(control), m_status(status) {}

    pid_t m_guard = -1;
    int m_control = -1;  // closing it, or dying, makes the guard end the command
    int m_status = -1;
    std::optional<CommandEnd> m_end;
};

}  // namespace mimesys::cli
