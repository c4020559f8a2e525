// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "plan/plan.h"

#include <cstddef>
#include <functional>
#include <span>

namespace mimesys::plan {

// A plan as bytes, put into `sink` part by part, to be handed from process to process on one machine; no file format.
// False when the sink takes no more.
bool putBytes(const ExecutionPlan& plan, const std::function<bool(std::span<const std::byte>)>& sink);
// BadInput for anything but the bytes of a valid plan.
[[nodiscard]] Expected<ExecutionPlan> fromBytes(std::span<const std::byte> bytes);

}  // namespace mimesys::plan
