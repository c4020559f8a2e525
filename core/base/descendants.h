// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/types.h>

#include <cstddef>
#include <span>

namespace mimesys {

// All processes below the calling one, read from /proc. For a process that was forked from one with threads: it asks
// for memory once, from the kernel, and takes no lock, as one that another thread held at the fork is never released.
class Descendants {
public:
    Descendants();
    ~Descendants();
    Descendants(const Descendants&) = delete;
    Descendants& operator=(const Descendants&) = delete;

    // Those that live now, without what was reaped; empty also when /proc cannot be read. Valid until the next call.
    [[nodiscard]] std::span<const pid_t> read();

private:
    struct Entry {
        pid_t pid;
        pid_t parent;
    };
    void readAll();
    [[nodiscard]] bool isFound(pid_t pid) const;

    std::size_t m_bytes = 0;
    Entry* m_entries = nullptr;
    std::size_t m_entryCount = 0;
    pid_t* m_found = nullptr;
    std::size_t m_foundCount = 0;
};

}  // namespace mimesys
