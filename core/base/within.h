// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/progress.h"

#include <algorithm>

namespace mimesys {

// Progress of one stage as the part [from, to] of the whole; a stage of unknown length stays where it begins.
[[nodiscard]] inline ProgressCallback within(const ProgressCallback& progress, double from, double to) {
    if (!progress) {
        return {};
    }
    return [progress, from, to](const Progress& stage) {
        progress({from + (to - from) * std::clamp(stage.fraction, 0.0, 1.0), stage.text});
    };
}

}  // namespace mimesys
