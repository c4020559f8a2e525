// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/job.h"
#include "models/document.h"
#include "session/sessionfile.h"

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

namespace mimesys::widgets {

// What tells, without reading it, that a file was written since.
struct FileStamp {
    std::uintmax_t size = 0;
    std::filesystem::file_time_type written{};
    bool operator==(const FileStamp&) const = default;
};
[[nodiscard]] std::optional<FileStamp> stampOf(const std::filesystem::path& path);  // empty: no regular file

// What is to be saved; everything in it is immutable, so that a job can write it while the user goes on.
struct SessionSnapshot {
    LoadedTrace real;
    std::vector<Version> versions;
    std::optional<std::size_t> current;
    LoadedRefinement refinement;
    std::filesystem::path calibration;  // opened from a file; empty = none
    std::filesystem::path training;
    std::filesystem::path collection;
    StoredView view;
    std::string layout;
    std::filesystem::path recoveredOf;
    // Of each trace and plan, what its file was like when it was opened: one that was written since no longer holds it.
    std::map<const void*, FileStamp> opened;
};

// What is known from one saving to the next, so that nothing is hashed or written twice. Safe to share between jobs.
class SavedObjects {
public:
    [[nodiscard]] std::string hashOf(const std::filesystem::path& file);  // empty when it cannot be read
    // The name that an object's content gives its file, made by `make` when it is not known yet.
    [[nodiscard]] std::string nameOf(const std::shared_ptr<const void>& object,
                                     const std::function<std::string()>& make);

private:
    std::mutex m_mutex;
    std::map<std::filesystem::path, std::pair<FileStamp, std::string>> m_hashes;
    std::vector<std::pair<std::weak_ptr<const void>, std::string>> m_names;
};

// The folder "NAME.files" beside a session, with what stands in no file of the user's: plans that were generated or
// edited, recordings, edited traces.
[[nodiscard]] std::filesystem::path companionOf(const std::filesystem::path& session);
// Whether a file is one of those.
[[nodiscard]] bool isCompanionFile(const std::filesystem::path& file);

// Writes the session and, before it, what has no file yet, each object once. What only earlier savings needed is
// removed after the new session is in place. Gives the session's path.
[[nodiscard]] Cancellable<std::filesystem::path> saveSession(const SessionSnapshot& snapshot,
                                                             const std::filesystem::path& target, SavedObjects& known,
                                                             const JobRunner::Context& context);

// Removes a session and its companions.
void removeSession(const std::filesystem::path& session);

}  // namespace mimesys::widgets
