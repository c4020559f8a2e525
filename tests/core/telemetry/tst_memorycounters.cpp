// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "core/telemetry/countermachine.h"
#include "telemetry/pmu.h"

#include <fmt/format.h>

#include <QtTest>
#include <filesystem>

using namespace mimesys;
using telemetry::PerfEvent;
using telemetry::Pmu;
using test::CounterMachine;

// Memory controllers and cache monitoring, from trees as kernels show them.
class MemoryCountersTest : public QObject {
    Q_OBJECT

private slots:
    void haswellControllersAddUp();
    void lostCpuLeavesTheTrafficUnknown();
    void graniteRapidsHalvesAddUp();
    void freeRunningCountersStandIn();
    void unifiedControllersOfZen4();
    void dataFabricOfZen3CountsBothDirections();
    void dataFabricOfOthersIsNotGuessedAt();
    void aPartOfTheControllersIsNotTheWhole();
    void reasons_data();
    void reasons();
    void eventsAreEncodedAsTheFormatSays_data();
    void eventsAreEncodedAsTheFormatSays();
    void damagedDescriptionsAreRefused_data();
    void damagedDescriptionsAreRefused();
    void cacheMonitoringAddsUpOverCaches();
    void controlGroupsBelongToTheMachine();
    void newControlGroupLeavesTheSumUnknownOnce();
    void lostCacheLeavesTheSumUnknownOnce();
    void replacedControlGroupIsReadAnew();
    void valuesTheCpuCannotTellAreMissing_data();
    void valuesTheCpuCannotTellAreMissing();
    void cacheMonitoringReasons();
};

namespace {

constexpr double kBurst = 64e-9;  // GB

// The description of one unit as Linux 6.1 gives it on two sockets with a Xeon E5 v3.
void addHaswellController(const CounterMachine& machine, int number, int type) {
    const std::string name = fmt::format("uncore_imc_{}", number);
    machine.device(name, "type", fmt::format("{}\n", type));
    machine.device(name, "cpumask", "0,18\n");
    machine.device(name, "format/event", "config:0-7\n");
    machine.device(name, "format/umask", "config:8-15\n");
    machine.device(name, "format/edge", "config:18\n");
    machine.device(name, "format/inv", "config:23\n");
    machine.device(name, "format/thresh", "config:24-31\n");
    machine.device(name, "events/clockticks", "event=0x00,umask=0x00\n");
    machine.device(name, "events/cas_count_read", "event=0x04,umask=0x03\n");
    machine.device(name, "events/cas_count_read.scale", "6.103515625e-5\n");
    machine.device(name, "events/cas_count_read.unit", "MiB\n");
    machine.device(name, "events/cas_count_write", "event=0x04,umask=0x0c\n");
    machine.device(name, "events/cas_count_write.scale", "6.103515625e-5\n");
    machine.device(name, "events/cas_count_write.unit", "MiB\n");
}

void addMonitoring(const CounterMachine& machine, const std::string& group, int cache, const std::string& occupancy,
                   const std::string& total, const std::string& local) {
    const std::string folder = fmt::format("sys/fs/resctrl/{}mon_data/mon_L3_{:02}/", group, cache);
    machine.root.put(folder + "llc_occupancy", occupancy + "\n");
    machine.root.put(folder + "mbm_total_bytes", total + "\n");
    machine.root.put(folder + "mbm_local_bytes", local + "\n");
}

void addResctrl(const CounterMachine& machine) {
    machine.root.put("sys/fs/resctrl/info/L3_MON/mon_features", "llc_occupancy\nmbm_total_bytes\nmbm_local_bytes\n");
    machine.root.makeFolder("sys/fs/resctrl/mon_groups");
}

void addAmd(const CounterMachine& machine, int family, int model) {
    machine.root.put("proc/cpuinfo", fmt::format("processor\t: 0\nvendor_id\t: AuthenticAMD\ncpu family\t: {}\n"
                                                 "model\t\t: {}\nmodel name\t: AMD EPYC\nflags\t\t: fpu\n\n"
                                                 "processor\t: 1\nvendor_id\t: AuthenticAMD\ncpu family\t: 0\n",
                                                 family, model));
    machine.device("amd_df", "type", "13\n");
    machine.device("amd_df", "cpumask", "0,64\n");
    machine.device("amd_df", "format/event", "config:0-7,32-35,59-60\n");
    machine.device("amd_df", "format/umask", "config:8-15\n");
}

}  // namespace

void MemoryCountersTest::haswellControllersAddUp() {
    CounterMachine machine;
    int type = 20;
    for (const int number : {0, 1, 4, 5}) {
        addHaswellController(machine, number, type);
        const auto which = static_cast<std::uint32_t>(type++);
        for (const int cpu : {0, 18}) {
            machine.perf->set({which, 0x0304}, cpu, {1e8 * (number + 1) + cpu, 1.0});
            machine.perf->set({which, 0x0c04}, cpu, {5e7, 1.0});
        }
    }
    machine.open();
    QVERIFY(machine.isMissing("memory.read_bandwidth"));
    machine.sample(1.0);
    QCOMPARE(machine.value("memory.read_bandwidth"), static_cast<double>(static_cast<float>((28e8 + 72) * kBurst)));
    QCOMPARE(machine.value("memory.write_bandwidth"), static_cast<double>(static_cast<float>(4e8 * kBurst)));
    QCOMPARE(machine.provenance("memory.read_bandwidth"), Provenance::HardwareCounter);
    QCOMPARE(machine.perf->openCount(), std::size_t{16});
    QVERIFY(!machine.has("memory.bandwidth"));
    // One channel of one socket is lost: what is left is not the machine's traffic.
    machine.perf->endOfFile(18);
    machine.sample(1.0);
    QVERIFY(machine.isMissing("memory.read_bandwidth"));
    QVERIFY(machine.isMissing("memory.write_bandwidth"));
}

// The CPU through which a socket's controllers are asked has gone, not their traffic.
void MemoryCountersTest::lostCpuLeavesTheTrafficUnknown() {
    CounterMachine machine;
    addHaswellController(machine, 0, 20);
    machine.perf->set({20, 0x0304}, {1e6, 1.0});
    machine.perf->set({20, 0x0c04}, {1e6, 1.0});
    machine.open();
    machine.sample(1.0);
    QCOMPARE(machine.value("memory.read_bandwidth"), static_cast<double>(static_cast<float>(2e6 * kBurst)));
    machine.perf->setOnline(18, false);
    for (int i = 0; i < 5; ++i) {
        machine.sample(1.0);
        QVERIFY(machine.isMissing("memory.read_bandwidth"));
        QVERIFY(machine.isMissing("memory.write_bandwidth"));
    }
    machine.perf->setOnline(18, true);
    machine.sample(1.0);
    QVERIFY(machine.isMissing("memory.read_bandwidth"));
    machine.sample(1.0);
    QCOMPARE(machine.value("memory.read_bandwidth"), static_cast<double>(static_cast<float>(2e6 * kBurst)));
}

void MemoryCountersTest::graniteRapidsHalvesAddUp() {
    CounterMachine machine;
    machine.device("uncore_imc_0", "type", "30");
    machine.device("uncore_imc_0", "cpumask", "0");
    machine.device("uncore_imc_0", "format/event", "config:0-7");
    machine.device("uncore_imc_0", "format/umask", "config:8-15");
    for (const auto& [name, terms] : {std::pair("cas_count_read_sch0", "event=0x05,umask=0xcf"),
                                      {"cas_count_read_sch1", "event=0x06,umask=0xcf"},
                                      {"cas_count_write_sch0", "event=0x05,umask=0xf0"},
                                      {"cas_count_write_sch1", "event=0x06,umask=0xf0"}}) {
        machine.device("uncore_imc_0", std::string("events/") + name, terms);
        machine.device("uncore_imc_0", std::string("events/") + name + ".scale", "6.103515625e-5");
        machine.device("uncore_imc_0", std::string("events/") + name + ".unit", "MiB");
    }
    machine.perf->set({30, 0xcf05}, {1e6, 1.0});
    machine.perf->set({30, 0xcf06}, {2e6, 1.0});
    machine.perf->set({30, 0xf005}, {4e6, 1.0});
    machine.perf->set({30, 0xf006}, {8e6, 0.5});
    machine.open();
    machine.sample(2.0);
    QCOMPARE(machine.value("memory.read_bandwidth"), static_cast<double>(static_cast<float>(3e6 * kBurst)));
    QCOMPARE(machine.value("memory.write_bandwidth"), static_cast<double>(static_cast<float>(12e6 * kBurst)));
    QCOMPARE(machine.provenance("memory.read_bandwidth"), Provenance::HardwareCounter);
    QCOMPARE(machine.provenance("memory.write_bandwidth"), Provenance::ScaledHardwareCounter);
}

void MemoryCountersTest::freeRunningCountersStandIn() {
    CounterMachine machine;
    const std::string name = "uncore_imc_free_running_0";
    machine.device(name, "type", "40");
    machine.device(name, "cpumask", "0");
    machine.device(name, "format/event", "config:0-7");
    machine.device(name, "format/umask", "config:8-15");
    machine.device(name, "events/data_read", "event=0xff,umask=0x20");
    machine.device(name, "events/data_read.scale", "6.103515625e-5");
    machine.device(name, "events/data_read.unit", "MiB");
    machine.device(name, "events/data_write", "event=0xff,umask=0x30");
    machine.device(name, "events/data_write.scale", "2");
    machine.device(name, "events/data_write.unit", "MB");
    machine.perf->set({40, 0x20ff}, {1e9, 1.0});
    machine.perf->set({40, 0x30ff}, {100, 1.0});
    machine.open();
    machine.sample(1.0);
    QCOMPARE(machine.value("memory.read_bandwidth"), 64.0);
    QCOMPARE(machine.value("memory.write_bandwidth"), static_cast<double>(0.2F));
    machine.close();
    // With the other counters of the controller there, these would count everything twice.
    addHaswellController(machine, 0, 41);
    machine.perf->set({41, 0x0304}, {1e6, 1.0});
    machine.open();
    machine.sample(1.0);
    QCOMPARE(machine.value("memory.read_bandwidth"), static_cast<double>(static_cast<float>(2e6 * kBurst)));
}

void MemoryCountersTest::unifiedControllersOfZen4() {
    CounterMachine machine;
    addAmd(machine, 25, 17);
    for (int i = 0; i < 12; ++i) {
        const std::string name = fmt::format("amd_umc_{}", i);
        machine.device(name, "type", std::to_string(50 + i));
        machine.device(name, "cpumask", "0");
        machine.device(name, "format/event", "config:0-7");
        machine.device(name, "format/rdwrmask", "config:8-9");
        machine.perf->set({static_cast<std::uint32_t>(50 + i), 0x10a}, {1e8, 1.0});
        machine.perf->set({static_cast<std::uint32_t>(50 + i), 0x20a}, {3e7, 1.0});
    }
    machine.open();
    machine.sample(1.0);
    QCOMPARE(machine.value("memory.read_bandwidth"), static_cast<double>(76.8F));
    QCOMPARE(machine.value("memory.write_bandwidth"), static_cast<double>(23.04F));
}

void MemoryCountersTest::dataFabricOfZen3CountsBothDirections() {
    CounterMachine machine;
    addAmd(machine, 25, 1);
    // Bits 8 to 11 of the event stand in bits 32 to 35; the fabric has half the registers that are asked for.
    for (const std::uint64_t config :
         {0x3807ULL, 0x3847ULL, 0x3887ULL, 0x38c7ULL, 0x100003807ULL, 0x100003847ULL, 0x100003887ULL, 0x1000038c7ULL}) {
        machine.perf->set({13, config}, {1e7, 0.5});
    }
    machine.open();
    machine.sample(1.0);
    QCOMPARE(machine.value("memory.bandwidth"), static_cast<double>(static_cast<float>(16e7 * kBurst)));
    QCOMPARE(machine.provenance("memory.bandwidth"), Provenance::ScaledHardwareCounter);
    QVERIFY(!machine.has("memory.read_bandwidth"));
    QVERIFY(machine.reason("memory.read_bandwidth").find("amd_df") != std::string::npos);
}

void MemoryCountersTest::dataFabricOfOthersIsNotGuessedAt() {
    for (const auto& [family, model] : {std::pair(25, 17), std::pair(26, 2), std::pair(25, 97)}) {
        CounterMachine machine;
        addAmd(machine, family, model);
        const std::string reason = machine.reason("memory.bandwidth");
        QCOMPARE(reason, std::string("How this CPU's data fabric (amd_df) counts memory traffic is not known here."));
    }
}

void MemoryCountersTest::aPartOfTheControllersIsNotTheWhole() {
    CounterMachine machine;
    addHaswellController(machine, 0, 20);
    machine.device("uncore_imc_1", "type", "21");
    machine.device("uncore_imc_1", "cpumask", "0,18");
    QCOMPARE(machine.reason("memory.read_bandwidth"),
             std::string("The kernel names no events of reads and writes for uncore_imc_0 and 1 more; a newer kernel "
                         "may."));
}

void MemoryCountersTest::reasons_data() {
    QTest::addColumn<QString>("flags");
    QTest::addColumn<QString>("device");
    QTest::addColumn<int>("error");
    QTest::addColumn<QString>("reason");
    QTest::newRow("none") << "fpu"
                          << "" << 0 << "The kernel offers no counters of the memory controllers here.";
    QTest::newRow("virtual machine") << "fpu hypervisor"
                                     << "" << 0
                                     << "The kernel offers no counters of the memory controllers here, as is usual in "
                                        "a virtual machine.";
    QTest::newRow("without names") << "fpu"
                                   << "arm_cmn_0" << 0
                                   << "The kernel names no events of reads and writes for arm_cmn_0; a newer kernel "
                                      "may.";
    QTest::newRow("forbidden") << "fpu"
                               << "haswell" << EACCES
                               << "Counting the memory controllers' traffic needs the capability CAP_PERFMON, or "
                                  "kernel.perf_event_paranoid at 0 instead of 4: sudo sysctl "
                                  "kernel.perf_event_paranoid=0.";
}

void MemoryCountersTest::reasons() {
    QFETCH(QString, flags);
    QFETCH(QString, device);
    QFETCH(int, error);
    QFETCH(QString, reason);
    CounterMachine machine;
    machine.root.put("proc/cpuinfo", "processor : 0\nflags : " + flags.toStdString() + "\n");
    machine.root.put("proc/sys/kernel/perf_event_paranoid", "4\n");
    if (device == "haswell") {
        addHaswellController(machine, 0, 20);
        machine.perf->refuse({20, 0x0304}, error);
    } else if (!device.isEmpty()) {
        machine.device(device.toStdString(), "type", "9");
    }
    QCOMPARE(QString::fromStdString(machine.reason("memory.write_bandwidth")), reason);
}

void MemoryCountersTest::eventsAreEncodedAsTheFormatSays_data() {
    QTest::addColumn<QString>("terms");
    QTest::addColumn<qulonglong>("config");
    QTest::addColumn<qulonglong>("config1");
    QTest::newRow("plain") << "event=0x04,umask=0x03" << 0x304ULL << 0ULL;
    QTest::newRow("decimal and blanks") << " event = 4 , umask = 12 " << 0xc04ULL << 0ULL;
    QTest::newRow("split field") << "wide=0xabc" << 0xa000000bcULL << 0ULL;
    QTest::newRow("single bit") << "event=1,edge" << 0x40001ULL << 0ULL;
    QTest::newRow("second word") << "event=1,filter=0xff" << 1ULL << 0xff0ULL;
    QTest::newRow("whole words") << "config=0x1234,config1=5" << 0x1234ULL << 5ULL;
    QTest::newRow("all bits") << "all=0xffffffffffffffff" << 0ULL << 0xffffffffffffffffULL;
}

void MemoryCountersTest::eventsAreEncodedAsTheFormatSays() {
    QFETCH(QString, terms);
    QFETCH(qulonglong, config);
    QFETCH(qulonglong, config1);
    CounterMachine machine;
    machine.device("unit", "type", "77\n");
    machine.device("unit", "format/event", "config:0-7\n");
    machine.device("unit", "format/wide", "config:0-7,32-35\n");
    machine.device("unit", "format/umask", "config:8-15\n");
    machine.device("unit", "format/edge", "config:18\n");
    machine.device("unit", "format/filter", "config1:4-11\n");
    machine.device("unit", "format/all", "config1:0-63\n");
    const auto pmu = Pmu::open(machine.roots(), "unit");
    QVERIFY(pmu.has_value());
    const auto event = pmu->encode(terms.toStdString());
    QVERIFY2(event.has_value(), event ? "" : event.error().text().c_str());
    QVERIFY((*event == PerfEvent{77, config, config1, 0}));
}

void MemoryCountersTest::damagedDescriptionsAreRefused_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("content");
    QTest::newRow("type is no number") << "type"
                                       << "abc";
    QTest::newRow("type is empty") << "type"
                                   << "";
    QTest::newRow("type is negative") << "type"
                                      << "-4";
    QTest::newRow("value too large") << "events/cas_count_read"
                                     << "event=0x104";
    QTest::newRow("value is no number") << "events/cas_count_read"
                                        << "event=four";
    QTest::newRow("no such term") << "events/cas_count_read"
                                  << "what=1";
    QTest::newRow("path in a term") << "events/cas_count_read"
                                    << "../../type=1";
    QTest::newRow("only commas") << "events/cas_count_read"
                                 << ",,,";
    QTest::newRow("format without bits") << "format/umask"
                                         << "config";
    QTest::newRow("format of another word") << "format/umask"
                                            << "config9:0-7";
    QTest::newRow("format beyond the word") << "format/umask"
                                            << "config:60-64";
    QTest::newRow("format backwards") << "format/umask"
                                      << "config:15-8";
    QTest::newRow("scale is no number") << "events/cas_count_write.scale"
                                        << "big";
    QTest::newRow("scale is zero") << "events/cas_count_write.scale"
                                   << "0";
    QTest::newRow("scale is infinite") << "events/cas_count_write.scale"
                                       << "inf";
    QTest::newRow("unit is not known") << "events/cas_count_write.unit"
                                       << "furlongs";
}

void MemoryCountersTest::damagedDescriptionsAreRefused() {
    QFETCH(QString, file);
    QFETCH(QString, content);
    CounterMachine machine;
    addHaswellController(machine, 0, 20);
    QCOMPARE(machine.reason("memory.read_bandwidth"), std::string());
    machine.device("uncore_imc_0", file.toStdString(), content.toStdString());
    const std::string reason = machine.reason("memory.read_bandwidth");
    QVERIFY(!reason.empty());
    QVERIFY2(reason.ends_with('.'), reason.c_str());
    QVERIFY2(reason.find("uncore_imc_0") != std::string::npos, reason.c_str());
}

void MemoryCountersTest::cacheMonitoringAddsUpOverCaches() {
    CounterMachine machine;
    addResctrl(machine);
    addMonitoring(machine, "", 0, "1000000", "5000000000", "4000000000");
    addMonitoring(machine, "", 1, "2000000", "1000", "0");
    machine.open();
    QCOMPARE(machine.value("llc.occupancy"), 3e6);  // a gauge needs no base line
    QVERIFY(machine.isMissing("memory.bandwidth"));
    addMonitoring(machine, "", 0, "1500000", "9000000000", "6000000000");
    addMonitoring(machine, "", 1, "2500000", "2000001000", "2000000000");
    machine.sample(2.0);
    QCOMPARE(machine.value("llc.occupancy"), 4e6);
    QCOMPARE(machine.value("memory.bandwidth"), 3.0);
    QCOMPARE(machine.value("memory.local_bandwidth"), 2.0);
    for (const char* id : {"llc.occupancy", "memory.bandwidth", "memory.local_bandwidth"}) {
        QCOMPARE(machine.provenance(id), Provenance::HardwareCounter);
    }
    addMonitoring(machine, "", 0, "0", "8999999999", "7000000000");  // the counter went back
    machine.sample(1.0);
    QVERIFY(machine.isMissing("memory.bandwidth"));
    QCOMPARE(machine.value("memory.local_bandwidth"), 1.0);
}

void MemoryCountersTest::controlGroupsBelongToTheMachine() {
    CounterMachine machine;
    addResctrl(machine);
    addMonitoring(machine, "", 0, "1000", "0", "0");
    addMonitoring(machine, "batch/", 0, "200", "0", "0");
    addMonitoring(machine, "batch/mon_groups/one/", 0, "150", "0", "0");  // a part of batch
    addMonitoring(machine, "mon_groups/two/", 0, "30", "0", "0");         // a part of the root's
    machine.open();
    QCOMPARE(machine.value("llc.occupancy"), 1200.0);
}

void MemoryCountersTest::newControlGroupLeavesTheSumUnknownOnce() {
    CounterMachine machine;
    addResctrl(machine);
    addMonitoring(machine, "", 0, "1000", "0", "0");
    machine.open();
    QCOMPARE(machine.value("llc.occupancy"), 1000.0);
    addMonitoring(machine, "batch/", 0, "200", "5000000000", "0");
    machine.sample(1.0);
    QVERIFY(machine.isMissing("llc.occupancy"));
    QVERIFY(machine.isMissing("memory.bandwidth"));
    addMonitoring(machine, "", 0, "900", "1000000000", "0");
    addMonitoring(machine, "batch/", 0, "300", "9000000000", "1000000000");
    machine.sample(2.0);
    QCOMPARE(machine.value("llc.occupancy"), 1200.0);
    QCOMPARE(machine.value("memory.bandwidth"), 2.5);
    QCOMPARE(machine.value("memory.local_bandwidth"), 0.5);
    std::filesystem::remove_all(machine.root.sys() / "fs/resctrl/batch");
    machine.sample(1.0);
    QVERIFY(machine.isMissing("llc.occupancy"));
    addMonitoring(machine, "", 0, "800", "4000000000", "0");
    machine.sample(1.0);
    QCOMPARE(machine.value("llc.occupancy"), 800.0);
    QCOMPARE(machine.value("memory.bandwidth"), 3.0);
}

// The last CPU of a socket went offline.
void MemoryCountersTest::lostCacheLeavesTheSumUnknownOnce() {
    CounterMachine machine;
    addResctrl(machine);
    addMonitoring(machine, "", 0, "1000", "0", "0");
    addMonitoring(machine, "", 1, "50", "0", "0");
    machine.open();
    QCOMPARE(machine.value("llc.occupancy"), 1050.0);
    std::filesystem::remove_all(machine.root.sys() / "fs/resctrl/mon_data/mon_L3_01");
    machine.sample(1.0);
    QVERIFY(machine.isMissing("llc.occupancy"));
    QVERIFY(machine.isMissing("memory.bandwidth"));
    addMonitoring(machine, "", 0, "1000", "2000000000", "0");
    machine.sample(1.0);
    QCOMPARE(machine.value("llc.occupancy"), 1000.0);
    QCOMPARE(machine.value("memory.bandwidth"), 2.0);
}

// Files of the kernel that are gone read as nothing; these are emptied for it.
void MemoryCountersTest::replacedControlGroupIsReadAnew() {
    CounterMachine machine;
    addResctrl(machine);
    addMonitoring(machine, "", 0, "1000", "0", "0");
    addMonitoring(machine, "batch/", 0, "200", "7", "0");
    machine.open();
    for (const char* file : {"llc_occupancy", "mbm_total_bytes", "mbm_local_bytes"}) {
        machine.root.put(std::string("sys/fs/resctrl/batch/mon_data/mon_L3_00/") + file, "");
    }
    std::filesystem::rename(machine.root.sys() / "fs/resctrl/batch", machine.root.sys() / "gone");
    addMonitoring(machine, "other/", 0, "300", "1000000000", "0");
    machine.sample(1.0);
    QVERIFY(machine.isMissing("llc.occupancy"));
    QVERIFY(machine.isMissing("memory.bandwidth"));
    addMonitoring(machine, "other/", 0, "400", "3000000000", "0");
    machine.sample(1.0);
    QCOMPARE(machine.value("llc.occupancy"), 1400.0);
    QCOMPARE(machine.value("memory.bandwidth"), 2.0);
}

void MemoryCountersTest::valuesTheCpuCannotTellAreMissing_data() {
    QTest::addColumn<QString>("text");
    for (const char* text : {"Unavailable", "Error", "Unassigned", "", "-1", "99999999999999999999999"}) {
        QTest::newRow(*text == '\0' ? "nothing" : text) << text;
    }
}

void MemoryCountersTest::valuesTheCpuCannotTellAreMissing() {
    QFETCH(QString, text);
    CounterMachine machine;
    addResctrl(machine);
    addMonitoring(machine, "", 0, "10", "1000000000", "0");
    addMonitoring(machine, "", 1, "20", "0", "0");
    machine.open();
    addMonitoring(machine, "", 1, text.toStdString(), text.toStdString(), "0");
    machine.sample(1.0);
    QVERIFY(machine.isMissing("llc.occupancy"));
    QVERIFY(machine.isMissing("memory.bandwidth"));
    QCOMPARE(machine.value("memory.local_bandwidth"), 0.0);
    addMonitoring(machine, "", 1, "30", "3000000000", "0");
    machine.sample(1.0);
    QCOMPARE(machine.value("llc.occupancy"), 40.0);
    QVERIFY(machine.isMissing("memory.bandwidth"));  // no base line
    addMonitoring(machine, "", 1, "30", "5000000000", "0");
    machine.sample(1.0);
    QCOMPARE(machine.value("memory.bandwidth"), 2.0);
}

void MemoryCountersTest::cacheMonitoringReasons() {
    CounterMachine machine;
    machine.root.put("proc/cpuinfo", "processor : 0\nflags : fpu hypervisor\n");
    QCOMPARE(machine.reason("llc.occupancy"), std::string("The kernel offers no monitoring of the cache's occupancy "
                                                          "here, as is usual in a virtual machine."));
    machine.root.put("proc/cpuinfo", "processor : 0\nflags : fpu cqm_occup_llc cqm_mbm_total\n");
    const std::string folder = (machine.root.sys() / "fs/resctrl").string();
    QCOMPARE(machine.reason("llc.occupancy"),
             fmt::format("The CPU can monitor the cache's occupancy, but {0} is not mounted: sudo mount -t resctrl "
                         "resctrl {0}.",
                         folder));
    machine.root.put("sys/fs/resctrl/info/L3_MON/mon_features", "llc_occupancy\n");
    addMonitoring(machine, "", 0, "10", "0", "0");
    QCOMPARE(machine.reason("llc.occupancy"), std::string());
    QCOMPARE(machine.reason("memory.bandwidth"),
             fmt::format("This CPU's monitoring under {} has no mbm_total_bytes.", folder));
}

QTEST_GUILESS_MAIN(MemoryCountersTest)
#include "tst_memorycounters.moc"
