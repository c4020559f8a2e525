// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "base/metric.h"
#include "trace/trace.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace mimesys::telemetry {

// One metric this program knows and whether it can be recorded here.
struct Offer {
    Metric metric;
    Provenance provenance = Provenance::Procfs;
    std::string reason;  // why it cannot be recorded here; empty when it can
    [[nodiscard]] bool available() const { return reason.empty(); }
};

class PerfSystem;

// Roots other than "/proc" and "/sys", and counters other than the kernel's, are for tests.
struct Roots {
    std::filesystem::path proc = "/proc";
    std::filesystem::path sys = "/sys";
    std::shared_ptr<PerfSystem> perf = {};  // null: the kernel's
};

// Every metric of the catalogue, with the reason for those that this machine does not offer.
[[nodiscard]] std::vector<Offer> describeMetrics(const Roots& roots = {});

struct Sample {
    std::int64_t timeNs = 0;        // end of the interval, since the epoch
    std::span<const float> values;  // one per column of metrics()
};

struct RecorderOptions {
    // In [0.01, 3600]. The kernel counts CPU time in ticks of 10 ms: below 0.1 s utilisation comes in visible steps,
    // and an interval without a tick is missing.
    double periodSeconds = 1.0;
    Roots roots;
    // Called from the recorder's thread for every sample as it comes; may be empty.
    std::function<void(const Sample&)> onSample;
};

// Samples the machine on absolute times start + i·period until stopped, from one thread of its own. A sample is the
// mean rate over its interval divided by the interval's real length; a late wake-up therefore moves a time stamp, never
// a rate. Time stamps follow the monotonic clock from the wall clock's time at the start, so setting the wall clock
// does not disturb them. A counter that was reset, and a CPU or disk that has gone, make a value missing.
class Recorder {
public:
    [[nodiscard]] static Expected<std::unique_ptr<Recorder>> open(RecorderOptions options);
    virtual ~Recorder() = default;

    // The columns it records.
    [[nodiscard]] virtual const std::vector<Metric>& metrics() const = 0;
    // Takes the base line at this CLOCK_MONOTONIC time (now, when it is past) and a sample every period after it.
    virtual void start(std::int64_t startMonotonicNs) = 0;
    // Stops sampling and hands over what was recorded, to every caller the same; from any thread but that of onSample.
    // A started interval of at least half a period becomes a last, shorter sample. Failed when nothing was recorded.
    [[nodiscard]] virtual Expected<trace::TracePtr> stop() = 0;
};

}  // namespace mimesys::telemetry
