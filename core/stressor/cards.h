// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "stressor/stressor.h"

namespace mimesys::stressor {

// One per file of this folder; catalogue() lists them.
[[nodiscard]] Card zstdDecompressCard();
[[nodiscard]] Card simdDistanceCard();
[[nodiscard]] Card memcpyL1Card();
[[nodiscard]] Card hashInsertCard();
[[nodiscard]] Card streamDramCard();
[[nodiscard]] Card diskReadPacedCard();
[[nodiscard]] Card diskWritePacedCard();

}  // namespace mimesys::stressor
