// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "release/payload.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <bit>
#include <cstring>
#include <string_view>

namespace mimesys::release {
namespace {

static_assert(std::endian::native == std::endian::little, "workload files are little-endian");

constexpr std::uint32_t kVersion = 1;
constexpr std::string_view kMagic = "MIMESYSW";

// Where the trailer's fields stand.
constexpr std::size_t kRunnerAt = 0;
constexpr std::size_t kPayloadAt = 8;
constexpr std::size_t kChecksumAt = 16;
constexpr std::size_t kVersionAt = 32;
constexpr std::size_t kZeroAt = 36;
constexpr std::size_t kMagicAt = 40;
static_assert(kMagicAt + kMagic.size() == kTrailerBytes);

template <typename T>
void put(Trailer& trailer, std::size_t at, const T& value) {
    std::memcpy(trailer.data() + at, &value, sizeof value);
}

template <typename T>
T get(const Trailer& trailer, std::size_t at) {
    T value{};
    std::memcpy(&value, trailer.data() + at, sizeof value);
    return value;
}

XXH128_canonical_t checksum(std::span<const std::byte> frame) {
    XXH128_canonical_t canonical{};
    XXH128_canonicalFromHash(&canonical, XXH3_128bits(frame.data(), frame.size()));
    return canonical;
}

}  // namespace

Trailer makeTrailer(std::uint64_t runnerBytes, std::span<const std::byte> frame) {
    Trailer trailer{};
    put(trailer, kRunnerAt, runnerBytes);
    put(trailer, kPayloadAt, static_cast<std::uint64_t>(frame.size()));
    put(trailer, kChecksumAt, checksum(frame));
    put(trailer, kVersionAt, kVersion);
    put(trailer, kZeroAt, std::uint32_t{0});
    std::memcpy(trailer.data() + kMagicAt, kMagic.data(), kMagic.size());
    return trailer;
}

Expected<Lengths> readTrailer(const Trailer& trailer, std::uint64_t fileBytes, const std::string& place) {
    if (std::memcmp(trailer.data() + kMagicAt, kMagic.data(), kMagic.size()) != 0) {
        return badInput("The file carries no workload or is cut off; export or fetch it again.", place);
    }
    if (get<std::uint32_t>(trailer, kVersionAt) != kVersion || get<std::uint32_t>(trailer, kZeroAt) != 0) {
        return badInput("The workload is damaged or of a version this program does not know; export or fetch it again.",
                        place);
    }
    const Lengths lengths{.runnerBytes = get<std::uint64_t>(trailer, kRunnerAt),
                          .payloadBytes = get<std::uint64_t>(trailer, kPayloadAt)};
    const std::uint64_t before = fileBytes - kTrailerBytes;
    if (lengths.payloadBytes > before || lengths.runnerBytes != before - lengths.payloadBytes) {
        return badInput("The workload's length is not what it was exported with; export or fetch it again.", place);
    }
    return lengths;
}

bool checksumMatches(const Trailer& trailer, std::span<const std::byte> frame) {
    const XXH128_canonical_t actual = checksum(frame);
    return std::memcmp(trailer.data() + kChecksumAt, &actual, sizeof actual) == 0;
}

}  // namespace mimesys::release
