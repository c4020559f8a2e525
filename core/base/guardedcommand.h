// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"

#include <sys/types.h>

#include <optional>
#include <string>
#include <vector>

namespace mimesys {

// How a command ended.
struct CommandEnd {
    int exitCode = 0;      // 128 + signal when a signal ended it
    double seconds = 0.0;  // from its start to its end, whoever waited for it; 0 when the guard was killed
    bool operator==(const CommandEnd&) const = default;
};

// A command of the user that never outlives this process, not even after kill -9. A small process in between is the
// parent of the command and of whatever the command leaves behind; it notices through a pipe that this process has gone
// or wants to end, and then ends them all.
class GuardedCommand {
public:
    // Where the command's standard output goes. To a descriptor: its standard error too, and its standard input is
    // empty.
    enum class Output { Shared, ToStandardError, ToDescriptor };
    // What becomes of processes that it leaves behind when it ends by itself.
    enum class Background { Released, Guarded };
    struct Options {
        Output output = Output::Shared;
        int descriptor = -1;  // for ToDescriptor; remains the caller's
        Background background = Background::Released;
    };

    // Starts the program directly, without a shell. BadInput when it cannot be executed.
    [[nodiscard]] static Expected<GuardedCommand> start(const std::vector<std::string>& command,
                                                        const Options& options);

    GuardedCommand(GuardedCommand&& other) noexcept;
    GuardedCommand& operator=(GuardedCommand&&) = delete;
    ~GuardedCommand();  // terminate()

    // Waits at most this long; empty while the command runs. Processes it left in the background are not waited for.
    [[nodiscard]] std::optional<CommandEnd> wait(int timeoutMs);
    // Asks the command and all its descendants to end (SIGTERM), kills them five seconds later; returns when they are
    // gone. What a command has left behind when it ended is ended too where it is guarded.
    void terminate();

private:
    GuardedCommand(pid_t guard, int control, int status, Background background)
        : m_guard(guard), m_control(control), m_status(status), m_background(background) {}
    void reap();

    pid_t m_guard = -1;
    int m_control = -1;  // closing it, or dying, makes the guard end the command
    int m_status = -1;
    std::optional<CommandEnd> m_end;
    Background m_background = Background::Released;
};

}  // namespace mimesys
