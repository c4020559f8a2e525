// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "simulation/mix.h"

#include <QtTest>
#include <set>

using namespace mimesys;
using simulation::Load;
using simulation::MixedTrace;
using simulation::MixOptions;

// Traces of applications on a simulated machine: within what it can do, and different from each other.
class MixTest : public QObject {
    Q_OBJECT

private slots:
    void sameSeedGivesTheSameTraceAndAnotherADifferentOne();
    void everythingSaysSimulated();
    void valuesStayWithinTheMachine();
    void loadDecidesTheCores_data();
    void loadDecidesTheCores();
    void manyTracesCoverTheMachine();
    void periodAndLengthAreKept();
    void whatDoesNotFitIsRefused_data();
    void whatDoesNotFitIsRefused();
    void stoppedSimulationIsNoError();
};

namespace {

const simulation::Profile& profile() {
    static const simulation::Profile kProfile = simulation::readProfile(PROFILES "/c220g2.json").value();
    return kProfile;
}

MixedTrace mix(const MixOptions& options) {
    return simulation::simulateMix(profile(), options).value().value();
}

MixOptions seeded(std::uint64_t seed, double seconds = 40.0) {
    MixOptions options;
    options.seed = seed;
    options.seconds = seconds;
    return options;
}

const std::vector<float>& column(const MixedTrace& mixed, const char* id) {
    return mixed.trace->find(id)->values;
}

bool sameValues(const trace::Trace& a, const trace::Trace& b) {
    return std::ranges::equal(a.columns, b.columns, [](const auto& x, const auto& y) { return x.values == y.values; });
}

}  // namespace

void MixTest::sameSeedGivesTheSameTraceAndAnotherADifferentOne() {
    const MixedTrace first = mix(seeded(4));
    const MixedTrace again = mix(seeded(4));
    QVERIFY(sameValues(*first.trace, *again.trace));
    QVERIFY(first.trace->attributes == again.trace->attributes);
    QVERIFY(!sameValues(*first.trace, *mix(seeded(5)).trace));
}

void MixTest::everythingSaysSimulated() {
    MixOptions options = seeded(9);
    options.load = Load::Middle;
    const MixedTrace mixed = mix(options);
    QCOMPARE(mixed.trace->columns.size(), std::size_t{28});
    for (const trace::Column& values : mixed.trace->columns) {
        QVERIFY(values.provenance == Provenance::Simulation);
    }
    QCOMPARE(mixed.trace->attributes.at("load"), std::string("mid"));
    QCOMPARE(mixed.trace->attributes.at("seed"), std::string("9"));
    QVERIFY(mixed.trace->attributes.at("source").starts_with("simulated"));
    QVERIFY(!mixed.trace->attributes.at("applications").empty());
}

void MixTest::valuesStayWithinTheMachine() {
    const double bandwidth = profile().sockets * profile().peakBytesPerSecond * 1e-9;
    for (std::uint64_t seed = 1; seed <= 25; ++seed) {
        const MixedTrace mixed = mix(seeded(seed));
        for (const trace::Column& values : mixed.trace->columns) {
            const bool cpu = cpuOfUtilizationId(values.metric.id).has_value();
            for (const float value : values.values) {
                QVERIFY2(std::isfinite(value) && value >= 0.0F && (!cpu || value <= 100.0F), values.metric.id.c_str());
            }
        }
        for (std::size_t i = 0; i < mixed.trace->sampleCount(); ++i) {
            const auto at = [&](const char* id) {
                return static_cast<double>(column(mixed, id)[i]);
            };
            QVERIFY(at("memory.read_bandwidth") + at("memory.write_bandwidth") < bandwidth);
            QVERIFY(at("llc.misses") <= 1.15 * at("llc.references") + 3e5);
            QVERIFY(at("llc.occupancy") <= profile().sockets * profile().llcBytes);
            QVERIFY(at("cpu.ipc") < 4.0);
            QVERIFY(at("disk.read") * 1e6 < 1.2 * profile().disk.readBytesPerSecond);
            QVERIFY(at("disk.write") * 1e6 < 1.2 * profile().disk.writeBytesPerSecond);
        }
    }
}

void MixTest::loadDecidesTheCores_data() {
    QTest::addColumn<int>("load");
    QTest::addColumn<int>("fewest");
    QTest::addColumn<int>("most");
    QTest::newRow("low") << 0 << 1 << 6;
    QTest::newRow("mid") << 1 << 7 << 12;
    QTest::newRow("high") << 2 << 13 << 20;
}

void MixTest::loadDecidesTheCores() {
    QFETCH(int, load);
    QFETCH(int, fewest);
    QFETCH(int, most);
    std::set<std::size_t> sizes;
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        MixOptions options = seeded(seed, 5.0);
        options.load = static_cast<Load>(load);
        const MixedTrace mixed = mix(options);
        QVERIFY(mixed.cores >= static_cast<std::size_t>(fewest) && mixed.cores <= static_cast<std::size_t>(most));
        QVERIFY(mixed.load == *options.load);
        QVERIFY(!mixed.applications.empty() && mixed.applications.size() <= 6);
        sizes.insert(mixed.cores);
        // A CPU that no application has runs the operating system alone.
        std::size_t busy = 0;
        for (int cpu = 0; cpu < 20; ++cpu) {
            busy += std::ranges::max(column(mixed, cpuUtilizationId(cpu).c_str())) > 6.0F ? 1 : 0;
        }
        QVERIFY(busy <= mixed.cores);
    }
    QVERIFY(sizes.size() >= 3);
}

void MixTest::manyTracesCoverTheMachine() {
    float highestCpu = 0.0F;
    float highestRead = 0.0F;
    float highestDiskRead = 0.0F;
    float highestDiskWrite = 0.0F;
    float lowestIpc = 10.0F;
    float highestIpc = 0.0F;
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        const MixedTrace mixed = mix(seeded(seed));
        highestCpu = std::max(highestCpu, std::ranges::max(column(mixed, "cpu.utilization[3]")));
        highestRead = std::max(highestRead, std::ranges::max(column(mixed, "memory.read_bandwidth")));
        highestDiskRead = std::max(highestDiskRead, std::ranges::max(column(mixed, "disk.read")));
        highestDiskWrite = std::max(highestDiskWrite, std::ranges::max(column(mixed, "disk.write")));
        lowestIpc = std::min(lowestIpc, std::ranges::min(column(mixed, "cpu.ipc")));
        highestIpc = std::max(highestIpc, std::ranges::max(column(mixed, "cpu.ipc")));
    }
    QVERIFY(highestCpu > 95.0F);
    QVERIFY(highestRead > 30.0F);
    QVERIFY(highestDiskRead > 400.0F);
    QVERIFY(highestDiskWrite > 350.0F);
    QVERIFY(lowestIpc < 0.5F);
    QVERIFY(highestIpc > 1.8F);
}

void MixTest::periodAndLengthAreKept() {
    MixOptions options = seeded(2, 10.0);
    options.periodSeconds = 0.25;
    const MixedTrace mixed = mix(options);
    QCOMPARE(mixed.trace->sampleCount(), std::size_t{40});
    QCOMPARE(mixed.trace->timesNs[0] - mixed.trace->startNs, std::int64_t{250'000'000});
}

void MixTest::whatDoesNotFitIsRefused_data() {
    QTest::addColumn<int>("applications");
    QTest::addColumn<double>("seconds");
    QTest::addColumn<double>("period");
    QTest::newRow("applications") << 7 << 10.0 << 1.0;
    QTest::newRow("negative") << -1 << 10.0 << 1.0;
    QTest::newRow("no time") << 1 << 0.5 << 1.0;
    QTest::newRow("endless") << 1 << 1e300 << 1.0;
    QTest::newRow("no period") << 1 << 10.0 << 0.0;
    QTest::newRow("no number") << 1 << std::nan("") << 1.0;
}

void MixTest::whatDoesNotFitIsRefused() {
    QFETCH(int, applications);
    QFETCH(double, seconds);
    QFETCH(double, period);
    MixOptions options;
    options.applications = applications;
    options.seconds = seconds;
    options.periodSeconds = period;
    const auto refused = simulation::simulateMix(profile(), options);
    QVERIFY(!refused.has_value());
    QVERIFY(refused.error().code == ErrorCode::BadInput);
}

void MixTest::stoppedSimulationIsNoError() {
    std::stop_source source;
    source.request_stop();
    const auto stopped = simulation::simulateMix(profile(), seeded(1), source.get_token());
    QVERIFY(stopped.has_value());
    QVERIFY(!stopped->has_value());
}

QTEST_GUILESS_MAIN(MixTest)
#include "tst_mix.moc"
