// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "trace/formats/common/lines.h"

#include <fmt/format.h>

#include <algorithm>

namespace mimesys::trace {
namespace {

constexpr std::size_t kBuffer = 256 * 1024;  // stays in the second-level cache
constexpr std::size_t kLongestLine = 16 * 1024 * 1024;
constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

}  // namespace

LineReader::LineReader(ByteSource source, std::string place)
    : m_source(std::move(source)), m_place(std::move(place)), m_buffer(kBuffer + 1) {}

Expected<LineReader> LineReader::open(const std::filesystem::path& path) {
    auto source = ByteSource::open(path);
    if (!source) {
        return tl::unexpected(source.error());
    }
    LineReader reader(std::move(*source), path.string());
    // Pipes hand out little at a time; recognising a format wants a good look.
    while (reader.m_end < kBuffer && !reader.m_atEnd) {
        if (!reader.fill()) {
            return tl::unexpected(*reader.m_failure);
        }
    }
    if (reader.m_end == 0) {
        return badInput("The file is empty.", path.string());
    }
    if (reader.head().starts_with(kByteOrderMark)) {
        reader.m_position = kByteOrderMark.size();
    }
    return reader;
}

bool LineReader::fill() {
    if (m_position > 0) {
        std::memmove(m_buffer.data(), m_buffer.data() + m_position, m_end - m_position);
        m_end -= m_position;
        m_position = 0;
    }
    // One byte is kept free so that the end of the last line can always be pointed at.
    if (m_end + 1 == m_buffer.size()) {
        if (m_end >= kLongestLine) {
            m_failure = Error{ErrorCode::BadInput, "The line is longer than 16 MiB; this is no text trace.",
                              fmt::format("{}:{}", m_place, m_lineNumber + 1)};
            return false;
        }
        m_buffer.resize(2 * m_buffer.size());
    }
    const auto count = m_source.read(std::span(m_buffer).subspan(m_end, m_buffer.size() - 1 - m_end));
    if (!count) {
        m_failure = count.error();
        return false;
    }
    m_atEnd = *count == 0;
    m_end += *count;
    ++m_blocks;
    return true;
}

bool LineReader::nextAfterFill(std::string_view& line) {
    while (!m_failure) {
        const char* begin = m_buffer.data() + m_position;
        if (const void* newline = std::memchr(begin, '\n', m_end - m_position)) {
            take(line, static_cast<const char*>(newline));
            return true;
        }
        if (m_atEnd) {
            if (m_position == m_end) {
                return false;
            }
            m_cut = true;
            take(line, m_buffer.data() + m_end);
            m_position = m_end;
            return true;
        }
        const std::size_t known = m_end - m_position;
        if (!fill()) {
            return false;
        }
        if (std::memchr(m_buffer.data() + known, '\0', m_end - known) != nullptr) {
            m_failure =
                Error{ErrorCode::BadInput, "There are zero bytes in the text: the file is damaged or no text trace.",
                      fmt::format("{}:{}", m_place, m_lineNumber + 1)};
            return false;
        }
    }
    return false;
}

}  // namespace mimesys::trace
