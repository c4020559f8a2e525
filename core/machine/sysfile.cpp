// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "machine/sysfile.h"

#include "base/atomicfile.h"

#include <algorithm>
#include <charconv>

namespace mimesys::machine {
namespace {

constexpr std::size_t kFileLimit = std::size_t{16} << 20;

}  // namespace

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kBlanks = " \t\r\n";
    const std::size_t first = text.find_first_not_of(kBlanks);
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

std::optional<std::string> readSmallFile(const std::filesystem::path& path) {
    auto content = readFile(path, kFileLimit);
    if (!content) {
        return std::nullopt;
    }
    content->erase(content->find_last_not_of(" \t\r\n") + 1);
    return std::move(*content);
}

std::optional<std::int64_t> toInteger(std::string_view text) {
    text = trimmed(text);
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) {
        return std::nullopt;
    }
    return value;
}

std::optional<std::int64_t> readInteger(const std::filesystem::path& path) {
    const auto text = readSmallFile(path);
    return text ? toInteger(*text) : std::nullopt;
}

std::optional<std::vector<int>> parseCpuList(std::string_view text) {
    std::vector<int> cpus;
    text = trimmed(text);
    while (!text.empty()) {
        const std::size_t comma = text.find(',');
        const std::string_view part = text.substr(0, comma);
        const std::size_t dash = part.find('-');
        const auto first = toInteger(part.substr(0, dash));
        const auto last = dash == std::string_view::npos ? first : toInteger(part.substr(dash + 1));
        if (!first || !last || *first < 0 || *last < *first || *last > kMaxCpuId) {
            return std::nullopt;
        }
        for (std::int64_t cpu = *first; cpu <= *last; ++cpu) {
            cpus.push_back(static_cast<int>(cpu));
        }
        text.remove_prefix(comma == std::string_view::npos ? text.size() : comma + 1);
    }
    std::ranges::sort(cpus);
    const auto repeated = std::ranges::unique(cpus);
    cpus.erase(repeated.begin(), repeated.end());
    return cpus;
}

}  // namespace mimesys::machine
