// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "trace/formats/pqos/layout.h"

#include "base/clock.h"
#include "trace/formats/common/numbers.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>

namespace mimesys::trace::pqos {
namespace {

constexpr double kKibibyte = 1024.0;
constexpr double kMebibyte = 1024.0 * 1024.0;
constexpr double kBytesPerGigabyte = 1e9;
constexpr float kMissingValue = std::numeric_limits<float>::quiet_NaN();
constexpr std::int64_t kHighestCore = 65535;

float asFloat(double value) {
    return std::abs(value) <= static_cast<double>(std::numeric_limits<float>::max()) ? static_cast<float>(value)
                                                                                     : kMissingValue;
}

// A number of exactly so many digits at a place of the text.
std::optional<int> digitsAt(std::string_view text, std::size_t position, std::size_t count) {
    int value = 0;
    for (std::size_t i = position; i < position + count; ++i) {
        if (i >= text.size() || !isDigit(text[i])) {
            return std::nullopt;
        }
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

}  // namespace

Metrics metricsOf(const Quantities& quantities, double seconds) {
    return {asFloat(quantities[Ipc]), asFloat(quantities[Misses] / seconds),
            asFloat(quantities[OccupancyKb] * kKibibyte), asFloat(quantities[LocalMb] * kMebibyte / kBytesPerGigabyte),
            asFloat((quantities[LocalMb] + quantities[RemoteMb]) * kMebibyte / kBytesPerGigabyte)};
}

Quantities quantitiesOf(const Metrics& metrics, double seconds) {
    const auto metric = [&](std::size_t index) {
        return static_cast<double>(metrics[index]);
    };
    return {metric(0), std::round(metric(1) * seconds), metric(2) / kKibibyte,
            metric(3) * kBytesPerGigabyte / kMebibyte, (metric(4) - metric(3)) * kBytesPerGigabyte / kMebibyte};
}

std::optional<double> parseQuantity(std::string_view text) {
    double factor = 1.0;
    if (!text.empty()) {
        const char suffix = text.back();
        factor = suffix == 'k' || suffix == 'K' ? 1e3 : suffix == 'M' ? 1e6 : suffix == 'G' ? 1e9 : 1.0;
        text.remove_suffix(factor > 1.0 ? 1 : 0);
    }
    const bool isNumber = !text.empty() && (isDigit(text.front()) || text.front() == '.');
    const auto value = isNumber ? parseDouble(text) : std::nullopt;
    if (!value || !std::isfinite(*value * factor)) {
        return std::nullopt;
    }
    return *value * factor;
}

std::optional<std::int64_t> parseTime(std::string_view text) {
    constexpr std::string_view kPattern = "0000-00-00 00:00:00";
    if (text.size() < kPattern.size()) {
        return std::nullopt;
    }
    for (std::size_t i = 0; i < kPattern.size(); ++i) {
        if (kPattern[i] == '0' ? !isDigit(text[i]) : text[i] != kPattern[i]) {
            return std::nullopt;
        }
    }
    using namespace std::chrono;
    const year_month_day date{year(*digitsAt(text, 0, 4)), month(static_cast<unsigned>(*digitsAt(text, 5, 2))),
                              day(static_cast<unsigned>(*digitsAt(text, 8, 2)))};
    const int hour = *digitsAt(text, 11, 2);
    const int minute = *digitsAt(text, 14, 2);
    const int second = *digitsAt(text, 17, 2);
    constexpr int kLeapSecond = 60;
    if (!date.ok() || hour > 23 || minute > 59 || second > kLeapSecond) {
        return std::nullopt;
    }
    std::int64_t fraction = 0;
    if (const std::string_view rest = text.substr(kPattern.size()); !rest.empty()) {
        const auto parsed = rest.front() == '.' ? parseNanoseconds(rest, kNanosecondsPerSecond) : std::nullopt;
        if (!parsed) {
            return std::nullopt;
        }
        fraction = *parsed;
    }
    const std::int64_t seconds =
        sys_days(date).time_since_epoch().count() * std::int64_t{86400} + hour * 3600 + minute * 60 + second;
    if (std::abs(seconds) >= kFarthestNs / kNanosecondsPerSecond) {
        return std::nullopt;
    }
    return seconds * kNanosecondsPerSecond + fraction;
}

std::string timeLine(std::int64_t timeNs) {
    using namespace std::chrono;
    const sys_seconds time = floor<seconds>(sys_time<nanoseconds>(nanoseconds(timeNs)));
    const sys_days date = floor<days>(time);
    const year_month_day ymd(date);
    const hh_mm_ss clock(time - date);
    return fmt::format("TIME {:04}-{:02}-{:02} {:02}:{:02}:{:02}", static_cast<int>(ymd.year()),
                       static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day()), clock.hours().count(),
                       clock.minutes().count(), clock.seconds().count());
}

std::optional<Cores> parseCores(std::string_view text) {
    constexpr std::size_t kLongest = 1024;
    if (text.empty() || text.size() > kLongest || text.back() == ',') {
        return std::nullopt;
    }
    Cores cores;
    while (!text.empty()) {
        const std::string_view part = text.substr(0, text.find(','));
        text.remove_prefix(std::min(part.size() + 1, text.size()));
        const std::size_t dash = part.find('-');
        const auto number = [](std::string_view digits) {
            return !digits.empty() && isDigit(digits.front()) ? parseInteger(digits) : std::nullopt;
        };
        const auto first = number(part.substr(0, dash));
        const auto last = dash == std::string_view::npos ? first : number(part.substr(dash + 1));
        if (!first || !last || *first > *last || *last > kHighestCore) {
            return std::nullopt;
        }
        cores.push_back({*first, *last});
    }
    std::ranges::sort(cores, {}, &Range::first);
    Cores merged;
    for (const Range& range : cores) {
        if (!merged.empty() && range.first <= merged.back().last + 1) {
            merged.back().last = std::max(merged.back().last, range.last);
        } else {
            merged.push_back(range);
        }
    }
    return merged;
}

bool covers(const Cores& outer, const Cores& inner) {
    auto around = outer.begin();
    return std::ranges::all_of(inner, [&](const Range& range) {
        around = std::find_if(around, outer.end(), [&](const Range& other) { return range.first <= other.last; });
        return around != outer.end() && around->first <= range.first && range.last <= around->last;
    });
}

bool overlap(const Cores& a, const Cores& b) {
    for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
        if (x->last < y->first) {
            ++x;
        } else if (y->last < x->first) {
            ++y;
        } else {
            return true;
        }
    }
    return false;
}

}  // namespace mimesys::trace::pqos
