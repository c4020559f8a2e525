// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace mimesys::simulation {

// A working set in a last-level cache.
struct Region {
    double occupancy = 0.0;   // bytes in the cache
    double workingSet = 0.0;  // bytes
    double asked = 0.0;       // bytes/s of lines that are asked for again and again
    double hotness = 1.0;     // hits = hotness · resident share, see Demand::order
    double next = 0.0;        // occupancy after the step that is being solved
};

// The last-level cache of a socket, by how much of it each working set occupies. A miss inserts a line and, where the
// cache is full, evicts one at random, so that a working set of W bytes of which O are there changes by
//
//     dO/dt = asked · (1 − O/W) − e · O
//
// where e, the rate at which any line is evicted, is as large as the cache is full (the reciprocal of the
// characteristic time of Che, Tung and Wang 2002, for random replacement Gelenbe 1973). What nobody asks for stays
// until it is evicted. Lines that are never used again share one pool. Steps are implicit, so that one can be much
// longer than the time in which a stream fills the cache.
class SocketCache {
public:
    explicit SocketCache(double bytes) : m_bytes(bytes) {}

    // Finds `next` of every region, and the pool's, after `seconds`. `regions` hold the occupancies before.
    void solve(std::span<Region* const> regions, double streamed, double seconds);
    // Makes what solve() found the state.
    void commit(std::span<Region* const> regions);

    // Empties it, as far as nobody asks for what it holds, down to this part.
    void flush(std::span<Region* const> regions, double kept);

    [[nodiscard]] double bytes() const { return m_bytes; }
    [[nodiscard]] double pool() const { return m_pool; }

private:
    struct Sum {
        double occupied = 0.0;
        double slope = 0.0;  // by the eviction rate
    };
    Sum occupied(std::span<Region* const> regions, double streamed, double seconds, double evictionRate);

    double m_bytes;
    double m_pool = 0.0;
    double m_nextPool = 0.0;
    double m_evictionRate = 0.0;  // 1/s
};

}  // namespace mimesys::simulation
