// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "base/progress.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace mimesys::collection {

// Turns the progress of a round into that of the collection and estimates what is left from the pace so far.
class Pace {
public:
    Pace(std::size_t done, std::size_t wanted, double secondsPerSample, std::size_t perRound,
         const ProgressCallback& progress)
        : m_begun(done),
          m_wanted(wanted),
          m_secondsPerSample(secondsPerSample),
          m_perRound(static_cast<double>(perRound)),
          m_progress(progress) {}

    [[nodiscard]] ProgressCallback forRound(std::size_t done, std::size_t count) const {
        if (!m_progress) {
            return {};
        }
        return [this, done, count](const Progress& round) {
            const double within = std::clamp(round.fraction, 0.0, 1.0) * static_cast<double>(count);
            show(static_cast<double>(done) + within);
        };
    }

    void show(double samples) const {
        if (!m_progress) {
            return;
        }
        const double measured = samples - static_cast<double>(m_begun);
        const double elapsed = secondsFromNs(monotonicNs() - m_start);
        const double perSample =
            measured >= m_perRound ? elapsed / measured : m_secondsPerSample * (m_perRound + 1) / m_perRound;
        const double left = (static_cast<double>(m_wanted) - samples) * perSample;
        m_progress({samples / static_cast<double>(m_wanted),
                    fmt::format("collecting: {:.0f} of {} samples, about {:.0f} s left", std::floor(samples), m_wanted,
                                std::ceil(left))});
    }

private:
    std::size_t m_begun;
    std::size_t m_wanted;
    double m_secondsPerSample;
    double m_perRound;
    const ProgressCallback& m_progress;
    std::int64_t m_start = monotonicNs();
};

}  // namespace mimesys::collection
