// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/random.h"
#include "stressor/cards.h"
#include "stressor/crc32c.h"
#include "stressor/workingset.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace mimesys::stressor {
namespace {

constexpr std::size_t kLine = 64;
// Checksummed messages are mostly short; these lengths take turns.
constexpr std::array<std::size_t, 8> kLengths{16, 32, 64, 128, 256, 512, 1024, 2048};
constexpr int kTurnsPerPoll = 8;  // 32 KiB: 4 to 30 µs, by the cache it comes from

enum class Chain { EachAnew, Continued };

// Checksums of pieces of a text. Their places step through the text by its golden section, so that every line is a
// start once before any is again and no prefetcher can guess the next: a text larger than a cache misses it.
class Checksum final : public Body {
public:
    Checksum(Buffer text, Chain chain, Crc32cExtend extend)
        : m_text(std::move(text)),
          m_lines((m_text.size() - kLengths.back()) / kLine),
          m_step(static_cast<std::size_t>(static_cast<double>(m_lines) * 0.618)),
          m_chain(chain),
          m_extend(extend) {
        while (std::gcd(m_step, m_lines) != 1) {
            ++m_step;
        }
    }

    void run(Interrupt& interrupt) override {
        while (!interrupt.due()) {
            for (int turn = 0; turn < kTurnsPerPoll; ++turn) {
                for (const std::size_t length : kLengths) {
                    const std::uint32_t before = m_chain == Chain::Continued ? m_crc : 0;
                    m_crc = m_extend(before, m_text.data() + m_line * kLine, length);
                    keep(&m_crc);
                    m_line = (m_line + m_step) % m_lines;
                }
            }
        }
    }

private:
    Buffer m_text;
    std::size_t m_lines;
    std::size_t m_step;
    Chain m_chain;
    Crc32cExtend m_extend;
    std::size_t m_line = 0;
    std::uint32_t m_crc = 0;
};

Expected<std::unique_ptr<Body>> prepareText(std::int64_t bytes, Chain chain, std::uint64_t seed) {
    Expected<Buffer> text = Buffer::allocate(static_cast<std::size_t>(bytes));
    if (!text) {
        return tl::unexpected(text.error());
    }
    Random random(seed);
    std::ranges::generate(text->as<std::uint64_t>(), [&] { return random.next(); });
    const auto fastest = std::ranges::find(crc32cVariants(), true, &Crc32cVariant::supported);
    return std::make_unique<Checksum>(std::move(*text), chain, fastest->extend);
}

Demand coldDemand(const machine::Machine& machine) {
    return {.memoryBytes = beyondCachesBytes(machine), .workingSetBytes = beyondCachesBytes(machine)};
}

template <Chain chain>
Expected<std::unique_ptr<Body>> prepareCold(const Preparation& preparation) {
    return prepareText(beyondCachesBytes(preparation.machine), chain, preparation.seed);
}

template <std::int64_t mebibytes>
Demand fixedDemand(const machine::Machine& /*machine*/) {
    return {.memoryBytes = mebibytes << 20, .workingSetBytes = mebibytes << 20};
}

template <std::int64_t mebibytes>
Expected<std::unique_ptr<Body>> prepareFixed(const Preparation& preparation) {
    return prepareText(mebibytes << 20, Chain::Continued, preparation.seed);
}

}  // namespace

Card crc32cExtend16mCard() {
    static constexpr std::array<std::string_view, 1> aliases{"BM_HASHING_Extendcrc32c_Fleet_L3_16MB"};
    return {.name = "crc32c-extend-16m",
            .stressorClass = Class::Cache,
            .accounting = Accounting::CpuTime,
            .loads = "Last-level cache: chained CRC32C of 16 to 2048 bytes all over a text of 16 MiB.",
            .aliases = aliases,
            .demand = fixedDemand<16>,
            .unavailable = alwaysAvailable,
            .prepare = prepareFixed<16>};
}

Card crc32cComputeColdCard() {
    static constexpr std::array<std::string_view, 2> aliases{"BM_HASHING_Computecrc32c_Fleet_cold",
                                                             "Computecrc32c_Fleet_cold"};
    return {.name = "crc32c-compute-cold",
            .stressorClass = Class::Memory,
            .accounting = Accounting::CpuTime,
            .loads = "Memory latency: CRC32C of 16 to 2048 bytes at places beyond this CPU's share of every cache.",
            .aliases = aliases,
            .demand = coldDemand,
            .unavailable = alwaysAvailable,
            .prepare = prepareCold<Chain::EachAnew>};
}

Card crc32cExtendColdCard() {
    static constexpr std::array<std::string_view, 1> aliases{"Extendcrc32cinternal_Fleet_cold"};
    return {.name = "crc32c-extend-cold",
            .stressorClass = Class::Memory,
            .accounting = Accounting::CpuTime,
            .loads = "Memory latency, one access after the other: chained CRC32C at places beyond every cache's share.",
            .aliases = aliases,
            .demand = coldDemand,
            .unavailable = alwaysAvailable,
            .prepare = prepareCold<Chain::Continued>};
}

Card crc32cExtend256mCard() {
    return {.name = "crc32c-extend-256m",
            .stressorClass = Class::Memory,
            .accounting = Accounting::CpuTime,
            .loads = "Memory latency and page tables: chained CRC32C all over a text of 256 MiB.",
            .demand = fixedDemand<256>,
            .unavailable = alwaysAvailable,
            .prepare = prepareFixed<256>};
}

}  // namespace mimesys::stressor
