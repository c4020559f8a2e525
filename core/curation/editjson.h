// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "curation/edit.h"

#include <nlohmann/json_fwd.hpp>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mimesys::curation {

// One edit as an object: {"edit": "scale", "metrics": "cpu", "factor": 0.5, "from": 10, "to": 20}, times in seconds,
// windows and CPUs counted from 0, the last one included; what is left out is everything.
[[nodiscard]] nlohmann::json toJson(const TraceEdit& edit);
[[nodiscard]] nlohmann::json toJson(const PlanEdit& edit);
// BadInput for another kind, a missing or unknown field, or a number that makes no sense.
[[nodiscard]] Expected<TraceEdit> traceEditFromJson(const nlohmann::json& json);
[[nodiscard]] Expected<PlanEdit> planEditFromJson(const nlohmann::json& json);

// A list of them as a document: {"format": "mimesys-edits", "version": 1, "edits": […]}.
[[nodiscard]] std::string toDocument(std::span<const TraceEdit> edits);
[[nodiscard]] std::string toDocument(std::span<const PlanEdit> edits);
[[nodiscard]] Expected<std::vector<TraceEdit>> traceEditsFromDocument(std::string_view document);
[[nodiscard]] Expected<std::vector<PlanEdit>> planEditsFromDocument(std::string_view document);

}  // namespace mimesys::curation
