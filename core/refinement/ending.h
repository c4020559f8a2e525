// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace mimesys::refinement {

// Why a refinement is over.
enum class Ending { FloorReached, NothingImproves, RoundsOver };

}  // namespace mimesys::refinement
