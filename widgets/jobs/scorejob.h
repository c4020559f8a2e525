// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "evaluation/score.h"
#include "jobs/job.h"

#include <memory>

namespace mimesys::widgets {

using ScorePtr = std::shared_ptr<const evaluation::Score>;

// In windows of a second, scaled by the real trace: what `mimesys score` does without options.
[[nodiscard]] Cancellable<ScorePtr> scoreTraces(const evaluation::Real<trace::TracePtr>& real,
                                                const evaluation::Emulated<trace::TracePtr>& emulated,
                                                const JobRunner::Context& context);

}  // namespace mimesys::widgets
