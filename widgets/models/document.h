// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/metric.h"
#include "curation/edit.h"
#include "refinement/ending.h"
#include "viewstate/timerange.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <array>
#include <cstddef>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace mimesys::collection {
struct Calibration;
struct RoundNews;
}  // namespace mimesys::collection
namespace mimesys::evaluation {
struct Score;
}
namespace mimesys::model {
struct AlignPoint;
struct Description;
struct TrainPoint;
}  // namespace mimesys::model
namespace mimesys::testrun {
struct Report;
}
namespace mimesys::trace {
struct Diagnostic;
}

namespace mimesys::widgets {

class Composition;
class IndexedTrace;

// A trace as the studio shows it.
struct LoadedTrace {
    std::shared_ptr<const IndexedTrace> trace;  // null = none
    QString name;                               // file name, or what it is
    QString path;                               // empty for what was recorded here
    QString format;
    std::shared_ptr<const std::vector<trace::Diagnostic>> diagnostics;
    bool growing = false;                         // a run that goes on is being recorded
    std::vector<curation::TraceEdit> edits = {};  // since it was opened, oldest first
    explicit operator bool() const { return trace != nullptr; }
};

struct LoadedPlan {
    std::shared_ptr<const Composition> composition;  // null = none
    QString name;
    QStringList notes;       // how the trace was fitted to this machine
    bool simulated = false;  // it was made from simulated measurements
    QString path = {};       // empty for what was made here
    explicit operator bool() const { return composition != nullptr; }
};

// One try at imitating the real trace: a plan, the recording of its execution, and how close that came. A baseline of
// another method, an emulation that was opened, and a plan that was edited are versions like any other.
struct Version {
    int id = 0;    // stays with it
    QString name;  // given by the user; empty = displayName() tells what it is
    LoadedPlan plan;
    LoadedTrace emulated;
    std::shared_ptr<const evaluation::Score> score;
    int refinement = 0;  // of whose rounds it shows one; 0 = none

    [[nodiscard]] QString displayName() const;
};

// What the stressors do to a machine; not part of what is compared.
struct LoadedCalibration {
    std::shared_ptr<const collection::Calibration> calibration;  // null = none
    QString name;                                                // file name; empty for the installed one
    bool ofThisMachine = false;
    QString path = {};  // empty for the installed one
    explicit operator bool() const { return calibration != nullptr; }
};

// A training: in progress, of a model, or of a log that another program writes; not part of what is compared.
struct LoadedTraining {
    std::shared_ptr<const std::vector<model::TrainPoint>> points;     // null = none
    std::shared_ptr<const std::vector<model::AlignPoint>> alignment;  // of the model or log; null = none
    std::shared_ptr<const model::Description> model;                  // null until there is one, and for a log
    QString name;                                                     // of the file of the model or log
    QString path;
    bool simulated = false;  // the data, or what was executed, is known to be simulated, in whole or in part
    bool isLog = false;      // it may go on
    explicit operator bool() const { return points != nullptr; }
};

// One plan of a refinement, as it was executed and scored.
struct LoadedRound {
    LoadedPlan plan;
    LoadedTrace emulated;
    std::shared_ptr<const evaluation::Score> score;
    double mean = 0.0;  // DTW, over the round's executions
    std::map<Family, double> families;
};

// A refinement: in progress, stopped or over; of the plan that is open.
struct LoadedRefinement {
    static constexpr int kKept = -1;  // the id of one that a session kept; those that are begun here count from 1
    int id = 0;                       // 0 = none
    std::vector<LoadedRound> rounds;  // the first is the plan as it came
    std::size_t best = 0;
    std::size_t wanted = 0;  // rounds at most, without the first
    double floor = 0.0;
    bool floorMeasured = false;
    std::optional<double> confirmed;           // mean DTW of the best plan, executed once more
    std::optional<refinement::Ending> ending;  // why it is over; empty while it goes on, or when it was stopped
    bool running = false;
    bool simulated = false;
    explicit operator bool() const { return id != 0; }
};

// A data set and how its samples cover what the machine can do: while it is collected, or from its file; not part of
// what is compared.
struct LoadedCollection {
    std::shared_ptr<const collection::RoundNews> news;  // null = none
    QString name;                                       // of its file
    QString path;
    bool simulated = false;
    std::filesystem::file_time_type written{};  // when the file was, as far as it is shown
    explicit operator bool() const { return news != nullptr; }
};

// A test run: in progress, stopped, over, or from its file; not part of what is compared.
struct LoadedTestRun {
    static constexpr std::size_t kConditions = 3;   // those of testrun::kConditions, in that order
    std::shared_ptr<const testrun::Report> report;  // null = none
    std::array<std::shared_ptr<const IndexedTrace>, kConditions> recordings;  // of its typical runs; null where none is
    QString name;  // of its file; empty for one that was made here
    QString path;
    bool running = false;
    explicit operator bool() const { return report != nullptr; }
};

// What is open: the real trace, a plan that imitates it, the recorded emulation and the score of the two; and the
// versions before, each of which can be put back. Everything in it is immutable and shared; jobs work on snapshots and
// the document only ever swaps pointers, in the GUI thread.
class Document : public QObject {
    Q_OBJECT
public:
    explicit Document(QObject* parent = nullptr);

    [[nodiscard]] const LoadedTrace& real() const { return m_real; }
    [[nodiscard]] const LoadedTrace& emulated() const { return m_emulated; }
    [[nodiscard]] const LoadedPlan& plan() const { return m_plan; }
    [[nodiscard]] const std::shared_ptr<const evaluation::Score>& score() const { return m_score; }
    // Oldest first. What plan(), emulated() and score() give is the current one.
    [[nodiscard]] const std::vector<Version>& versions() const { return m_versions; }
    [[nodiscard]] int currentVersion() const { return m_current; }  // its id; 0 = none
    [[nodiscard]] const Version* findVersion(int id) const;         // null when there is none
    [[nodiscard]] bool isEmpty() const { return !m_real && !m_emulated && !m_plan; }
    [[nodiscard]] const LoadedCalibration& calibration() const { return m_calibration; }
    [[nodiscard]] const LoadedTraining& training() const { return m_training; }
    [[nodiscard]] const LoadedRefinement& refinement() const { return m_refinement; }
    // The round of the refinement whose plan is open.
    [[nodiscard]] std::optional<std::size_t> shownRound() const;
    [[nodiscard]] const LoadedCollection& collection() const { return m_collection; }
    [[nodiscard]] const LoadedTestRun& testRun() const { return m_testRun; }
    // From 0 to the end of the longest of the three.
    [[nodiscard]] TimeRange extent() const;

    // A new real trace makes all versions things of the past.
    void setReal(const LoadedTrace& real);
    // What a session kept: a real trace, versions in their order, which of them is shown, and the refinement whose
    // rounds one of them may show.
    void restore(const LoadedTrace& real, std::vector<Version> versions, std::optional<std::size_t> shown,
                 const LoadedRefinement& refinement);
    // An edited target in the place of the one before: plans and recordings stay, to be scored anew.
    void replaceReal(const LoadedTrace& real);
    // Begins a version, unless the current one lacks a plan. A plan that is none of the refinement's makes that a thing
    // of the past.
    void setPlan(const LoadedPlan& plan);
    // Begins a version with the same plan, unless the current one has no emulation. Any change of a side drops the
    // score.
    void setEmulated(const LoadedTrace& emulated);
    // The recording of a version's plan, in progress or complete, whether that version is shown or not. Another
    // emulation that it got meanwhile keeps its place: the recording then begins a version behind it. Gives the id of
    // the version that has the recording; 0 when the version is gone.
    int setRecording(int version, const LoadedTrace& recording);
    // Begins a version even when the current one has room for the plan.
    void addVersion(const LoadedPlan& plan);
    // An edited plan in the place of the one before; begins a version when the current one was executed already.
    void replacePlan(const LoadedPlan& plan);
    // Puts an earlier version back.
    void openVersion(int id);
    // The current one gives way to the one before it, or after it.
    void removeVersion(int id);
    void renameVersion(int id, const QString& name);
    void setScore(std::shared_ptr<const evaluation::Score> score);
    void setScoreOf(int version, std::shared_ptr<const evaluation::Score> score);
    void setCalibration(const LoadedCalibration& calibration);
    void setTraining(const LoadedTraining& training);
    void setRefinement(const LoadedRefinement& refinement);
    // Puts the plan of a round back, with its emulation and score.
    void openRound(std::size_t round);
    void setCollection(const LoadedCollection& collection);
    void setTestRun(const LoadedTestRun& testRun);

Q_SIGNALS:
    void realChanged();
    void planChanged();
    void emulatedChanged();
    void scoreChanged();
    void calibrationChanged();
    void trainingChanged();
    void refinementChanged();
    void collectionChanged();
    void testRunChanged();
    void versionsChanged();

private:
    Version& current();  // begins one when there is none
    void show(const Version& version);

    std::vector<Version> m_versions;
    int m_current = 0;
    int m_lastId = 0;
    LoadedTrace m_real;
    LoadedTrace m_emulated;
    LoadedPlan m_plan;
    std::shared_ptr<const evaluation::Score> m_score;
    LoadedCalibration m_calibration;
    LoadedTraining m_training;
    LoadedRefinement m_refinement;
    LoadedCollection m_collection;
    LoadedTestRun m_testRun;
};

}  // namespace mimesys::widgets
