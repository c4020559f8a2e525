// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/installation.h"

namespace mimesys {

std::filesystem::path installedPath(const std::filesystem::path& path) {
    std::error_code error;
    const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
    const std::filesystem::path prefix = program.parent_path().parent_path();
    return std::filesystem::exists(prefix / path, error) ? prefix / path : prefix.parent_path() / path;
}

}  // namespace mimesys
