// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/clock.h"
#include "base/random.h"
#include "stressor/distance.h"
#include "stressor/stressor.h"
#include "stressor/workingset.h"

#include <QtTest>
#include <atomic>
#include <cmath>
#include <cstdlib>
#include <new>
#include <set>

using namespace mimesys;
using namespace mimesys::stressor;

namespace {

std::atomic<long> g_allocations = 0;

void* countedAllocation(std::size_t size) {
    ++g_allocations;
    if (void* memory = std::malloc(size == 0 ? 1 : size)) {
        return memory;
    }
    throw std::bad_alloc();
}

}  // namespace

void* operator new(std::size_t size) {
    return countedAllocation(size);
}
void operator delete(void* memory) noexcept {
    std::free(memory);
}
void operator delete(void* memory, std::size_t /*size*/) noexcept {
    std::free(memory);
}

class StressorsTest : public QObject {
    Q_OBJECT

private slots:
    void cardsSayWhatTheyAre();
    void cardsAreFoundByName();
    void cpuBodiesPollStopAndGoOn_data();
    void cpuBodiesPollStopAndGoOn();
    void workingSetsFollowTheCaches_data();
    void workingSetsFollowTheCaches();
    void cachesThatAreNotToldHaveFallbacks();
    void distancesOfAllWidthsAgree();
};

namespace {

machine::Cache cache(int level, const char* type, std::int64_t bytes, std::vector<int> shared) {
    return {.level = level, .type = type, .sizeBytes = bytes, .sharedCpus = std::move(shared)};
}

machine::Machine smallMachine() {
    machine::Machine machine;
    machine.cpus = {{.id = 0, .socket = 0, .core = 0, .node = 0}};
    machine.usableCpus = {0};
    machine.memoryBytes = std::int64_t{64} << 20;
    machine.caches = {cache(1, "Data", 32 << 10, {0}), cache(2, "Unified", 128 << 10, {0})};
    return machine;
}

// Due at every n-th question.
class DueAfter final : public Interrupt {
public:
    explicit DueAfter(int questions) : m_left(questions) {}
    bool due() override { return m_left-- <= 0; }
    void sleepUntil(std::int64_t /*time*/) override {}
    std::int64_t windowEndNs() const override { return std::numeric_limits<std::int64_t>::max(); }
    double fraction() const override { return 1.0; }

private:
    int m_left;
};

}  // namespace

void StressorsTest::cardsSayWhatTheyAre() {
    std::set<std::string_view> names;
    std::set<Class> classes;
    for (const Card& card : catalogue()) {
        QVERIFY2(names.insert(card.name).second, "names are unique");
        classes.insert(card.stressorClass);
        QVERIFY(card.loads.ends_with('.'));
        QVERIFY(card.demand(smallMachine()).memoryBytes > 0);
        QCOMPARE(card.stressorClass == Class::Disk, card.accounting == Accounting::ElapsedTime);
        QCOMPARE(card.stressorClass == Class::Disk, card.demand(smallMachine()).scratchBytes > 0);
    }
    QCOMPARE(classes.size(), std::size_t{4});
    const std::set<std::string_view> expected{"zstd-decompress", "simd-distance-256", "memcpy-l1",       "hash-insert",
                                              "stream-dram",     "disk-read-paced",   "disk-write-paced"};
    QCOMPARE(names, expected);
}

void StressorsTest::cardsAreFoundByName() {
    QCOMPARE(findCard("memcpy-l1")->stressorClass, Class::Cache);
    QVERIFY(findCard("memcpy-l") == nullptr);
    QVERIFY(findCard("") == nullptr);
}

void StressorsTest::cpuBodiesPollStopAndGoOn_data() {
    QTest::addColumn<QString>("name");
    for (const Card& card : catalogue()) {
        if (card.accounting == Accounting::CpuTime) {
            QTest::newRow(card.name.data()) << QString::fromUtf8(card.name.data());
        }
    }
}

void StressorsTest::cpuBodiesPollStopAndGoOn() {
    QFETCH(QString, name);
    const machine::Machine machine = smallMachine();
    const Card* card = findCard(name.toStdString());
    QCOMPARE(card->unavailable(machine, "/does/not/exist"), std::string());
    const auto body = card->prepare({.machine = machine, .cpu = 0, .workers = 1, .seed = 7, .scratchDirectory = {}});
    QVERIFY(body.has_value());
    const long before = g_allocations;
    const std::int64_t cpuBefore = threadCpuNs();
    for (int call = 0; call < 3; ++call) {
        // Enough for the hash set to be full and emptied and for the stream to begin anew.
        DueAfter interrupt(1000);
        (*body)->run(interrupt);
    }
    QCOMPARE(g_allocations.load(), before);
    QVERIFY(threadCpuNs() > cpuBefore);
}

void StressorsTest::workingSetsFollowTheCaches_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<qint64>("l1");
    QTest::addColumn<qint64>("l2");
    QTest::addColumn<qint64>("l3");
    QTest::addColumn<int>("sharing");
    QTest::addColumn<qint64>("atLeast");
    QTest::addColumn<qint64>("atMost");
    constexpr qint64 kKiB = 1024;
    constexpr qint64 kMiB = 1024 * kKiB;
    QTest::newRow("memcpy, 48 KiB L1") << "memcpy-l1" << 48 * kKiB << 2 * kMiB << 64 * kMiB << 2 << 36 * kKiB
                                       << 36 * kKiB;
    QTest::newRow("memcpy, 32 KiB L1") << "memcpy-l1" << 32 * kKiB << 2 * kMiB << 64 * kMiB << 2 << 24 * kKiB
                                       << 24 * kKiB;
    QTest::newRow("hash set, 256 KiB L2")
        << "hash-insert" << 32 * kKiB << 256 * kKiB << 8 * kMiB << 2 << 1 * kMiB << 4 * kMiB;
    QTest::newRow("hash set, 2 MiB L2") << "hash-insert" << 32 * kKiB << 2 * kMiB << 64 * kMiB << 2 << 8 * kMiB
                                        << 32 * kMiB;
    QTest::newRow("stream, 32 MiB shared by 4")
        << "stream-dram" << 32 * kKiB << 1 * kMiB << 32 * kMiB << 4 << 32 * kMiB << 32 * kMiB;
    QTest::newRow("stream, bounded") << "stream-dram" << 32 * kKiB << 2 * kMiB << 260 * kMiB << 2 << 256 * kMiB
                                     << 256 * kMiB;
}

void StressorsTest::workingSetsFollowTheCaches() {
    QFETCH(QString, name);
    QFETCH(qint64, l1);
    QFETCH(qint64, l2);
    QFETCH(qint64, l3);
    QFETCH(int, sharing);
    QFETCH(qint64, atLeast);
    QFETCH(qint64, atMost);
    machine::Machine machine = smallMachine();
    machine.memoryBytes = std::int64_t{64} << 30;
    std::vector<int> shared;
    for (int cpu = 0; cpu < sharing; ++cpu) {
        shared.push_back(cpu);
    }
    machine.usableCpus = shared;
    machine.caches = {cache(1, "Data", l1, {0}), cache(1, "Instruction", l1, {0}), cache(2, "Unified", l2, {0}),
                      cache(3, "Unified", l3, shared)};
    const std::int64_t bytes = findCard(name.toStdString())->demand(machine).memoryBytes;
    QVERIFY2(bytes >= atLeast && bytes <= atMost, qPrintable(QString::number(bytes)));
}

void StressorsTest::cachesThatAreNotToldHaveFallbacks() {
    const machine::Machine unknown;
    QCOMPARE(l1DataBytes(unknown), std::int64_t{32} << 10);
    QCOMPARE(l2Bytes(unknown), std::int64_t{1} << 20);
    QCOMPARE(lastLevelShareBytes(unknown), std::int64_t{2} << 20);
    for (const Card& card : catalogue()) {
        QVERIFY(card.demand(unknown).memoryBytes > 0);
        QVERIFY(card.demand(unknown).memoryBytes <= std::int64_t{256} << 20);
    }
    machine::Machine misread;
    misread.caches = {cache(1, "Data", 1, {}), cache(2, "Unified", std::int64_t{1} << 60, {})};
    QCOMPARE(l1DataBytes(misread), std::int64_t{8} << 10);
    QCOMPARE(l2Bytes(misread), std::int64_t{64} << 20);
}

void StressorsTest::distancesOfAllWidthsAgree() {
    Random random(3);
    std::vector<float> a(kDimensions);
    std::vector<float> b(kDimensions);
    double expected = 0.0;
    for (std::size_t i = 0; i < kDimensions; ++i) {
        a[i] = static_cast<float>(random.uniform());
        b[i] = static_cast<float>(random.uniform());
        expected += (double{a[i]} - b[i]) * (double{a[i]} - b[i]);
    }
    QVERIFY(distanceVariants().back().supported);
    for (const DistanceVariant& variant : distanceVariants()) {
        if (variant.supported) {
            QVERIFY2(std::abs(variant.distance(a.data(), b.data()) - expected) < 1e-3, variant.name.data());
            QCOMPARE(variant.distance(a.data(), a.data()), 0.0F);
        }
    }
}

QTEST_GUILESS_MAIN(StressorsTest)
#include "tst_stressors.moc"
