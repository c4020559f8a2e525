// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <mutex>

namespace mimesys::hdf5 {

// Held around every use of the HDF5 library. The library locks itself, but nobody outside can wait until no thread is
// in it, and a process that is forked while one is leaves its child with a lock that nobody opens.
[[nodiscard]] std::mutex& libraryMutex();

}  // namespace mimesys::hdf5
