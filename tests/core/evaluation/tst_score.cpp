// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "core/evaluation/sidetraces.h"
#include "evaluation/score.h"
#include "evaluation/scorejson.h"

#include <nlohmann/json.hpp>

#include <QtTest>
#include <cmath>

using namespace mimesys;
using namespace mimesys::evaluation;
using namespace mimesys::evaluation::test;
using trace::kMissing;

class ScoreTest : public QObject {
    Q_OBJECT

private slots:
    void identicalTracesScoreZero();
    void familiesAndMeanWeighMetricsAsDesigned();
    void rangesGivenByTheCallerAreUsed();
    void missingWindowsAreLeftOutAndCounted();
    void metricsOfOneSideAreListed();
    void metricWithoutAnyValueCountsAsAbsent();
    void differentCpuCountsCompareTheAverages();
    void aggregateIsComparedWithTheMeanOfCores();
    void averageBesideCoresDoesNotCountTwice();
    void realZeroIsScaledByTheEmulatedMaximum();
    void zeroAgainstZeroIsIdentical();
    void rmseCoversTheCommonLength();
    void simulatedSideIsNamed();
    void windowsBeginAtEachSidesOwnStart();
    void nothingInCommonIsBadInput();
    void stopIsNoError();
    void jsonHasTheDocumentedKeys();
};

namespace {

Score scoreOf(const std::vector<Input>& real, const std::vector<Input>& emulated, const ScoreOptions& options = {}) {
    return score(Real<trace::TracePtr>(traceOf(real)), Emulated<trace::TracePtr>(traceOf(emulated)), options)
        .value()
        .value();
}

const MetricScore& metricOf(const Score& score, std::string_view id) {
    const auto found = std::ranges::find_if(score.metrics, [&](const auto& m) { return m.metric.id == id; });
    if (found == score.metrics.end()) {
        qFatal("metric %s was not scored", std::string(id).c_str());
    }
    return *found;
}

bool near(double a, double b) {
    return std::abs(a - b) < 1e-6;
}

}  // namespace

void ScoreTest::identicalTracesScoreZero() {
    const std::vector<Input> side{{"cpu.utilization[0]", {10, 50, 90}}, {"disk.read", {1, 2, 0}}};
    const Score result = scoreOf(side, side);
    QCOMPARE(result.mean, 0.0);
    QCOMPARE(result.metrics.size(), std::size_t{2});
    QCOMPARE(metricOf(result, "disk.read").rmse, 0.0);
    QCOMPARE(metricOf(result, "disk.read").range, (Range{0.0, 2.0}));
    QVERIFY(result.notes.empty());
}

void ScoreTest::familiesAndMeanWeighMetricsAsDesigned() {
    // Cores differ by 10 and 30 of 100 points, reads by half their range, writes not at all.
    const Score result = scoreOf({{"cpu.utilization[0]", {20, 20}},
                                  {"cpu.utilization[1]", {40, 40}},
                                  {"disk.read", {4, 4}},
                                  {"disk.write", {3, 3}}},
                                 {{"cpu.utilization[0]", {30, 30}},
                                  {"cpu.utilization[1]", {70, 70}},
                                  {"disk.read", {2, 2}},
                                  {"disk.write", {3, 3}}});
    QVERIFY(near(metricOf(result, "cpu.utilization[1]").dtw, 0.3));
    QVERIFY(near(result.families.at(Family::Cpu), 0.2));
    QVERIFY(near(result.families.at(Family::Disk), 0.25));
    QVERIFY(near(result.mean, 0.225));
}

void ScoreTest::rangesGivenByTheCallerAreUsed() {
    ScoreOptions options;
    options.ranges["disk.read"] = {0.0, 40.0};
    options.ranges["disk.write"] = {5.0, 5.0};  // says nothing, so the real maximum stands in
    const std::vector<Input> real{{"disk.read", {4, 4}}, {"disk.write", {2, 2}}};
    const std::vector<Input> emulated{{"disk.read", {8, 8}}, {"disk.write", {1, 1}}};
    const Score result = scoreOf(real, emulated, options);
    QVERIFY(near(metricOf(result, "disk.read").dtw, 0.1));
    QVERIFY(near(metricOf(result, "disk.write").dtw, 0.5));
    QCOMPARE(metricOf(result, "disk.read").range, (Range{0.0, 40.0}));
    QCOMPARE(metricOf(result, "disk.write").range, (Range{0.0, 2.0}));
}

void ScoreTest::missingWindowsAreLeftOutAndCounted() {
    const Score result = scoreOf({{"disk.read", {1, kMissing, 1, kMissing}}}, {{"disk.read", {kMissing, 1, 0.5F, 1}}});
    const MetricScore& metric = metricOf(result, "disk.read");
    QCOMPARE(metric.missing, std::size_t{3});
    // {1, 1} against {1, 0.5, 1}: 0.5 is passed by one step of weight 1, five values in all.
    QVERIFY(near(metric.dtw, 0.1));
    QVERIFY(near(metric.rmse, 0.5));  // only the third window has both
}

void ScoreTest::metricsOfOneSideAreListed() {
    const Score result =
        scoreOf({{"disk.read", {1, 1}}, {"llc.misses", {1, 1}}}, {{"disk.read", {1, 1}}, {"pressure.io", {1, 1}}});
    QCOMPARE(result.onlyReal, std::vector<std::string>{"llc.misses"});
    QCOMPARE(result.onlyEmulated, std::vector<std::string>{"pressure.io"});
    QCOMPARE(result.families.size(), std::size_t{1});
}

void ScoreTest::metricWithoutAnyValueCountsAsAbsent() {
    const Score result = scoreOf({{"disk.read", {1, 1}}, {"disk.write", {1, 1}}},
                                 {{"disk.read", {1, 1}}, {"disk.write", {kMissing, kMissing}}});
    QCOMPARE(result.onlyReal, std::vector<std::string>{"disk.write"});
    QCOMPARE(result.metrics.size(), std::size_t{1});
}

void ScoreTest::differentCpuCountsCompareTheAverages() {
    const Score result = scoreOf(
        {{"cpu.utilization[0]", {10, 10}}, {"cpu.utilization[1]", {30, 30}}, {"cpu.utilization[2]", {50, kMissing}}},
        {{"cpu.utilization[0]", {50, 50}}});
    QCOMPARE(result.metrics.size(), std::size_t{1});
    // Real averages 30 and, with one core missing, 20; the emulated core is at 50.
    QVERIFY(near(metricOf(result, "cpu.utilization").rmse, std::sqrt((0.04 + 0.09) / 2.0)));
    QVERIFY(result.onlyReal.empty());
    QCOMPARE(result.notes.size(), std::size_t{1});
    QVERIFY(result.notes.front().find("3 CPUs") != std::string::npos);
    QVERIFY(result.notes.front().find("1 CPU,") != std::string::npos);
}

void ScoreTest::aggregateIsComparedWithTheMeanOfCores() {
    const Score result =
        scoreOf({{"cpu.utilization", {30, 30}}}, {{"cpu.utilization[0]", {20, 20}}, {"cpu.utilization[1]", {60, 60}}});
    QVERIFY(near(metricOf(result, "cpu.utilization").dtw, 0.1));
    QVERIFY(near(result.mean, 0.1));
    QCOMPARE(result.notes.size(), std::size_t{1});
}

void ScoreTest::averageBesideCoresDoesNotCountTwice() {
    const Score result = scoreOf({{"cpu.utilization", {0, 0}}, {"cpu.utilization[0]", {20, 20}}},
                                 {{"cpu.utilization", {100, 100}}, {"cpu.utilization[0]", {20, 20}}});
    QCOMPARE(result.metrics.size(), std::size_t{2});
    QVERIFY(near(result.families.at(Family::Cpu), 0.0));
}

void ScoreTest::realZeroIsScaledByTheEmulatedMaximum() {
    const Score result = scoreOf({{"disk.read", {0, 0, 0}}}, {{"disk.read", {0, 8, 0}}});
    const MetricScore& metric = metricOf(result, "disk.read");
    QCOMPARE(metric.range, (Range{0.0, 8.0}));
    QVERIFY(near(metric.dtw, 1.0 / 6.0));
    QCOMPARE(result.notes.size(), std::size_t{1});
    QVERIFY(result.notes.front().find("disk.read") != std::string::npos);
}

void ScoreTest::zeroAgainstZeroIsIdentical() {
    const Score result = scoreOf({{"disk.read", {0, 0, 0}}}, {{"disk.read", {0, 0}}});
    QCOMPARE(metricOf(result, "disk.read").dtw, 0.0);
    QCOMPARE(metricOf(result, "disk.read").range, (Range{0.0, 0.0}));
}

void ScoreTest::rmseCoversTheCommonLength() {
    const Score result = scoreOf({{"disk.read", {2, 2, 2, 2}}}, {{"disk.read", {1, 1}}});
    QVERIFY(near(metricOf(result, "disk.read").rmse, 0.5));
    QCOMPARE(result.realWindows, std::size_t{4});
    QCOMPARE(result.emulatedWindows, std::size_t{2});
}

void ScoreTest::simulatedSideIsNamed() {
    const std::vector<Input> real{{"disk.read", {1, 2}}};
    const Score measured = scoreOf(real, real);
    QVERIFY(!measured.realSimulated && !measured.emulatedSimulated);
    const Score simulated = scoreOf(real, {{"disk.read", {1, 2}, Provenance::Simulation}});
    QVERIFY(!simulated.realSimulated && simulated.emulatedSimulated);
    QCOMPARE(metricOf(simulated, "disk.read").emulated, Provenance::Simulation);
}

void ScoreTest::windowsBeginAtEachSidesOwnStart() {
    const std::vector<Input> side{{"disk.read", {1, 5, 2, 8}}};
    const auto result = score(Real<trace::TracePtr>(traceOf(side, 1'700'000'000 * kSecond + 123)),
                              Emulated<trace::TracePtr>(traceOf(side, 77)));
    QVERIFY(near(result.value().value().mean, 0.0));
    QVERIFY(near(result.value().value().metrics.front().rmse, 0.0));
}

void ScoreTest::nothingInCommonIsBadInput() {
    const auto result = score(Real<trace::TracePtr>(traceOf({{"disk.read", {1}}})),
                              Emulated<trace::TracePtr>(traceOf({{"disk.write", {1}}})));
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().code, ErrorCode::BadInput);
}

void ScoreTest::stopIsNoError() {
    std::stop_source source;
    source.request_stop();
    const std::vector<Input> side{{"disk.read", std::vector<float>(500, 1.0F)}};
    const auto result =
        score(Real<trace::TracePtr>(traceOf(side)), Emulated<trace::TracePtr>(traceOf(side)), {}, source.get_token());
    QVERIFY(result.has_value());
    QVERIFY(!result->has_value());
}

void ScoreTest::jsonHasTheDocumentedKeys() {
    ScoreOptions options;
    options.band = 3;
    const nlohmann::json json = toJson(
        scoreOf({{"disk.read", {4, kMissing}}, {"llc.misses", {1, 1}}}, {{"disk.read", {kMissing, 2}}}, options));
    QVERIFY(near(json.at("mean").get<double>(), 0.5));
    QVERIFY(near(json.at("families").at("disk").get<double>(), 0.5));
    const nlohmann::json& metric = json.at("metrics").at("disk.read");
    QVERIFY(near(metric.at("dtw").get<double>(), 0.5));
    QVERIFY(metric.at("rmse").is_null());  // no window has both
    QCOMPARE(metric.at("range").dump(), std::string("[0.0,4.0]"));
    QCOMPARE(metric.at("missing").get<int>(), 2);
    QCOMPARE(metric.at("band").get<int>(), 3);
    QCOMPARE(metric.at("provenance").at("real").get<std::string>(), std::string("procfs"));
    QCOMPARE(json.at("only_real").dump(), std::string("[\"llc.misses\"]"));
}

QTEST_GUILESS_MAIN(ScoreTest)
#include "tst_score.moc"
