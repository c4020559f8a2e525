// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "stressor/crc32c.h"

#include <array>
#include <cstring>

#if defined(__x86_64__)
#include <nmmintrin.h>
#endif

namespace mimesys::stressor {
namespace {

constexpr std::uint32_t kPolynomial = 0x82f63b78;  // Castagnoli's, bits reversed

constexpr std::array<std::uint32_t, 256> byteTable() {
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t byte = 0; byte < table.size(); ++byte) {
        std::uint32_t crc = byte;
        for (int bit = 0; bit < 8; ++bit) {
            crc = (crc & 1) != 0 ? (crc >> 1) ^ kPolynomial : crc >> 1;
        }
        table[byte] = crc;
    }
    return table;
}

constexpr std::array<std::uint32_t, 256> kByteTable = byteTable();

std::uint32_t tableExtend(std::uint32_t crc, const std::byte* data, std::size_t bytes) {
    crc = ~crc;
    for (std::size_t i = 0; i < bytes; ++i) {
        crc = (crc >> 8) ^ kByteTable[(crc ^ std::to_integer<std::uint32_t>(data[i])) & 0xff];
    }
    return ~crc;
}

#if defined(__x86_64__)
// The instruction takes three cycles and one can be started in each, so three neighbouring lanes are summed at once.
constexpr std::size_t kLaneBytes = 128;
using ShiftTable = std::array<std::array<std::uint32_t, 256>, 4>;

// What a lane of zeros makes of a sum, by the bytes of the sum: it is linear in its bits, so that 32 of them tell all.
constexpr ShiftTable laneTable() {
    ShiftTable table{};
    for (std::size_t bit = 0; bit < 32; ++bit) {
        std::uint32_t crc = std::uint32_t{1} << bit;
        for (std::size_t i = 0; i < kLaneBytes; ++i) {
            crc = (crc >> 8) ^ kByteTable[crc & 0xff];
        }
        for (std::size_t byte = 0; byte < 256; ++byte) {
            if ((byte >> (bit % 8) & 1) != 0) {
                table[bit / 8][byte] ^= crc;
            }
        }
    }
    return table;
}

constexpr ShiftTable kLaneTable = laneTable();

std::uint32_t behindLane(std::uint64_t sum) {
    return kLaneTable[0][sum & 0xff] ^ kLaneTable[1][sum >> 8 & 0xff] ^ kLaneTable[2][sum >> 16 & 0xff] ^
           kLaneTable[3][sum >> 24 & 0xff];
}

std::uint64_t wordAt(const std::byte* data) {
    std::uint64_t word = 0;
    std::memcpy(&word, data, sizeof word);
    return word;
}

[[gnu::target("sse4.2")]] std::uint32_t sse42Extend(std::uint32_t crc, const std::byte* data, std::size_t bytes) {
    std::uint64_t sum = ~crc;
    for (; bytes >= 3 * kLaneBytes; bytes -= 3 * kLaneBytes, data += 3 * kLaneBytes) {
        std::uint64_t second = 0;
        std::uint64_t third = 0;
        for (std::size_t i = 0; i < kLaneBytes; i += 8) {
            sum = _mm_crc32_u64(sum, wordAt(data + i));
            second = _mm_crc32_u64(second, wordAt(data + kLaneBytes + i));
            third = _mm_crc32_u64(third, wordAt(data + 2 * kLaneBytes + i));
        }
        sum = behindLane(behindLane(sum) ^ second) ^ third;
    }
    for (; bytes >= 8; bytes -= 8, data += 8) {
        sum = _mm_crc32_u64(sum, wordAt(data));
    }
    auto rest = static_cast<std::uint32_t>(sum);
    for (; bytes > 0; --bytes, ++data) {
        rest = _mm_crc32_u8(rest, std::to_integer<unsigned char>(*data));
    }
    return ~rest;
}
#endif

}  // namespace

std::span<const Crc32cVariant> crc32cVariants() {
    static const std::array variants {
#if defined(__x86_64__)
        Crc32cVariant{"sse4.2", sse42Extend, __builtin_cpu_supports("sse4.2") != 0},
#endif
            Crc32cVariant{"table", tableExtend, true},
    };
    return variants;
}

}  // namespace mimesys::stressor
