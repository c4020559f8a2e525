// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "evaluation/scorejson.h"

#include "base/jsonvalue.h"

#include <nlohmann/json.hpp>

namespace mimesys::evaluation {
namespace {

nlohmann::json metricJson(const MetricScore& metric) {
    return {{"dtw", metric.dtw},
            {"rmse", jsonvalue::numberOrNull<nlohmann::json>(metric.rmse)},
            {"range", {metric.range.low, metric.range.high}},
            {"missing", metric.missing},
            {"band", metric.band},
            {"provenance", {{"real", provenanceName(metric.real)}, {"emulated", provenanceName(metric.emulated)}}}};
}

}  // namespace

nlohmann::json toJson(const Score& score) {
    nlohmann::json families = nlohmann::json::object();
    for (const auto& [family, dtw] : score.families) {
        families[std::string(familyName(family))] = dtw;
    }
    nlohmann::json metrics = nlohmann::json::object();
    for (const MetricScore& metric : score.metrics) {
        metrics[metric.metric.id] = metricJson(metric);
    }
    return {{"mean", score.mean},
            {"families", families},
            {"metrics", metrics},
            {"only_real", score.onlyReal},
            {"only_emulated", score.onlyEmulated},
            {"windows",
             {{"real", score.realWindows}, {"emulated", score.emulatedWindows}, {"seconds", score.windowSeconds}}},
            {"simulated", {{"real", score.realSimulated}, {"emulated", score.emulatedSimulated}}},
            {"notes", score.notes}};
}

}  // namespace mimesys::evaluation
