// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "base/guardedcommand.h"
#include "testrun/outputtail.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace mimesys::testrun {

inline constexpr const char* kShell = "/bin/sh";

// A command of a test run with what it prints. It and everything it started are ended when this goes, and when this
// process does.
class Command {
public:
    [[nodiscard]] static Expected<Command> start(const std::vector<std::string>& command);
    // As a shell understands it.
    [[nodiscard]] static Expected<Command> startInShell(const std::string& text);

    // Waits at most this long; empty while it runs.
    [[nodiscard]] std::optional<CommandEnd> wait(int timeoutMs) { return m_command.wait(timeoutMs); }
    // Returns when nothing of it is left.
    void end();
    [[nodiscard]] const OutputTail& output() const { return *m_output; }
    // "ended with exit code 3; the last it said was "…"": the end of a sentence about how it ended.
    [[nodiscard]] std::string howItEnded(const CommandEnd& end) const;

private:
    Command(GuardedCommand command, std::unique_ptr<OutputTail> output)
        : m_output(std::move(output)), m_command(std::move(command)) {}

    std::unique_ptr<OutputTail> m_output;  // outlives the command that writes to it
    GuardedCommand m_command;
};

}  // namespace mimesys::testrun
