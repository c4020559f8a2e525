// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "trace/formats/common/chunks.h"
#include "trace/formats/common/diagnostics.h"
#include "trace/formats/csv/outputs.h"
#include "trace/formats/csv/split.h"
#include "trace/trace.h"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace mimesys::trace::csv {

// Lines on which something odd stood: how many and the first few.
class OddLines {
public:
    void add(std::int64_t line) {
        if (m_count < m_first.size()) {
            m_first[m_count] = line;
        }
        ++m_count;
    }
    [[nodiscard]] std::size_t count() const { return m_count; }
    [[nodiscard]] std::int64_t first() const { return m_first.front(); }
    // "on lines 5, 9, 14, …"
    [[nodiscard]] std::string text() const;

private:
    std::array<std::int64_t, 5> m_first{};
    std::size_t m_count = 0;
};

// The values of one metric while a file is being read.
class Values {
public:
    Values(Output output, const Dialect& dialect) : m_output(std::move(output)), m_numbers(dialect) {}

    // Takes the row's value; for a counter the rate since the row before. Without `keep` the row is only the base of
    // the next one.
    void take(const Fields& fields, std::int64_t line, double seconds, bool keep);

    [[nodiscard]] const Output& output() const { return m_output; }
    [[nodiscard]] bool hasNumbers() const { return m_present > 0; }

    // The finished column; says what was odd about its values. Blank fields are no news in our own files.
    [[nodiscard]] Column finish(Diagnostics& diagnostics, bool isOwn);

private:
    [[nodiscard]] std::optional<double> sum(const Fields& fields, std::int64_t line);
    void watch(double value, std::int64_t line);

    Output m_output;
    NumberParser m_numbers;
    Chunks<float> m_values;
    std::optional<double> m_before;  // the row before of a counter
    std::size_t m_present = 0;
    double m_last = 0.0;
    bool m_falls = false;  // never decreasing columns may be counters
    std::size_t m_rises = 0;
    bool m_negative = false;  // any value below zero other than -1
    OddLines m_blank;
    OddLines m_words;
    OddLines m_text;
    OddLines m_infinite;
    OddLines m_minusOne;
    OddLines m_resets;
};

}  // namespace mimesys::trace::csv
