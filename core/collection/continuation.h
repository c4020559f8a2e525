// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "collection/collector.h"
#include "dataset/dataset.h"

#include <filesystem>
#include <span>

namespace mimesys::collection {

// BadInput for options that make no sense, for no machine, and for machines that differ.
[[nodiscard]] Expected<void> checkCollection(std::span<const Laboratory> laboratories, const CollectOptions& options);

// The data set at `path`, or one without samples when there is none. BadInput when the one there cannot be continued
// with these options on this machine; Failed when no file can be written there.
[[nodiscard]] Expected<dataset::Dataset> startOrContinue(const Laboratory& laboratory,
                                                         const std::filesystem::path& path,
                                                         const CollectOptions& options);

}  // namespace mimesys::collection
