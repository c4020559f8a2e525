// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "collection/calibration.h"
#include "machine/machine.h"

#include <cmath>

namespace mimesys {

// A calibration of a machine that does not exist: "spin" drives the CPU in a line, "thrash" saturates the CPU early and
// reads most in the middle, "sleep" does nothing and "tape" is not available.
inline collection::Calibration sampleCalibration() {
    using namespace collection;
    machine::Machine machine;
    machine.cpuModel = "Example CPU";
    machine.cpus = {{.id = 0}, {.id = 1, .core = 1}};
    machine.usableCpus = {0, 1};
    machine.memoryBytes = std::int64_t{8} << 30;
    Calibration calibration;
    calibration.machine = machine::toJson(machine);
    calibration.fingerprint = machine::fingerprint(machine);
    calibration.startedNs = 1'700'000'000'000'000'000;
    calibration.seed = 7;
    calibration.windowSeconds = 0.2;
    calibration.doseSeconds = 1.6;
    calibration.visits = 4;
    calibration.scratch = "/scratch";
    calibration.cpus = {0, 1};
    calibration.doses = {0.0, 0.25, 0.5, 1.0};
    calibration.unrecorded = {{"llc.misses", "There are no hardware counters."}};
    const auto curve = [&](const char* id, std::vector<double> means, double deviation) {
        DoseCurve result{metricFor(id), Provenance::Procfs, {}, {}};
        for (const double mean : means) {
            result.doses.push_back(std::isnan(mean) ? DoseStatistics{} : DoseStatistics{6, mean, deviation});
        }
        result.response = judge(calibration.doses, result.doses);
        return result;
    };
    const double missing = std::nan("");
    calibration.signatures = {
        {"spin",
         "compute",
         "The CPU.",
         "",
         "",
         0.5,
         {curve("cpu.utilization", {1, 26, 51, 100}, 1.0), curve("disk.read", {0, 0, 0, 0}, 0.0)}},
        {"sleep",
         "compute",
         "Nothing.",
         "",
         "",
         0.0,
         {curve("cpu.utilization", {1, 1.1, 0.9, 1}, 0.5), curve("disk.read", {0.1, 0, 0, 0}, 0.1)}},
        {"thrash",
         "disk",
         "The disk.",
         "Reads are merged above half of the dose.",
         "",
         1.0,
         {curve("cpu.utilization", {1, 50, 51, 51}, 1.0), curve("disk.read", {0, 100, 200, 80}, 4.0),
          curve("disk.write", {missing, missing, missing, missing}, 0.0)}},
        {"tape", "disk", "A tape.", "", "There is no tape drive.", 0.0, {}},
    };
    return calibration;
}

}  // namespace mimesys
