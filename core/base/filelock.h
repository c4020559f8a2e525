// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"

#include <filesystem>
#include <utility>

namespace mimesys {

// Keeps a file to one process while it is rewritten again and again: flock() on a hidden sibling ".NAME.lock", as the
// file itself changes with every writing. The kernel lets go of it when the process ends, however it ends; the sibling
// is removed when the lock is given back.
class FileLock {
public:
    // Failed when somebody else has it. Where nothing can be locked (no such folder, no right to write) the lock is
    // empty: writing the file says so better.
    [[nodiscard]] static Expected<FileLock> tryLock(const std::filesystem::path& file);

    FileLock(FileLock&& other) noexcept
        : m_sibling(std::move(other.m_sibling)), m_descriptor(std::exchange(other.m_descriptor, -1)) {}
    FileLock& operator=(FileLock&&) = delete;
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;
    ~FileLock();

private:
    FileLock(std::filesystem::path sibling, int descriptor) : m_sibling(std::move(sibling)), m_descriptor(descriptor) {}

    std::filesystem::path m_sibling;
    int m_descriptor = -1;
};

}  // namespace mimesys
