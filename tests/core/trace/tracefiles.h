// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "trace/read.h"

#include <zlib.h>

#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace mimesys::trace::test {

// Files for readers, gone with the object.
class Folder {
public:
    [[nodiscard]] std::filesystem::path path(const char* name) const {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }
    [[nodiscard]] std::filesystem::path put(const char* name, std::string_view text) const {
        // A new file each time: truncating an old one makes some file systems flush it.
        std::filesystem::remove(path(name));
        std::ofstream file(path(name), std::ios::binary);
        file.write(text.data(), static_cast<std::streamsize>(text.size()));
        file.close();
        if (!file) {
            qFatal("cannot write %s", name);
        }
        return path(name);
    }
    // Reads `text` as a trace file.
    [[nodiscard]] Cancellable<ReadResult> read(std::string_view text) const { return readTrace(put("trace", text)); }

private:
    QTemporaryDir m_folder;
};

inline std::string gzipped(std::string_view text) {
    z_stream stream{};
    if (deflateInit2(&stream, 1, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK) {
        qFatal("deflateInit2");
    }
    std::string input(text);
    std::string packed(deflateBound(&stream, input.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(input.data());
    stream.avail_in = static_cast<uInt>(input.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    if (deflate(&stream, Z_FINISH) != Z_STREAM_END) {
        qFatal("deflate");
    }
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return packed;
}

// Lines of the diagnostics of one kind.
inline std::vector<std::int64_t> linesOf(const ReadResult& read, std::string_view code) {
    std::vector<std::int64_t> lines;
    for (const Diagnostic& diagnostic : read.diagnostics) {
        if (diagnostic.code == code) {
            lines.push_back(diagnostic.line);
        }
    }
    return lines;
}

inline std::vector<float> valuesOf(const Trace& trace, std::string_view id) {
    const Column* column = trace.find(id);
    return column == nullptr ? std::vector<float>() : column->values;
}

using Lines = std::vector<std::int64_t>;

}  // namespace mimesys::trace::test

// Unpacks a reading that is expected to succeed into `name`, and says why when it does not.
#define READ_OK(name, expression)                                                                \
    const auto name##Result = (expression);                                                      \
    QVERIFY2(name##Result.has_value(), name##Result ? "" : name##Result.error().text().c_str()); \
    QVERIFY(name##Result->has_value());                                                          \
    const mimesys::trace::ReadResult& name = **name##Result;                                     \
    [[maybe_unused]] const mimesys::trace::Trace& name##Trace = *name.trace
