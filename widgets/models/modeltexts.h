// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/description.h"

#include <QString>

namespace mimesys::widgets {

[[nodiscard]] QString architectureTitle(model::Architecture architecture);

// "Set transformer for 20 CPUs, 12 stressors and 24 metrics, from 2,000 simulated samples."
[[nodiscard]] QString modelSummary(const model::Description& description);

}  // namespace mimesys::widgets
