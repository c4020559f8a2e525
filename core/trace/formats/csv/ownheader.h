// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "trace/trace.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace mimesys::trace::csv {

// The "# key: value" lines before the header of a file that this program wrote (csvdialect.h).
class OwnHeader {
public:
    // Whether a file's first bytes are the mark.
    [[nodiscard]] static bool isOwn(std::string_view head);

    // Takes one comment line; BadInput when it is the mark of a newer version.
    [[nodiscard]] Expected<void> take(std::string_view line);

    [[nodiscard]] std::optional<std::int64_t> startNs() const { return m_startNs; }
    // Provenance, unit and family as the file tells them.
    void apply(Column& column) const;
    [[nodiscard]] std::map<std::string, std::string> takeAttributes() { return std::move(m_attributes); }

private:
    std::optional<std::int64_t> m_startNs;
    Provenance m_provenance = Provenance::Unknown;
    std::map<std::string, Provenance> m_provenances;
    std::map<std::string, std::string> m_units;
    std::map<std::string, std::string> m_families;
    std::map<std::string, std::string> m_attributes;
};

}  // namespace mimesys::trace::csv
