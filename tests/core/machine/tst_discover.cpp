// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "core/machine/syntheticroot.h"
#include "machine/machine.h"
#include "machine/sysfile.h"

#include <fmt/format.h>

#include <QtTest>
#include <algorithm>
#include <string>
#include <vector>

using namespace mimesys;
using machine::Cache;
using machine::Cpu;
using machine::Machine;
using test::SyntheticRoot;

class DiscoverTest : public QObject {
    Q_OBJECT

private slots:
    void twoSocketsWithAnOfflineCpu();
    void sparseNumbersOfALargeMachine();
    void maskedContainerKeepsWhatThereIs();
    void noCpuAtAllIsAnError();
    void armNamesItsCpuByNumbers();
    void cgroupLimits_data();
    void cgroupLimits();
    void cpuLists_data();
    void cpuLists();
    void damagedFilesLeaveFieldsEmpty();
    void theMachineOfThisTestIsFound();
};

namespace {

machine::DiscoveryRoots rootsOf(const SyntheticRoot& root) {
    return {root.proc(), root.sys()};
}

void putCpu(const SyntheticRoot& root, int cpu, int socket, int core) {
    const std::string topology = fmt::format("sys/devices/system/cpu/cpu{}/topology/", cpu);
    root.put(topology + "physical_package_id", fmt::format("{}\n", socket));
    root.put(topology + "core_id", fmt::format("{}\n", core));
}

void putCache(const SyntheticRoot& root, int cpu, int index, int level, const char* type, const char* size,
              const char* shared) {
    const std::string folder = fmt::format("sys/devices/system/cpu/cpu{}/cache/index{}/", cpu, index);
    root.put(folder + "level", fmt::format("{}\n", level));
    root.put(folder + "type", fmt::format("{}\n", type));
    root.put(folder + "size", fmt::format("{}\n", size));
    root.put(folder + "shared_cpu_list", fmt::format("{}\n", shared));
}

Machine discovered(const SyntheticRoot& root) {
    auto machine = machine::discover(rootsOf(root));
    if (!machine) {
        qFatal("%s", machine.error().text().c_str());
    }
    return *machine;
}

}  // namespace

void DiscoverTest::twoSocketsWithAnOfflineCpu() {
    const SyntheticRoot root;
    root.put("sys/devices/system/cpu/online", "0-2,4-7\n");
    for (const int cpu : {0, 1, 2, 4, 5, 6, 7}) {
        putCpu(root, cpu, cpu / 4, cpu % 2);
    }
    root.put("sys/devices/system/node/node0/cpulist", "0-3\n");
    root.put("sys/devices/system/node/node1/cpulist", "4-7\n");
    putCache(root, 0, 0, 1, "Data", "32K", "0,2");
    putCache(root, 0, 1, 1, "Instruction", "64K", "0,2");
    putCache(root, 0, 2, 2, "Unified", "1024K", "0,2");
    putCache(root, 0, 3, 3, "Unified", "25M", "0-3");
    root.put("proc/cpuinfo",
             "processor\t: 0\nmodel name\t: Example CPU @ 2.0GHz\nflags\t\t: fpu sse2 avx2 avx2 hypervisor nx\n\n"
             "processor\t: 1\nmodel name\t: Another\n");
    root.put("proc/meminfo", "MemTotal:       65536 kB\nMemFree: 1 kB\n");
    root.put("proc/sys/kernel/osrelease", "6.1.0-example\n");
    root.put("proc/self/status", "Name:\ttst\nCpus_allowed_list:\t1-5\n");

    const Machine machine = discovered(root);
    QCOMPARE(machine.cpuModel, std::string("Example CPU @ 2.0GHz"));
    QCOMPARE(machine.kernel, std::string("6.1.0-example"));
    QCOMPARE(machine.cpus.size(), std::size_t{7});
    QCOMPARE(machine.cpus[3], (Cpu{4, 1, 0, 1}));
    QCOMPARE(machine.usableCpus, (std::vector<int>{1, 2, 4, 5}));
    QCOMPARE(machine.socketCount(), 2);
    QCOMPARE(machine.nodeCount(), 2);
    QCOMPARE(machine.memoryBytes, std::int64_t{64} << 20);
    QCOMPARE(machine.features, (std::vector<std::string>{"avx2", "hypervisor", "sse2"}));
    QVERIFY(machine.hasFeature("avx2") && !machine.hasFeature("avx512f"));
    QCOMPARE(machine.caches.size(), std::size_t{4});
    QCOMPARE(*machine.dataCache(1), (Cache{1, "Data", 32 << 10, {0, 2}}));
    QCOMPARE(*machine.lastLevelCache(), (Cache{3, "Unified", 25 << 20, {0, 1, 2, 3}}));
    QCOMPARE(machine.dataCache(4), static_cast<const Cache*>(nullptr));
}

void DiscoverTest::sparseNumbersOfALargeMachine() {
    const SyntheticRoot root;
    root.put("sys/devices/system/cpu/online", "0-95,128-223,1024\n");
    root.put("proc/self/status", "Cpus_allowed_list:\t0-4095\n");
    for (int cpu = 128; cpu < 224; ++cpu) {
        putCpu(root, cpu, 1, cpu - 128);
    }
    const Machine machine = discovered(root);
    QCOMPARE(machine.cpus.size(), std::size_t{193});
    QCOMPARE(machine.cpus[95], (Cpu{95, 0, 95, 0}));  // no topology: a core of its own in the first package
    QCOMPARE(machine.cpus[96], (Cpu{128, 1, 0, 0}));
    QCOMPARE(machine.cpus.back().id, 1024);
    QCOMPARE(machine.usableCpus.size(), std::size_t{193});
}

void DiscoverTest::maskedContainerKeepsWhatThereIs() {
    const SyntheticRoot root;
    root.put("proc/stat", "cpu  1 2 3 4\ncpu0 1 2 3 4\ncpu3 1 2 3 4\nintr 5\nctxt 6\n");
    root.put("proc/self/status", "Cpus_allowed_list:\t7\n");  // the host's numbers mean nothing here
    root.put("proc/partitions", "major minor  #blocks  name\n\n 254 0 1024 vda\n 254 1 512 vda1\n");
    const Machine machine = discovered(root);
    QCOMPARE(machine.cpus, (std::vector<Cpu>{{0, 0, 0, 0}, {3, 0, 3, 0}}));
    QCOMPARE(machine.usableCpus, (std::vector<int>{0, 3}));
    QCOMPARE(machine.cpuModel, std::string());
    QCOMPARE(machine.memoryBytes, std::int64_t{0});
    QVERIFY(machine.caches.empty());
    QCOMPARE(machine.lastLevelCache(), static_cast<const Cache*>(nullptr));
    QCOMPARE(machine.disks, (std::vector<machine::Disk>{{"vda", 1 << 20, false}}));
}

void DiscoverTest::noCpuAtAllIsAnError() {
    const SyntheticRoot root;
    root.put("proc/stat", "intr 5\n");
    const auto machine = machine::discover(rootsOf(root));
    QVERIFY(!machine.has_value());
    QCOMPARE(machine.error().code, ErrorCode::Unavailable);
}

void DiscoverTest::armNamesItsCpuByNumbers() {
    const SyntheticRoot root;
    root.put("proc/cpuinfo",
             "processor\t: 0\nFeatures\t: fp asimd aes sve\nCPU implementer\t: 0x41\nCPU part\t: 0xd0c\n"
             "processor\t: 1\n");
    const Machine machine = discovered(root);
    QCOMPARE(machine.cpus.size(), std::size_t{2});
    QCOMPARE(machine.cpuModel, std::string("ARM implementer 0x41 part 0xd0c"));
    QCOMPARE(machine.features, (std::vector<std::string>{"aes", "asimd", "sve"}));
}

void DiscoverTest::cgroupLimits_data() {
    QTest::addColumn<QByteArray>("groups");
    QTest::addColumn<QList<QPair<QByteArray, QByteArray>>>("files");
    QTest::addColumn<double>("cpus");
    QTest::addColumn<qint64>("memory");
    using Files = QList<QPair<QByteArray, QByteArray>>;
    QTest::newRow("none") << QByteArray("0::/\n") << Files{} << 0.0 << qint64{0};
    QTest::newRow("v2 unlimited") << QByteArray("0::/a\n")
                                  << Files{{"a/cpu.max", "max 100000\n"}, {"a/memory.max", "max\n"}} << 0.0
                                  << qint64{0};
    QTest::newRow("v2 tightest of the ancestors")
        << QByteArray("0::/a/b\n")
        << Files{{"a/cpu.max", "150000 100000"}, {"a/b/cpu.max", "400000 100000"}, {"a/b/memory.max", "1048576"}} << 1.5
        << qint64{1048576};
    QTest::newRow("v2 path of the host") << QByteArray("0::/docker/abc\n") << Files{{"cpu.max", "50000 100000\n"}}
                                         << 0.5 << qint64{0};
    QTest::newRow("v2 group outside of the namespace")
        << QByteArray("0::/../../x\n") << Files{{"cpu.max", "50000 100000\n"}} << 0.5 << qint64{0};
    QTest::newRow("v1") << QByteArray("9:memory:/m\n4:cpu,cpuacct:/x\n1:name=systemd:/\n")
                        << Files{{"cpu,cpuacct/x/cpu.cfs_quota_us", "250000"},
                                 {"cpu,cpuacct/x/cpu.cfs_period_us", "100000"},
                                 {"memory/memory.limit_in_bytes", "9223372036854771712"},
                                 {"memory/m/memory.limit_in_bytes", "2097152"}}
                        << 2.5 << qint64{2097152};
    QTest::newRow("v1 unlimited") << QByteArray("4:cpu:/\n")
                                  << Files{{"cpu/cpu.cfs_quota_us", "-1"}, {"cpu/cpu.cfs_period_us", "100000"}} << 0.0
                                  << qint64{0};
    QTest::newRow("damaged") << QByteArray("0:/\n::\n4\n0::/a\n")
                             << Files{{"a/cpu.max", "100000 0\n"}, {"cpu.max", "many"}, {"a/memory.max", "-7"}} << 0.0
                             << qint64{0};
    QTest::newRow("more memory than there is")
        << QByteArray("0::/a\n") << Files{{"a/memory.max", "99999999999"}} << 0.0 << qint64{0};
}

void DiscoverTest::cgroupLimits() {
    QFETCH(QByteArray, groups);
    using Files = QList<QPair<QByteArray, QByteArray>>;
    QFETCH(Files, files);
    QFETCH(double, cpus);
    QFETCH(qint64, memory);
    const SyntheticRoot root;
    root.put("sys/devices/system/cpu/online", "0-3");
    root.put("proc/meminfo", "MemTotal: 1048576 kB\n");
    root.put("proc/self/cgroup", groups.toStdString());
    for (const auto& [name, content] : files) {
        root.put("sys/fs/cgroup/" + name.toStdString(), content.toStdString());
    }
    const Machine machine = discovered(root);
    QCOMPARE(machine.cpuQuota, cpus);
    QCOMPARE(qint64{machine.memoryLimitBytes}, memory);
}

void DiscoverTest::cpuLists_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("valid");
    QTest::addColumn<QList<int>>("cpus");
    QTest::newRow("empty") << "" << true << QList<int>{};
    QTest::newRow("one") << "5\n" << true << QList<int>{5};
    QTest::newRow("mixed") << "8,0-2,1" << true << QList<int>{0, 1, 2, 8};
    QTest::newRow("reversed") << "3-1" << false << QList<int>{};
    QTest::newRow("negative") << "-1" << false << QList<int>{};
    QTest::newRow("huge") << "0-4000000000" << false << QList<int>{};
    QTest::newRow("overflow") << "99999999999999999999" << false << QList<int>{};
    QTest::newRow("words") << "0,x" << false << QList<int>{};
}

void DiscoverTest::cpuLists() {
    QFETCH(QString, text);
    QFETCH(bool, valid);
    QFETCH(QList<int>, cpus);
    const auto parsed = machine::parseCpuList(text.toStdString());
    QCOMPARE(parsed.has_value(), valid);
    if (valid) {
        QCOMPARE(*parsed, std::vector<int>(cpus.begin(), cpus.end()));
    }
}

void DiscoverTest::damagedFilesLeaveFieldsEmpty() {
    const SyntheticRoot root;
    root.put("sys/devices/system/cpu/online", std::string("\xff\x00-1", 4));
    root.put("proc/stat", "cpu0 1 1 1 1\ncpu99999999999 1\ncpux 1\n");
    putCache(root, 0, 0, 1, "Data", "99999999999999999999K", "0");
    putCache(root, 0, 1, -3, "Data", "32K", "0");
    root.put("sys/devices/system/cpu/cpu0/topology/physical_package_id", "-1");
    root.put("sys/devices/system/node/nodeX/cpulist", "0");
    root.put("proc/meminfo", "MemTotal: lots kB\n");
    root.makeFolder("proc/cpuinfo");
    const Machine machine = discovered(root);
    QCOMPARE(machine.cpus, (std::vector<Cpu>{{0, 0, 0, 0}}));
    QVERIFY(machine.caches.empty());
    QCOMPARE(machine.memoryBytes, std::int64_t{0});
}

void DiscoverTest::theMachineOfThisTestIsFound() {
    const auto machine = machine::discover();
    QVERIFY(machine.has_value());
    QVERIFY(!machine->usableCpus.empty());
    QVERIFY(machine->memoryBytes > (1 << 20));
    QVERIFY(!machine->kernel.empty());
    QVERIFY(std::ranges::is_sorted(machine->cpus, {}, &Cpu::id));
}

QTEST_GUILESS_MAIN(DiscoverTest)
#include "tst_discover.moc"
