// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "collection/calibration.h"

#include "stressor/stressor.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

namespace mimesys::collection {
namespace {

constexpr std::string_view kAllCores = "cpu.utilization";

bool isDriven(const DoseCurve& curve) {
    return curve.response.measured && curve.response.driven;
}

double largestGain(const Calibration& calibration, std::string_view metricId) {
    double largest = 0.0;
    for (const Signature& signature : calibration.signatures) {
        if (const DoseCurve* curve = signature.find(metricId); curve != nullptr && isDriven(*curve)) {
            largest = std::max(largest, std::abs(curve->response.gain));
        }
    }
    return largest;
}

}  // namespace

const DoseCurve* Signature::find(std::string_view metricId) const {
    const auto found =
        std::ranges::find_if(curves, [metricId](const DoseCurve& curve) { return curve.metric.id == metricId; });
    return found == curves.end() ? nullptr : &*found;
}

const Signature* Calibration::find(std::string_view stressor) const {
    const auto found = std::ranges::find(signatures, stressor, &Signature::stressor);
    return found == signatures.end() ? nullptr : &*found;
}

std::vector<Metric> Calibration::metrics() const {
    std::vector<Metric> metrics;
    for (const Signature& signature : signatures) {
        for (const DoseCurve& curve : signature.curves) {
            if (std::ranges::find(metrics, curve.metric.id, &Metric::id) == metrics.end()) {
                metrics.push_back(curve.metric);
            }
        }
    }
    std::ranges::sort(metrics, metricOrder, &Metric::id);
    return metrics;
}

std::vector<std::string> notCalibrated(const Calibration& calibration) {
    std::vector<std::string> names;
    for (const stressor::Card& card : stressor::catalogue()) {
        if (calibration.find(card.name) == nullptr) {
            names.emplace_back(card.name);
        }
    }
    return names;
}

bool responds(const DoseCurve& curve) {
    return curve.response.measured && (curve.response.driven || !curve.response.monotone);
}

Verdict verdictOf(const Signature& signature) {
    if (!signature.isMeasured()) {
        return {Verdict::Kind::Unavailable, {}, signature.unavailable};
    }
    std::size_t driven = 0;
    Verdict verdict;
    for (const DoseCurve& curve : signature.curves) {
        driven += isDriven(curve) ? 1 : 0;
        if (responds(curve) && !curve.response.monotone) {
            verdict.notMonotone.push_back(curve.metric.id);
        }
    }
    if (!verdict.notMonotone.empty()) {
        verdict.kind = Verdict::Kind::NotMonotone;
        verdict.sentence = fmt::format("Not monotone in {}. ", fmt::join(verdict.notMonotone, ", "));
        verdict.sentence += signature.cardResponse.empty() ? "Its card gives no reason." : signature.cardResponse;
    } else if (driven == 0) {
        verdict.kind = Verdict::Kind::NoEffect;
        verdict.sentence = "It changes none of the recorded metrics beyond chance.";
    } else {
        verdict.kind = Verdict::Kind::Monotone;
        verdict.sentence = driven == 1 ? "The metric it drives follows the dose."
                                       : fmt::format("All {} metrics it drives follow the dose.", driven);
    }
    return verdict;
}

std::string doubtAbout(const Signature& signature) {
    if (!signature.isMeasured() || !(signature.cpuErrorPoints > kUntrueDosePoints)) {
        return {};
    }
    return fmt::format("Other work had the CPU: its doses are off by {:.0f} points on average.",
                       signature.cpuErrorPoints);
}

std::optional<double> relativeGain(const Calibration& calibration, const Signature& signature,
                                   std::string_view metricId) {
    const DoseCurve* curve = signature.find(metricId);
    if (curve == nullptr || !curve->response.measured) {
        return std::nullopt;
    }
    return isDriven(*curve) ? std::abs(curve->response.gain) / largestGain(calibration, metricId) : 0.0;
}

std::vector<const DoseCurve*> respondingCurves(const Calibration& calibration, const Signature& signature) {
    std::vector<std::pair<double, const DoseCurve*>> curves;
    for (const DoseCurve& curve : signature.curves) {
        if (responds(curve)) {
            curves.emplace_back(relativeGain(calibration, signature, curve.metric.id).value_or(0.0), &curve);
        }
    }
    std::ranges::stable_sort(curves, std::ranges::greater(), &std::pair<double, const DoseCurve*>::first);
    std::vector<const DoseCurve*> result;
    std::ranges::transform(curves, std::back_inserter(result), &std::pair<double, const DoseCurve*>::second);
    return result;
}

std::optional<double> idlePoints(const Calibration& calibration) {
    double sum = 0.0;
    int count = 0;
    for (const Signature& signature : calibration.signatures) {
        const DoseCurve* curve = signature.find(kAllCores);
        if (curve != nullptr && curve->response.measured) {
            sum += curve->response.idle;
            ++count;
        }
    }
    return count > 0 ? std::optional(sum / count) : std::nullopt;
}

}  // namespace mimesys::collection
