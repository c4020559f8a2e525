// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/job.h"
#include "models/document.h"
#include "session/sessionfile.h"

#include <QStringList>
#include <map>
#include <optional>
#include <vector>

namespace mimesys::widgets {

// A session with what it names, ready to be shown.
struct LoadedSession {
    SessionFile file;
    LoadedTrace real;
    std::vector<Version> versions;  // those of which anything could be read, scored against the real trace
    std::optional<std::size_t> current;
    std::vector<std::size_t> comparedPlaces;  // of those that are drawn beside it
    LoadedRefinement refinement;              // with its rounds in their order, whatever of them could be read
    std::optional<LoadedCalibration> calibration;
    std::optional<LoadedTraining> training;
    std::optional<LoadedCollection> collection;
    QStringList problems;  // one sentence for each file that changed, is missing or cannot be read
    bool changed = false;  // what would be saved now is not what was saved
};

// BadInput when the session itself cannot be read; a file it names that cannot be leaves the others shown.
[[nodiscard]] Cancellable<LoadedSession> loadSession(const std::filesystem::path& path,
                                                     const JobRunner::Context& context);

}  // namespace mimesys::widgets
