// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "console.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace mimesys::cli {
namespace {

// Number of code points: widths of UTF-8 text without combining characters.
std::size_t displayWidth(const std::string& text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

bool looksLikeNumber(const std::string& cell) {
    if (cell.empty()) {
        return false;
    }
    char* end = nullptr;
    std::strtod(cell.c_str(), &end);
    return end != cell.c_str() && (*end == '\0' || *end == ' ' || *end == '%');
}

std::string padded(const std::string& cell, std::size_t width) {
    const std::string space(width - std::min(width, displayWidth(cell)), ' ');
    return looksLikeNumber(cell) ? space + cell : cell + space;
}

}  // namespace

int report(const Error& error) {
    fmt::print(stderr, "mimesys: {}\n", error.text());
    return exitCodeOf(error);
}

int reportCancelled() {
    fmt::print(stderr, "mimesys: stopped.\n");
    return kCancelled;
}

void printJson(const nlohmann::json& json) {
    // Names and messages may quote a file in any encoding.
    fmt::print("{}\n", json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace));
}

void printTable(const std::vector<std::string>& header, const std::vector<std::vector<std::string>>& rows) {
    std::vector<std::size_t> widths;
    for (const std::string& cell : header) {
        widths.push_back(displayWidth(cell));
    }
    for (const auto& row : rows) {
        for (std::size_t i = 0; i < row.size() && i < widths.size(); ++i) {
            widths[i] = std::max(widths[i], displayWidth(row[i]));
        }
    }
    const auto line = [&](const std::vector<std::string>& cells) {
        std::string text;
        for (std::size_t i = 0; i < cells.size() && i < widths.size(); ++i) {
            text += (i > 0 ? "  " : "") + padded(cells[i], widths[i]);
        }
        text.erase(text.find_last_not_of(' ') + 1);
        fmt::print("{}\n", text);
    };
    line(header);
    for (const auto& row : rows) {
        line(row);
    }
}

ProgressLine::ProgressLine() : m_terminal(::isatty(STDERR_FILENO) != 0) {}

ProgressLine::~ProgressLine() {
    if (m_terminal && m_shown) {
        fmt::print(stderr, "\r\x1b[K");
    }
}

ProgressCallback ProgressLine::callback() {
    return [this](const Progress& progress) {
        show(progress);
    };
}

void ProgressLine::show(const Progress& progress) {
    const std::string percent =
        progress.fraction < 0 ? std::string() : fmt::format("{:3.0f} %  ", progress.fraction * 100.0);
    if (m_terminal) {
        fmt::print(stderr, "\r\x1b[K{}{}", percent, progress.text);
        std::fflush(stderr);
        m_shown = true;
        return;
    }
    const int tenth = progress.fraction < 0 ? -1 : static_cast<int>(progress.fraction * 10.0);
    if (tenth != m_lastTenth) {
        fmt::print(stderr, "{}{}\n", percent, progress.text);
        m_lastTenth = tenth;
    }
}

}  // namespace mimesys::cli
