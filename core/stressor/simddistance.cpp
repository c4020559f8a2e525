// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/random.h"
#include "stressor/cards.h"
#include "stressor/workingset.h"

#include <array>
#include <cstddef>
#include <limits>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace mimesys::stressor {
namespace {

// Nearest-neighbour search as vector databases do it: squared Euclidean distance of a query to every vector of a
// small block that stays in the first-level cache, so that the vector units are the limit.
constexpr std::size_t kDimensions = 128;
constexpr std::size_t kVectors = 32;
constexpr int kQueriesPerPoll = 32;  // 32 × 32 distances: about 20 µs

using Distance = float (*)(const float* a, const float* b);

float baselineDistance(const float* a, const float* b) {
    // Eight independent sums let the compiler use whatever vectors the baseline has.
    std::array<float, 8> sums{};
    for (std::size_t i = 0; i < kDimensions; i += sums.size()) {
        for (std::size_t lane = 0; lane < sums.size(); ++lane) {
            const float difference = a[i + lane] - b[i + lane];
            sums[lane] += difference * difference;
        }
    }
    float total = 0.0F;
    for (const float sum : sums) {
        total += sum;
    }
    return total;
}

#if defined(__x86_64__)
[[gnu::target("avx2,fma")]] float avx2Distance(const float* a, const float* b) {
    __m256 even = _mm256_setzero_ps();
    __m256 odd = _mm256_setzero_ps();
    for (std::size_t i = 0; i < kDimensions; i += 16) {
        const __m256 first = _mm256_sub_ps(_mm256_loadu_ps(a + i), _mm256_loadu_ps(b + i));
        const __m256 second = _mm256_sub_ps(_mm256_loadu_ps(a + i + 8), _mm256_loadu_ps(b + i + 8));
        even = _mm256_fmadd_ps(first, first, even);
        odd = _mm256_fmadd_ps(second, second, odd);
    }
    std::array<float, 8> lanes{};
    _mm256_storeu_ps(lanes.data(), _mm256_add_ps(even, odd));
    return ((lanes[0] + lanes[1]) + (lanes[2] + lanes[3])) + ((lanes[4] + lanes[5]) + (lanes[6] + lanes[7]));
}

[[gnu::target("avx512f")]] float avx512Distance(const float* a, const float* b) {
    __m512 even = _mm512_setzero_ps();
    __m512 odd = _mm512_setzero_ps();
    for (std::size_t i = 0; i < kDimensions; i += 32) {
        const __m512 first = _mm512_sub_ps(_mm512_loadu_ps(a + i), _mm512_loadu_ps(b + i));
        const __m512 second = _mm512_sub_ps(_mm512_loadu_ps(a + i + 16), _mm512_loadu_ps(b + i + 16));
        even = _mm512_fmadd_ps(first, first, even);
        odd = _mm512_fmadd_ps(second, second, odd);
    }
    std::array<float, 16> lanes{};
    _mm512_storeu_ps(lanes.data(), _mm512_add_ps(even, odd));
    float total = 0.0F;
    for (std::size_t i = 0; i < lanes.size(); i += 4) {
        total += (lanes[i] + lanes[i + 1]) + (lanes[i + 2] + lanes[i + 3]);
    }
    return total;
}
#endif

// The processor is asked itself: a container without /proc knows no feature list.
Distance bestDistance() {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512f") != 0) {
        return avx512Distance;
    }
    if (__builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("fma") != 0) {
        return avx2Distance;
    }
#endif
    return baselineDistance;
}

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
    return std::make_unique<SimdDistance>(std::move(*vectors), bestDistance());
}

}  // namespace

Card simdDistanceCard() {
    return {.name = "simd-distance",
            .stressorClass = Class::Compute,
            .accounting = Accounting::CpuTime,
            .loads = "Vector units: nearest-neighbour distances of 128 floats with the widest vectors of this CPU.",
            .demand = demand,
            .unavailable = unavailable,
            .prepare = prepare};
}

}  // namespace mimesys::stressor
