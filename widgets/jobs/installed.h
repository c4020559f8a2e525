// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <filesystem>

namespace mimesys::widgets {

// Where the data set and the model of this machine are, whether they are there or not.
struct Installed {
    std::filesystem::path dataset;
    std::filesystem::path model;

    [[nodiscard]] bool hasDataset() const { return exists(dataset); }
    [[nodiscard]] bool hasModel() const { return exists(model); }

private:
    [[nodiscard]] static bool exists(const std::filesystem::path& path) {
        std::error_code ignored;
        return !path.empty() && std::filesystem::exists(path, ignored);
    }
};

// What is named, and this machine's for what is empty.
[[nodiscard]] Expected<Installed> findInstalled(const Installed& named);

}  // namespace mimesys::widgets
