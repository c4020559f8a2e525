// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sessionkeeper.h"

#include "heatmap/composition.h"
#include "models/paths.h"
#include "timeline/format.h"
#include "timeline/indexedtrace.h"

#include <algorithm>

namespace mimesys::widgets {
namespace {

namespace fs = std::filesystem;

constexpr int kSoonMs = 3000;

}  // namespace

SessionKeeper::SessionKeeper(Document* document, ViewState* state, JobRunner* runner, Screen screen, QObject* parent)
    : QObject(parent), m_document(document), m_state(state), m_opening(runner), m_screen(std::move(screen)) {
    for (const auto signal :
         {&Document::realChanged, &Document::planChanged, &Document::emulatedChanged, &Document::versionsChanged,
          &Document::calibrationChanged, &Document::trainingChanged, &Document::collectionChanged}) {
        connect(document, signal, this, &SessionKeeper::noteContent);
    }
    // One that has just begun holds nothing to keep yet.
    connect(document, &Document::refinementChanged, this, [this] {
        if (!m_document->refinement().rounds.empty()) {
            noteContent();
        }
    });
    for (const auto signal : {&ViewState::visibleChanged, &ViewState::selectionChanged, &ViewState::markersChanged,
                              &ViewState::focusChanged, &ViewState::compareModeChanged, &ViewState::pathShownChanged,
                              &ViewState::comparedChanged}) {
        connect(state, signal, this, &SessionKeeper::noteView);
    }
    connect(state, &ViewState::metricSelected, this, &SessionKeeper::noteView);
    connect(state, &ViewState::stressorSelected, this, &SessionKeeper::noteView);
    connect(&m_timer, &QTimer::timeout, this, &SessionKeeper::autosave);
    connect(&m_runner, &JobRunner::jobFailed, this,
            [this](JobKind, const Error& error) { Q_EMIT failed(toQString(error.text())); });
}

SessionKeeper::~SessionKeeper() = default;

QString SessionKeeper::name() const {
    return toName(m_path.filename());
}

void SessionKeeper::noteContent() {
    takeStamps();
    if (m_applying) {
        return;
    }
    m_contentChanged = true;
    m_recoveryIsOld = true;
    // What was just made exists nowhere else.
    if (m_timer.isActive() && m_timer.remainingTime() > kSoonMs) {
        m_timer.start(kSoonMs);
    }
    Q_EMIT changed();
}

void SessionKeeper::noteView() {
    if (m_applying || m_document->isEmpty()) {
        return;
    }
    StoredView now = view();
    now.scroll = 0;
    if (now == m_lastView) {
        return;
    }
    m_lastView = std::move(now);
    m_recoveryIsOld = true;
    if (!m_viewChanged) {
        m_viewChanged = true;
        Q_EMIT changed();
    }
}

void SessionKeeper::takeStamps() {
    std::map<const void*, FileStamp> stamps;
    const auto take = [&](const void* object, const QString& path) {
        const auto known = m_opened.find(object);
        const auto stamp = known != m_opened.end() ? std::optional(known->second) : stampOf(toPath(path));
        if (stamp) {
            stamps[object] = *stamp;
        }
    };
    const auto takeTrace = [&](const LoadedTrace& trace) {
        if (trace) {
            take(trace.trace->tracePtr().get(), trace.path);
        }
    };
    takeTrace(m_document->real());
    const auto takePlanAndEmulated = [&](const auto& tried) {
        takeTrace(tried.emulated);
        if (tried.plan) {
            take(tried.plan.composition->planPtr().get(), tried.plan.path);
        }
    };
    std::ranges::for_each(m_document->versions(), takePlanAndEmulated);
    std::ranges::for_each(m_document->refinement().rounds, takePlanAndEmulated);
    m_opened = std::move(stamps);
}

SessionSnapshot SessionKeeper::snapshot() const {
    SessionSnapshot snapshot;
    snapshot.real = m_document->real();
    snapshot.versions = m_document->versions();
    for (std::size_t i = 0; i < snapshot.versions.size(); ++i) {
        if (snapshot.versions[i].id == m_document->currentVersion()) {
            snapshot.current = i;
        }
    }
    snapshot.refinement = m_document->refinement();
    snapshot.calibration = toPath(m_document->calibration().path);
    snapshot.training = toPath(m_document->training().path);
    snapshot.collection = toPath(m_document->collection().path);
    snapshot.view = view();
    snapshot.layout = m_screen.layout();
    snapshot.opened = m_opened;
    return snapshot;
}

StoredView SessionKeeper::view() const {
    StoredView view;
    if (!m_state->showsAll()) {
        view.visible = m_state->visible();
    }
    view.selection = m_state->selection();
    view.markers = {m_state->marker(Marker::A), m_state->marker(Marker::B)};
    view.focus = m_state->focus();
    view.compareMode = m_state->compareMode();
    view.pathShown = m_state->isPathShown();
    const auto& versions = m_document->versions();
    for (std::size_t i = 0; i < versions.size(); ++i) {
        if (std::ranges::count(m_state->compared(), versions[i].id) > 0) {
            view.compared.push_back(i);
        }
    }
    view.metric = m_state->selectedMetric().toStdString();
    view.stressor = m_state->selectedStressor().toStdString();
    m_screen.tell(view);
    return view;
}

void SessionKeeper::load(const fs::path& path, const std::function<void(const LoadedSession&)>& done) {
    m_opening->start<LoadedSession>(
        JobKind::Open, tr("Opening %1").arg(toName(path.filename())),
        [path](const JobRunner::Context& context) { return loadSession(path, context); }, done);
}

void SessionKeeper::open(const fs::path& path, Use use) {
    load(path, [this, path, use](const LoadedSession& session) {
        apply(session, use == Use::GoOn ? path : fs::path());
        Q_EMIT opened(path);
    });
}

void SessionKeeper::apply(const LoadedSession& session, const fs::path& path) {
    m_applying = true;
    // The plan that runs and the recording that grows belong to what was open before.
    for (const JobKind kind : {JobKind::Run, JobKind::Refine, JobKind::Generate, JobKind::Record}) {
        m_opening->stop(kind);
    }
    m_document->restore(session.real, session.versions, session.current, session.refinement);
    m_document->setCalibration(session.calibration.value_or(LoadedCalibration()));
    m_document->setTraining(session.training.value_or(LoadedTraining()));
    m_document->setCollection(session.collection.value_or(LoadedCollection()));
    const StoredView& view = session.file.view;
    m_state->setExtent(m_document->extent());
    m_state->show(view.visible.value_or(m_state->extent()));
    m_state->select(view.selection);
    m_state->setMarker(Marker::A, view.markers[0]);
    m_state->setMarker(Marker::B, view.markers[1]);
    m_state->setFocus(view.focus);
    m_state->setCompareMode(view.compareMode);
    m_state->showPath(view.pathShown);
    std::vector<int> compared;
    for (const std::size_t place : session.comparedPlaces) {
        compared.push_back(m_document->versions()[place].id);
    }
    m_state->setCompared(compared);
    m_state->selectMetric(toQString(view.metric));
    if (!view.stressor.empty()) {
        m_state->selectStressor(toQString(view.stressor));
    }
    m_screen.show(view, session.file.layout);
    m_applying = false;
    m_lastView = this->view();
    m_lastView.scroll = 0;
    m_path = path;
    m_contentChanged = session.changed;
    m_viewChanged = false;
    m_recoveryIsOld = session.changed;
    Q_EMIT changed();
    if (!session.problems.isEmpty()) {
        Q_EMIT problemsFound(session.problems.join(QLatin1Char('\n')));
    }
}

void SessionKeeper::save(const fs::path& path) {
    if (m_saving) {
        return;
    }
    m_saving = true;
    m_contentChanged = false;  // what changes from here on is not in it
    m_viewChanged = false;
    const Job* job = m_runner.start<fs::path>(
        JobKind::Export, tr("Saving %1").arg(toName(path.filename())),
        // To the end, even when the window closes meanwhile.
        [snapshot = snapshot(), path, known = m_known](const JobRunner::Context&) {
            return saveSession(snapshot, path, *known, {});
        },
        [this](const fs::path& written) {
            m_path = written;
            m_saving = false;
            if (m_recovery && !isModified()) {
                m_recovery->clear();
                m_recoveryIsOld = false;
            }
            Q_EMIT changed();
            Q_EMIT saved(written);
        });
    // However it ends.
    connect(job, &Job::ended, this, [this] {
        if (std::exchange(m_saving, false)) {
            m_contentChanged = true;
            Q_EMIT changed();
        }
    });
}

void SessionKeeper::startRecovery(const fs::path& folder, int intervalMs) {
    m_recovery = std::make_unique<Recovery>(folder);
    m_intervalMs = intervalMs;
    m_timer.start(intervalMs);
}

std::vector<fs::path> SessionKeeper::leftOvers() {
    return m_recovery ? m_recovery->leftOvers() : std::vector<fs::path>();
}

void SessionKeeper::recover(const fs::path& leftOver) {
    load(leftOver, [this, leftOver](const LoadedSession& session) {
        LoadedSession unsaved = session;
        unsaved.changed = true;
        apply(unsaved, session.file.recoveredOf);
        m_takenOver.push_back(leftOver);
        autosave();
        Q_EMIT recovered();
    });
}

void SessionKeeper::discard(const fs::path& leftOver) {
    if (m_recovery) {
        m_recovery->remove(leftOver);
    }
}

void SessionKeeper::autosave() {
    if (!m_recovery) {
        return;
    }
    m_timer.start(m_intervalMs);
    // A run that is being measured is left alone; it would not be saved before it is over anyway.
    if (!m_recoveryIsOld || m_autosaving || m_saving || m_document->emulated().growing || m_document->real().growing ||
        m_opening->isRunning(JobKind::Refine)) {
        return;
    }
    m_recoveryIsOld = false;
    if (m_document->isEmpty()) {
        m_recovery->clear();
        return;
    }
    m_autosaving = true;
    SessionSnapshot now = snapshot();
    now.recoveredOf = m_path;
    const Job* job = m_runner.start<fs::path>(
        JobKind::Export, tr("Saving"),
        [now = std::move(now), path = m_recovery->own(), known = m_known](const JobRunner::Context& context) {
            return saveSession(now, path, *known, context);
        },
        [this](const fs::path&) {
            for (const fs::path& leftOver : std::exchange(m_takenOver, {})) {
                m_recovery->remove(leftOver);
            }
        });
    connect(job, &Job::ended, this, [this] { m_autosaving = false; });
}

void SessionKeeper::endRecovery() {
    m_timer.stop();
    m_recovery.reset();
}

}  // namespace mimesys::widgets
