// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "curation/edit.h"

#include <QString>

namespace mimesys::widgets {

// What an edit is called in the history: "Scale CPU by 0.5, 0:10–0:20".
[[nodiscard]] QString editText(const curation::TraceEdit& edit);
[[nodiscard]] QString editText(const curation::PlanEdit& edit);
// ", 0:10–0:20"; empty for everything.
[[nodiscard]] QString spanText(const curation::Span& span);
// Of a metric, a family or all of them.
[[nodiscard]] QString metricsText(const std::string& metrics);
// "memset in windows 3–5 on CPUs 0–1".
[[nodiscard]] QString placeText(const std::string& stressor, const curation::Area& area);

}  // namespace mimesys::widgets
