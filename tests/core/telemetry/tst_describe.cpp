// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "core/machine/syntheticroot.h"
#include "telemetry/recorder.h"
#include "telemetry/sampler.h"

#include <QtTest>
#include <algorithm>
#include <string>
#include <vector>

using namespace mimesys;
using telemetry::Offer;
using test::SyntheticRoot;

class DescribeTest : public QObject {
    Q_OBJECT

private slots:
    void recordableMetricsAreThoseOfTheSampler();
    void absentFilesAreNamed_data();
    void absentFilesAreNamed();
    void hardwareCounters_data();
    void hardwareCounters();
    void everyReasonIsASentence();
};

namespace {

Offer offered(const std::vector<Offer>& offers, std::string_view id) {
    const auto found = std::ranges::find_if(offers, [&](const Offer& offer) { return offer.metric.id == id; });
    if (found == offers.end()) {
        qFatal("no offer for %s", std::string(id).c_str());
    }
    return *found;
}

}  // namespace

void DescribeTest::recordableMetricsAreThoseOfTheSampler() {
    const auto offers = telemetry::describeMetrics();
    const auto sampler = telemetry::Sampler::open({});
    QVERIFY(sampler.has_value());
    std::vector<Metric> available;
    for (const Offer& offer : offers) {
        if (offer.available()) {
            available.push_back(offer.metric);
            QCOMPARE(offer.provenance, sampler->provenance(available.size() - 1));
        }
    }
    QCOMPARE(available, sampler->metrics());
}

void DescribeTest::absentFilesAreNamed_data() {
    QTest::addColumn<QString>("metric");
    QTest::addColumn<QString>("named");
    QTest::newRow("cpu") << "cpu.utilization"
                         << "proc/stat";
    QTest::newRow("memory") << "memory.used"
                            << "how much memory is available";
    QTest::newRow("disk") << "disk.write"
                          << "whole disk";
    QTest::newRow("network") << "network.receive"
                             << "loopback";
    QTest::newRow("pressure") << "pressure.memory"
                              << "proc/pressure/memory";
    QTest::newRow("switches") << "kernel.context_switches"
                              << "proc/stat";
    QTest::newRow("faults") << "kernel.page_faults"
                            << "pgfault";
}

void DescribeTest::absentFilesAreNamed() {
    QFETCH(QString, metric);
    QFETCH(QString, named);
    const SyntheticRoot root;
    root.put("proc/meminfo", "MemTotal: 5 kB\n");
    root.put("proc/diskstats", " 7 0 loop0 0 0 0 0 0 0 0 0 0 0 0\n");
    root.put("proc/net/dev", "a\nb\n lo: 1 1 1 1 1 1 1 1 1 1 1\n");
    root.put("proc/vmstat", "nr_free_pages 1\n");
    const Offer offer = offered(telemetry::describeMetrics({root.proc(), root.sys()}), metric.toStdString());
    QVERIFY(!offer.available());
    QVERIFY2(QString::fromStdString(offer.reason).contains(named), offer.reason.c_str());
}

void DescribeTest::hardwareCounters_data() {
    QTest::addColumn<QString>("flags");
    QTest::addColumn<QString>("metric");
    QTest::addColumn<QString>("reason");
    const QString bare = "The kernel offers no %1 here.";
    const QString machine = "The kernel offers no %1 here, as is usual in a virtual machine.";
    const QString counters = "hardware counters of the CPU";
    QTest::newRow("no counters") << "avx2"
                                 << "cpu.ipc" << bare.arg(counters);
    QTest::newRow("virtual machine") << "avx2 hypervisor"
                                     << "llc.misses" << machine.arg(counters);
    QTest::newRow("memory controllers") << "hypervisor"
                                        << "memory.read_bandwidth" << machine.arg("counters of the memory controllers");
    QTest::newRow("memory monitoring") << "hypervisor"
                                       << "memory.bandwidth" << machine.arg("monitoring of memory traffic");
    QTest::newRow("cache monitoring") << "avx2"
                                      << "llc.occupancy" << bare.arg("monitoring of the cache's occupancy");
}

void DescribeTest::hardwareCounters() {
    QFETCH(QString, flags);
    QFETCH(QString, metric);
    QFETCH(QString, reason);
    const SyntheticRoot root;
    root.put("proc/cpuinfo", "processor : 0\nflags : " + flags.toStdString() + "\n");
    for (const char* device : {"software", "msr", "cpuidle", "power"}) {
        root.makeFolder(std::string("sys/bus/event_source/devices/") + device);
    }
    const Offer offer = offered(telemetry::describeMetrics({root.proc(), root.sys()}), metric.toStdString());
    QVERIFY(!offer.available());
    QCOMPARE(QString::fromStdString(offer.reason), reason);
    QCOMPARE(offer.provenance, Provenance::HardwareCounter);
}

void DescribeTest::everyReasonIsASentence() {
    const SyntheticRoot root;
    const auto offers = telemetry::describeMetrics({root.proc(), root.sys()});
    QCOMPARE(offers.size(), std::size_t{19});  // the catalogue
    for (const Offer& offer : offers) {
        QVERIFY(!offer.available());
        QVERIFY2(offer.reason.ends_with('.'), offer.reason.c_str());
        QVERIFY(isKnownMetric(offer.metric.id) || offer.metric.id == "cpu.utilization");
    }
    QVERIFY(std::ranges::is_sorted(offers, metricOrder, [](const Offer& offer) { return offer.metric.id; }));
}

QTEST_GUILESS_MAIN(DescribeTest)
#include "tst_describe.moc"
