// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "base/progress.h"
#include "collection/collector.h"
#include "collection/round.h"
#include "execution/recordedrun.h"

#include <span>
#include <stop_token>
#include <vector>

namespace mimesys::collection {

// Runs each share on the laboratory of the same position, all at the same time. When one fails, the others are stopped
// and its error is returned; cancelled when one was without an error.
[[nodiscard]] Cancellable<std::vector<execution::RecordedRun>> runShares(std::span<const Laboratory> laboratories,
                                                                         const std::vector<Share>& shares,
                                                                         double periodSeconds, std::stop_token stop,
                                                                         const ProgressCallback& progress);

}  // namespace mimesys::collection
