// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "telemetry/devicecounters.h"

#include <QtTest>
#include <optional>
#include <string>
#include <vector>

using mimesys::telemetry::DeviceCounters;
using Pair = DeviceCounters::Pair;

class DeviceCountersTest : public QObject {
    Q_OBJECT

private slots:
    void sumsIncreasesOfDevicesThatCount();
    void firstRoundIsTheBaseLine();
    void newDeviceCountsFromTheNextRound();
    void vanishedOrResetDeviceMakesTheSumUnknown();
    void vanishedDeviceThatDoesNotCountIsForgotten();
    void repeatedNameCountsOnce();
    void orderOfDevicesMayChange();
    void filterIsAskedOncePerName();
};

namespace {

struct Line {
    const char* name;
    Pair counters;
};

std::optional<Pair> round(DeviceCounters& counters, const std::vector<Line>& lines) {
    counters.begin();
    for (const Line& line : lines) {
        counters.add(line.name, line.counters);
    }
    return counters.finish();
}

bool isNoLoop(std::string_view name) {
    return !name.starts_with("loop");
}

}  // namespace

void DeviceCountersTest::sumsIncreasesOfDevicesThatCount() {
    DeviceCounters counters(isNoLoop);
    (void)round(counters, {{"a", {1, 2}}, {"loop", {0, 0}}, {"b", {10, 20}}});
    QCOMPARE(round(counters, {{"a", {4, 2}}, {"loop", {99, 99}}, {"b", {15, 27}}}), std::optional(Pair{8, 7}));
}

void DeviceCountersTest::firstRoundIsTheBaseLine() {
    DeviceCounters counters(isNoLoop);
    QVERIFY(counters.empty());
    QCOMPARE(round(counters, {{"a", {1, 2}}}), std::optional<Pair>());
    QVERIFY(!counters.empty());
    counters.reset();
    QCOMPARE(round(counters, {{"a", {5, 5}}}), std::optional<Pair>());
}

void DeviceCountersTest::newDeviceCountsFromTheNextRound() {
    DeviceCounters counters(isNoLoop);
    (void)round(counters, {{"b", {0, 0}}});
    QCOMPARE(round(counters, {{"a", {100, 100}}, {"b", {1, 1}}}), std::optional(Pair{1, 1}));
    QCOMPARE(round(counters, {{"a", {105, 100}}, {"b", {2, 1}}}), std::optional(Pair{6, 0}));
}

void DeviceCountersTest::vanishedOrResetDeviceMakesTheSumUnknown() {
    DeviceCounters counters(isNoLoop);
    (void)round(counters, {{"a", {9, 9}}, {"b", {9, 9}}});
    QCOMPARE(round(counters, {{"b", {10, 9}}}), std::optional<Pair>());
    QCOMPARE(round(counters, {{"b", {11, 9}}}), std::optional(Pair{1, 0}));
    QCOMPARE(round(counters, {{"b", {11, 3}}}), std::optional<Pair>());
    QCOMPARE(round(counters, {{"b", {12, 4}}}), std::optional(Pair{1, 1}));
}

void DeviceCountersTest::vanishedDeviceThatDoesNotCountIsForgotten() {
    DeviceCounters counters(isNoLoop);
    (void)round(counters, {{"loop1", {9, 9}}, {"a", {9, 9}}});
    QCOMPARE(round(counters, {{"a", {10, 9}}}), std::optional(Pair{1, 0}));
}

void DeviceCountersTest::repeatedNameCountsOnce() {
    DeviceCounters counters(isNoLoop);
    (void)round(counters, {{"a", {1, 1}}});
    QCOMPARE(round(counters, {{"a", {3, 1}}, {"a", {50, 50}}}), std::optional(Pair{2, 0}));
}

void DeviceCountersTest::orderOfDevicesMayChange() {
    DeviceCounters counters(isNoLoop);
    (void)round(counters, {{"a", {1, 0}}, {"b", {10, 0}}, {"c", {100, 0}}});
    QCOMPARE(round(counters, {{"c", {101, 0}}, {"a", {3, 0}}, {"b", {13, 0}}}), std::optional(Pair{6, 0}));
}

void DeviceCountersTest::filterIsAskedOncePerName() {
    int asked = 0;
    DeviceCounters counters([&](std::string_view) {
        ++asked;
        return true;
    });
    for (int i = 0; i < 5; ++i) {
        (void)round(counters, {{"a", {1, 1}}, {"b", {1, 1}}});
    }
    QCOMPARE(asked, 2);
}

QTEST_GUILESS_MAIN(DeviceCountersTest)
#include "tst_devicecounters.moc"
