// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"

#include <memory>
#include <string>
#include <string_view>

namespace mimesys::testrun {

// What is compared between runs: a number that the command prints, or the time it takes.
struct Measure {
    enum class Better { Lower, Higher };  // latency or time; throughput

    // ECMAScript regular expression with one group (further ones as (?:…)), matched line by line; of several matches
    // the last counts, and of a line its first 4,096 characters. Empty: the command's time from start to end, in
    // seconds, of which less is better.
    std::string pattern;
    Better better = Better::Lower;
    std::string unit = "s";

    [[nodiscard]] bool isTime() const { return pattern.empty(); }
    bool operator==(const Measure&) const = default;
};

// A measure's pattern, ready to be used.
class Reading {
public:
    // BadInput for a pattern that is none, or has not exactly one group.
    [[nodiscard]] static Expected<Reading> of(const Measure& measure);
    // The number in a command's output. Failed, with what the command printed last, when there is none.
    [[nodiscard]] Expected<double> valueIn(const std::string& output, const std::string& lastLine) const;

private:
    struct Compiled;
    std::string m_pattern;
    std::shared_ptr<const Compiled> m_compiled;
};

}  // namespace mimesys::testrun
