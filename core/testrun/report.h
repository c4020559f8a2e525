// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "testrun/measure.h"
#include "testrun/statistics.h"
#include "trace/trace.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mimesys::testrun {

enum class Condition { Alone, BesideWorkload, BesideRealMix };
inline constexpr std::array kConditions{Condition::Alone, Condition::BesideWorkload, Condition::BesideRealMix};
[[nodiscard]] std::string_view conditionName(Condition condition);    // "alone", "workload", "real-mix"; for files
[[nodiscard]] std::string_view conditionPhrase(Condition condition);  // "beside the workload"; for sentences

// One run of the command.
struct Run {
    Condition condition = Condition::Alone;
    std::size_t repetition = 0;       // from 1
    std::int64_t startedNs = 0;       // since the epoch
    double seconds = 0.0;             // from the command's start to its end
    std::optional<double> value;      // of the measure; empty when the run failed
    std::string failure;              // one sentence; empty when it did not
    trace::TracePtr trace;            // of the machine meanwhile; null when it was too short to be recorded
    std::filesystem::path traceFile;  // where that is kept; empty when it is not
};

// What a test run was of, and everything that came of it. All comparisons follow from the runs.
struct Report {
    std::string command;  // as a shell would be given it
    std::string workload;
    double workloadSeconds = 0.0;  // length of its plan, which is repeated
    bool simulatedOrigin = false;  // the workload's plan rests on simulated measurements
    std::string realMix;           // empty = none
    std::string service;           // empty = none
    Measure measure;
    std::size_t repetitions = 0;
    std::string machine;         // JSON of machine::Machine
    std::int64_t startedNs = 0;  // since the epoch
    std::vector<std::string> notes;
    std::vector<Run> runs;  // in the order in which they were made

    [[nodiscard]] bool has(Condition condition) const;  // whether it was asked for
    [[nodiscard]] std::vector<double> valuesOf(Condition condition) const;
    [[nodiscard]] Summary summaryOf(Condition condition) const { return summarise(valuesOf(condition)); }
    // Of a condition other than alone.
    [[nodiscard]] std::optional<Estimate> slowdown(Condition beside) const;
    [[nodiscard]] std::optional<Estimate> degradationDifference() const;
    // The run to show of a condition: the recorded one whose value is nearest to the median. Null when there is none.
    [[nodiscard]] const Run* typicalRun(Condition condition) const;
};

}  // namespace mimesys::testrun
