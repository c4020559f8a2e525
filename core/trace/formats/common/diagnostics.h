// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "trace/read.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mimesys::trace {

// Collects what a reader notices. After 10,000 of one kind only their number is kept, so that a file of nothing but
// oddities does not fill the memory.
class Diagnostics {
public:
    void note(std::string_view code, std::string message, std::int64_t line = 0) {
        add(Diagnostic::Severity::Note, code, std::move(message), line);
    }
    void warn(std::string_view code, std::string message, std::int64_t line = 0) {
        add(Diagnostic::Severity::Warning, code, std::move(message), line);
    }

    // The time of the sample that is being read: what is noticed from now on concerns it.
    void at(std::optional<std::int64_t> timeNs) { m_timeNs = timeNs; }

    // All of them in order of lines, those of the whole file first.
    [[nodiscard]] std::vector<Diagnostic> take();

private:
    void add(Diagnostic::Severity severity, std::string_view code, std::string message, std::int64_t line);

    std::vector<Diagnostic> m_all;
    std::optional<std::int64_t> m_timeNs;
    std::map<std::string, std::int64_t, std::less<>> m_counts;
};

}  // namespace mimesys::trace
