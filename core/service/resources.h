// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"

#include <filesystem>

namespace mimesys::service {

// The trace that comes with the program: ../share/mimesys/demo-trace.h5 seen from the running program's folder, in an
// installation as in a build folder. Failed when it is not there.
[[nodiscard]] Expected<std::filesystem::path> findDemoTrace();

}  // namespace mimesys::service
