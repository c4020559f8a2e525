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

// Nearest-neighbour search as vector databases do it: squared Euclidean distance of a query to every vector of a
// small block that stays in the first-level cache, so that the vector units are the limit.
constexpr std::size_t kVectors = 32;
constexpr int kQueriesPerPoll = 32;  // 32 × 32 distances: about 10 µs

class SimdDistance final : public Body {
public:
    SimdDistance(Buffer vectors, Distance distance) : m_buffer(std::move(vectors)), m_distance(distance) {}

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
            const float distance = m_distance(vectors + query * kDimensions, vectors + i * kDimensions);
            if (i != query && distance < best) {
                best = distance;
                nearest = i;
            }
        }
        return nearest;
    }

    Buffer m_buffer;
    Distance m_distance;
    std::size_t m_query = 0;
    std::size_t m_nearest = 0;
};

Demand demand(const machine::Machine& /*machine*/) {
    return {.memoryBytes = kVectors * kDimensions * sizeof(float), .scratchBytes = 0};
}

std::string unavailable(const machine::Machine& /*machine*/, const std::filesystem::path& /*scratch*/) {
    return {};
}

Expected<std::unique_ptr<Body>> prepare(const Preparation& preparation) {
    Expected<Buffer> vectors = Buffer::allocate(kVectors * kDimensions * sizeof(float));
    if (!vectors) {
        return tl::unexpected(vectors.error());
    }
    Random random(preparation.seed);
    for (float& value : vectors->as<float>()) {
        value = static_cast<float>(random.uniform());
    }
    const auto widest = std::ranges::find(distanceVariants(), true, &DistanceVariant::supported);
    return std::make_unique<SimdDistance>(std::move(*vectors), widest->distance);
}

}  // namespace

Card simdDistanceCard() {
    static constexpr std::array<std::string_view, 3> aliases{
        "BM_SIMD_SerialDistanceComputation/num_blocks:256/enable_avx512:false/flush_cache:false",
        "SerialDistanceComputation:256", "simd-distance"};
    return {.name = "simd-distance-256",
            .stressorClass = Class::Compute,
            .accounting = Accounting::CpuTime,
            .loads = "Vector units: nearest-neighbour distances of 128 floats with the widest vectors of this CPU.",
            .aliases = aliases,
            .demand = demand,
            .unavailable = unavailable,
            .prepare = prepare};
}

}  // namespace mimesys::stressor
