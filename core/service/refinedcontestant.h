// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "refinement/refine.h"
#include "service/evaluation.h"

namespace mimesys::service {

// The same contestant, but its plans are refined against the trace on the executor before they are handed out. That
// execution is none of the evaluation's: a simulated machine should have another noise seed than there, or the best of
// several scores would be scored again as it was chosen.
[[nodiscard]] Contestant refined(const Contestant& contestant, refinement::ResponsePtr response, Executor executor,
                                 const refinement::RefineOptions& options);

}  // namespace mimesys::service
