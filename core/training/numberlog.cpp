// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "training/numberlog.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <string>
#include <vector>

namespace mimesys::training {
namespace {

constexpr std::uintmax_t kMostBytes = 64 << 20;  // far beyond any training; what a foreign file may ask for

// The numbers of a line and its last word.
bool parse(std::string_view line, std::span<double> numbers, bool& simulated) {
    for (double& number : numbers) {
        const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), number);
        const auto length = static_cast<std::size_t>(end - line.data());
        if (error != std::errc() || length >= line.size() || line[length] != ',') {
            return false;
        }
        line.remove_prefix(length + 1);
    }
    simulated = line == dataWord(true);
    return simulated || line == dataWord(false);
}

bool takeHeader(std::istream& stream, std::string_view header) {
    std::string start(header.size(), '\0');
    return stream.read(start.data(), static_cast<std::streamsize>(start.size())) && start == header &&
           stream.get() == '\n';
}

}  // namespace

std::string_view dataWord(bool simulated) {
    return simulated ? "simulated" : "measured";
}

bool hasLogHeader(const std::filesystem::path& path, std::string_view header) {
    std::ifstream stream(path, std::ios::binary);
    return takeHeader(stream, header);
}

Expected<bool> readNumberLog(const std::filesystem::path& path, std::string_view header, std::string_view kind,
                             const TakeNumbers& take) {
    std::ifstream stream(path, std::ios::binary);
    if (!stream) {
        return badInput("The file cannot be opened.", path.string());
    }
    std::error_code unknown;
    if (!takeHeader(stream, header) || std::filesystem::file_size(path, unknown) > kMostBytes || unknown) {
        return badInput(fmt::format("The file is not {}.", kind), path.string());
    }
    bool simulated = false;
    std::vector<double> numbers(static_cast<std::size_t>(std::ranges::count(header, ',')));
    std::size_t number = 1;
    for (std::string line; std::getline(stream, line);) {
        ++number;
        if (stream.eof()) {
            break;  // without its end
        }
        if (!parse(line, numbers, simulated) || !take(numbers)) {
            return badInput(fmt::format("The line is none of {}.", kind), fmt::format("{}:{}", path.string(), number));
        }
    }
    return simulated;
}

}  // namespace mimesys::training
