// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "trace/formats/csv/values.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace mimesys::trace::csv {
namespace {

// A column that rises this often and never falls is worth a word.
constexpr std::size_t kManyRises = 10;
constexpr auto kLargest = static_cast<double>(std::numeric_limits<float>::max());

std::string plural(std::size_t count, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", count, count == 1 ? one : many);
}

}  // namespace

std::string OddLines::text() const {
    std::string lines;
    for (std::size_t i = 0; i < std::min(m_count, m_first.size()); ++i) {
        lines += fmt::format("{}{}", i > 0 ? ", " : "", m_first[i]);
    }
    return fmt::format("on {} {}{}", m_count == 1 ? "line" : "lines", lines, m_count > m_first.size() ? ", …" : "");
}

std::optional<double> Values::sum(const Fields& fields, std::int64_t line) {
    double total = 0.0;
    for (const Output::Source& source : m_output.sources) {
        const std::string_view field = source.column < fields.size() ? fields[source.column] : std::string_view();
        double value = 0.0;
        if (!m_numbers.parse(field, value)) {
            const Nothing nothing = meansNothing(field);
            (nothing == Nothing::Blank ? m_blank : nothing == Nothing::Word ? m_words : m_text).add(line);
            return std::nullopt;
        }
        if (std::isnan(value)) {
            m_words.add(line);
            return std::nullopt;
        }
        total += value * source.scale;
    }
    if (std::abs(total) > kLargest) {
        m_infinite.add(line);
        return std::nullopt;
    }
    return total;
}

void Values::watch(double value, std::int64_t line) {
    const double raw = value / m_output.sources.front().scale;
    if (raw == -1.0) {
        m_minusOne.add(line);
        return;
    }
    m_negative |= value < 0.0;
    if (m_present > 0) {
        m_falls |= value < m_last;
        m_rises += value > m_last ? 1 : 0;
    }
    m_last = value;
}

void Values::take(const Fields& fields, std::int64_t line, double seconds, bool keep) {
    const auto value = sum(fields, line);
    if (!m_output.isCounter) {
        if (keep) {
            if (value) {
                watch(*value, line);
                ++m_present;
            }
            m_values.push(value ? static_cast<float>(*value) : kMissing);
        }
        return;
    }
    float rate = kMissing;
    if (value && m_before && *value < *m_before) {
        m_resets.add(line);
    } else if (value && m_before && seconds > 0.0) {
        const double exact = (*value - *m_before) / seconds;
        if (exact <= kLargest) {
            rate = static_cast<float>(exact);
        } else {
            m_infinite.add(line);
        }
    }
    m_before = value;
    if (keep) {
        m_present += rate == rate ? 1 : 0;
        m_values.push(rate);
    }
}

Column Values::finish(Diagnostics& diagnostics, bool isOwn) {
    const std::string& id = m_output.metric.id;
    const auto tell = [&](const OddLines& lines, std::string_view code, std::string_view one, std::string_view many) {
        if (lines.count() > 0) {
            diagnostics.warn(code, fmt::format("{}: {} {}.", id, plural(lines.count(), one, many), lines.text()),
                             lines.first());
        }
    };
    Column column{m_output.metric, Provenance::Unknown, m_values.take()};
    if (!isOwn) {
        tell(m_blank, "blank-value", "blank value, taken as missing,", "blank values, taken as missing,");
    }
    tell(m_words, "sentinel-value", "word for \"no value\", taken as missing,",
         "words for \"no value\", taken as missing,");
    tell(m_text, "bad-value", "value that is no number, taken as missing,",
         "values that are no numbers, taken as missing,");
    tell(m_infinite, "bad-value", "value too large, taken as missing,", "values too large, taken as missing,");
    tell(m_resets, "counter-reset", "fall of the counter, where the rate is missing,",
         "falls of the counter, where the rate is missing,");
    if (m_minusOne.count() > 0 && !m_negative && !isOwn) {
        const auto sentinel = static_cast<float>(-m_output.sources.front().scale);
        std::ranges::replace(column.values, sentinel, kMissing);
        tell(m_minusOne, "sentinel-value", "-1 in a column that has no other negative value, taken as missing,",
             "times -1 in a column that has no other negative value, taken as missing,");
    }
    if (!isOwn && !m_output.isCounter && !m_falls && m_rises >= kManyRises) {
        diagnostics.note("never-falls",
                         fmt::format("{} never falls: it may be a cumulative counter; it is kept as it is.", id));
    }
    return column;
}

}  // namespace mimesys::trace::csv
