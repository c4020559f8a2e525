// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "alignment/traces.h"

#include "base/clock.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace mimesys::alignment {
namespace {

using Eigen::Index;

constexpr double kMostHeldOut = 1.0 / 3.0;  // of a trace
constexpr int kHeldOutStretch = 12;         // windows, where there are as many

// Stretches of windows in [from, to) that have values, at least `shortest` long.
void addStretches(const Traces& traces, std::size_t trace, Index from, Index to, Index shortest,
                  std::vector<Stretch>& stretches) {
    const trace::Matrix& values = traces.traces[trace].windows.values;
    const auto isEmpty = [&](Index window) {
        return values.row(window).array().isNaN().all();
    };
    for (Index first = from; first < to;) {
        Index end = first;
        while (end < to && !isEmpty(end)) {
            ++end;
        }
        if (end - first >= shortest) {
            stretches.push_back({trace, first, end - first});
        }
        first = end + 1;
    }
}

// Windows that each of so many traces holds out; those that do lie evenly among the others.
std::vector<Index> heldOutShares(std::size_t traces, int windows) {
    std::vector<Index> shares(traces, 0);
    const std::size_t holding = std::min(traces, static_cast<std::size_t>(std::max(1, windows / kHeldOutStretch)));
    for (std::size_t i = 0; i < holding; ++i) {
        const auto upTo = [&](std::size_t count) {
            return static_cast<Index>(count) * windows / static_cast<Index>(holding);
        };
        shares[(2 * i + 1) * traces / (2 * holding)] = upTo(i + 1) - upTo(i);
    }
    return shares;
}

Expected<void> checkDistinct(const std::vector<AlignTrace>& traces) {
    std::set<std::string> hashes;
    for (const AlignTrace& trace : traces) {
        if (!hashes.insert(trace.hash).second) {
            return badInput("The same trace was given twice.", trace.name);
        }
    }
    return {};
}

}  // namespace

Expected<Traces> divide(std::vector<AlignTrace> traces, const generation::Destination& destination, int heldOutWindows,
                        int shortest) {
    if (auto distinct = checkDistinct(traces); !distinct) {
        return tl::unexpected(distinct.error());
    }
    Traces divided;
    for (AlignTrace& trace : traces) {
        auto fitted = generation::fitTarget(trace.windows, destination, "model");
        if (!fitted) {
            return badInput(fitted.error().message, trace.name);
        }
        divided.windowSeconds = trace.windows.windowSeconds;
        divided.traces.push_back({std::move(trace.name), std::move(trace.hash), std::move(fitted->target)});
    }
    const std::vector<Index> shares = heldOutShares(divided.traces.size(), heldOutWindows);
    for (std::size_t i = 0; i < divided.traces.size(); ++i) {
        const Index windows = divided.traces[i].windows.windowCount();
        const Index held = std::min(shares[i], static_cast<Index>(kMostHeldOut * static_cast<double>(windows)));
        addStretches(divided, i, 0, windows - held, shortest, divided.training);
        addStretches(divided, i, windows - held, windows, 1, divided.heldOut);
    }
    if (divided.training.empty()) {
        return badInput(fmt::format("The traces have no {} successive windows with values to learn from.", shortest));
    }
    return divided;
}

trace::WindowedTrace windowsOf(const trace::WindowedTrace& trace, Index first, Index count) {
    trace::WindowedTrace part = trace;
    part.startNs += nsFromSeconds(static_cast<double>(first) * trace.windowSeconds);
    part.values = trace.values.middleRows(first, count);
    return part;
}

}  // namespace mimesys::alignment
