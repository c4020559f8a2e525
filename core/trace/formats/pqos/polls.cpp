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
        if (m_groups.size() == kMostGroups) {
            return Added::TooManyGroups;
        }
        known = m_groupByLabel.emplace(label, m_groups.size()).first;
        m_groups.push_back({std::string(label), cores, poll.line, 0, {}});
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

// Rows whose cores another row counts, too, such as those of the sockets beside that of the machine.
void Polls::findCovered() {
    for (std::size_t inner = 0; inner < m_groups.size(); ++inner) {
        Group& group = m_groups[inner];
        for (std::size_t outer = 0; outer < m_groups.size(); ++outer) {
            const bool equal = group.cores == m_groups[outer].cores;
            if (inner != outer && (!equal || outer < inner) && covers(m_groups[outer].cores, group.cores)) {
                group.coveredBy.push_back(outer);
            }
        }
        if (!group.coveredBy.empty()) {
            m_diagnostics.note("covered-cores",
                               fmt::format("The cores {} are counted in the row of {}, too; where both stand, the "
                                           "former row is left out.",
                                           group.label, m_groups[group.coveredBy.front()].label),
                               group.firstLine);
        }
    }
}

// A file cut off between two lines looks like a poll in which groups are gone.
void Polls::dropCutPoll() {
    if (m_polls.size() < 2) {
        return;
    }
    const std::int64_t before = m_polls[m_polls.size() - 2].line;
    const auto gone = std::ranges::find(m_groups, before, &Group::lastLine);
    if (gone != m_groups.end()) {
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

void Polls::complete(std::optional<std::int64_t> startNs, bool spread) {
    findCovered();
    dropCutPoll();
    if (spread) {
        spreadSameTimes();
    }
    dropBackwardTimes(startNs);
}

bool Polls::isCovered(const Group& group) const {
    return std::ranges::any_of(group.coveredBy, [&](std::size_t outer) { return m_present[outer]; });
}

const Polls::Group* Polls::missingGroup(const Poll& poll) const {
    for (std::size_t i = 0; i < m_groups.size(); ++i) {
        const Group& group = m_groups[i];
        if (!m_present[i] && group.firstLine < poll.line && poll.line < group.lastLine && !isCovered(group)) {
            return &group;
        }
    }
    return nullptr;
}

std::optional<Quantities> Polls::sumOf(const Poll& poll) {
    m_present.assign(m_groups.size(), false);
    for (std::size_t i = 0; i < poll.rowCount; ++i) {
        m_present[m_rows[poll.firstRow + i].group] = true;
    }
    if (const Group* missing = missingGroup(poll)) {
        m_diagnostics.warn(
            "missing-row",
            fmt::format("Core {} has no row in this poll, whose values are therefore missing.", missing->label),
            poll.line);
        return std::nullopt;
    }
    Quantities sum{};
    std::size_t counted = 0;
    for (std::size_t i = 0; i < poll.rowCount; ++i) {
        const Row& row = m_rows[poll.firstRow + i];
        if (isCovered(m_groups[row.group])) {
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
