// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sessionfile.h"

#include "base/atomicfile.h"
#include "base/jsonvalue.h"

#include <algorithm>

namespace mimesys::widgets {
namespace {

using Json = nlohmann::ordered_json;  // in the order it is read best
namespace fs = std::filesystem;

// A session names files and says how they are shown; what is larger is something else.
constexpr std::size_t kLargestBytes = 8U << 20;
constexpr std::size_t kMostVersions = 1000;
constexpr std::size_t kMostNotes = 1000;
constexpr std::size_t kMostRounds = 1000;
constexpr double kLargestIndex = 1e6;
constexpr double kLatestNs = 9e18;
constexpr double kFurthestPixel = 1e9;

constexpr jsonvalue::Document kDocument{
    .format = "mimesys-session",
    .version = 1,
    .name = "session",
    .notThis = "This is no session of Mimesys Studio; open a file that was saved with \"Save session\".",
    .oldAdvice = "; open it with the version of the studio that saved it",
};

constexpr std::array<std::string_view, 6> kPages{"comparison", "stressors", "collection",
                                                 "training",   "versions",  "test-run"};
constexpr std::array<std::string_view, 3> kModes{"overlay", "difference", "side-by-side"};
constexpr std::array<std::string_view, 3> kEndings{"floor-reached", "nothing-improves", "rounds-over"};

// Relative where the two have more in common than the root.
std::string storedPath(const fs::path& path, const fs::path& folder) {
    const fs::path relative = path.lexically_proximate(folder);
    return (relative.empty() ? path : relative).generic_string();
}

Json fileJson(const StoredFile& file, const fs::path& folder) {
    Json json{{"path", storedPath(file.path, folder)}};
    if (!file.xxh3.empty()) {
        json["xxh3"] = file.xxh3;
    }
    if (!file.name.empty() && file.name != file.path.filename().string()) {
        json["name"] = file.name;
    }
    return json;
}

void put(Json& object, const char* key, const StoredFile& file, const fs::path& folder) {
    if (file) {
        object[key] = fileJson(file, folder);
    }
}

// A version's, or a round's.
template <typename Tried>
void putPlanAndEmulated(Json& object, const Tried& tried, const fs::path& folder) {
    put(object, "plan", tried.plan, folder);
    if (!tried.planNotes.empty()) {
        object["notes"] = tried.planNotes;
    }
    put(object, "emulated", tried.emulated, folder);
}

Json versionJson(const StoredVersion& version, const fs::path& folder) {
    Json json = Json::object();
    if (!version.name.empty()) {
        json["name"] = version.name;
    }
    putPlanAndEmulated(json, version, folder);
    return json;
}

Json roundJson(const StoredRound& round, const fs::path& folder) {
    Json json{{"mean", round.mean}, {"families", Json::object()}};
    for (const auto& [family, distance] : round.families) {
        json["families"][std::string(familyName(family))] = distance;
    }
    putPlanAndEmulated(json, round, folder);
    return json;
}

Json refinementJson(const StoredRefinement& refinement, const fs::path& folder) {
    Json json{{"best", refinement.best},
              {"wanted", refinement.wanted},
              {"floor", refinement.floor},
              {"floor_measured", refinement.floorMeasured},
              {"simulated", refinement.simulated}};
    if (refinement.confirmed) {
        json["confirmed"] = *refinement.confirmed;
    }
    if (refinement.ending) {
        json["ending"] = kEndings.at(static_cast<std::size_t>(*refinement.ending));
    }
    if (refinement.version) {
        json["version"] = *refinement.version;
    }
    json["rounds"] = Json::array();
    for (const StoredRound& round : refinement.rounds) {
        json["rounds"].push_back(roundJson(round, folder));
    }
    return json;
}

Json rangeJson(TimeRange range) {
    return {{"begin_ns", range.beginNs}, {"end_ns", range.endNs}};
}

template <std::size_t N>
std::size_t choice(const Json& object, const char* key, const std::array<std::string_view, N>& names) {
    const auto found = std::ranges::find(names, jsonvalue::text(object, key));
    if (found == names.end()) {
        throw jsonvalue::Malformed(fmt::format("\"{}\" has a value that is not known", key));
    }
    return static_cast<std::size_t>(found - names.begin());
}

Json viewJson(const StoredView& view) {
    Json json = Json::object();
    if (view.visible) {
        json["visible"] = rangeJson(*view.visible);
    }
    if (view.selection) {
        json["selection"] = rangeJson(*view.selection);
    }
    for (const auto& [key, time] :
         {std::pair{"marker_a_ns", view.markers[0]}, {"marker_b_ns", view.markers[1]}, {"focus_ns", view.focus}}) {
        if (time) {
            json[key] = *time;
        }
    }
    json["page"] = kPages.at(static_cast<std::size_t>(view.page));
    json["compare"] = kModes.at(static_cast<std::size_t>(view.compareMode));
    json["path_shown"] = view.pathShown;
    json["compared"] = view.compared;
    json["metric"] = view.metric;
    json["stressor"] = view.stressor;
    json["clock_time"] = view.clockTime;
    json["folded"] = Json::array();
    for (const Family family : view.closedFamilies) {
        json["folded"].push_back(familyName(family));
    }
    json["cpus_open"] = view.cpusOpen;
    json["scroll"] = view.scroll;
    return json;
}

// What may be missing keeps its default.
template <typename Read>
void optional(const Json& object, const char* key, const Read& read) {
    if (object.contains(key)) {
        read();
    }
}

StoredFile parseFile(const Json& object, const char* key, const fs::path& folder) {
    StoredFile file;
    optional(object, key, [&] {
        const Json& json = jsonvalue::object(jsonvalue::field(object, key), key);
        const std::string path = jsonvalue::text(json, "path");
        if (path.empty() || path.find('\0') != std::string::npos) {
            throw jsonvalue::Malformed(fmt::format("the path of \"{}\" is no file name", key));
        }
        file.path = (folder / path).lexically_normal();
        optional(json, "xxh3", [&] { file.xxh3 = jsonvalue::text(json, "xxh3"); });
        file.name = file.path.filename().string();
        optional(json, "name", [&] { file.name = jsonvalue::text(json, "name"); });
    });
    return file;
}

TimeRange parseRange(const Json& object, const char* key) {
    const Json& json = jsonvalue::field(object, key);
    TimeRange range;
    range.beginNs = jsonvalue::whole<std::int64_t>(jsonvalue::field(json, "begin_ns"), "begin_ns", kLatestNs);
    range.endNs = jsonvalue::whole<std::int64_t>(jsonvalue::field(json, "end_ns"), "end_ns", kLatestNs);
    if (range.isEmpty()) {
        throw jsonvalue::Malformed(fmt::format("\"{}\" ends before it begins", key));
    }
    return range;
}

Family familyOf(const std::string& name, const char* key) {
    const auto found = std::ranges::find(kFamilies, name, &familyName);
    if (found == kFamilies.end()) {
        throw jsonvalue::Malformed(fmt::format("\"{}\" names a family that is not known", key));
    }
    return *found;
}

std::set<Family> parseFamilies(const Json& object, const char* key) {
    std::set<Family> families;
    for (const Json& name : jsonvalue::list(object, key, kFamilies.size())) {
        families.insert(familyOf(name.get<std::string>(), key));
    }
    return families;
}

StoredView parseView(const Json& json) {
    StoredView view;
    const auto time = [&](const char* key, std::optional<std::int64_t>& target) {
        optional(json, key, [&] { target = jsonvalue::whole<std::int64_t>(json[key], key, kLatestNs); });
    };
    const auto text = [&](const char* key, std::string& target) {
        optional(json, key, [&] { target = jsonvalue::text(json, key); });
    };
    const auto flag = [&](const char* key, bool& target) {
        optional(json, key, [&] { target = jsonvalue::flag(json, key); });
    };
    optional(json, "visible", [&] { view.visible = parseRange(json, "visible"); });
    optional(json, "selection", [&] { view.selection = parseRange(json, "selection"); });
    time("marker_a_ns", view.markers[0]);
    time("marker_b_ns", view.markers[1]);
    time("focus_ns", view.focus);
    optional(json, "page", [&] { view.page = static_cast<Page>(choice(json, "page", kPages)); });
    optional(json, "compare", [&] { view.compareMode = static_cast<CompareMode>(choice(json, "compare", kModes)); });
    flag("path_shown", view.pathShown);
    optional(json, "compared", [&] {
        for (const Json& index : jsonvalue::list(json, "compared", kMostVersions)) {
            view.compared.push_back(jsonvalue::whole<std::size_t>(index, "compared", kMostVersions));
        }
    });
    text("metric", view.metric);
    text("stressor", view.stressor);
    flag("clock_time", view.clockTime);
    optional(json, "folded", [&] { view.closedFamilies = parseFamilies(json, "folded"); });
    flag("cpus_open", view.cpusOpen);
    optional(json, "scroll", [&] { view.scroll = jsonvalue::whole<int>(json["scroll"], "scroll", kFurthestPixel); });
    return view;
}

template <typename Tried>
void parsePlanAndEmulated(const Json& json, const fs::path& folder, Tried& tried) {
    tried.plan = parseFile(json, "plan", folder);
    optional(json, "notes", [&] {
        for (const Json& note : jsonvalue::list(json, "notes", kMostNotes)) {
            tried.planNotes.push_back(note.get<std::string>());
        }
    });
    tried.emulated = parseFile(json, "emulated", folder);
}

StoredVersion parseVersion(const Json& json, const fs::path& folder) {
    StoredVersion version;
    jsonvalue::object(json, "a version");
    optional(json, "name", [&] { version.name = jsonvalue::text(json, "name"); });
    parsePlanAndEmulated(json, folder, version);
    return version;
}

double parseDistance(const Json& object, const char* key) {
    return jsonvalue::number(jsonvalue::field(object, key), key, 0.0, jsonvalue::kAnyNumber);
}

std::size_t parseIndex(const Json& object, const char* key, std::size_t count, const char* ofWhat) {
    const auto index = jsonvalue::whole<std::size_t>(jsonvalue::field(object, key), key, kLargestIndex);
    if (index >= count) {
        throw jsonvalue::Malformed(fmt::format("\"{}\" is none of its {}", key, ofWhat));
    }
    return index;
}

StoredRound parseRound(const Json& json, const fs::path& folder) {
    StoredRound round;
    jsonvalue::object(json, "a round");
    parsePlanAndEmulated(json, folder, round);
    round.mean = parseDistance(json, "mean");
    optional(json, "families", [&] {
        const Json& families = jsonvalue::object(json["families"], "\"families\"");
        for (const auto& [name, distance] : families.items()) {
            round.families[familyOf(name, "families")] = parseDistance(families, name.c_str());
        }
    });
    return round;
}

StoredRefinement parseRefinement(const Json& json, const fs::path& folder, std::size_t versions) {
    StoredRefinement refinement;
    for (const Json& round : jsonvalue::list(json, "rounds", kMostRounds)) {
        refinement.rounds.push_back(parseRound(round, folder));
    }
    refinement.best = parseIndex(json, "best", refinement.rounds.size(), "rounds");
    optional(json, "wanted",
             [&] { refinement.wanted = jsonvalue::whole<std::size_t>(json["wanted"], "wanted", kMostRounds); });
    optional(json, "floor", [&] { refinement.floor = parseDistance(json, "floor"); });
    optional(json, "floor_measured", [&] { refinement.floorMeasured = jsonvalue::flag(json, "floor_measured"); });
    optional(json, "confirmed", [&] { refinement.confirmed = parseDistance(json, "confirmed"); });
    optional(json, "ending",
             [&] { refinement.ending = static_cast<refinement::Ending>(choice(json, "ending", kEndings)); });
    optional(json, "simulated", [&] { refinement.simulated = jsonvalue::flag(json, "simulated"); });
    optional(json, "version", [&] { refinement.version = parseIndex(json, "version", versions, "versions"); });
    return refinement;
}

SessionFile build(const Json& json, const fs::path& folder) {
    SessionFile session;
    session.real = parseFile(json, "real", folder);
    optional(json, "versions", [&] {
        for (const Json& version : jsonvalue::list(json, "versions", kMostVersions)) {
            session.versions.push_back(parseVersion(version, folder));
        }
    });
    optional(json, "current",
             [&] { session.current = parseIndex(json, "current", session.versions.size(), "versions"); });
    optional(json, "refinement", [&] {
        const Json& refinement = jsonvalue::object(json["refinement"], "\"refinement\"");
        session.refinement = parseRefinement(refinement, folder, session.versions.size());
    });
    session.calibration = parseFile(json, "calibration", folder);
    session.training = parseFile(json, "training", folder);
    session.collection = parseFile(json, "collection", folder);
    optional(json, "view", [&] { session.view = parseView(jsonvalue::object(json["view"], "\"view\"")); });
    optional(json, "layout", [&] { session.layout = jsonvalue::text(json, "layout"); });
    session.recoveredOf = parseFile(json, "recovered_of", folder).path;
    return session;
}

}  // namespace

std::string sessionText(const SessionFile& session, const fs::path& folder) {
    Json json{{"format", kDocument.format}, {"version", kDocument.version}};
    put(json, "recovered_of", {session.recoveredOf, {}, {}}, folder);
    put(json, "real", session.real, folder);
    json["versions"] = Json::array();
    for (const StoredVersion& version : session.versions) {
        json["versions"].push_back(versionJson(version, folder));
    }
    if (session.current) {
        json["current"] = *session.current;
    }
    if (session.refinement) {
        json["refinement"] = refinementJson(*session.refinement, folder);
    }
    put(json, "calibration", session.calibration, folder);
    put(json, "training", session.training, folder);
    put(json, "collection", session.collection, folder);
    json["view"] = viewJson(session.view);
    if (!session.layout.empty()) {
        json["layout"] = session.layout;
    }
    // A name that is no UTF-8 must not keep the rest from being saved.
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

Expected<SessionFile> parseSession(const std::string& text, const fs::path& folder) {
    return jsonvalue::readDocument(
        kDocument, [&] { return Json::parse(text); }, [&](const Json& json) { return build(json, folder); });
}

Expected<SessionFile> readSession(const fs::path& path) {
    std::error_code ignored;
    if (fs::exists(path, ignored) && !fs::is_regular_file(path, ignored)) {
        return badInput("This is no regular file; name a session.", path.string());
    }
    const auto text = readFile(path, kLargestBytes);
    if (!text) {
        return tl::unexpected(text.error());
    }
    auto session = parseSession(*text, fs::weakly_canonical(path, ignored).parent_path());
    if (!session) {
        session.error().place = path.string();
    }
    return session;
}

bool isSessionName(const fs::path& path) {
    return path.extension() == kSessionSuffix;
}

}  // namespace mimesys::widgets
