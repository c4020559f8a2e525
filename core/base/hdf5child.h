// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <span>

namespace mimesys::hdf5 {

// Takes the next bytes of a result; false when they cannot be kept.
using Sink = std::function<bool(std::span<const std::byte>)>;

// Runs `read` in a child process and hands the bytes it puts into its sink to `take`, here. HDF5 1.10 writes beyond its
// memory, or never returns, on files that were damaged in the wrong place; here that ends the child, and the file is
// BadInput. `read` must not use threads; what it changes in memory is lost. Failed when no child can be started or
// memory does not suffice. `take` is called once, and only when `read` succeeded.
[[nodiscard]] Expected<void> readInChild(const std::filesystem::path& path,
                                         const std::function<Expected<void>(const Sink&)>& read,
                                         const std::function<Expected<void>(std::span<const std::byte>)>& take);

}  // namespace mimesys::hdf5
