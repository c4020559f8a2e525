// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mimesys::trace::csv {

// How one column (or a date and a time column) of a file is read as time.
struct TimeColumn {
    enum class Kind { Number, Date, DayAndMonth };
    Kind kind = Kind::Number;
    std::size_t column = 0;
    std::optional<std::size_t> clockColumn;  // "14:30:00" beside a column with the date
    std::int64_t unitNs = 1'000'000'000;     // of numbers
    bool isRelative = false;                 // numbers too small for a time since the epoch
    bool hasZone = true;                     // dates that say how far from UTC they are
    int year = 1970;                         // of "05-10 23:04:53" (day and month, dstat)
    std::string claimedUnit;                 // what the header says, when the values say something else
    bool byName = true;                      // recognised by the column's name, else by its values only

    [[nodiscard]] std::optional<std::int64_t> parse(std::string_view field, std::string_view clock) const;
};

// Names like "time", "Timestamp [ms]", "epoch", "date".
[[nodiscard]] bool isTimeName(std::string_view name);
// "2014-02-14 14:30:00", "2014-02-14T14:30:00.5Z", "2014/02/14", "14:30:00".
[[nodiscard]] bool looksLikeDate(std::string_view field);

// Finds it by the names and the first rows. Numbers are seconds, milli-, micro- or nanoseconds since the epoch by their
// size, whatever the header claims; only for numbers too small for that the header's word counts. Empty when no column
// can be read as time.
[[nodiscard]] std::optional<TimeColumn> findTimeColumn(const std::vector<std::string>& names,
                                                       const std::vector<std::vector<std::string>>& rows, int year);

// "s", "ms", "us", "ns".
[[nodiscard]] std::string_view unitName(std::int64_t unitNs);

}  // namespace mimesys::trace::csv
