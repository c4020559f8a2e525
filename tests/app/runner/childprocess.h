// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fcntl.h>
#include <sched.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

// A program with an empty environment, in a process group of its own, with its output in pipes. QProcess can neither
// change the root nor tell what is left of a group.
class ChildProcess {
public:
    struct Place {
        std::filesystem::path root;    // becomes "/" when it is not empty
        std::filesystem::path folder;  // current folder, inside the root
    };

    ChildProcess(const std::string& program, std::vector<std::string> arguments, const Place& place) {
        int output[2] = {-1, -1};
        if (::pipe2(output, O_CLOEXEC) != 0) {
            return;
        }
        arguments.insert(arguments.begin(), program);
        std::vector<char*> argv;
        for (std::string& argument : arguments) {
            argv.push_back(argument.data());
        }
        argv.push_back(nullptr);
        char* environment[] = {nullptr};
        m_pid = ::fork();
        if (m_pid == 0) {
            ::setpgid(0, 0);
            ::dup2(output[1], STDOUT_FILENO);
            ::dup2(output[1], STDERR_FILENO);
            if (enter(place)) {
                ::execve(program.c_str(), argv.data(), environment);
            }
            ::_exit(126);
        }
        ::close(output[1]);
        m_output = output[0];
    }
    ~ChildProcess() {
        if (m_pid > 0 && !m_reaped) {
            ::kill(m_pid, SIGKILL);
            (void)wait();
        }
        if (m_output >= 0) {
            ::close(m_output);
        }
    }
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;

    // Exit code, or 128 + signal; text() then holds all it said.
    int wait() {
        char block[4096];
        for (ssize_t got = 0; (got = ::read(m_output, block, sizeof block)) > 0;) {
            m_text.append(block, static_cast<std::size_t>(got));
        }
        int status = 0;
        ::waitpid(m_pid, &status, 0);
        m_reaped = true;
        return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    }
    void signal(int number) const { ::kill(m_pid, number); }
    [[nodiscard]] pid_t pid() const { return m_pid; }
    [[nodiscard]] const std::string& text() const { return m_text; }
    // Whether any process of its group is left that is not merely waiting to be reaped by whoever adopted it.
    [[nodiscard]] bool groupIsAlive() const {
        if (::kill(-m_pid, 0) != 0) {
            return false;
        }
        std::error_code gone;
        for (const std::filesystem::directory_entry& process : std::filesystem::directory_iterator("/proc", gone)) {
            // pid (name) state parent group …
            std::string text;
            std::getline(std::ifstream(process.path() / "stat"), text);
            std::istringstream fields(text.substr(std::min(text.rfind(')') + 1, text.size())));
            char state = 'Z';
            pid_t parent = 0;
            pid_t group = 0;
            if (fields >> state >> parent >> group && group == m_pid && state != 'Z') {
                return true;
            }
        }
        return false;
    }

private:
    static bool enter(const Place& place) {
        if (!place.root.empty()) {
            // Who is not root may change the root in a user name space of his own.
            if (::geteuid() != 0 && ::unshare(CLONE_NEWUSER) != 0) {
                return false;
            }
            if (::chroot(place.root.c_str()) != 0) {
                return false;
            }
        }
        return ::chdir(place.folder.empty() ? "/" : place.folder.c_str()) == 0;
    }

    pid_t m_pid = -1;
    int m_output = -1;
    bool m_reaped = false;
    std::string m_text;
};

struct Outcome {
    int code = -1;
    std::string text;
};

inline Outcome runProgram(const std::string& program, std::vector<std::string> arguments,
                          const ChildProcess::Place& place = {}) {
    ChildProcess process(program, std::move(arguments), place);
    Outcome outcome;
    outcome.code = process.wait();
    outcome.text = process.text();
    return outcome;
}

// Whether the threads of a plan's rows are there; by then the process has taken over its signals.
inline bool hasWorkers(pid_t process) {
    std::error_code gone;
    for (const std::filesystem::directory_entry& thread :
         std::filesystem::directory_iterator(std::filesystem::path("/proc") / std::to_string(process) / "task", gone)) {
        std::string name;
        std::getline(std::ifstream(thread.path() / "comm"), name);
        if (name.starts_with("mimesys-cpu")) {
            return true;
        }
    }
    return false;
}

inline int entriesIn(const std::filesystem::path& folder) {
    return static_cast<int>(std::distance(std::filesystem::directory_iterator(folder), {}));
}
