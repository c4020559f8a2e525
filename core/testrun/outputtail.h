// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"

#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

namespace mimesys::testrun {

// Takes what a process prints, however much that is, and keeps the end of it. Somebody has to read: a process whose
// pipe is full stands still.
class OutputTail {
public:
    static constexpr std::size_t kKeptBytes = std::size_t{1} << 20;

    [[nodiscard]] static Expected<std::unique_ptr<OutputTail>> open();
    ~OutputTail();
    OutputTail(const OutputTail&) = delete;
    OutputTail& operator=(const OutputTail&) = delete;

    // Where the process writes to; to be closed here once it has it.
    [[nodiscard]] int descriptor() const { return m_write; }
    void closeHere();
    // Waits until nobody can write any more, or two seconds where somebody that cannot be ended keeps the pipe open.
    void finish();
    // The end of what was printed: whole lines, at least the last half megabyte.
    [[nodiscard]] std::string text() const;
    // The last line that is not empty, cut to what fits into a sentence; empty when there is none.
    [[nodiscard]] std::string lastLine() const;

private:
    OutputTail(int read, int write);
    void take(const std::stop_token& stop);

    int m_read = -1;
    int m_write = -1;
    mutable std::mutex m_mutex;
    std::string m_text;
    std::jthread m_reader;
};

}  // namespace mimesys::testrun
