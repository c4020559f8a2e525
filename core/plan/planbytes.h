// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "plan/plan.h"

#include <cstddef>
#include <span>
#include <vector>

namespace mimesys::plan {

// A plan as one block of bytes, to be handed from process to process on one machine; no file format.
[[nodiscard]] std::vector<std::byte> toBytes(const ExecutionPlan& plan);
// BadInput for anything but the bytes of a valid plan.
[[nodiscard]] Expected<ExecutionPlan> fromBytes(std::span<const std::byte> bytes);

}  // namespace mimesys::plan
