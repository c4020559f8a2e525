// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/atomicfile.h"
#include "base/pathlock.h"
#include "collection/compositions.h"
#include "fakelaboratory.h"

#include <fstream>

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
    void datasetBeingCollectedIsLeftAlone();
};

namespace {

CollectOptions optionsFor(std::size_t rounds) {
    CollectOptions options;
    options.windowSeconds = 0.5;
    options.durationSeconds = 0.5 * static_cast<double>(rounds * (kSamplesPerRound + 1));
    return options;
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

void CollectorTest::datasetBeingCollectedIsLeftAlone() {
    const QTemporaryDir folder;
    FakeMachine fake;
    const auto lock = PathLock::tryLock(in(folder, "data.h5"));
    QVERIFY(lock.has_value());
    const auto result = collection::collectIn(laboratoryWith(fake), in(folder, "data.h5"), optionsFor(1), {}, {});
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().code, ErrorCode::Failed);
    QCOMPARE(fake.rounds, 0);
}

QTEST_GUILESS_MAIN(CollectorTest)
#include "tst_collector.moc"
