// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/atomicfile.h"
#include "base/pathlock.h"
#include "collection/collector.h"
#include "collection/compositions.h"
#include "collection/novelty.h"

#include <QTemporaryDir>
#include <QtTest>
#include <cmath>
#include <fstream>
#include <map>
#include <numeric>
#include <set>

using namespace mimesys;
using collection::CollectOptions;
using collection::kSamplesPerRound;
using collection::Laboratory;
namespace fs = std::filesystem;

class CollectorTest : public QObject {
    Q_OBJECT

private slots:
    void budgetCountsSettlingWindows();
    void samplesHoldWhatWasMeasured();
    void onlyCoresInUseBecomeMetrics();
    void continuesWhereItStopped();
    void finishedDatasetIsNotExecutedAgain();
    void cancelledCollectionKeepsItsRounds();
    void failedRoundKeepsTheOthers();
    void datasetThatDoesNotFitIsLeftAsItWas_data();
    void datasetThatDoesNotFitIsLeftAsItWas();
    void metricThatDisappearsIsMissing();
    void workOfOthersIsNoticed();
    void unusableOptionsAreBadInput_data();
    void unusableOptionsAreBadInput();
    void unwritablePathIsFoundBeforeExecution();
    void shortRecordingIsAnError();
    void progressGrowsToTheEnd();
    void thisMachineCanBeMeasured();
    void compositionsAreMeasuredAfterIdleAndAfterOthers();
    void interruptedNoveltyEndsAsUninterrupted();
    void sweepsGoOnWithOtherSettings();
    void hostsShareARound();
    void failingHostEndsTheCollection();
    void unequalHostsAreRefused();
    void unsteadySamplesAreDroppedAndCounted();
    void missedWindowsAreDroppedAndCounted();
    void nothingSteadyIsAnError();
    void saturatedCollectionStops();
    void roundsAreTold();
    void datasetBeingCollectedIsLeftAlone();
};

namespace {

constexpr float kTremblingReads = 20.0F;
constexpr std::int64_t kStartNs = 1'700'000'000'000'000'000;

// A stand-in for a machine with CPUs 1 and 3 of four: a core is busy as its row says, reads follow the second
// stressor. Every part of a window is 2 points off its mean, up and down in turn.
struct FakeMachine {
    int rounds = 0;
    int failingRound = -1;
    int cancelledRound = -1;
    bool withoutDisk = false;
    double recordedShare = 1.0;
    float otherWork = 0.0F;
    float trembling = 0.0F;      // of disk reads above kTremblingReads, up and down within a window
    bool missesWindows = false;  // every fifth

    Expected<execution::RecordedRun> execute(const plan::ExecutionPlan& plan, double periodSeconds,
                                             const ProgressCallback& progress) {
        const int round = rounds++;
        if (round == failingRound) {
            return failed("The disk is full.");
        }
        if (progress) {
            progress({0.5, "running"});
        }
        execution::RecordedRun run;
        run.report.cancelled = round == cancelledRound;
        run.trace = record(plan, periodSeconds);
        if (missesWindows) {
            run.report.cpus = 2;
            for (std::size_t window = 0; window < plan.windowCount(); ++window) {
                const float late = window % 5 == 4 ? 1e6F : 0.0F;
                run.report.boundaryErrorMs.insert(run.report.boundaryErrorMs.end(), {0.0F, late});
            }
        }
        return run;
    }

    trace::TracePtr record(const plan::ExecutionPlan& plan, double periodSeconds) const {
        const auto parts = static_cast<std::size_t>(std::lround(plan.windowSeconds() / periodSeconds));
        trace::Trace trace;
        trace.startNs = kStartNs;
        for (const char* id :
             {"cpu.utilization[0]", "cpu.utilization[1]", "cpu.utilization[2]", "cpu.utilization[3]", "disk.read"}) {
            if (!(withoutDisk && std::string_view(id) == "disk.read")) {
                trace.columns.push_back({metricFor(id), Provenance::Procfs, {}});
            }
        }
        const auto samples = static_cast<std::size_t>(recordedShare * static_cast<double>(plan.windowCount() * parts));
        for (std::size_t i = 0; i < samples; ++i) {
            trace.timesNs.push_back(kStartNs + std::llround(static_cast<double>(i + 1) * periodSeconds * 1e9));
            const std::size_t window = i / parts;
            const float ripple = parts < 2 || i % parts == parts - 1 ? 0.0F : (i % parts % 2 == 0 ? 2.0F : -2.0F);
            for (trace::Column& column : trace.columns) {
                const float value = valueOf(plan, window, column.metric.id);
                const bool trembles = column.metric.id == "disk.read" && value > kTremblingReads;
                column.values.push_back(ripple * (trembles ? 1.0F + trembling : 1.0F) + value);
            }
        }
        return trace::makeTrace(std::move(trace)).value();
    }

    float valueOf(const plan::ExecutionPlan& plan, std::size_t window, const std::string& id) const {
        const auto busy = [&](std::size_t cpu) {
            const auto row = plan.row(window, cpu);
            return 100.0F * std::accumulate(row.begin(), row.end(), 0.0F);
        };
        if (const auto cpu = cpuOfUtilizationId(id)) {
            return otherWork + (*cpu == 1 ? busy(0) : *cpu == 3 ? busy(1) : 99.0F);
        }
        return 50.0F * (plan.at(window, 0, 1) + plan.at(window, 1, 1));
    }
};

Laboratory laboratoryWith(FakeMachine& fake) {
    Laboratory laboratory;
    laboratory.machine.cpuModel = "Example";
    for (int cpu = 0; cpu < 4; ++cpu) {
        laboratory.machine.cpus.push_back({.id = cpu, .core = cpu});
    }
    laboratory.machine.usableCpus = {1, 3};
    laboratory.machine.memoryBytes = std::int64_t{8} << 30;
    laboratory.stressors = {"spin", "read", "copy"};
    laboratory.execute = [&fake](std::shared_ptr<const plan::ExecutionPlan> plan, double periodSeconds, std::stop_token,
                                 const ProgressCallback& progress) {
        return fake.execute(*plan, periodSeconds, progress);
    };
    return laboratory;
}

CollectOptions optionsFor(std::size_t rounds) {
    CollectOptions options;
    options.windowSeconds = 0.5;
    options.durationSeconds = 0.5 * static_cast<double>(rounds * (kSamplesPerRound + 1));
    return options;
}

CollectOptions noveltyOf(std::size_t samples) {
    CollectOptions options;
    options.strategy = collection::Strategy::Novelty;
    options.samples = samples;
    return options;
}

fs::path in(const QTemporaryDir& folder, const char* name) {
    return fs::path(folder.path().toStdString()) / name;
}

dataset::Dataset collected(const Laboratory& laboratory, const fs::path& path, const CollectOptions& options) {
    auto result = collection::collectIn(laboratory, path, options, {}, {});
    if (!result) {
        qFatal("%s", result.error().text().c_str());
    }
    return std::move(**result);
}

}  // namespace

void CollectorTest::budgetCountsSettlingWindows() {
    QCOMPARE(collection::samplesWithin(8.0, 0.5), kSamplesPerRound);  // 16 windows
    QCOMPARE(collection::samplesWithin(16.0, 0.5), 2 * kSamplesPerRound);
    QCOMPARE(collection::samplesWithin(9.0, 0.5), kSamplesPerRound + 1);
    QCOMPARE(collection::samplesWithin(8.5, 0.5), kSamplesPerRound);  // one window more only settles
    QCOMPARE(collection::samplesWithin(0.5, 0.5), std::size_t{0});
    QCOMPARE(collection::samplesWithin(0.3, 0.1), std::size_t{2});  // 0.3 / 0.1 is a little below 3
    QCOMPARE(collection::samplesWithin(-1.0, 0.5), std::size_t{0});
    QCOMPARE(collection::samplesWithin(NAN, 0.5), std::size_t{0});
}

void CollectorTest::samplesHoldWhatWasMeasured() {
    const QTemporaryDir folder;
    FakeMachine fake;
    const Laboratory laboratory = laboratoryWith(fake);
    const dataset::Dataset data = collected(laboratory, in(folder, "data.h5"), optionsFor(3));
    QCOMPARE(fake.rounds, 3);
    QCOMPARE(data.sampleCount(), 3 * kSamplesPerRound);
    QVERIFY(dataset::validate(data).has_value());
    const collection::Space space{2, 3};
    for (std::size_t i = 0; i < data.sampleCount(); ++i) {
        const auto row = static_cast<Eigen::Index>(i);
        const collection::Composition expected = compositionFor(i, 1, space);
        QCOMPARE(data.kinds[i], std::string(expected.kind));
        for (Eigen::Index entry = 0; entry < 6; ++entry) {
            QCOMPARE(data.compositions(row, entry), expected.fractions[static_cast<std::size_t>(entry)]);
            const bool first = i % kSamplesPerRound == 0;
            QCOMPARE(data.previous(row, entry), first ? 0.0F : data.compositions(row - 1, entry));
        }
        const float busy = 100.0F * data.compositions.row(row).head(3).sum();
        QVERIFY(std::abs(data.mean(row, 0) - busy) < 0.01F);
        const float reads = 50.0F * (data.compositions(row, 1) + data.compositions(row, 4));
        QVERIFY(std::abs(data.mean(row, 2) - reads) < 0.01F);
        QVERIFY(std::abs(data.deviation(row, 0) - 2.0F) < 0.01F);  // of +2, −2, +2, −2, 0
    }
    const auto read = dataset::readDataset(in(folder, "data.h5"));
    QVERIFY(read.has_value());
    QCOMPARE(read->sampleCount(), data.sampleCount());
    QVERIFY(read->mean == data.mean);
}

void CollectorTest::onlyCoresInUseBecomeMetrics() {
    const QTemporaryDir folder;
    FakeMachine fake;
    const dataset::Dataset data = collected(laboratoryWith(fake), in(folder, "data.h5"), optionsFor(1));
    std::vector<std::string> ids;
    std::ranges::transform(data.metrics, std::back_inserter(ids), &Metric::id);
    QCOMPARE(ids, (std::vector<std::string>{"cpu.utilization[1]", "cpu.utilization[3]", "disk.read"}));
    QCOMPARE(data.provenance[2], Provenance::Procfs);
}

void CollectorTest::continuesWhereItStopped() {
    const QTemporaryDir folder;
    FakeMachine fake;
    const Laboratory laboratory = laboratoryWith(fake);
    const dataset::Dataset whole = collected(laboratory, in(folder, "whole.h5"), optionsFor(4));
    collected(laboratory, in(folder, "parts.h5"), optionsFor(1));
    const dataset::Dataset parts = collected(laboratory, in(folder, "parts.h5"), optionsFor(4));
    QCOMPARE(fake.rounds, 8);
    QVERIFY(parts.compositions == whole.compositions);
    QVERIFY(parts.previous == whole.previous);
    QVERIFY(parts.mean == whole.mean);
    QCOMPARE(parts.kinds, whole.kinds);
}

void CollectorTest::finishedDatasetIsNotExecutedAgain() {
    const QTemporaryDir folder;
    FakeMachine fake;
    const Laboratory laboratory = laboratoryWith(fake);
    collected(laboratory, in(folder, "data.h5"), optionsFor(2));
    const dataset::Dataset again = collected(laboratory, in(folder, "data.h5"), optionsFor(1));
    QCOMPARE(fake.rounds, 2);
    QCOMPARE(again.sampleCount(), 2 * kSamplesPerRound);
}

void CollectorTest::cancelledCollectionKeepsItsRounds() {
    const QTemporaryDir folder;
    FakeMachine fake;
    fake.cancelledRound = 2;
    const auto result = collection::collectIn(laboratoryWith(fake), in(folder, "data.h5"), optionsFor(4), {}, {});
    QVERIFY(result.has_value() && !result->has_value());
    QCOMPARE(dataset::readDataset(in(folder, "data.h5")).value().sampleCount(), 2 * kSamplesPerRound);
}

void CollectorTest::failedRoundKeepsTheOthers() {
    const QTemporaryDir folder;
    FakeMachine fake;
    fake.failingRound = 1;
    const auto result = collection::collectIn(laboratoryWith(fake), in(folder, "data.h5"), optionsFor(4), {}, {});
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().message, std::string("The disk is full."));
    QCOMPARE(dataset::readDataset(in(folder, "data.h5")).value().sampleCount(), kSamplesPerRound);
}

void CollectorTest::datasetThatDoesNotFitIsLeftAsItWas_data() {
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("word");
    QTest::newRow("machine") << "machine"
                             << "another machine";
    QTest::newRow("affinity") << "cpus"
                              << "1 may be used now";
    QTest::newRow("stressors") << "stressors"
                               << "other stressors (spin, read, copy)";
    QTest::newRow("strategy") << "strategy"
                              << "strategy \"random\", not \"novelty\"";
    QTest::newRow("seed") << "seed"
                          << "seed 1, not 2";
    QTest::newRow("window") << "window"
                            << "0.5 s, not 1 s";
    QTest::newRow("no data set") << "text"
                                 << "not an HDF5 file";
}

void CollectorTest::datasetThatDoesNotFitIsLeftAsItWas() {
    QFETCH(QString, what);
    QFETCH(QString, word);
    const QTemporaryDir folder;
    const fs::path path = in(folder, "data.h5");
    FakeMachine fake;
    Laboratory laboratory = laboratoryWith(fake);
    CollectOptions options = optionsFor(2);
    collected(laboratory, path, optionsFor(1));
    if (what == "machine") {
        laboratory.machine.cpuModel = "Another";
    } else if (what == "cpus") {
        laboratory.machine.usableCpus = {1};
    } else if (what == "stressors") {
        laboratory.stressors.pop_back();
    } else if (what == "strategy") {
        options.strategy = collection::Strategy::Novelty;
    } else if (what == "seed") {
        options.seed = 2;
    } else if (what == "window") {
        options.windowSeconds = 1.0;
    } else {
        std::ofstream(path) << "something else";
    }
    const std::string before = readFile(path, 1 << 24).value();
    const auto result = collection::collectIn(laboratory, path, options, {}, {});
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().code, ErrorCode::BadInput);
    QVERIFY2(QString::fromStdString(result.error().message).contains(word), result.error().message.c_str());
    QCOMPARE(result.error().place, path.string());
    QVERIFY(readFile(path, 1 << 24).value() == before);
    QCOMPARE(fake.rounds, 1);
}

void CollectorTest::metricThatDisappearsIsMissing() {
    const QTemporaryDir folder;
    FakeMachine fake;
    const Laboratory laboratory = laboratoryWith(fake);
    collected(laboratory, in(folder, "data.h5"), optionsFor(1));
    fake.withoutDisk = true;
    const dataset::Dataset data = collected(laboratory, in(folder, "data.h5"), optionsFor(2));
    QCOMPARE(data.metrics.size(), std::size_t{3});
    const auto samples = static_cast<Eigen::Index>(kSamplesPerRound);
    QVERIFY(!data.mean.col(2).head(samples).array().isNaN().any());
    QVERIFY(data.mean.col(2).tail(samples).array().isNaN().all());
    QVERIFY(!data.mean.col(0).array().isNaN().any());
}

void CollectorTest::workOfOthersIsNoticed() {
    const QTemporaryDir folder;
    FakeMachine fake;
    const Laboratory laboratory = laboratoryWith(fake);
    QVERIFY(collection::backgroundPoints(collected(laboratory, in(folder, "quiet.h5"), optionsFor(1))) < 0.01);
    fake.otherWork = 25.0F;
    const dataset::Dataset busy = collected(laboratory, in(folder, "busy.h5"), optionsFor(1));
    QVERIFY(std::abs(collection::backgroundPoints(busy) - 25.0) < 0.01);
}

void CollectorTest::unusableOptionsAreBadInput_data() {
    QTest::addColumn<double>("duration");
    QTest::addColumn<double>("window");
    QTest::newRow("too short for a sample") << 0.9 << 0.5;
    QTest::newRow("negative duration") << -5.0 << 0.5;
    QTest::newRow("endless") << double(INFINITY) << 0.5;
    QTest::newRow("window of no length") << 10.0 << 0.0;
    QTest::newRow("window too short to record") << 10.0 << 0.01;
    QTest::newRow("window that is no number") << 10.0 << double(NAN);
}

void CollectorTest::unusableOptionsAreBadInput() {
    QFETCH(double, duration);
    QFETCH(double, window);
    const QTemporaryDir folder;
    FakeMachine fake;
    CollectOptions options;
    options.durationSeconds = duration;
    options.windowSeconds = window;
    const auto result = collection::collectIn(laboratoryWith(fake), in(folder, "data.h5"), options, {}, {});
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().code, ErrorCode::BadInput);
    QCOMPARE(fake.rounds, 0);
}

void CollectorTest::unwritablePathIsFoundBeforeExecution() {
    const QTemporaryDir folder;
    FakeMachine fake;
    const auto result =
        collection::collectIn(laboratoryWith(fake), in(folder, "absent") / "data.h5", optionsFor(1), {}, {});
    QVERIFY(!result.has_value());
    QVERIFY(result.error().text().find("absent") != std::string::npos);
    QCOMPARE(fake.rounds, 0);
}

void CollectorTest::shortRecordingIsAnError() {
    const QTemporaryDir folder;
    FakeMachine fake;
    fake.recordedShare = 0.5;
    const auto result = collection::collectIn(laboratoryWith(fake), in(folder, "data.h5"), optionsFor(1), {}, {});
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().code, ErrorCode::Failed);
    QVERIFY(!fs::exists(in(folder, "data.h5")));
}

void CollectorTest::progressGrowsToTheEnd() {
    const QTemporaryDir folder;
    FakeMachine fake;
    std::vector<Progress> seen;
    QVERIFY(collection::collectIn(laboratoryWith(fake), in(folder, "data.h5"), optionsFor(4), {},
                                  [&](const Progress& progress) { seen.push_back(progress); })
                .has_value());
    QVERIFY(std::ranges::is_sorted(seen, {}, &Progress::fraction));
    QCOMPARE(seen.front().fraction, 0.0);
    QCOMPARE(seen.back().fraction, 3.5 / 4.0);
    QVERIFY(seen.front().text.find("0 of 60 samples, about 32 s left") != std::string::npos);
}

void CollectorTest::thisMachineCanBeMeasured() {
    const QTemporaryDir folder;
    CollectOptions options;
    options.durationSeconds = 1.0;
    options.windowSeconds = 0.1;
    const auto result = collection::collect(in(folder, "data.h5"), options, {}, {});
    QVERIFY2(result.has_value(), result ? "" : result.error().text().c_str());
    const dataset::Dataset data = dataset::readDataset(in(folder, "data.h5")).value();
    QCOMPARE(data.sampleCount(), std::size_t{9});
    QVERIFY(data.stressors.size() >= 5);  // all but those of a disk
    QCOMPARE(data.cpus, machine::discover().value().usableCpus.size());
    const auto cores = std::ranges::count_if(
        data.metrics, [](const Metric& metric) { return cpuOfUtilizationId(metric.id).has_value(); });
    QCOMPARE(static_cast<std::size_t>(cores), data.cpus);
    QVERIFY(machine::fromJson(data.machine).has_value());
}

void CollectorTest::compositionsAreMeasuredAfterIdleAndAfterOthers() {
    const QTemporaryDir folder;
    FakeMachine fake;
    const dataset::Dataset data = collected(laboratoryWith(fake), in(folder, "data.h5"), noveltyOf(120));
    QCOMPARE(data.sampleCount(), std::size_t{120});
    QCOMPARE(data.strategy, std::string("novelty"));
    QVERIFY(dataset::validate(data).has_value());
    const std::size_t sweep = collection::sparseSweepLength({2, 3});
    std::size_t twice = 0;
    for (std::size_t i = sweep; i < data.sampleCount(); ++i) {
        QVERIFY(data.rounds[i] >= 1);
        const auto at = static_cast<Eigen::Index>(i);
        if (!data.previous.row(at).isZero()) {
            QVERIFY(data.previous.row(at) == data.compositions.row(at - 1));
            continue;
        }
        // Unless the end of the collection cuts the stretch, it ends as it began.
        const std::size_t last = i + collection::kStretchSamples - 1;
        if (last < data.sampleCount() && data.rounds[last] == data.rounds[i]) {
            const auto end = static_cast<Eigen::Index>(last);
            QVERIFY(data.compositions.row(end) == data.compositions.row(at));
            QVERIFY(!data.previous.row(end).isZero());
            QCOMPARE(data.kinds[last], data.kinds[i]);
            QCOMPARE(data.kinds[last - 1], std::string(dataset::kVariation));
            ++twice;
        }
    }
    // All stretches but one, which the wanted number of samples cuts.
    QCOMPARE(twice, (data.sampleCount() - sweep) / collection::kStretchSamples);
}

void CollectorTest::interruptedNoveltyEndsAsUninterrupted() {
    const QTemporaryDir folder;
    FakeMachine fake;
    const Laboratory laboratory = laboratoryWith(fake);
    const dataset::Dataset whole = collected(laboratory, in(folder, "whole.h5"), noveltyOf(150));
    fake.rounds = 0;
    fake.cancelledRound = 4;
    const auto cancelled = collection::collectIn(laboratory, in(folder, "parts.h5"), noveltyOf(150), {}, {});
    QVERIFY(cancelled.has_value() && !cancelled->has_value());
    QVERIFY(dataset::readDataset(in(folder, "parts.h5"))->sampleCount() < 150);
    const dataset::Dataset parts = collected(laboratory, in(folder, "parts.h5"), noveltyOf(150));
    QVERIFY(parts.compositions == whole.compositions);
    QVERIFY(parts.previous == whole.previous);
    QVERIFY(parts.mean == whole.mean);
    QCOMPARE(parts.rounds, whole.rounds);
    QCOMPARE(parts.kinds, whole.kinds);
    QCOMPARE(parts.finishedRounds, whole.finishedRounds);
}

void CollectorTest::sweepsGoOnWithOtherSettings() {
    const QTemporaryDir folder;
    FakeMachine fake;
    CollectOptions options = noveltyOf(100);
    options.strategy = collection::Strategy::Sweep;
    const dataset::Dataset data = collected(laboratoryWith(fake), in(folder, "data.h5"), options);
    QCOMPARE(data.sampleCount(), std::size_t{100});
    for (Eigen::Index sample = 1; sample < 100; ++sample) {
        QCOMPARE(data.kinds[static_cast<std::size_t>(sample)], std::string(dataset::kSweep));
        std::set<Eigen::Index> stressors;
        for (Eigen::Index entry = 0; entry < 6; ++entry) {
            if (data.compositions(sample, entry) > 0.0F) {
                stressors.insert(entry % 3);
            }
        }
        QCOMPARE(stressors.size(), std::size_t{1});
    }
}

void CollectorTest::hostsShareARound() {
    const QTemporaryDir folder;
    FakeMachine one;
    FakeMachine two;
    const std::vector<Laboratory> hosts{laboratoryWith(one), laboratoryWith(two)};
    const auto result = collection::collectOn(hosts, in(folder, "data.h5"), noveltyOf(120), {}, {});
    QVERIFY2(result.has_value(), result ? "" : result.error().text().c_str());
    const dataset::Dataset& data = (**result).dataset;
    QCOMPARE(data.sampleCount(), std::size_t{120});
    QVERIFY(one.rounds > 2);
    QCOMPARE(one.rounds, two.rounds);
    for (Eigen::Index sample = 0; sample < 120; ++sample) {
        const float busy = 100.0F * data.compositions.row(sample).head(3).sum();
        QVERIFY(std::abs(data.mean(sample, 0) - busy) < 0.01F);
    }
    QCOMPARE((**result).ending, collection::Ending::Samples);
}

void CollectorTest::failingHostEndsTheCollection() {
    const QTemporaryDir folder;
    FakeMachine one;
    FakeMachine two;
    two.failingRound = 2;
    const std::vector<Laboratory> hosts{laboratoryWith(one), laboratoryWith(two)};
    const auto result = collection::collectOn(hosts, in(folder, "data.h5"), noveltyOf(120), {}, {});
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().message, std::string("The disk is full."));
    QCOMPARE(dataset::readDataset(in(folder, "data.h5"))->finishedRounds, std::uint64_t{2});
}

void CollectorTest::unequalHostsAreRefused() {
    const QTemporaryDir folder;
    FakeMachine fake;
    std::vector<Laboratory> hosts{laboratoryWith(fake), laboratoryWith(fake)};
    hosts[1].machine.cpuModel = "Another";
    const auto result = collection::collectOn(hosts, in(folder, "data.h5"), noveltyOf(120), {}, {});
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().code, ErrorCode::BadInput);
    QCOMPARE(fake.rounds, 0);
    QVERIFY(!collection::collectOn({}, in(folder, "data.h5"), noveltyOf(120), {}, {}).has_value());
}

void CollectorTest::unsteadySamplesAreDroppedAndCounted() {
    const QTemporaryDir folder;
    FakeMachine fake;
    fake.trembling = 20.0F;  // parts 42 MB/s off, of a range of at most 100
    const dataset::Dataset data = collected(laboratoryWith(fake), in(folder, "data.h5"), noveltyOf(40));
    QCOMPARE(data.sampleCount(), std::size_t{40});
    QVERIFY(data.dropped.at("disk.read") > 2);
    QCOMPARE(data.dropped.size(), std::size_t{1});
    for (Eigen::Index sample = 0; sample < 40; ++sample) {
        QVERIFY(data.kinds[static_cast<std::size_t>(sample)] == dataset::kSweep ||
                data.mean(sample, 2) <= kTremblingReads);  // no other was steady
    }
    const dataset::Dataset read = dataset::readDataset(in(folder, "data.h5")).value();
    QCOMPARE(read.dropped, data.dropped);
    QCOMPARE(read.rounds, data.rounds);
}

void CollectorTest::missedWindowsAreDroppedAndCounted() {
    const QTemporaryDir folder;
    FakeMachine fake;
    fake.missesWindows = true;
    const dataset::Dataset data = collected(laboratoryWith(fake), in(folder, "data.h5"), noveltyOf(60));
    QCOMPARE(data.sampleCount(), std::size_t{60});
    QVERIFY(data.dropped.at(std::string("missed window")) >= 10);
}

void CollectorTest::nothingSteadyIsAnError() {
    const QTemporaryDir folder;
    FakeMachine fake;
    CollectOptions options = noveltyOf(60);
    options.strategy = collection::Strategy::Sweep;
    fake.otherWork = 10.0F;
    Laboratory laboratory = laboratoryWith(fake);
    laboratory.execute = [&](std::shared_ptr<const plan::ExecutionPlan> plan, double periodSeconds, std::stop_token,
                             const ProgressCallback& progress) {
        auto run = fake.execute(*plan, periodSeconds, progress);
        run->report.cpus = 1;
        run->report.boundaryErrorMs.assign(plan->windowCount(), 1e6F);
        return run;
    };
    const auto result = collection::collectIn(laboratory, in(folder, "data.h5"), options, {}, {});
    QVERIFY(!result.has_value());
    QVERIFY(result.error().message.find("Not one of 30 windows") != std::string::npos);
}

void CollectorTest::saturatedCollectionStops() {
    const QTemporaryDir folder;
    FakeMachine fake;
    Laboratory laboratory = laboratoryWith(fake);
    laboratory.stressors = {"spin", "read"};
    CollectOptions options = noveltyOf(5000);
    options.untilSaturated = true;
    const auto result = collection::collectOn({&laboratory, 1}, in(folder, "data.h5"), options, {}, {});
    QVERIFY(result.has_value() && result->has_value());
    QCOMPARE((**result).ending, collection::Ending::Saturation);
    QVERIFY((**result).dataset.sampleCount() < 5000);
    QVERIFY(collection::saturated(collection::coverageOf((**result).dataset)));
}

void CollectorTest::roundsAreTold() {
    const QTemporaryDir folder;
    FakeMachine fake;
    const Laboratory laboratory = laboratoryWith(fake);
    std::vector<collection::RoundNews> news;
    const auto result = collection::collectOn({&laboratory, 1}, in(folder, "data.h5"), noveltyOf(80), {}, {},
                                              [&](const collection::RoundNews& round) { news.push_back(round); });
    QVERIFY(result.has_value() && result->has_value());
    QCOMPARE(news.size(), (**result).dataset.finishedRounds + 1);
    for (std::size_t i = 0; i < news.size(); ++i) {
        QCOMPARE(news[i].round, i);
    }
    QCOMPARE(news.front().aims.size(), Eigen::Index{0});
    const collection::RoundNews& chosen = news[news.size() - 2];
    QCOMPARE(chosen.aims.cols(), static_cast<Eigen::Index>(chosen.axes.size()));
    QVERIFY(chosen.aims.rows() > 0 && chosen.aims.allFinite());
    QCOMPARE(news.back().samples, std::size_t{80});
    QVERIFY(news.back().coverage.occupied() >= chosen.coverage.occupied());
    // What a file shows later is what the last round told.
    const auto file = dataset::readDataset(in(folder, "data.h5"));
    QVERIFY(file.has_value());
    const collection::RoundNews read = collection::newsOf(*file);
    QCOMPARE(read.points.rows(), Eigen::Index{80});
    QVERIFY(read.points == news.back().points);
    QCOMPARE(read.rounds, news.back().rounds);
    QCOMPARE(read.coverage.occupiedByRound, news.back().coverage.occupiedByRound);
    // Samples lie where their axes say.
    const collection::Axis& axis = read.axes.front();
    QVERIFY(std::abs(axis.scaled(axis.unscaled(read.points(0, 0))) - read.points(0, 0)) < 1e-9);
}

void CollectorTest::datasetBeingCollectedIsLeftAlone() {
    const QTemporaryDir folder;
    FakeMachine fake;
    const auto lock = PathLock::tryLock(in(folder, "data.h5"));
    QVERIFY(lock.has_value());
    const auto result = collection::collectIn(laboratoryWith(fake), in(folder, "data.h5"), noveltyOf(40), {}, {});
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().code, ErrorCode::Failed);
    QCOMPARE(fake.rounds, 0);
}

QTEST_GUILESS_MAIN(CollectorTest)
#include "tst_collector.moc"
