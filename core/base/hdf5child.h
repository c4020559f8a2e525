// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <vector>

namespace mimesys::hdf5 {

// Runs `read` in a child process and hands back the bytes it returns. HDF5 1.10 writes beyond its memory, or never
// returns, on files that were damaged in the wrong place; here that ends the child, and the file is BadInput. `read`
// must not use threads; what it changes in memory is lost. Failed when no child can be started.
[[nodiscard]] Expected<std::vector<std::byte>> readInChild(
    const std::filesystem::path& path, const std::function<Expected<std::vector<std::byte>>()>& read);

}  // namespace mimesys::hdf5
