// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "stressor/cards.h"
#include "stressor/workingset.h"

#include <cstdint>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace mimesys::stressor {
namespace {

constexpr std::size_t kBytesPerPoll = 64 * 1024;  // about 10 µs
constexpr std::int64_t kStoreBytes = 32 << 20;

// One of them works on kBytesPerPoll bytes; the value is what is stored, or what was loaded is folded into it.
using Pass = void (*)(std::byte* memory, std::uint64_t& value);

#if defined(__x86_64__)
std::string available(const machine::Machine& /*machine*/, const std::filesystem::path& /*scratch*/) {
    return {};
}

// Around the caches: the lines are not read before they are written. The fence ends it with the stores done.
[[gnu::target("avx2")]] void storeAvx2(std::byte* memory, std::uint64_t& value) {
    const __m256i word = _mm256_set1_epi64x(static_cast<long long>(++value));
    for (std::size_t i = 0; i < kBytesPerPoll; i += sizeof word) {
        _mm256_stream_si256(static_cast<__m256i*>(static_cast<void*>(memory + i)), word);
    }
    _mm_sfence();
}

void storeSse2(std::byte* memory, std::uint64_t& value) {
    const __m128i word = _mm_set1_epi64x(static_cast<long long>(++value));
    for (std::size_t i = 0; i < kBytesPerPoll; i += sizeof word) {
        _mm_stream_si128(static_cast<__m128i*>(static_cast<void*>(memory + i)), word);
    }
    _mm_sfence();
}

// On ordinary memory a streaming load is a hint at best, so each line is fetched beforehand as one not to be kept.
constexpr std::size_t kAhead = 1024;
constexpr std::size_t kLine = 64;

[[gnu::target("avx2")]] void loadAvx2(std::byte* memory, std::uint64_t& value) {
    __m256i all = _mm256_setzero_si256();
    for (std::size_t i = 0; i < kBytesPerPoll; i += kLine) {
        _mm_prefetch(memory + i + kAhead, _MM_HINT_NTA);
        const auto* line = static_cast<const __m256i*>(static_cast<const void*>(memory + i));
        all = _mm256_xor_si256(all, _mm256_stream_load_si256(line));
        all = _mm256_xor_si256(all, _mm256_stream_load_si256(line + 1));
    }
    value ^= static_cast<std::uint64_t>(_mm256_extract_epi64(all, 0));
}

void loadSse2(std::byte* memory, std::uint64_t& value) {
    __m128i all = _mm_setzero_si128();
    for (std::size_t i = 0; i < kBytesPerPoll; i += kLine) {
        _mm_prefetch(memory + i + kAhead, _MM_HINT_NTA);
        const auto* line = static_cast<const __m128i*>(static_cast<const void*>(memory + i));
        for (std::size_t part = 0; part < kLine / sizeof all; ++part) {
            all = _mm_xor_si128(all, _mm_load_si128(line + part));
        }
    }
    value ^= static_cast<std::uint64_t>(_mm_cvtsi128_si64(all));
}

Pass storePass() {
    return __builtin_cpu_supports("avx2") != 0 ? storeAvx2 : storeSse2;
}
Pass loadPass() {
    return __builtin_cpu_supports("avx2") != 0 ? loadAvx2 : loadSse2;
}
#else
std::string available(const machine::Machine& /*machine*/, const std::filesystem::path& /*scratch*/) {
    return "Non-temporal stores and loads are written for x86-64 processors only.";
}
Pass storePass() {
    return nullptr;
}
Pass loadPass() {
    return nullptr;
}
#endif

class NonTemporal final : public Body {
public:
    NonTemporal(Buffer memory, Pass pass) : m_memory(std::move(memory)), m_pass(pass) {}

    void run(Interrupt& interrupt) override {
        while (!interrupt.due()) {
            m_pass(m_memory.data() + m_next, m_value);
            keep(&m_value);
            keep(m_memory.data());
            m_next = m_next + 2 * kBytesPerPoll <= m_memory.size() ? m_next + kBytesPerPoll : 0;
        }
    }

private:
    Buffer m_memory;
    Pass m_pass;
    std::size_t m_next = 0;
    std::uint64_t m_value = 0;
};

Expected<std::unique_ptr<Body>> make(std::int64_t bytes, Pass pass, const machine::Machine& machine) {
    if (pass == nullptr) {
        return unavailable(available(machine, {}));
    }
    Expected<Buffer> memory = Buffer::allocate(static_cast<std::size_t>(bytes));
    if (!memory) {
        return tl::unexpected(memory.error());
    }
    return std::make_unique<NonTemporal>(std::move(*memory), pass);
}

Demand storeDemand(const machine::Machine& /*machine*/) {
    return {.memoryBytes = kStoreBytes, .workingSetBytes = kStoreBytes};
}

Expected<std::unique_ptr<Body>> prepareStore(const Preparation& preparation) {
    return make(kStoreBytes, storePass(), preparation.machine);
}

Demand loadDemand(const machine::Machine& machine) {
    return {.memoryBytes = beyondCachesBytes(machine), .workingSetBytes = beyondCachesBytes(machine)};
}

Expected<std::unique_ptr<Body>> prepareLoad(const Preparation& preparation) {
    return make(beyondCachesBytes(preparation.machine), loadPass(), preparation.machine);
}

}  // namespace

Card ntStoreCard() {
    return {.name = "nt-store",
            .stressorClass = Class::Memory,
            .accounting = Accounting::CpuTime,
            .loads = "Memory bandwidth, writing only: stores around the caches.",
            .response = "Memory bandwidth flattens when several CPUs run it: a few saturate the memory channels.",
            .demand = storeDemand,
            .unavailable = available,
            .prepare = prepareStore};
}

Card ntLoadCard() {
    return {.name = "nt-load",
            .stressorClass = Class::Memory,
            .accounting = Accounting::CpuTime,
            .loads = "Memory bandwidth, reading only: streaming loads of memory beyond the last-level cache's share.",
            .response = "Memory bandwidth flattens when several CPUs run it: a few saturate the memory channels.",
            .demand = loadDemand,
            .unavailable = available,
            .prepare = prepareLoad};
}

}  // namespace mimesys::stressor
