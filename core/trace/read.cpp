// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "trace/read.h"

#include "base/clock.h"
#include "trace/formats/format.h"

#include <fmt/format.h>

#include <array>

namespace mimesys::trace {
namespace {

constexpr std::int64_t kTellEveryNs = 200'000'000;

// In order of how sure their recognition is.
constexpr std::array kTextFormats{&kHpcPerfStatsFormat, &kPqosFormat, &kCsvFormat};

tl::unexpected<Error> noTrace(std::string_view what, const std::filesystem::path& path) {
    return badInput(fmt::format("This is no trace: the file is {}; known are HPCPerfStats text, pqos logs, CSV with a "
                                "header line and this program's HDF5.",
                                what),
                    path.string());
}

}  // namespace

bool Pace::look() {
    m_blocks = m_input.lines.blocksRead();
    if (m_input.stop.stop_requested()) {
        return false;
    }
    const std::int64_t now = monotonicNs();
    if (m_input.progress && now - m_lastToldNs >= kTellEveryNs) {
        m_lastToldNs = now;
        m_input.progress({m_input.lines.fractionRead(), fmt::format("Reading {}", m_input.path.filename().string())});
    }
    return true;
}

Cancellable<ReadResult> readTrace(const std::filesystem::path& path, std::stop_token stop,
                                  const ProgressCallback& progress) {
    auto lines = LineReader::open(path);
    if (!lines) {
        return tl::unexpected(lines.error());
    }
    Input input{path, *lines, std::move(stop), progress};
    if (kHdf5Format.sniff(lines->head())) {
        return kHdf5Format.read(input);
    }
    if (lines->head().find('\0') != std::string_view::npos) {
        return noTrace("binary", path);
    }
    for (const Format* format : kTextFormats) {
        if (format->sniff(lines->head())) {
            return format->read(input);
        }
    }
    return noTrace("text in no known format", path);
}

}  // namespace mimesys::trace
