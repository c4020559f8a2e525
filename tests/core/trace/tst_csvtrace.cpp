// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "core/trace/tracefiles.h"

#include <cmath>

using namespace mimesys;
using namespace mimesys::trace;
using namespace mimesys::trace::test;

class CsvTraceTest : public QObject {
    Q_OBJECT

private slots:
    void delimiterIsFound_data();
    void delimiterIsFound();
    void timeIsRead_data();
    void timeIsRead();
    void headerUnitThatTheValuesContradictIsTold();
    void timeColumnIsFoundByItsValues();
    void valuesThatAreNoneAreMissing();
    void minusOneIsANumberAmongNegatives();
    void duplicateTimesAndStepsBack();
    void gapIsMarkedAsMissing();
    void foreignNamesBecomeOurMetrics();
    void countersBecomeRates();
    void dstatGroupsAndSumsItsColumns();
    void repeatedHeaderIsSkipped();
    void oddRowsAreTold();
    void ownNamesWinOverForeignOnes();
    void blankAndDoubledNamesGetOne();
    void columnsOfTextAreLeftOut();
    void cutOffRowIsLeftOut();
    void neverFallingColumnIsTold();
    void mostlyZeroColumnIsTold();
    void valueStaysValue();
};

namespace {

constexpr std::int64_t kSecond = 1'000'000'000;
const std::int64_t kStart = 1392388200 * kSecond;  // 2014-02-14 14:30:00 UTC

bool isMissing(float value) {
    return std::isnan(value);
}

}  // namespace

void CsvTraceTest::delimiterIsFound_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("told");
    QTest::newRow("comma") << "time,a b,c\n100,1.5,2\n101,2.5,3\n" << false;
    QTest::newRow("semicolon") << "time;a b;c\n100;1.5;2\n101;2.5;3\n" << true;
    QTest::newRow("semicolon and tab") << "time;\ta b;\tc\n100;\t1.5;\t2\n101;\t2.5;\t3\n" << true;
    QTest::newRow("tab") << "time\ta b\tc\n100\t1.5\t2\n101\t2.5\t3\n" << true;
    QTest::newRow("blanks") << "time  \"a b\"   c\n100   1.5  2\n101 2.5     3\n" << true;
    QTest::newRow("decimal comma") << "time;a b;c\n100;1,5;2\n101;2,5;3\n" << true;
    QTest::newRow("quotes") << "\"time\",\"a b\",\"c\"\n\"100\",\"1.5\",\"2\"\n\"101\",\"2.5\",\"3\"\n" << false;
    QTest::newRow("byte order mark") << "\xef\xbb\xbftime,a b,c\r\n100,1.5,2\r\n101,2.5,3\r\n" << false;
    QTest::newRow("trailing delimiter") << "time,a b,c\n100,1.5,2,\n101,2.5,3,\n" << false;
}

void CsvTraceTest::delimiterIsFound() {
    QFETCH(QString, text);
    QFETCH(bool, told);
    const Folder folder;
    READ_OK(read, folder.read(text.toStdString()));
    QCOMPARE(read.format, std::string("csv"));
    QCOMPARE(readTrace.columns.size(), std::size_t{2});
    QCOMPARE(valuesOf(readTrace, "a b"), (std::vector<float>{1.5F, 2.5F}));
    QCOMPARE(valuesOf(readTrace, "c"), (std::vector<float>{2.0F, 3.0F}));
    QCOMPARE(linesOf(read, "delimiter"), told ? Lines{1} : Lines{});
    QVERIFY(linesOf(read, "field-count").empty());
}

void CsvTraceTest::timeIsRead_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::addColumn<qint64>("firstNs");
    const qint64 start = kStart;
    QTest::newRow("seconds") << "epoch"
                             << "1392388200"
                             << "1392388205" << start;
    QTest::newRow("fractions") << "Time"
                               << "1392388200.000001"
                               << "1392388205.000001" << start + 1000;
    QTest::newRow("milliseconds") << "timestamp"
                                  << "1392388200000"
                                  << "1392388205000" << start;
    QTest::newRow("microseconds") << "ts"
                                  << "1392388200000000"
                                  << "1392388205000000" << start;
    QTest::newRow("nanoseconds") << "time_ns"
                                 << "1392388200000000000"
                                 << "1392388205000000000" << start;
    QTest::newRow("date") << "date"
                          << "2014-02-14 14:30:00"
                          << "2014-02-14 14:30:05" << start;
    QTest::newRow("ISO") << "timestamp"
                         << "2014-02-14T14:30:00.5Z"
                         << "2014-02-14T14:30:05.5Z" << start + kSecond / 2;
    QTest::newRow("zone") << "timestamp"
                          << "2014-02-14T16:00:00+01:30"
                          << "2014-02-14T16:00:05+0130" << start;
    QTest::newRow("slashes") << "when"
                             << "2014/02/14 14:30"
                             << "2014/02/14 14:31" << start;
    QTest::newRow("relative") << "time"
                              << "0"
                              << "5" << qint64{0};
    QTest::newRow("relative milliseconds") << "time [ms]"
                                           << "500"
                                           << "5500" << qint64{kSecond / 2};
}

void CsvTraceTest::timeIsRead() {
    QFETCH(QString, name);
    QFETCH(QString, first);
    QFETCH(QString, second);
    QFETCH(qint64, firstNs);
    const Folder folder;
    READ_OK(read, folder.read((name + ",a\n" + first + ",1\n" + second + ",2\n").toStdString()));
    QCOMPARE(qint64{readTrace.timesNs[0]}, firstNs);
    QCOMPARE(readTrace.startNs, 2 * readTrace.timesNs[0] - readTrace.timesNs[1]);
    QCOMPARE(linesOf(read, "start").size(), std::size_t{1});
}

void CsvTraceTest::headerUnitThatTheValuesContradictIsTold() {
    const Folder folder;
    READ_OK(read, folder.read("Timestamp [ms];a\n1376314846;1\n1376315146;2\n"));
    QCOMPARE(readTrace.timesNs[0], 1376314846 * kSecond);
    QCOMPARE(linesOf(read, "time-unit"), (Lines{1}));
}

void CsvTraceTest::timeColumnIsFoundByItsValues() {
    const Folder folder;
    READ_OK(read, folder.read("load,when was it\n5,1392388200\n3,1392388201\n4,1392388202\n"));
    QCOMPARE(readTrace.timesNs[2], kStart + 2 * kSecond);
    QCOMPARE(valuesOf(readTrace, "load"), (std::vector<float>{5.0F, 3.0F, 4.0F}));
    QCOMPARE(linesOf(read, "time-column"), (Lines{1}));
}

void CsvTraceTest::valuesThatAreNoneAreMissing() {
    const Folder folder;
    READ_OK(read, folder.read("time,a,b,c\n100,1,2,3\n101,,NA,-1\n102,4,nan,5\n103,-,x7,-1\n104,1e99,null,0\n"));
    const auto missing = [&](const char* id) {
        std::vector<bool> pattern;
        for (const float value : valuesOf(readTrace, id)) {
            pattern.push_back(isMissing(value));
        }
        return pattern;
    };
    QCOMPARE(missing("a"), (std::vector<bool>{false, true, false, true, true}));
    QCOMPARE(missing("b"), (std::vector<bool>{false, true, true, true, true}));
    QCOMPARE(missing("c"), (std::vector<bool>{false, true, false, true, false}));
    QCOMPARE(linesOf(read, "blank-value"), (Lines{3}));
    QCOMPARE(linesOf(read, "sentinel-value"), (Lines{3, 3, 5}));  // NA, -1, "-"
    QCOMPARE(linesOf(read, "bad-value"), (Lines{5, 6}));          // x7, 1e99
}

void CsvTraceTest::minusOneIsANumberAmongNegatives() {
    const Folder folder;
    READ_OK(read, folder.read("time,a\n100,-1\n101,-2\n102,5\n"));
    QCOMPARE(valuesOf(readTrace, "a"), (std::vector<float>{-1.0F, -2.0F, 5.0F}));
    QVERIFY(linesOf(read, "sentinel-value").empty());
}

void CsvTraceTest::duplicateTimesAndStepsBack() {
    const Folder folder;
    READ_OK(read, folder.read("time,a\n100,1\n101,2\n101,3\n101,4\n102,5\n90,6\n95,7\n103,8\n104,9\n"));
    QCOMPARE(valuesOf(readTrace, "a"), (std::vector<float>{1.0F, 2.0F, 5.0F, 8.0F, 9.0F}));
    QCOMPARE(linesOf(read, "duplicate-time"), (Lines{4, 5}));
    QCOMPARE(linesOf(read, "clock-step"), (Lines{7}));
}

void CsvTraceTest::gapIsMarkedAsMissing() {
    const Folder folder;
    READ_OK(read, folder.read("time,a\n100,1\n110,2\n120,3\n180,4\n190,5\n"));
    const std::vector<std::int64_t> times{100 * kSecond, 110 * kSecond, 120 * kSecond,
                                          170 * kSecond, 180 * kSecond, 190 * kSecond};
    QCOMPARE(readTrace.timesNs, times);
    const auto values = valuesOf(readTrace, "a");
    QVERIFY(isMissing(values[3]));
    QCOMPARE(values[4], 4.0F);
    QCOMPARE(linesOf(read, "gap"), (Lines{5}));
    const auto gap = std::ranges::find(read.diagnostics, "gap", &Diagnostic::code);
    QCOMPARE(gap->timeNs, std::optional(120 * kSecond));
    const auto start = std::ranges::find(read.diagnostics, "start", &Diagnostic::code);
    QVERIFY(!start->timeNs);
}

void CsvTraceTest::foreignNamesBecomeOurMetrics() {
    const Folder folder;
    READ_OK(read, folder.read("Timestamp [ms];\tCPU usage [MHZ];\tCPU usage [%];\tMemory usage [KB];\t"
                              "Disk read throughput [KB/s];\tNetwork transmitted throughput [KB/s]\n"
                              "1376314846;\t10;\t0.5;\t1000;\t2500;\t4\n1376315146;\t20;\t1.5;\t2000;\t0;\t8\n"));
    QCOMPARE(valuesOf(readTrace, "cpu.utilization"), (std::vector<float>{0.5F, 1.5F}));
    QCOMPARE(valuesOf(readTrace, "memory.used"), (std::vector<float>{1'024'000.0F, 2'048'000.0F}));
    QCOMPARE(valuesOf(readTrace, "disk.read"), (std::vector<float>{2.5F, 0.0F}));
    QCOMPARE(valuesOf(readTrace, "network.transmit"), (std::vector<float>{0.004F, 0.008F}));
    QCOMPARE(readTrace.find("CPU usage [MHZ]")->metric.unit, std::string("MHZ"));
    QCOMPARE(linesOf(read, "known-column").size(), std::size_t{4});
}

void CsvTraceTest::countersBecomeRates() {
    const Folder folder;
    READ_OK(read, folder.read("Time\twtime\tstime\tutime\tpss\tread_bytes\trx_packets\n"
                              "1527669447\t1\t0\t0\t5116\t1000000\t11\n"
                              "1527669457\t11\t2\t5\t9999\t51000000\t111\n"
                              "1527669477\t31\t2\t25\t4000\t1000\t311\n"
                              "1527669487\t41\t2\t25\t4000\t10001000\t311\n"));
    QCOMPARE(readTrace.startNs, 1527669447 * kSecond);
    const auto disk = valuesOf(readTrace, "disk.read");
    QCOMPARE(disk.size(), std::size_t{3});
    QCOMPARE(disk[0], 5.0F);
    QVERIFY(isMissing(disk[1]));
    QCOMPARE(disk[2], 1.0F);
    QCOMPARE(valuesOf(readTrace, "pss"), (std::vector<float>{9999.0F, 4000.0F, 4000.0F}));
    QCOMPARE(valuesOf(readTrace, "utime"), (std::vector<float>{0.5F, 1.0F, 0.0F}));
    QCOMPARE(valuesOf(readTrace, "rx_packets"), (std::vector<float>{10.0F, 10.0F, 0.0F}));
    QCOMPARE(linesOf(read, "counter-reset"), (Lines{4}));
    QCOMPARE(linesOf(read, "counter-column").size(), std::size_t{5});
    QCOMPARE(linesOf(read, "base-row"), (Lines{2}));
}

void CsvTraceTest::dstatGroupsAndSumsItsColumns() {
    const Folder folder;
    READ_OK(read, folder.read(
                      "\"Dstat 0.7 CSV output\"\n"
                      "\"Author:\",\"A B <a@b>,,,,\"URL:\",\"http://x/\"\n"
                      "\"Host:\",\"h\",,,,\"User:\",\"u\"\n\n"
                      "\"epoch\",\"total cpu usage\",,,,,,\"dsk/total\",,\"dsk/sda\",\n"
                      "\"epoch\",\"usr\",\"sys\",\"idl\",\"wai\",\"hiq\",\"siq\",\"read\",\"writ\",\"read\",\"writ\"\n"
                      "1475708693.5,6,5,86,0,1,2,72741,280219,1,2\n"
                      "1475708694.5,10,20,60,5,1,4,2000000,500000,3,4\n"
                      "1475708695.5,0,0,100,0,0,0,0,0,5,6\n"));
    QCOMPARE(readTrace.startNs, 1475708693 * kSecond + kSecond / 2);
    QCOMPARE(readTrace.timesNs,
             (std::vector<std::int64_t>{readTrace.startNs + kSecond, readTrace.startNs + 2 * kSecond}));
    QCOMPARE(valuesOf(readTrace, "cpu.utilization"), (std::vector<float>{35.0F, 0.0F}));
    QCOMPARE(valuesOf(readTrace, "disk.read"), (std::vector<float>{2.0F, 0.0F}));
    QCOMPARE(valuesOf(readTrace, "disk.write"), (std::vector<float>{0.5F, 0.0F}));
    QCOMPARE(valuesOf(readTrace, "dsk/sda/writ"), (std::vector<float>{4.0F, 6.0F}));
    QCOMPARE(linesOf(read, "header-rows"), (Lines{6}));
    QCOMPARE(linesOf(read, "unbalanced-quote"), (Lines{2}));
    QCOMPARE(linesOf(read, "since-boot"), (Lines{7}));
    QCOMPARE(linesOf(read, "preamble"), (Lines{1}));
}

void CsvTraceTest::repeatedHeaderIsSkipped() {
    const Folder folder;
    READ_OK(read, folder.read("time,a\n100,1\n101,2\n\ntime,a\n102,3\n"));
    QCOMPARE(valuesOf(readTrace, "a"), (std::vector<float>{1.0F, 2.0F, 3.0F}));
    QCOMPARE(linesOf(read, "header-repeated"), (Lines{5}));
}

void CsvTraceTest::oddRowsAreTold() {
    const Folder folder;
    READ_OK(read, folder.read("time,a,b\n100,1,2\n101,3\n102,4,5,6\nyesterday,7,8\n# remark\n103,\"9,10\n104,11,12\n"));
    QCOMPARE(linesOf(read, "field-count"), (Lines{3, 4}));
    QCOMPARE(linesOf(read, "bad-time"), (Lines{5}));
    QCOMPARE(linesOf(read, "comment"), (Lines{6}));
    QCOMPARE(linesOf(read, "unbalanced-quote"), (Lines{7}));
    const auto b = valuesOf(readTrace, "b");
    QCOMPARE(b.size(), std::size_t{5});
    QVERIFY(isMissing(b[1]));
    QCOMPARE(b[3], 10.0F);
}

void CsvTraceTest::ownNamesWinOverForeignOnes() {
    const Folder folder;
    READ_OK(read, folder.read(
                      "time,disk.read,Disk read throughput [KB/s],cpu.utilization[1]\n100,1,5000,50\n101,2,6000,60\n"));
    QCOMPARE(valuesOf(readTrace, "disk.read"), (std::vector<float>{1.0F, 2.0F}));
    QCOMPARE(valuesOf(readTrace, "Disk read throughput [KB/s]"), (std::vector<float>{5000.0F, 6000.0F}));
    QCOMPARE(readTrace.find("cpu.utilization[1]")->metric.unit, std::string("%"));
    QVERIFY(readTrace.find("disk.read")->metric.family == Family::Disk);
}

void CsvTraceTest::blankAndDoubledNamesGetOne() {
    const Folder folder;
    READ_OK(read, folder.read("time,a,,a\n100,1,2,3\n101,4,5,6\n"));
    QCOMPARE(valuesOf(readTrace, "a"), (std::vector<float>{1.0F, 4.0F}));
    QCOMPARE(valuesOf(readTrace, "column 3"), (std::vector<float>{2.0F, 5.0F}));
    QCOMPARE(valuesOf(readTrace, "a (2)"), (std::vector<float>{3.0F, 6.0F}));
    QCOMPARE(linesOf(read, "column-name"), (Lines{1, 1}));
}

void CsvTraceTest::columnsOfTextAreLeftOut() {
    const Folder folder;
    READ_OK(read, folder.read("time,vm,a\n100,web,1\n101,db,2\n"));
    QCOMPARE(readTrace.columns.size(), std::size_t{1});
    QCOMPARE(linesOf(read, "no-numbers"), (Lines{1}));
}

void CsvTraceTest::cutOffRowIsLeftOut() {
    const Folder folder;
    READ_OK(read, folder.read("time,a,b\n100,1,2\n101,3,4\n102,5"));
    QCOMPARE(readTrace.sampleCount(), std::size_t{2});
    QCOMPARE(linesOf(read, "cut-off"), (Lines{4}));
    READ_OK(whole, folder.read("time,a,b\n100,1,2\n101,3,4\n102,5,6"));
    QCOMPARE(wholeTrace.sampleCount(), std::size_t{3});
    QCOMPARE(linesOf(whole, "no-line-end"), (Lines{4}));
}

void CsvTraceTest::neverFallingColumnIsTold() {
    std::string text = "time,total,load\n";
    for (int i = 0; i < 30; ++i) {
        text += std::to_string(100 + i) + "," + std::to_string(7 * i) + "," + std::to_string(i % 3) + "\n";
    }
    const Folder folder;
    READ_OK(read, folder.read(text));
    QCOMPARE(linesOf(read, "never-falls").size(), std::size_t{1});
    QCOMPARE(valuesOf(readTrace, "total")[29], 203.0F);
}

void CsvTraceTest::mostlyZeroColumnIsTold() {
    std::string text = "time,burst,idle\n";
    for (int i = 0; i < 20; ++i) {
        text += std::to_string(100 + i) + (i % 5 == 0 ? ",7" : ",0") + ",0\n";
    }
    const Folder folder;
    READ_OK(read, folder.read(text));
    QCOMPARE(linesOf(read, "mostly-zero").size(), std::size_t{1});
    QCOMPARE(linesOf(read, "stuck-at-zero").size(), std::size_t{1});
}

void CsvTraceTest::valueStaysValue() {
    const Folder folder;
    READ_OK(read, readTrace(folder.put("disk_write_bytes.csv",
                                       "timestamp,value\n2014-02-14 14:30:00,0.132\n"
                                       "2014-02-14 14:35:00,0.134\n")));
    QCOMPARE(readTrace.columns.size(), std::size_t{1});
    QCOMPARE(readTrace.columns[0].metric, (Metric{"value", "", Family::Other}));
    QCOMPARE(linesOf(read, "time-zone"), (Lines{1}));
}

QTEST_GUILESS_MAIN(CsvTraceTest)
#include "tst_csvtrace.moc"
