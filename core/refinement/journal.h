// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "base/filelock.h"
#include "plan/plan.h"
#include "trace/trace.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace mimesys::refinement {

// What has to be known of an execution to go on from it.
struct Entry {
    std::string name;  // "round-3", "round-0-again", "confirmation-3"
    std::shared_ptr<const plan::ExecutionPlan> plan;
    trace::TracePtr recorded;
    std::vector<int> onCpus;
    double damping = 0.0;
    double mean = 0.0;  // for people; scores are computed anew
};

// A folder that keeps every execution of a refinement: NAME.plan.h5, NAME.recording.h5, and refinement.json, which
// names those that are complete. It stays when the refinement is over, so that any round can be gone back to.
class Journal {
public:
    // Makes the folder unless it is there. BadInput when it holds another refinement (other `inputs`) or something
    // else, Failed when somebody else is writing it. An empty path keeps nothing.
    [[nodiscard]] static Expected<Journal> open(const std::filesystem::path& folder, const std::string& inputs);

    // Empty when there is none of this name. BadInput when its files are not what they were.
    [[nodiscard]] Expected<std::optional<Entry>> find(const std::string& name) const;
    [[nodiscard]] Expected<void> add(const Entry& entry);

private:
    // One line of refinement.json.
    struct Line {
        std::string name;
        std::vector<int> onCpus;
        double damping = 0.0;
        double mean = 0.0;
    };
    Journal() = default;
    Expected<void> read(const std::string& inputs);
    [[nodiscard]] Expected<void> write() const;

    std::filesystem::path m_folder;
    std::string m_inputs;
    std::vector<Line> m_lines;
    std::optional<FileLock> m_lock;
};

}  // namespace mimesys::refinement
