// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/hdf5.h"
#include "trace/formats/common/finish.h"
#include "trace/formats/common/numbers.h"
#include "trace/formats/format.h"
#include "trace/formats/hdf5/layout.h"

#include <fmt/format.h>

#include <filesystem>
#include <system_error>

namespace mimesys::trace {
namespace {

using hdf5::File;

bool sniff(std::string_view head) {
    using namespace std::string_view_literals;
    return head.starts_with("\x89HDF\r\n\x1a\n"sv);
}

class Reader {
public:
    Reader(const File& file, const Input& input) : m_file(file), m_place(input.path.string()) {
        std::error_code ignored;
        const auto size = std::filesystem::file_size(input.path, ignored);
        m_fileBytes = ignored ? 0 : static_cast<std::size_t>(size);
    }

    Cancellable<Trace> read(const Input& input);

private:
    [[nodiscard]] tl::unexpected<Error> damaged(std::string_view what) const {
        return badInput(fmt::format("The trace is damaged: {}; get a complete copy of the file.", what), m_place);
    }
    Expected<void> checkFormat() const;
    Expected<Column> readColumn(std::size_t index, std::size_t samples) const;
    Expected<void> readAttributes(Trace& trace) const;
    // What the file can hold at all: a damaged file may claim any size.
    [[nodiscard]] std::size_t mostEntries(std::size_t bytesEach) const { return m_fileBytes / bytesEach; }

    const File& m_file;
    std::string m_place;
    std::size_t m_fileBytes = 0;
};

Expected<void> Reader::checkFormat() const {
    const auto format = m_file.stringAttribute("/", "format");
    if (!format) {
        return tl::unexpected(format.error());
    }
    if (format->value_or("") != hdf5layout::kFormat) {
        return badInput(format->has_value()
                            ? fmt::format("This HDF5 file is no trace but calls itself \"{}\".", **format)
                            : std::string("This HDF5 file is no trace of this program."),
                        m_place);
    }
    const auto version = m_file.numberAttribute<std::int64_t>("/", "version");
    if (!version) {
        return tl::unexpected(version.error());
    }
    if (version->value_or(0) > hdf5layout::kVersion) {
        return badInput(
            fmt::format("The trace has version {} of its format, newer than this program; update it.", **version),
            m_place);
    }
    return version->value_or(0) == hdf5layout::kVersion ? Expected<void>() : damaged("its version makes no sense");
}

Expected<Column> Reader::readColumn(std::size_t index, std::size_t samples) const {
    const std::string name = hdf5layout::columnName(index);
    const auto text = [&](const char* attribute) -> Expected<std::string> {
        auto value = m_file.stringAttribute(name, attribute);
        if (!value) {
            return tl::unexpected(value.error());
        }
        return value->value_or("");
    };
    const auto id = text("id");
    const auto unit = text("unit");
    const auto family = text("family");
    const auto provenance = text("provenance");
    for (const auto* part : {&id, &unit, &family, &provenance}) {
        if (!*part) {
            return tl::unexpected(part->error());
        }
    }
    if (id->empty()) {
        return damaged(fmt::format("{} has no metric id", name));
    }
    Column column;
    column.metric.id = *id;
    column.metric.unit = *unit;
    column.provenance = provenanceFromName(*provenance).value_or(Provenance::Unknown);
    for (const Family candidate : kFamilies) {
        column.metric.family = familyName(candidate) == *family ? candidate : column.metric.family;
    }
    auto values = m_file.read<float>(name, mostEntries(sizeof(float)));
    if (!values) {
        return tl::unexpected(values.error());
    }
    if (values->size() != samples) {
        return damaged(fmt::format("{} has {} values for {} samples", *id, values->size(), samples));
    }
    column.values = std::move(*values);
    return column;
}

Expected<void> Reader::readAttributes(Trace& trace) const {
    const auto keys = m_file.readStrings(hdf5layout::kKeys, mostEntries(1));
    if (!keys) {
        return tl::unexpected(keys.error());
    }
    const auto values = m_file.readStrings(hdf5layout::kValues, mostEntries(1));
    if (!values) {
        return tl::unexpected(values.error());
    }
    if (keys->size() != values->size()) {
        return damaged("its attributes do not pair up");
    }
    for (std::size_t i = 0; i < keys->size(); ++i) {
        trace.attributes[(*keys)[i]] = (*values)[i];
    }
    return {};
}

Cancellable<Trace> Reader::read(const Input& input) {
    if (const auto checked = checkFormat(); !checked) {
        return tl::unexpected(checked.error());
    }
    const auto start = m_file.numberAttribute<std::int64_t>("/", "start_ns");
    const auto columns = m_file.numberAttribute<std::int64_t>("/", "columns");
    if (!start || !columns) {
        return tl::unexpected(start ? columns.error() : start.error());
    }
    if (!*start || !*columns || **columns < 1) {
        return damaged("it does not say where it starts and how many columns it has");
    }
    auto times = m_file.read<std::int64_t>(hdf5layout::kTimes, mostEntries(sizeof(std::int64_t)));
    if (!times) {
        return tl::unexpected(times.error());
    }
    Trace trace;
    trace.startNs = **start;
    trace.timesNs = std::move(*times);
    for (std::int64_t i = 0; i < **columns; ++i) {
        if (input.stop.stop_requested()) {
            return std::nullopt;
        }
        auto column = readColumn(static_cast<std::size_t>(i), trace.timesNs.size());
        if (!column) {
            return tl::unexpected(column.error());
        }
        trace.columns.push_back(std::move(*column));
        if (input.progress && i % 64 == 63) {
            input.progress({static_cast<double>(i + 1) / static_cast<double>(**columns), "Reading the columns"});
        }
    }
    if (const auto read = readAttributes(trace); !read) {
        return tl::unexpected(read.error());
    }
    return trace;
}

Expected<void> checkTimes(const Trace& trace, const std::string& place) {
    bool sound = !trace.timesNs.empty() && trace.startNs >= -kFarthestNs && trace.endNs() <= kFarthestNs;
    for (std::size_t i = 0; sound && i < trace.timesNs.size(); ++i) {
        sound = trace.timesNs[i] > trace.intervalStartNs(i);
    }
    return sound ? Expected<void>()
                 : badInput("The trace is damaged: its times make no sense; get a complete copy of the file.", place);
}

Cancellable<ReadResult> read(Input& input) {
    if (input.lines.isCompressed()) {
        return badInput("An HDF5 file cannot be read through gzip; unpack it first.", input.path.string());
    }
    const auto file = File::open(input.path);
    if (!file) {
        return tl::unexpected(file.error());
    }
    auto trace = Reader(*file, input).read(input);
    if (!trace) {
        return tl::unexpected(trace.error());
    }
    if (!*trace) {
        return std::nullopt;
    }
    if (const auto checked = checkTimes(**trace, input.path.string()); !checked) {
        return tl::unexpected(checked.error());
    }
    Diagnostics diagnostics;
    auto result = finish(std::move(**trace), kHdf5Format.name, SampleLines(), diagnostics, input.path.string());
    if (!result) {
        return tl::unexpected(result.error());
    }
    return std::move(*result);
}

}  // namespace

const Format kHdf5Format{"hdf5", sniff, read};

}  // namespace mimesys::trace
