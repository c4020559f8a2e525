// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "core/machine/syntheticroot.h"
#include "telemetry/sampler.h"
#include "trace/trace.h"

#include <fmt/format.h>

#include <QtTest>
#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

using namespace mimesys;
using telemetry::Sampler;
using test::SyntheticRoot;

class SamplerTest : public QObject {
    Q_OBJECT

private slots:
    void init() { s_now = 1'000'000'000; }

    void cpuUtilizationIsBusyShareOfTicks_data();
    void cpuUtilizationIsBusyShareOfTicks();
    void cpusThatComeAndGo();
    void diskRatesOfWholeDisksOverTheRealInterval();
    void diskThatVanishesMakesOneIntervalUnknown();
    void networkCountsCardsOnly();
    void networkOfAContainerCountsWhatIsThere();
    void memoryUsedIsWhatIsNotAvailable();
    void pressureIsAShareOfTheInterval();
    void eventsPerSecond();
    void counterThatGoesBackIsMissingOnce();
    void fileThatBecomesUnreadableIsMissing();
    void fileThatGrowsIsReadWhole();
    void columnsStandInCatalogueOrder();
    void hostileFilesAreRefusedOrMissing();
    void nothingToRecordIsAnError();

public:
    static std::int64_t s_now;
};

std::int64_t SamplerTest::s_now = 0;

namespace {

std::int64_t fakeClock() {
    return SamplerTest::s_now;
}

// A sampler on a made-up machine whose time the test moves.
class Bench {
public:
    SyntheticRoot root;

    void open() {
        auto sampler = Sampler::open({root.proc(), root.sys()}, fakeClock);
        if (!sampler) {
            qFatal("%s", sampler.error().text().c_str());
        }
        m_sampler.emplace(std::move(*sampler));
        m_values.resize(m_sampler->metrics().size());
    }
    void sample(double afterSeconds) {
        SamplerTest::s_now += static_cast<std::int64_t>(afterSeconds * 1e9);
        m_sampler->sample(m_values);
    }
    [[nodiscard]] bool has(std::string_view id) const { return std::ranges::count(metrics(), id, &Metric::id) == 1; }
    [[nodiscard]] double value(std::string_view id) const {
        const auto found = std::ranges::find(metrics(), id, &Metric::id);
        if (found == metrics().end()) {
            qFatal("no column %s", std::string(id).c_str());
        }
        return static_cast<double>(m_values[static_cast<std::size_t>(found - metrics().begin())]);
    }
    [[nodiscard]] bool isMissing(std::string_view id) const { return std::isnan(value(id)); }
    [[nodiscard]] const std::vector<Metric>& metrics() const { return m_sampler->metrics(); }

private:
    std::optional<Sampler> m_sampler;
    std::vector<float> m_values;
};

std::string stat(const std::string& cpuLines, std::uint64_t contextSwitches = 0) {
    return fmt::format("cpu  9 9 9 9 9 9 9 9 9 9\n{}intr 77 1 2 3\nctxt {}\nbtime 1\n", cpuLines, contextSwitches);
}

std::string disk(const char* name, std::uint64_t sectorsRead, std::uint64_t sectorsWritten) {
    return fmt::format(" 254       0 {} 10 0 {} 5 20 0 {} 7 0 1 2 0 0 0 0 0 0\n", name, sectorsRead, sectorsWritten);
}

std::string interface(const char* name, std::uint64_t received, std::uint64_t sent) {
    return fmt::format("{:>6}:{} 1 0 0 0 0 0 0 {} 1 0 0 0 0 0 0\n", name, received, sent);
}

const std::string kNetHeader =
    "Inter-|   Receive                            |  Transmit\n"
    " face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo\n";

}  // namespace

void SamplerTest::cpuUtilizationIsBusyShareOfTicks_data() {
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<double>("percent");  // NaN = missing
    const QByteArray zero = "cpu0 1000 1000 1000 1000 1000 1000 1000 1000 1000 1000\n";
    const double missing = std::nan("");
    QTest::newRow("user, nice, system, irq and softirq are busy")
        << zero << QByteArray("cpu0 1010 1005 1020 1050 1000 1008 1007 1000 1000 1000\n") << 50.0;
    QTest::newRow("waiting for a disk is idle")
        << zero << QByteArray("cpu0 1025 1000 1000 1025 1050 1000 1000 1000 1000 1000\n") << 25.0;
    QTest::newRow("guest time stands in user already")
        << zero << QByteArray("cpu0 1050 1000 1000 1050 1000 1000 1000 1000 1050 1000\n") << 50.0;
    QTest::newRow("stolen time is neither")
        << zero << QByteArray("cpu0 1040 1000 1000 1010 1000 1000 1000 1050 1000 1000\n") << 80.0;
    QTest::newRow("all idle") << zero << QByteArray("cpu0 1000 1000 1000 1100 1000 1000 1000 1000 1000 1000\n") << 0.0;
    QTest::newRow("all busy") << zero << QByteArray("cpu0 1100 1000 1000 1000 1000 1000 1000 1000 1000 1000\n")
                              << 100.0;
    QTest::newRow("iowait goes back") << zero << QByteArray("cpu0 1030 1000 1000 1070 900 1000 1000 1000 1000 1000\n")
                                      << 30.0;
    QTest::newRow("idle goes back") << zero << QByteArray("cpu0 1030 1000 1000 999 1000 1000 1000 1000 1000 1000\n")
                                    << 100.0;
    QTest::newRow("busy time goes back") << zero << QByteArray("cpu0 5 0 5 5000 0 0 0 0 0 0\n") << missing;
    QTest::newRow("no tick") << zero << zero << missing;
    QTest::newRow("old kernel with four fields")
        << QByteArray("cpu0 0 0 0 0\n") << QByteArray("cpu0 30 0 0 70\n") << 30.0;
}

void SamplerTest::cpuUtilizationIsBusyShareOfTicks() {
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(double, percent);
    Bench bench;
    bench.root.put("proc/stat", stat(before.toStdString()));
    bench.open();
    bench.sample(0.0);
    QVERIFY(bench.isMissing("cpu.utilization[0]"));  // the base line
    bench.root.put("proc/stat", stat(after.toStdString()));
    bench.sample(1.0);
    QCOMPARE(std::isnan(percent), bench.isMissing("cpu.utilization[0]"));
    if (!std::isnan(percent)) {
        QCOMPARE(bench.value("cpu.utilization[0]"), percent);
    }
}

void SamplerTest::cpusThatComeAndGo() {
    const auto lines = [](int busy, std::initializer_list<int> cpus) {
        std::string text;
        for (const int cpu : cpus) {
            text += fmt::format("cpu{} {} 0 0 {} 0 0 0 0 0 0\n", cpu, busy, 1000 - busy);
        }
        return stat(text);
    };
    Bench bench;
    bench.root.put("proc/stat", stat("cpu0 0 0 0 0 0 0 0\ncpu130 0 0 0 0 0 0 0\n"));
    bench.open();
    QCOMPARE(bench.metrics()[1].id, std::string("cpu.utilization[130]"));
    bench.sample(0.0);
    bench.root.put("proc/stat", lines(100, {0, 130}));
    bench.sample(1.0);
    QCOMPARE(bench.value("cpu.utilization[130]"), 10.0);
    bench.root.put("proc/stat", lines(200, {0}));  // 130 is unplugged
    bench.sample(1.0);
    QVERIFY(bench.isMissing("cpu.utilization[130]"));
    QVERIFY(!bench.isMissing("cpu.utilization[0]"));
    bench.root.put("proc/stat", lines(300, {0, 64, 130, 5000}));  // and back: this is its new base line
    bench.sample(1.0);
    QVERIFY(bench.isMissing("cpu.utilization[130]"));
    QVERIFY(!bench.has("cpu.utilization[64]"));
    bench.root.put("proc/stat", stat("cpu0 400 0 0 1600 0 0 0\ncpu130 400 0 0 900 0 0 0\n"));
    bench.sample(1.0);
    QCOMPARE(bench.value("cpu.utilization[130]"), static_cast<double>(100.0F / 3.0F));
}

void SamplerTest::diskRatesOfWholeDisksOverTheRealInterval() {
    Bench bench;
    bench.root.makeFolder("sys/block/vda/device");
    bench.root.makeFolder("sys/block/nvme0n1/device");
    bench.root.makeFolder("sys/block/dm-0");
    const auto put = [&](std::uint64_t sectors) {
        bench.root.put("proc/diskstats", disk("loop0", sectors, sectors) + disk("vda", sectors, 2 * sectors) +
                                             disk("vda1", sectors, sectors) + disk("dm-0", sectors, sectors) +
                                             disk("nvme0n1", sectors, 0) + "   7 0 short 1 2\n");
    };
    put(1000);
    bench.open();
    bench.sample(0.0);
    QVERIFY(bench.isMissing("disk.read") && bench.isMissing("disk.write"));
    put(1000 + 15625);                                                      // 8 MB
    bench.sample(2.5);                                                      // late
    QCOMPARE(bench.value("disk.read"), static_cast<double>(16.0F / 2.5F));  // two disks
    QCOMPARE(bench.value("disk.write"), static_cast<double>(16.0F / 2.5F));
    bench.sample(1.0);
    QCOMPARE(bench.value("disk.read"), 0.0);
}

void SamplerTest::diskThatVanishesMakesOneIntervalUnknown() {
    Bench bench;
    bench.root.put("proc/diskstats", disk("sda", 0, 0) + disk("sdb", 0, 0));
    bench.open();
    bench.sample(0.0);
    bench.root.put("proc/diskstats", disk("sda", 1'000'000, 0));
    bench.sample(1.0);
    QVERIFY(bench.isMissing("disk.read"));
    bench.root.put("proc/diskstats", disk("sdc", 5'000'000, 0) + disk("sda", 2'000'000, 0));  // a new one counts later
    bench.sample(1.0);
    QCOMPARE(bench.value("disk.read"), 512.0);
    bench.root.put("proc/diskstats", disk("sdc", 6'000'000, 0) + disk("sda", 2'000'000, 0));
    bench.sample(1.0);
    QCOMPARE(bench.value("disk.read"), 512.0);
}

void SamplerTest::networkCountsCardsOnly() {
    Bench bench;
    bench.root.makeFolder("sys/class/net/lo");
    bench.root.makeFolder("sys/class/net/eth0/device");
    bench.root.makeFolder("sys/class/net/eth1/device");
    bench.root.makeFolder("sys/class/net/bond0/bonding");
    bench.root.makeFolder("sys/class/net/docker0/bridge");
    bench.root.makeFolder("sys/class/net/veth1");
    // A virtual function behind the paravirtual card that counts its packets too.
    bench.root.makeFolder("sys/class/net/enP1/device");
    bench.root.makeFolder("sys/class/net/enP1/master/device");
    const auto put = [&](std::uint64_t bytes) {
        std::string text = kNetHeader;
        for (const char* name : {"lo", "eth0", "bond0", "docker0", "veth1", "enP1"}) {
            text += interface(name, bytes, 3 * bytes);
        }
        bench.root.put("proc/net/dev", text + interface("eth1", 0, 0));
    };
    put(1'000'000'000'000);  // follows the colon without a blank
    bench.open();
    bench.sample(0.0);
    put(1'000'004'000'000);
    bench.sample(2.0);
    QCOMPARE(bench.value("network.receive"), 2.0);
    QCOMPARE(bench.value("network.transmit"), 6.0);
}

void SamplerTest::networkOfAContainerCountsWhatIsThere() {
    Bench bench;
    bench.root.makeFolder("sys/class/net/eth0");  // one end of a veth pair, no card behind it
    bench.root.makeFolder("sys/class/net/eth0.5/lower_eth0");
    const auto put = [&](std::uint64_t bytes) {
        bench.root.put("proc/net/dev", kNetHeader + interface("lo", bytes, bytes) + interface("eth0", bytes, bytes) +
                                           interface("eth0.5", bytes, bytes));
    };
    put(0);
    bench.open();
    bench.sample(0.0);
    put(5'000'000);
    bench.sample(1.0);
    QCOMPARE(bench.value("network.receive"), 5.0);
}

void SamplerTest::memoryUsedIsWhatIsNotAvailable() {
    Bench bench;
    bench.root.put("proc/meminfo", "MemTotal:       1000 kB\nMemFree:  1 kB\nMemAvailable:    400 kB\nBuffers: 1 kB\n");
    bench.open();
    bench.sample(0.0);
    QCOMPARE(bench.value("memory.used"), 600.0 * 1024.0);  // a gauge needs no base line
    bench.root.put("proc/meminfo", "MemTotal:       1000 kB\nMemAvailable:    4000 kB\n");
    bench.sample(1.0);
    QVERIFY(bench.isMissing("memory.used"));
}

void SamplerTest::pressureIsAShareOfTheInterval() {
    Bench bench;
    const auto put = [&](std::uint64_t microseconds) {
        bench.root.put("proc/pressure/io", fmt::format("some avg10=9.99 avg60=9.99 avg300=9.99 total={}\n"
                                                       "full avg10=9.99 avg60=9.99 avg300=9.99 total=0\n",
                                                       microseconds));
    };
    put(5'000'000);
    bench.open();
    QVERIFY(bench.has("pressure.io") && !bench.has("pressure.cpu"));
    bench.sample(0.0);
    put(5'500'000);
    bench.sample(2.0);
    QCOMPARE(bench.value("pressure.io"), 25.0);
    put(7'600'000);  // the kernel's books and our clock differ a little
    bench.sample(2.0);
    QCOMPARE(bench.value("pressure.io"), 100.0);
}

void SamplerTest::eventsPerSecond() {
    Bench bench;
    bench.root.put("proc/stat", stat("cpu0 0 0 0 0\n", 1000));
    bench.root.put("proc/vmstat", "nr_free_pages 1\npgpgin 5\npgfault 100\npgmajfault 3\n");
    bench.open();
    bench.sample(0.0);
    bench.root.put("proc/stat", stat("cpu0 0 0 0 0\n", 1500));
    bench.root.put("proc/vmstat", "nr_free_pages 1\npgpgin 5\npgfault 350\npgmajfault 3\n");
    bench.sample(0.5);
    QCOMPARE(bench.value("kernel.context_switches"), 1000.0);
    QCOMPARE(bench.value("kernel.page_faults"), 500.0);
}

void SamplerTest::counterThatGoesBackIsMissingOnce() {
    Bench bench;
    const auto put = [&](std::uint64_t value) {
        bench.root.put("proc/vmstat", fmt::format("pgfault {}\n", value));
        bench.root.put("proc/diskstats", disk("sda", value, value));
    };
    put(1000);
    bench.open();
    bench.sample(0.0);
    put(10);
    bench.sample(1.0);
    QVERIFY(bench.isMissing("kernel.page_faults") && bench.isMissing("disk.read") && bench.isMissing("disk.write"));
    put(30);
    bench.sample(1.0);
    QCOMPARE(bench.value("kernel.page_faults"), 20.0);
    QVERIFY(!bench.isMissing("disk.read"));
}

void SamplerTest::fileThatBecomesUnreadableIsMissing() {
    Bench bench;
    const auto put = [&](const std::string& cpu, const std::string& diskstats) {
        bench.root.put("proc/stat", cpu);
        bench.root.put("proc/diskstats", diskstats);
    };
    put(stat("cpu0 0 0 0 0\n"), disk("sda", 0, 0));
    bench.open();
    bench.sample(0.0);
    put("", "");
    bench.sample(1.0);
    put(stat("cpu0 100 0 0 0\n", 50), disk("sda", 999, 999));
    bench.sample(1.0);  // a new base line: what happened before is unknown
    for (const char* id : {"cpu.utilization[0]", "disk.read", "disk.write", "kernel.context_switches"}) {
        QVERIFY2(bench.isMissing(id), id);
    }
    put(stat("cpu0 150 0 0 50\n", 60), disk("sda", 999, 999));
    bench.sample(1.0);
    QCOMPARE(bench.value("cpu.utilization[0]"), 50.0);
    QCOMPARE(bench.value("disk.read"), 0.0);
    QCOMPARE(bench.value("kernel.context_switches"), 10.0);
}

void SamplerTest::fileThatGrowsIsReadWhole() {
    Bench bench;
    const auto longStat = [](int interrupts, std::uint64_t switches) {
        std::string text = "cpu0 1 1 1 1\nintr 1";
        for (int i = 0; i < interrupts; ++i) {
            text += " 0";
        }
        return text + fmt::format("\nctxt {}\n", switches);
    };
    bench.root.put("proc/stat", longStat(1, 0));
    bench.open();
    bench.sample(0.0);
    bench.root.put("proc/stat", longStat(1'000'000, 70));
    bench.sample(1.0);
    QCOMPARE(bench.value("kernel.context_switches"), 70.0);
}

void SamplerTest::columnsStandInCatalogueOrder() {
    Bench bench;
    bench.root.put("proc/stat", stat("cpu10 1 1 1 1\ncpu2 1 1 1 1\n"));
    bench.root.put("proc/meminfo", "MemTotal: 2 kB\nMemAvailable: 1 kB\n");
    bench.root.put("proc/diskstats", disk("sda", 0, 0));
    bench.root.put("proc/net/dev", kNetHeader + interface("eth0", 0, 0));
    bench.root.put("proc/vmstat", "pgfault 1\n");
    for (const char* resource : {"cpu", "memory", "io"}) {
        bench.root.put(std::string("proc/pressure/") + resource, "some avg10=0.00 total=1\n");
    }
    bench.open();
    std::vector<std::string> ids;
    for (const Metric& metric : bench.metrics()) {
        ids.push_back(metric.id);
        QVERIFY2(isKnownMetric(metric.id), metric.id.c_str());
        QCOMPARE(metric, metricFor(metric.id));
    }
    QCOMPARE(ids.size(), std::size_t{12});
    QVERIFY(std::ranges::is_sorted(ids, metricOrder));
}

void SamplerTest::hostileFilesAreRefusedOrMissing() {
    Bench bench;
    bench.root.put("proc/stat",
                   "cpu0 1 1 1 1\ncpu99999999999999999999 1 1 1 1\ncpu-1 1 1 1 1\ncpu4000000000 1 1 1 1\n"
                   "cpu1 1 1\ncpu0 1 1 1 1\n");
    bench.root.put("proc/meminfo", "MemTotal: x\nMemAvailable: 99999999999999999999999 kB\n");
    bench.root.put("proc/diskstats", std::string(100'000, '\0'));
    bench.root.put("proc/net/dev", "::::::\n:1\neth0:\neth0: 1 2 3\n  ../../etc: 1 1 1 1 1 1 1 1 1 1\n");
    bench.root.put("proc/pressure/cpu", "some total=\nfull total=5\n");
    bench.root.put("proc/vmstat", "pgfault -5\n");
    bench.open();
    QCOMPARE(bench.metrics().size(), std::size_t{1});
    QCOMPARE(bench.metrics().front().id, std::string("cpu.utilization[0]"));
    bench.sample(0.0);
    bench.root.put("proc/stat", "cpu0 18446744073709551615 18446744073709551615 1 1\n");
    bench.sample(0.0);
    QVERIFY(!(bench.value("cpu.utilization[0]") > 100.0));
}

void SamplerTest::nothingToRecordIsAnError() {
    const SyntheticRoot root;
    const auto sampler = Sampler::open({root.proc(), root.sys()}, fakeClock);
    QVERIFY(!sampler.has_value());
    QCOMPARE(sampler.error().code, ErrorCode::Unavailable);
}

QTEST_GUILESS_MAIN(SamplerTest)
#include "tst_sampler.moc"
