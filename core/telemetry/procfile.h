// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

namespace mimesys::telemetry {

// Nanoseconds on a clock that never goes back; monotonicNs() outside of tests.
using Clock = std::int64_t (*)();

// A file of procfs that stays open and is read again from its beginning by every refresh(). Its buffer grows to the
// longest content seen and is then reused, so that a sample costs one or two system calls and no allocation.
class ProcFile {
public:
    // The error's message is a sentence that names the file and why it cannot be read.
    [[nodiscard]] static Expected<std::unique_ptr<ProcFile>> open(const std::filesystem::path& path, Clock clock);
    ~ProcFile();
    ProcFile(const ProcFile&) = delete;
    ProcFile& operator=(const ProcFile&) = delete;

    void refresh();
    // The content at the last refresh(); empty when it failed. Valid until the next one.
    [[nodiscard]] std::string_view text() const { return {m_buffer.data(), m_size}; }
    // Time between the last two refreshes; every file has its own, since reading the others takes time too.
    [[nodiscard]] double intervalSeconds() const;
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

private:
    ProcFile(std::filesystem::path path, int descriptor, Clock clock);
    [[nodiscard]] std::size_t readAll();

    std::filesystem::path m_path;
    int m_descriptor;
    Clock m_clock;
    std::vector<char> m_buffer;
    std::size_t m_size = 0;
    std::int64_t m_timeNs = 0;
    std::int64_t m_previousNs = 0;
};

// The files all sources look at: each is opened and read once however many sources share it.
class FileSet {
public:
    explicit FileSet(Clock nanoseconds) : m_clock(nanoseconds) {}

    // Opens the file, or finds it among those already open, and reads it once. Owned by the set.
    [[nodiscard]] Expected<ProcFile*> open(const std::filesystem::path& path);
    void refreshAll();
    [[nodiscard]] Clock clock() const { return m_clock; }

private:
    Clock m_clock;
    std::vector<std::unique_ptr<ProcFile>> m_files;
};

}  // namespace mimesys::telemetry
