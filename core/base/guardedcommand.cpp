// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/guardedcommand.h"

#include "base/clock.h"
#include "base/descendants.h"
#include "base/signals.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <span>
#include <utility>

namespace mimesys {
namespace {

constexpr std::int64_t kTermGraceNs = 5 * kNanosecondsPerSecond;
constexpr std::int64_t kKillGraceNs = 2 * kNanosecondsPerSecond;

struct Pipe {
    int read = -1;
    int write = -1;
};

std::optional<Pipe> makePipe() {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
        return std::nullopt;
    }
    return Pipe{ends[0], ends[1]};
}

void closeEnd(int& descriptor) {
    if (descriptor >= 0) {
        ::close(std::exchange(descriptor, -1));
    }
}

// Pipes between processes of this program: values as they lie in memory, few enough bytes to come in one piece.
template <typename T>
bool readValue(int descriptor, T& value) {
    ssize_t count = 0;
    do {
        count = ::read(descriptor, &value, sizeof value);
    } while (count < 0 && errno == EINTR);
    return count == static_cast<ssize_t>(sizeof value);
}

template <typename T>
void writeValue(int descriptor, const T& value) {
    (void)!::write(descriptor, &value, sizeof value);
}

void sleepMs(int milliseconds) {
    ::poll(nullptr, 0, milliseconds);
}

void reapAll() {
    while (::waitpid(-1, nullptr, WNOHANG) > 0) {
    }
}

// Signals all descendants until none is left or the time is over: each new one once, or all again and again to kill.
bool endAll(int signal, std::int64_t graceNs) {
    const std::int64_t deadline = monotonicNs() + graceNs;
    Descendants descendants;
    std::array<pid_t, 256> told{};  // beyond, they are told again
    std::size_t toldCount = 0;
    do {
        reapAll();
        const auto left = descendants.read();
        if (left.empty()) {
            return true;
        }
        for (const pid_t pid : left) {
            const std::span known(told.data(), toldCount);
            if (signal != SIGKILL && std::ranges::find(known, pid) != known.end()) {
                continue;
            }
            if (toldCount < told.size()) {
                told[toldCount++] = pid;
            }
            ::kill(pid, signal);
            ::kill(pid, SIGCONT);  // a stopped process would not hear it
        }
        sleepMs(10);
    } while (monotonicNs() < deadline);
    return false;
}

int exitCodeOf(int status) {
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

void redirect(const GuardedCommand::Options& options) {
    switch (options.output) {
        case GuardedCommand::Output::Shared:
            break;
        case GuardedCommand::Output::ToStandardError:
            ::dup2(STDERR_FILENO, STDOUT_FILENO);
            break;
        case GuardedCommand::Output::ToDescriptor:
            ::dup2(options.descriptor, STDOUT_FILENO);
            ::dup2(options.descriptor, STDERR_FILENO);
            if (const int nothing = ::open("/dev/null", O_RDONLY | O_CLOEXEC); nothing >= 0) {
                ::dup2(nothing, STDIN_FILENO);
            }
            break;
    }
}

[[noreturn]] void becomeCommand(char* const* arguments, pid_t guard, int failure,
                                const GuardedCommand::Options& options) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);  // should somebody kill the guard
    if (::getppid() != guard) {
        ::_exit(127);
    }
    redirect(options);
    unblockSignalsInChild();
    ::execvp(arguments[0], arguments);
    writeValue(failure, errno);
    ::_exit(127);
}

// Only what tells of this process and the command; a window's connection to the display, or the pipe that another guard
// waits at, would otherwise stay open as long as the command runs.
void closeAllBut(unsigned one, unsigned other) {
    std::array<unsigned, 5> kept{STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO, one, other};
    std::ranges::sort(kept);
    unsigned first = 0;
    for (const unsigned descriptor : kept) {
        if (descriptor > first) {
            ::syscall(SYS_close_range, first, descriptor - 1, 0);  // before Linux 5.9 they stay open
        }
        first = descriptor + 1;
    }
    ::syscall(SYS_close_range, first, ~0U, 0);
}

// What reaches a terminal's foreground or ends a session is for the command; the guard ends when it is told to.
void ignoreWhatEndsOthers() {
    for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE}) {
        std::signal(signal, SIG_IGN);
    }
}

struct GuardPipes {
    int control;
    int status;
    int failure;
};

// The guard's life, which begins in a fork of a process with threads: it must neither ask for memory nor take a lock,
// for one that another thread held then is never released. It has the stop signals blocked like its parent, so that
// Ctrl-C reaches the command only.
[[noreturn]] void guard(char* const* arguments, const GuardPipes& pipes, const GuardedCommand::Options& options) {
    ::prctl(PR_SET_NAME, "mimesys-guard");
    ::prctl(PR_SET_CHILD_SUBREAPER, 1);
    std::signal(SIGCHLD, SIG_DFL);
    const pid_t self = ::getpid();
    const std::int64_t startNs = monotonicNs();
    const pid_t command = ::fork();
    if (command == 0) {
        becomeCommand(arguments, self, pipes.failure, options);
    }
    if (command < 0) {
        writeValue(pipes.failure, errno);
        ::_exit(1);
    }
    ignoreWhatEndsOthers();
    closeAllBut(static_cast<unsigned>(pipes.control), static_cast<unsigned>(pipes.status));
    const int ending = static_cast<int>(::syscall(SYS_pidfd_open, command, 0));  // -1 before Linux 5.3: poll instead
    const int timeoutMs = ending < 0 ? 20 : 1000;
    std::array<pollfd, 2> events{pollfd{pipes.control, POLLIN, 0}, pollfd{ending, POLLIN, 0}};
    while (true) {
        ::poll(events.data(), events.size(), timeoutMs);
        int state = 0;
        for (pid_t ended = 0; (ended = ::waitpid(-1, &state, WNOHANG)) > 0;) {
            if (ended != command) {
                continue;
            }
            writeValue(pipes.status, CommandEnd{exitCodeOf(state), secondsFromNs(monotonicNs() - startNs)});
            if (options.background == GuardedCommand::Background::Released) {
                ::_exit(0);
            }
            events[1].fd = -1;
        }
        if (events[0].revents != 0) {
            if (!endAll(SIGTERM, kTermGraceNs)) {
                (void)endAll(SIGKILL, kKillGraceNs);
            }
            ::_exit(0);
        }
    }
}

}  // namespace

Expected<GuardedCommand> GuardedCommand::start(const std::vector<std::string>& command, const Options& options) {
    if (command.empty() || command.front().empty()) {
        return badInput("There is no command to start; name one after --.");
    }
    std::vector<std::string> copies = command;
    std::vector<char*> arguments;
    for (std::string& argument : copies) {
        arguments.push_back(argument.data());
    }
    arguments.push_back(nullptr);
    auto control = makePipe();
    auto status = makePipe();
    auto failure = makePipe();
    if (!control || !status || !failure) {
        return failed(fmt::format("The command cannot be started ({}).", std::strerror(errno)), command.front());
    }
    const pid_t pid = ::fork();
    if (pid == 0) {
        // The guard must not hold what tells it that this process has gone.
        closeEnd(control->write);
        closeEnd(status->read);
        closeEnd(failure->read);
        guard(arguments.data(), {control->read, status->write, failure->write}, options);
    }
    const int forkError = errno;
    closeEnd(control->read);
    closeEnd(status->write);
    closeEnd(failure->write);
    int error = forkError;
    const bool broken = pid < 0 || readValue(failure->read, error);
    closeEnd(failure->read);
    if (broken) {
        closeEnd(control->write);
        closeEnd(status->read);
        if (pid > 0) {
            ::waitpid(pid, nullptr, 0);
        }
        return badInput(fmt::format("The command cannot be started ({}).", std::strerror(error)), command.front());
    }
    return GuardedCommand(pid, control->write, status->read, options.background);
}

GuardedCommand::GuardedCommand(GuardedCommand&& other) noexcept
    : m_guard(std::exchange(other.m_guard, -1)),
      m_control(std::exchange(other.m_control, -1)),
      m_status(std::exchange(other.m_status, -1)),
      m_end(other.m_end),
      m_background(other.m_background) {}

GuardedCommand::~GuardedCommand() {
    terminate();
    closeEnd(m_status);
}

std::optional<CommandEnd> GuardedCommand::wait(int timeoutMs) {
    if (m_end || m_guard < 0) {
        return m_end;
    }
    pollfd event{m_status, POLLIN, 0};
    if (::poll(&event, 1, timeoutMs) <= 0) {
        return std::nullopt;
    }
    CommandEnd end;
    if (!readValue(m_status, end)) {
        // A guard that was killed says nothing; the kernel has then killed the command too.
        end = CommandEnd{128 + SIGKILL, 0.0};
    }
    m_end = end;
    if (m_background == Background::Released) {
        reap();
    }
    return m_end;
}

void GuardedCommand::reap() {
    ::waitpid(std::exchange(m_guard, -1), nullptr, 0);
    closeEnd(m_control);
}

void GuardedCommand::terminate() {
    closeEnd(m_control);
    if (m_guard >= 0) {
        (void)wait(-1);
    }
    if (m_guard >= 0) {
        reap();
    }
}

}  // namespace mimesys
