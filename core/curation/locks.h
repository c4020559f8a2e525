// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "curation/edit.h"
#include "plan/plan.h"

#include <string>
#include <vector>

namespace mimesys::curation {

// What is locked stands in the plan itself (`source`: {"curation": {"locks": […], "edits": […]}}), so that it holds
// wherever the plan is opened: locks and unlocks in the order in which they were made, of which the last that covers a
// cell counts. BadInput when somebody else wrote something there that cannot be read.
[[nodiscard]] Expected<std::vector<Lock>> locksOf(const plan::ExecutionPlan& plan);
void setLocks(plan::ExecutionPlan& plan, const std::vector<Lock>& locks);
// The list of locks with one more; an unlock of everything leaves none.
[[nodiscard]] std::vector<Lock> withLock(std::vector<Lock> locks, const Lock& lock);

// The edits of a plan in words, oldest first, and one more of them.
[[nodiscard]] std::vector<std::string> editsOf(const plan::ExecutionPlan& plan);
void addEdit(plan::ExecutionPlan& plan, const std::string& words);

// Which stressors of a row are locked.
class LockMask {
public:
    LockMask(const std::vector<Lock>& locks, const plan::ExecutionPlan& plan);
    // One entry per stressor; valid until the next call.
    [[nodiscard]] const std::vector<bool>& row(std::size_t window, std::size_t cpu);
    [[nodiscard]] bool none() const { return m_locks.empty(); }

private:
    struct Resolved {
        Area area;
        int stressor;  // -1 = all
        bool locked;
    };
    std::vector<Resolved> m_locks;
    std::vector<bool> m_row;
};

}  // namespace mimesys::curation
