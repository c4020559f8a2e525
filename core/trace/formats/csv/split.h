// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace mimesys::trace::csv {

// How the fields of a line are told apart.
struct Dialect {
    char delimiter = ',';       // ' ' stands for any run of blanks
    bool decimalComma = false;  // "1,5" is one and a half
    bool operator==(const Dialect&) const = default;
};

using Fields = std::vector<std::string_view>;

// The fields of a line, without blanks and quotation marks around them; a doubled quotation mark inside stays doubled.
void split(std::string_view line, char delimiter, Fields& fields);

// "a ""b""" as a name: a "b".
[[nodiscard]] std::string unquoted(std::string_view field);

[[nodiscard]] bool hasUnbalancedQuote(std::string_view line);

// What stands for "there is no value": blank, NA, NaN, null, none, -, and so on.
enum class Nothing { No, Blank, Word };
[[nodiscard]] Nothing meansNothing(std::string_view field);

// A field as a number under the dialect.
class NumberParser {
public:
    explicit NumberParser(const Dialect& dialect) : m_decimalComma(dialect.decimalComma) {}
    [[nodiscard]] bool parse(std::string_view field, double& value);

private:
    bool m_decimalComma;
    std::string m_scratch;
};

}  // namespace mimesys::trace::csv
