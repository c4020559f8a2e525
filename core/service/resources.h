// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"

#include <filesystem>
#include <string_view>

namespace mimesys::service {

// The trace that comes with the program: ../share/mimesys/demo-trace.h5 seen from the running program's folder, in an
// installation as in a build folder. Failed when it is not there.
[[nodiscard]] Expected<std::filesystem::path> findDemoTrace();

// The session that comes with the program, to be looked at: a real trace, a plan and how its execution was recorded.
[[nodiscard]] Expected<std::filesystem::path> findSampleSession();

// Profile of a simulated machine: a file when the name holds a "/" or ends with ".json", else one of those that are
// installed with this program. BadInput, with the names there are, when there is no such machine.
[[nodiscard]] Expected<std::filesystem::path> findSimulatedMachine(std::string_view name);

// A model: a file when the name holds a "/" or ends with ".safetensors", else one that comes with this program
// ("simulated-c220g2"). BadInput, with the names there are, when there is no such model.
[[nodiscard]] Expected<std::filesystem::path> findModel(std::string_view name);

}  // namespace mimesys::service
