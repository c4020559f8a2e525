// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace mimesys::trace {

[[nodiscard]] constexpr bool isBlank(char c) {
    return c == ' ' || c == '\t';
}
[[nodiscard]] constexpr bool isDigit(char c) {
    return c >= '0' && c <= '9';
}
[[nodiscard]] std::string_view trimmed(std::string_view text);
[[nodiscard]] std::string lowered(std::string_view text);

// Takes the next word off the front of `text`; empty when there is none.
[[nodiscard]] std::string_view takeWord(std::string_view& text);

// The whole of `text` as a number; surrounding blanks and a leading plus sign are fine, anything else is not.
[[nodiscard]] std::optional<double> parseDouble(std::string_view text);
[[nodiscard]] std::optional<float> parseFloat(std::string_view text);
[[nodiscard]] std::optional<std::int64_t> parseInteger(std::string_view text);

// Times beyond this (2096, and as far before 1970) are refused, so that differences of times cannot overflow.
inline constexpr std::int64_t kFarthestNs = 4'000'000'000'000'000'000;

// A decimal number of units as nanoseconds, exactly ("1764549114.751583" with a unit of 1e9 ns); empty when it is no
// number or beyond kFarthestNs.
[[nodiscard]] std::optional<std::int64_t> parseNanoseconds(std::string_view text, std::int64_t unitNs);

}  // namespace mimesys::trace
