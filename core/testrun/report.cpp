// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "testrun/report.h"

#include <cmath>

namespace mimesys::testrun {

std::string_view conditionName(Condition condition) {
    switch (condition) {
        case Condition::Alone:
            return "alone";
        case Condition::BesideWorkload:
            return "workload";
        case Condition::BesideRealMix:
            break;
    }
    return "real-mix";
}

std::string_view conditionPhrase(Condition condition) {
    switch (condition) {
        case Condition::Alone:
            return "alone";
        case Condition::BesideWorkload:
            return "beside the workload";
        case Condition::BesideRealMix:
            break;
    }
    return "beside the real mix";
}

bool Report::has(Condition condition) const {
    return condition != Condition::BesideRealMix || !realMix.empty();
}

std::vector<double> Report::valuesOf(Condition condition) const {
    std::vector<double> values;
    for (const Run& run : runs) {
        if (run.condition == condition && run.value) {
            values.push_back(*run.value);
        }
    }
    return values;
}

std::optional<Estimate> Report::slowdown(Condition beside) const {
    return slowdownPercent(valuesOf(Condition::Alone), valuesOf(beside), measure.better);
}

std::optional<Estimate> Report::degradationDifference() const {
    return degradationDifferencePoints(valuesOf(Condition::Alone), valuesOf(Condition::BesideWorkload),
                                       valuesOf(Condition::BesideRealMix));
}

const Run* Report::typicalRun(Condition condition) const {
    const double median = summaryOf(condition).median;
    const Run* best = nullptr;
    for (const Run& run : runs) {
        const bool shown = run.condition == condition && run.value && (run.trace || !run.traceFile.empty());
        if (shown && (best == nullptr || std::abs(*run.value - median) < std::abs(*best->value - median))) {
            best = &run;
        }
    }
    return best;
}

}  // namespace mimesys::testrun
