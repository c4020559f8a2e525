// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "trace/read.h"

#include <filesystem>
#include <stop_token>

namespace mimesys::cli {

// Reads a trace with progress on stderr and says there how many oddities it had.
[[nodiscard]] Cancellable<trace::ReadResult> readWithNotice(const std::filesystem::path& path,
                                                            const std::stop_token& stop);

}  // namespace mimesys::cli
