// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "collection/compositions.h"
#include "collection/novelty.h"
#include "fakelaboratory.h"

#include <set>

using namespace mimesys;
using collection::CollectOptions;
using collection::Laboratory;

// Collections in rounds that follow from what was measured before.
class RoundsTest : public QObject {
    Q_OBJECT

private slots:
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
};

namespace {

CollectOptions noveltyOf(std::size_t samples) {
    CollectOptions options;
    options.strategy = collection::Strategy::Novelty;
    options.samples = samples;
    return options;
}

}  // namespace

void RoundsTest::compositionsAreMeasuredAfterIdleAndAfterOthers() {
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

void RoundsTest::interruptedNoveltyEndsAsUninterrupted() {
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

void RoundsTest::sweepsGoOnWithOtherSettings() {
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

void RoundsTest::hostsShareARound() {
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

void RoundsTest::failingHostEndsTheCollection() {
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

void RoundsTest::unequalHostsAreRefused() {
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

void RoundsTest::unsteadySamplesAreDroppedAndCounted() {
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

void RoundsTest::missedWindowsAreDroppedAndCounted() {
    const QTemporaryDir folder;
    FakeMachine fake;
    fake.missesWindows = true;
    const dataset::Dataset data = collected(laboratoryWith(fake), in(folder, "data.h5"), noveltyOf(60));
    QCOMPARE(data.sampleCount(), std::size_t{60});
    QVERIFY(data.dropped.at(std::string("missed window")) >= 10);
}

void RoundsTest::nothingSteadyIsAnError() {
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

void RoundsTest::saturatedCollectionStops() {
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

void RoundsTest::roundsAreTold() {
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

QTEST_GUILESS_MAIN(RoundsTest)
#include "tst_rounds.moc"
