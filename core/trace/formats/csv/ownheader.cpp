// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "trace/formats/csv/ownheader.h"

#include "base/clock.h"
#include "trace/csvdialect.h"
#include "trace/formats/common/numbers.h"

#include <fmt/format.h>

namespace mimesys::trace::csv {
namespace {

// The "disk.read" of "provenance[disk.read]"; empty when the key is not of that kind.
std::optional<std::string> subject(const std::string& key, std::string_view kind) {
    if (!key.starts_with(kind) || key.size() < kind.size() + 2 || key[kind.size()] != '[' || key.back() != ']') {
        return std::nullopt;
    }
    return key.substr(kind.size() + 1, key.size() - kind.size() - 2);
}

}  // namespace

bool OwnHeader::isOwn(std::string_view head) {
    return head.starts_with(fmt::format("# {}:", csvkey::kMark));
}

Expected<void> OwnHeader::take(std::string_view line) {
    line.remove_prefix(line.starts_with("# ") ? 2 : 1);
    const std::size_t colon = findKeyEnd(line);
    if (colon == std::string_view::npos) {
        return {};
    }
    const std::string key = unescapeLine(line.substr(0, colon));
    std::string_view rest = line.substr(colon + 1);
    if (rest.starts_with(' ')) {
        rest.remove_prefix(1);
    }
    const std::string value = unescapeLine(rest);
    if (key == csvkey::kMark) {
        if (parseInteger(value).value_or(csvkey::kVersion + 1) > csvkey::kVersion) {
            return badInput(
                fmt::format("The trace has version {} of its format, newer than this program; update it.", value));
        }
    } else if (key == csvkey::kStart) {
        m_startNs = parseNanoseconds(value, kNanosecondsPerSecond);
    } else if (key == csvkey::kProvenance) {
        m_provenance = provenanceFromName(value).value_or(Provenance::Unknown);
    } else if (const auto provenanceId = subject(key, csvkey::kProvenance)) {
        m_provenances[*provenanceId] = provenanceFromName(value).value_or(Provenance::Unknown);
    } else if (const auto unitId = subject(key, csvkey::kUnit)) {
        m_units[*unitId] = value;
    } else if (const auto familyId = subject(key, csvkey::kFamily)) {
        m_families[*familyId] = value;
    } else {
        m_attributes[subject(key, csvkey::kAttribute).value_or(key)] = value;
    }
    return {};
}

void OwnHeader::apply(Column& column) const {
    const std::string& id = column.metric.id;
    column.metric = metricFor(id);
    const auto provenance = m_provenances.find(id);
    column.provenance = provenance == m_provenances.end() ? m_provenance : provenance->second;
    if (const auto unit = m_units.find(id); unit != m_units.end()) {
        column.metric.unit = unit->second;
    }
    if (const auto told = m_families.find(id); told != m_families.end()) {
        for (const Family family : kFamilies) {
            column.metric.family = familyName(family) == told->second ? family : column.metric.family;
        }
    }
}

}  // namespace mimesys::trace::csv
