// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "core/trace/tracefiles.h"

#include <fmt/format.h>

#include <cmath>

using namespace mimesys;
using namespace mimesys::trace;
using namespace mimesys::trace::test;

class HpcPerfStatsTest : public QObject {
    Q_OBJECT

private slots:
    void ratesComeFromDifferences();
    void controlValuesDecideWhatUncoreCountersMean();
    void allCountersAreSummedWhenNoControlIsKnown();
    void schemaDecidesPositionsAndUnits();
    void wrapIsCountedOverTheTop();
    void resetLeavesTheValueMissing();
    void iowaitMayFall();
    void devicesComeAndGo();
    void pathsPartitionsAndVirtualDevicesAreLeftOut();
    void partitionWithoutItsDiskCounts();
    void oddLinesAreToldWithTheirLine();
    void duplicateTimeIsLeftOut();
    void clockStepLeavesRatesUnknown();
    void gapIsToldWithItsLine();
    void changedSchemaStartsAnew();
    void cutOffSampleIsLeftOut_data();
    void cutOffSampleIsLeftOut();
    void lastLineWithoutEndCountsWhenWhole();
    void oneSampleIsAnError();
    void headerOnlyIsAnError();
    void anyNumberOfCpus();
};

namespace {

const std::string kCpuSchema =
    "!cpu user,E,U=cs nice,E,U=cs system,E,U=cs idle,E,U=cs iowait,E,U=cs irq,E,U=cs softirq,E,U=cs\n";
const std::string kDiskSchema = "!block rd_ios,E rd_sectors,E,U=512B wr_ios,E wr_sectors,E,U=512B\n";

std::string header(const std::string& schemas) {
    return "$hpcperfstats 2.4\n$hostname node1\n" + schemas;
}

// The line a sample begins with.
std::string startOf(int seconds) {
    return fmt::format("\n{} 0 n\n", seconds);
}

bool isMissing(float value) {
    return std::isnan(value);
}

}  // namespace

void HpcPerfStatsTest::ratesComeFromDifferences() {
    const Folder folder;
    READ_OK(read,
            folder.read(header(kCpuSchema + kDiskSchema +
                               "!net rx_bytes,E,U=B tx_bytes,E,U=B\n!ps ctxt,E load_1\n!vm pgfault,E\n"
                               "!mem MemTotal,U=KB MemUsed,U=KB FilePages,U=KB\n") +
                        "\n100.25 0 node1\n"
                        "cpu 0 10 0 5 100 0 0 0\ncpu 1 0 0 0 0 0 0 0\n"
                        "block sda 1 1000 1 2000\nblock sdb 1 0 1 0\n"
                        "net eth0 500 600\nps - 100 3\nvm - 7\nmem 0 1000 800 300\nmem 1 1000 500 500\n"
                        "\n102.25 0 node1\n"
                        "cpu 0 60 10 15 200 20 5 5\ncpu 1 0 0 0 50 50 0 0\n"
                        "block sda 2 3000 1 2000\nblock sdb 1 1000 1 4000\n"
                        "net eth0 4000500 2000600\nps - 300 3\nvm - 1007\nmem 0 1000 900 300\nmem 1 1000 501 500\n"));
    QCOMPARE(read.format, std::string("hpcperfstats"));
    QCOMPARE(readTrace.startNs, std::int64_t{100'250'000'000});
    QCOMPARE(readTrace.timesNs, std::vector<std::int64_t>{102'250'000'000});
    // Busy 50 + 10 + 10 + 5 + 5 of 200 ticks; iowait is idle.
    QCOMPARE(valuesOf(readTrace, "cpu.utilization[0]"), std::vector<float>{40.0F});
    QCOMPARE(valuesOf(readTrace, "cpu.utilization[1]"), std::vector<float>{0.0F});
    QCOMPARE(valuesOf(readTrace, "disk.read"), std::vector<float>{static_cast<float>(3000 * 512 / 1e6 / 2)});
    QCOMPARE(valuesOf(readTrace, "disk.write"), std::vector<float>{static_cast<float>(4000 * 512 / 1e6 / 2)});
    QCOMPARE(valuesOf(readTrace, "network.receive"), std::vector<float>{2.0F});
    QCOMPARE(valuesOf(readTrace, "network.transmit"), std::vector<float>{1.0F});
    QCOMPARE(valuesOf(readTrace, "kernel.context_switches"), std::vector<float>{100.0F});
    QCOMPARE(valuesOf(readTrace, "kernel.page_faults"), std::vector<float>{500.0F});
    QCOMPARE(valuesOf(readTrace, "memory.used"), std::vector<float>{601.0F * 1024.0F});
    QCOMPARE(readTrace.attributes.at("host"), std::string("node1"));
    QVERIFY(readTrace.find("disk.read")->provenance == Provenance::Procfs);
}

void HpcPerfStatsTest::controlValuesDecideWhatUncoreCountersMean() {
    const Folder folder;
    // 0x1400c04 counts writes, 0x1400304 reads; 0x1400334 lookups, 0x1400111 a queue.
    const std::string controls = " 20974596 20972292 ";
    const std::string boxes = " 20972340 20971793 ";
    READ_OK(read, folder.read(header("!intel_hsw_imc CTL0,C CTL1,C CTR0,E,W=48 CTR1,E,W=48\n"
                                     "!intel_skx_cha CTL0,C CTL1,C CTR0,E,W=48 CTR1,E,W=48\n") +
                              "\n10 0 n\nintel_hsw_imc a" + controls + "0 0\nintel_hsw_imc b" + controls +
                              "5 5\nintel_skx_cha 0" + boxes + "0 0\n\n12 0 n\nintel_hsw_imc a" + controls +
                              "31250000 62500000\nintel_hsw_imc b" + controls + "5 62500005\nintel_skx_cha 0" + boxes +
                              "2000 9000000\n"));
    QCOMPARE(valuesOf(readTrace, "memory.write_bandwidth"), std::vector<float>{1.0F});
    QCOMPARE(valuesOf(readTrace, "memory.read_bandwidth"), std::vector<float>{4.0F});
    QCOMPARE(valuesOf(readTrace, "llc.references"), std::vector<float>{1000.0F});
    QVERIFY(readTrace.find("llc.references")->provenance == Provenance::HardwareCounter);
    QCOMPARE(linesOf(read, "counter-width"), (Lines{3, 4}));
    QCOMPARE(linesOf(read, "cache-events").size(), std::size_t{1});
    QVERIFY(linesOf(read, "unknown-events").empty());
}

void HpcPerfStatsTest::allCountersAreSummedWhenNoControlIsKnown() {
    const Folder folder;
    READ_OK(read, folder.read(header("!intel_bdw_cbo CTL0,C CTL1,C CTR0,E CTR1,E\n!intel_bdw_imc CTR0,E CTR1,E\n") +
                              "\n10 0 n\nintel_bdw_cbo 0 1 2 0 0\nintel_bdw_imc 0 0 0\n"
                              "\n11 0 n\nintel_bdw_cbo 0 1 2 30 40\nintel_bdw_imc 0 15625000 31250000\n"));
    QCOMPARE(valuesOf(readTrace, "llc.references"), std::vector<float>{70.0F});
    QCOMPARE(valuesOf(readTrace, "memory.read_bandwidth"), std::vector<float>{1.0F});
    QCOMPARE(valuesOf(readTrace, "memory.write_bandwidth"), std::vector<float>{2.0F});
    QCOMPARE(linesOf(read, "unknown-events").size(), std::size_t{2});
}

void HpcPerfStatsTest::schemaDecidesPositionsAndUnits() {
    const Folder folder;
    READ_OK(read,
            folder.read(
                header("!block wr_sectors,E,U=KB junk rd_sectors,E,U=B\n"
                       "!cpu idle,E junk system,E user,E\n") +
                "\n10 0 n\nblock sda 0 x 0\ncpu 7 0 y 0 0\n\n11 0 n\nblock sda 1000 x 3000000\ncpu 7 30 y 20 50\n"));
    QCOMPARE(valuesOf(readTrace, "disk.write"), std::vector<float>{1.024F});
    QCOMPARE(valuesOf(readTrace, "disk.read"), std::vector<float>{3.0F});
    QCOMPARE(valuesOf(readTrace, "cpu.utilization[7]"), std::vector<float>{70.0F});
}

void HpcPerfStatsTest::wrapIsCountedOverTheTop() {
    const Folder folder;
    READ_OK(read, folder.read(header("!net rx_bytes,E,U=B,W=32 tx_bytes,E,U=B,W=48\n") +
                              "\n10 0 n\nnet eth0 4294000000 281474976000000\n"
                              "\n11 0 n\nnet eth0 1032704 1289344\n"));
    QCOMPARE(valuesOf(readTrace, "network.receive"), std::vector<float>{2.0F});
    QCOMPARE(valuesOf(readTrace, "network.transmit"), std::vector<float>{2.0F});
    QCOMPARE(linesOf(read, "counter-wrap"), (Lines{9, 9}));
}

void HpcPerfStatsTest::resetLeavesTheValueMissing() {
    const Folder folder;
    READ_OK(read, folder.read(header(kCpuSchema + kDiskSchema) +
                              "\n10 0 n\ncpu 0 900 0 0 900 0 0 0\nblock sda 0 5000 0 5000\n"
                              "\n11 0 n\ncpu 0 5 0 0 5 0 0 0\nblock sda 0 10 0 6000\n"
                              "\n12 0 n\ncpu 0 10 0 0 20 0 0 0\nblock sda 0 1010 0 6000\n"));
    const auto cpu = valuesOf(readTrace, "cpu.utilization[0]");
    QCOMPARE(cpu.size(), std::size_t{2});
    QVERIFY(isMissing(cpu[0]));
    QCOMPARE(cpu[1], 25.0F);
    const auto disk = valuesOf(readTrace, "disk.read");
    QVERIFY(isMissing(disk[0]));
    QCOMPARE(disk[1], 0.512F);
    QCOMPARE(valuesOf(readTrace, "disk.write")[0], 0.512F);
    QCOMPARE(linesOf(read, "counter-reset"), (Lines{11, 12}));
}

void HpcPerfStatsTest::iowaitMayFall() {
    const Folder folder;
    READ_OK(read,
            folder.read(header(kCpuSchema) + "\n10 0 n\ncpu 0 0 0 0 100 50 0 0\n\n11 0 n\ncpu 0 50 0 0 160 40 0 0\n"));
    QCOMPARE(valuesOf(readTrace, "cpu.utilization[0]"), std::vector<float>{50.0F});
    QVERIFY(linesOf(read, "counter-reset").empty());
}

void HpcPerfStatsTest::devicesComeAndGo() {
    const Folder folder;
    READ_OK(read, folder.read(header(kCpuSchema + kDiskSchema) +
                              "\n10 0 n\ncpu 0 0 0 0 0 0 0 0\nblock sda 0 0 0 0\n"
                              "\n11 0 n\ncpu 0 1 0 0 1 0 0 0\nblock sda 0 1000 0 0\nblock sdb 0 99999 0 0\n"
                              "\n12 0 n\nblock sda 0 2000 0 0\nblock sdb 0 100999 0 0\n"
                              "\n13 0 n\ncpu 0 2 0 0 3 0 0 0\nblock sda 0 3000 0 0\n"
                              "\n14 0 n\ncpu 0 3 0 0 4 0 0 0\nblock sda 0 4000 0 0\n"));
    const std::vector<float> expected{0.512F, 1.024F, 0.512F, 0.512F};
    QCOMPARE(valuesOf(readTrace, "disk.read"), expected);
    const auto cpu = valuesOf(readTrace, "cpu.utilization[0]");
    QCOMPARE(cpu[0], 50.0F);
    QVERIFY(isMissing(cpu[1]) && isMissing(cpu[2]));
    QCOMPARE(cpu[3], 50.0F);
    QCOMPARE(linesOf(read, "device-appeared"), (Lines{13, 20}));
    QCOMPARE(linesOf(read, "device-gone"), (Lines{15, 19}));
}

void HpcPerfStatsTest::pathsPartitionsAndVirtualDevicesAreLeftOut() {
    const Folder folder;
    const std::vector<std::string> disks{"nvme3c3n1", "nvme3n1", "nvme3n1p1", "sda", "sda1",
                                         "dm-0",      "loop0",   "md127",     "sr0"};
    const std::vector<std::string> interfaces{"lo", "virbr0", "eth0", "docker0", "ib0", "bond0", "eth0.100", "veth12"};
    std::string text = header(kDiskSchema + "!net rx_bytes,E tx_bytes,E\n");
    for (int sample = 0; sample < 2; ++sample) {
        text += startOf(10 + sample);
        for (const auto& disk : disks) {
            text += fmt::format("block {} 0 {} 0 0\n", disk, 1000 * sample);
        }
        for (const auto& interface : interfaces) {
            text += fmt::format("net {} {} 0\n", interface, 1'000'000 * sample);
        }
    }
    READ_OK(read, folder.read(text));
    QCOMPARE(valuesOf(readTrace, "disk.read"), std::vector<float>{1.024F});
    QCOMPARE(valuesOf(readTrace, "network.receive"), std::vector<float>{2.0F});
    QCOMPARE(linesOf(read, "multipath-device").size(), std::size_t{1});
    QCOMPARE(linesOf(read, "partition").size(), std::size_t{2});
    QCOMPARE(linesOf(read, "no-disk").size(), std::size_t{4});
    QCOMPARE(linesOf(read, "virtual-interface").size(), std::size_t{6});
}

void HpcPerfStatsTest::partitionWithoutItsDiskCounts() {
    const Folder folder;
    READ_OK(read, folder.read(header(kDiskSchema) + "\n10 0 n\nblock xvda1 0 0 0 0\nblock nvme0c1n1 0 0 0 0\n"
                                                    "\n11 0 n\nblock xvda1 0 1000 0 0\nblock nvme0c1n1 0 1000 0 0\n"));
    QCOMPARE(valuesOf(readTrace, "disk.read"), std::vector<float>{1.024F});
}

void HpcPerfStatsTest::oddLinesAreToldWithTheirLine() {
    const Folder folder;
    READ_OK(read, folder.read(header(kCpuSchema + "!proc Uid VmRSS,U=kB\n") +                    // 1-4
                              "\n10 0 n\n"                                                       // 5-6
                              "%begin 77\n"                                                      // 7
                              "cpu 1 0 0 0 0 0 0 0\ncpu 0 0 0 0 0 0 0 0\n"                       // 8-9
                              "proc a b/1/2 0 1\n"                                               // 10
                              "gpu 0 1 2 3\n"                                                    // 11
                              "\n11 77 n\n"                                                      // 12-13
                              "cpu 1 1 0 0 1 0 0 0\ncpu 0 1 x 0 3 0 0 0\ncpu 0 9 9 9 9 9 9 9\n"  // 14-16
                              "cpu x 0 0 0 0 0 0 0\n~what\n"                                     // 17-18
                              "\n$hpcperfstats 2.4\n" +
                              kCpuSchema +  // 19-21
                              "\n12 77 n\ncpu 1 2 0 0 2 0 0 0\ncpu 0 2 0 0 4 0 0 0\n"));
    QCOMPARE(linesOf(read, "mark"), (Lines{7}));
    QCOMPARE(linesOf(read, "unsorted-cpus"), (Lines{9}));
    QCOMPARE(linesOf(read, "type-not-used"), (Lines{4}));
    QCOMPARE(linesOf(read, "unknown-type"), (Lines{11}));
    QCOMPARE(linesOf(read, "job"), (Lines{13}));
    QCOMPARE(linesOf(read, "bad-value"), (Lines{15}));
    QCOMPARE(linesOf(read, "duplicate-line"), (Lines{16}));
    QCOMPARE(linesOf(read, "bad-cpu"), (Lines{17}));
    QCOMPARE(linesOf(read, "stray-line"), (Lines{18}));
    QCOMPARE(linesOf(read, "header-repeated"), (Lines{20}));
    QCOMPARE(linesOf(read, "no-memory-counters"), (Lines{0}));
    QCOMPARE(linesOf(read, "no-cache-counters"), (Lines{0}));
    QCOMPARE(valuesOf(readTrace, "cpu.utilization[1]"), (std::vector<float>{50.0F, 50.0F}));
    QVERIFY(isMissing(valuesOf(readTrace, "cpu.utilization[0]")[0]));
    QCOMPARE(readTrace.attributes.at("jobs"), std::string("77"));
}

void HpcPerfStatsTest::duplicateTimeIsLeftOut() {
    const Folder folder;
    READ_OK(read,
            folder.read(header(kDiskSchema) + "\n10 0 n\nblock sda 0 0 0 0\n\n11 0 n\nblock sda 0 1000 0 0\n"
                                              "\n11 0 n\nblock sda 0 1500 0 0\n\n12 0 n\nblock sda 0 3000 0 0\n"));
    QCOMPARE(readTrace.timesNs, (std::vector<std::int64_t>{11'000'000'000, 12'000'000'000}));
    QCOMPARE(valuesOf(readTrace, "disk.read"), (std::vector<float>{0.512F, 1.024F}));
    QCOMPARE(linesOf(read, "duplicate-time"), (Lines{11}));
}

void HpcPerfStatsTest::clockStepLeavesRatesUnknown() {
    const Folder folder;
    READ_OK(read,
            folder.read(header(kDiskSchema) + "\n10 0 n\nblock sda 0 0 0 0\n\n20 0 n\nblock sda 0 1000 0 0\n"
                                              "\n15 0 n\nblock sda 0 2000 0 0\n\n18 0 n\nblock sda 0 3000 0 0\n"
                                              "\n22 0 n\nblock sda 0 4000 0 0\n\n32 0 n\nblock sda 0 24000 0 0\n"));
    QCOMPARE(readTrace.timesNs, (std::vector<std::int64_t>{20'000'000'000, 22'000'000'000, 32'000'000'000}));
    const auto disk = valuesOf(readTrace, "disk.read");
    QCOMPARE(disk[0], 0.0512F);
    QVERIFY(isMissing(disk[1]));
    QCOMPARE(disk[2], 1.024F);
    QCOMPARE(linesOf(read, "clock-step"), (Lines{11}));
}

void HpcPerfStatsTest::gapIsToldWithItsLine() {
    std::string text = header(kDiskSchema);
    for (const int time : {0, 226, 526, 826, 1126, 2126, 2426, 2500}) {
        text += startOf(1000 + time) + "block sda 0 0 0 0\n";
    }
    const Folder folder;
    READ_OK(read, folder.read(text));
    QCOMPARE(readTrace.sampleCount(), std::size_t{7});
    QCOMPARE(linesOf(read, "unusual-interval"), (Lines{8}));
    QCOMPARE(linesOf(read, "gap"), (Lines{20}));
    QCOMPARE(linesOf(read, "short-interval"), (Lines{26}));
    QCOMPARE(linesOf(read, "irregular-interval"), (Lines{0}));
}

void HpcPerfStatsTest::changedSchemaStartsAnew() {
    const Folder folder;
    READ_OK(read,
            folder.read(header(kDiskSchema) + "\n10 0 n\nblock sda 0 1000 0 0\n\n11 0 n\nblock sda 0 2000 0 0\n"
                                              "!block wr_sectors,E rd_sectors,E\n"
                                              "\n12 0 n\nblock sda 50000 3000\n\n13 0 n\nblock sda 51000 5000\n"));
    const auto disk = valuesOf(readTrace, "disk.read");
    QCOMPARE(disk[0], 0.512F);
    QVERIFY(isMissing(disk[1]));
    QCOMPARE(disk[2], 1.024F);
    QCOMPARE(valuesOf(readTrace, "disk.write")[2], 0.512F);
    QCOMPARE(linesOf(read, "schema-changed"), (Lines{10}));
}

void HpcPerfStatsTest::cutOffSampleIsLeftOut_data() {
    QTest::addColumn<QString>("tail");
    QTest::newRow("inside a number") << "\n12 0 n\nblock sda 0 30";
    QTest::newRow("inside a word") << "\n12 0 n\nblo";
    QTest::newRow("inside a time") << "\n1";
    QTest::newRow("between lines") << "\n12 0 n\nblock sda 0 3000 0 0\n";
    QTest::newRow("after the time") << "\n12 0 n\n";
}

void HpcPerfStatsTest::cutOffSampleIsLeftOut() {
    QFETCH(QString, tail);
    const Folder folder;
    READ_OK(read, folder.read(header(kDiskSchema) +
                              "\n10 0 n\nblock sda 0 0 0 0\nblock sdb 0 0 0 0\n"
                              "\n11 0 n\nblock sda 0 1000 0 0\nblock sdb 0 1000 0 0\n" +
                              tail.toStdString()));
    QCOMPARE(valuesOf(readTrace, "disk.read"), std::vector<float>{1.024F});
    QCOMPARE(linesOf(read, "cut-off").size(), std::size_t{1});
}

void HpcPerfStatsTest::lastLineWithoutEndCountsWhenWhole() {
    const Folder folder;
    READ_OK(read, folder.read(header(kDiskSchema) + "\n10 0 n\nblock sda 0 0 0 0\n\n11 0 n\nblock sda 0 1000 0 500"));
    QCOMPARE(valuesOf(readTrace, "disk.read"), std::vector<float>{0.512F});
    QCOMPARE(linesOf(read, "no-line-end"), (Lines{9}));
}

void HpcPerfStatsTest::oneSampleIsAnError() {
    const Folder folder;
    const auto read = folder.read(header(kDiskSchema) + "\n10 0 n\nblock sda 0 0 0 0\n");
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().code, ErrorCode::BadInput);
    QVERIFY(read.error().message.find("one sample") != std::string::npos);
}

void HpcPerfStatsTest::headerOnlyIsAnError() {
    const Folder folder;
    const auto read = folder.read(header(kDiskSchema));
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().code, ErrorCode::BadInput);
    QVERIFY(read.error().message.find("truncated") != std::string::npos);
}

void HpcPerfStatsTest::anyNumberOfCpus() {
    constexpr int kCpus = 700;
    std::string text = header(kCpuSchema);
    for (int sample = 0; sample < 3; ++sample) {
        text += startOf(10 + sample);
        for (int cpu = 0; cpu < kCpus; ++cpu) {
            text += fmt::format("cpu {} {} 0 0 {} 0 0 0\n", cpu, sample * (cpu % 101), sample * (100 - cpu % 101));
        }
    }
    const Folder folder;
    READ_OK(read, folder.read(text));
    QCOMPARE(readTrace.cpuCount(), kCpus);
    for (int cpu = 0; cpu < kCpus; ++cpu) {
        const float expected = static_cast<float>(cpu % 101);
        QCOMPARE(valuesOf(readTrace, cpuUtilizationId(cpu)), (std::vector<float>{expected, expected}));
    }
}

QTEST_GUILESS_MAIN(HpcPerfStatsTest)
#include "tst_hpcperfstats.moc"
