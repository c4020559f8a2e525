// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "telemetry/source.h"

namespace mimesys::telemetry {

// memory.bandwidth from AMD's data fabric, which counts reads and writes together.
[[nodiscard]] Expected<std::unique_ptr<Source>> openDataFabric(FileSet& files, const Roots& roots);

}  // namespace mimesys::telemetry
