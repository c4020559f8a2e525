// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mimesys::machine {

// CPU numbers above this are taken for damaged files; Linux stops at 8192.
inline constexpr int kMaxCpuId = 65535;

// The files of procfs and sysfs are small; what is missing, masked or not readable is simply not there.
[[nodiscard]] std::optional<std::string> readSmallFile(const std::filesystem::path& path);  // without trailing blanks
[[nodiscard]] std::optional<std::int64_t> readInteger(const std::filesystem::path& path);
[[nodiscard]] std::optional<std::int64_t> toInteger(std::string_view text);

// "0-3,8,10-11" as sorted numbers; empty optional when the text is no such list.
[[nodiscard]] std::optional<std::vector<int>> parseCpuList(std::string_view text);

[[nodiscard]] std::string_view trimmed(std::string_view text);

// Calls visit(line) for every line of the text.
template <typename Visitor>
void forEachLine(std::string_view text, Visitor visit) {
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        visit(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
}

}  // namespace mimesys::machine
