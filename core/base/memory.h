// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace mimesys {

// Of the machine; all 0 when unknown.
struct MemoryState {
    std::int64_t totalBytes = 0;
    std::int64_t availableBytes = 0;  // that can be taken without pushing others out

    [[nodiscard]] std::int64_t usedBytes() const { return totalBytes - availableBytes; }  // as metric memory.used
};
[[nodiscard]] MemoryState memoryState();

[[nodiscard]] inline std::int64_t availableMemoryBytes() {
    return memoryState().availableBytes;
}

}  // namespace mimesys
