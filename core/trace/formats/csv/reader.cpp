// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/clock.h"
#include "trace/formats/common/finish.h"
#include "trace/formats/common/numbers.h"
#include "trace/formats/csv/layout.h"
#include "trace/formats/csv/outputs.h"
#include "trace/formats/csv/ownheader.h"
#include "trace/formats/csv/timecolumn.h"
#include "trace/formats/csv/values.h"
#include "trace/formats/format.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

namespace mimesys::trace {
namespace csv {
namespace {

class Reader {
public:
    explicit Reader(Input& input) : m_input(input) {}

    Cancellable<ReadResult> read();

private:
    Expected<void> prepare();
    void describeTime();
    Expected<void> takeLine(std::string_view line);
    Expected<void> takeComment(std::string_view line);
    void takePreamble(std::string_view line);
    void takeRow(std::string_view line);
    [[nodiscard]] bool isWhole(std::string_view line);
    [[nodiscard]] bool isNewTime(std::int64_t timeNs);
    void endClockStep();
    Expected<ReadResult> result();

    [[nodiscard]] std::int64_t line() const { return m_input.lines.lineNumber(); }

    Input& m_input;
    Diagnostics m_diagnostics;
    Layout m_layout;
    TimeColumn m_time;
    std::vector<Values> m_values;
    OwnHeader m_own;
    bool m_isOwn = false;
    // The first row is only the base of the others: of counters, or because it averages over the time since boot.
    bool m_firstIsBase = false;
    bool m_isDstat = false;
    bool m_hasCounters = false;

    Fields m_fields;
    std::int64_t m_preambleLines = 0;
    std::int64_t m_comments = 0;

    Trace m_trace;
    Chunks<std::int64_t> m_times;
    SampleLines m_sampleLines;
    bool m_anyRow = false;
    std::int64_t m_lastNs = 0;

    std::int64_t m_stepLine = 0;
    std::int64_t m_stepNs = 0;
    std::int64_t m_leftOut = 0;
};

// The year of "05 Oct 2016 23:04:53 UTC" in the lines above a header; 1970 when there is none.
int yearIn(std::string_view head, std::int64_t headerLine) {
    for (std::int64_t line = 1; line < headerLine && !head.empty(); ++line) {
        const std::size_t end = std::min(head.find('\n'), head.size());
        std::string_view text = head.substr(0, end);
        head.remove_prefix(std::min(end + 1, head.size()));
        for (std::string_view word = takeWord(text); !word.empty(); word = takeWord(text)) {
            const auto year = word.size() == 4 ? parseInteger(word) : std::nullopt;
            if (year && *year >= 1990 && *year < 2100) {
                return static_cast<int>(*year);
            }
        }
    }
    return 1970;
}

Expected<void> Reader::prepare() {
    const std::string_view head = m_input.lines.head();
    const std::string& place = m_input.lines.place();
    m_isOwn = OwnHeader::isOwn(head);
    auto layout = findLayout(head);
    if (!layout) {
        return badInput(m_isOwn ? "The trace holds no samples; is it truncated?"
                                : "The rows of numbers have no header line above them; add one that names the columns.",
                        place);
    }
    m_layout = std::move(*layout);
    const int year = yearIn(head, m_layout.headerLine);
    const auto time = findTimeColumn(m_layout.names, m_layout.firstRows, year);
    if (!time) {
        return badInput(m_layout.firstRows.empty()
                            ? "The file has a header and no rows; is it truncated?"
                            : "No column can be read as time; name one \"time\", with seconds since the epoch or "
                              "\"YYYY-MM-DD hh:mm:ss\".",
                        place);
    }
    m_time = *time;
    std::vector<std::size_t> skip{m_time.column};
    if (m_time.clockColumn) {
        skip.push_back(*m_time.clockColumn);
    }
    std::vector<Output> outputs;
    if (m_isOwn) {
        for (std::size_t column = 0; column < m_layout.names.size(); ++column) {
            if (column != m_time.column) {
                outputs.push_back({metricFor(m_layout.givenNames[column]), {{column, 1.0}}, false, {}});
            }
        }
    } else {
        outputs = chooseOutputs(m_layout.names, skip);
        describeTime();
    }
    for (Output& output : outputs) {
        if (!output.note.empty()) {
            m_diagnostics.note(output.isCounter ? "counter-column" : "known-column", output.note, m_layout.headerLine);
        }
        m_hasCounters |= output.isCounter;
        m_values.emplace_back(std::move(output), m_layout.dialect);
    }
    m_isDstat = lowered(head.substr(0, std::min<std::size_t>(head.size(), 200))).find("dstat") != std::string::npos;
    m_firstIsBase = !m_isOwn && (m_hasCounters || m_isDstat);
    return {};
}

void Reader::describeTime() {
    const std::int64_t header = m_layout.headerLine;
    const std::string& name = m_layout.names[m_time.column];
    if (m_layout.dialect.delimiter != ',') {
        const std::string_view line = m_layout.headerLines.back();
        const bool tab = line.find(";\t") != std::string_view::npos;
        const std::string text = m_layout.dialect.delimiter == '\t' ? "a tab"
                                 : m_layout.dialect.delimiter == ' '
                                     ? "blanks"
                                     : fmt::format("\"{}\"", m_layout.dialect.delimiter);
        m_diagnostics.note("delimiter",
                           fmt::format("The columns are separated by {}{}.", text,
                                       m_layout.dialect.delimiter == ';' && tab ? " followed by a tab" : ""),
                           header);
    }
    if (m_layout.dialect.decimalComma) {
        m_diagnostics.note("decimal-comma", "The numbers have decimal commas.", header);
    }
    if (m_layout.headerLines.size() > 1) {
        m_diagnostics.note("header-rows",
                           "The header is repeated in two rows, groups of columns above their names; "
                           "both make the name.",
                           header);
    }
    for (const std::int64_t column : m_layout.renamed) {
        m_diagnostics.note("column-name",
                           fmt::format("The name of column {} is blank or stands there twice; it is called \"{}\".",
                                       column + 1, m_layout.names[static_cast<std::size_t>(column)]),
                           header);
    }
    if (!m_time.byName) {
        m_diagnostics.note("time-column", fmt::format("No column is named time; \"{}\" is taken by its values.", name),
                           header);
    }
    if (!m_time.claimedUnit.empty()) {
        m_diagnostics.warn("time-unit",
                           fmt::format("The header of \"{}\" says {}, but by their size the values are {} since the "
                                       "epoch and are taken so.",
                                       name, m_time.claimedUnit, unitName(m_time.unitNs)),
                           header);
    }
    if (m_time.isRelative) {
        m_diagnostics.note("relative-time",
                           fmt::format("The times in \"{}\" are no times since the epoch; they are taken as {} since "
                                       "1970.",
                                       name, unitName(m_time.unitNs)),
                           header);
    }
    if (!m_time.hasZone) {
        m_diagnostics.note("time-zone", fmt::format("The times in \"{}\" name no time zone; UTC is taken.", name),
                           header);
    }
    if (m_time.kind == TimeColumn::Kind::DayAndMonth) {
        m_diagnostics.warn("no-year", fmt::format("The times in \"{}\" name no year; {} is taken.", name, m_time.year),
                           header);
    }
}

Expected<void> Reader::takeComment(std::string_view text) {
    if (m_isOwn) {
        if (auto taken = m_own.take(text); !taken) {
            return badInput(taken.error().message, m_input.lines.place());
        }
    } else if (++m_comments == 1) {
        m_diagnostics.note("comment", "Lines that start with # are skipped.", this->line());
    }
    return {};
}

void Reader::takePreamble(std::string_view text) {
    const bool isHeader = std::ranges::find(m_layout.headerLines, text) != m_layout.headerLines.end();
    if (isHeader || trimmed(text).empty()) {
        return;
    }
    if (++m_preambleLines == 1) {
        m_diagnostics.note("preamble", "The lines above the header are skipped.", this->line());
    }
    if (hasUnbalancedQuote(text)) {
        m_diagnostics.note("unbalanced-quote", "The quotation marks of a line above the header do not match.",
                           this->line());
    }
}

Expected<void> Reader::takeLine(std::string_view text) {
    if (text.starts_with('#')) {
        return takeComment(text);
    }
    if (this->line() <= m_layout.headerLine) {
        takePreamble(text);
        return {};
    }
    if (trimmed(text).empty()) {
        return {};
    }
    if (std::ranges::find(m_layout.headerLines, text) != m_layout.headerLines.end()) {
        m_diagnostics.note("header-repeated", "The header is repeated here; the line is skipped.", this->line());
        return {};
    }
    takeRow(text);
    return {};
}

void Reader::endClockStep() {
    if (m_stepLine != 0) {
        m_diagnostics.warn(
            "clock-step",
            fmt::format("The clock steps back by {} here; {} row(s) are left out until it has passed the "
                        "time reached before.",
                        spanText(m_stepNs), m_leftOut),
            m_stepLine);
        m_stepLine = 0;
        m_leftOut = 0;
    }
}

bool Reader::isNewTime(std::int64_t timeNs) {
    if (!m_anyRow || timeNs > m_lastNs) {
        endClockStep();
        return true;
    }
    if (timeNs == m_lastNs && m_stepLine == 0) {
        m_diagnostics.warn(
            "duplicate-time",
            fmt::format("The row has the same time ({}) as the one before; it is left out.", timeText(timeNs)),
            this->line());
        return false;
    }
    if (m_stepLine == 0) {
        m_stepLine = this->line();
        m_stepNs = m_lastNs - timeNs;
    }
    ++m_leftOut;
    return false;
}

void Reader::takeRow(std::string_view text) {
    if (hasUnbalancedQuote(text)) {
        m_diagnostics.warn("unbalanced-quote", "The quotation marks of the line do not match.", this->line());
    }
    split(text, m_layout.dialect.delimiter, m_fields);
    const bool trailing = m_fields.size() == m_layout.names.size() + 1 && m_fields.back().empty();
    if (m_fields.size() != m_layout.names.size() && !trailing) {
        m_diagnostics.warn(
            "field-count",
            fmt::format(
                "The row has {} fields where the header has {}; {}.", m_fields.size(), m_layout.names.size(),
                m_fields.size() < m_layout.names.size() ? "the others are missing" : "those beyond are skipped"),
            this->line());
    }
    const auto field = [&](std::size_t column) {
        return column < m_fields.size() ? m_fields[column] : std::string_view();
    };
    const auto time = m_time.parse(field(m_time.column), m_time.clockColumn ? field(*m_time.clockColumn) : "");
    if (!time) {
        m_diagnostics.warn(
            "bad-time",
            fmt::format("\"{}\" cannot be read as time; the row is left out.", field(m_time.column).substr(0, 40)),
            this->line());
        return;
    }
    m_diagnostics.at(*time);
    const bool stepped = m_stepLine != 0;
    if (!isNewTime(*time)) {
        return;
    }
    const bool isBase = !m_anyRow && m_firstIsBase;
    // After a step of the clock nobody knows how long the interval of a counter really was.
    const double seconds = m_anyRow && !stepped ? secondsFromNs(*time - m_lastNs) : 0.0;
    for (Values& values : m_values) {
        values.take(m_fields, this->line(), seconds, !isBase);
    }
    if (isBase) {
        m_trace.startNs = *time;
        if (m_isDstat) {
            m_diagnostics.warn("since-boot", "The first row averages over the time since boot; only its time is used.",
                               this->line());
        } else {
            m_diagnostics.note("base-row", "The first row is the base of the counters; only its time is used.",
                               this->line());
        }
    } else {
        m_times.push(*time);
    }
    m_sampleLines.add(*time, this->line());
    m_anyRow = true;
    m_lastNs = *time;
}

bool Reader::isWhole(std::string_view text) {
    split(text, m_layout.dialect.delimiter, m_fields);
    return m_fields.size() >= m_layout.names.size();
}

Expected<ReadResult> Reader::result() {
    const std::string& place = m_input.lines.place();
    endClockStep();
    m_diagnostics.at(std::nullopt);
    if (m_times.size() == 0) {
        return badInput(m_anyRow ? "The file has one usable row only; counters need at least two to become rates."
                                 : "The file has a header and no usable row; is it truncated?",
                        place);
    }
    m_trace.timesNs = m_times.take();
    for (Values& values : m_values) {
        Column column = values.finish(m_diagnostics, m_isOwn);
        if (m_isOwn) {
            m_own.apply(column);
        } else if (!values.hasNumbers()) {
            m_diagnostics.warn("no-numbers", fmt::format("{} holds no number; it is left out.", column.metric.id),
                               m_layout.headerLine);
            continue;
        }
        m_trace.columns.push_back(std::move(column));
    }
    if (m_trace.columns.empty()) {
        return badInput("No column beside the time holds numbers.", place);
    }
    FillGaps fill = m_isOwn || m_hasCounters ? FillGaps::No : FillGaps::Yes;
    if (m_isOwn && m_own.startNs() && *m_own.startNs() < m_trace.timesNs.front()) {
        m_trace.startNs = *m_own.startNs();
    } else if (!m_firstIsBase) {
        if (m_trace.timesNs.size() < 2) {
            return badInput("The file has one row only, so that nobody knows how long an interval is.", place);
        }
        // The first row tells nothing about its own interval; the usual one is the best guess.
        const GuessedStart start = guessedStart(m_trace.timesNs);
        m_trace.startNs = start.startNs;
        m_diagnostics.note("start",
                           fmt::format("The file does not say when its first interval begins; {} before the first row "
                                       "is taken.",
                                       spanText(start.usualNs)));
    }
    if (m_isOwn) {
        m_trace.attributes = m_own.takeAttributes();
    }
    return finish(std::move(m_trace), kCsvFormat.name, m_sampleLines, m_diagnostics, place, fill);
}

Cancellable<ReadResult> Reader::read() {
    if (const auto prepared = prepare(); !prepared) {
        return tl::unexpected(prepared.error());
    }
    Pace pace(m_input);
    std::string_view text;
    while (m_input.lines.next(text)) {
        if (m_input.lines.lastLineWasCut() && this->line() > m_layout.headerLine) {
            if (!isWhole(text)) {
                m_diagnostics.warn("cut-off", "The file ends in the middle of this row; it is left out.", this->line());
                break;
            }
            m_diagnostics.note("no-line-end", "The last line has no line end; its last value may lack digits.",
                               this->line());
        }
        if (const auto taken = takeLine(text); !taken) {
            return tl::unexpected(taken.error());
        }
        if (!pace.goOn()) {
            return std::nullopt;
        }
    }
    if (m_input.lines.failure()) {
        return tl::unexpected(*m_input.lines.failure());
    }
    auto read = result();
    if (!read) {
        return tl::unexpected(read.error());
    }
    return std::move(*read);
}

bool sniff(std::string_view head) {
    return OwnHeader::isOwn(head) || findLayout(head) || hasRows(head);
}

Cancellable<ReadResult> read(Input& input) {
    return Reader(input).read();
}

}  // namespace
}  // namespace csv

const Format kCsvFormat{"csv", csv::sniff, csv::read};

}  // namespace mimesys::trace
