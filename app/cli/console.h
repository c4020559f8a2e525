// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "base/progress.h"
#include "exitcode.h"

#include <nlohmann/json_fwd.hpp>

#include <stop_token>
#include <string>
#include <vector>

namespace mimesys::cli {

// Prints "mimesys: place: sentence" on stderr and returns the exit code of the error's kind.
int report(const Error& error);
// Says that the work was stopped and returns kCancelled.
int reportCancelled();

void printJson(const nlohmann::json& json);

// Columns aligned to their widest cell, numbers (cells that parse as one) to the right.
void printTable(const std::vector<std::string>& header, const std::vector<std::vector<std::string>>& rows);

// One line on stderr that is rewritten while work goes on; plain lines every 10 % when stderr is no terminal.
class ProgressLine {
public:
    ProgressLine();
    ~ProgressLine();
    [[nodiscard]] ProgressCallback callback();

private:
    void show(const Progress& progress);
    bool m_terminal = false;
    bool m_shown = false;
    int m_lastTenth = -1;
};

}  // namespace mimesys::cli
