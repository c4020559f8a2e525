// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/memory.h"

#include <cstdio>
#include <memory>

namespace mimesys {

MemoryState memoryState() {
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen("/proc/meminfo", "re"), std::fclose);
    MemoryState state;
    char line[256];
    while (file && std::fgets(line, sizeof line, file.get()) != nullptr) {
        long long kibibytes = 0;
        if (std::sscanf(line, "MemTotal: %lld kB", &kibibytes) == 1) {
            state.totalBytes = kibibytes * 1024;
        } else if (std::sscanf(line, "MemAvailable: %lld kB", &kibibytes) == 1) {
            state.availableBytes = kibibytes * 1024;
            return state;
        }
    }
    return {};
}

}  // namespace mimesys
