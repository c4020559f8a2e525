// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "curation/edittext.h"

#include "base/clock.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <optional>
#include <vector>

namespace mimesys::curation {
namespace {

constexpr std::string_view kDots = "..";

std::optional<double> numberFrom(std::string_view text) {
    double value = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    return whole && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

std::optional<std::int64_t> timeFrom(std::string_view text) {
    const auto seconds = numberFrom(text);
    return seconds && std::abs(*seconds) <= kMostSeconds ? std::optional(nsFromSeconds(*seconds)) : std::nullopt;
}

std::optional<std::size_t> indexFrom(std::string_view text) {
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    return whole && value <= static_cast<std::size_t>(kMostIndex) ? std::optional(value) : std::nullopt;
}

std::optional<Span> rangeFrom(std::string_view text) {
    const std::size_t dots = text.find(kDots);
    if (dots == std::string_view::npos || text == kDots) {
        return std::nullopt;
    }
    const std::string_view from = text.substr(0, dots);
    const std::string_view to = text.substr(dots + kDots.size());
    const auto begin = from.empty() ? std::optional<std::int64_t>(0) : timeFrom(from);
    const auto end = to.empty() ? std::optional(Span::kOpen) : timeFrom(to);
    if (!begin || !end || *begin < 0 || *begin >= *end) {
        return std::nullopt;
    }
    return Span{*begin, *end};
}

std::optional<IndexRange> indicesFrom(std::string_view text) {
    const std::size_t dash = text.find('-');
    const auto first = indexFrom(text.substr(0, dash));
    const auto last = dash == std::string_view::npos ? first : indexFrom(text.substr(dash + 1));
    return first && last && *first <= *last ? std::optional(IndexRange{*first, *last + 1}) : std::nullopt;
}

// Empty when a quotation mark is left open.
std::optional<std::vector<std::string>> wordsOf(std::string_view text) {
    std::vector<std::string> words;
    bool quoted = false;
    bool inside = false;
    for (const char letter : text) {
        if (letter == '"') {
            quoted = !quoted;
            if (!inside) {
                words.emplace_back();
            }
            inside = true;
        } else if ((letter == ' ' || letter == '\t') && !quoted) {
            inside = false;
        } else {
            if (!inside) {
                words.emplace_back();
            }
            inside = true;
            words.back() += letter;
        }
    }
    return quoted ? std::nullopt : std::optional(words);
}

// The words of an edit, taken one after the other; what is missing or wrong ends the reading.
class Words {
public:
    explicit Words(std::vector<std::string> words) : m_words(std::move(words)) {}

    std::string name() { return next(); }
    template <class Value>
    Value taken(std::optional<Value> (*read)(std::string_view)) {
        const auto value = read(next());
        m_good = m_good && value.has_value();
        return value.value_or(Value());
    }
    double number(double low, double high) {
        const double value = taken(numberFrom);
        m_good = m_good && value >= low && value <= high;
        return value;
    }
    Span range() { return taken(rangeFrom); }
    Span rangeIfAny() { return m_next < m_words.size() ? range() : Span(); }
    std::int64_t time() { return taken(timeFrom); }
    Area area() {
        Area area;
        while (m_good && m_next < m_words.size()) {
            const std::string which = next();
            const bool windows = which == "windows" || which == "window";
            m_good = m_good && (windows || which == "cpus" || which == "cpu");
            (windows ? area.windows : area.cpus) = taken(indicesFrom);
        }
        return area;
    }
    bool isOneOf(const std::string& word, std::string_view one, std::string_view other) {
        m_good = m_good && (word == one || word == other);
        return word == one;
    }
    [[nodiscard]] bool complete() const { return m_good && m_next == m_words.size(); }

private:
    std::string next() {
        m_good = m_good && m_next < m_words.size() && !m_words[m_next].empty();
        return m_good ? m_words[m_next++] : std::string();
    }
    std::vector<std::string> m_words;
    std::size_t m_next = 0;
    bool m_good = true;
};

std::optional<TraceEdit> readTraceEdit(const std::string& kind, Words& words) {
    // Braces evaluate from left to right.
    if (kind == "trim") {
        return Trim{words.range()};
    }
    if (kind == "cut") {
        return Cut{words.range()};
    }
    if (kind == "split") {
        const std::int64_t at = words.time();
        return Split{at, words.isOneOf(words.name(), "before", "after") ? Side::Before : Side::After};
    }
    if (kind == "scale") {
        return Scale{words.name(), words.number(0.0, kMostFactor), words.rangeIfAny()};
    }
    if (kind == "shift") {
        return Shift{words.name(), words.time(), words.rangeIfAny()};
    }
    if (kind == "repeat") {
        const Span range = words.range();
        const double times = words.number(2.0, kMostTimes);
        return times == std::floor(times) ? std::optional(Repeat{range, static_cast<int>(times)}) : std::nullopt;
    }
    if (kind == "smooth") {
        return Smooth{words.name(), words.time(), words.rangeIfAny()};
    }
    if (kind == "mask") {
        return Mask{words.name(), words.rangeIfAny()};
    }
    return std::nullopt;
}

std::optional<PlanEdit> readPlanEdit(const std::string& kind, Words& words) {
    if (kind == "scale") {
        return ScaleStressor{words.name(), words.number(0.0, kMostFactor), words.area()};
    }
    if (kind == "replace") {
        return ReplaceStressor{words.name(), words.name(), words.area()};
    }
    if (kind == "paint") {
        return Paint{words.name(), words.number(0.0, 1.0), words.area()};
    }
    if (kind == "lock" || kind == "unlock") {
        return Lock{words.name(), words.area(), kind == "lock"};
    }
    return std::nullopt;
}

template <class Edit, class Read>
Expected<Edit> readText(std::string_view text, const Read& read, std::string_view what, std::string_view forms) {
    if (const auto all = wordsOf(text); all && !all->empty()) {
        Words words(*all);
        const auto edit = read(words.name(), words);
        if (edit && words.complete()) {
            return *edit;
        }
    }
    return badInput(fmt::format("\"{}\" is no edit of a {}; write one of: {}.", text, what, forms));
}

}  // namespace

Expected<TraceEdit> traceEditFromText(std::string_view text) {
    return readText<TraceEdit>(text, readTraceEdit, "trace", kTraceEditForms);
}

Expected<PlanEdit> planEditFromText(std::string_view text) {
    return readText<PlanEdit>(text, readPlanEdit, "plan", kPlanEditForms);
}

Expected<Span> spanFromText(std::string_view text) {
    if (const auto range = rangeFrom(text)) {
        return *range;
    }
    return badInput(fmt::format("\"{}\" is no range of seconds; write it as 10..20, 10.. or ..20.", text));
}

}  // namespace mimesys::curation
