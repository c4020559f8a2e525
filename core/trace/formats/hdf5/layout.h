// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include <cstddef>
#include <string>

namespace mimesys::trace::hdf5layout {

// Our HDF5 trace: attributes of the file tell format, version, the start and the number of columns; "times_ns" (int64)
// holds the ends of the samples; each "column_N" (float32, one value per sample) carries its metric as attributes;
// two lists of strings hold the trace's attributes, which may be longer than an HDF5 attribute.
inline constexpr const char* kFormat = "mimesys-trace";
inline constexpr long long kVersion = 1;
inline constexpr const char* kTimes = "times_ns";
inline constexpr const char* kKeys = "attribute_keys";
inline constexpr const char* kValues = "attribute_values";

inline std::string columnName(std::size_t index) {
    return fmt::format("column_{}", index);
}

}  // namespace mimesys::trace::hdf5layout
