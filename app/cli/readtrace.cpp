// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "readtrace.h"

#include "console.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

namespace mimesys::cli {

Cancellable<trace::ReadResult> readWithNotice(const std::filesystem::path& path, const std::stop_token& stop) {
    auto result = [&] {
        ProgressLine line;
        return trace::readTrace(path, stop, line.callback());
    }();
    if (result && *result) {
        const auto warnings = std::ranges::count((*result)->diagnostics, trace::Diagnostic::Severity::Warning,
                                                 &trace::Diagnostic::severity);
        if (warnings > 0) {
            fmt::print(stderr, "mimesys: {}: {} oddit{} noticed; `mimesys inspect` lists them.\n", path.string(),
                       warnings, warnings == 1 ? "y was" : "ies were");
        }
    }
    return result;
}

}  // namespace mimesys::cli
