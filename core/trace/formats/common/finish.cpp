// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "trace/formats/common/finish.h"

#include "base/clock.h"
#include "trace/formats/common/numbers.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <type_traits>

namespace mimesys::trace {
namespace {

constexpr std::size_t kLearning = 64;         // intervals from which the usual one is learnt
constexpr std::size_t kMostEntries = 20'000;  // twice what the diagnostics keep
constexpr double kUnusual = 0.1;              // part of the median by which an interval has to differ
constexpr double kSpread = 0.01;
constexpr double kMostlyZero = 0.75;

bool differs(std::int64_t interval, std::int64_t usual) {
    return std::abs(static_cast<double>(interval - usual)) > kUnusual * static_cast<double>(usual);
}

std::int64_t learnt(std::vector<std::int64_t> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

void describeIntervals(const Trace& trace, const SampleLines& lines, Diagnostics& diagnostics, FillGaps fillGaps) {
    if (trace.sampleCount() < 2) {
        return;
    }
    const Intervals intervals = intervalsOf(trace);
    const auto median = static_cast<double>(intervals.medianNs);
    if (static_cast<double>(intervals.longestNs - intervals.shortestNs) > kSpread * median) {
        diagnostics.note(
            "irregular-interval",
            fmt::format("The samples are {} to {} apart, {} in the median.", spanText(intervals.shortestNs),
                        spanText(intervals.longestNs), spanText(intervals.medianNs)));
    }
    for (std::size_t i = 0; i < trace.sampleCount(); ++i) {
        const std::int64_t interval = trace.timesNs[i] - trace.intervalStartNs(i);
        if (!differs(interval, intervals.medianNs)) {
            continue;
        }
        const std::int64_t line = lines.lineOf(trace.timesNs[i]);
        const bool isGap = static_cast<double>(interval) > kGapFactor * median;
        // A gap is seen where it begins.
        diagnostics.at(isGap ? trace.intervalStartNs(i) : trace.timesNs[i]);
        const std::string what =
            fmt::format("The sample of {} comes {} after the one before, where {} is usual.",
                        timeText(trace.timesNs[i]), spanText(interval), spanText(intervals.medianNs));
        if (isGap) {
            diagnostics.warn("gap", fillGaps == FillGaps::Yes ? what + " The time between is marked as missing." : what,
                             line);
        } else if (static_cast<double>(interval) < kShortFactor * median) {
            diagnostics.warn("short-interval", what, line);
        } else {
            diagnostics.note("unusual-interval", what, line);
        }
    }
    diagnostics.at(std::nullopt);
}

void markGaps(Trace& trace) {
    const std::int64_t usual = intervalsOf(trace).medianNs;
    std::vector<std::size_t> gaps;
    for (std::size_t i = 0; i < trace.sampleCount(); ++i) {
        const auto interval = static_cast<double>(trace.timesNs[i] - trace.intervalStartNs(i));
        if (interval > kGapFactor * static_cast<double>(usual)) {
            gaps.push_back(i);
        }
    }
    if (gaps.empty()) {
        return;
    }
    const auto widen = [&](auto& values, auto added) {
        std::remove_reference_t<decltype(values)> wider;
        wider.reserve(values.size() + gaps.size());
        auto gap = gaps.begin();
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (gap != gaps.end() && *gap == i) {
                wider.push_back(added(i));
                ++gap;
            }
            wider.push_back(values[i]);
        }
        values = std::move(wider);
    };
    for (Column& column : trace.columns) {
        widen(column.values, [](std::size_t) { return kMissing; });
    }
    widen(trace.timesNs, [&](std::size_t i) { return trace.timesNs[i] - usual; });
}

void describeZeros(const Trace& trace, Diagnostics& diagnostics) {
    for (const Column& column : trace.columns) {
        const auto zeros = std::ranges::count(column.values, 0.0F);
        const auto present = std::ranges::count_if(column.values, [](float value) { return !std::isnan(value); });
        if (present < 2 || zeros == 0) {
            continue;
        }
        const double part = static_cast<double>(zeros) / static_cast<double>(present);
        if (zeros == present) {
            diagnostics.note("stuck-at-zero", fmt::format("{} is 0 in every sample.", column.metric.id));
        } else if (part >= kMostlyZero && column.metric.family != Family::Cpu) {
            const float highest =
                std::ranges::max(column.values, {}, [](float value) { return std::isnan(value) ? -HUGE_VALF : value; });
            diagnostics.note("mostly-zero",
                             fmt::format("{} is 0 in {:.0f} % of the samples and rises to {:.6g} {}in the "
                                         "others.",
                                         column.metric.id, 100.0 * part, highest,
                                         column.metric.unit.empty() ? "" : column.metric.unit + " "));
        }
    }
}

}  // namespace

void SampleLines::add(std::int64_t timeNs, std::int64_t line) {
    const std::int64_t interval = timeNs - m_previousNs;
    m_previousNs = timeNs;
    if (!m_any) {
        m_any = true;
        m_entries.push_back({timeNs, line});
        return;
    }
    const bool learning = m_firstIntervals.size() < kLearning;
    if (learning) {
        m_firstIntervals.push_back(interval);
        m_usualNs = m_firstIntervals.size() == kLearning ? learnt(m_firstIntervals) : 0;
    }
    if ((learning || differs(interval, m_usualNs)) && m_entries.size() < kMostEntries) {
        m_entries.push_back({timeNs, line});
    }
}

std::int64_t SampleLines::lineOf(std::int64_t timeNs) const {
    const auto entry = std::ranges::lower_bound(m_entries, timeNs, {}, &Entry::timeNs);
    return entry != m_entries.end() && entry->timeNs == timeNs ? entry->line : 0;
}

std::string spanText(std::int64_t ns) {
    const double seconds = secondsFromNs(ns);
    return std::abs(seconds) >= 1.0 ? fmt::format("{:.6g} s", seconds) : fmt::format("{:.4g} ms", seconds * 1e3);
}

GuessedStart guessedStart(const std::vector<std::int64_t>& timesNs) {
    Trace trace;
    trace.startNs = timesNs.front();
    trace.timesNs.assign(timesNs.begin() + 1, timesNs.end());
    const std::int64_t usual = intervalsOf(trace).medianNs;
    return {std::max(timesNs.front(), usual - kFarthestNs) - usual, usual};
}

Expected<ReadResult> finish(Trace trace, std::string_view format, const SampleLines& lines, Diagnostics& diagnostics,
                            const std::string& place, FillGaps fillGaps) {
    describeIntervals(trace, lines, diagnostics, fillGaps);
    describeZeros(trace, diagnostics);
    if (fillGaps == FillGaps::Yes) {
        markGaps(trace);
    }
    auto made = makeTrace(std::move(trace));
    if (!made) {
        return badInput(made.error().message, place);
    }
    return ReadResult{std::move(*made), std::string(format), diagnostics.take()};
}

}  // namespace mimesys::trace
