// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/atomicfile.h"
#include "evaluation/score.h"
#include "plan/planfile.h"
#include "samples.h"
#include "session/recovery.h"
#include "session/sessionload.h"
#include "session/sessionsave.h"
#include "trace/read.h"
#include "trace/write.h"

#include <sys/stat.h>

#include <QTemporaryDir>

using namespace mimesys;
using namespace mimesys::widgets;
namespace fs = std::filesystem;

// Session files and what stands beside them, without a window.
class SessionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_folder.reset(); }
    void everythingComesBack();
    void textIsReadableAndRelative();
    void whatMayBeMissingHasItsDefault();
    void unknownKeysAreLeftOut();
    void badSessionsAreOneSentence_data();
    void badSessionsAreOneSentence();
    void noRegularFileIsRefused();
    void savedSessionIsLoaded();
    void roundsOfARefinementComeBack();
    void runningRefinementIsKeptAsStopped();
    void roundsOutliveTheirFiles();
    void roundsThatAreGoneLeaveNothing();
    void movedFolderStaysWhole();
    void changedAndMissingFilesAreSaid();
    void everyObjectIsWrittenOnceAndGarbageGoes();
    void fileThatWasWrittenSinceIsNotTakenForWhatIsShown();
    void failedSavingLeavesTheOldSession();
    void foreignFilesBesideASessionStay();
    void recoveryFilesOfOthersAreLeftAlone();
    void orphansAndOldRecoveryFilesGo();

private:
    [[nodiscard]] fs::path path(const char* name) const { return fs::path(m_folder->path().toStdString()) / name; }
    [[nodiscard]] LoadedTrace opened(const char* name, const trace::TracePtr& trace) const;
    [[nodiscard]] LoadedPlan opened(const char* name, const PlanPtr& plan) const;
    [[nodiscard]] SessionSnapshot someSnapshot() const;
    [[nodiscard]] SessionSnapshot refinedSnapshot() const;
    fs::path saved(const SessionSnapshot& snapshot, const char* name = "work.mimesys");

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SavedObjects> m_known;
};

namespace {

SessionFile everything() {
    SessionFile session;
    session.real = {"/data/real.h5", "00ff", "real.h5"};
    session.versions = {{"first try", {"/data/plan.h5", "11", "plan.h5"}, {"a note"}, {"/data/e.h5", "22", "recorded"}},
                        {"", {}, {}, {"/other/e.h5", "", "e.h5"}}};
    session.current = 1;
    session.refinement = {{{{"/data/plan.h5", "11", "plan.h5"}, {}, {"/data/r0.h5", "66", "round 0"}, 0.1, {}},
                           {{"/data/work.files/p.h5", "77", "round 1"},
                            {"a note"},
                            {},
                            1.0 / 3.0,
                            {{Family::Cpu, 0.25}, {Family::Disk, 0.0}}}},
                          1,
                          5,
                          0.01,
                          true,
                          0.35,
                          refinement::Ending::NothingImproves,
                          true,
                          0};
    session.calibration = {"/data/c.json", "33", "c.json"};
    session.training = {"/data/m.safetensors", "44", "m.safetensors"};
    session.collection = {"/data/d.h5", "55", "d.h5"};
    session.view.visible = TimeRange{5, 7'000'000'000};
    session.view.selection = TimeRange{6, 70};
    session.view.markers = {8, std::nullopt};
    session.view.focus = 9;
    session.view.compareMode = CompareMode::SideBySide;
    session.view.pathShown = true;
    session.view.compared = {0};
    session.view.metric = "disk.write";
    session.view.stressor = "memcpy-l1";
    session.view.clockTime = true;
    session.view.closedFamilies = {Family::Disk, Family::Other};
    session.view.cpusOpen = true;
    session.view.scroll = 120;
    session.view.page = Page::Training;
    session.layout = "AAAA/w==";
    session.recoveredOf = "/data/work.mimesys";
    return session;
}

PlanPtr somePlan(std::uint64_t seed) {
    return samples::randomPlan(20, 2, {"memcpy-l1", "hash-insert"}, seed);
}

LoadedPlan inMemory(const PlanPtr& plan, const char* name) {
    return {std::make_shared<const Composition>(plan), QString::fromUtf8(name), {QStringLiteral("a note")}};
}

LoadedRound roundOf(const LoadedPlan& plan, double shift, double mean) {
    LoadedRound round;
    round.plan = plan;
    round.emulated = {samples::indexed(samples::machineTrace(2, 30, shift)), QStringLiteral("a round"), {}, {}, {}};
    round.mean = mean;
    round.families = {{Family::Cpu, mean / 2.0}, {Family::Disk, mean * 1.5}};
    return round;
}

LoadedSession loaded(const fs::path& path) {
    auto session = loadSession(path, {});
    if (!session || !*session) {
        qFatal("%s", session ? "stopped" : session.error().text().c_str());
    }
    return std::move(**session);
}

std::vector<std::string> namesIn(const fs::path& folder) {
    std::vector<std::string> names;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder, ignored)) {
        names.push_back(entry.path().filename());
    }
    std::ranges::sort(names);
    return names;
}

}  // namespace

void SessionTest::init() {
    samples::failOnQtWarnings();
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_known = std::make_unique<SavedObjects>();
}

LoadedTrace SessionTest::opened(const char* name, const trace::TracePtr& trace) const {
    if (!trace::writeTrace(*trace, path(name))) {
        qFatal("cannot write");
    }
    return {samples::indexed(trace), QString::fromUtf8(name), QString::fromStdString(path(name)), {}, {}};
}

LoadedPlan SessionTest::opened(const char* name, const PlanPtr& plan) const {
    if (!plan::writePlan(*plan, path(name))) {
        qFatal("cannot write");
    }
    return {std::make_shared<const Composition>(plan),
            QString::fromUtf8(name),
            {},
            false,
            QString::fromStdString(path(name))};
}

SessionSnapshot SessionTest::someSnapshot() const {
    SessionSnapshot snapshot;
    snapshot.real = opened("real.h5", samples::machineTrace(2, 30));
    const LoadedPlan plan = opened("plan.h5", somePlan(1));
    const LoadedTrace recorded{samples::indexed(samples::machineTrace(2, 30, 2.0, Provenance::Simulation)),
                               QStringLiteral("recorded here"),
                               {},
                               {},
                               {}};
    snapshot.versions.push_back(
        {1, QStringLiteral("opened"), plan, opened("e.h5", samples::machineTrace(2, 30, 1.0)), nullptr, 0});
    snapshot.versions.push_back({2, {}, plan, recorded, nullptr, 0});
    snapshot.versions.push_back({3, {}, inMemory(somePlan(2), "generated"), {}, nullptr, 0});
    snapshot.current = 1;
    snapshot.view = everything().view;
    snapshot.layout = "AAAA/w==";
    return snapshot;
}

// The plan of a file, refined in two rounds, the second of which is open.
SessionSnapshot SessionTest::refinedSnapshot() const {
    SessionSnapshot snapshot;
    snapshot.real = opened("real.h5", samples::machineTrace(2, 30));
    const LoadedPlan plan = opened("plan.h5", somePlan(1));
    LoadedRefinement& refinement = snapshot.refinement;
    refinement.id = 7;
    refinement.rounds = {roundOf(plan, 3.0, 0.08), roundOf(inMemory(somePlan(2), "round 1"), 2.0, 0.04),
                         roundOf(inMemory(somePlan(3), "round 2"), 1.0, 1.0 / 30.0)};
    refinement.best = 2;
    refinement.wanted = 4;
    refinement.floor = 0.01;
    refinement.floorMeasured = true;
    refinement.confirmed = 0.035;
    refinement.ending = refinement::Ending::RoundsOver;
    snapshot.versions.push_back({1, {}, plan, {}, nullptr, 0});
    snapshot.versions.push_back({2, {}, refinement.rounds[2].plan, refinement.rounds[2].emulated, nullptr, 7});
    snapshot.current = 1;
    return snapshot;
}

fs::path SessionTest::saved(const SessionSnapshot& snapshot, const char* name) {
    const auto written = saveSession(snapshot, path(name), *m_known, {});
    if (!written || !*written) {
        qFatal("%s", written ? "stopped" : written.error().text().c_str());
    }
    return **written;
}

void SessionTest::everythingComesBack() {
    const SessionFile session = everything();
    for (const char* folder : {"/data", "/data/deeper/still", "/elsewhere"}) {
        const auto read = parseSession(sessionText(session, folder), folder);
        QVERIFY2(read.has_value(), read ? "" : read.error().text().c_str());
        QVERIFY(*read == session);
    }
}

void SessionTest::textIsReadableAndRelative() {
    const std::string text = sessionText(everything(), "/data");
    QVERIFY(text.starts_with("{\n  \"format\": \"mimesys-session\",\n  \"version\": 1,\n"));
    QVERIFY(text.find("\"path\": \"real.h5\"") != std::string::npos);
    QVERIFY(text.find("\"path\": \"../other/e.h5\"") != std::string::npos);
    QVERIFY(text.find("\"path\": \"/") == std::string::npos);
    QVERIFY(text.find("\"compare\": \"side-by-side\"") != std::string::npos);
}

void SessionTest::whatMayBeMissingHasItsDefault() {
    const auto read = parseSession(R"({"format": "mimesys-session", "version": 1})", "/data");
    QVERIFY(read.has_value());
    QVERIFY(*read == SessionFile());
}

void SessionTest::unknownKeysAreLeftOut() {
    const auto read = parseSession(R"({"format": "mimesys-session", "version": 1, "mood": {"good": [1, 2]},
        "real": {"path": "r.h5", "colour": "red"}, "view": {"page": "training", "tilt": 3}})",
                                   "/data");
    QVERIFY(read.has_value());
    QCOMPARE(read->real.path.string(), std::string("/data/r.h5"));
    QVERIFY(read->view.page == Page::Training);
}

void SessionTest::badSessionsAreOneSentence_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("says");
    const QByteArray begin = R"({"format": "mimesys-session", "version": 1, )";
    QTest::newRow("empty") << QByteArray() << QStringLiteral("no valid JSON");
    QTest::newRow("cut off") << QByteArray::fromStdString(sessionText(everything(), "/data")).left(200)
                             << QStringLiteral("no valid JSON");
    QTest::newRow("binary") << QByteArray("\x89HDF\r\n\x1a\n\0\0", 10) << QStringLiteral("no valid JSON");
    QTest::newRow("another format") << QByteArray(R"({"format": "mimesys-calibration", "version": 1})")
                                    << QStringLiteral("no session");
    QTest::newRow("a list") << QByteArray("[1, 2]") << QStringLiteral("no session");
    QTest::newRow("newer") << QByteArray(R"({"format": "mimesys-session", "version": 2})")
                           << QStringLiteral("not of version 1");
    QTest::newRow("version as text") << QByteArray(R"({"format": "mimesys-session", "version": "1"})")
                                     << QStringLiteral("not of version 1");
    QTest::newRow("real is a number") << begin + R"("real": 3})" << QStringLiteral("real is not an object");
    QTest::newRow("path is a number") << begin + R"("real": {"path": 3}})" << QStringLiteral("\"path\" is not a text");
    QTest::newRow("empty path") << begin + R"("real": {"path": ""}})" << QStringLiteral("no file name");
    QTest::newRow("path with a null") << begin + R"("real": {"path": "a\u0000b"}})" << QStringLiteral("no file name");
    QTest::newRow("versions are none") << begin + R"("versions": {}})" << QStringLiteral("not a list");
    QTest::newRow("a version is a text") << begin + R"("versions": ["x"]})" << QStringLiteral("not an object");
    QTest::newRow("current is none of them")
        << begin + R"("versions": [], "current": 0})" << QStringLiteral("none of its versions");
    QTest::newRow("current is negative") << begin + R"("versions": [{}], "current": -1})" << QStringLiteral("current");
    QTest::newRow("refinement is a list") << begin + R"("refinement": []})" << QStringLiteral("not an object");
    QTest::newRow("refinement without rounds") << begin + R"("refinement": {}})" << QStringLiteral("is missing");
    const auto refinement = [&](const QByteArray& rounds, const QByteArray& rest) {
        return begin + R"("versions": [{}], "refinement": {"rounds": [)" + rounds + "], " + rest + "}}";
    };
    const QByteArray good = R"({"mean": 0.5})";
    QTest::newRow("no rounds") << refinement("", R"("best": 0)") << QStringLiteral("none of its rounds");
    QTest::newRow("too many rounds") << refinement((good + ',').repeated(1000) + good, R"("best": 0)")
                                     << QStringLiteral("at most 1000 entries");
    QTest::newRow("a round is a number") << refinement("3", R"("best": 0)")
                                         << QStringLiteral("a round is not an object");
    QTest::newRow("round without a mean") << refinement("{}", R"("best": 0)") << QStringLiteral("\"mean\" is missing");
    QTest::newRow("mean is a text") << refinement(R"({"mean": "0.5"})", R"("best": 0)") << QStringLiteral("mean");
    QTest::newRow("mean is null") << refinement(R"({"mean": null})", R"("best": 0)") << QStringLiteral("mean");
    QTest::newRow("mean is negative") << refinement(R"({"mean": -1})", R"("best": 0)") << QStringLiteral("mean");
    QTest::newRow("mean is NaN") << refinement(R"({"mean": NaN})", R"("best": 0)") << QStringLiteral("no valid JSON");
    QTest::newRow("mean is infinite") << refinement(R"({"mean": 1e999})", R"("best": 0)")
                                      << QStringLiteral("no valid JSON");
    QTest::newRow("families are a list") << refinement(R"({"mean": 0.5, "families": []})", R"("best": 0)")
                                         << QStringLiteral("not an object");
    QTest::newRow("distance of an unknown family")
        << refinement(R"({"mean": 0.5, "families": {"gpu": 1}})", R"("best": 0)") << QStringLiteral("not known");
    QTest::newRow("distance of a family is a flag")
        << refinement(R"({"mean": 0.5, "families": {"cpu": true}})", R"("best": 0)") << QStringLiteral("\"cpu\"");
    QTest::newRow("plan of a round is a text")
        << refinement(R"({"mean": 0.5, "plan": "p.h5"})", R"("best": 0)") << QStringLiteral("plan is not an object");
    QTest::newRow("best is beyond the rounds")
        << refinement(good, R"("best": 1)") << QStringLiteral("none of its rounds");
    QTest::newRow("best is beyond all numbers") << refinement(good, R"("best": 1e300)") << QStringLiteral("best");
    QTest::newRow("best is negative") << refinement(good, R"("best": -1)") << QStringLiteral("best");
    QTest::newRow("best is half") << refinement(good, R"("best": 0.5)") << QStringLiteral("whole number");
    QTest::newRow("wanted is beyond all bounds")
        << refinement(good, R"("best": 0, "wanted": 1e18)") << QStringLiteral("wanted");
    QTest::newRow("floor is a list") << refinement(good, R"("best": 0, "floor": [])") << QStringLiteral("floor");
    QTest::newRow("confirmed is a text") << refinement(good, R"("best": 0, "confirmed": "yes")")
                                         << QStringLiteral("confirmed");
    QTest::newRow("unknown ending") << refinement(good, R"("best": 0, "ending": "bored")")
                                    << QStringLiteral("not known");
    QTest::newRow("simulated is a number")
        << refinement(good, R"("best": 0, "simulated": 1)") << QStringLiteral("true nor false");
    QTest::newRow("rounds of no version")
        << refinement(good, R"("best": 0, "version": 1)") << QStringLiteral("none of its versions");
    QTest::newRow("range backwards") << begin + R"("view": {"visible": {"begin_ns": 5, "end_ns": 5}}})"
                                     << QStringLiteral("ends before");
    QTest::newRow("range beyond all times")
        << begin + R"("view": {"visible": {"begin_ns": 5, "end_ns": 1e300}}})" << QStringLiteral("end_ns");
    QTest::newRow("unknown page") << begin + R"("view": {"page": "attic"}})" << QStringLiteral("not known");
    QTest::newRow("unknown family") << begin + R"("view": {"folded": ["gpu"]}})" << QStringLiteral("not known");
    QTest::newRow("family is a number") << begin + R"("view": {"folded": [3]}})" << QStringLiteral("JSON");
    QTest::newRow("flag is a text") << begin + R"("view": {"cpus_open": "yes"}})" << QStringLiteral("true nor false");
    QTest::newRow("deeply nested") << begin + "\"x\": " + QByteArray(200'000, '[') << QStringLiteral("no valid JSON");
    QTest::newRow("huge") << begin + "\"x\": \"" + QByteArray(9 << 20, 'x') + "\"}" << QStringLiteral("larger than");
}

void SessionTest::badSessionsAreOneSentence() {
    QFETCH(QByteArray, text);
    QFETCH(QString, says);
    QVERIFY(writeFile(path("bad.mimesys"), text.toStdString()).has_value());
    const auto session = loadSession(path("bad.mimesys"), {});
    QVERIFY(!session.has_value());
    QVERIFY(session.error().code == ErrorCode::BadInput);
    QCOMPARE(session.error().place, path("bad.mimesys").string());
    QVERIFY2(session.error().message.find(says.toStdString()) != std::string::npos, session.error().message.c_str());
    QVERIFY(session.error().message.ends_with('.'));
}

void SessionTest::noRegularFileIsRefused() {
    QVERIFY(!loadSession(path("missing.mimesys"), {}).has_value());
    QVERIFY(!loadSession(path("."), {}).has_value());
    // Reading from it would wait for ever.
    QCOMPARE(::mkfifo(path("pipe").c_str(), 0600), 0);
    QVERIFY(!loadSession(path("pipe"), {}).has_value());
    SessionFile names;
    names.real = {path("pipe"), {}, "pipe"};
    QVERIFY(writeFile(path("names.mimesys"), sessionText(names, path("."))).has_value());
    const LoadedSession session = loaded(path("names.mimesys"));
    QVERIFY(!session.real);
    QCOMPARE(session.problems.size(), 1);
}

void SessionTest::savedSessionIsLoaded() {
    const SessionSnapshot snapshot = someSnapshot();
    const LoadedSession session = loaded(saved(snapshot));
    QVERIFY2(session.problems.isEmpty(), qPrintable(session.problems.join(' ')));
    QVERIFY(!session.changed);
    QCOMPARE(session.real.name, QStringLiteral("real.h5"));
    QCOMPARE(session.real.path, snapshot.real.path);
    QCOMPARE(session.versions.size(), std::size_t{3});
    QCOMPARE(session.current, std::optional<std::size_t>(1));
    QCOMPARE(session.versions[0].name, QStringLiteral("opened"));
    // Versions that shared a plan share it again.
    QCOMPARE(session.versions[0].plan.composition, session.versions[1].plan.composition);
    QVERIFY(session.versions[2].plan.composition->plan() == snapshot.versions[2].plan.composition->plan());
    QCOMPARE(session.versions[2].plan.name, QStringLiteral("generated"));
    QCOMPARE(session.versions[2].plan.notes, QStringList{QStringLiteral("a note")});
    // What has no file of the user's has no path.
    QVERIFY(session.versions[2].plan.path.isEmpty());
    QVERIFY(session.versions[1].emulated.path.isEmpty());
    QCOMPARE(session.versions[1].emulated.name, QStringLiteral("recorded here"));
    const trace::Trace& recorded = session.versions[1].emulated.trace->trace();
    QCOMPARE(recorded.columns[0].values, snapshot.versions[1].emulated.trace->trace().columns[0].values);
    QVERIFY(session.versions[1].emulated.trace->isSimulated());
    // Scores are found again.
    QVERIFY(session.versions[0].score && session.versions[1].score && !session.versions[2].score);
    QVERIFY(session.versions[0].score->mean != session.versions[1].score->mean);
    QVERIFY(session.versions[1].score->emulatedSimulated);
    QVERIFY(session.file.view == snapshot.view);
    QCOMPARE(session.file.layout, snapshot.layout);
}

void SessionTest::roundsOfARefinementComeBack() {
    const SessionSnapshot snapshot = refinedSnapshot();
    const LoadedSession session = loaded(saved(snapshot));
    QVERIFY2(session.problems.isEmpty(), qPrintable(session.problems.join(' ')));
    const LoadedRefinement& back = session.refinement;
    QVERIFY(back && !back.running && !back.simulated);
    QCOMPARE(back.rounds.size(), std::size_t{3});
    for (std::size_t i = 0; i < back.rounds.size(); ++i) {
        const LoadedRound& before = snapshot.refinement.rounds[i];
        QVERIFY(back.rounds[i].plan.composition->plan() == before.plan.composition->plan());
        QCOMPARE(back.rounds[i].plan.name, before.plan.name);
        QCOMPARE(back.rounds[i].plan.notes, before.plan.notes);
        QCOMPARE(back.rounds[i].emulated.trace->trace().columns[0].values,
                 before.emulated.trace->trace().columns[0].values);
        QCOMPARE(back.rounds[i].mean, before.mean);
        QVERIFY(back.rounds[i].families == before.families);
        QVERIFY(back.rounds[i].score != nullptr);
    }
    QCOMPARE(back.best, std::size_t{2});
    QCOMPARE(back.wanted, std::size_t{4});
    QCOMPARE(back.floor, 0.01);
    QVERIFY(back.floorMeasured);
    QCOMPARE(back.confirmed, std::optional(0.035));
    QVERIFY(back.ending == refinement::Ending::RoundsOver);
    // They are those of the version that shows one, which shares what it shows with it.
    QCOMPARE(session.versions.size(), std::size_t{2});
    QCOMPARE(session.versions[0].refinement, 0);
    QCOMPARE(session.versions[1].refinement, back.id);
    QCOMPARE(session.versions[0].plan.composition, back.rounds[0].plan.composition);
    QCOMPARE(session.versions[1].plan.composition, back.rounds[2].plan.composition);
    QCOMPARE(session.versions[1].emulated.trace, back.rounds[2].emulated.trace);
    QCOMPARE(session.versions[1].score, back.rounds[2].score);
}

void SessionTest::runningRefinementIsKeptAsStopped() {
    SessionSnapshot snapshot = refinedSnapshot();
    snapshot.refinement.running = true;
    snapshot.refinement.confirmed.reset();
    snapshot.refinement.ending.reset();
    snapshot.refinement.rounds[1].emulated.trace =
        samples::indexed(samples::machineTrace(2, 30, 2.0, Provenance::Simulation));
    const LoadedSession session = loaded(saved(snapshot));
    QVERIFY(session.refinement && !session.refinement.running);
    QCOMPARE(session.refinement.rounds.size(), std::size_t{3});
    QVERIFY(!session.refinement.confirmed && !session.refinement.ending);
    QVERIFY(session.refinement.simulated);  // which no file can hide
    // One that has no round yet is none.
    snapshot.refinement.rounds.clear();
    QVERIFY(!loaded(saved(snapshot)).refinement);
}

void SessionTest::roundsOutliveTheirFiles() {
    const fs::path file = saved(refinedSnapshot());
    fs::remove_all(path("work.files"));
    const LoadedSession session = loaded(file);
    QCOMPARE(session.problems.size(), 5);  // two plans and three recordings, each once
    QCOMPARE(session.refinement.rounds.size(), std::size_t{3});
    QVERIFY(session.refinement.rounds[0].plan && !session.refinement.rounds[0].emulated);
    QVERIFY(!session.refinement.rounds[1].plan && !session.refinement.rounds[1].score);
    QCOMPARE(session.refinement.rounds[1].mean, 0.04);
    QCOMPARE(session.versions.size(), std::size_t{1});
    Document document;
    document.restore(session.real, session.versions, session.current, session.refinement);
    document.openRound(1);  // of which nothing is left
    QCOMPARE(document.currentVersion(), 0);
    document.openRound(0);
    QCOMPARE(document.shownRound(), std::optional<std::size_t>(0));
    QCOMPARE(document.versions().size(), std::size_t{2});
}

void SessionTest::roundsThatAreGoneLeaveNothing() {
    SessionSnapshot snapshot = refinedSnapshot();
    saved(snapshot);
    QCOMPARE(namesIn(path("work.files")).size(), std::size_t{5});  // two plans and three recordings
    snapshot.refinement = {};
    saved(snapshot);
    QCOMPARE(namesIn(path("work.files")).size(), std::size_t{2});  // those of the version
}

void SessionTest::movedFolderStaysWhole() {
    fs::create_directory(path("here"));
    SessionSnapshot snapshot;
    snapshot.real = opened("here/real.h5", samples::machineTrace(2, 30));
    snapshot.versions.push_back({1, {}, inMemory(somePlan(2), "generated"), {}, nullptr, 0});
    saved(snapshot, "here/work.mimesys");
    fs::rename(path("here"), path("there"));
    const LoadedSession session = loaded(path("there/work.mimesys"));
    QVERIFY2(session.problems.isEmpty(), qPrintable(session.problems.join(' ')));
    QVERIFY(session.real);
    QCOMPARE(session.versions.size(), std::size_t{1});
}

void SessionTest::changedAndMissingFilesAreSaid() {
    const fs::path file = saved(someSnapshot());
    QVERIFY(trace::writeTrace(*samples::machineTrace(2, 40), path("real.h5")).has_value());
    QVERIFY(fs::remove(path("e.h5")));
    const LoadedSession session = loaded(file);
    QCOMPARE(session.problems.size(), 2);
    QVERIFY(session.problems[0].startsWith(QStringLiteral("real.h5 has changed")));
    QVERIFY(session.problems[1].startsWith(QStringLiteral("e.h5 is missing")));
    QVERIFY(session.problems[1].contains(QString::fromStdString(path("e.h5"))));
    QVERIFY(session.changed);
    QCOMPARE(session.real.trace->trace().sampleCount(), std::size_t{40});
    QCOMPARE(session.versions.size(), std::size_t{3});
    QVERIFY(!session.versions[0].emulated && session.versions[1].emulated);
    // With nothing left of a version, it goes; the others keep their places.
    QVERIFY(fs::remove(path("plan.h5")));
    const LoadedSession fewer = loaded(file);
    QCOMPARE(fewer.versions.size(), std::size_t{2});
    QCOMPARE(fewer.current, std::optional<std::size_t>(0));
}

void SessionTest::everyObjectIsWrittenOnceAndGarbageGoes() {
    SessionSnapshot snapshot = someSnapshot();
    saved(snapshot);
    const auto before = namesIn(path("work.files"));
    QCOMPARE(before.size(), std::size_t{2});  // a plan and a recording
    const fs::path plan = path("work.files") / before[0];
    QVERIFY(before[0].starts_with("plan-"));
    // Written again it would be another file.
    struct stat first = {};
    QCOMPARE(::stat(plan.c_str(), &first), 0);
    m_known = std::make_unique<SavedObjects>();
    saved(snapshot);
    struct stat second = {};
    QCOMPARE(::stat(plan.c_str(), &second), 0);
    QCOMPARE(second.st_ino, first.st_ino);
    snapshot.versions.erase(snapshot.versions.begin() + 1);
    snapshot.current = 0;
    saved(snapshot);
    QCOMPARE(namesIn(path("work.files")), (std::vector<std::string>{before[0]}));
    snapshot.versions.erase(snapshot.versions.begin() + 1);
    saved(snapshot);
    QVERIFY(!fs::exists(path("work.files")));
}

void SessionTest::fileThatWasWrittenSinceIsNotTakenForWhatIsShown() {
    SessionSnapshot snapshot = someSnapshot();
    snapshot.opened[snapshot.real.trace->tracePtr().get()] = *stampOf(path("real.h5"));
    QVERIFY(trace::writeTrace(*samples::machineTrace(2, 50), path("real.h5")).has_value());
    const LoadedSession session = loaded(saved(snapshot));
    QVERIFY(session.problems.isEmpty());
    QCOMPARE(session.real.trace->trace().sampleCount(), std::size_t{30});
    QVERIFY(session.real.path.isEmpty());
}

void SessionTest::failedSavingLeavesTheOldSession() {
    const fs::path file = saved(someSnapshot());
    const std::string before = readFile(file, 1 << 20).value();
    // A file where the folder of companions would be.
    SessionSnapshot snapshot;
    snapshot.versions.push_back({1, {}, inMemory(somePlan(7), "generated"), {}, nullptr, 0});
    fs::remove_all(path("work.files"));
    QVERIFY(writeFile(path("work.files"), "in the way").has_value());
    const auto failure = saveSession(snapshot, file, *m_known, {});
    QVERIFY(!failure.has_value());
    QCOMPARE(readFile(file, 1 << 20).value(), before);
    QVERIFY(!saveSession(snapshot, path("nowhere/work.mimesys"), *m_known, {}).has_value());
}

void SessionTest::foreignFilesBesideASessionStay() {
    fs::create_directory(path("work.files"));
    QVERIFY(writeFile(path("work.files/letter.txt"), "mine").has_value());
    const SessionSnapshot snapshot = someSnapshot();
    const fs::path file = saved(snapshot);
    saved({}, "work.mimesys");
    QCOMPARE(namesIn(path("work.files")), std::vector<std::string>{"letter.txt"});
    removeSession(file);
    QVERIFY(fs::exists(path("work.files/letter.txt")));
    QVERIFY(!fs::exists(file));
}

void SessionTest::recoveryFilesOfOthersAreLeftAlone() {
    Recovery one(path("recovery"));
    QVERIFY(writeFile(one.own(), "of one").has_value());
    Recovery another(path("recovery"));
    QVERIFY(one.own() != another.own());
    QVERIFY(another.leftOvers().empty());
    QVERIFY(fs::exists(one.own()));
    // What a killed studio leaves is a file that nobody holds, and goes to one only.
    const fs::path left = path("recovery") / (one.own().stem().string() + "1.mimesys");
    QVERIFY(writeFile(left, "left").has_value());
    QCOMPARE(another.leftOvers(), std::vector<fs::path>{left});
    QVERIFY(one.leftOvers().empty());
    QCOMPARE(another.leftOvers(), std::vector<fs::path>{left});
    another.remove(one.own());
    QVERIFY(fs::exists(one.own()));
    another.remove(left);
    QVERIFY(!fs::exists(left));
}

void SessionTest::orphansAndOldRecoveryFilesGo() {
    Recovery recovery(path("recovery"));
    const std::string stem = recovery.own().stem().string();
    const fs::path old = path("recovery") / (stem + "1.mimesys");
    QVERIFY(writeFile(old, "old").has_value());
    fs::last_write_time(old, fs::file_time_type::clock::now() - std::chrono::hours(24 * 15));
    const fs::path orphan = path("recovery") / (stem + "2.files");
    fs::create_directory(orphan);
    QVERIFY(writeFile(orphan / "plan-0123456789abcdef.h5", "x").has_value());
    QVERIFY(recovery.leftOvers().empty());
    QVERIFY(!fs::exists(old));
    QVERIFY(!fs::exists(orphan));
}

QTEST_GUILESS_MAIN(SessionTest)
#include "tst_session.moc"
