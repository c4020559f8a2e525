// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "service/refinedcontestant.h"

#include "base/clock.h"

#include <fmt/format.h>

#include <utility>

namespace mimesys::service {
namespace {

// Windows as the trace they would have been cut from.
Expected<trace::TracePtr> toTrace(const trace::WindowedTrace& windows) {
    trace::Trace trace;
    trace.startNs = windows.startNs;
    for (Eigen::Index window = 0; window < windows.windowCount(); ++window) {
        trace.timesNs.push_back(windows.startNs +
                                nsFromSeconds(static_cast<double>(window + 1) * windows.windowSeconds));
    }
    for (std::size_t n = 0; n < windows.metrics.size(); ++n) {
        const auto column = windows.values.col(static_cast<Eigen::Index>(n));
        trace.columns.push_back({windows.metrics[n], Provenance::Unknown, {column.begin(), column.end()}});
    }
    return trace::makeTrace(std::move(trace));
}

}  // namespace

Contestant refined(const Contestant& contestant, refinement::ResponsePtr response, Executor executor,
                   const refinement::RefineOptions& options) {
    const auto generate = [original = contestant.generator, response = std::move(response),
                           executor = std::move(executor), options](
                              const trace::WindowedTrace& windows, std::uint64_t seed, const std::stop_token& stop,
                              const ProgressCallback& progress) -> Cancellable<generation::Generated> {
        auto generated = original.generate(windows, seed, stop, {});
        if (!generated || !*generated) {
            return generated;
        }
        const auto target = toTrace(windows);
        if (!target) {
            return tl::unexpected(target.error());
        }
        auto result =
            refinement::refine((*generated)->plan, *target, executor.run, *response, options, stop, {}, progress);
        if (!result || !*result) {
            return result ? Cancellable<generation::Generated>(std::optional<generation::Generated>())
                          : tl::unexpected(result.error());
        }
        (*generated)->plan = std::move((*result)->plan);
        (*generated)
            ->report.steps.push_back(fmt::format("Refined in {} rounds, of which round {} was kept.",
                                                 (*result)->rounds.size() - 1, (*result)->best));
        return generated;
    };
    return {{contestant.generator.name + " refined", generate},
            fmt::format("{} refined rounds {} damping {}", contestant.inputs, options.rounds, options.damping),
            contestant.seen};
}

}  // namespace mimesys::service
