// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "evaluation/alignment.h"

#include "evaluation/dtw.h"
#include "evaluation/pairs.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

namespace mimesys::evaluation {
namespace {

constexpr double kUnreachable = std::numeric_limits<double>::infinity();
constexpr std::size_t kStopPollRows = 64;

enum class Step : std::uint8_t { Diagonal, Real, Emulated };

// A step per cell of an n×m table, two bits each.
class Steps {
public:
    Steps(std::size_t rows, std::size_t columns) : m_columns(columns), m_bits((rows * columns + 3) / 4, 0) {}

    void set(std::size_t row, std::size_t column, Step step) {
        const std::size_t cell = row * m_columns + column;
        m_bits[cell / 4] = static_cast<std::uint8_t>(m_bits[cell / 4] | (static_cast<unsigned>(step) << cell % 4 * 2));
    }
    [[nodiscard]] Step at(std::size_t row, std::size_t column) const {
        const std::size_t cell = row * m_columns + column;
        return static_cast<Step>((m_bits[cell / 4] >> cell % 4 * 2) & 3U);
    }

private:
    std::size_t m_columns;
    std::vector<std::uint8_t> m_bits;
};

// The recurrence of dtwDistance() row by row, which keeps for each cell where it was reached from.
bool fill(const std::vector<double>& x, const std::vector<double>& y, std::size_t band, Steps& steps,
          const std::stop_token& stop) {
    const std::size_t n = x.size();
    const std::size_t m = y.size();
    const std::size_t width = band == 0 ? n + m : effectiveBand(n, m, band);
    std::vector<double> before(m + 1, kUnreachable);
    std::vector<double> current(m + 1, kUnreachable);
    before[0] = 0.0;
    for (std::size_t i = 1; i <= n; ++i) {
        if (i % kStopPollRows == 0 && stop.stop_requested()) {
            return false;
        }
        std::ranges::fill(current, kUnreachable);
        const std::size_t first = i > width ? i - width : 1;
        const std::size_t last = std::min(m, i + width);
        for (std::size_t j = first; j <= last; ++j) {
            const double local = std::abs(x[i - 1] - y[j - 1]);
            const double diagonal = before[j - 1] + 2.0 * local;
            const double fromReal = before[j] + local;
            const double fromEmulated = current[j - 1] + local;
            const double best = std::min({diagonal, fromReal, fromEmulated});
            current[j] = best;
            steps.set(i - 1, j - 1, best == diagonal ? Step::Diagonal : best == fromReal ? Step::Real : Step::Emulated);
        }
        std::swap(before, current);
    }
    return true;
}

std::vector<AlignedWindows> followBack(const Scaled& real, const Scaled& emulated, const Steps& steps) {
    std::vector<AlignedWindows> path;
    std::size_t i = real.windows.size() - 1;
    std::size_t j = emulated.windows.size() - 1;
    while (true) {
        path.push_back({real.windows[i], emulated.windows[j]});
        if (i == 0 && j == 0) {
            break;
        }
        const Step step = steps.at(i, j);
        i -= step != Step::Emulated ? 1 : 0;
        j -= step != Step::Real ? 1 : 0;
    }
    std::ranges::reverse(path);
    return path;
}

}  // namespace

Cancellable<Alignment> align(const Real<trace::TracePtr>& real, const Emulated<trace::TracePtr>& emulated,
                             std::string_view metricId, const ScoreOptions& options, const std::stop_token& stop) {
    const Expected<Pairs> pairs = pairUp(real, emulated, options.windowSeconds);
    if (!pairs) {
        return tl::unexpected(pairs.error());
    }
    const auto pair =
        std::ranges::find_if(pairs->pairs, [&](const Pair& candidate) { return candidate.metric.id == metricId; });
    if (pair == pairs->pairs.end()) {
        return badInput(
            fmt::format("The two traces do not both have values of {}, so nothing can be aligned.", metricId));
    }
    std::vector<std::string> notes;
    const Range range = referenceRange(*pair, options, notes);
    const Scaled x = scaled(*pair->real, range);
    const Scaled y = scaled(*pair->emulated, range);
    if (x.values.size() > kMostPathCells / y.values.size()) {
        return badInput(
            fmt::format("{} by {} windows are too many to draw how they are aligned; select a part of them.",
                        x.values.size(), y.values.size()));
    }
    Steps steps(x.values.size(), y.values.size());
    if (!fill(x.values, y.values, options.band, steps, stop)) {
        return std::nullopt;
    }
    return Alignment{followBack(x, y, steps), options.windowSeconds};
}

}  // namespace mimesys::evaluation
