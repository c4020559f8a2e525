// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>

namespace mimesys::trace {

// The bytes of a file from front to back, in blocks; gzip data (recognised by its magic) are unpacked on the way.
// Works on pipes too, and holds a fixed amount of memory whatever the file's size.
class ByteSource {
public:
    [[nodiscard]] static Expected<ByteSource> open(const std::filesystem::path& path);

    ByteSource(ByteSource&&) noexcept;
    ByteSource& operator=(ByteSource&&) noexcept;
    ~ByteSource();

    // Number of bytes put into `target`, 0 at the end. BadInput when gzip data are damaged or end too early.
    [[nodiscard]] Expected<std::size_t> read(std::span<char> target);

    [[nodiscard]] bool isCompressed() const;
    // Part of the file on disk that has been read, in [0,1]; negative when its size is unknown.
    [[nodiscard]] double fractionRead() const;

private:
    struct State;
    explicit ByteSource(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}  // namespace mimesys::trace
