// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/clock.h"
#include "trace/csvdialect.h"
#include "trace/formats/common/finish.h"
#include "trace/formats/common/numbers.h"
#include "trace/formats/format.h"
#include "trace/formats/hpcperfstats/devices.h"
#include "trace/formats/hpcperfstats/rates.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <map>

namespace mimesys::trace {
namespace hpcperfstats {
namespace {

// The text of one file from its first line to its last. A sample begins with a line "TIME JOB HOST" and ends where the
// next one or another header begins.
class Reader {
public:
    explicit Reader(Input& input) : m_input(input), m_devices(m_diagnostics), m_rates(m_devices, m_diagnostics) {}

    Cancellable<ReadResult> read();

private:
    void takeLine(std::string_view line);
    void takeHeader(std::string_view line);
    void takeOwnAttribute(std::string_view text);
    void takeSampleStart(std::string_view line);
    void takeCutLine(std::string_view line);
    void endSample();
    void endLastSample();
    void accept();
    void endClockStep();
    Expected<ReadResult> result();

    [[nodiscard]] std::int64_t line() const { return m_input.lines.lineNumber(); }

    Input& m_input;
    Diagnostics m_diagnostics;
    DeviceTable m_devices;
    Rates m_rates;
    SampleLines m_sampleLines;
    Trace m_trace;
    Chunks<std::int64_t> m_times;

    // The sample being read.
    bool m_open = false;
    std::int64_t m_sample = 0;  // number of samples begun
    std::int64_t m_timeNs = 0;
    std::int64_t m_sampleLine = 0;

    // The last sample that counted.
    std::int64_t m_baseSample = -1;
    std::int64_t m_baseTimeNs = 0;

    // While the clock stands behind the last sample that counted.
    std::int64_t m_stepLine = 0;
    std::int64_t m_stepNs = 0;
    std::int64_t m_leftOut = 0;

    bool m_inHeader = true;
    bool m_isOwn = false;                            // written by this program, with its attributes
    std::map<std::string, std::string> m_facts;      // from the header of any daemon
    std::map<std::string, Provenance> m_provenance;  // where the file itself says it
    std::string m_job;
    std::string m_jobs;
};

void Reader::takeHeader(std::string_view line) {
    if (!m_inHeader) {
        m_inHeader = true;
        endSample();
        if (m_sample > 0) {
            m_diagnostics.note("header-repeated", "The header is repeated here.", this->line());
        }
    }
    if (line.front() == '!') {
        m_devices.define(parseSchema(line), this->line());
        return;
    }
    line.remove_prefix(1);
    const std::string key(takeWord(line));
    const std::string value(trimmed(line));
    if (key == "tacc_stats" || key == "hpcperfstats") {
        m_facts["source"] = fmt::format("{} {}", key, value);
    } else if (key == "hostname") {
        m_facts["host"] = value;
    } else if (key == "uname") {
        m_facts["uname"] = value;
    } else if (key == "mimesys_attribute") {
        takeOwnAttribute(value);
    } else if (key == "mimesys_provenance") {
        m_isOwn = true;
        const std::size_t space = std::min(value.find(' '), value.size());
        if (const auto provenance = provenanceFromName(trimmed(std::string_view(value).substr(space)))) {
            m_provenance[value.substr(0, space)] = *provenance;
        }
    }
}

void Reader::takeOwnAttribute(std::string_view text) {
    m_isOwn = true;
    const std::size_t colon = findKeyEnd(text);
    if (colon != std::string_view::npos) {
        m_trace.attributes[unescapeLine(text.substr(0, colon))] = unescapeLine(trimmed(text.substr(colon + 1)));
    }
}

void Reader::takeSampleStart(std::string_view line) {
    endSample();
    m_inHeader = false;
    const auto time = parseNanoseconds(takeWord(line), kNanosecondsPerSecond);
    if (!time || *time <= 0) {
        m_diagnostics.warn("bad-time", "The line starts no sample: its time is no number of seconds.", this->line());
        return;
    }
    m_open = true;
    ++m_sample;
    m_timeNs = *time;
    m_diagnostics.at(m_timeNs);
    m_sampleLine = this->line();
    const std::string_view job = takeWord(line);
    if (job != m_job) {
        const bool none = job.empty() || job == "0" || job == "-";
        if (!none) {
            m_diagnostics.note("job", fmt::format("Job {} runs from here on.", job), this->line());
            m_jobs += m_jobs.empty() ? std::string(job) : fmt::format(" {}", job);
        } else if (!m_job.empty()) {
            m_diagnostics.note("job", fmt::format("Job {} has ended here.", m_job), this->line());
        }
        m_job = none ? std::string() : std::string(job);
    }
}

void Reader::takeLine(std::string_view line) {
    if (line.empty()) {
        return;
    }
    const char first = line.front();
    if (isDigit(first)) {
        takeSampleStart(line);
    } else if (first == '$' || first == '!') {
        takeHeader(line);
    } else if (first == '%') {
        m_diagnostics.note("mark", fmt::format("Mark \"{}\".", line.substr(0, 80)), this->line());
    } else if (m_open && std::isalpha(static_cast<unsigned char>(first)) != 0) {
        m_devices.take(line, this->line(), m_sample);
    } else if (!trimmed(line).empty()) {
        m_diagnostics.warn("stray-line",
                           m_open ? "The line is no part of a sample; it was skipped."
                                  : "The line stands outside a sample; it was skipped.",
                           this->line());
    }
}

void Reader::endClockStep() {
    if (m_stepLine != 0) {
        m_diagnostics.warn("clock-step",
                           fmt::format("The clock steps back by {} here; {} sample(s) are left out until it has passed "
                                       "the time reached before.",
                                       spanText(m_stepNs), m_leftOut),
                           m_stepLine);
        m_stepLine = 0;
        m_leftOut = 0;
    }
}

void Reader::endSample() {
    if (!m_open) {
        return;
    }
    m_open = false;
    if (m_baseSample < 0) {
        m_trace.startNs = m_timeNs;
        m_baseTimeNs = m_timeNs;
        m_sampleLines.add(m_timeNs, m_sampleLine);
    } else if (m_timeNs == m_baseTimeNs && m_stepLine == 0) {
        // The counters of the first of the two stay the base, so nothing is lost.
        m_diagnostics.warn(
            "duplicate-time",
            fmt::format("The sample has the same time ({}) as the one before; it is left out.", timeText(m_timeNs)),
            m_sampleLine);
        return;
    } else if (m_timeNs <= m_baseTimeNs) {
        if (m_stepLine == 0) {
            m_stepLine = m_sampleLine;
            m_stepNs = m_baseTimeNs - m_timeNs;
        }
        ++m_leftOut;
    } else {
        accept();
    }
    m_rates.rebase(m_sample);
    m_baseSample = m_sample;
}

void Reader::takeCutLine(std::string_view line) {
    const bool isData = !line.empty() && std::isalpha(static_cast<unsigned char>(line.front())) != 0;
    if (isData && m_devices.isWhole(line)) {
        m_diagnostics.note("no-line-end", "The last line has no line end; its last value may lack digits.",
                           this->line());
        takeLine(line);
        return;
    }
    m_diagnostics.warn("cut-off",
                       isData ? "The file ends in the middle of this line; the sample it belongs to is left out."
                              : "The file ends in the middle of this line; it was skipped.",
                       this->line());
    m_open = m_open && !isData;
}

void Reader::endLastSample() {
    // A file cut off between two lines looks like a sample in which devices are gone.
    if (m_open && m_baseSample >= 0) {
        if (const Device* missing = m_devices.firstMissing(m_baseSample, m_sample)) {
            m_diagnostics.warn(
                "cut-off",
                fmt::format("The last sample lacks \"{}\", which the one before has: the file may be cut "
                            "off, and the sample is left out.",
                            trimmed(missing->prefix)),
                m_sampleLine);
            m_open = false;
        }
    }
    endSample();
}

void Reader::accept() {
    // After a step of the clock nobody knows how long this interval really was.
    const bool ratesKnown = m_stepLine == 0;
    endClockStep();
    m_rates.append(
        {m_times.size(), m_sample, m_baseSample, secondsFromNs(m_timeNs - m_baseTimeNs), ratesKnown, m_sampleLine});
    m_times.push(m_timeNs);
    m_sampleLines.add(m_timeNs, m_sampleLine);
    m_baseTimeNs = m_timeNs;
}

Expected<ReadResult> Reader::result() {
    const std::string& place = m_input.lines.place();
    if (m_sample == 0) {
        return badInput("The file is the header of an HPCPerfStats trace without any sample; is it truncated?", place);
    }
    endClockStep();
    m_diagnostics.at(std::nullopt);
    if (m_times.size() == 0) {
        return badInput("The trace holds one sample only; counters need at least two to become rates.", place);
    }
    m_trace.timesNs = m_times.take();
    m_trace.columns = m_rates.takeColumns(m_trace.timesNs.size());
    if (m_trace.columns.empty()) {
        return badInput("The trace holds no counters of a kind known here (cpu, mem, block, net, ps, vm, imc, cbo).",
                        place);
    }
    for (Column& column : m_trace.columns) {
        if (const auto told = m_provenance.find(column.metric.id); told != m_provenance.end()) {
            column.provenance = told->second;
        }
    }
    if (!m_jobs.empty()) {
        m_facts["jobs"] = m_jobs;
    }
    if (!m_isOwn) {
        m_trace.attributes = std::move(m_facts);
    }
    return finish(std::move(m_trace), kHpcPerfStatsFormat.name, m_sampleLines, m_diagnostics, place);
}

Cancellable<ReadResult> Reader::read() {
    Pace pace(m_input);
    std::string_view line;
    while (m_input.lines.next(line)) {
        if (m_input.lines.lastLineWasCut()) {
            takeCutLine(line);
        } else {
            takeLine(line);
        }
        if (!pace.goOn()) {
            return std::nullopt;
        }
    }
    if (m_input.lines.failure()) {
        return tl::unexpected(*m_input.lines.failure());
    }
    endLastSample();
    auto read = result();
    if (!read) {
        return tl::unexpected(read.error());
    }
    return std::move(*read);
}

bool sniff(std::string_view head) {
    // A header line "$word …" or a schema "!word word…" before anything else.
    while (!head.empty()) {
        const std::size_t end = std::min(head.find('\n'), head.size());
        std::string_view line = trimmed(head.substr(0, end));
        head.remove_prefix(std::min(end + 1, head.size()));
        if (line.empty() || line == "\r") {
            continue;
        }
        return line.size() > 1 && (line.front() == '$' || line.front() == '!') &&
               std::isalpha(static_cast<unsigned char>(line[1])) != 0;
    }
    return false;
}

Cancellable<ReadResult> read(Input& input) {
    return Reader(input).read();
}

}  // namespace
}  // namespace hpcperfstats

const Format kHpcPerfStatsFormat{"hpcperfstats", hpcperfstats::sniff, hpcperfstats::read};

}  // namespace mimesys::trace
