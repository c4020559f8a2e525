// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "trace/formats/common/diagnostics.h"
#include "trace/formats/pqos/layout.h"

#include <bitset>
#include <cstdint>
#include <map>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace mimesys::trace::pqos {

// The polls of a log with their rows, and what they add up to. Groups of cores may come and go; a poll is left without
// values when it lacks a group that stands in polls before and after it, because the rest would pass for the whole, and
// when groups count some of their cores twice.
class Polls {
public:
    // Far more than machines have; they bound the work per poll.
    static constexpr std::size_t kMostGroups = 1024;
    static constexpr std::size_t kMostRanges = 16'384;  // of cores, in the labels of all groups

    explicit Polls(Diagnostics& diagnostics) : m_diagnostics(diagnostics) {}

    void begin(std::int64_t timeNs, std::int64_t line);

    // What follows belongs to the poll begun last.
    enum class Added { Yes, Twice, TooMany };
    [[nodiscard]] Added add(std::string_view label, const Cores& cores, const Quantities& values);
    // Our own logs: the time, and a value that its row does not give back.
    void setExactTime(std::int64_t timeNs) { m_polls.back().timeNs = timeNs; }
    void setExact(std::size_t metric, float value) { m_exact.push_back({m_polls.back().line, metric, value}); }

    [[nodiscard]] bool empty() const { return m_polls.empty(); }
    [[nodiscard]] bool hasRows() const { return !m_rows.empty(); }

    // After the last line: leaves out a last poll that was cut off and polls whose time is not later than that of the
    // one before or `startNs`. Polls of one TIME are spread over its second when `spread`. False when stopped.
    [[nodiscard]] bool complete(std::optional<std::int64_t> startNs, bool spread, const std::stop_token& stop);

    [[nodiscard]] std::size_t size() const { return m_polls.size(); }
    [[nodiscard]] std::int64_t timeNs(std::size_t poll) const { return m_polls[poll].timeNs; }
    [[nodiscard]] std::int64_t line(std::size_t poll) const { return m_polls[poll].line; }
    // In ascending order of polls; the seconds are those since the poll before.
    [[nodiscard]] Metrics metrics(std::size_t poll, double seconds);
    // Groups whose instructions per cycle are averaged.
    [[nodiscard]] std::size_t mostGroupsInAPoll() const { return m_mostCounted; }

private:
    using GroupSet = std::bitset<kMostGroups>;
    struct Group {
        std::string label;
        Cores cores;
        std::int64_t firstLine = 0;  // of the TIME of the first and last poll that has it
        std::int64_t lastLine = 0;
        GroupSet coveredBy;   // groups that count all of its cores, too
        GroupSet overlapped;  // groups that count some of them, too, and neither all of the other's
    };
    struct Row {
        std::size_t group = 0;
        Quantities values{};
    };
    struct Poll {
        std::int64_t timeNs = 0;
        std::int64_t line = 0;
        std::size_t firstRow = 0;
        std::size_t rowCount = 0;
    };
    struct Exact {
        std::int64_t line = 0;  // of the poll's TIME
        std::size_t metric = 0;
        float value = 0.0F;
    };

    // What follows from the groups that a poll has.
    struct Present {
        GroupSet groups;
        GroupSet covered;                    // of all groups, those whose cores one of these counts
        std::optional<std::size_t> doubled;  // one that shares some cores with another
    };

    [[nodiscard]] bool relateGroups(const std::stop_token& stop);
    void relate(std::size_t inner, std::size_t outer);
    void dropCutPoll();
    void spreadSameTimes();
    void dropBackwardTimes(std::optional<std::int64_t> startNs);
    void look(const Poll& poll);
    [[nodiscard]] const Group* missingGroup(const Poll& poll);
    [[nodiscard]] std::optional<Quantities> sumOf(const Poll& poll);

    Diagnostics& m_diagnostics;
    std::vector<Group> m_groups;
    std::map<std::string, std::size_t, std::less<>> m_groupByLabel;
    std::vector<Poll> m_polls;
    std::vector<Row> m_rows;
    std::vector<Exact> m_exact;
    std::size_t m_nextExact = 0;
    std::size_t m_ranges = 0;
    // Of the poll being summed; most polls have the groups of the one before.
    std::optional<Present> m_present;
    // Groups that stand in polls before and after the one being summed, which come in ascending order.
    GroupSet m_expected;
    std::vector<std::size_t> m_byFirstLine;
    std::vector<std::size_t> m_byLastLine;
    std::size_t m_begun = 0;
    std::size_t m_ended = 0;
    std::size_t m_mostCounted = 0;
};

}  // namespace mimesys::trace::pqos
