// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "simulation/machine.h"

#include <QtTest>

using namespace mimesys;
using simulation::Demand;
using simulation::Tenant;
using simulation::Totals;

// The physics of a simulated machine: what contention, saturation and state do to what counters would say.
class SimulatedMachineTest : public QObject {
    Q_OBJECT

private slots:
    void halfAShareIsHalfBusy();
    void bandwidthSaturates();
    void cachesHoldNoMoreThanTheyCan();
    void neighboursOnASocketSlowEachOtherDown();
    void warmCacheMissesLess();
    void linesStayUntilOthersComeOrTheSocketIdles();
    void fixedWorkTakesLongerBesideStreams();
    void cpuIsNeverBusyForMoreThanAllTheTime();
    void sustainedLoadTakesTheTurboAway();
    void idleMemoryIsSlowAtFirst();
    void remoteMemoryIsTheOtherSockets();
    void dirtyPagesDrainAfterTheWriterStopped();
    void everyWrittenByteReachesTheDiskOnceOrIsOverwritten();
    void writersWaitAtTheLimit();
    void diskIsSharedAtItsRate();
    void secondReadComesFromThePageCache();
};

namespace {

constexpr double kStep = 0.05;

simulation::Profile profile() {
    simulation::Profile profile = simulation::readProfile(PROFILES "/c220g2.json").value();
    profile.backgroundShare = profile.firstCpuShare = 0.0;
    profile.background.diskWrite = 0.0;
    profile.disk.jitter = 0.0;
    return profile;
}

Demand stream() {
    return {.name = "stream",
            .instructionsPerCycle = 2.0,
            .linesPerInstruction = 0.1,
            .workingSetBytes = 1e9,
            .streaming = 1.0,
            .overlap = 16.0,
            .dirty = 0.3};
}

Demand lookups(double workingSet) {
    return {.name = "lookups", .linesPerInstruction = 0.02, .workingSetBytes = workingSet, .overlap = 4.0};
}

Demand writer(double bytesPerSecond) {
    return {.name = "writer", .cpuPerTime = 0.0, .diskWrite = bytesPerSecond, .writtenAtOnce = true};
}

std::vector<Tenant> on(int firstCpu, int count, std::size_t demand = 0, double share = 1.0) {
    std::vector<Tenant> tenants;
    for (int cpu = firstCpu; cpu < firstCpu + count; ++cpu) {
        tenants.push_back({.cpu = cpu, .demand = demand, .share = share, .ceiling = 1.0});
    }
    return tenants;
}

std::vector<Tenant> both(std::vector<Tenant> tenants, const std::vector<Tenant>& others) {
    tenants.insert(tenants.end(), others.begin(), others.end());
    return tenants;
}

// What is counted during `seconds` of these tenants.
Totals during(simulation::Machine& machine, const std::vector<Tenant>& tenants, double seconds) {
    const Totals before = machine.totals();
    machine.run(tenants);
    for (double passed = 0.0; passed < seconds - 1e-9; passed += kStep) {
        machine.advance(kStep);
    }
    Totals counted = machine.totals();
    for (std::size_t cpu = 0; cpu < counted.busySeconds.size(); ++cpu) {
        counted.busySeconds[cpu] -= before.busySeconds[cpu];
    }
    counted.instructions -= before.instructions;
    counted.cycles -= before.cycles;
    counted.llcReferences -= before.llcReferences;
    counted.llcMisses -= before.llcMisses;
    counted.memoryRead -= before.memoryRead;
    counted.memoryWritten -= before.memoryWritten;
    counted.diskRead -= before.diskRead;
    counted.diskWritten -= before.diskWritten;
    return counted;
}

// The second second, when clocks have settled.
Totals settled(const std::vector<Demand>& demands, const std::vector<Tenant>& tenants) {
    simulation::Machine machine(profile(), demands, 1);
    (void)during(machine, tenants, 1.0);
    return during(machine, tenants, 1.0);
}

}  // namespace

void SimulatedMachineTest::halfAShareIsHalfBusy() {
    const Totals counted = settled({lookups(1e5)}, on(3, 1, 0, 0.5));
    QVERIFY(std::abs(counted.busySeconds[3] - 0.5) < 1e-6);
    QVERIFY(counted.busySeconds[4] < 1e-6);
}

void SimulatedMachineTest::bandwidthSaturates() {
    std::vector<double> traffic;
    for (const int cores : {1, 2, 5, 10}) {
        const Totals counted = settled({stream()}, on(0, cores));
        traffic.push_back(counted.memoryRead + counted.memoryWritten);
    }
    const double peak = profile().peakBytesPerSecond;
    QVERIFY(traffic[0] > 5e9 && traffic[0] < 20e9);
    QVERIFY(traffic[1] > 1.8 * traffic[0]);
    QVERIFY(traffic[3] < peak && traffic[3] > 0.7 * peak);
    QVERIFY(traffic[3] < 6.0 * traffic[0]);
    QVERIFY(traffic[2] < traffic[3]);
}

void SimulatedMachineTest::cachesHoldNoMoreThanTheyCan() {
    const std::vector<Demand> demands{stream(), lookups(3e6), lookups(8e7), lookups(1e4)};
    simulation::Machine machine(profile(), demands, 7);
    Random random(3);
    for (int window = 0; window < 60; ++window) {
        std::vector<Tenant> tenants;
        for (int cpu = 0; cpu < 20; ++cpu) {
            tenants.push_back({.cpu = cpu, .demand = random.below(demands.size()), .share = random.uniform()});
        }
        (void)during(machine, tenants, 2 * kStep);
        for (int socket = 0; socket < 2; ++socket) {
            QVERIFY(machine.occupancy(socket) <= profile().llcBytes * (1.0 + 1e-9));
            QVERIFY(machine.occupancy(socket) > 0.0);
        }
    }
}

void SimulatedMachineTest::neighboursOnASocketSlowEachOtherDown() {
    const std::vector<Demand> demands{stream(), lookups(1e7)};
    const auto cyclesPerInstruction = [&](int streamsFrom, int streams) {
        simulation::Machine machine(profile(), demands, 1);
        const auto streaming = on(streamsFrom, streams);
        (void)during(machine, streaming, 1.0);
        const Totals without = during(machine, streaming, 1.0);
        (void)during(machine, both(streaming, on(0, 1, 1)), 1.0);
        const Totals with = during(machine, both(streaming, on(0, 1, 1)), 1.0);
        return (with.cycles - without.cycles) / (with.instructions - without.instructions);
    };
    const double alone = cyclesPerInstruction(1, 0);
    QVERIFY(cyclesPerInstruction(1, 9) > 2.0 * alone);
    QVERIFY(cyclesPerInstruction(10, 9) < 1.3 * alone);
}

void SimulatedMachineTest::warmCacheMissesLess() {
    const std::vector<Demand> demands{stream(), lookups(1.5e7)};
    const auto missesAfter = [&](const std::vector<Tenant>& before) {
        simulation::Machine machine(profile(), demands, 1);
        (void)during(machine, before, 1.0);
        return during(machine, on(0, 1, 1, 0.05), kStep).llcMisses;
    };
    const double warm = missesAfter(on(0, 1, 1));
    const double cold = missesAfter(on(1, 4));
    QVERIFY2(cold > 3.0 * warm, qPrintable(QString("%1 %2").arg(cold).arg(warm)));
}

void SimulatedMachineTest::linesStayUntilOthersComeOrTheSocketIdles() {
    const std::vector<Demand> demands{lookups(1.5e7)};
    simulation::Machine machine(profile(), demands, 1);
    (void)during(machine, on(0, 1), 1.0);
    const double full = machine.occupancy(0);
    QVERIFY(full > 1.4e7);
    (void)during(machine, {}, 0.5);
    QVERIFY(machine.occupancy(0) > 0.7 * full && machine.occupancy(0) < full);
    (void)during(machine, {}, 30.0);
    QVERIFY(machine.occupancy(0) < 0.1 * full);
}

void SimulatedMachineTest::fixedWorkTakesLongerBesideStreams() {
    Demand service = lookups(2e9);
    service.fixedWork = true;
    const std::vector<Demand> demands{service, stream()};
    const Totals alone = settled(demands, on(0, 1, 0, 0.3));
    const Totals beside = settled(demands, both(on(0, 1, 0, 0.3), on(1, 9, 1)));
    QVERIFY(alone.busySeconds[0] > 0.15 && alone.busySeconds[0] < 0.45);
    QVERIFY(beside.busySeconds[0] > 1.3 * alone.busySeconds[0]);
    QVERIFY(beside.busySeconds[0] <= 1.0);
}

void SimulatedMachineTest::cpuIsNeverBusyForMoreThanAllTheTime() {
    Demand service = lookups(2e9);
    service.fixedWork = true;
    const std::vector<Demand> demands{service, stream()};
    const Totals counted = settled(demands, both(both(on(0, 1, 0, 0.9), on(0, 1, 1, 0.6)), on(0, 1, 1, 0.7)));
    QVERIFY(counted.busySeconds[0] <= 1.0 + 1e-9);
    QVERIFY(counted.cycles <= 1.06 * profile().turboGhz * 1e9);
}

void SimulatedMachineTest::sustainedLoadTakesTheTurboAway() {
    simulation::Machine machine(profile(), {lookups(1e4)}, 1);
    const double first = during(machine, on(0, 10), 0.1).cycles;
    (void)during(machine, on(0, 10), 10.0);
    const double later = during(machine, on(0, 10), 0.1).cycles;
    QVERIFY(later < 0.97 * first);
    QVERIFY(later > profile().baseGhz * 1e9);
}

void SimulatedMachineTest::idleMemoryIsSlowAtFirst() {
    simulation::Machine machine(profile(), {stream()}, 1);
    (void)during(machine, {}, 1.0);
    const double first = during(machine, on(0, 10), 0.1).memoryRead;
    (void)during(machine, on(0, 10), 1.0);
    QVERIFY(first < 0.95 * during(machine, on(0, 10), 0.1).memoryRead);
}

void SimulatedMachineTest::remoteMemoryIsTheOtherSockets() {
    Demand remote = stream();
    remote.remote = 1.0;
    const std::vector<Demand> demands{stream(), remote};
    const double local = settled(demands, on(0, 1, 0)).memoryRead;
    const double far = settled(demands, on(0, 1, 1)).memoryRead;
    const double crowded = settled(demands, both(on(0, 1, 1), on(10, 10, 0))).memoryRead;
    const double crowd = settled(demands, on(10, 10, 0)).memoryRead;
    QVERIFY(far < 0.8 * local);
    QVERIFY(crowded < crowd + 0.8 * far);  // its traffic takes bandwidth of the crowd's socket
}

void SimulatedMachineTest::dirtyPagesDrainAfterTheWriterStopped() {
    simulation::Machine machine(profile(), {writer(1e9)}, 1);
    (void)during(machine, on(0, 1), 1.0);
    const double backlog = machine.disk().dirtyBytes();
    QVERIFY(backlog > 5e8 && backlog < 6.5e8);
    const Totals after = during(machine, {}, 1.0);
    QVERIFY(std::abs(after.diskWritten - profile().disk.writeBytesPerSecond) < 1e6);
    QVERIFY(after.memoryRead > 3.9e8);  // the device reads what it writes from memory
    (void)during(machine, {}, 2.0);
    QCOMPARE(machine.disk().dirtyBytes(), 0.0);
}

void SimulatedMachineTest::everyWrittenByteReachesTheDiskOnceOrIsOverwritten() {
    Demand ring = writer(5e8);
    ring.rewrittenBytes = 3e7;
    Demand lazy = writer(1e8);
    lazy.writtenAtOnce = false;
    simulation::Machine machine(profile(), {writer(2e8), ring, lazy}, 1);
    const auto tenants = both(both(on(0, 1, 0), on(1, 2, 1)), on(3, 1, 2));
    (void)during(machine, tenants, 2.0);
    (void)during(machine, {}, 20.0);
    const double written = 2.0 * (2e8 + 2 * 5e8 + 1e8);
    QCOMPARE(machine.disk().dirtyBytes(), 0.0);
    QVERIFY(machine.disk().overwrittenBytes() > 1e8);
    const double accounted = machine.totals().diskWritten + machine.disk().overwrittenBytes();
    QVERIFY2(std::abs(accounted - written) < 1e-6 * written, qPrintable(QString::number(accounted)));
}

void SimulatedMachineTest::writersWaitAtTheLimit() {
    simulation::Profile small = profile();
    small.disk.dirtyBackgroundBytes = 5e7;
    small.disk.dirtyLimitBytes = 1e8;
    simulation::Machine machine(small, {writer(5e9)}, 1);
    for (int second = 0; second < 5; ++second) {
        (void)during(machine, on(0, 1), 1.0);
        QVERIFY(machine.disk().dirtyBytes() < 4e8);
    }
    QVERIFY(machine.totals().diskWritten < 5.1 * small.disk.writeBytesPerSecond);
}

void SimulatedMachineTest::diskIsSharedAtItsRate() {
    const Demand reader{.name = "reader", .cpuPerTime = 0.0, .diskRead = 4e8};
    const std::vector<Demand> demands{reader, writer(4e8)};
    const simulation::DiskProfile disk = profile().disk;
    const Totals alone = settled(demands, on(0, 1));
    const Totals many = settled(demands, on(0, 5));
    const Totals mixed = settled(demands, both(on(0, 1), on(5, 1, 1)));
    QVERIFY(std::abs(alone.diskRead - 4e8) < 1e6);
    QVERIFY(std::abs(many.diskRead - disk.readBytesPerSecond) < 1e6);
    QVERIFY(mixed.diskRead < alone.diskRead && mixed.diskWritten < 4e8);
    QVERIFY(mixed.diskRead / disk.readBytesPerSecond + mixed.diskWritten / disk.writeBytesPerSecond < 1.0);
}

void SimulatedMachineTest::secondReadComesFromThePageCache() {
    Demand reader{.name = "reader", .cpuPerTime = 0.0, .diskRead = 4e8, .fileBytes = 4e8};
    simulation::Machine machine(profile(), {reader}, 1);
    const double first = during(machine, on(0, 1), 1.0).diskRead;
    (void)during(machine, on(0, 1), 5.0);
    QVERIFY(during(machine, on(0, 1), 1.0).diskRead < 0.05 * first);
}

QTEST_GUILESS_MAIN(SimulatedMachineTest)
#include "tst_simulatedmachine.moc"
