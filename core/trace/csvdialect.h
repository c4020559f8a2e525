// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace mimesys::trace {

// The lines before the header of our own CSV: "# key: value". Shared by the writer and the reader.
namespace csvkey {
inline constexpr std::string_view kMark = "mimesys-trace";     // version of the layout; always the first line
inline constexpr std::string_view kStart = "start";            // startNs, in seconds
inline constexpr std::string_view kProvenance = "provenance";  // of every column, or "provenance[ID]" of one
inline constexpr std::string_view kUnit = "unit";              // "unit[ID]" where the catalogue says otherwise
inline constexpr std::string_view kFamily = "family";          // "family[ID]" likewise
inline constexpr std::string_view kAttribute = "attribute";    // "attribute[KEY]" for a key that would read as one
inline constexpr int kVersion = 1;
}  // namespace csvkey

// Keeps a text on one line: "\n", "\r" and "\\" for what they stand for; in keys also "\:".
[[nodiscard]] std::string escapeLine(std::string_view text, bool isKey);
[[nodiscard]] std::string unescapeLine(std::string_view text);
// Where the key of an escaped "key: value" ends; npos without a colon.
[[nodiscard]] std::size_t findKeyEnd(std::string_view line);

// "1764549115.830514": seconds, exactly.
[[nodiscard]] std::string secondsText(std::int64_t ns);

}  // namespace mimesys::trace
