// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/clock.h"
#include "core/telemetry/countermachine.h"
#include "telemetry/countergroup.h"

#include <linux/perf_event.h>
#include <sched.h>
#include <sys/mman.h>

#include <QtTest>
#include <array>
#include <cstring>

using namespace mimesys;
using telemetry::CounterGroup;
using telemetry::PerfEvent;
using test::CounterMachine;
using test::FakePerf;

// The CPUs' own counters.
class CoreCountersTest : public QObject {
    Q_OBJECT

private slots:
    void ratesAddUpOverCpus();
    void ratesAreOfTheIntervalWhateverItsLength();
    void multiplexedCountersAreScaledAndMarked();
    void descriptionTellsWhatHasToTakeTurns();
    void counterThatDoesNotRunAnyMoreIsMissing();
    void heldRegistersMakePairs();
    void countersThatNeverRunAreNotOffered_data();
    void countersThatNeverRunAreNotOffered();
    void pairsStandForThemselves_data();
    void pairsStandForThemselves();
    void tooFewRegistersForAllMakePairs();
    void resetIsMissingOnce();
    void lostCpuIsMissingThenLeftOutThenBack();
    void threadThatHadToWaitLosesNothing();
    void counterThatStandsStillIsMissing();
    void endOfFileIsMissingUntilReopened();
    void cpuThatIsOfflineAtFirstCountsWhenItComes();
    void cacheEventsOfOtherMakersAreNotTheLastLevel_data();
    void cacheEventsOfOtherMakersAreNotTheLastLevel();
    void hybridCpusAreAskedByKind();
    void kindsThatLeaveACpuOutAreRefused();
    void limitOfOpenFilesIsRaised();
    void descriptorsAreGivenBack();
    void reasons_data();
    void reasons();
    void kernelCountsSoftwareEvents();
};

namespace {

constexpr PerfEvent kCycles{PERF_TYPE_HARDWARE, PERF_COUNT_HW_CPU_CYCLES};
constexpr PerfEvent kInstructions{PERF_TYPE_HARDWARE, PERF_COUNT_HW_INSTRUCTIONS};
constexpr PerfEvent kReferences{PERF_TYPE_HARDWARE, PERF_COUNT_HW_CACHE_REFERENCES};
constexpr PerfEvent kMisses{PERF_TYPE_HARDWARE, PERF_COUNT_HW_CACHE_MISSES};

void setVendor(const CounterMachine& machine, const std::string& vendor) {
    machine.root.put("proc/cpuinfo", "processor\t: 0\n" + (vendor.empty() ? "" : "vendor_id\t: " + vendor + "\n"));
}

void addCpus(const CounterMachine& machine, const std::string& present) {
    machine.device("cpu", "type", "4\n");
    machine.root.put("sys/devices/system/cpu/present", present + "\n");
    setVendor(machine, "GenuineIntel");
}

// Two CPUs: one at 2 GHz and 1 instruction per cycle, one at 1 GHz and 4.
void setRates(const CounterMachine& machine, double share = 1.0) {
    machine.perf->set(kCycles, 0, {2e9, share});
    machine.perf->set(kInstructions, 0, {2e9, share});
    machine.perf->set(kCycles, 1, {1e9, share});
    machine.perf->set(kInstructions, 1, {4e9, share});
    machine.perf->set(kReferences, {3e6, share});
    machine.perf->set(kMisses, {1e6, share});
}

}  // namespace

void CoreCountersTest::ratesAddUpOverCpus() {
    CounterMachine machine;
    addCpus(machine, "0-1");
    setRates(machine);
    machine.open();
    QVERIFY(machine.isMissing("cpu.ipc"));  // the base line
    machine.sample(1.0);
    QCOMPARE(machine.value("cpu.ipc"), 2.0);
    QCOMPARE(machine.value("llc.references"), 6e6);
    QCOMPARE(machine.value("llc.misses"), 2e6);
    for (const char* id : {"cpu.ipc", "llc.references", "llc.misses"}) {
        QCOMPARE(machine.provenance(id), Provenance::HardwareCounter);
    }
    QCOMPARE(machine.perf->openCount(), std::size_t{8});
}

void CoreCountersTest::ratesAreOfTheIntervalWhateverItsLength() {
    CounterMachine machine;
    addCpus(machine, "0-1");
    setRates(machine);
    machine.open();
    for (const double seconds : {0.01, 2.5, 60.0}) {
        machine.sample(seconds);
        QCOMPARE(machine.value("llc.misses"), 2e6);
    }
}

void CoreCountersTest::multiplexedCountersAreScaledAndMarked() {
    CounterMachine machine;
    addCpus(machine, "0-1");
    setRates(machine);
    machine.open();
    machine.sample(1.0);
    setRates(machine, 0.25);
    machine.sample(1.0);
    QCOMPARE(machine.value("llc.references"), 6e6);
    QCOMPARE(machine.value("cpu.ipc"), 2.0);
    for (const char* id : {"cpu.ipc", "llc.references", "llc.misses"}) {
        QCOMPARE(machine.provenance(id), Provenance::ScaledHardwareCounter);
    }
    setRates(machine);
    machine.sample(1.0);  // once scaled, the column as a whole is
    QCOMPARE(machine.provenance("llc.misses"), Provenance::ScaledHardwareCounter);
    QCOMPARE(provenanceName(Provenance::ScaledHardwareCounter), std::string_view("hardware counter, scaled"));
    QCOMPARE(provenanceFromName("hardware counter, scaled"), std::optional(Provenance::ScaledHardwareCounter));
}

void CoreCountersTest::descriptionTellsWhatHasToTakeTurns() {
    CounterMachine machine;
    addCpus(machine, "0-1");
    setRates(machine);
    machine.perf->follow(monotonicNs);
    for (const double share : {1.0, 0.25}) {
        setRates(machine, share);
        const auto offers = telemetry::describeMetrics(machine.roots());
        const auto ipc = std::ranges::find(offers, "cpu.ipc", [](const auto& offer) { return offer.metric.id; });
        QVERIFY(ipc != offers.end() && ipc->available());
        QCOMPARE(ipc->provenance, share < 1.0 ? Provenance::ScaledHardwareCounter : Provenance::HardwareCounter);
    }
}

void CoreCountersTest::counterThatDoesNotRunAnyMoreIsMissing() {
    CounterMachine machine;
    addCpus(machine, "0-1");
    setRates(machine);
    machine.open();
    machine.perf->set(kCycles, 1, {1e9, 0.0});  // the leader's time is the group's
    machine.sample(1.0);
    for (const char* id : {"cpu.ipc", "llc.references", "llc.misses"}) {
        QVERIFY(machine.isMissing(id));
        QCOMPARE(machine.provenance(id), Provenance::HardwareCounter);  // nothing was scaled
    }
}

void CoreCountersTest::heldRegistersMakePairs() {
    CounterMachine machine;
    addCpus(machine, "0-1");
    setRates(machine);
    machine.perf->limitRunning(3);
    machine.open();
    QCOMPARE(machine.perf->openCount(), std::size_t{8});
    machine.sample(1.0);
    QCOMPARE(machine.value("cpu.ipc"), 2.0);
    QCOMPARE(machine.value("llc.references"), 6e6);
    QCOMPARE(machine.value("llc.misses"), 2e6);
}

void CoreCountersTest::countersThatNeverRunAreNotOffered_data() {
    QTest::addColumn<QString>("watchdog");
    QTest::addColumn<bool>("onlyCycles");
    QTest::addColumn<QString>("reason");
    const QString watchdog =
        "Counting cycles and instructions on all CPUs gets no registers while the kernel's NMI watchdog holds one of "
        "them: sudo sysctl kernel.nmi_watchdog=0.";
    const QString others =
        "Counting cycles and instructions on all CPUs gets no registers: other programs hold them all the time.";
    QTest::newRow("watchdog") << "1\n" << false << watchdog;
    QTest::newRow("others") << "0\n" << false << others;
    QTest::newRow("watchdog counts cycles") << "1\n" << true << watchdog;
}

void CoreCountersTest::countersThatNeverRunAreNotOffered() {
    QFETCH(QString, watchdog);
    QFETCH(bool, onlyCycles);
    QFETCH(QString, reason);
    CounterMachine machine;
    addCpus(machine, "0-1");
    setRates(machine);
    machine.root.put("proc/sys/kernel/nmi_watchdog", watchdog.toStdString());
    if (onlyCycles) {
        machine.perf->set(kCycles, 0, {2e9, 0.0});
    } else {
        machine.perf->limitRunning(1);
    }
    QCOMPARE(QString::fromStdString(machine.reason("cpu.ipc")), reason);
    QCOMPARE(machine.reason("llc.misses").empty(), onlyCycles);
    QCOMPARE(machine.perf->openCount(), std::size_t{0});
    machine.open();
    QVERIFY(!machine.has("cpu.ipc"));
    QCOMPARE(machine.has("llc.misses"), onlyCycles);
}

void CoreCountersTest::pairsStandForThemselves_data() {
    QTest::addColumn<int>("refused");
    QTest::addColumn<bool>("hasIpc");
    QTest::addColumn<bool>("hasCache");
    QTest::newRow("no cycles") << 0 << false << true;
    QTest::newRow("no instructions") << 1 << false << true;
    QTest::newRow("no references") << 2 << true << false;
    QTest::newRow("no misses") << 3 << true << false;
}

void CoreCountersTest::pairsStandForThemselves() {
    QFETCH(int, refused);
    QFETCH(bool, hasIpc);
    QFETCH(bool, hasCache);
    CounterMachine machine;
    addCpus(machine, "0-1");
    setRates(machine);
    const std::array events{kCycles, kInstructions, kReferences, kMisses};
    machine.perf->refuse(events[static_cast<std::size_t>(refused)], ENOENT);
    machine.open();
    QCOMPARE(machine.has("cpu.ipc"), hasIpc);
    QCOMPARE(machine.has("llc.references"), hasCache);
    QCOMPARE(machine.has("llc.misses"), hasCache);
    QCOMPARE(machine.perf->openCount(), std::size_t{4});
    machine.sample(1.0);
    QCOMPARE(machine.value(hasIpc ? "cpu.ipc" : "llc.references"), hasIpc ? 2.0 : 6e6);
    machine.close();
    QCOMPARE(machine.reason("cpu.ipc").empty(), hasIpc);
    QCOMPARE(machine.reason("llc.references").empty(), hasCache);
    QCOMPARE(machine.reason("llc.misses").empty(), hasCache);
}

void CoreCountersTest::tooFewRegistersForAllMakePairs() {
    CounterMachine machine;
    addCpus(machine, "0-1");
    setRates(machine);
    machine.perf->limitGroups(2);
    machine.open();
    QCOMPARE(machine.perf->openCount(), std::size_t{8});
    machine.perf->set(kReferences, 1, {3e6, 0.5});
    machine.perf->set(kMisses, 1, {1e6, 0.5});
    machine.sample(1.0);
    QCOMPARE(machine.value("cpu.ipc"), 2.0);
    QCOMPARE(machine.value("llc.misses"), 2e6);
    QCOMPARE(machine.provenance("cpu.ipc"), Provenance::HardwareCounter);
    QCOMPARE(machine.provenance("llc.references"), Provenance::ScaledHardwareCounter);
    QCOMPARE(machine.provenance("llc.misses"), Provenance::ScaledHardwareCounter);
}

void CoreCountersTest::resetIsMissingOnce() {
    CounterMachine machine;
    addCpus(machine, "0-1");
    setRates(machine);
    machine.open();
    machine.sample(10.0);
    machine.perf->startAgainFromZero(1);
    machine.sample(1.0);
    QVERIFY(machine.isMissing("cpu.ipc"));
    QVERIFY(machine.isMissing("llc.misses"));
    machine.sample(1.0);
    QCOMPARE(machine.value("cpu.ipc"), 2.0);
    QCOMPARE(machine.value("llc.misses"), 2e6);
}

void CoreCountersTest::lostCpuIsMissingThenLeftOutThenBack() {
    CounterMachine machine;
    addCpus(machine, "0-1");
    setRates(machine);
    machine.open();
    machine.sample(1.0);
    machine.perf->setOnline(1, false);
    machine.sample(1.0);
    QVERIFY(machine.isMissing("cpu.ipc"));
    QVERIFY(machine.isMissing("llc.misses"));
    machine.sample(1.0);  // when it went is still not known
    QVERIFY(machine.isMissing("llc.misses"));
    machine.sample(1.0);  // offline throughout: the other CPU is the whole machine
    QCOMPARE(machine.value("llc.misses"), 1e6);
    QCOMPARE(machine.value("cpu.ipc"), 1.0);
    machine.perf->setOnline(1, true);
    machine.sample(1.0);
    QVERIFY(machine.isMissing("llc.misses"));
    machine.sample(1.0);
    QCOMPARE(machine.value("llc.misses"), 2e6);
    QCOMPARE(machine.value("cpu.ipc"), 2.0);
}

namespace {

// One event on a CPU, and a clock that the test moves.
class SingleCounter {
public:
    std::shared_ptr<FakePerf> perf = std::make_shared<FakePerf>();
    CounterGroup group{perf, [] { return s_now; }, std::array{kCycles}, 0};

    SingleCounter() {
        s_now = 0;
        perf->set(kCycles, {1e9, 1.0});
    }
    void pass(std::int64_t ns) const {
        s_now += ns;
        perf->pass(static_cast<double>(ns) * 1e-9);
    }

private:
    static inline std::int64_t s_now = 0;
};

constexpr std::int64_t kMillisecond = 1'000'000;

}  // namespace

void CoreCountersTest::threadThatHadToWaitLosesNothing() {
    for (const bool lateAtFirst : {false, true}) {
        SingleCounter counter;
        QCOMPARE(counter.group.open(), 0);
        for (int i = 0; i < 6; ++i) {
            const bool late = (i % 2 == 0) == lateAtFirst;
            counter.perf->beforeReading([&] { counter.pass(late ? 5 * kMillisecond : 0); });
            counter.group.refresh();
            const CounterGroup::Interval interval = counter.group.advance();
            QCOMPARE(interval.kind == CounterGroup::Kind::Known, i > 0);
            if (i > 0) {
                QCOMPARE(interval.perSecond[0], 1e9);
            }
            counter.pass(10 * kMillisecond);
        }
    }
}

void CoreCountersTest::counterThatStandsStillIsMissing() {
    SingleCounter counter;
    QCOMPARE(counter.group.open(), 0);
    counter.group.refresh();
    counter.pass(10 * kMillisecond);
    counter.perf->setOnline(0, false);  // a single event is read on without an error
    counter.pass(10 * kMillisecond);
    counter.group.refresh();
    QVERIFY(counter.group.advance().kind == CounterGroup::Kind::Unknown);
    QCOMPARE(counter.perf->openCount(), std::size_t{0});
    counter.group.refresh();
    QVERIFY(counter.group.advance().kind == CounterGroup::Kind::Unknown);
    counter.group.refresh();
    QVERIFY(counter.group.advance().kind == CounterGroup::Kind::Offline);
}

void CoreCountersTest::endOfFileIsMissingUntilReopened() {
    CounterMachine machine;
    addCpus(machine, "0-1");
    setRates(machine);
    machine.open();
    machine.sample(1.0);
    machine.perf->endOfFile(0);
    for (int i = 0; i < 3; ++i) {
        machine.sample(1.0);
        QVERIFY(machine.isMissing("cpu.ipc"));
        QVERIFY(machine.isMissing("llc.references"));
    }
    machine.perf->readAgain(0);
    machine.sample(1.0);
    QVERIFY(machine.isMissing("cpu.ipc"));  // the base line of the counters opened anew
    machine.sample(1.0);
    QCOMPARE(machine.value("cpu.ipc"), 2.0);
    QCOMPARE(machine.value("llc.references"), 6e6);
    QCOMPARE(machine.perf->openCount(), std::size_t{8});
}

void CoreCountersTest::cpuThatIsOfflineAtFirstCountsWhenItComes() {
    CounterMachine machine;
    addCpus(machine, "0-1");
    setRates(machine);
    machine.perf->setOnline(0, false);
    machine.open();
    machine.sample(1.0);
    QCOMPARE(machine.value("cpu.ipc"), 4.0);
    machine.perf->setOnline(0, true);
    machine.sample(1.0);
    QVERIFY(machine.isMissing("cpu.ipc"));
    machine.sample(1.0);
    QCOMPARE(machine.value("cpu.ipc"), 2.0);
}

void CoreCountersTest::cacheEventsOfOtherMakersAreNotTheLastLevel_data() {
    QTest::addColumn<QString>("pmu");
    QTest::addColumn<QString>("vendor");
    QTest::newRow("AMD") << "cpu"
                         << "AuthenticAMD";
    QTest::newRow("Hygon") << "cpu"
                           << "HygonGenuine";
    QTest::newRow("Arm") << "armv8_pmuv3_0"
                         << "";
}

void CoreCountersTest::cacheEventsOfOtherMakersAreNotTheLastLevel() {
    QFETCH(QString, pmu);
    QFETCH(QString, vendor);
    CounterMachine machine;
    machine.device(pmu.toStdString(), "type", "4\n");
    machine.root.put("sys/devices/system/cpu/present", "0-1\n");
    setVendor(machine, vendor.toStdString());
    setRates(machine);
    machine.open();
    QVERIFY(!machine.has("llc.references"));
    QVERIFY(!machine.has("llc.misses"));
    QCOMPARE(machine.perf->openCount(), std::size_t{4});
    machine.sample(1.0);
    QCOMPARE(machine.value("cpu.ipc"), 2.0);
    machine.close();
    for (const char* id : {"llc.references", "llc.misses"}) {
        QCOMPARE(machine.reason(id), std::string("The kernel's cache events count the last-level cache on Intel's CPUs "
                                                 "only; on this one a cache above it would pass for it."));
    }
}

namespace {

// Kinds of CPU with their types and CPUs, and the rates of their cache events.
struct HybridKind {
    const char* name;
    unsigned type;
    const char* cpus;
    double rate;
};

void addHybrid(const CounterMachine& machine, std::initializer_list<HybridKind> kinds) {
    setVendor(machine, "GenuineIntel");
    for (const HybridKind& kind : kinds) {
        machine.device(kind.name, "type", std::to_string(kind.type));
        machine.device(kind.name, "cpus", kind.cpus);
        for (PerfEvent event : {kReferences, kMisses}) {
            event.config |= std::uint64_t{kind.type} << 32U;
            machine.perf->set(event, {kind.rate, 1.0});
        }
    }
}

}  // namespace

void CoreCountersTest::hybridCpusAreAskedByKind() {
    CounterMachine machine;
    machine.root.put("sys/devices/system/cpu/present", "0-3\n");
    machine.root.put("sys/devices/system/cpu/online", "0-3\n");
    addHybrid(machine, {{"cpu_core", 4, "0-1", 1e6}, {"cpu_atom", 10, "2", 5e6}, {"cpu_lowpower", 11, "3", 2e7}});
    machine.device("cpu_other", "type", "12");  // names no CPUs, and is none
    machine.open();
    machine.sample(1.0);
    QCOMPARE(machine.value("llc.misses"), 27e6);
}

void CoreCountersTest::kindsThatLeaveACpuOutAreRefused() {
    CounterMachine machine;
    machine.root.put("sys/devices/system/cpu/present", "0-4\n");
    machine.root.put("sys/devices/system/cpu/online", "0-3\n");
    addHybrid(machine, {{"cpu_core", 4, "0-1", 1e6}, {"cpu_atom", 10, "2", 5e6}});
    for (const char* id : {"cpu.ipc", "llc.references", "llc.misses"}) {
        QCOMPARE(machine.reason(id), std::string("The kernel offers counters of some kinds of CPU here, but none for "
                                                 "CPU 3; the others would pass for all."));
    }
    machine.root.put("sys/devices/system/cpu/online", "0-2\n");
    QCOMPARE(machine.reason("llc.misses"), std::string());
}

void CoreCountersTest::limitOfOpenFilesIsRaised() {
    constexpr std::size_t kEvents = 512;
    constexpr std::size_t kNeeded = kEvents + telemetry::PerfSystem::kOtherFiles;
    for (const std::size_t soft : {std::size_t{100}, kEvents, kNeeded - 1, kNeeded}) {
        CounterMachine machine;
        addCpus(machine, "0-127");
        machine.perf->limitOpenFiles(soft, kNeeded);
        machine.open();
        QVERIFY(machine.has("cpu.ipc"));
        QCOMPARE(machine.perf->openCount(), kEvents);
        QCOMPARE(machine.perf->openFileLimit(), kNeeded);  // before the other files are without
        machine.close();
        machine.perf->limitOpenFiles(soft - 1, kNeeded - 1);
        const std::string reason = machine.reason("llc.misses");
        QVERIFY2(reason.find("open files") != std::string::npos && reason.find("ulimit -Hn") != std::string::npos,
                 reason.c_str());
    }
}

void CoreCountersTest::descriptorsAreGivenBack() {
    CounterMachine machine;
    addCpus(machine, "0-3");
    machine.open();
    QCOMPARE(machine.perf->openCount(), std::size_t{16});
    machine.close();
    QCOMPARE(machine.perf->openCount(), std::size_t{0});
    machine.perf->refuse(kInstructions, EINVAL);  // the leader is already open then
    QVERIFY(!machine.reason("cpu.ipc").empty());
    QCOMPARE(machine.perf->openCount(), std::size_t{0});
}

void CoreCountersTest::reasons_data() {
    QTest::addColumn<int>("error");
    QTest::addColumn<QString>("paranoia");
    QTest::addColumn<QString>("reason");
    QTest::newRow("paranoid") << EACCES << "2"
                              << "Counting cycles and instructions on all CPUs needs the capability CAP_PERFMON, or "
                                 "kernel.perf_event_paranoid at 0 instead of 2: sudo sysctl "
                                 "kernel.perf_event_paranoid=0.";
    QTest::newRow("container") << EPERM << "-1"
                               << "The kernel does not let this program count cycles and instructions on all CPUs "
                                  "(Operation not permitted), as is usual inside containers: allow perf_event_open "
                                  "there or run outside.";
    QTest::newRow("no such event") << ENOENT << "0"
                                   << "The hardware or its hypervisor does not count cycles and instructions on all "
                                      "CPUs (No such file or directory).";
    QTest::newRow("no perf") << ENOSYS << "0"
                             << "The kernel was built without perf events, so that cycles and instructions on all "
                                "CPUs cannot be counted.";
    QTest::newRow("reserved") << EBUSY << "0"
                              << "Another program has reserved the counters of cycles and instructions on all CPUs.";
    QTest::newRow("all offline") << ENODEV << "0"
                                 << "No CPU that is online counts cycles and instructions on all CPUs.";
    QTest::newRow("file table") << ENFILE << "0"
                                << "Counting cycles and instructions on all CPUs needs more open files than this "
                                   "machine has left (fs.file-max).";
}

void CoreCountersTest::reasons() {
    QFETCH(int, error);
    QFETCH(QString, paranoia);
    QFETCH(QString, reason);
    CounterMachine machine;
    addCpus(machine, "0-1");
    machine.root.put("proc/sys/kernel/perf_event_paranoid", paranoia.toStdString() + "\n");
    machine.perf->refuse(kCycles, error);
    QCOMPARE(QString::fromStdString(machine.reason("cpu.ipc")), reason);
    QCOMPARE(machine.reason("llc.misses"), std::string());  // one pair of events does not need the other
}

// The real system calls, with an event that also machines without hardware counters have.
void CoreCountersTest::kernelCountsSoftwareEvents() {
    const auto perf = telemetry::kernelPerf();
    const std::array events{PerfEvent{PERF_TYPE_SOFTWARE, PERF_COUNT_SW_CONTEXT_SWITCHES},
                            PerfEvent{PERF_TYPE_SOFTWARE, PERF_COUNT_SW_PAGE_FAULTS}};
    // On the CPU that is counted, so that every sleep is a context switch there.
    cpu_set_t usable;
    QCOMPARE(::sched_getaffinity(0, sizeof(usable), &usable), 0);
    int cpu = 0;
    while (!CPU_ISSET(cpu, &usable)) {
        ++cpu;
    }
    cpu_set_t one;
    CPU_ZERO(&one);
    CPU_SET(cpu, &one);
    QCOMPARE(::sched_setaffinity(0, sizeof(one), &one), 0);
    const auto widen = qScopeGuard([&] { ::sched_setaffinity(0, sizeof(usable), &usable); });
    CounterGroup group(perf, monotonicNs, events, cpu);
    if (const int error = group.open(); error != 0) {
        QSKIP(telemetry::perfRefusal(error, "software events", {}).c_str());
    }
    group.refresh();
    QVERIFY(group.advance().kind == CounterGroup::Kind::Unknown);
    constexpr int kSwitches = 20;
    const std::int64_t begin = monotonicNs();
    for (int i = 0; i < kSwitches; ++i) {
        QTest::qSleep(2);
    }
    // Memory that is touched for the first time is a page fault.
    constexpr std::size_t kBytes = 4 << 20;
    void* fresh = ::mmap(nullptr, kBytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    QVERIFY(fresh != MAP_FAILED);
    std::memset(fresh, 1, kBytes);
    ::munmap(fresh, kBytes);
    group.refresh();
    const double seconds = secondsFromNs(monotonicNs() - begin);
    const CounterGroup::Interval interval = group.advance();
    QVERIFY(interval.kind == CounterGroup::Kind::Known);
    QVERIFY(!interval.scaled);
    QVERIFY2(interval.perSecond[0] * seconds >= 0.9 * kSwitches, qPrintable(QString::number(interval.perSecond[0])));
    QVERIFY(interval.perSecond[1] * seconds >= 0.9);
    QCOMPARE(perf->open({PERF_TYPE_SOFTWARE, 0xffff}, cpu, -1), -ENOENT);
}

QTEST_GUILESS_MAIN(CoreCountersTest)
#include "tst_corecounters.moc"
