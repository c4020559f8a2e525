// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "trace/formats/common/bytesource.h"

#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace mimesys::trace {

// The lines of a text file, without their ends ("\n" or "\r\n") and without a byte order mark. A line is a view into
// one buffer and holds until the next call of next(). Zero bytes and lines beyond 16 MiB end the reading with an error:
// no text trace has them, and a hostile file would otherwise fill the memory.
class LineReader {
public:
    [[nodiscard]] static Expected<LineReader> open(const std::filesystem::path& path);

    // False at the end and on an error; then failure() tells which.
    [[nodiscard]] bool next(std::string_view& line) {
        const char* begin = m_buffer.data() + m_position;
        const auto* newline = static_cast<const char*>(std::memchr(begin, '\n', m_end - m_position));
        if (newline == nullptr) {
            return nextAfterFill(line);
        }
        take(line, newline);
        return true;
    }

    // 1-based number of the line next() gave last.
    [[nodiscard]] std::int64_t lineNumber() const { return m_lineNumber; }
    // The last line of the file had no line end.
    [[nodiscard]] bool lastLineWasCut() const { return m_cut; }
    [[nodiscard]] const std::optional<Error>& failure() const { return m_failure; }

    // The first bytes of the (unpacked) file, for recognising its format; valid before the first next().
    [[nodiscard]] std::string_view head() const { return {m_buffer.data() + m_position, m_end - m_position}; }
    [[nodiscard]] bool isCompressed() const { return m_source.isCompressed(); }
    [[nodiscard]] double fractionRead() const { return m_source.fractionRead(); }
    [[nodiscard]] const std::string& place() const { return m_place; }

    // Changes whenever a block was read: a cheap moment to look at the stop token and to tell the progress.
    [[nodiscard]] std::int64_t blocksRead() const { return m_blocks; }

private:
    LineReader(ByteSource source, std::string place);
    [[nodiscard]] bool nextAfterFill(std::string_view& line);
    [[nodiscard]] bool fill();
    void take(std::string_view& line, const char* end) {
        const char* begin = m_buffer.data() + m_position;
        m_position = static_cast<std::size_t>(end - m_buffer.data()) + 1;
        ++m_lineNumber;
        if (end > begin && end[-1] == '\r') {
            --end;
        }
        line = {begin, static_cast<std::size_t>(end - begin)};
    }

    ByteSource m_source;
    std::string m_place;
    std::vector<char> m_buffer;
    std::size_t m_position = 0;  // of the next line
    std::size_t m_end = 0;       // of what is in the buffer
    std::int64_t m_lineNumber = 0;
    std::int64_t m_blocks = 0;
    bool m_atEnd = false;
    bool m_cut = false;
    std::optional<Error> m_failure;
};

}  // namespace mimesys::trace
