// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "trace/formats/csv/timecolumn.h"

#include "base/clock.h"
#include "trace/formats/common/numbers.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>

namespace mimesys::trace::csv {
namespace {

constexpr std::int64_t kMillisecond = 1'000'000;
constexpr std::int64_t kMicrosecond = 1'000;

// Reads numbers and separators from the front of a text.
class Scanner {
public:
    explicit Scanner(std::string_view text) : m_text(text) {}

    [[nodiscard]] bool atEnd() const { return m_text.empty(); }
    [[nodiscard]] bool take(std::string_view anyOf) {
        if (m_text.empty() || anyOf.find(m_text.front()) == std::string_view::npos) {
            return false;
        }
        m_last = m_text.front();
        m_text.remove_prefix(1);
        return true;
    }
    [[nodiscard]] char last() const { return m_last; }
    // Between `least` and `most` digits.
    [[nodiscard]] bool number(std::size_t least, std::size_t most, int& value) {
        std::size_t digits = 0;
        value = 0;
        while (digits < most && digits < m_text.size() && isDigit(m_text[digits])) {
            value = value * 10 + (m_text[digits] - '0');
            ++digits;
        }
        m_text.remove_prefix(digits);
        return digits >= least;
    }
    // The digits after a decimal point as nanoseconds.
    std::int64_t fraction() {
        std::int64_t ns = 0;
        std::int64_t place = kNanosecondsPerSecond;
        while (!m_text.empty() && isDigit(m_text.front())) {
            place /= 10;
            ns += place * (m_text.front() - '0');
            m_text.remove_prefix(1);
        }
        return ns;
    }

private:
    std::string_view m_text;
    char m_last = '\0';
};

std::optional<std::int64_t> scanClock(Scanner& scanner) {
    int hour = 0;
    int minute = 0;
    int second = 0;
    std::int64_t fraction = 0;
    if (!scanner.number(1, 2, hour) || !scanner.take(":") || !scanner.number(2, 2, minute)) {
        return std::nullopt;
    }
    if (scanner.take(":")) {
        if (!scanner.number(2, 2, second)) {
            return std::nullopt;
        }
        if (scanner.take(".,")) {
            fraction = scanner.fraction();
        }
    }
    constexpr int kLeapSecond = 60;
    if (hour > 24 || minute > 59 || second > kLeapSecond) {
        return std::nullopt;
    }
    return (std::int64_t{hour} * 3600 + minute * 60 + second) * kNanosecondsPerSecond + fraction;
}

// "Z", "+01:00", "-0700", " UTC"; nothing is UTC as well.
std::optional<std::int64_t> scanZone(Scanner& scanner, bool& given) {
    given = true;
    if (scanner.take("Zz")) {
        return 0;
    }
    if (scanner.take("+-")) {
        const std::int64_t sign = scanner.last() == '-' ? -1 : 1;
        int hours = 0;
        int minutes = 0;
        if (!scanner.number(2, 2, hours)) {
            return std::nullopt;
        }
        const bool colon = scanner.take(":");
        if (!scanner.number(colon ? 2 : 0, 2, minutes)) {
            return std::nullopt;
        }
        return sign * (std::int64_t{hours} * 3600 + minutes * 60) * kNanosecondsPerSecond;
    }
    given = scanner.take("U") && scanner.take("T") && scanner.take("C");
    return 0;
}

std::optional<std::int64_t> dayNs(int year, int month, int day) {
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    constexpr int kFirstYear = 1850;  // within kFarthestNs
    constexpr int kLastYear = 2095;
    if (!date.ok() || year < kFirstYear || year > kLastYear) {
        return std::nullopt;
    }
    constexpr std::int64_t kDay = 86'400 * kNanosecondsPerSecond;
    return std::chrono::sys_days(date).time_since_epoch().count() * kDay;
}

std::optional<std::int64_t> parseDate(std::string_view field, std::string_view clock, bool& hasZone) {
    Scanner scanner(trimmed(field));
    int year = 0;
    int month = 0;
    int day = 0;
    if (!scanner.number(4, 4, year) || !scanner.take("-/") || !scanner.number(1, 2, month) || !scanner.take("-/") ||
        !scanner.number(1, 2, day)) {
        return std::nullopt;
    }
    auto time = dayNs(year, month, day);
    hasZone = false;
    if (time && (scanner.take("T ") || (scanner.atEnd() && !clock.empty()))) {
        if (scanner.atEnd()) {
            scanner = Scanner(trimmed(clock));
        }
        const auto ofDay = scanClock(scanner);
        static_cast<void>(scanner.take(" "));
        const auto zone = ofDay ? scanZone(scanner, hasZone) : std::nullopt;
        if (!zone) {
            return std::nullopt;
        }
        *time += *ofDay - *zone;
    }
    return scanner.atEnd() ? time : std::nullopt;
}

// "05-10 23:04:53": day and month, as dstat writes its time.
std::optional<std::int64_t> parseDayAndMonth(std::string_view field, int year) {
    Scanner scanner(trimmed(field));
    int day = 0;
    int month = 0;
    if (!scanner.number(2, 2, day) || !scanner.take("-") || !scanner.number(2, 2, month) || !scanner.take(" ")) {
        return std::nullopt;
    }
    const auto date = dayNs(year, month, day);
    const auto ofDay = scanClock(scanner);
    return date && ofDay && scanner.atEnd() ? std::optional(*date + *ofDay) : std::nullopt;
}

bool looksLikeClock(std::string_view field) {
    Scanner scanner(trimmed(field));
    return scanClock(scanner).has_value() && scanner.atEnd();
}

// The unit a number of this size has when it is a time of our age; 0 when it is too small for one.
std::int64_t unitBySize(double value) {
    constexpr double kSeconds = 1e8;  // 1973
    constexpr double kStep = 1e3;
    if (value < kSeconds) {
        return 0;
    }
    std::int64_t unit = kNanosecondsPerSecond;
    for (double limit = kSeconds * kStep; value >= limit && unit > 1; limit *= kStep) {
        unit /= 1000;
    }
    return unit;
}

// The unit a name claims: "Timestamp [ms]", "time_us", "time (s)"; 0 when it claims none.
std::int64_t claimedUnit(std::string_view name) {
    std::string word = lowered(name);
    while (!word.empty() && (word.back() == ']' || word.back() == ')' || isBlank(word.back()))) {
        word.pop_back();
    }
    const std::size_t start = word.find_last_of("[( _-");
    const std::string_view unit = std::string_view(word).substr(start == std::string::npos ? 0 : start + 1);
    struct Claim {
        std::string_view word;
        std::int64_t unitNs;
    };
    constexpr std::array<Claim, 13> kClaims{{{"s", kNanosecondsPerSecond},
                                             {"sec", kNanosecondsPerSecond},
                                             {"second", kNanosecondsPerSecond},
                                             {"seconds", kNanosecondsPerSecond},
                                             {"ms", kMillisecond},
                                             {"msec", kMillisecond},
                                             {"millis", kMillisecond},
                                             {"milliseconds", kMillisecond},
                                             {"us", kMicrosecond},
                                             {"usec", kMicrosecond},
                                             {"microseconds", kMicrosecond},
                                             {"ns", 1},
                                             {"nanoseconds", 1}}};
    const auto found = std::ranges::find(kClaims, unit, &Claim::word);
    return found == kClaims.end() ? 0 : found->unitNs;
}

using Rows = std::vector<std::vector<std::string>>;

std::string_view fieldOf(const std::vector<std::string>& row, std::optional<std::size_t> column) {
    return column && *column < row.size() ? std::string_view(row[*column]) : std::string_view();
}

// How the column's first value can be read as time.
std::optional<TimeColumn> tryColumn(const std::vector<std::string>& names, const Rows& rows, std::size_t column,
                                    int year) {
    TimeColumn result;
    result.column = column;
    result.year = year;
    const std::string_view first = rows.empty() ? std::string_view() : fieldOf(rows.front(), column);
    if (const auto number = parseDouble(first)) {
        const std::int64_t claimed = claimedUnit(names[column]);
        const std::int64_t bySize = unitBySize(*number);
        result.isRelative = bySize == 0;
        result.unitNs = bySize != 0 ? bySize : claimed != 0 ? claimed : kNanosecondsPerSecond;
        if (bySize != 0 && claimed != 0 && claimed != bySize) {
            result.claimedUnit = unitName(claimed);
        }
        return result;
    }
    for (std::size_t other = 0; other < names.size(); ++other) {
        if (other != column && isTimeName(names[other]) && looksLikeClock(fieldOf(rows.front(), other))) {
            result.clockColumn = other;
        }
    }
    if (parseDate(first, fieldOf(rows.front(), result.clockColumn), result.hasZone)) {
        result.kind = TimeColumn::Kind::Date;
        return result;
    }
    result.clockColumn.reset();
    if (parseDayAndMonth(first, year)) {
        result.kind = TimeColumn::Kind::DayAndMonth;
        result.hasZone = false;
        return result;
    }
    return std::nullopt;
}

// By values alone only dates and times of our age that grow from row to row will do.
bool isConvincing(const TimeColumn& candidate, const Rows& rows) {
    if (candidate.isRelative || rows.size() < 2) {
        return false;
    }
    std::optional<std::int64_t> before;
    for (const auto& row : rows) {
        const auto time = candidate.parse(fieldOf(row, candidate.column), fieldOf(row, candidate.clockColumn));
        if (!time || (before && *time < *before)) {
            return false;
        }
        before = time;
    }
    return true;
}

}  // namespace

std::optional<std::int64_t> TimeColumn::parse(std::string_view field, std::string_view clock) const {
    switch (kind) {
        case Kind::Number:
            return parseNanoseconds(field, unitNs);
        case Kind::Date: {
            bool zone = false;
            return parseDate(field, clock, zone);
        }
        case Kind::DayAndMonth:
            return parseDayAndMonth(field, year);
    }
    return std::nullopt;
}

bool isTimeName(std::string_view name) {
    std::string word = lowered(trimmed(name));
    word.erase(std::min(word.find_first_of("[(/"), word.size()));
    const std::string_view bare = trimmed(word);
    constexpr std::array<std::string_view, 12> kNames{"t",          "ts",       "time",  "timestamp",
                                                      "time stamp", "epoch",    "date",  "datetime",
                                                      "clock",      "unixtime", "#time", "unix time"};
    return std::ranges::find(kNames, bare) != kNames.end() || bare.starts_with("time_") ||
           bare.starts_with("timestamp") || bare.ends_with("_time") || bare.ends_with("_timestamp") ||
           bare.starts_with("epoch") || lowered(name) == "system/time";
}

bool looksLikeDate(std::string_view field) {
    bool zone = false;
    return parseDate(field, {}, zone) || looksLikeClock(field) || parseDayAndMonth(field, 2000);
}

std::optional<TimeColumn> findTimeColumn(const std::vector<std::string>& names, const Rows& rows, int year) {
    if (rows.empty()) {
        return std::nullopt;
    }
    for (const bool byName : {true, false}) {
        for (std::size_t column = 0; column < names.size(); ++column) {
            if (byName != isTimeName(names[column])) {
                continue;
            }
            auto candidate = tryColumn(names, rows, column, year);
            if (candidate && (byName || isConvincing(*candidate, rows))) {
                candidate->byName = byName;
                return candidate;
            }
        }
    }
    return std::nullopt;
}

std::string_view unitName(std::int64_t unitNs) {
    return unitNs == 1 ? "ns" : unitNs == kMicrosecond ? "us" : unitNs == kMillisecond ? "ms" : "s";
}

}  // namespace mimesys::trace::csv
