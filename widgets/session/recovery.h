// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/pathlock.h"

#include <filesystem>
#include <map>
#include <optional>
#include <vector>

namespace mimesys::widgets {

// The folder of recovery files: sessions that running studios save by themselves. Each studio has one of its own, which
// is locked while it runs and removed when it closes; one that nobody holds was left by a studio that could not.
class Recovery {
public:
    explicit Recovery(std::filesystem::path folder);
    ~Recovery();  // the studio closes as it should
    Recovery(const Recovery&) = delete;
    Recovery& operator=(const Recovery&) = delete;

    // Where this studio saves.
    [[nodiscard]] const std::filesystem::path& own() const { return m_own; }
    // Nothing is unsaved any more.
    void clear();
    // Those left behind, newest first; nobody else is offered them from now on. What nobody wanted for two weeks goes.
    [[nodiscard]] std::vector<std::filesystem::path> leftOvers();
    // Of those, one that was taken over, or that is not wanted.
    void remove(const std::filesystem::path& leftOver);

private:
    std::filesystem::path m_folder;
    std::filesystem::path m_own;
    std::optional<PathLock> m_lock;
    std::map<std::filesystem::path, PathLock> m_held;
};

}  // namespace mimesys::widgets
