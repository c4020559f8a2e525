// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "testrun/measure.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <optional>
#include <regex>
#include <sstream>

namespace mimesys::testrun {
namespace {

// The standard library matches by recursion, a frame per character.
constexpr std::size_t kLongestLine = 4096;

std::optional<double> numberOf(const std::string& text) {
    double value = 0.0;
    const char* const end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, value);
    return error == std::errc() && rest == end && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

}  // namespace

struct Reading::Compiled {
    std::regex regex;
};

Expected<Reading> Reading::of(const Measure& measure) {
    Reading reading;
    reading.m_pattern = measure.pattern;
    auto compiled = std::make_shared<Compiled>();
    try {
        compiled->regex = std::regex(measure.pattern, std::regex::ECMAScript);
    } catch (const std::regex_error& error) {
        return badInput(
            fmt::format("The pattern \"{}\" is no regular expression ({}).", measure.pattern, error.what()));
    }
    if (compiled->regex.mark_count() != 1) {
        return badInput(fmt::format(
            "The pattern \"{}\" has {} groups; put the number, and only the number, into one pair of parentheses, "
            "such as \"([0-9.]+) requests/s\", and write (?:…) for others.",
            measure.pattern, compiled->regex.mark_count()));
    }
    reading.m_compiled = std::move(compiled);
    return reading;
}

Expected<double> Reading::valueIn(const std::string& output, const std::string& lastLine) const {
    std::optional<std::string> captured;
    std::istringstream lines(output);
    for (std::string line; std::getline(lines, line);) {
        line.resize(std::min(line.size(), kLongestLine));
        for (std::sregex_iterator match(line.begin(), line.end(), m_compiled->regex), end; match != end; ++match) {
            captured = (*match)[1].str();
        }
    }
    if (!captured) {
        return failed(
            lastLine.empty()
                ? fmt::format("The command printed nothing, so that the pattern \"{}\" found no number.", m_pattern)
                : fmt::format("No line of the command's output matches the pattern \"{}\"; the last one is \"{}\".",
                              m_pattern, lastLine));
    }
    const std::optional<double> value = numberOf(*captured);
    if (!value || *value < 0.0) {
        return failed(
            fmt::format("What the pattern \"{}\" found, \"{}\", is no number of 0 or more.", m_pattern, *captured));
    }
    return *value;
}

}  // namespace mimesys::testrun
