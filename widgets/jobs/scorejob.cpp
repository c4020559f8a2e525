// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/scorejob.h"

namespace mimesys::widgets {

Cancellable<ScorePtr> scoreTraces(const evaluation::Real<trace::TracePtr>& real,
                                  const evaluation::Emulated<trace::TracePtr>& emulated,
                                  const JobRunner::Context& context) {
    auto score = evaluation::score(real, emulated, {}, context.stop);
    if (!score) {
        return tl::unexpected(score.error());
    }
    if (!*score) {
        return std::optional<ScorePtr>();
    }
    return std::optional<ScorePtr>(std::make_shared<const evaluation::Score>(std::move(**score)));
}

}  // namespace mimesys::widgets
