// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sessionsave.h"

#include "base/atomicfile.h"
#include "base/hash.h"
#include "generation/source.h"
#include "heatmap/composition.h"
#include "models/paths.h"
#include "plan/planfile.h"
#include "timeline/indexedtrace.h"
#include "trace/contenthash.h"
#include "trace/write.h"

#include <algorithm>
#include <regex>
#include <set>

namespace mimesys::widgets {
namespace {

namespace fs = std::filesystem;

std::string contentName(const trace::Trace& trace) {
    Hash hash = trace::contentHash(trace);
    for (const trace::Column& column : trace.columns) {
        hash.add(provenanceName(column.provenance));
    }
    for (const auto& [key, value] : trace.attributes) {
        hash.add(key).add(value);
    }
    return "trace-" + hash.text() + ".h5";
}

std::string contentName(const plan::ExecutionPlan& plan) {
    Hash hash;
    hash.add(plan.windowCount()).add(plan.cpuCount()).add(plan.windowSeconds()).add(plan.seed);
    hash.add(plan.fractions()).add(std::span(plan.memoryUsed));
    for (const std::string& name : plan.stressors()) {
        hash.add(name);
    }
    hash.add(plan.generator).add(plan.machine).add(plan.source);
    return "plan-" + hash.text() + ".h5";
}

// One saving: where each object goes, and what of the companions it needs.
class Saving {
public:
    Saving(const SessionSnapshot& snapshot, const fs::path& target, SavedObjects& known)
        : m_snapshot(snapshot), m_companion(companionOf(target)), m_known(known) {}

    StoredFile store(const LoadedTrace& trace) {
        if (!trace || trace.growing) {
            return {};
        }
        const trace::TracePtr object = trace.trace->tracePtr();
        return store(toPath(trace.path), trace.name, object,
                     [&](const fs::path& file) { return trace::writeTrace(*object, file); });
    }

    StoredFile store(const LoadedPlan& plan) {
        if (!plan) {
            return {};
        }
        const PlanPtr object = plan.composition->planPtr();
        return store(toPath(plan.path), plan.name, object,
                     [&](const fs::path& file) { return plan::writePlan(*object, file); });
    }

    StoredFile store(const fs::path& file) {
        return file.empty() ? StoredFile() : StoredFile{canonical(file), m_known.hashOf(file), {}};
    }

    // A version's, or a round's.
    template <typename Tried, typename Stored>
    void storePlanAndEmulated(const Tried& tried, Stored& stored) {
        stored.plan = store(tried.plan);
        for (const QString& note : tried.plan.notes) {
            stored.planNotes.push_back(note.toStdString());
        }
        stored.emulated = store(tried.emulated);
    }

    std::optional<StoredRefinement> store(const LoadedRefinement& refinement, const std::stop_token& stop) {
        if (refinement.rounds.empty()) {
            return std::nullopt;
        }
        StoredRefinement stored;
        for (const LoadedRound& round : refinement.rounds) {
            if (stop.stop_requested()) {
                return std::nullopt;
            }
            StoredRound& entry = stored.rounds.emplace_back();
            storePlanAndEmulated(round, entry);
            entry.mean = round.mean;
            entry.families = round.families;
        }
        stored.best = refinement.best;
        stored.wanted = refinement.wanted;
        stored.floor = refinement.floor;
        stored.floorMeasured = refinement.floorMeasured;
        stored.confirmed = refinement.confirmed;
        stored.ending = refinement.ending;
        stored.simulated = refinement.simulated;
        const auto shows = std::ranges::find(m_snapshot.versions, refinement.id, &Version::refinement);
        if (shows != m_snapshot.versions.end()) {
            stored.version = static_cast<std::size_t>(shows - m_snapshot.versions.begin());
        }
        return stored;
    }

    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }

    void removeWhatIsNotNeeded() const {
        std::error_code ignored;
        std::vector<fs::path> garbage;
        for (const fs::directory_entry& entry : fs::directory_iterator(m_companion, ignored)) {
            if (isCompanionFile(entry.path()) && !m_needed.contains(entry.path().filename())) {
                garbage.push_back(entry.path());
            }
        }
        for (const fs::path& file : garbage) {
            fs::remove(file, ignored);
        }
        fs::remove(m_companion, ignored);  // which fails as long as something is in it
    }

private:
    static fs::path canonical(const fs::path& path) {
        std::error_code failed;
        const fs::path result = fs::weakly_canonical(path, failed);
        return failed ? path : result;
    }

    // Whether the object still is what its file holds.
    [[nodiscard]] bool holds(const fs::path& file, const void* object) const {
        const auto opened = m_snapshot.opened.find(object);
        const auto now = stampOf(file);
        return now && (opened == m_snapshot.opened.end() || opened->second == *now);
    }

    template <typename Object, typename Write>
    StoredFile store(const fs::path& file, const QString& name, const Object& object, const Write& write) {
        if (!file.empty() && holds(file, object.get())) {
            return {canonical(file), m_known.hashOf(file), name.toStdString()};
        }
        const std::string own = m_known.nameOf(object, [&] { return contentName(*object); });
        const fs::path companion = m_companion / own;
        m_needed.insert(own);
        std::error_code failure;
        fs::create_directories(m_companion, failure);
        if (!m_error && !stampOf(companion)) {
            if (const Expected<void> written = write(companion); !written) {
                m_error = written.error();
            }
        }
        return {canonical(companion), m_known.hashOf(companion), name.toStdString()};
    }

    const SessionSnapshot& m_snapshot;
    fs::path m_companion;
    SavedObjects& m_known;
    std::set<fs::path> m_needed;
    std::optional<Error> m_error;
};

}  // namespace

std::optional<FileStamp> stampOf(const fs::path& path) {
    std::error_code error;
    if (path.empty() || !fs::is_regular_file(path, error)) {
        return std::nullopt;
    }
    const FileStamp stamp{fs::file_size(path, error), fs::last_write_time(path, error)};
    return error ? std::nullopt : std::optional(stamp);
}

std::string SavedObjects::hashOf(const fs::path& file) {
    const auto stamp = stampOf(file);
    if (!stamp) {
        return {};
    }
    {
        const std::lock_guard lock(m_mutex);
        if (const auto found = m_hashes.find(file); found != m_hashes.end() && found->second.first == *stamp) {
            return found->second.second;
        }
    }
    const auto hash = generation::hashOfContent(file);
    if (!hash) {
        return {};
    }
    const std::lock_guard lock(m_mutex);
    m_hashes[file] = {*stamp, *hash};
    return *hash;
}

std::string SavedObjects::nameOf(const std::shared_ptr<const void>& object, const std::function<std::string()>& make) {
    {
        const std::lock_guard lock(m_mutex);
        std::erase_if(m_names, [](const auto& entry) { return entry.first.expired(); });
        const auto found =
            std::ranges::find_if(m_names, [&](const auto& entry) { return entry.first.lock() == object; });
        if (found != m_names.end()) {
            return found->second;
        }
    }
    const std::string name = make();
    const std::lock_guard lock(m_mutex);
    m_names.emplace_back(object, name);
    return name;
}

fs::path companionOf(const fs::path& session) {
    return fs::path(session).replace_extension(".files");
}

bool isCompanionFile(const fs::path& file) {
    static const std::regex kName("(trace|plan)-[0-9a-f]{16}\\.h5");
    return file.parent_path().extension() == ".files" && std::regex_match(file.filename().string(), kName);
}

Cancellable<fs::path> saveSession(const SessionSnapshot& snapshot, const fs::path& target, SavedObjects& known,
                                  const JobRunner::Context& context) {
    // Whether it can be written at all is asked before anything is.
    auto file = AtomicFile::create(target);
    if (!file) {
        return tl::unexpected(file.error());
    }
    std::error_code ignored;
    const fs::path place = fs::weakly_canonical(target, ignored);
    Saving saving(snapshot, place, known);
    SessionFile session;
    session.real = saving.store(snapshot.real);
    for (const Version& version : snapshot.versions) {
        if (context.stop.stop_requested()) {
            return std::optional<fs::path>();
        }
        StoredVersion stored;
        stored.name = version.name.toStdString();
        saving.storePlanAndEmulated(version, stored);
        session.versions.push_back(std::move(stored));
    }
    session.current = snapshot.current;
    session.refinement = saving.store(snapshot.refinement, context.stop);
    if (context.stop.stop_requested()) {
        return std::optional<fs::path>();
    }
    session.calibration = saving.store(snapshot.calibration);
    session.training = saving.store(snapshot.training);
    session.collection = saving.store(snapshot.collection);
    session.view = snapshot.view;
    session.layout = snapshot.layout;
    session.recoveredOf = snapshot.recoveredOf;
    if (saving.error()) {
        return tl::unexpected(*saving.error());
    }
    const auto written =
        file->write(sessionText(session, place.parent_path())).and_then([&] { return file->commit(); });
    if (!written) {
        return tl::unexpected(written.error());
    }
    saving.removeWhatIsNotNeeded();
    return std::optional(target);
}

void removeSession(const fs::path& session) {
    std::error_code ignored;
    fs::remove(session, ignored);
    std::vector<fs::path> companions;
    for (const fs::directory_entry& entry : fs::directory_iterator(companionOf(session), ignored)) {
        if (isCompanionFile(entry.path())) {
            companions.push_back(entry.path());
        }
    }
    for (const fs::path& file : companions) {
        fs::remove(file, ignored);
    }
    fs::remove(companionOf(session), ignored);
}

}  // namespace mimesys::widgets
