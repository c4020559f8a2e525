// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "guardedcommand.h"

#include "base/clock.h"
#include "base/signals.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <set>
#include <utility>

namespace mimesys::cli {
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

bool readInt(int descriptor, int& value) {
    ssize_t count = 0;
    do {
        count = ::read(descriptor, &value, sizeof value);
    } while (count < 0 && errno == EINTR);
    return count == static_cast<ssize_t>(sizeof value);
}

void writeInt(int descriptor, int value) {
    (void)!::write(descriptor, &value, sizeof value);
}

void sleepMs(int milliseconds) {
    ::poll(nullptr, 0, milliseconds);
}

// Parent of a process, from "pid (name) state ppid …"; the name may hold anything, even ')'.
pid_t parentOf(const std::filesystem::path& folder) {
    std::ifstream stream(folder / "stat");
    std::string line;
    std::getline(stream, line);
    const std::size_t name = line.rfind(')');
    pid_t parent = 0;
    if (name != std::string::npos && name + 4 < line.size()) {
        std::from_chars(line.data() + name + 4, line.data() + line.size(), parent);
    }
    return parent;
}

// All processes below the calling one.
std::set<pid_t> descendants() {
    std::vector<std::pair<pid_t, pid_t>> parents;
    std::error_code error;
    for (std::filesystem::directory_iterator entry("/proc", error), end; !error && entry != end;
         entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        pid_t pid = 0;
        const auto parsed = std::from_chars(name.data(), name.data() + name.size(), pid);
        if (parsed.ec == std::errc{} && parsed.ptr == name.data() + name.size()) {
            parents.emplace_back(pid, parentOf(entry->path()));
        }
    }
    std::set<pid_t> family{::getpid()};
    for (std::size_t before = 0; before != family.size();) {
        before = family.size();
        for (const auto& [pid, parent] : parents) {
            if (family.contains(parent)) {
                family.insert(pid);
            }
        }
    }
    family.erase(::getpid());
    return family;
}

void reapAll() {
    while (::waitpid(-1, nullptr, WNOHANG) > 0) {
    }
}

// Signals all descendants until none is left or the time is over.
bool endAll(int signal, std::int64_t graceNs) {
    const std::int64_t deadline = monotonicNs() + graceNs;
    std::set<pid_t> told;
    do {
        reapAll();
        const std::set<pid_t> left = descendants();
        if (left.empty()) {
            return true;
        }
        for (const pid_t pid : left) {
            if (signal == SIGKILL || told.insert(pid).second) {
                ::kill(pid, signal);
                ::kill(pid, SIGCONT);  // a stopped process would not hear it
            }
        }
        sleepMs(10);
    } while (monotonicNs() < deadline);
    return false;
}

int exitCodeOf(int status) {
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

[[noreturn]] void becomeCommand(char* const* arguments, pid_t guard, int failure, GuardedCommand::Output output) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);  // should somebody kill the guard
    if (::getppid() != guard) {
        ::_exit(127);
    }
    if (output == GuardedCommand::Output::ToStandardError) {
        ::dup2(STDERR_FILENO, STDOUT_FILENO);
    }
    unblockSignalsInChild();
    ::execvp(arguments[0], arguments);
    writeInt(failure, errno);
    ::_exit(127);
}

// The guard's life. It has the stop signals blocked like its parent, so that Ctrl-C reaches the command only.
[[noreturn]] void guard(char* const* arguments, int control, int status, int failure, GuardedCommand::Output output) {
    ::prctl(PR_SET_NAME, "mimesys-guard");
    ::prctl(PR_SET_CHILD_SUBREAPER, 1);
    std::signal(SIGCHLD, SIG_DFL);
    const pid_t self = ::getpid();
    const pid_t command = ::fork();
    if (command == 0) {
        becomeCommand(arguments, self, failure, output);
    }
    if (command < 0) {
        writeInt(failure, errno);
        ::_exit(1);
    }
    ::close(failure);
    std::signal(SIGQUIT, SIG_IGN);
    std::signal(SIGPIPE, SIG_IGN);
    const int ending = static_cast<int>(::syscall(SYS_pidfd_open, command, 0));  // -1 before Linux 5.3: poll instead
    const int timeoutMs = ending < 0 ? 20 : 1000;
    std::array<pollfd, 2> events{pollfd{control, POLLIN, 0}, pollfd{ending, POLLIN, 0}};
    while (true) {
        ::poll(events.data(), events.size(), timeoutMs);
        int state = 0;
        for (pid_t ended = 0; (ended = ::waitpid(-1, &state, WNOHANG)) > 0;) {
            if (ended == command) {
                writeInt(status, exitCodeOf(state));
                ::_exit(0);
            }
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

Expected<GuardedCommand> GuardedCommand::start(const std::vector<std::string>& command, Output output) {
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
        guard(arguments.data(), control->read, status->write, failure->write, output);
    }
    const int forkError = errno;
    closeEnd(control->read);
    closeEnd(status->write);
    closeEnd(failure->write);
    int error = forkError;
    const bool broken = pid < 0 || readInt(failure->read, error);
    closeEnd(failure->read);
    if (broken) {
        closeEnd(control->write);
        closeEnd(status->read);
        if (pid > 0) {
            ::waitpid(pid, nullptr, 0);
        }
        return badInput(fmt::format("The command cannot be started ({}).", std::strerror(error)), command.front());
    }
    return GuardedCommand(pid, control->write, status->read);
}

GuardedCommand::GuardedCommand(GuardedCommand&& other) noexcept
    : m_guard(std::exchange(other.m_guard, -1)),
      m_control(std::exchange(other.m_control, -1)),
      m_status(std::exchange(other.m_status, -1)),
      m_end(other.m_end) {}

GuardedCommand::~GuardedCommand() {
    terminate();
    closeEnd(m_status);
}

std::optional<CommandEnd> GuardedCommand::wait(int timeoutMs) {
    if (m_guard < 0) {
        return m_end;
    }
    pollfd event{m_status, POLLIN, 0};
    if (::poll(&event, 1, timeoutMs) <= 0) {
        return std::nullopt;
    }
    // A guard that was killed says nothing; the kernel has then killed the command too.
    CommandEnd end{128 + SIGKILL};
    (void)readInt(m_status, end.exitCode);
    m_end = end;
    ::waitpid(std::exchange(m_guard, -1), nullptr, 0);
    closeEnd(m_control);
    return m_end;
}

void GuardedCommand::terminate() {
    closeEnd(m_control);
    if (m_guard >= 0) {
        (void)wait(-1);
    }
}

}  // namespace mimesys::cli
