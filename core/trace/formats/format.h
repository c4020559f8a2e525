// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "base/progress.h"
#include "trace/formats/common/lines.h"
#include "trace/read.h"

#include <filesystem>
#include <stop_token>
#include <string_view>

namespace mimesys::trace {

struct Input {
    const std::filesystem::path& path;
    LineReader& lines;  // at the start of the file
    std::stop_token stop;
    const ProgressCallback& progress;
};

// What one trace format consists of. sniff() sees the first bytes of the (unpacked) file; the first format of the table
// in read.cpp that says yes reads it.
struct Format {
    std::string_view name;
    bool (*sniff)(std::string_view head);
    Cancellable<ReadResult> (*read)(Input& input);
};

extern const Format kHpcPerfStatsFormat;
extern const Format kPqosFormat;
extern const Format kCsvFormat;
extern const Format kHdf5Format;

// Looks at the stop token and tells the progress, as often as blocks are read.
class Pace {
public:
    explicit Pace(Input& input) : m_input(input), m_lastToldNs(monotonicNs()) {}
    // False when the reading is to be given up.
    [[nodiscard]] bool goOn() { return m_input.lines.blocksRead() == m_blocks || look(); }

private:
    [[nodiscard]] bool look();
    Input& m_input;
    std::int64_t m_blocks = -1;
    std::int64_t m_lastToldNs;  // nothing is told of a file that is read in no time
};

}  // namespace mimesys::trace
