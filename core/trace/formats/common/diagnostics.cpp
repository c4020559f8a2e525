// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "trace/formats/common/diagnostics.h"

#include <fmt/format.h>

#include <algorithm>

namespace mimesys::trace {
namespace {

constexpr std::int64_t kMostOfOneKind = 10'000;

}  // namespace

void Diagnostics::add(Diagnostic::Severity severity, std::string_view code, std::string message, std::int64_t line) {
    auto count = m_counts.find(code);
    if (count == m_counts.end()) {
        count = m_counts.emplace(code, 0).first;
    }
    if (++count->second <= kMostOfOneKind) {
        // Messages quote the file, and nothing in it shall steer a terminal.
        std::ranges::replace_if(
            message, [](char c) { return (c >= 0 && c < ' ') || c == '\x7f'; }, '?');
        m_all.push_back({severity, std::string(code), std::move(message), line, m_timeNs});
    }
}

std::vector<Diagnostic> Diagnostics::take() {
    for (const auto& [code, count] : m_counts) {
        if (count > kMostOfOneKind) {
            m_all.push_back({Diagnostic::Severity::Warning, code,
                             fmt::format("There are {} more of this kind.", count - kMostOfOneKind), 0});
        }
    }
    m_counts.clear();
    std::ranges::stable_sort(m_all, {}, &Diagnostic::line);
    return std::move(m_all);
}

}  // namespace mimesys::trace
