// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/metric.h"
#include "collection/response.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mimesys::collection {

// One metric over the doses of a stressor.
struct DoseCurve {
    Metric metric;  // the cores are one metric here: "cpu.utilization", their mean
    Provenance provenance = Provenance::Unknown;
    std::vector<DoseStatistics> doses;  // one per Calibration::doses
    Response response;                  // judge() of these
};

// What one stressor does to this machine, alone and on all CPUs at once: its signature.
struct Signature {
    std::string stressor;
    std::string stressorClass;  // stressor::className()
    std::string loads;          // the card's sentences
    std::string cardResponse;
    std::string unavailable;      // why it was not measured; empty when it was
    double cpuErrorPoints = 0.0;  // mean distance of the CPU time it got from what was planned: how true the doses are
    std::vector<DoseCurve> curves;  // in metricOrder()

    [[nodiscard]] bool isMeasured() const { return unavailable.empty(); }
    [[nodiscard]] const DoseCurve* find(std::string_view metricId) const;  // nullptr when absent
};

// The signatures of a machine's stressors. Grows stressor by stressor while it is made.
struct Calibration {
    std::string machine;         // JSON of machine::Machine
    std::string fingerprint;     // of that machine
    std::int64_t startedNs = 0;  // since the epoch
    std::uint64_t seed = 0;
    double windowSeconds = 0.0;
    double doseSeconds = 0.0;
    int visits = 0;                                 // of every dose; 0 = unknown, an older file
    std::string scratch;                            // folder of the disk stressors; empty = unknown, an older file
    std::vector<int> cpus;                          // that ran the stressors
    std::vector<double> doses;                      // rising, from 0 to 1
    std::map<std::string, std::string> unrecorded;  // ids of metrics that could not be recorded there, and why
    std::vector<Signature> signatures;

    [[nodiscard]] const Signature* find(std::string_view stressor) const;  // nullptr when absent
    // All metrics of all signatures, in metricOrder().
    [[nodiscard]] std::vector<Metric> metrics() const;
};

// Stressors of this program that a calibration says nothing about yet: it was stopped, or is older than they are.
[[nodiscard]] std::vector<std::string> notCalibrated(const Calibration& calibration);

// The doses change this metric: at full dose, or in between.
[[nodiscard]] bool responds(const DoseCurve& curve);

// Does a signature follow its doses? In one sentence, and in one word for tables and icons.
struct Verdict {
    enum class Kind { Unavailable, NoEffect, Monotone, NotMonotone };
    Kind kind = Kind::Unavailable;
    std::vector<std::string> notMonotone;  // ids of metrics that turn back, also of those where they were at idle
    // Why it was not measured; or that all it drives is monotone; or what is not, and what the card says about it, if
    // it says anything.
    std::string sentence;
};
[[nodiscard]] Verdict verdictOf(const Signature& signature);

// From here on the doses were not what they are called.
inline constexpr double kUntrueDosePoints = 5.0;
// One sentence when the stressor did not get the CPU time of its doses; empty when it did.
[[nodiscard]] std::string doubtAbout(const Signature& signature);

// |gain| of a driven metric relative to the largest of any stressor in the calibration, in (0, 1]; 0 when the metric is
// not driven, empty when it was not measured.
[[nodiscard]] std::optional<double> relativeGain(const Calibration& calibration, const Signature& signature,
                                                 std::string_view metricId);
// The curves of a signature that respond, those first in which it stands out most among the stressors.
[[nodiscard]] std::vector<const DoseCurve*> respondingCurves(const Calibration& calibration,
                                                             const Signature& signature);

// CPU utilisation without any dose, averaged over the signatures: what other work on the machine took. Empty without a
// measurement.
[[nodiscard]] std::optional<double> idlePoints(const Calibration& calibration);

}  // namespace mimesys::collection
