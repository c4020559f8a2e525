// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

namespace mimesys {

// A file that appears under its name complete or not at all. It is written without a name (O_TMPFILE) in the target's
// folder and given one by commit(), so that even kill -9 leaves nothing behind. On file systems without unnamed files a
// hidden sibling ".NAME.XXXXXX.part" takes its place.
class AtomicFile {
public:
    [[nodiscard]] static Expected<AtomicFile> create(const std::filesystem::path& target);

    AtomicFile(AtomicFile&& other) noexcept;
    AtomicFile& operator=(AtomicFile&& other) noexcept;
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;
    ~AtomicFile();  // without commit() the target is left as it was

    [[nodiscard]] Expected<void> write(std::span<const std::byte> bytes);
    [[nodiscard]] Expected<void> write(std::string_view text);

    // The open descriptor, and a path by which a library can open the same file for writing (/proc/self/fd/N).
    [[nodiscard]] int descriptor() const { return m_descriptor; }
    [[nodiscard]] std::string openablePath() const;

    // Flushes to disk and puts the file in the place of the target. `executable` adds the x bits the umask allows.
    enum class Mode { Plain, Executable };
    [[nodiscard]] Expected<void> commit(Mode mode = Mode::Plain);

private:
    AtomicFile(std::filesystem::path target, int descriptor, std::filesystem::path temporary);
    void discard();

    std::filesystem::path m_target;
    int m_descriptor = -1;
    std::filesystem::path m_temporary;  // empty while the file has no name
};

// The whole of a file; BadInput when it cannot be read or is longer than `limitBytes`.
[[nodiscard]] Expected<std::string> readFile(const std::filesystem::path& path, std::size_t limitBytes);

// An AtomicFile of this text.
[[nodiscard]] Expected<void> writeFile(const std::filesystem::path& path, std::string_view text);

}  // namespace mimesys
