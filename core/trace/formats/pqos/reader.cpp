// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/clock.h"
#include "trace/csvdialect.h"
#include "trace/formats/common/finish.h"
#include "trace/formats/common/numbers.h"
#include "trace/formats/format.h"
#include "trace/formats/pqos/polls.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

namespace mimesys::trace {
namespace pqos {
namespace {

constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

std::size_t metricIndex(std::string_view id) {
    const auto found = std::ranges::find(kMetricIds, id);
    return found == kMetricIds.end() ? kNowhere : static_cast<std::size_t>(found - kMetricIds.begin());
}

class Reader {
public:
    explicit Reader(Input& input) : m_input(input), m_polls(m_diagnostics) {
        m_wanted.fill(true);
        m_provenance.fill(Provenance::Unknown);
    }
    Cancellable<ReadResult> read();

private:
    void takeLine(std::string_view line);
    void takeTime(std::string_view line);
    void takeHeadings(std::string_view line);
    void takeRow(std::string_view line, const Cores& cores);
    [[nodiscard]] Quantities quantitiesIn(std::string_view label, const std::vector<std::string_view>& cells);
    void takeOwnFact(std::string_view line);
    void takeOwnValues(std::string_view line);
    void explain();
    Cancellable<ReadResult> result();

    [[nodiscard]] std::int64_t line() const { return m_input.lines.lineNumber(); }

    Input& m_input;
    Diagnostics m_diagnostics;
    Polls m_polls;
    std::array<std::size_t, kQuantities> m_positions{0, 1, 2, 3, 4};  // of the quantities behind the label
    std::size_t m_width = kQuantities;                                // columns behind the label
    bool m_open = false;                                              // rows belong to a poll

    std::optional<std::string> m_refusal;  // why the file is not read on
    bool m_isOwn = false;
    std::optional<std::int64_t> m_startNs;
    std::array<bool, kQuantities> m_wanted;
    std::array<Provenance, kQuantities> m_provenance;  // of our own logs
    Trace m_trace;
};

void Reader::takeTime(std::string_view line) {
    const auto time = parseTime(trimmed(line.substr(4)));
    m_open = time.has_value();
    if (time) {
        m_diagnostics.at(*time);
        m_polls.begin(*time, this->line());
    } else {
        m_diagnostics.warn("bad-time", "The line names no date and time (YYYY-MM-DD HH:MM:SS); its rows are skipped.",
                           this->line());
    }
}

void Reader::takeHeadings(std::string_view line) {
    m_positions.fill(kNowhere);
    m_width = 0;
    (void)takeWord(line);
    for (std::string_view word = takeWord(line); !word.empty(); word = takeWord(line)) {
        if (const auto heading = std::ranges::find(kHeadings, word); heading != kHeadings.end()) {
            m_positions[static_cast<std::size_t>(heading - kHeadings.begin())] = m_width;
        }
        ++m_width;
    }
}

Quantities Reader::quantitiesIn(std::string_view label, const std::vector<std::string_view>& cells) {
    Quantities values{};
    for (std::size_t i = 0; i < kQuantities; ++i) {
        const std::size_t position = m_positions[i];
        const auto value = position == kNowhere ? std::nullopt : parseQuantity(cells[position]);
        if (!value && position != kNowhere) {
            m_diagnostics.warn("bad-value",
                               fmt::format("Core {} has no usable {} (\"{}\"); it is missing in this poll.", label,
                                           kHeadings[i], cells[position].substr(0, 40)),
                               this->line());
        }
        values[i] = value.value_or(std::nan(""));
    }
    return values;
}

void Reader::takeRow(std::string_view line, const Cores& cores) {
    const std::string_view label = takeWord(line);
    const bool cut = m_input.lines.lastLineWasCut();
    std::vector<std::string_view> cells;
    for (std::string_view word = takeWord(line); !word.empty(); word = takeWord(line)) {
        cells.push_back(word);
    }
    if (cells.size() < m_width) {
        m_diagnostics.warn(
            cut ? "cut-off" : "short-line",
            fmt::format("The row of core {} has {} of {} values; it was skipped.", label, cells.size(), m_width),
            this->line());
        return;
    }
    if (cut) {
        m_diagnostics.note("no-line-end", "The last line has no line end; its last value may lack digits.",
                           this->line());
    }
    switch (m_polls.add(label, cores, quantitiesIn(label, cells))) {
        case Polls::Added::Yes:
            break;
        case Polls::Added::Twice:
            m_diagnostics.warn("duplicate-line",
                               fmt::format("Core {} stands twice in one poll; the first row counts.", label),
                               this->line());
            break;
        case Polls::Added::TooMany:
            m_refusal = fmt::format(
                "The log has more groups of cores than this program looks at ({}, or {} ranges of cores in them).",
                Polls::kMostGroups, Polls::kMostRanges);
            break;
    }
}

void Reader::takeOwnFact(std::string_view line) {
    const std::string_view word = takeWord(line);
    const std::string_view value = word.substr(std::min(word.find('=') + 1, word.size()));
    if (word == "provenance") {
        const std::size_t metric = metricIndex(takeWord(line));
        if (metric != kNowhere) {
            m_provenance[metric] = provenanceFromName(trimmed(line)).value_or(Provenance::Unknown);
        }
    } else if (word == "attribute") {
        line.remove_prefix(std::min<std::size_t>(1, line.size()));
        if (const std::size_t colon = findKeyEnd(line); colon != std::string_view::npos) {
            // One blank stands behind the colon; further ones belong to the value.
            m_trace.attributes[unescapeLine(line.substr(0, colon))] =
                unescapeLine(line.substr(std::min(colon + 2, line.size())));
        }
    } else if (word.starts_with("version=")) {
        if (parseInteger(value).value_or(kVersion + 1) > kVersion) {
            m_refusal =
                fmt::format("The trace has version {} of its format, newer than this program; update it.", value);
        }
    } else if (word.starts_with("start=")) {
        m_startNs = parseNanoseconds(value, kNanosecondsPerSecond);
    } else if (word.starts_with("metrics=")) {
        for (std::size_t i = 0; i < kQuantities; ++i) {
            m_wanted[i] = fmt::format(",{},", value).find(fmt::format(",{},", kMetricIds[i])) != std::string::npos;
        }
    }
}

void Reader::takeOwnValues(std::string_view line) {
    for (std::string_view word = takeWord(line); !word.empty(); word = takeWord(line)) {
        const std::size_t equals = std::min(word.find('='), word.size());
        const std::string_view value = word.substr(std::min(equals + 1, word.size()));
        const std::size_t metric = metricIndex(word.substr(0, equals));
        const auto time = word.starts_with("time=") ? parseNanoseconds(value, kNanosecondsPerSecond) : std::nullopt;
        const auto number = metric != kNowhere ? parseFloat(value) : std::nullopt;
        if (time) {
            m_polls.setExactTime(*time);
        } else if (number) {
            m_polls.setExact(metric, *number);
        } else {
            m_diagnostics.warn("bad-value", fmt::format("\"{}\" is no exact value.", word.substr(0, 40)), this->line());
        }
    }
}

void Reader::takeLine(std::string_view line) {
    const std::string_view text = trimmed(line);
    std::string_view rest = text;
    const std::string_view word = takeWord(rest);
    if (line.starts_with(kOwn)) {
        m_isOwn = true;
        if (m_polls.empty()) {
            takeOwnFact(line.substr(kOwn.size()));
        } else if (m_open) {
            takeOwnValues(line.substr(kOwn.size()));
        }
        return;
    }
    if (text.empty() || word.front() == '#') {
        return;
    }
    if (word == "TIME") {
        takeTime(text);
    } else if (word == "CORE") {
        takeHeadings(text);
    } else if (const auto cores = parseCores(word); cores && m_open) {
        takeRow(text, *cores);
    } else {
        m_diagnostics.warn("stray-line",
                           cores ? "The row stands under no TIME line; it was skipped."
                                 : "The line is no part of a pqos log; it was skipped.",
                           this->line());
    }
}

void Reader::explain() {
    if (m_isOwn) {
        return;
    }
    m_diagnostics.note("units",
                       "llc.misses is MISSES per second since the poll before; LLC[KB] is taken as 1024 bytes and MB/s "
                       "as 2^20 bytes per second, of which MBL and MBR together are memory.bandwidth.");
    m_diagnostics.note("time-zone", "TIME is taken as UTC.");
    if (m_polls.mostGroupsInAPoll() > 1) {
        m_diagnostics.note("mean-ipc",
                           fmt::format("cpu.ipc is the plain mean over up to {} groups of cores: the log does not tell "
                                       "how many cycles each ran.",
                                       m_polls.mostGroupsInAPoll()));
    }
}

Cancellable<ReadResult> Reader::result() {
    const std::string& place = m_input.lines.place();
    if (m_polls.empty()) {
        return badInput(
            "The log has no usable TIME line: without times, misses per poll cannot become misses per second.", place);
    }
    if (!m_polls.complete(m_startNs, !m_isOwn, m_input.stop)) {
        return std::nullopt;
    }
    std::vector<std::int64_t> times;
    for (std::size_t i = 0; i < m_polls.size(); ++i) {
        times.push_back(m_polls.timeNs(i));
    }
    if (times.empty() || (!m_startNs && times.size() < 2)) {
        return badInput("The log holds one poll only; the time that its values cover is not known.", place);
    }
    // The first poll, too, covers the time since the one before it.
    m_trace.startNs = m_startNs ? *m_startNs : guessedStart(times).startNs;
    std::array<Column, kQuantities> columns;
    std::array<bool, kQuantities> found{};
    SampleLines lines;
    lines.add(m_trace.startNs, 0);
    for (std::size_t i = 0; i < times.size(); ++i) {
        if (constexpr std::size_t kLookEvery = 1024; i % kLookEvery == 0 && m_input.stop.stop_requested()) {
            return std::nullopt;
        }
        lines.add(times[i], m_polls.line(i));
        const std::int64_t before = i == 0 ? m_trace.startNs : times[i - 1];
        const Metrics metrics = m_polls.metrics(i, secondsFromNs(times[i] - before));
        for (std::size_t n = 0; n < kQuantities; ++n) {
            columns[n].values.push_back(metrics[n]);
            found[n] = found[n] || !std::isnan(metrics[n]);
        }
    }
    for (std::size_t n = 0; n < kQuantities; ++n) {
        if (m_isOwn ? m_wanted[n] : found[n]) {
            columns[n].metric = metricFor(kMetricIds[n]);
            // pqos itself shows nothing but what the hardware counted.
            columns[n].provenance = m_isOwn ? m_provenance[n] : Provenance::HardwareCounter;
            m_trace.columns.push_back(std::move(columns[n]));
        }
    }
    if (m_trace.columns.empty()) {
        return badInput(m_polls.hasRows() ? "No poll of the log has values that can be used."
                                          : "The log has TIME lines but no row with values.",
                        place);
    }
    if (!m_isOwn) {
        m_trace.attributes["source"] = "pqos";
    }
    m_trace.timesNs = std::move(times);
    m_diagnostics.at(std::nullopt);
    explain();
    auto finished = finish(std::move(m_trace), kPqosFormat.name, lines, m_diagnostics, place);
    if (!finished) {
        return tl::unexpected(finished.error());
    }
    return std::move(*finished);
}

Cancellable<ReadResult> Reader::read() {
    Pace pace(m_input);
    std::string_view line;
    while (m_input.lines.next(line)) {
        takeLine(line);
        if (m_refusal) {
            return badInput(*m_refusal, m_input.lines.place());
        }
        if (!pace.goOn()) {
            return std::nullopt;
        }
    }
    if (m_input.lines.failure()) {
        return tl::unexpected(*m_input.lines.failure());
    }
    return result();
}

// Our own mark, a line "TIME date time", or the headings; pqos may have said something else before.
bool sniff(std::string_view head) {
    if (head.starts_with(kOwn)) {
        return true;
    }
    constexpr int kLines = 200;
    for (int i = 0; i < kLines && !head.empty(); ++i) {
        std::string_view line = head.substr(0, head.find('\n'));
        head.remove_prefix(std::min(line.size() + 1, head.size()));
        std::string_view first = takeWord(line);
        std::string_view rest = trimmed(line.ends_with('\r') ? line.substr(0, line.size() - 1) : line);
        if (first == "TIME" && parseTime(rest)) {
            return true;
        }
        if (first == "CORE" && rest.find("IPC") != std::string_view::npos &&
            rest.find("MISSES") != std::string_view::npos && rest.find(',') == std::string_view::npos) {
            return true;
        }
    }
    return false;
}

Cancellable<ReadResult> read(Input& input) {
    return Reader(input).read();
}

}  // namespace
}  // namespace pqos

const Format kPqosFormat{"pqos", pqos::sniff, pqos::read};

}  // namespace mimesys::trace
