// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/metric.h"
#include "refinement/ending.h"
#include "viewstate/timerange.h"

#include <QObject>
#include <QString>
#include <QStringList>
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
    explicit operator bool() const { return trace != nullptr; }
};

struct LoadedPlan {
    std::shared_ptr<const Composition> composition;  // null = none
    QString name;
    QStringList notes;       // how the trace was fitted to this machine
    bool simulated = false;  // it was made from simulated measurements
    explicit operator bool() const { return composition != nullptr; }
};

// What the stressors do to a machine; not part of what is compared.
struct LoadedCalibration {
    std::shared_ptr<const collection::Calibration> calibration;  // null = none
    QString name;                                                // file name; empty for the installed one
    bool ofThisMachine = false;
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

// What is open: the real trace, a plan that imitates it, the recorded emulation and the score of the two. Everything in
// it is immutable and shared; jobs work on snapshots and the document only ever swaps pointers, in the GUI thread.
class Document : public QObject {
    Q_OBJECT
public:
    explicit Document(QObject* parent = nullptr);

    [[nodiscard]] const LoadedTrace& real() const { return m_real; }
    [[nodiscard]] const LoadedTrace& emulated() const { return m_emulated; }
    [[nodiscard]] const LoadedPlan& plan() const { return m_plan; }
    [[nodiscard]] const std::shared_ptr<const evaluation::Score>& score() const { return m_score; }
    [[nodiscard]] bool isEmpty() const { return !m_real && !m_emulated && !m_plan; }
    [[nodiscard]] const LoadedCalibration& calibration() const { return m_calibration; }
    [[nodiscard]] const LoadedTraining& training() const { return m_training; }
    [[nodiscard]] const LoadedRefinement& refinement() const { return m_refinement; }
    // The round of the refinement whose plan is open.
    [[nodiscard]] std::optional<std::size_t> shownRound() const;
    [[nodiscard]] const LoadedCollection& collection() const { return m_collection; }
    // From 0 to the end of the longest of the three.
    [[nodiscard]] TimeRange extent() const;

    // A new real trace makes plan, emulation and score things of the past.
    void setReal(const LoadedTrace& real);
    // A plan that is none of the refinement's makes that a thing of the past.
    void setPlan(const LoadedPlan& plan);
    // Any change of a side drops the score.
    void setEmulated(const LoadedTrace& emulated);
    void setScore(std::shared_ptr<const evaluation::Score> score);
    void setCalibration(const LoadedCalibration& calibration);
    void setTraining(const LoadedTraining& training);
    void setRefinement(const LoadedRefinement& refinement);
    // Puts the plan of a round back, with its emulation and score.
    void openRound(std::size_t round);
    void setCollection(const LoadedCollection& collection);

Q_SIGNALS:
    void realChanged();
    void planChanged();
    void emulatedChanged();
    void scoreChanged();
    void calibrationChanged();
    void trainingChanged();
    void refinementChanged();
    void collectionChanged();

private:
    LoadedTrace m_real;
    LoadedTrace m_emulated;
    LoadedPlan m_plan;
    std::shared_ptr<const evaluation::Score> m_score;
    LoadedCalibration m_calibration;
    LoadedTraining m_training;
    LoadedRefinement m_refinement;
    LoadedCollection m_collection;
};

}  // namespace mimesys::widgets
