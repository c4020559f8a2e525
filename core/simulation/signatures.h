// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "machine/machine.h"
#include "simulation/demand.h"

#include <filesystem>
#include <map>
#include <string>

namespace mimesys::simulation {

// What stressors demand, by their canonical names.
using Signatures = std::map<std::string, Demand>;

// Reads a file of the format "mimesys-signatures"; working sets that follow the caches become those of this machine.
// BadInput with one sentence for a file that is missing, too large, cut off or holds something else, and for a stressor
// that this build does not have.
[[nodiscard]] Expected<Signatures> readSignatures(const std::filesystem::path& path, const machine::Machine& machine);
[[nodiscard]] Expected<Signatures> signaturesFromJson(const std::string& text, const machine::Machine& machine);

}  // namespace mimesys::simulation
