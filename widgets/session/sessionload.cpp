// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sessionload.h"

#include "generation/source.h"
#include "jobs/openjob.h"
#include "jobs/scorejob.h"
#include "models/paths.h"
#include "session/sessionsave.h"
#include "timeline/format.h"
#include "timeline/indexedtrace.h"

#include <QCoreApplication>
#include <algorithm>

namespace mimesys::widgets {
namespace {

namespace fs = std::filesystem;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Session)
};

class Loading {
public:
    Loading(LoadedSession& session, const JobRunner::Context& context) : m_session(session), m_context(context) {}

    LoadedTrace trace(const StoredFile& file, FileRole role) {
        LoadedTrace loaded = once(m_traces, file, [&] {
            auto opened = open(file, role);
            return opened.real ? *opened.real : opened.emulated.value_or(LoadedTrace());
        });
        return named(std::move(loaded), file);
    }

    LoadedPlan plan(const StoredFile& file, const std::vector<std::string>& notes) {
        LoadedPlan loaded = once(m_plans, file, [&] { return open(file, FileRole::Plan).plan.value_or(LoadedPlan()); });
        if (loaded) {
            loaded.notes.clear();
            for (const std::string& note : notes) {
                loaded.notes += toQString(note);
            }
        }
        return named(std::move(loaded), file);
    }

    // A version's, or a round's.
    template <typename Stored, typename Tried>
    void loadPlanAndEmulated(const Stored& stored, Tried& tried) {
        tried.plan = plan(stored.plan, stored.planNotes);
        tried.emulated = trace(stored.emulated, FileRole::Emulated);
        tried.score = score(tried.emulated);
    }

    LoadedRefinement refinement(const StoredRefinement& stored) {
        LoadedRefinement refinement;
        refinement.id = LoadedRefinement::kKept;
        for (std::size_t i = 0; i < stored.rounds.size() && !isStopped(); ++i) {
            LoadedRound& round = refinement.rounds.emplace_back();
            loadPlanAndEmulated(stored.rounds[i], round);
            round.mean = stored.rounds[i].mean;
            round.families = stored.rounds[i].families;
            refinement.simulated |= round.score && round.score->emulatedSimulated;
        }
        refinement.best = stored.best;
        refinement.wanted = stored.wanted;
        refinement.floor = stored.floor;
        refinement.floorMeasured = stored.floorMeasured;
        refinement.confirmed = stored.confirmed;
        refinement.ending = stored.ending;
        refinement.simulated |= stored.simulated;
        return refinement;
    }

    // What is shown beside the comparison.
    OpenedFiles beside(const StoredFile& file) { return file ? open(file, FileRole::Auto) : OpenedFiles(); }

    [[nodiscard]] bool isStopped() const { return m_context.stop.stop_requested(); }

private:
    // Versions share plans, and the document tells plans apart by which object they are.
    template <typename Loaded, typename Load>
    Loaded once(std::map<fs::path, Loaded>& known, const StoredFile& file, const Load& load) {
        if (!file) {
            return {};
        }
        const auto found = known.find(file.path);
        return found != known.end() ? found->second : known.emplace(file.path, load()).first->second;
    }

    // The version that shows a round shares its recording.
    ScorePtr score(const LoadedTrace& emulated) {
        if (!m_session.real || !emulated) {
            return nullptr;
        }
        const auto [known, isNew] = m_scores.try_emplace(emulated.trace);
        if (isNew) {
            const auto score =
                scoreTraces(evaluation::Real<trace::TracePtr>(m_session.real.trace->tracePtr()),
                            evaluation::Emulated<trace::TracePtr>(emulated.trace->tracePtr()), m_context);
            known->second = score && *score ? **score : nullptr;
        }
        return known->second;
    }

    // What the session keeps itself is as good as in memory: it has no file of the user's.
    template <typename Loaded>
    static Loaded named(Loaded loaded, const StoredFile& file) {
        if (loaded) {
            loaded.name = toQString(file.name);
            if (isCompanionFile(file.path)) {
                loaded.path.clear();
            }
        }
        return loaded;
    }

    OpenedFiles open(const StoredFile& file, FileRole role) {
        const QString name = toQString(file.name);
        const QString path = toName(file.path);
        if (!stampOf(file.path)) {
            complain(
                Texts::tr("%1 is missing; it was %2. Put it back, or open it from where it is now.").arg(name, path));
            return {};
        }
        if (!file.xxh3.empty() && generation::hashOfContent(file.path).value_or(file.xxh3) != file.xxh3) {
            complain(Texts::tr("%1 has changed since the session was saved; it is shown as it is now.").arg(name));
        }
        auto opened = openFiles({{path, role}}, m_context);
        if (!opened || !*opened) {
            return {};
        }
        for (const Error& error : (*opened)->errors) {
            complain(toQString(error.text()));
        }
        return std::move(**opened);
    }

    void complain(const QString& sentence) {
        m_session.problems += sentence;
        m_session.changed = true;
    }

    LoadedSession& m_session;
    const JobRunner::Context& m_context;
    std::map<fs::path, LoadedTrace> m_traces;
    std::map<fs::path, LoadedPlan> m_plans;
    std::map<std::shared_ptr<const IndexedTrace>, ScorePtr> m_scores;
};

}  // namespace

Cancellable<LoadedSession> loadSession(const fs::path& path, const JobRunner::Context& context) {
    auto file = readSession(path);
    if (!file) {
        return tl::unexpected(file.error());
    }
    LoadedSession session;
    session.file = std::move(*file);
    Loading loading(session, context);
    session.real = loading.trace(session.file.real, FileRole::Real);
    for (std::size_t i = 0; i < session.file.versions.size() && !loading.isStopped(); ++i) {
        const StoredVersion& stored = session.file.versions[i];
        Version version;
        version.name = toQString(stored.name);
        loading.loadPlanAndEmulated(stored, version);
        if (!version.plan && !version.emulated) {
            continue;
        }
        if (session.file.refinement && session.file.refinement->version == i) {
            version.refinement = LoadedRefinement::kKept;
        }
        if (session.file.current == i) {
            session.current = session.versions.size();
        }
        if (std::ranges::count(session.file.view.compared, i) > 0) {
            session.comparedPlaces.push_back(session.versions.size());
        }
        session.versions.push_back(std::move(version));
    }
    if (session.file.refinement) {
        session.refinement = loading.refinement(*session.file.refinement);
    }
    session.calibration = loading.beside(session.file.calibration).calibration;
    session.training = loading.beside(session.file.training).training;
    session.collection = loading.beside(session.file.collection).collection;
    if (loading.isStopped()) {
        return std::optional<LoadedSession>();
    }
    return std::optional(std::move(session));
}

}  // namespace mimesys::widgets
