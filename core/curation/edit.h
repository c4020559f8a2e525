// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <variant>

// What people change in a target and in a plan before it is released, as plain values: they can be stored, listed,
// sent and applied again. What they do is in traceedit.h and planedit.h.
namespace mimesys::curation {

inline constexpr std::string_view kAll = "all";  // every metric of a trace, every stressor of a plan

// [begin, end) in nanoseconds since the start of the trace.
struct Span {
    static constexpr std::int64_t kOpen = std::numeric_limits<std::int64_t>::max();
    std::int64_t beginNs = 0;
    std::int64_t endNs = kOpen;  // to the end of the trace
    bool operator==(const Span&) const = default;
};

enum class Side { Before, After };

// Edits of a trace. `metrics` is the id of a metric, or else the name of a family ("cpu"), or "all".
struct Trim {  // what lies outside is gone
    Span keep;
    bool operator==(const Trim&) const = default;
};
struct Cut {  // what lies within is gone, and what follows moves up
    Span range;
    bool operator==(const Cut&) const = default;
};
struct Split {  // one of the two parts stays
    std::int64_t atNs = 0;
    Side keep = Side::Before;
    bool operator==(const Split&) const = default;
};
struct Scale {
    std::string metrics{kAll};
    double factor = 1.0;
    Span range;
    bool operator==(const Scale&) const = default;
};
struct Shift {  // later by byNs (earlier when negative) within the range
    std::string metrics{kAll};
    std::int64_t byNs = 0;
    Span range;
    bool operator==(const Shift&) const = default;
};
struct Repeat {  // the range stands there `times` times, and what follows moves back
    Span range;
    int times = 2;
    bool operator==(const Repeat&) const = default;
};
struct Smooth {  // every value becomes the mean over this time around it
    std::string metrics{kAll};
    std::int64_t overNs = 0;
    Span range;
    bool operator==(const Smooth&) const = default;
};
struct Mask {  // missing from now on: a generator chooses freely there
    std::string metrics{kAll};
    Span range;
    bool operator==(const Mask&) const = default;
};
using TraceEdit = std::variant<Trim, Cut, Split, Scale, Shift, Repeat, Smooth, Mask>;

// [begin, end) of windows or CPUs, counted from 0.
struct IndexRange {
    static constexpr std::size_t kOpen = std::numeric_limits<std::size_t>::max();
    std::size_t begin = 0;
    std::size_t end = kOpen;  // to the last one
    [[nodiscard]] bool contains(std::size_t index) const { return index >= begin && index < end; }
    bool operator==(const IndexRange&) const = default;
};

struct Area {
    IndexRange windows;
    IndexRange cpus;
    bool operator==(const Area&) const = default;
};

// Edits of a plan. `stressor` is a column's name or, where that makes sense, "all".
struct ScaleStressor {
    std::string stressor{kAll};
    double factor = 1.0;
    Area area;
    bool operator==(const ScaleStressor&) const = default;
};
struct ReplaceStressor {  // `by` takes over the fractions of `stressor`
    std::string stressor;
    std::string by;
    Area area;
    bool operator==(const ReplaceStressor&) const = default;
};
struct Paint {
    std::string stressor;
    double fraction = 0.0;
    Area area;
    bool operator==(const Paint&) const = default;
};
struct Lock {  // or unlock
    std::string stressor{kAll};
    Area area;
    bool locked = true;
    bool operator==(const Lock&) const = default;
};
using PlanEdit = std::variant<ScaleStressor, ReplaceStressor, Paint, Lock>;

// Bounds of what makes sense.
inline constexpr double kMostSeconds = 1e9;
inline constexpr double kMostFactor = 1e6;
inline constexpr int kMostTimes = 10'000;
inline constexpr double kMostIndex = 1e9;

}  // namespace mimesys::curation
