// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "trace/formats/csv/split.h"

#include "trace/formats/common/numbers.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace mimesys::trace::csv {
namespace {

// Where a field that starts with a quotation mark ends: behind the mark that a delimiter or the end follows. Without
// one the first mark is taken for a part of the text.
std::size_t endOfQuoted(std::string_view line, char delimiter) {
    for (std::size_t i = 1; i < line.size(); ++i) {
        if (line[i] != '"') {
            continue;
        }
        if (i + 1 < line.size() && line[i + 1] == '"') {
            ++i;
            continue;
        }
        std::size_t after = i + 1;
        while (delimiter != ' ' && after < line.size() && isBlank(line[after]) && line[after] != delimiter) {
            ++after;
        }
        const bool ends =
            after == line.size() || line[after] == delimiter || (delimiter == ' ' && isBlank(line[after]));
        if (ends) {
            return after;
        }
    }
    return std::string_view::npos;
}

std::string_view stripped(std::string_view field) {
    field = trimmed(field);
    if (field.size() >= 2 && field.front() == '"' && field.back() == '"') {
        field.remove_prefix(1);
        field.remove_suffix(1);
    }
    return field;
}

void splitAtBlanks(std::string_view line, Fields& fields) {
    for (line = trimmed(line); !line.empty(); line = trimmed(line)) {
        std::size_t end = line.front() == '"' ? endOfQuoted(line, ' ') : std::string_view::npos;
        if (end == std::string_view::npos) {
            end = static_cast<std::size_t>(std::ranges::find_if(line, isBlank) - line.begin());
        }
        fields.push_back(stripped(line.substr(0, end)));
        line.remove_prefix(end);
    }
}

}  // namespace

void split(std::string_view line, char delimiter, Fields& fields) {
    fields.clear();
    if (delimiter == ' ') {
        splitAtBlanks(line, fields);
        return;
    }
    for (;;) {
        std::size_t lead = 0;
        while (lead < line.size() && isBlank(line[lead]) && line[lead] != delimiter) {
            ++lead;
        }
        std::size_t end = std::string_view::npos;
        if (lead < line.size() && line[lead] == '"') {
            end = endOfQuoted(line.substr(lead), delimiter);
            end = end == std::string_view::npos ? end : end + lead;
        }
        if (end == std::string_view::npos) {
            end = std::min(line.find(delimiter), line.size());
        }
        fields.push_back(stripped(line.substr(0, end)));
        if (end >= line.size()) {
            return;
        }
        line.remove_prefix(end + 1);
    }
}

std::string unquoted(std::string_view field) {
    std::string result;
    for (std::size_t i = 0; i < field.size(); ++i) {
        if (field[i] == '"' && i + 1 < field.size() && field[i + 1] == '"') {
            ++i;
        }
        result += field[i];
    }
    return result;
}

bool hasUnbalancedQuote(std::string_view line) {
    return std::ranges::count(line, '"') % 2 != 0;
}

Nothing meansNothing(std::string_view field) {
    if (field.empty()) {
        return Nothing::Blank;
    }
    constexpr std::size_t kLongest = 7;
    if (field.size() > kLongest || isDigit(field.front())) {
        return Nothing::No;
    }
    constexpr std::array<std::string_view, 12> kWords{"na",  "n/a", "nan", "-nan", "null", "none",
                                                      "nil", "-",   "--",  "?",    ".",    "missing"};
    const std::string word = lowered(field);
    return std::ranges::find(kWords, word) != kWords.end() ? Nothing::Word : Nothing::No;
}

bool NumberParser::parse(std::string_view field, double& value) {
    if (m_decimalComma) {
        m_scratch.assign(field);
        std::ranges::replace(m_scratch, ',', '.');
        field = m_scratch;
    }
    if (field.starts_with('+')) {
        field.remove_prefix(1);
    }
    const char* end = field.data() + field.size();
    const auto [stop, error] = std::from_chars(field.data(), end, value);
    return error == std::errc{} && stop == end && !field.empty();
}

}  // namespace mimesys::trace::csv
