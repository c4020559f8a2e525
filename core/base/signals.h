// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stop_token>
#include <thread>

namespace mimesys {

// Turns SIGINT, SIGTERM and SIGHUP into a stop request. Construct it before any other thread is started: the signals
// are blocked for the whole process and taken by one waiting thread. A second signal ends the process at once.
class StopOnSignal {
public:
    StopOnSignal();
    ~StopOnSignal();
    StopOnSignal(const StopOnSignal&) = delete;
    StopOnSignal& operator=(const StopOnSignal&) = delete;

    [[nodiscard]] std::stop_token token() const { return m_source.get_token(); }

private:
    std::stop_source m_source;
    std::jthread m_thread;
};

// Makes a write beyond the limit on file sizes (ulimit -f) an error that is reported, instead of the end of the
// process.
void makeTooLargeFilesAnError();

// Gives a child process, between fork and exec, the signals this process has blocked or ignores.
void unblockSignalsInChild();

}  // namespace mimesys
