// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/random.h"
#include "core/evaluation/sidetraces.h"
#include "evaluation/alignment.h"

#include <QtTest>
#include <cmath>

using namespace mimesys;
using namespace mimesys::evaluation;
using namespace mimesys::evaluation::test;

class AlignmentPathTest : public QObject {
    Q_OBJECT

private slots:
    void delayedBurstIsLaidAgainstItself();
    void pathCostsWhatTheScoreSays_data();
    void pathCostsWhatTheScoreSays();
    void missingWindowsDoNotOccur();
    void metricOfOneSideIsRefused();
    void stopIsNoError();
};

namespace {

std::vector<float> randomValues(Random& random, std::size_t count, bool withMissing) {
    std::vector<float> values;
    for (std::size_t i = 0; i < count; ++i) {
        values.push_back(withMissing && random.below(7) == 0 ? trace::kMissing
                                                             : static_cast<float>(100.0 * random.uniform()));
    }
    return values;
}

}  // namespace

void AlignmentPathTest::delayedBurstIsLaidAgainstItself() {
    const auto result = align(realOf({{"cpu.utilization", {0, 0, 90, 0, 0, 0}}}),
                              emulatedOf({{"cpu.utilization", {0, 0, 0, 0, 90, 0}}}), "cpu.utilization");
    QVERIFY(result.has_value() && result->has_value());
    const std::vector<AlignedWindows>& path = (*result)->path;
    QCOMPARE(path.front(), (AlignedWindows{0, 0}));
    QCOMPARE(path.back(), (AlignedWindows{5, 5}));
    QVERIFY(std::ranges::find(path, AlignedWindows{2, 4}) != path.end());
    QVERIFY(
        std::ranges::none_of(path, [](const AlignedWindows& step) { return step.real == 2 && step.emulated != 4; }));
}

void AlignmentPathTest::pathCostsWhatTheScoreSays_data() {
    QTest::addColumn<int>("band");
    QTest::addColumn<int>("emulatedWindows");
    QTest::addColumn<bool>("missing");
    QTest::newRow("free") << 0 << 80 << false;
    QTest::newRow("banded") << 5 << 80 << false;
    QTest::newRow("longer") << 0 << 130 << true;
    QTest::newRow("shorter, banded") << 3 << 41 << true;
    QTest::newRow("one window") << 0 << 1 << false;
}

void AlignmentPathTest::pathCostsWhatTheScoreSays() {
    QFETCH(int, band);
    QFETCH(int, emulatedWindows);
    QFETCH(bool, missing);
    Random random(11);
    ScoreOptions options;
    options.band = static_cast<std::size_t>(band);
    for (int round = 0; round < 20; ++round) {
        const std::vector<Input> real{{"cpu.utilization", randomValues(random, 80, missing)}};
        std::vector<float> values = randomValues(random, static_cast<std::size_t>(emulatedWindows), missing);
        const std::vector<Input> emulated{{"cpu.utilization", values}};
        const auto result = align(realOf(real), emulatedOf(emulated), "cpu.utilization", options);
        const auto expected = score(realOf(real), emulatedOf(emulated), options);
        QVERIFY(result.has_value() && result->has_value());
        // The first step counts like a diagonal one.
        double cost = 0.0;
        const AlignedWindows* before = nullptr;
        for (const AlignedWindows& step : (*result)->path) {
            const double local = std::abs(static_cast<double>(real[0].values[step.real]) -
                                          static_cast<double>(emulated[0].values[step.emulated])) /
                                 100.0;
            const bool diagonal = before == nullptr || (step.real != before->real && step.emulated != before->emulated);
            cost += diagonal ? 2.0 * local : local;
            before = &step;
        }
        const MetricScore& metric = (*expected)->metrics.front();
        const double steps = static_cast<double>(80 + emulatedWindows) - static_cast<double>(metric.missing);
        QVERIFY2(std::abs(cost / steps - metric.dtw) < 1e-9, qPrintable(QString::number(cost / steps - metric.dtw)));
    }
}

void AlignmentPathTest::missingWindowsDoNotOccur() {
    const auto result = align(realOf({{"disk.read", {1, trace::kMissing, 3, 4}}}),
                              emulatedOf({{"disk.read", {1, 2, trace::kMissing, 4}}}), "disk.read");
    for (const AlignedWindows& step : (*result)->path) {
        QVERIFY(step.real != 1 && step.emulated != 2);
    }
}

void AlignmentPathTest::metricOfOneSideIsRefused() {
    const auto result = align(realOf({{"disk.read", {1, 2}}, {"disk.write", {1, 2}}}),
                              emulatedOf({{"disk.read", {1, 2}}}), "disk.write");
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().code, ErrorCode::BadInput);
    QVERIFY(result.error().message.find("disk.write") != std::string::npos);
}

void AlignmentPathTest::stopIsNoError() {
    std::stop_source stop;
    stop.request_stop();
    const std::vector<Input> side{{"disk.read", std::vector<float>(500, 1.0F)}};
    const auto result = align(realOf(side), emulatedOf(side), "disk.read", {}, stop.get_token());
    QVERIFY(result.has_value() && !result->has_value());
}

QTEST_GUILESS_MAIN(AlignmentPathTest)
#include "tst_alignmentpath.moc"
