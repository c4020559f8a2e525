// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/random.h"
#include "stressor/cards.h"
#include "stressor/distance.h"
#include "stressor/workingset.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>

namespace mimesys::stressor {
namespace {

// Nearest-neighbour search as vector databases do it: squared Euclidean distance of a query to every other vector.
// A vector is a number of blocks of four floats, and there are three vectors, so that all stay in the first-level cache
// and the vector units are the limit.
constexpr std::size_t kVectors = 3;
constexpr std::size_t kFloatsPerBlock = 4;
constexpr int kQueriesPerPoll = 32;  // 64 distances: 3 to 20 µs

constexpr std::size_t vectorsBytes(std::size_t blocks) {
    return kVectors * blocks * kFloatsPerBlock * sizeof(float);
}

class SimdDistance final : public Body {
public:
    SimdDistance(Buffer vectors, std::size_t dimensions, Distance distance)
        : m_buffer(std::move(vectors)), m_dimensions(dimensions), m_distance(distance) {}

    void run(Interrupt& interrupt) override {
        while (!interrupt.due()) {
            for (int i = 0; i < kQueriesPerPoll; ++i) {
                m_nearest = nearestTo(m_query);
                m_query = (m_query + 1) % kVectors;
                keep(&m_nearest);
            }
        }
    }

private:
    [[nodiscard]] std::size_t nearestTo(std::size_t query) const {
        const float* vectors = m_buffer.as<float>().data();
        float best = std::numeric_limits<float>::infinity();
        std::size_t nearest = query;
        for (std::size_t i = 0; i < kVectors; ++i) {
            if (i == query) {
                continue;
            }
            const float distance = m_distance(vectors + query * m_dimensions, vectors + i * m_dimensions, m_dimensions);
            if (distance < best) {
                best = distance;
                nearest = i;
            }
        }
        return nearest;
    }

    Buffer m_buffer;
    std::size_t m_dimensions;
    Distance m_distance;
    std::size_t m_query = 0;
    std::size_t m_nearest = 0;
};

template <std::size_t blocks>
Demand demand(const machine::Machine& /*machine*/) {
    return {.memoryBytes = vectorsBytes(blocks), .workingSetBytes = vectorsBytes(blocks)};
}

template <std::size_t blocks>
Expected<std::unique_ptr<Body>> prepare(const Preparation& preparation) {
    static_assert(blocks * kFloatsPerBlock % kDimensionUnit == 0);
    Expected<Buffer> vectors = Buffer::allocate(vectorsBytes(blocks));
    if (!vectors) {
        return tl::unexpected(vectors.error());
    }
    Random random(preparation.seed);
    for (float& value : vectors->as<float>()) {
        value = static_cast<float>(random.uniform());
    }
    const auto widest = std::ranges::find(distanceVariants(), true, &DistanceVariant::supported);
    return std::make_unique<SimdDistance>(std::move(*vectors), blocks * kFloatsPerBlock, widest->distance);
}

}  // namespace

Card simdDistance256Card() {
    static constexpr std::array<std::string_view, 3> aliases{
        "BM_SIMD_SerialDistanceComputation/num_blocks:256/enable_avx512:false/flush_cache:false",
        "SerialDistanceComputation:256", "simd-distance"};
    return {.name = "simd-distance-256",
            .stressorClass = Class::Compute,
            .accounting = Accounting::CpuTime,
            .loads = "Vector units: distances of vectors of 256 × 4 floats with the widest vectors of this CPU.",
            .aliases = aliases,
            .demand = demand<256>,
            .unavailable = alwaysAvailable,
            .prepare = prepare<256>};
}

Card simdDistance512Card() {
    static constexpr std::array<std::string_view, 2> aliases{
        "BM_SIMD_SerialDistanceComputation/num_blocks:512/enable_avx512:false/flush_cache:false",
        "SerialDistanceComputation:512"};
    return {.name = "simd-distance-512",
            .stressorClass = Class::Compute,
            .accounting = Accounting::CpuTime,
            .loads = "Vector units: distances of vectors of 512 × 4 floats with the widest vectors of this CPU.",
            .aliases = aliases,
            .demand = demand<512>,
            .unavailable = alwaysAvailable,
            .prepare = prepare<512>};
}

}  // namespace mimesys::stressor
