// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "trace/formats/pqos/polls.h"

#include "base/clock.h"
#include "trace/summary.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace mimesys::trace::pqos {

void Polls::begin(std::int64_t timeNs, std::int64_t line) {
    m_polls.push_back({timeNs, line, m_rows.size(), 0});
}

Polls::Added Polls::add(std::string_view label, const Cores& cores, const Quantities& values) {
    Poll& poll = m_polls.back();
    auto known = m_groupByLabel.find(label);
    if (known == m_groupByLabel.end()) {
        m_ranges += cores.size();
        if (m_groups.size() == kMostGroups || m_ranges > kMostRanges) {
            return Added::TooMany;
        }
        known = m_groupByLabel.emplace(label, m_groups.size()).first;
        m_groups.push_back({std::string(label), cores, poll.line, 0, {}, {}});
    }
    Group& group = m_groups[known->second];
    if (group.lastLine == poll.line) {
        return Added::Twice;
    }
    group.lastLine = poll.line;
    m_rows.push_back({known->second, values});
    ++poll.rowCount;
    return Added::Yes;
}

void Polls::relate(std::size_t inner, std::size_t outer) {
    Group& group = m_groups[inner];
    const Cores& other = m_groups[outer].cores;
    if (inner == outer || !overlap(group.cores, other)) {
        return;
    }
    const bool covered = covers(other, group.cores);
    const bool covering = covers(group.cores, other);
    if (covered && (!covering || outer < inner)) {
        group.coveredBy.set(outer);
    } else if (!covered && !covering) {
        group.overlapped.set(outer);
    }
}

// Rows whose cores another row counts, too, such as those of the sockets beside that of the machine.
bool Polls::relateGroups(const std::stop_token& stop) {
    for (std::size_t inner = 0; inner < m_groups.size(); ++inner) {
        if (stop.stop_requested()) {
            return false;
        }
        for (std::size_t outer = 0; outer < m_groups.size(); ++outer) {
            relate(inner, outer);
        }
        const Group& group = m_groups[inner];
        if (const std::size_t outer = group.coveredBy._Find_first(); outer < kMostGroups) {
            m_diagnostics.note("covered-cores",
                               fmt::format("The cores {} are counted in the row of {}, too; where both stand, the "
                                           "former row is left out.",
                                           group.label, m_groups[outer].label),
                               group.firstLine);
        }
    }
    return true;
}

// A file cut off between two lines looks like a poll in which groups are gone.
void Polls::dropCutPoll() {
    if (m_polls.size() < 2) {
        return;
    }
    const std::int64_t before = m_polls[m_polls.size() - 2].line;
    const auto gone = std::ranges::find(m_groups, before, &Group::lastLine);
    if (gone != m_groups.end()) {
        m_diagnostics.at(m_polls.back().timeNs);
        m_diagnostics.warn("cut-off",
                           fmt::format("The last poll lacks core {}, which the one before has: the file may be cut "
                                       "off, and the poll is left out.",
                                       gone->label),
                           m_polls.back().line);
        m_polls.pop_back();
    }
}

void Polls::spreadSameTimes() {
    for (std::size_t begin = 0; begin < m_polls.size();) {
        std::size_t end = begin + 1;
        while (end < m_polls.size() && m_polls[end].timeNs == m_polls[begin].timeNs) {
            ++end;
        }
        const std::int64_t step = kNanosecondsPerSecond / static_cast<std::int64_t>(end - begin);
        if (end - begin > 1) {
            m_diagnostics.at(m_polls[begin].timeNs);
            m_diagnostics.note(
                "same-time", fmt::format("{} polls bear the same TIME; they are spread over its second.", end - begin),
                m_polls[begin].line);
        }
        for (std::size_t i = begin; i < end; ++i) {
            m_polls[i].timeNs += static_cast<std::int64_t>(i - begin) * step;
        }
        begin = end;
    }
}

void Polls::dropBackwardTimes(std::optional<std::int64_t> startNs) {
    std::optional<std::int64_t> before = startNs;
    std::erase_if(m_polls, [&](const Poll& poll) {
        if (before && poll.timeNs <= *before) {
            m_diagnostics.at(poll.timeNs);
            m_diagnostics.warn(
                "clock-step",
                fmt::format("The TIME is not later than {}, which was reached before; the poll is left out.",
                            timeText(*before)),
                poll.line);
            return true;
        }
        before = poll.timeNs;
        return false;
    });
}

bool Polls::complete(std::optional<std::int64_t> startNs, bool spread, const std::stop_token& stop) {
    if (!relateGroups(stop)) {
        return false;
    }
    dropCutPoll();
    if (spread) {
        spreadSameTimes();
    }
    dropBackwardTimes(startNs);
    for (std::size_t i = 0; i < m_groups.size(); ++i) {
        m_byFirstLine.push_back(i);
        m_byLastLine.push_back(i);
    }
    std::ranges::sort(m_byFirstLine, {}, [&](std::size_t group) { return m_groups[group].firstLine; });
    std::ranges::sort(m_byLastLine, {}, [&](std::size_t group) { return m_groups[group].lastLine; });
    return !stop.stop_requested();
}

void Polls::look(const Poll& poll) {
    Present present;
    for (std::size_t i = 0; i < poll.rowCount; ++i) {
        present.groups.set(m_rows[poll.firstRow + i].group);
    }
    if (m_present && m_present->groups == present.groups) {
        return;
    }
    for (std::size_t i = 0; i < m_groups.size(); ++i) {
        present.covered[i] = (m_groups[i].coveredBy & present.groups).any();
    }
    const GroupSet counted = present.groups & ~present.covered;
    for (std::size_t i = 0; i < poll.rowCount && !present.doubled; ++i) {
        const std::size_t group = m_rows[poll.firstRow + i].group;
        if (counted[group] && (m_groups[group].overlapped & counted).any()) {
            present.doubled = group;
        }
    }
    m_present = present;
}

const Polls::Group* Polls::missingGroup(const Poll& poll) {
    for (; m_begun < m_byFirstLine.size() && m_groups[m_byFirstLine[m_begun]].firstLine < poll.line; ++m_begun) {
        const std::size_t group = m_byFirstLine[m_begun];
        m_expected.set(group, m_groups[group].lastLine > poll.line);
    }
    for (; m_ended < m_byLastLine.size() && m_groups[m_byLastLine[m_ended]].lastLine <= poll.line; ++m_ended) {
        m_expected.reset(m_byLastLine[m_ended]);
    }
    const std::size_t missing = (m_expected & ~m_present->groups & ~m_present->covered)._Find_first();
    return missing < kMostGroups ? &m_groups[missing] : nullptr;
}

std::optional<Quantities> Polls::sumOf(const Poll& poll) {
    look(poll);
    m_diagnostics.at(poll.timeNs);
    if (const Group* missing = missingGroup(poll)) {
        m_diagnostics.warn(
            "missing-row",
            fmt::format("Core {} has no row in this poll, whose values are therefore missing.", missing->label),
            poll.line);
        return std::nullopt;
    }
    if (m_present->doubled) {
        const Group& group = m_groups[*m_present->doubled];
        const GroupSet others = group.overlapped & m_present->groups & ~m_present->covered;
        m_diagnostics.warn("overlapping-cores",
                           fmt::format("The rows of cores {} and {} share some cores, which would count twice; the "
                                       "poll's values are therefore missing.",
                                       group.label, m_groups[others._Find_first()].label),
                           poll.line);
        return std::nullopt;
    }
    Quantities sum{};
    std::size_t counted = 0;
    for (std::size_t i = 0; i < poll.rowCount; ++i) {
        const Row& row = m_rows[poll.firstRow + i];
        if (m_present->covered[row.group]) {
            continue;
        }
        ++counted;
        for (std::size_t n = 0; n < kQuantities; ++n) {
            sum[n] += row.values[n];
        }
    }
    m_mostCounted = std::max(m_mostCounted, counted);
    if (counted == 0) {
        return std::nullopt;
    }
    sum[Ipc] /= static_cast<double>(counted);
    return sum;
}

Metrics Polls::metrics(std::size_t number, double seconds) {
    const Poll& poll = m_polls[number];
    Quantities nothing{};
    nothing.fill(std::nan(""));
    Metrics metrics = metricsOf(sumOf(poll).value_or(nothing), seconds);
    while (m_nextExact < m_exact.size() && m_exact[m_nextExact].line <= poll.line) {
        const Exact& exact = m_exact[m_nextExact++];
        if (exact.line == poll.line) {
            metrics[exact.metric] = exact.value;
        }
    }
    return metrics;
}

}  // namespace mimesys::trace::pqos
