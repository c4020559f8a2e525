// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/atomicfile.h"
#include "base/random.h"
#include "core/trace/tracefiles.h"
#include "trace/write.h"

using namespace mimesys;
using namespace mimesys::trace;
using namespace mimesys::trace::test;

// Damaged files of every format: a reader gives a trace that keeps its invariants or one sentence, and never crashes
// (the sanitizers of the asan preset watch).
class HostileTracesTest : public QObject {
    Q_OBJECT

private slots:
    void cutOffAtEveryByte_data();
    void cutOffAtEveryByte();
    void mutated_data();
    void mutated();

private:
    void files();
};

namespace {

std::string hpcPerfStats() {
    std::string text =
        "$hpcperfstats 2.4\n$hostname n\n$mimesys_attribute a: b\n$mimesys_provenance disk.read simulation\n"
        "!cpu user,E,U=cs nice,E system,E idle,E iowait,E irq,E softirq,E\n"
        "!block rd_sectors,E,U=512B wr_sectors,E,W=32\n!intel_hsw_imc CTL0,C CTL1,C CTR0,E,W=48 CTR1,E,W=48\n"
        "!mem MemUsed,U=KB FilePages,U=KB\n!net rx_bytes,E,U=B tx_bytes,E,U=B\n";
    for (int i = 0; i < 4; ++i) {
        const std::string n = std::to_string(i);
        text += "\n100" + n + ".25 7 n\n%begin 7\ncpu 1 " + n + "00 0 0 9" + n + "0 0 0 0\ncpu 0 0 0 0 " + n +
                " 0 0 0\nblock sda 5" + n + "5 6\nblock sda1 1 1\nintel_hsw_imc 0 20972292 20974596 1" + n + "000 2" +
                n + "000\nmem 0 100 5" + n + "\nnet eth0 5 6\nnet lo 1 1\nproc x 1\n";
    }
    return text;
}

std::string pqosLog() {
    std::string text = "NOTE:  Mixed use of MSR and kernel interfaces\n";
    for (int i = 0; i < 4; ++i) {
        text += "TIME 2025-12-01 00:31:5" + std::to_string(i) +
                "\n    CORE         IPC      MISSES     LLC[KB]   MBL[MB/s]   MBR[MB/s]\n"
                "     0-9        0.43         87k      6240.0       104.6        10.5\n"
                "   10,12        1.43          2M        40.0         0.6         0.5\n";
    }
    return text;
}

// Groups that overlap, lie within each other and come and go.
std::string manyGroups() {
    std::string text;
    for (int i = 0; i < 30; ++i) {
        text += "TIME 2025-12-01 00:31:" + std::to_string(10 + i) + "\n";
        for (int n = 0; n < 1 + i % 3; ++n) {
            const std::string first = std::to_string(i % 7 + n);
            text += first + "-" + std::to_string(i + 10) + "," + std::to_string(99 + n) + " 1 1 1 1 1\n";
        }
    }
    return text;
}

std::string dstat() {
    return "\"Dstat\"\n\"Author:\",\"A,,,\"URL:\"\n\n\"epoch\",\"total cpu usage\",,\"dsk/total\",\n"
           "\"epoch\",\"usr\",\"sys\",\"read\",\"writ\"\n1475708693.5,6,5,7,8\n1475708694.5,1,2,3,4\n"
           "\"epoch\",\"usr\",\"sys\",\"read\",\"writ\"\n1475708699.5,1,-1,,NA\n1475708699.5,1,2,3,4\n";
}

Trace smallTrace() {
    Trace trace;
    trace.startNs = 1'000'000'000;
    trace.timesNs = {2'000'000'000, 3'000'000'000, 4'500'000'000};
    trace.columns = {{metricFor("cpu.utilization[0]"), Provenance::Procfs, {1.0F, kMissing, 3.0F}},
                     {metricFor("cpu.ipc"), Provenance::ScaledHardwareCounter, {0.7F, 1e-30F, kMissing}},
                     {metricFor("llc.misses"), Provenance::HardwareCounter, {0.7F, kMissing, 1e9F}},
                     {metricFor("value \"x\""), Provenance::Model, {1.5F, 2.5F, 3.5F}}};
    trace.attributes = {{"host", "n"}, {"machine", "{\n}"}};
    return trace;
}

std::string written(const char* name) {
    const Folder folder;
    if (!writeTrace(smallTrace(), folder.path(name))) {
        qFatal("cannot write");
    }
    return readFile(folder.path(name), 1 << 20).value();
}

// Fails the test when the outcome is neither a sound trace nor a sentence.
void checkOutcome(const Cancellable<ReadResult>& read) {
    if (!read) {
        QCOMPARE(read.error().code, ErrorCode::BadInput);
        QVERIFY(!read.error().message.empty());
        return;
    }
    QVERIFY(read->has_value());
    const Trace& trace = *(*read)->trace;
    QVERIFY(trace.sampleCount() > 0);
    QVERIFY(!trace.columns.empty());
    std::int64_t before = trace.startNs;
    for (const std::int64_t time : trace.timesNs) {
        QVERIFY(time > before);
        before = time;
    }
    for (const Column& column : trace.columns) {
        QCOMPARE(column.values.size(), trace.sampleCount());
    }
}

}  // namespace

void HostileTracesTest::files() {
    QTest::addColumn<QByteArray>("content");
    const auto row = [](const char* name, const std::string& content) {
        QTest::newRow(name) << QByteArray(content.data(), static_cast<qsizetype>(content.size()));
    };
    row("hpcperfstats", hpcPerfStats());
    row("dstat", dstat());
    row("prmon", "Time\twtime\tutime\tstime\tpss\tread_bytes\n1527669447\t1\t0\t0\t5\t6\n1527669478\t2\t1\t1\t7\t9\n");
    row("dates", "date;clock;a\n2014-02-14;14:30:00;1,5\n2014-02-14;14:35:00;2,5\n2014-02-14;16:35:00;2,5\n");
    row("own csv", written("trace.csv"));
    row("own txt", written("trace.txt"));
    row("own log", written("trace.log"));
    row("pqos", pqosLog());
    row("pqos, centuries", "TIME 1850-01-01 00:00:00\n0 1 1 1 1 1\nTIME 2090-01-01 00:00:00\n0 1 1 1 1 1\n");
    row("pqos, many overlapping groups", manyGroups());
    row("csv, centuries", "time,a\n1850-01-01 00:00:00,1\n2090-01-01 00:00:00,2\n");
    row("own hdf5", written("trace.h5"));
    row("gzip", gzipped(hpcPerfStats()));
}

void HostileTracesTest::cutOffAtEveryByte_data() {
    files();
}

void HostileTracesTest::cutOffAtEveryByte() {
    QFETCH(QByteArray, content);
    const Folder folder;
    const std::string whole = content.toStdString();
    checkOutcome(folder.read(whole));
    const std::size_t step = whole.size() > 3000 ? 7 : 1;
    for (std::size_t size = 0; size < whole.size(); size += step) {
        checkOutcome(folder.read(whole.substr(0, size)));
    }
}

void HostileTracesTest::mutated_data() {
    files();
}

void HostileTracesTest::mutated() {
    QFETCH(QByteArray, content);
    const Folder folder;
    const std::string whole = content.toStdString();
    Random random(static_cast<std::uint64_t>(whole.size()));
    constexpr std::string_view kInteresting = "\n\r\0\t ,;\"#$!%-+.0919eENn[]/=\xff";
    for (int round = 0; round < 800; ++round) {
        std::string text = whole;
        for (std::uint64_t change = 0; change <= random.below(6); ++change) {
            const std::size_t at = random.below(text.size());
            switch (random.below(4)) {
                case 0:
                    text[at] = static_cast<char>(random.below(256));
                    break;
                case 1:
                    text[at] = kInteresting[random.below(kInteresting.size())];
                    break;
                case 2:
                    text.erase(at, 1 + random.below(20));
                    break;
                default:
                    text.insert(at, text.substr(random.below(text.size()), random.below(40)));
            }
            if (text.empty()) {
                break;
            }
        }
        checkOutcome(folder.read(text));
    }
}

QTEST_GUILESS_MAIN(HostileTracesTest)
#include "tst_hostiletraces.moc"
