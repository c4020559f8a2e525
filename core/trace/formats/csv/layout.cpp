// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "trace/formats/csv/layout.h"

#include "trace/formats/common/numbers.h"
#include "trace/formats/csv/timecolumn.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

namespace mimesys::trace::csv {
namespace {

constexpr std::size_t kMostLines = 200;
constexpr std::size_t kMostRows = 20;
constexpr std::array kDelimiters{',', ';', '\t', ' '};  // at equal success the first wins

struct Line {
    std::string_view text;
    std::int64_t number = 0;
};

// The first lines that are neither blank nor comments; the last is left out when it may be cut off by the block's end.
std::vector<Line> firstLines(std::string_view head) {
    std::vector<Line> lines;
    std::int64_t number = 0;
    while (!head.empty() && lines.size() < kMostLines) {
        const std::size_t end = head.find('\n');
        if (end == std::string_view::npos && number > 0 && lines.size() > 2) {
            break;
        }
        std::string_view line = head.substr(0, end);
        head.remove_prefix(end == std::string_view::npos ? head.size() : end + 1);
        ++number;
        if (line.ends_with('\r')) {
            line.remove_suffix(1);
        }
        if (!trimmed(line).empty() && !line.starts_with('#')) {
            lines.push_back({line, number});
        }
    }
    return lines;
}

struct Content {
    std::size_t fields = 0;
    std::size_t filled = 0;
    std::size_t numbers = 0;
    bool endsBlank = false;

    [[nodiscard]] bool isData() const { return fields >= 2 && numbers >= 1 && 2 * numbers >= filled; }
    [[nodiscard]] bool isHeader() const { return fields >= 2 && filled >= 1 && 2 * numbers < filled; }
};

Content contentOf(std::string_view line, const Dialect& dialect) {
    Fields fields;
    split(line, dialect.delimiter, fields);
    Content content{fields.size(), 0, 0, fields.empty() || fields.back().empty()};
    NumberParser parser(dialect);
    for (const std::string_view field : fields) {
        double value = 0.0;
        if (meansNothing(field) == Nothing::No) {
            ++content.filled;
            content.numbers += parser.parse(field, value) || looksLikeDate(field) ? 1 : 0;
        }
    }
    return content;
}

std::vector<std::string> namesOf(std::string_view line, char delimiter) {
    Fields fields;
    split(line, delimiter, fields);
    std::vector<std::string> names;
    std::ranges::transform(fields, std::back_inserter(names), unquoted);
    return names;
}

// dstat's upper header row names a group above its first column and leaves the others blank.
bool isGroupRow(const std::vector<std::string>& upper, const std::vector<std::string>& names) {
    return upper.size() == names.size() && !upper.front().empty() &&
           std::ranges::any_of(upper, [](const std::string& name) { return name.empty(); });
}

void prefixGroups(const std::vector<std::string>& upper, std::vector<std::string>& names) {
    std::string group;
    for (std::size_t i = 0; i < names.size(); ++i) {
        group = upper[i].empty() ? group : upper[i];
        if (names[i] != group) {
            names[i] = fmt::format("{}/{}", group, names[i]);
        }
    }
}

void makeUnique(Layout& layout) {
    std::set<std::string> taken;
    for (std::size_t i = 0; i < layout.names.size(); ++i) {
        std::string name = layout.names[i].empty() ? fmt::format("column {}", i + 1) : layout.names[i];
        for (int n = 2; taken.contains(name); ++n) {
            name = fmt::format("{} ({})", layout.names[i], n);
        }
        if (name != layout.names[i]) {
            layout.renamed.push_back(static_cast<std::int64_t>(i));
            layout.names[i] = name;
        }
        taken.insert(name);
    }
}

// Position of the header among the lines; -1 when there is none.
std::ptrdiff_t findHeader(const std::vector<Content>& contents) {
    for (std::size_t i = 1; i < contents.size(); ++i) {
        const Content& row = contents[i];
        const Content& above = contents[i - 1];
        // Some writers end every row, but not the header, with a delimiter.
        const bool sameFields =
            above.fields == row.fields || (row.endsBlank && above.fields >= 2 && above.fields + 1 == row.fields);
        const bool matches = row.isData() && above.isHeader() && sameFields;
        const bool goesOn =
            i + 1 >= contents.size() || contents[i + 1].fields == row.fields || contents[i + 1].isData();
        if (matches && goesOn) {
            return static_cast<std::ptrdiff_t>(i - 1);
        }
    }
    return -1;
}

// Numbers with a decimal comma, where the comma delimits nothing.
bool usesDecimalComma(const std::vector<Line>& lines, char delimiter) {
    Fields fields;
    for (const Line& line : lines) {
        split(line.text, delimiter, fields);
        for (const std::string_view field : fields) {
            double value = 0.0;
            if (std::ranges::count(field, ',') == 1 && NumberParser({delimiter, true}).parse(field, value)) {
                return true;
            }
        }
    }
    return false;
}

Layout makeLayout(const std::vector<Line>& lines, std::size_t header, const Dialect& dialect) {
    Layout layout;
    layout.dialect = dialect;
    layout.names = namesOf(lines[header].text, dialect.delimiter);
    layout.headerLine = lines[header].number;
    if (header > 0) {
        const auto upper = namesOf(lines[header - 1].text, dialect.delimiter);
        if (isGroupRow(upper, layout.names)) {
            prefixGroups(upper, layout.names);
            layout.headerLines.emplace_back(lines[header - 1].text);
        }
    }
    layout.headerLines.emplace_back(lines[header].text);
    layout.givenNames = layout.names;
    makeUnique(layout);
    for (std::size_t i = header + 1; i < lines.size() && layout.firstRows.size() < kMostRows; ++i) {
        layout.firstRows.push_back(namesOf(lines[i].text, dialect.delimiter));
    }
    return layout;
}

// A header without any row is one all the same when it names a time.
bool isLonelyHeader(const std::vector<Line>& lines, char delimiter) {
    if (lines.size() != 1) {
        return false;
    }
    const auto names = namesOf(lines.front().text, delimiter);
    return names.size() >= 2 && std::ranges::any_of(names, isTimeName);
}

}  // namespace

std::optional<Layout> findLayout(std::string_view head) {
    const std::vector<Line> lines = firstLines(head);
    std::optional<Layout> best;
    std::ptrdiff_t mostRows = 0;
    for (const char delimiter : kDelimiters) {
        const Dialect dialect{delimiter, delimiter != ',' && usesDecimalComma(lines, delimiter)};
        if (isLonelyHeader(lines, delimiter)) {
            return makeLayout(lines, 0, dialect);
        }
        std::vector<Content> contents;
        for (const Line& line : lines) {
            contents.push_back(contentOf(line.text, dialect));
        }
        const std::ptrdiff_t header = findHeader(contents);
        const std::ptrdiff_t rows = header < 0 ? 0
                                               : std::count_if(contents.begin() + header, contents.end(),
                                                               [](const Content& content) { return content.isData(); });
        if (rows > mostRows) {
            mostRows = rows;
            best = makeLayout(lines, static_cast<std::size_t>(header), dialect);
        }
    }
    return best;
}

bool hasRows(std::string_view head) {
    const std::vector<Line> lines = firstLines(head);
    return std::ranges::any_of(kDelimiters, [&](char delimiter) {
        const auto rows = std::ranges::count_if(lines, [&](const Line& line) {
            return contentOf(line.text, {delimiter, false}).isData();
        });
        return rows > 0 && 2 * static_cast<std::size_t>(rows) > lines.size();
    });
}

}  // namespace mimesys::trace::csv
