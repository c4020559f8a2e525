// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "base/metric.h"
#include "refinement/ending.h"
#include "viewstate/timerange.h"
#include "viewstate/viewstate.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace mimesys::widgets {

inline constexpr std::string_view kSessionSuffix = ".mimesys";

// A file that the session shows: where it is, and what its content was when the session was saved.
struct StoredFile {
    std::filesystem::path path;  // absolute in memory, relative to the session in the file; empty = none
    std::string xxh3;            // generation::hashOfContent(); empty = unknown
    std::string name;            // as the studio shows it; empty = the file's
    explicit operator bool() const { return !path.empty(); }
    bool operator==(const StoredFile&) const = default;
};

struct StoredVersion {
    std::string name;  // given by the user
    StoredFile plan;
    std::vector<std::string> planNotes;
    StoredFile emulated;
    bool operator==(const StoredVersion&) const = default;
};

struct StoredRound {
    StoredFile plan;
    std::vector<std::string> planNotes;
    StoredFile emulated;
    double mean = 0.0;
    std::map<Family, double> families;
    bool operator==(const StoredRound&) const = default;
};

// As LoadedRefinement; one that was still running is stored as one that was stopped.
struct StoredRefinement {
    std::vector<StoredRound> rounds;  // at least one
    std::size_t best = 0;             // index of a round
    std::size_t wanted = 0;
    double floor = 0.0;
    bool floorMeasured = false;
    std::optional<double> confirmed;
    std::optional<refinement::Ending> ending;
    bool simulated = false;
    std::optional<std::size_t> version;  // index of the one that shows its rounds
    bool operator==(const StoredRefinement&) const = default;
};

// Which of the window's pages is on top.
enum class Page { Comparison, Stressors, Collection, Training, Versions, TestRun };

struct StoredView {
    std::optional<TimeRange> visible;  // empty = everything
    std::optional<TimeRange> selection;
    std::array<std::optional<std::int64_t>, 2> markers;  // A, B
    std::optional<std::int64_t> focus;
    CompareMode compareMode = CompareMode::Overlay;
    bool pathShown = false;
    std::vector<std::size_t> compared;  // indices of versions that are drawn beside the current one
    std::string metric;
    std::string stressor;
    bool clockTime = false;
    std::set<Family> closedFamilies;
    bool cpusOpen = false;
    int scroll = 0;  // of the lanes, in pixels
    Page page = Page::Comparison;
    bool operator==(const StoredView&) const = default;
};

// What is on screen, as it is written to a session file. The look (theme, language) belongs to the person, not to it.
struct SessionFile {
    StoredFile real;
    std::vector<StoredVersion> versions;  // oldest first
    std::optional<std::size_t> current;   // index of the version that is shown
    std::optional<StoredRefinement> refinement;
    StoredFile calibration;
    StoredFile training;
    StoredFile collection;
    StoredView view;
    std::string layout;                 // QMainWindow::saveState(), base64
    std::filesystem::path recoveredOf;  // in a recovery file: the session it stands for; empty = none yet
    bool operator==(const SessionFile&) const = default;
};

// JSON as {"format": "mimesys-session", "version": 1, …}, indented. `folder` is that of the session: paths are written
// relative to it, and read back as absolute ones.
[[nodiscard]] std::string sessionText(const SessionFile& session, const std::filesystem::path& folder);
// BadInput, as one sentence, for what is no session, is of another version, or holds values of the wrong type. Keys it
// does not know are left out of account.
[[nodiscard]] Expected<SessionFile> parseSession(const std::string& text, const std::filesystem::path& folder);

[[nodiscard]] Expected<SessionFile> readSession(const std::filesystem::path& path);
[[nodiscard]] bool isSessionName(const std::filesystem::path& path);

}  // namespace mimesys::widgets
