// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "trace/csvwriter.h"

#include "base/atomicfile.h"
#include "base/clock.h"
#include "trace/csvdialect.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <map>

namespace mimesys::trace {
namespace {

constexpr std::size_t kBlock = 1 << 20;

std::string headerCell(std::string_view name) {
    const bool plain = !name.empty() && name.find_first_of(",;\"#\t") == std::string_view::npos &&
                       name.front() != ' ' && name.back() != ' ';
    if (plain) {
        return std::string(name);
    }
    std::string result = "\"";
    for (const char c : name) {
        result.append(c == '"' ? 2 : 1, c);
    }
    result += '"';
    return result;
}

// The provenance most columns have; the others get a line of their own.
Provenance usualProvenance(const Trace& trace) {
    std::map<Provenance, std::size_t> counts;
    for (const Column& column : trace.columns) {
        ++counts[column.provenance];
    }
    const auto most = std::ranges::max_element(counts, {}, [](const auto& entry) { return entry.second; });
    return most == counts.end() ? Provenance::Unknown : most->first;
}

bool needsWrapping(std::string_view key) {
    constexpr std::array kReserved{csvkey::kMark, csvkey::kStart,  csvkey::kProvenance,
                                   csvkey::kUnit, csvkey::kFamily, csvkey::kAttribute};
    return key.empty() || key.find_first_of("[]") != std::string_view::npos || key.front() == ' ' ||
           key.back() == ' ' || std::ranges::find(kReserved, key) != kReserved.end();
}

std::string preamble(const Trace& trace) {
    std::string text = fmt::format("# {}: {}\n# {}: {}\n", csvkey::kMark, csvkey::kVersion, csvkey::kStart,
                                   secondsText(trace.startNs));
    const Provenance usual = usualProvenance(trace);
    text += fmt::format("# {}: {}\n", csvkey::kProvenance, provenanceName(usual));
    for (const Column& column : trace.columns) {
        const std::string id = escapeLine(column.metric.id, true);
        const Metric catalogue = metricFor(column.metric.id);
        if (column.provenance != usual) {
            text += fmt::format("# {}[{}]: {}\n", csvkey::kProvenance, id, provenanceName(column.provenance));
        }
        if (column.metric.unit != catalogue.unit) {
            text += fmt::format("# {}[{}]: {}\n", csvkey::kUnit, id, escapeLine(column.metric.unit, false));
        }
        if (column.metric.family != catalogue.family) {
            text += fmt::format("# {}[{}]: {}\n", csvkey::kFamily, id, familyName(column.metric.family));
        }
    }
    for (const auto& [key, value] : trace.attributes) {
        const std::string name = escapeLine(key, true);
        text += needsWrapping(key) ? fmt::format("# {}[{}]: ", csvkey::kAttribute, name) : fmt::format("# {}: ", name);
        text += escapeLine(value, false) + "\n";
    }
    return text;
}

}  // namespace

std::string escapeLine(std::string_view text, bool isKey) {
    std::string result;
    for (const char c : text) {
        switch (c) {
            case '\n':
                result += "\\n";
                break;
            case '\r':
                result += "\\r";
                break;
            case '\\':
                result += "\\\\";
                break;
            case ':':
                result += isKey ? "\\:" : ":";
                break;
            default:
                result += c;
        }
    }
    return result;
}

std::string unescapeLine(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\\' || i + 1 == text.size()) {
            result += text[i];
            continue;
        }
        const char c = text[++i];
        result += c == 'n' ? '\n' : c == 'r' ? '\r' : c;
    }
    return result;
}

std::size_t findKeyEnd(std::string_view line) {
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '\\') {
            ++i;
        } else if (line[i] == ':') {
            return i;
        }
    }
    return std::string_view::npos;
}

std::string secondsText(std::int64_t ns) {
    // Through unsigned, because the lowest number has no counterpart.
    const bool negative = ns < 0;
    const std::uint64_t magnitude = negative ? 0 - static_cast<std::uint64_t>(ns) : static_cast<std::uint64_t>(ns);
    const auto second = static_cast<std::uint64_t>(kNanosecondsPerSecond);
    std::string text = fmt::format("{}{}.{:09}", negative ? "-" : "", magnitude / second, magnitude % second);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') {
        text.pop_back();
    }
    return text;
}

Expected<void> writeCsv(const Trace& trace, const std::filesystem::path& path) {
    for (const Column& column : trace.columns) {
        if (column.metric.id.find_first_of("\r\n") != std::string::npos) {
            return badInput("The name of a metric has a line break, which CSV cannot hold; write .h5 instead.",
                            path.string());
        }
    }
    auto file = AtomicFile::create(path);
    if (!file) {
        return tl::unexpected(file.error());
    }
    std::string text = preamble(trace) + "time";
    for (const Column& column : trace.columns) {
        text += ',';
        text += headerCell(column.metric.id);
    }
    text += "\n";
    for (std::size_t i = 0; i < trace.sampleCount(); ++i) {
        text += secondsText(trace.timesNs[i]);
        for (const Column& column : trace.columns) {
            text += ',';
            if (!column.isMissing(i)) {
                fmt::format_to(std::back_inserter(text), "{}", column.values[i]);
            }
        }
        text += '\n';
        if (text.size() >= kBlock) {
            if (auto written = file->write(text); !written) {
                return written;
            }
            text.clear();
        }
    }
    if (auto written = file->write(text); !written) {
        return written;
    }
    return file->commit();
}

}  // namespace mimesys::trace
