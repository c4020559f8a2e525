// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

namespace mimesys {

// A path such as "share/mimesys" or "lib/mimesys" under the prefix the running program is installed below, in a build
// folder as in an installation: ../PATH seen from the program's folder. Programs that stand a folder deeper (the
// build's tests and benchmarks) find it too.
[[nodiscard]] std::filesystem::path installedPath(const std::filesystem::path& path);

}  // namespace mimesys
