// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "base/progress.h"
#include "trace/trace.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace mimesys::trace {

// Something in a file that a reader noticed; nothing is mended without one.
struct Diagnostic {
    enum class Severity { Note, Warning };
    Severity severity = Severity::Warning;
    std::string code;       // stable: "duplicate-time", "counter-reset", "gap", …
    std::string message;    // one sentence
    std::int64_t line = 0;  // 1-based line of the (uncompressed) file; 0 when it concerns the whole file
    std::optional<std::int64_t> timeNs = {};  // since the epoch, of the sample it concerns; empty when of none
};

struct ReadResult {
    TracePtr trace;
    std::string format;  // "hpcperfstats", "pqos", "csv", "hdf5"
    std::vector<Diagnostic> diagnostics;
};

// Reads any known format, recognised by content rather than by name; gzip is unpacked on the way.
// BadInput with one sentence when the file is no trace, is truncated or binary.
[[nodiscard]] Cancellable<ReadResult> readTrace(const std::filesystem::path& path, std::stop_token stop = {},
                                                const ProgressCallback& progress = {});

}  // namespace mimesys::trace
