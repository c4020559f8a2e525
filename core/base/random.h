// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <utility>

namespace mimesys {

// Small seeded generator (SplitMix64, Steele, Lea and Flood 2014). The standard library's
// distributions differ between implementations; plans must not ("same inputs and seed, same plan").
class Random {
public:
    explicit Random(std::uint64_t seed) : m_state(seed) {}

    std::uint64_t next() {
        m_state += 0x9e3779b97f4a7c15ULL;
        std::uint64_t z = m_state;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }

    // Uniform in [0,1).
    double uniform() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }

    // Uniform in [0,bound), bound > 0; the bias of the multiplication is below bound / 2^64.
    std::uint64_t below(std::uint64_t bound) {
        __extension__ using Wide = unsigned __int128;
        return static_cast<std::uint64_t>((static_cast<Wide>(next()) * bound) >> 64);
    }

    template <typename T>
    void shuffle(std::span<T> items) {
        for (std::size_t i = items.size(); i > 1; --i) {
            std::swap(items[i - 1], items[below(i)]);
        }
    }

private:
    std::uint64_t m_state;
};

// Seed of one of many independent streams of random numbers: for each purpose of a piece of work, and for each index
// (a step, a round) within it.
[[nodiscard]] inline std::uint64_t streamSeed(std::uint64_t seed, std::uint64_t purpose, std::uint64_t index) {
    return Random(Random(seed).next() ^ Random(purpose * 0x9e3779b97f4a7c15ULL + index).next()).next();
}

}  // namespace mimesys
