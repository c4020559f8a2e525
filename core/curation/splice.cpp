// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "curation/splice.h"

#include "base/clock.h"

#include <fmt/format.h>

#include <algorithm>

namespace mimesys::curation {
namespace {

constexpr std::size_t kMostValues = std::size_t{1} << 30;

// Samples of the source in the order of the result, with the times at which they end there.
struct Order {
    std::vector<std::size_t> samples;
    std::vector<std::int64_t> timesNs;
};

std::size_t firstSampleAfter(const trace::Trace& trace, std::int64_t timeNs) {
    return static_cast<std::size_t>(std::ranges::upper_bound(trace.timesNs, timeNs) - trace.timesNs.begin());
}

void append(Order& order, const trace::Trace& trace, const Span& stretch, std::int64_t atNs) {
    const std::int64_t begin = trace.startNs + stretch.beginNs;
    const std::int64_t end = trace.startNs + stretch.endNs;
    for (std::size_t i = firstSampleAfter(trace, begin); i < trace.sampleCount(); ++i) {
        if (trace.intervalStartNs(i) >= end) {
            break;
        }
        order.samples.push_back(i);
        order.timesNs.push_back(std::min(trace.timesNs[i], end) - begin + atNs);
    }
}

}  // namespace

Expected<Span> within(const Span& range, const trace::Trace& trace) {
    const std::int64_t length = trace.endNs() - trace.startNs;
    const Span part{std::max<std::int64_t>(range.beginNs, 0), std::min(range.endNs, length)};
    if (part.beginNs >= part.endNs) {
        return badInput(fmt::format(
            "The range begins at {:.10g} s and ends at {:.10g} s, and nothing of it lies within "
            "the trace, which lasts {:.10g} s.",
            secondsFromNs(range.beginNs), secondsFromNs(std::min(range.endNs, length)), secondsFromNs(length)));
    }
    return part;
}

Expected<trace::Trace> splice(const trace::Trace& trace, const std::vector<Span>& stretches, std::int64_t startNs) {
    std::size_t samples = 0;
    for (const Span& stretch : stretches) {
        samples += firstSampleAfter(trace, trace.startNs + stretch.endNs) + 1 -
                   firstSampleAfter(trace, trace.startNs + stretch.beginNs);
        if (samples > kMostValues / std::max<std::size_t>(trace.columns.size(), 1)) {
            return badInput("The trace would become too large; repeat a shorter part, or fewer times.");
        }
    }
    Order order;
    order.samples.reserve(samples);
    order.timesNs.reserve(samples);
    std::int64_t at = startNs;
    for (const Span& stretch : stretches) {
        append(order, trace, stretch, at);
        at += stretch.endNs - stretch.beginNs;
    }
    if (order.samples.empty()) {
        return badInput("Nothing of the trace would be left.");
    }
    trace::Trace result;
    result.startNs = startNs;
    result.timesNs = std::move(order.timesNs);
    result.attributes = trace.attributes;
    result.columns.reserve(trace.columns.size());
    for (const trace::Column& column : trace.columns) {
        trace::Column& part = result.columns.emplace_back(trace::Column{column.metric, column.provenance, {}});
        part.values.reserve(order.samples.size());
        std::ranges::transform(order.samples, std::back_inserter(part.values),
                               [&](std::size_t sample) { return column.values[sample]; });
    }
    return result;
}

}  // namespace mimesys::curation
