// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "trace/formats/common/numbers.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>

namespace mimesys::trace {
namespace {

template <typename T>
std::optional<T> parseWhole(std::string_view text) {
    text = trimmed(text);
    if (text.starts_with('+')) {
        text.remove_prefix(1);
    }
    T value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) {
        return std::nullopt;
    }
    return value;
}

std::optional<std::int64_t> fromDouble(std::string_view text, std::int64_t unitNs) {
    const auto value = parseWhole<double>(text);
    const double scaled = value.value_or(std::nan("")) * static_cast<double>(unitNs);
    if (!(std::abs(scaled) < static_cast<double>(kFarthestNs))) {
        return std::nullopt;
    }
    return std::llround(scaled);
}

}  // namespace

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && isBlank(text.front())) {
        text.remove_prefix(1);
    }
    while (!text.empty() && isBlank(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}

std::string lowered(std::string_view text) {
    std::string result(text);
    std::ranges::transform(result, result.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return result;
}

std::string_view takeWord(std::string_view& text) {
    const auto begin = std::ranges::find_if_not(text, isBlank);
    const auto end = std::find_if(begin, text.end(), isBlank);
    const std::string_view word(begin, end);
    text.remove_prefix(static_cast<std::size_t>(end - text.begin()));
    return word;
}

std::optional<double> parseDouble(std::string_view text) {
    return parseWhole<double>(text);
}
std::optional<float> parseFloat(std::string_view text) {
    return parseWhole<float>(text);
}
std::optional<std::int64_t> parseInteger(std::string_view text) {
    return parseWhole<std::int64_t>(text);
}

std::optional<std::int64_t> parseNanoseconds(std::string_view text, std::int64_t unitNs) {
    text = trimmed(text);
    if (text.find_first_of("eE") != std::string_view::npos) {
        return fromDouble(text, unitNs);
    }
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+')) {
        text.remove_prefix(1);
    }
    // Whole units, and the part after the point in billionths; digits beyond those are cut off.
    std::int64_t units = 0;
    std::int64_t billionths = 0;
    std::int64_t place = 1'000'000'000;
    bool afterPoint = false;
    bool anyDigit = false;
    for (const char c : text) {
        if (c == '.' && !afterPoint) {
            afterPoint = true;
            continue;
        }
        if (!isDigit(c)) {
            return std::nullopt;
        }
        anyDigit = true;
        const std::int64_t digit = c - '0';
        if (afterPoint) {
            place /= 10;
            billionths += place * digit;
        } else if (__builtin_mul_overflow(units, 10, &units) || __builtin_add_overflow(units, digit, &units)) {
            return std::nullopt;
        }
    }
    std::int64_t total = 0;
    if (!anyDigit || __builtin_mul_overflow(units, unitNs, &total) ||
        __builtin_add_overflow(total, billionths * unitNs / 1'000'000'000, &total)) {
        return std::nullopt;
    }
    if (total > kFarthestNs) {
        return std::nullopt;
    }
    return negative ? -total : total;
}

}  // namespace mimesys::trace
