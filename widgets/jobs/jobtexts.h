// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/job.h"

#include <QString>

namespace mimesys::widgets {

// Whole seconds, as the time axis writes them: "12 s", "1:05", "2:00:00".
[[nodiscard]] QString durationText(double seconds);
// What a job will still take; empty while that is unknown or nearly over.
[[nodiscard]] QString remainingText(const Job& job);
[[nodiscard]] QString endingText(JobEnding ending);

}  // namespace mimesys::widgets
