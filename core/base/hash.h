// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include <concepts>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace mimesys {

// XXH3 over a sequence of values that are told apart by their lengths.
class Hash {
public:
    Hash& add(std::string_view text) { return addBytes(text.data(), text.size()); }
    template <typename T>
    Hash& add(std::span<const T> values) {
        return addBytes(values.data(), values.size_bytes());
    }
    template <typename T>
    requires std::is_arithmetic_v<T> Hash& add(T value) { return addBytes(&value, sizeof value); }
    [[nodiscard]] std::uint64_t value() const { return m_value; }
    [[nodiscard]] std::string text() const { return fmt::format("{:016x}", m_value); }

private:
    Hash& addBytes(const void* bytes, std::size_t size) {
        const std::uint64_t content = XXH3_64bits_withSeed(bytes, size, m_value);
        m_value = XXH3_64bits_withSeed(&size, sizeof size, content);
        return *this;
    }
    std::uint64_t m_value = 0;
};

}  // namespace mimesys
