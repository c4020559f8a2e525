// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0

// Exact DTW of the size a five-minute trace has: 300 windows of 28 metrics, on one core. The peer is the textbook
// recurrence over a full matrix of doubles. "score" is the whole of mimesys::evaluation::score, windowing included.
#include "evaluation/dtw.h"

#include "base/clock.h"
#include "base/random.h"
#include "core/evaluation/naivedtw.h"
#include "evaluation/score.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <functional>
#include <string_view>

using namespace mimesys;

namespace {

constexpr std::size_t kWindows = 300;
constexpr std::size_t kMetrics = 28;
constexpr int kRepetitions = 15;

using Columns = std::vector<std::vector<double>>;

// A noisy load between 0 and 1 that drifts like a real one.
Columns randomLoads(Random& random) {
    Columns columns(kMetrics, std::vector<double>(kWindows));
    for (auto& column : columns) {
        double level = random.uniform();
        for (double& value : column) {
            level = std::clamp(level + (random.uniform() - 0.5) * 0.2, 0.0, 1.0);
            value = level;
        }
    }
    return columns;
}

trace::TracePtr traceOf(const Columns& columns) {
    trace::Trace trace;
    for (std::size_t i = 0; i < kWindows; ++i) {
        trace.timesNs.push_back(static_cast<std::int64_t>(i + 1) * kNanosecondsPerSecond);
    }
    for (std::size_t n = 0; n < kMetrics; ++n) {
        std::vector<float> values(columns[n].begin(), columns[n].end());
        trace.columns.push_back({metricFor(fmt::format("metric.{}", n)), Provenance::Unknown, std::move(values)});
    }
    return trace::makeTrace(std::move(trace)).value();
}

// Median wall time in milliseconds.
double medianMs(const std::function<void()>& work) {
    std::vector<double> times;
    for (int i = 0; i < kRepetitions; ++i) {
        const std::int64_t begin = monotonicNs();
        work();
        times.push_back(secondsFromNs(monotonicNs() - begin) * 1e3);
    }
    std::ranges::nth_element(times, times.begin() + kRepetitions / 2);
    return times[kRepetitions / 2];
}

}  // namespace

int main(int argc, char** argv) {
    Random random(1);
    const Columns real = randomLoads(random);
    const Columns emulated = randomLoads(random);
    std::vector<double> fast(kMetrics);
    std::vector<double> slow(kMetrics);
    const double fastMs = medianMs([&] {
        for (std::size_t n = 0; n < kMetrics; ++n) {
            fast[n] = evaluation::dtwDistance(real[n], emulated[n]).value();
        }
    });
    const double slowMs = medianMs([&] {
        for (std::size_t n = 0; n < kMetrics; ++n) {
            slow[n] = naiveDtw(real[n], emulated[n]);
        }
    });
    const evaluation::Real<trace::TracePtr> realTrace(traceOf(real));
    const evaluation::Emulated<trace::TracePtr> emulatedTrace(traceOf(emulated));
    const double scoreMs = medianMs([&] { static_cast<void>(evaluation::score(realTrace, emulatedTrace).value()); });
    double difference = 0.0;
    for (std::size_t n = 0; n < kMetrics; ++n) {
        difference = std::max(difference, std::abs(fast[n] - slow[n]));
    }
    if (argc > 1 && std::string_view(argv[1]) == "--json") {
        const nlohmann::json json{{"windows", kWindows},
                                  {"metrics", kMetrics},
                                  {"mimesys", {{"milliseconds", fastMs}, {"score_milliseconds", scoreMs}}},
                                  {"naive", {{"milliseconds", slowMs}}},
                                  {"ratio", slowMs / fastMs},
                                  {"largest_difference", difference}};
        fmt::print("{}\n", json.dump(2));
        return 0;
    }
    fmt::print("Exact DTW, {} windows x {} metrics, one core, median of {} runs\n", kWindows, kMetrics, kRepetitions);
    fmt::print("mimesys            {:8.2f} ms\n", fastMs);
    fmt::print("mimesys, score()   {:8.2f} ms\n", scoreMs);
    fmt::print("naive full matrix  {:8.2f} ms\n", slowMs);
    fmt::print("ratio              {:8.2f}\n", slowMs / fastMs);
    fmt::print("largest difference {:.3g}\n", difference);
    return 0;
}
