// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "stressor/distance.h"

#include <array>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace mimesys::stressor {
namespace {

float baselineDistance(const float* a, const float* b, std::size_t dimensions) {
    // Eight independent sums let the compiler use whatever vectors the baseline has.
    std::array<float, 8> sums{};
    for (std::size_t i = 0; i < dimensions; i += sums.size()) {
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
[[gnu::target("avx2,fma")]] float avx2Distance(const float* a, const float* b, std::size_t dimensions) {
    __m256 even = _mm256_setzero_ps();
    __m256 odd = _mm256_setzero_ps();
    for (std::size_t i = 0; i < dimensions; i += 16) {
        const __m256 first = _mm256_sub_ps(_mm256_loadu_ps(a + i), _mm256_loadu_ps(b + i));
        const __m256 second = _mm256_sub_ps(_mm256_loadu_ps(a + i + 8), _mm256_loadu_ps(b + i + 8));
        even = _mm256_fmadd_ps(first, first, even);
        odd = _mm256_fmadd_ps(second, second, odd);
    }
    std::array<float, 8> lanes{};
    _mm256_storeu_ps(lanes.data(), _mm256_add_ps(even, odd));
    return ((lanes[0] + lanes[1]) + (lanes[2] + lanes[3])) + ((lanes[4] + lanes[5]) + (lanes[6] + lanes[7]));
}

[[gnu::target("avx512f")]] float avx512Distance(const float* a, const float* b, std::size_t dimensions) {
    __m512 even = _mm512_setzero_ps();
    __m512 odd = _mm512_setzero_ps();
    for (std::size_t i = 0; i < dimensions; i += 32) {
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

}  // namespace

std::span<const DistanceVariant> distanceVariants() {
    // The processor is asked itself: a container without /proc knows no feature list.
    static const std::array variants {
#if defined(__x86_64__)
        DistanceVariant{"avx512f", avx512Distance, __builtin_cpu_supports("avx512f") != 0},
            DistanceVariant{"avx2", avx2Distance,
                            __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("fma") != 0},
#endif
            DistanceVariant{"baseline", baselineDistance, true},
    };
    return variants;
}

}  // namespace mimesys::stressor
