// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace mimesys::stressor {

// CRC32C (Castagnoli, RFC 3720 appendix B.4): the checksum of what was summed up to `crc` followed by these bytes; 0 is
// the checksum of nothing.
using Crc32cExtend = std::uint32_t (*)(std::uint32_t crc, const std::byte* data, std::size_t bytes);

struct Crc32cVariant {
    std::string_view name;
    Crc32cExtend extend = nullptr;
    bool supported = false;  // by the CPU this runs on
};

// Fastest first; the last, without special instructions, is always supported.
[[nodiscard]] std::span<const Crc32cVariant> crc32cVariants();

}  // namespace mimesys::stressor
