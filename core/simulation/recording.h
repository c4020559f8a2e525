// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "base/random.h"
#include "simulation/machine.h"
#include "trace/trace.h"

#include <cstdint>
#include <map>
#include <string>

namespace mimesys::simulation {

// Simulated time begins here, on 1 January 2000, so that the same run gives the same trace whenever it is made.
inline constexpr std::int64_t kStartNs = 946'684'800'000'000'000;

// Samples what a simulated machine's counters would say, with the profile's noise, into a trace of simulated columns.
class Recording {
public:
    Recording(const Profile& profile, std::uint64_t seed);

    // A sample of what the machine did since the last one; `ns` after the start.
    void sample(const Machine& machine, std::int64_t ns);
    [[nodiscard]] std::size_t sampleCount() const { return m_trace.timesNs.size(); }
    // The trace, with the attributes "machine", "source", "simulated", "seed" and these. Failed when there is no
    // sample.
    [[nodiscard]] Expected<trace::TracePtr> finish(std::map<std::string, std::string> attributes);

private:
    void add(std::size_t column, const Noise& noise, double value, double most);

    Profile m_profile;
    std::uint64_t m_seed;
    Random m_random;
    trace::Trace m_trace;
    std::vector<Noise> m_noise;  // per column
    Totals m_last;
    double m_calm = 1.0;  // standard deviations relative to the profile's, from the length of the sample
};

}  // namespace mimesys::simulation
