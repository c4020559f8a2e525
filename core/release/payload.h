// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "release/workload.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace mimesys::release {

// The payload as bytes, and the trailer that ends a workload file. All numbers are little-endian.

// Header text longer than this is damage or an attack.
inline constexpr std::size_t kMostHeaderBytes = std::size_t{16} << 20;

// The zstd frame of a payload. Failed when there is not enough memory.
[[nodiscard]] Expected<std::vector<std::byte>> encodePayload(const Payload& payload);
// Nothing is allocated beyond what the frame announces, and that only when it agrees with the plan's shape and the plan
// with the bounds of plan.h. The plan is validated. BadInput with `place` when something is wrong.
[[nodiscard]] Expected<Payload> decodePayload(std::span<const std::byte> frame, const std::string& place);

// u64 runner bytes, u64 payload bytes, XXH3-128 of the payload (canonical), u32 version, u32 zero, 8 bytes magic.
inline constexpr std::size_t kTrailerBytes = 48;
using Trailer = std::array<std::byte, kTrailerBytes>;
[[nodiscard]] Trailer makeTrailer(std::uint64_t runnerBytes, std::span<const std::byte> frame);

struct Lengths {
    std::uint64_t runnerBytes = 0;
    std::uint64_t payloadBytes = 0;
};
// Checks everything but the checksum: magic, version, and that the lengths add up to the file's.
[[nodiscard]] Expected<Lengths> readTrailer(const Trailer& trailer, std::uint64_t fileBytes, const std::string& place);
[[nodiscard]] bool checksumMatches(const Trailer& trailer, std::span<const std::byte> frame);

}  // namespace mimesys::release
