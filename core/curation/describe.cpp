// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "curation/describe.h"

#include "base/clock.h"

#include <fmt/format.h>

namespace mimesys::curation {
namespace {

std::string seconds(std::int64_t ns) {
    return fmt::format("{:.10g} s", secondsFromNs(ns));
}

// " from 10 s to 20 s"; empty for everything.
std::string describe(const Span& range) {
    if (range == Span()) {
        return {};
    }
    if (range.endNs == Span::kOpen) {
        return " from " + seconds(range.beginNs) + " on";
    }
    return " from " + seconds(range.beginNs) + " to " + seconds(range.endNs);
}

std::string describe(const IndexRange& range, const char* one, const char* many) {
    if (range == IndexRange()) {
        return {};
    }
    if (range.end == IndexRange::kOpen) {
        return fmt::format("{} {} and later", many, range.begin);
    }
    return range.end == range.begin + 1 ? fmt::format("{} {}", one, range.begin)
                                        : fmt::format("{} {} to {}", many, range.begin, range.end - 1);
}

std::string named(const std::string& name, const char* all) {
    return name == kAll ? std::string(all) : name;
}

struct Words {
    std::string operator()(const Trim& edit) const { return "trimmed" + describe(edit.keep); }
    std::string operator()(const Cut& edit) const { return "cut out" + describe(edit.range); }
    std::string operator()(const Split& edit) const {
        return fmt::format("split at {}, the part {} kept", seconds(edit.atNs),
                           edit.keep == Side::Before ? "before" : "after");
    }
    std::string operator()(const Scale& edit) const {
        return fmt::format("{} scaled by {:.10g}{}", named(edit.metrics, "all metrics"), edit.factor,
                           describe(edit.range));
    }
    std::string operator()(const Shift& edit) const {
        return fmt::format("{} shifted by {}{}", named(edit.metrics, "all metrics"), seconds(edit.byNs),
                           describe(edit.range));
    }
    std::string operator()(const Repeat& edit) const {
        return fmt::format("repeated to stand {} times{}", edit.times, describe(edit.range));
    }
    std::string operator()(const Smooth& edit) const {
        return fmt::format("{} smoothed over {}{}", named(edit.metrics, "all metrics"), seconds(edit.overNs),
                           describe(edit.range));
    }
    std::string operator()(const Mask& edit) const {
        return fmt::format("{} masked{}", named(edit.metrics, "all metrics"), describe(edit.range));
    }
    std::string operator()(const ScaleStressor& edit) const {
        return fmt::format("{} scaled by {:.10g}{}", named(edit.stressor, "all stressors"), edit.factor,
                           curation::describe(edit.area));
    }
    std::string operator()(const ReplaceStressor& edit) const {
        return fmt::format("{} replaced by {}{}", edit.stressor, edit.by, curation::describe(edit.area));
    }
    std::string operator()(const Paint& edit) const {
        return fmt::format("{} set to {:.10g}{}", edit.stressor, edit.fraction, curation::describe(edit.area));
    }
    std::string operator()(const Lock& edit) const {
        return fmt::format("{} {}{}", named(edit.stressor, "all stressors"), edit.locked ? "locked" : "unlocked",
                           curation::describe(edit.area));
    }
};

}  // namespace

std::string describe(const TraceEdit& edit) {
    return std::visit(Words(), edit);
}

std::string describe(const PlanEdit& edit) {
    return std::visit(Words(), edit);
}

std::string describe(const Area& area) {
    const std::string windows = describe(area.windows, "window", "windows");
    const std::string cpus = describe(area.cpus, "CPU", "CPUs");
    return (windows.empty() ? "" : " in " + windows) + (cpus.empty() ? "" : " on " + cpus);
}

}  // namespace mimesys::curation
