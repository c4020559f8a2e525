// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "evaluation/sides.h"
#include "trace/trace.h"

#include <cstdint>
#include <string>
#include <vector>

// Traces of one sample a second, written down as their columns.
namespace mimesys::evaluation::test {

inline constexpr std::int64_t kSecond = 1'000'000'000;

struct Input {
    std::string id;
    std::vector<float> values;
    Provenance provenance = Provenance::Procfs;
};

inline trace::TracePtr traceOf(const std::vector<Input>& inputs, std::int64_t startNs = 0) {
    trace::Trace trace;
    trace.startNs = startNs;
    for (std::size_t i = 0; i < inputs.front().values.size(); ++i) {
        trace.timesNs.push_back(startNs + static_cast<std::int64_t>(i + 1) * kSecond);
    }
    for (const Input& input : inputs) {
        trace.columns.push_back({metricFor(input.id), input.provenance, input.values});
    }
    return trace::makeTrace(std::move(trace)).value();
}

inline Real<trace::TracePtr> realOf(const std::vector<Input>& inputs) {
    return Real(traceOf(inputs));
}
inline Emulated<trace::TracePtr> emulatedOf(const std::vector<Input>& inputs, std::int64_t startNs = 0) {
    return Emulated(traceOf(inputs, startNs));
}

}  // namespace mimesys::evaluation::test
