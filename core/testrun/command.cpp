// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "testrun/command.h"

#include <fmt/format.h>

#include <utility>

namespace mimesys::testrun {
namespace {

constexpr int kSignalBase = 128;  // of an exit code that stands for a signal, as shells say it

}  // namespace

Expected<Command> Command::start(const std::vector<std::string>& command) {
    auto output = OutputTail::open();
    if (!output) {
        return tl::unexpected(output.error());
    }
    auto started = GuardedCommand::start(command, {.output = GuardedCommand::Output::ToDescriptor,
                                                   .descriptor = (*output)->descriptor(),
                                                   .background = GuardedCommand::Background::Guarded});
    if (!started) {
        return tl::unexpected(started.error());
    }
    (*output)->closeHere();
    return Command(std::move(*started), std::move(*output));
}

Expected<Command> Command::startInShell(const std::string& text) {
    return start({kShell, "-c", text});
}

void Command::end() {
    m_command.terminate();
    m_output->finish();
}

std::string Command::howItEnded(const CommandEnd& end) const {
    const std::string said = m_output->lastLine();
    return fmt::format("ended with {}{}",
                       end.exitCode > kSignalBase ? fmt::format("signal {}", end.exitCode - kSignalBase)
                                                  : fmt::format("exit code {}", end.exitCode),
                       said.empty() ? "" : fmt::format("; the last it said was \"{}\"", said));
}

}  // namespace mimesys::testrun
