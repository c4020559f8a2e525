// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "curation/traceedit.h"

#include "base/clock.h"
#include "curation/describe.h"
#include "curation/metricchoice.h"
#include "curation/splice.h"
#include "curation/timemeans.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace mimesys::curation {
namespace {

using trace::Column;
using trace::Trace;

constexpr std::string_view kPercent = "%";

// The columns and the samples [first, last) that an edit of values is about.
struct Part {
    std::vector<std::size_t> columns;
    std::size_t first = 0;
    std::size_t last = 0;
    Span range;
};

std::int64_t middleNs(const Trace& trace, std::size_t sample) {
    const std::int64_t begin = trace.intervalStartNs(sample);
    return begin + (trace.timesNs[sample] - begin) / 2;
}

// Middles of intervals grow with the samples.
std::size_t firstFrom(const Trace& trace, std::int64_t timeNs) {
    std::size_t low = 0;
    for (std::size_t high = trace.sampleCount(); low < high;) {
        const std::size_t middle = low + (high - low) / 2;
        (middleNs(trace, middle) < timeNs ? low : high) = middleNs(trace, middle) < timeNs ? middle + 1 : middle;
    }
    return low;
}

Expected<Part> partOf(const Trace& trace, std::string_view metrics, const Span& range) {
    const auto columns = chooseColumns(trace, metrics);
    const auto inside = within(range, trace);
    if (!columns || !inside) {
        return tl::unexpected(!columns ? columns.error() : inside.error());
    }
    Part part{*columns, firstFrom(trace, trace.startNs + inside->beginNs),
              firstFrom(trace, trace.startNs + inside->endNs), *inside};
    if (part.first == part.last) {
        return badInput(
            fmt::format("No sample of the trace has its middle between {:.10g} s and {:.10g} s; choose a longer range.",
                        secondsFromNs(inside->beginNs), secondsFromNs(inside->endNs)));
    }
    return part;
}

Expected<Trace> scaled(Trace trace, const Part& part, double factor) {
    for (const std::size_t index : part.columns) {
        Column& column = trace.columns[index];
        const bool percent = column.metric.unit == kPercent;
        for (std::size_t i = part.first; i < part.last; ++i) {
            const double value = static_cast<double>(column.values[i]) * factor;
            if (std::abs(value) > static_cast<double>(std::numeric_limits<float>::max())) {
                return badInput(fmt::format("Scaled by {}, {} would be beyond all numbers.", factor, column.metric.id));
            }
            // NaN stays NaN.
            column.values[i] = static_cast<float>(percent ? std::clamp(value, 0.0, 100.0) : value);
        }
    }
    return trace;
}

Trace shifted(const Trace& given, const Part& part, std::int64_t byNs) {
    Trace trace = given;
    const std::int64_t begin = given.startNs + part.range.beginNs;
    const std::int64_t end = given.startNs + part.range.endNs;
    for (const std::size_t index : part.columns) {
        const TimeMeans means(given, given.columns[index]);
        for (std::size_t i = part.first; i < part.last; ++i) {
            const std::int64_t from = given.intervalStartNs(i) - byNs;
            const std::int64_t to = given.timesNs[i] - byNs;
            const TimeMeans::Mean mean =
                from < end && to > begin ? means.over(std::max(from, begin), std::min(to, end)) : TimeMeans::Mean();
            trace.columns[index].values[i] = mean.coveredNs * 2 >= to - from ? mean.value : trace::kMissing;
        }
    }
    return trace;
}

Trace smoothed(const Trace& given, const Part& part, std::int64_t overNs) {
    Trace trace = given;
    for (const std::size_t index : part.columns) {
        const TimeMeans means(given, given.columns[index]);
        for (std::size_t i = part.first; i < part.last; ++i) {
            const std::int64_t middle = middleNs(given, i);
            if (!given.columns[index].isMissing(i)) {
                trace.columns[index].values[i] = means.over(middle - overNs / 2, middle + (overNs + 1) / 2).value;
            }
        }
    }
    return trace;
}

Trace masked(Trace trace, const Part& part) {
    for (const std::size_t index : part.columns) {
        std::vector<float>& values = trace.columns[index].values;
        std::fill(values.begin() + static_cast<std::ptrdiff_t>(part.first),
                  values.begin() + static_cast<std::ptrdiff_t>(part.last), trace::kMissing);
    }
    return trace;
}

// What each kind of edit makes of a trace.
struct Apply {
    const Trace& trace;

    [[nodiscard]] std::int64_t lengthNs() const { return trace.endNs() - trace.startNs; }
    // The trace keeps the time of day of what is left of it.
    [[nodiscard]] Expected<Trace> keep(const Span& range) const {
        return within(range, trace).and_then([&](const Span& part) {
            return splice(trace, {part}, trace.startNs + part.beginNs);
        });
    }

    Expected<Trace> operator()(const Trim& edit) const { return keep(edit.keep); }
    Expected<Trace> operator()(const Cut& edit) const {
        return within(edit.range, trace).and_then([&](const Span& gone) -> Expected<Trace> {
            if (gone == Span{0, lengthNs()}) {
                return badInput("Nothing of the trace would be left.");
            }
            return splice(trace, {{0, gone.beginNs}, {gone.endNs, lengthNs()}}, trace.startNs);
        });
    }
    Expected<Trace> operator()(const Split& edit) const {
        if (edit.atNs <= 0 || edit.atNs >= lengthNs()) {
            return badInput(fmt::format("The trace cannot be split at {:.10g} s; it lasts {:.10g} s.",
                                        secondsFromNs(edit.atNs), secondsFromNs(lengthNs())));
        }
        return keep(edit.keep == Side::Before ? Span{0, edit.atNs} : Span{edit.atNs, lengthNs()});
    }
    Expected<Trace> operator()(const Repeat& edit) const {
        if (edit.times < 2 || edit.times > kMostTimes) {
            return badInput(fmt::format("A part can be repeated to stand there 2 to {} times.", kMostTimes));
        }
        return within(edit.range, trace).and_then([&](const Span& part) {
            std::vector<Span> stretches{{0, part.endNs}};
            stretches.insert(stretches.end(), static_cast<std::size_t>(edit.times - 1), part);
            stretches.push_back({part.endNs, lengthNs()});
            return splice(trace, stretches, trace.startNs);
        });
    }
    Expected<Trace> operator()(const Scale& edit) const {
        if (!(edit.factor >= 0.0 && edit.factor <= kMostFactor)) {
            return badInput(fmt::format("A metric can be scaled by 0 to {}.", kMostFactor));
        }
        return partOf(trace, edit.metrics, edit.range).and_then([&](const Part& part) {
            return scaled(trace, part, edit.factor);
        });
    }
    Expected<Trace> operator()(const Shift& edit) const {
        if (edit.byNs == 0 || std::abs(edit.byNs) > nsFromSeconds(kMostSeconds)) {
            return badInput("A shift needs a number of seconds other than 0.");
        }
        return partOf(trace, edit.metrics, edit.range).map([&](const Part& part) {
            return shifted(trace, part, edit.byNs);
        });
    }
    Expected<Trace> operator()(const Smooth& edit) const {
        if (edit.overNs <= 0 || edit.overNs > nsFromSeconds(kMostSeconds)) {
            return badInput("Smoothing needs a positive number of seconds.");
        }
        return partOf(trace, edit.metrics, edit.range).map([&](const Part& part) {
            return smoothed(trace, part, edit.overNs);
        });
    }
    Expected<Trace> operator()(const Mask& edit) const {
        return partOf(trace, edit.metrics, edit.range).map([&](const Part& part) { return masked(trace, part); });
    }
};

}  // namespace

bool isEdited(const Trace& trace) {
    return trace.attributes.contains(kEditedAttribute);
}

Expected<trace::TracePtr> apply(const TraceEdit& edit, const Trace& trace) {
    return std::visit(Apply{trace}, edit).and_then([&](Trace result) {
        std::string& edited = result.attributes[kEditedAttribute];
        edited += (edited.empty() ? "" : "; ") + describe(edit);
        return trace::makeTrace(std::move(result));
    });
}

Expected<trace::TracePtr> apply(std::span<const TraceEdit> edits, trace::TracePtr trace) {
    for (const TraceEdit& edit : edits) {
        auto result = curation::apply(edit, *trace);
        if (!result) {
            return result;
        }
        trace = std::move(*result);
    }
    return trace;
}

Expected<std::pair<trace::TracePtr, trace::TracePtr>> split(const Trace& trace, std::int64_t atNs) {
    auto before = curation::apply(Split{atNs, Side::Before}, trace);
    auto after = curation::apply(Split{atNs, Side::After}, trace);
    if (!before || !after) {
        return tl::unexpected(!before ? before.error() : after.error());
    }
    return std::pair(std::move(*before), std::move(*after));
}

}  // namespace mimesys::curation
