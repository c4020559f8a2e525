// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/atomicfile.h"
#include "base/hdf5.h"
#include "trace/formats/hdf5/layout.h"
#include "trace/formats/writers.h"

#include <cstdint>

namespace mimesys::trace {
namespace {

Expected<void> fill(hdf5::File& file, const Trace& trace) {
    Expected<void> state;
    // Runs `step` unless an earlier one failed.
    const auto then = [&](auto step) {
        if (state) {
            state = step();
        }
    };
    then([&] { return file.setAttribute("/", "format", std::string(hdf5layout::kFormat)); });
    then([&] { return file.setNumberAttribute<std::int64_t>("/", "version", hdf5layout::kVersion); });
    then([&] { return file.setNumberAttribute<std::int64_t>("/", "start_ns", trace.startNs); });
    then([&] {
        return file.setNumberAttribute<std::int64_t>("/", "columns", static_cast<std::int64_t>(trace.columns.size()));
    });
    then([&] { return file.write<std::int64_t>(hdf5layout::kTimes, trace.timesNs, {trace.timesNs.size()}); });
    for (std::size_t i = 0; i < trace.columns.size(); ++i) {
        const Column& column = trace.columns[i];
        const std::string name = hdf5layout::columnName(i);
        then([&] { return file.write<float>(name, column.values, {column.values.size()}); });
        then([&] { return file.setAttribute(name, "id", column.metric.id); });
        then([&] { return file.setAttribute(name, "unit", column.metric.unit); });
        then([&] { return file.setAttribute(name, "family", std::string(familyName(column.metric.family))); });
        then([&] { return file.setAttribute(name, "provenance", std::string(provenanceName(column.provenance))); });
    }
    std::vector<std::string> keys;
    std::vector<std::string> values;
    for (const auto& [key, value] : trace.attributes) {
        keys.push_back(key);
        values.push_back(value);
    }
    then([&] { return file.writeStrings(hdf5layout::kKeys, keys); });
    then([&] { return file.writeStrings(hdf5layout::kValues, values); });
    return state;
}

}  // namespace

Expected<void> writeHdf5(const Trace& trace, const std::filesystem::path& path) {
    return hdf5::writeFile(path, [&](hdf5::File& file) { return fill(file, trace); });
}

}  // namespace mimesys::trace
