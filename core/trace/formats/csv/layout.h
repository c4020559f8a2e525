// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "trace/formats/csv/split.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mimesys::trace::csv {

// Where a file's header stands and what it says.
struct Layout {
    Dialect dialect;
    std::vector<std::string> names;                   // one per column, unique
    std::vector<std::string> givenNames;              // the same as they stand in the file
    std::vector<std::string> headerLines;             // as they stand, to recognise their repetition
    std::int64_t headerLine = 0;                      // of the last of them
    std::vector<std::vector<std::string>> firstRows;  // a few rows of data, to recognise the time column
    std::vector<std::int64_t> renamed;                // columns (from 0) whose name was empty or taken
};

// Looks for a header in the first lines of a file: the line above the first rows of numbers that has as many fields as
// they do. The line above it counts as well when it groups columns (dstat). Empty when there is none.
[[nodiscard]] std::optional<Layout> findLayout(std::string_view head);

// Whether there are rows of numbers at all, with or without a header.
[[nodiscard]] bool hasRows(std::string_view head);

}  // namespace mimesys::trace::csv
