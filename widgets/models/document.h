// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewstate/timerange.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <filesystem>
#include <memory>
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
    [[nodiscard]] const LoadedCollection& collection() const { return m_collection; }
    // From 0 to the end of the longest of the three.
    [[nodiscard]] TimeRange extent() const;

    // A new real trace makes plan, emulation and score things of the past.
    void setReal(const LoadedTrace& real);
    void setPlan(const LoadedPlan& plan);
    // Any change of a side drops the score.
    void setEmulated(const LoadedTrace& emulated);
    void setScore(std::shared_ptr<const evaluation::Score> score);
    void setCalibration(const LoadedCalibration& calibration);
    void setTraining(const LoadedTraining& training);
    void setCollection(const LoadedCollection& collection);

Q_SIGNALS:
    void realChanged();
    void planChanged();
    void emulatedChanged();
    void scoreChanged();
    void calibrationChanged();
    void trainingChanged();
    void collectionChanged();

private:
    LoadedTrace m_real;
    LoadedTrace m_emulated;
    LoadedPlan m_plan;
    std::shared_ptr<const evaluation::Score> m_score;
    LoadedCalibration m_calibration;
    LoadedTraining m_training;
    LoadedCollection m_collection;
};

}  // namespace mimesys::widgets
