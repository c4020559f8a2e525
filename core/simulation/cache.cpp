// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "simulation/cache.h"

#include <algorithm>

namespace mimesys::simulation {
namespace {

constexpr int kMostSteps = 60;
constexpr double kTolerance = 1e-4;  // of the cache

}  // namespace

SocketCache::Sum SocketCache::occupied(std::span<Region* const> regions, double streamed, double seconds,
                                       double evictionRate) {
    const double pool = 1.0 + seconds * evictionRate;
    m_nextPool = (m_pool + seconds * streamed) / pool;
    Sum sum{m_nextPool, -seconds * m_nextPool / pool};
    for (Region* region : regions) {
        if (region->asked <= 0.0) {
            region->next = region->occupancy / pool;
            sum.slope -= seconds * region->next / pool;
        } else {
            const double keeps = pool + seconds * region->asked * region->hotness / region->workingSet;
            region->next = (region->occupancy + seconds * region->asked) / keeps;
            sum.slope -= seconds * region->next / keeps;
            region->next = std::min(region->next, region->workingSet);
        }
        sum.occupied += region->next;
    }
    return sum;
}

// Occupancy falls with the eviction rate and is convex in it: Newton's steps from below never overshoot, and one from
// above lands below.
void SocketCache::solve(std::span<Region* const> regions, double streamed, double seconds) {
    if (occupied(regions, streamed, seconds, 0.0).occupied <= m_bytes) {
        m_evictionRate = 0.0;
        return;
    }
    for (int step = 0; step < kMostSteps; ++step) {
        const Sum sum = occupied(regions, streamed, seconds, m_evictionRate);
        const double excess = sum.occupied - m_bytes;
        if (excess <= kTolerance * m_bytes && excess >= -kTolerance * m_bytes) {
            break;
        }
        m_evictionRate = std::max(0.0, m_evictionRate - excess / std::min(sum.slope, -1e-30));
    }
    // What is left of the tolerance; a full cache holds no more than it can.
    double all = m_nextPool;
    for (const Region* region : regions) {
        all += region->next;
    }
    const double shrink = std::min(1.0, m_bytes / all);
    m_nextPool *= shrink;
    for (Region* region : regions) {
        region->next *= shrink;
    }
}

void SocketCache::commit(std::span<Region* const> regions) {
    m_pool = m_nextPool;
    for (Region* region : regions) {
        region->occupancy = region->next;
    }
}

void SocketCache::flush(std::span<Region* const> regions, double kept) {
    m_pool *= kept;
    for (Region* region : regions) {
        if (region->asked <= 0.0) {
            region->occupancy *= kept;
            region->next = region->occupancy;
        }
    }
}

}  // namespace mimesys::simulation
