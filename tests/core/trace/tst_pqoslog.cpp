// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/atomicfile.h"
#include "base/random.h"
#include "core/trace/tracefiles.h"
#include "trace/formats/pqos/polls.h"
#include "trace/write.h"

#include <fmt/format.h>

#include <cmath>
#include <limits>
#include <regex>

using namespace mimesys;
using namespace mimesys::trace;
using namespace mimesys::trace::test;

// Logs of pqos: foreign ones read, our own written and read back.
class PqosLogTest : public QObject {
    Q_OBJECT

private slots:
    void valuesBecomeMetrics();
    void missesAreDividedByTheInterval();
    void suffixesArePowersOfThousand();
    void labelsNameCores_data();
    void labelsNameCores();
    void groupsAddUpAndIpcIsAveraged();
    void groupWithinAnotherCountsOnce();
    void overlappingGroupsLeaveThePollUnknown();
    void manyGroupsThatComeAndGoAddUp();
    void tooManyGroupsAreRefused_data();
    void tooManyGroupsAreRefused();
    void readingStopsAlsoWhileSumming();
    void missingRowLeavesThePollUnknown();
    void groupsMayComeAndGo();
    void headingsDecideTheColumns();
    void oddLinesAreToldWithTheirLine();
    void badValuesAreMissing_data();
    void badValuesAreMissing();
    void severalPollsInASecondAreSpread();
    void pollsCenturiesApartKeepTheirTimes();
    void clockStepLeavesPollsOut();
    void cutOffPollIsLeftOut_data();
    void cutOffPollIsLeftOut();
    void unusableLogsAreRefused_data();
    void unusableLogsAreRefused();
    void recordingComesBackExactly();
    void provenanceIsNeverMadeUp_data();
    void provenanceIsNeverMadeUp();
    void newerVersionsAreRefused_data();
    void newerVersionsAreRefused();
    void manyAttributesDoNotHideTheFormat();
    void otherToolsFindTheirRows();
    void remoteTrafficNeedsTheLocalPart();
    void traceWithoutAnyPlaceIsRefused();
};

namespace {

constexpr std::int64_t kSecond = 1'000'000'000;
const std::string kHeadings = "    CORE         IPC      MISSES     LLC[KB]   MBL[MB/s]   MBR[MB/s]\n";

std::string timeLine(int second) {
    return fmt::format("TIME 2025-12-01 00:00:{:02}\n", second);
}
std::string poll(int second, const std::string& rows) {
    return timeLine(second) + kHeadings + rows;
}

double at(const Trace& trace, const char* id, std::size_t sample) {
    const auto values = valuesOf(trace, id);
    return sample < values.size() ? static_cast<double>(values[sample]) : -1.0;
}
bool missingAt(const Trace& trace, const char* id, std::size_t sample) {
    return std::isnan(at(trace, id, sample));
}

}  // namespace

void PqosLogTest::valuesBecomeMetrics() {
    const Folder folder;
    READ_OK(read, folder.read("NOTE:  Mixed use of MSR and kernel interfaces to manage CAT or CMT & MBM\n" +
                              poll(1, "    0-19        0.50        2000       512.0      1000.0       500.0\n") +
                              poll(2, "    0-19        1.25        3000      1024.0      2000.0         0.0\n")));
    QCOMPARE(read.format, std::string("pqos"));
    QCOMPARE(readTrace.startNs, 1764547200 * kSecond);
    QCOMPARE(readTrace.timesNs, (std::vector<std::int64_t>{1764547201 * kSecond, 1764547202 * kSecond}));
    QCOMPARE(valuesOf(readTrace, "cpu.ipc"), (std::vector<float>{0.5F, 1.25F}));
    QCOMPARE(valuesOf(readTrace, "llc.misses"), (std::vector<float>{2000.0F, 3000.0F}));
    QCOMPARE(valuesOf(readTrace, "llc.occupancy"), (std::vector<float>{524288.0F, 1048576.0F}));
    QCOMPARE(valuesOf(readTrace, "memory.local_bandwidth"), (std::vector<float>{1.048576F, 2.097152F}));
    QCOMPARE(valuesOf(readTrace, "memory.bandwidth"), (std::vector<float>{1.572864F, 2.097152F}));
    QVERIFY(readTrace.find("llc.misses")->provenance == Provenance::HardwareCounter);
    QCOMPARE(linesOf(read, "units"), (Lines{0}));
    QCOMPARE(linesOf(read, "time-zone"), (Lines{0}));
    QCOMPARE(linesOf(read, "stray-line"), (Lines{1}));
}

void PqosLogTest::missesAreDividedByTheInterval() {
    const Folder folder;
    READ_OK(read, folder.read(poll(0, "0 1 1000 1 1 1\n") + poll(2, "0 1 1000 1 1 1\n") + poll(4, "0 1 9 1 1 1\n") +
                              poll(9, "0 1 1000 1 1 1\n")));
    QCOMPARE(valuesOf(readTrace, "llc.misses"), (std::vector<float>{500.0F, 500.0F, 4.5F, 200.0F}));
    QCOMPARE(linesOf(read, "gap").size(), std::size_t{1});
}

void PqosLogTest::suffixesArePowersOfThousand() {
    const Folder folder;
    READ_OK(read, folder.read(poll(1, "0 1 87k 1 1 1\n") + poll(2, "0 1 2M 1 1 1\n") + poll(3, "0 1 1.5G 1 1 1\n") +
                              poll(4, "0 1K 3K 1k 1M 1\n")));
    QCOMPARE(valuesOf(readTrace, "llc.misses"), (std::vector<float>{87e3F, 2e6F, 1.5e9F, 3e3F}));
    QCOMPARE(at(readTrace, "cpu.ipc", 3), 1000.0);
    QCOMPARE(at(readTrace, "llc.occupancy", 3), 1024e3);
}

void PqosLogTest::labelsNameCores_data() {
    QTest::addColumn<QString>("label");
    QTest::addColumn<bool>("good");
    for (const char* label : {"0", "7", "0-19", "0,2,4", "0,2-4,8-9", "65535", "3-3", "9,1"}) {
        QTest::newRow(label) << label << true;
    }
    for (const char* label :
         {"x", "-1", "1-", "5-3", "1,,2", "1,", ",1", "0-65536", "+1", "1.5", "99999999999999999999"}) {
        QTest::newRow(label) << label << false;
    }
}

void PqosLogTest::labelsNameCores() {
    QFETCH(QString, label);
    QFETCH(bool, good);
    QCOMPARE(pqos::parseCores(label.toStdString()).has_value(), good);
    const Folder folder;
    const std::string row = label.toStdString() + " 1 1000 1 1 1\n";
    const auto read = folder.read(poll(1, row) + poll(2, row));
    QCOMPARE(read.has_value(), good);
    if (!good) {
        QVERIFY(read.error().message.find("no row") != std::string::npos);
    }
}

void PqosLogTest::groupsAddUpAndIpcIsAveraged() {
    const Folder folder;
    const std::string rows = "0-9 1.0 1000 100 10 1\n10-19 3.0 3000 300 30 3\n";
    READ_OK(read, folder.read(poll(1, rows) + poll(2, rows)));
    QCOMPARE(at(readTrace, "cpu.ipc", 0), 2.0);
    QCOMPARE(at(readTrace, "llc.misses", 0), 4000.0);
    QCOMPARE(at(readTrace, "llc.occupancy", 0), 400.0 * 1024);
    QCOMPARE(valuesOf(readTrace, "memory.local_bandwidth")[0], static_cast<float>(40.0 * 1048576 / 1e9));
    QCOMPARE(valuesOf(readTrace, "memory.bandwidth")[0], static_cast<float>(44.0 * 1048576 / 1e9));
    QCOMPARE(linesOf(read, "mean-ipc"), (Lines{0}));
}

void PqosLogTest::groupWithinAnotherCountsOnce() {
    const Folder folder;
    READ_OK(read, folder.read(poll(1, "0-9 1 1000 1 1 1\n10-19 1 1000 1 1 1\n0-19 2 2000 2 2 2\n") +
                              poll(2, "0-9 1 1000 1 1 1\n10-19 1 500 1 1 1\n0-19 2 1500 2 2 2\n") +
                              poll(3, "0-9 1 7 1 1 1\n10-19 1 5 1 1 1\n0-19 2 12 2 2 2\n")));
    QCOMPARE(valuesOf(readTrace, "llc.misses"), (std::vector<float>{2000.0F, 1500.0F, 12.0F}));
    QCOMPARE(valuesOf(readTrace, "cpu.ipc"), (std::vector<float>{2.0F, 2.0F, 2.0F}));
    QCOMPARE(linesOf(read, "covered-cores").size(), std::size_t{2});
}

void PqosLogTest::overlappingGroupsLeaveThePollUnknown() {
    const Folder folder;
    READ_OK(read, folder.read(poll(1, "0-9 1 10 1 1 1\n") +                                    // 1-3
                              poll(2, "0-9 1 10 1 1 1\n5-14 1 20 1 1 1\n") +                   // 4-7
                              poll(3, "0-9 1 10 1 1 1\n5-14 1 20 1 1 1\n0-14 1 25 1 1 1\n") +  // 8-12
                              poll(4, "0-9 1 10 1 1 1\n5-14 1 20 1 1 1\n0-14 1 35 1 1 1\n10 1 1 1 1 1\n")));
    QCOMPARE(at(readTrace, "llc.misses", 0), 10.0);
    QVERIFY(missingAt(readTrace, "llc.misses", 1));
    QVERIFY(missingAt(readTrace, "cpu.ipc", 1));
    QCOMPARE(at(readTrace, "llc.misses", 2), 25.0);  // one row counts all their cores
    QCOMPARE(at(readTrace, "llc.misses", 3), 35.0);
    QCOMPARE(linesOf(read, "overlapping-cores"), (Lines{4}));
    const std::string rows = "0,2,4 1 10 1 1 1\n3-4 1 20 1 1 1\n";
    const auto none = folder.read(poll(1, rows) + poll(2, rows));
    QVERIFY(!none.has_value());
    QVERIFY2(none.error().message.find("can be used") != std::string::npos, none.error().message.c_str());
}

// A megabyte of polls with one group each, of very many.
void PqosLogTest::manyGroupsThatComeAndGoAddUp() {
    constexpr int kGroups = 1000;
    std::string text;
    for (int second = 0; second < 30'000; ++second) {
        text += fmt::format("TIME 2025-12-01 {:02}:{:02}:{:02}\n{} 1 5 1 1 1\n", second / 3600, second / 60 % 60,
                            second % 60, second % kGroups);
    }
    const Folder folder;
    READ_OK(read, folder.read(text));
    QCOMPARE(readTrace.sampleCount(), std::size_t{29'999});  // the last poll may be cut off
    QCOMPARE(at(readTrace, "llc.misses", 0), 5.0);
    for (const std::size_t sample : {1U, 15'000U, 29'998U}) {
        QVERIFY(missingAt(readTrace, "llc.misses", sample));  // the other groups come back later, or were there
    }
}

void PqosLogTest::tooManyGroupsAreRefused_data() {
    QTest::addColumn<int>("groups");
    QTest::addColumn<int>("ranges");
    QTest::addColumn<bool>("good");
    QTest::newRow("most groups") << 1024 << 1 << true;
    QTest::newRow("one group more") << 1025 << 1 << false;
    QTest::newRow("most ranges") << 128 << 128 << true;
    QTest::newRow("one group of ranges more") << 129 << 128 << false;
}

void PqosLogTest::tooManyGroupsAreRefused() {
    QFETCH(int, groups);
    QFETCH(int, ranges);
    QFETCH(bool, good);
    std::string rows;
    for (int group = 0; group < groups; ++group) {
        for (int range = 0; range < ranges; ++range) {
            rows += fmt::format("{}{}", range == 0 ? "" : ",", (group * ranges + range) * 2);
        }
        rows += " 1 5 1 1 1\n";
    }
    const Folder folder;
    const auto read = folder.read(poll(1, rows) + poll(2, rows));
    QCOMPARE(read.has_value(), good);
    if (good) {
        QCOMPARE(at(*(*read)->trace, "llc.misses", 1), 5.0 * groups);
    } else {
        QCOMPARE(read.error().code, ErrorCode::BadInput);
        QVERIFY2(read.error().message.find("groups of cores") != std::string::npos, read.error().message.c_str());
    }
}

void PqosLogTest::readingStopsAlsoWhileSumming() {
    Diagnostics diagnostics;
    pqos::Polls polls(diagnostics);
    for (int i = 0; i < 2; ++i) {
        polls.begin(i * kSecond, i + 1);
        QCOMPARE(polls.add("0", {{0, 0}}, {}), pqos::Polls::Added::Yes);
    }
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(!polls.complete(std::nullopt, true, stop.get_token()));
}

void PqosLogTest::missingRowLeavesThePollUnknown() {
    const Folder folder;
    const std::string both = "0 1 10 1 1 1\n1 1 20 1 1 1\n";
    READ_OK(read, folder.read(poll(1, both) + poll(2, "1 1 20 1 1 1\n") + poll(3, "") + poll(4, both)));
    QCOMPARE(at(readTrace, "llc.misses", 0), 30.0);
    QVERIFY(missingAt(readTrace, "llc.misses", 1));
    QVERIFY(missingAt(readTrace, "cpu.ipc", 2));
    QCOMPARE(at(readTrace, "llc.misses", 3), 30.0);
    QCOMPARE(linesOf(read, "missing-row"), (Lines{5, 8}));
}

void PqosLogTest::groupsMayComeAndGo() {
    const Folder folder;
    READ_OK(read, folder.read(poll(1, "0 1 10 1 1 1\n") + poll(2, "0 1 10 1 1 1\n1 1 5 1 1 1\n") +
                              poll(3, "1 1 5 1 1 1\n") + poll(4, "1 1 5 1 1 1\n")));
    QCOMPARE(valuesOf(readTrace, "llc.misses"), (std::vector<float>{10.0F, 15.0F, 5.0F, 5.0F}));
}

void PqosLogTest::headingsDecideTheColumns() {
    const Folder folder;
    const std::string headings = "CORE RMID MISSES IPC LLC[KB]\n";
    READ_OK(read, folder.read(timeLine(1) + headings + "0 7 1000 0.5 2\n" + timeLine(2) + headings + "0 7 2000 1 4\n"));
    QCOMPARE(valuesOf(readTrace, "cpu.ipc"), (std::vector<float>{0.5F, 1.0F}));
    QCOMPARE(valuesOf(readTrace, "llc.misses"), (std::vector<float>{1000.0F, 2000.0F}));
    QCOMPARE(valuesOf(readTrace, "llc.occupancy"), (std::vector<float>{2048.0F, 4096.0F}));
    QVERIFY(readTrace.find("memory.bandwidth") == nullptr);
    QVERIFY(readTrace.find("memory.local_bandwidth") == nullptr);
}

void PqosLogTest::oddLinesAreToldWithTheirLine() {
    const Folder folder;
    READ_OK(read, folder.read("0 1 1 1 1 1\n" +                          // 1: under no TIME
                              poll(1, "0 1 10 1 1 1\n0 1 99 1 1 1\n") +  // 2-5
                              "# a comment\n\nhello world\n" +           // 6-8
                              "TIME yesterday\n0 1 1 1 1 1\n" +          // 9-10
                              poll(2, "0 1 20 1 1 1\n1 1 3\n") +         // 11-14
                              "TIME 2025-02-30 00:00:00\n" +             // 15
                              poll(3, "0 1 30 1 1 1\n")));
    QCOMPARE(valuesOf(readTrace, "llc.misses"), (std::vector<float>{10.0F, 20.0F, 30.0F}));
    QCOMPARE(linesOf(read, "stray-line"), (Lines{1, 8, 10}));
    QCOMPARE(linesOf(read, "duplicate-line"), (Lines{5}));
    QCOMPARE(linesOf(read, "bad-time"), (Lines{9, 15}));
    QCOMPARE(linesOf(read, "short-line"), (Lines{14}));
}

void PqosLogTest::badValuesAreMissing_data() {
    QTest::addColumn<QString>("value");
    for (const char* value : {"x", "-5", "nan", "inf", "1e999", "1.2.3", "k", "12q", "1e308G", "0x10", "9e38"}) {
        QTest::newRow(value) << value;
    }
}

void PqosLogTest::badValuesAreMissing() {
    QFETCH(QString, value);
    const Folder folder;
    READ_OK(read, folder.read(poll(1, "0 1 10 1 1 1\n") + poll(2, "0 1 " + value.toStdString() + " 1 1 1\n") +
                              poll(3, "0 1 30 1 1 1\n")));
    QCOMPARE(at(readTrace, "llc.misses", 0), 10.0);
    QVERIFY(missingAt(readTrace, "llc.misses", 1));
    QCOMPARE(at(readTrace, "cpu.ipc", 1), 1.0);
    QCOMPARE(at(readTrace, "llc.misses", 2), 30.0);
    // What only leaves the range of a float is told by nobody but the gap itself.
    QCOMPARE(linesOf(read, "bad-value"), value == "9e38" ? Lines{} : Lines{6});
}

void PqosLogTest::severalPollsInASecondAreSpread() {
    const Folder folder;
    std::string text;
    for (int i = 0; i < 8; ++i) {
        text += poll(i / 4, "0 1 250 1 1 1\n");
    }
    READ_OK(read, folder.read(text));
    QCOMPARE(readTrace.sampleCount(), std::size_t{8});
    QCOMPARE(readTrace.timesNs[1] - readTrace.timesNs[0], kSecond / 4);
    QCOMPARE(readTrace.timesNs[4] - readTrace.timesNs[3], kSecond / 4);
    QCOMPARE(valuesOf(readTrace, "llc.misses"), std::vector<float>(8, 1000.0F));
    QCOMPARE(linesOf(read, "same-time"), (Lines{1, 13}));
}

void PqosLogTest::pollsCenturiesApartKeepTheirTimes() {
    const Folder folder;
    READ_OK(read, folder.read("TIME 1850-01-01 00:00:00\n0 1 1 1 1 1\nTIME 2090-01-01 00:00:00\n0 1 1 1 1 1\n"));
    QCOMPARE(readTrace.timesNs, (std::vector<std::int64_t>{-3'786'825'600 * kSecond, 3'786'912'000 * kSecond}));
    QCOMPARE(readTrace.startNs, -4'000'000'000 * kSecond);  // one interval before would be beyond any time
}

void PqosLogTest::clockStepLeavesPollsOut() {
    const Folder folder;
    READ_OK(read, folder.read(poll(10, "0 1 1 1 1 1\n") + poll(11, "0 1 2 1 1 1\n") + poll(5, "0 1 3 1 1 1\n") +
                              poll(12, "0 1 4 1 1 1\n")));
    QCOMPARE(valuesOf(readTrace, "llc.misses"), (std::vector<float>{1.0F, 2.0F, 4.0F}));
    QCOMPARE(linesOf(read, "clock-step"), (Lines{7}));
}

void PqosLogTest::cutOffPollIsLeftOut_data() {
    QTest::addColumn<QString>("tail");
    QTest::newRow("inside a row") << QString::fromStdString(poll(3, "0 1 10 1 1 1\n1 1 1"));
    QTest::newRow("between rows") << QString::fromStdString(poll(3, "0 1 10 1 1 1\n"));
    QTest::newRow("after the headings") << QString::fromStdString(poll(3, ""));
    QTest::newRow("after the time") << QString::fromStdString(timeLine(3));
}

void PqosLogTest::cutOffPollIsLeftOut() {
    QFETCH(QString, tail);
    const Folder folder;
    const std::string both = "0 1 10 1 1 1\n1 1 20 1 1 1\n";
    READ_OK(read, folder.read(poll(1, both) + poll(2, both) + tail.toStdString()));
    QCOMPARE(valuesOf(readTrace, "llc.misses"), (std::vector<float>{30.0F, 30.0F}));
    QVERIFY(!linesOf(read, "cut-off").empty());
}

void PqosLogTest::unusableLogsAreRefused_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("named");
    QTest::newRow("no TIME line") << QString::fromStdString(kHeadings + "0 1 1 1 1 1\n0 1 1 1 1 1\n") << "TIME line";
    QTest::newRow("one poll") << QString::fromStdString(poll(1, "0 1 1 1 1 1\n")) << "one poll";
    QTest::newRow("no rows") << QString::fromStdString(poll(1, "") + poll(2, "")) << "no row";
    QTest::newRow("only bad times") << QString::fromStdString(kHeadings + "TIME never\n0 1 1 1 1 1\n") << "TIME line";
    QTest::newRow("start after the end") << QString::fromStdString("# mimesys start=3000000000\n" +
                                                                   poll(1, "0 1 1 1 1 1\n"))
                                         << "one poll";
}

void PqosLogTest::unusableLogsAreRefused() {
    QFETCH(QString, text);
    QFETCH(QString, named);
    const Folder folder;
    const auto read = folder.read(text.toStdString());
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().code, ErrorCode::BadInput);
    QVERIFY2(read.error().message.find(named.toStdString()) != std::string::npos, read.error().message.c_str());
}

namespace {

// A recording of everything a row can hold, at random intervals, with missing values and the odd extreme.
Trace randomRecording(std::uint64_t seed) {
    Random random(seed);
    Trace trace;
    trace.startNs = 1'700'000'000 * kSecond + static_cast<std::int64_t>(random.below(1'000'000'000));
    trace.columns = {{metricFor("cpu.utilization[0]"), Provenance::Procfs, {}},
                     {metricFor("cpu.utilization[1]"), Provenance::Procfs, {}}};
    const std::vector<std::pair<const char*, double>> metrics{{"cpu.ipc", 4.0},
                                                              {"llc.misses", 1e9},
                                                              {"llc.occupancy", 3e7},
                                                              {"memory.local_bandwidth", 100.0},
                                                              {"memory.bandwidth", 200.0}};
    std::vector<double> scales{100.0, 100.0};
    for (const auto& [id, scale] : metrics) {
        const bool left = random.below(5) == 0 && id != std::string("memory.local_bandwidth");
        if (!left) {
            trace.columns.push_back(
                {metricFor(id),
                 random.below(2) == 0 ? Provenance::HardwareCounter : Provenance::ScaledHardwareCounter,
                 {}});
            scales.push_back(scale);
        }
    }
    std::int64_t time = trace.startNs;
    const bool regular = random.below(2) == 0;
    for (int i = 0; i < 120; ++i) {
        time += regular ? kSecond : static_cast<std::int64_t>(random.uniform() * 3e9) + 1;
        trace.timesNs.push_back(time);
        for (std::size_t n = 0; n < scales.size(); ++n) {
            const auto kind = random.below(20);
            const float value = kind == 0   ? kMissing
                                : kind == 1 ? 0.0F
                                : kind == 2 ? std::numeric_limits<float>::max()
                                : kind == 3 ? std::numeric_limits<float>::denorm_min()
                                : kind == 4 ? -1.5F
                                            : static_cast<float>(random.uniform() * scales[n]);
            trace.columns[n].values.push_back(value);
        }
    }
    trace.attributes = {{"machine", "{\n  \"a\": 1\n}"}, {"note: odd", "  two blanks in front"}, {"empty", ""}};
    return **makeTrace(std::move(trace));
}

}  // namespace

void PqosLogTest::recordingComesBackExactly() {
    const Folder folder;
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
        const Trace trace = randomRecording(seed);
        QVERIFY(writeTrace(trace, folder.path("trace.log")).has_value());
        READ_OK(read, readTrace(folder.path("trace.log")));
        QCOMPARE(read.format, std::string("pqos"));
        QCOMPARE(readTrace.startNs, trace.startNs);
        QCOMPARE(readTrace.timesNs, trace.timesNs);
        QCOMPARE(readTrace.attributes, trace.attributes);
        const auto left = metricsLeftOut(trace, "x.log");
        QCOMPARE(readTrace.columns.size() + left.size(), trace.columns.size());
        for (const Column& column : trace.columns) {
            if (std::ranges::count(left, column.metric.id) == 1) {
                QVERIFY(column.metric.id.starts_with("cpu.utilization"));
                continue;
            }
            const Column* back = readTrace.find(column.metric.id);
            QVERIFY(back != nullptr);
            QVERIFY(back->metric == column.metric);
            QCOMPARE(back->provenance, column.provenance);
            for (std::size_t i = 0; i < column.values.size(); ++i) {
                QVERIFY2(back->values[i] == column.values[i] || (back->isMissing(i) && column.isMissing(i)),
                         qPrintable(QString("%1[%2], seed %3: %4 instead of %5")
                                        .arg(column.metric.id.c_str())
                                        .arg(i)
                                        .arg(seed)
                                        .arg(back->values[i], 0, 'g', 9)
                                        .arg(column.values[i], 0, 'g', 9)));
            }
        }
    }
}

void PqosLogTest::provenanceIsNeverMadeUp_data() {
    QTest::addColumn<QString>("head");
    QTest::addColumn<int>("provenance");
    const auto row = [](const char* name, const char* head, Provenance provenance) {
        QTest::newRow(name) << head << static_cast<int>(provenance);
    };
    row("foreign", "", Provenance::HardwareCounter);
    row("foreign with a comment", "# provenance cpu.ipc model\n", Provenance::HardwareCounter);
    row("own", "# mimesys provenance cpu.ipc model\n", Provenance::Model);
    row("own, of a newer program", "# mimesys provenance cpu.ipc oracle\n", Provenance::Unknown);
    row("own, without a name", "# mimesys provenance cpu.ipc\n", Provenance::Unknown);
    row("own, without the line", "# mimesys provenance llc.misses model\n", Provenance::Unknown);
}

void PqosLogTest::provenanceIsNeverMadeUp() {
    QFETCH(QString, head);
    QFETCH(int, provenance);
    const Folder folder;
    READ_OK(read, folder.read(head.toStdString() + poll(1, "0 1 1 1 1 1\n") + poll(2, "0 1 1 1 1 1\n")));
    QCOMPARE(static_cast<int>(readTrace.find("cpu.ipc")->provenance), provenance);
}

void PqosLogTest::newerVersionsAreRefused_data() {
    QTest::addColumn<QString>("version");
    QTest::addColumn<bool>("good");
    QTest::newRow("none") << "" << true;  // logs from before there was one
    QTest::newRow("this") << "# mimesys version=1\n" << true;
    QTest::newRow("newer") << "# mimesys version=2\n" << false;
    QTest::newRow("no number") << "# mimesys version=next\n" << false;
    QTest::newRow("nothing") << "# mimesys version=\n" << false;
}

void PqosLogTest::newerVersionsAreRefused() {
    QFETCH(QString, version);
    QFETCH(bool, good);
    const Folder folder;
    const auto read = folder.read(version.toStdString() + "# mimesys start=1764547200\n" + poll(1, "0 1 1 1 1 1\n"));
    QCOMPARE(read.has_value(), good);
    if (!good) {
        QCOMPARE(read.error().code, ErrorCode::BadInput);
        QVERIFY2(read.error().message.find("newer than this program") != std::string::npos,
                 read.error().message.c_str());
    }
}

void PqosLogTest::manyAttributesDoNotHideTheFormat() {
    Trace trace;
    trace.timesNs = {kSecond};
    trace.columns = {{metricFor("cpu.ipc"), Provenance::Simulation, {1.0F}}};
    for (int i = 0; i < 1000; ++i) {
        trace.attributes[fmt::format("key {}", i)] = std::string(1000, 'x');
    }
    const Folder folder;
    QVERIFY(writeTrace(trace, folder.path("trace.log")).has_value());
    QVERIFY(readFile(folder.path("trace.log"), 1 << 21).value().starts_with("# mimesys version=1\n"));
    READ_OK(read, readTrace(folder.path("trace.log")));
    QCOMPARE(read.format, std::string("pqos"));
    QCOMPARE(readTrace.attributes, trace.attributes);
    QVERIFY(readTrace.find("cpu.ipc")->provenance == Provenance::Simulation);
}

// The rows as a parser of pqos' text takes them: a label of one range, five plain numbers.
void PqosLogTest::otherToolsFindTheirRows() {
    Trace trace;
    trace.startNs = 1764547200 * kSecond;
    for (int cpu = 0; cpu < 20; ++cpu) {
        trace.columns.push_back({metricFor(cpuUtilizationId(cpu)), Provenance::Procfs, {1.0F, 2.0F}});
    }
    trace.timesNs = {1764547201 * kSecond, 1764547203 * kSecond + 5};
    trace.columns.push_back({metricFor("cpu.ipc"), Provenance::HardwareCounter, {0.1F, 2.5F}});
    trace.columns.push_back({metricFor("llc.misses"), Provenance::HardwareCounter, {1234.4F, 1e7F}});
    trace.columns.push_back({metricFor("llc.occupancy"), Provenance::HardwareCounter, {1536.0F, kMissing}});
    const Folder folder;
    QVERIFY(writeTrace(trace, folder.path("trace.log")).has_value());
    const std::string text = readFile(folder.path("trace.log"), 1 << 20).value();
    const std::regex row(R"(^\s*(\d+(?:-\d+)?)((?:\s+\d+(?:\.\d+)?[kKMG]?){5})\s*$)");
    std::vector<std::string> times;
    std::vector<std::string> rows;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        std::smatch match;
        if (line.starts_with("TIME")) {
            times.push_back(line);
        } else if (std::regex_match(line, match, row)) {
            QCOMPARE(match[1].str(), std::string("0-19"));
            rows.push_back(QString::fromStdString(match[2].str()).simplified().toStdString());
        } else {
            QVERIFY2(line.starts_with("# mimesys ") || line.starts_with("     CORE         IPC"), line.c_str());
        }
    }
    QCOMPARE(times, (std::vector<std::string>{"TIME 2025-12-01 00:00:01", "TIME 2025-12-01 00:00:03"}));
    QCOMPARE(rows, (std::vector<std::string>{"0.1 1234 1.5 0 0", "2.5 20000000 0 0 0"}));
}

void PqosLogTest::remoteTrafficNeedsTheLocalPart() {
    Trace trace;
    trace.startNs = kSecond;
    trace.timesNs = {2 * kSecond};
    trace.columns = {{metricFor("cpu.ipc"), Provenance::HardwareCounter, {1.0F}},
                     {metricFor("memory.bandwidth"), Provenance::HardwareCounter, {5.0F}},
                     {metricFor("memory.used"), Provenance::Procfs, {5.0F}}};
    QCOMPARE(metricsLeftOut(trace, "x.log"), (std::vector<std::string>{"memory.bandwidth", "memory.used"}));
    const Folder folder;
    QVERIFY(writeTrace(trace, folder.path("trace.log")).has_value());
    READ_OK(read, readTrace(folder.path("trace.log")));
    QCOMPARE(readTrace.columns.size(), std::size_t{1});
    trace.columns.push_back({metricFor("memory.local_bandwidth"), Provenance::HardwareCounter, {3.0F}});
    QCOMPARE(metricsLeftOut(trace, "x.log"), (std::vector<std::string>{"memory.used"}));
}

void PqosLogTest::traceWithoutAnyPlaceIsRefused() {
    Trace trace;
    trace.timesNs = {1, 2};
    trace.columns = {{metricFor("disk.read"), Provenance::Procfs, {1.0F, 2.0F}}};
    const Folder folder;
    const auto written = writeTrace(trace, folder.path("trace.log"));
    QVERIFY(!written.has_value());
    QCOMPARE(written.error().code, ErrorCode::BadInput);
    QVERIFY(!std::filesystem::exists(folder.path("trace.log")));
}

QTEST_GUILESS_MAIN(PqosLogTest)
#include "tst_pqoslog.moc"
