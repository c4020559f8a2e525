// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"

#include <filesystem>
#include <utility>

namespace mimesys {

// Keeps a file to one process of this machine, as FileLock does, without a file of its own: a kill leaves nothing
// behind. A socket in the kernel's abstract namespace is bound to the name of the file and its folder; the kernel lets
// go of it when the process ends, however it ends. Processes in another network namespace do not see it.
class PathLock {
public:
    // Failed when somebody else has it. Where the folder is missing the lock is empty: writing the file says so better.
    [[nodiscard]] static Expected<PathLock> tryLock(const std::filesystem::path& file);

    PathLock(PathLock&& other) noexcept : m_socket(std::exchange(other.m_socket, -1)) {}
    PathLock& operator=(PathLock&&) = delete;
    PathLock(const PathLock&) = delete;
    PathLock& operator=(const PathLock&) = delete;
    ~PathLock();

private:
    explicit PathLock(int socket) : m_socket(socket) {}

    int m_socket = -1;
};

}  // namespace mimesys
