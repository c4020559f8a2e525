// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/clock.h"
#include "stressor/stressor.h"
#include "stressor/workingset.h"

#include <sched.h>

#include <QTemporaryDir>
#include <QtTest>
#include <atomic>
#include <cstdlib>
#include <filesystem>
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
    void catalogueIsOrderedByClass();
    void cardsAreFoundByName();
    void namesOfTheResearchSystemAreKnown_data();
    void namesOfTheResearchSystemAreKnown();
    void namesMeanOneCard();
    void listsAreChosenFrom_data();
    void listsAreChosenFrom();
    void researchSelectionHasTheirTwentyButTwo();
    void bodiesPollStopAndGoOn_data();
    void bodiesPollStopAndGoOn();
    void workingSetsFollowTheCaches_data();
    void workingSetsFollowTheCaches();
    void cachesThatAreNotToldHaveFallbacks();
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

constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::max();

// Due at every n-th question; its window does not end, and who waits for that goes on at once.
class DueAfter final : public Interrupt {
public:
    explicit DueAfter(int questions) : m_left(questions) {}
    bool due() override {
        ++m_asked;
        return m_left-- <= 0;
    }
    void sleepUntil(std::int64_t time) override {
        if (time != kNever) {
            (void)mimesys::sleepUntil(time, {});
        }
    }
    std::int64_t windowEndNs() const override { return kNever; }
    double fraction() const override { return 1.0; }
    [[nodiscard]] int asked() const { return m_asked; }

private:
    int m_left;
    int m_asked = 0;
};

QString text(std::string_view view) {
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

// The action list of the research system's repository: the column order of its plans.
struct Action {
    const char* upstream;
    const char* name;
};
constexpr std::array<Action, 20> kActions{
    {{"BM_HASHING_Computecrc32c_Fleet_cold", "crc32c-compute-cold"},
     {"BM_LIBC_Memcpy_Fleet_L1", "memcpy-l1"},
     {"BM_LIBC_Memcpy_Fleet_L2", "memcpy-l2"},
     {"BM_LIBC_Memcmp_Fleet_LLC", "memcmp-llc"},
     {"BM_SIMD_SerialDistanceComputation/num_blocks:256/enable_avx512:false/flush_cache:false", "simd-distance-256"},
     {"BM_SWISSMAP_InsertMiss_Cold<::absl::flat_hash_set, 64>/set_size:262144/density:0", "hash-insert-miss-flat"},
     {"BM_SWISSMAP_InsertMiss_Cold<::absl::node_hash_set, 64>/set_size:32768/density:0", "hash-insert-miss-node"},
     {"BM_SWISSMAP_InsertManyOrdered_Cold<::absl::flat_hash_set, 64>/set_size:1048576/density:1",
      "hash-insert-ordered-dense"},
     {"BM_STRESS_NG_HddRead_1MB_NoSleep", "disk-read-1m"},
     {"BM_STRESS_NG_HddRead_1MB_WeightScaled_50ms", "disk-read-1m-50ms"},
     {"BM_STRESS_NG_HddRead_256KB_WeightScaled_500ms", "disk-read-256k-500ms"},
     {"BM_STRESS_NG_HddWriteNF_1MB_BurstScaled", "disk-write-1m-burst"},
     {"BM_STRESS_NG_HddWriteNF_1MB_WeightScaled_50ms", "disk-write-1m-50ms"},
     {"BM_STRESS_NG_HddWriteNF_1MB_WeightScaled_25ms", "disk-write-1m-25ms"},
     {"BM_STRESS_NG_HddWriteNF_256KB_WeightScaled_500ms", "disk-write-256k-500ms"},
     {"BM_DIRECTMEMSET_32MB_NoSleep", "memset-32m"},
     {"BM_DIRECTMEMSET_32MB_WeightScaled_50ms", "memset-32m-50ms"},
     {"BM_DIRECTSTREAMSIMD_32MB_NoSleep", "stream-32m"},
     {"BM_DIRECTSTREAMSIMD_8MB_NoSleep", "stream-8m"},
     {"BM_HASHING_Extendcrc32c_Fleet_L3_16MB", "crc32c-extend-16m"}}};

// The table of the paper.
constexpr std::array<Action, 14> kPaper{{{"ZSTD_decompress_Fleet", "zstd-decompress"},
                                         {"Extendcrc32cinternal_Fleet_cold", "crc32c-extend-cold"},
                                         {"Computecrc32c_Fleet_cold", "crc32c-compute-cold"},
                                         {"Memcpy_Fleet_L1", "memcpy-l1"},
                                         {"SerialDistanceComputation:256", "simd-distance-256"},
                                         {"SerialDistanceComputation:512", "simd-distance-512"},
                                         {"InsertMiss/density:0", "hash-insert-miss-flat"},
                                         {"InsertManyOrdered/density:0", "hash-insert-ordered-sparse"},
                                         {"InsertManyOrdered/density:1", "hash-insert-ordered-dense"},
                                         {"InsertManyUnordered/density:1", "hash-insert-unordered-dense"},
                                         {"Readahead", "readahead"},
                                         {"Fallocate", "fallocate"},
                                         {"Sendfile", "sendfile"},
                                         {"Sleep", "sleep"}}};

}  // namespace

void StressorsTest::cardsSayWhatTheyAre() {
    const std::set<std::string_view> waiting{"memset-32m-50ms",     "disk-read-paced",
                                             "disk-write-paced",    "disk-read-1m",
                                             "disk-read-1m-50ms",   "disk-read-256k-500ms",
                                             "disk-write-1m-burst", "disk-write-1m-50ms",
                                             "disk-write-1m-25ms",  "disk-write-256k-500ms",
                                             "readahead",           "fallocate",
                                             "context-switches",    "sleep"};
    for (const Card& card : catalogue()) {
        QVERIFY2(card.loads.ends_with('.'), card.name.data());
        QVERIFY2(card.response.empty() || card.response.ends_with('.'), card.name.data());
        QVERIFY2(waiting.contains(card.name) == (card.accounting == Accounting::ElapsedTime), card.name.data());
        const Demand demand = card.demand(smallMachine());
        QVERIFY2((card.stressorClass == Class::Disk) == (demand.scratchBytes > 0), card.name.data());
        QVERIFY2(demand.workingSetBytes >= 0 && demand.workingSetBytes <= demand.memoryBytes, card.name.data());
        const bool worksOnMemory = card.stressorClass == Class::Compute || card.stressorClass == Class::Cache ||
                                   card.stressorClass == Class::Memory;
        QVERIFY2(!worksOnMemory || demand.workingSetBytes > 0, card.name.data());
    }
    QCOMPARE(catalogue().size(), std::size_t{41});
    for (const std::string_view name : essentialStressors()) {
        QVERIFY2(findCard(name) != nullptr, name.data());
    }
}

void StressorsTest::catalogueIsOrderedByClass() {
    std::set<Class> classes;
    Class last = Class::Compute;
    for (const Card& card : catalogue()) {
        QVERIFY2(card.stressorClass >= last, card.name.data());
        last = card.stressorClass;
        classes.insert(last);
    }
    QCOMPARE(classes.size(), std::size_t{7});
}

void StressorsTest::cardsAreFoundByName() {
    QCOMPARE(findCard("memcpy-l1")->stressorClass, Class::Cache);
    QCOMPARE(text(findCard("simd-distance")->name), QString("simd-distance-256"));
    QVERIFY(findCard("memcpy-l") == nullptr);
    QVERIFY(findCard("") == nullptr);
}

void StressorsTest::namesOfTheResearchSystemAreKnown_data() {
    QTest::addColumn<QString>("upstream");
    QTest::addColumn<QString>("name");
    for (const Action& action : kActions) {
        QTest::newRow(action.upstream) << action.upstream << action.name;
    }
    for (const Action& action : kPaper) {
        QTest::newRow(action.upstream) << action.upstream << action.name;
    }
}

void StressorsTest::namesOfTheResearchSystemAreKnown() {
    QFETCH(QString, upstream);
    QFETCH(QString, name);
    const Card* card = findCard(upstream.toStdString());
    QVERIFY(card != nullptr);
    QCOMPARE(text(card->name), name);
}

void StressorsTest::namesMeanOneCard() {
    std::set<std::string_view> names;
    for (const Card& card : catalogue()) {
        QVERIFY2(names.insert(card.name).second, card.name.data());
        for (const std::string_view alias : card.aliases) {
            QVERIFY2(names.insert(alias).second, alias.data());
        }
    }
}

void StressorsTest::listsAreChosenFrom_data() {
    QTest::addColumn<QString>("list");
    QTest::addColumn<QString>("chosen");  // empty = refused
    QTest::newRow("catalogue order") << "sleep,memset-8m,memcpy-l2"
                                     << "memcpy-l2,memset-8m,sleep";
    QTest::newRow("aliases") << "Sleep,BM_DIRECTMEMSET_32MB_NoSleep"
                             << "memset-32m,sleep";
    QTest::newRow("alias with a comma") << kActions[6].upstream << "hash-insert-miss-node";
    QTest::newRow("twice") << "nt-load,nt-load"
                           << "nt-load";
    QTest::newRow("essential and kernel")
        << "applications"
        << "zstd-decompress,simd-distance-256,memcpy-l1,hash-insert,stream-dram,disk-read-paced,disk-write-paced,"
           "disk-write-1m-50ms,fallocate,page-faults,context-switches";
    QTest::newRow("unknown") << "memcpy-l9"
                             << "";
    QTest::newRow("empty") << ""
                           << "";
}

void StressorsTest::listsAreChosenFrom() {
    QFETCH(QString, list);
    QFETCH(QString, chosen);
    const auto names = selectStressors(list.toStdString());
    if (chosen.isEmpty()) {
        QVERIFY(!names.has_value());
        QCOMPARE(names.error().code, ErrorCode::BadInput);
        return;
    }
    QVERIFY(names.has_value());
    QStringList texts;
    for (const std::string& name : *names) {
        texts << text(name);
    }
    QCOMPARE(texts.join(','), chosen);
}

void StressorsTest::researchSelectionHasTheirTwentyButTwo() {
    const std::vector<std::string> names = selectStressors("research").value();
    QCOMPARE(names.size(), std::size_t{20});
    std::set<std::string> selected(names.begin(), names.end());
    QVERIFY(selected.erase("hash-insert") == 1 && selected.erase("disk-read-paced") == 1);
    for (const auto& action : kActions) {
        const std::string name(findCard(action.upstream)->name);
        const bool replaced = name == "hash-insert-miss-flat" || name == "disk-read-1m-50ms";
        QVERIFY2((selected.erase(name) == 1) != replaced, name.c_str());
    }
    QVERIFY(selected.empty());
}

void StressorsTest::bodiesPollStopAndGoOn_data() {
    QTest::addColumn<QString>("name");
    for (const Card& card : catalogue()) {
        QTest::newRow(card.name.data()) << text(card.name);
    }
}

void StressorsTest::bodiesPollStopAndGoOn() {
    QFETCH(QString, name);
    const QTemporaryDir folder;
    const std::filesystem::path scratch = folder.path().toStdString();
    const machine::Machine machine = smallMachine();
    const Card* card = findCard(name.toStdString());
    const std::string reason = card->unavailable(machine, scratch);
    const auto body = card->prepare(
        {.machine = machine, .cpu = ::sched_getcpu(), .workers = 1, .seed = 7, .scratchDirectory = scratch});
    if (name == "numa-remote") {
        QCOMPARE(reason, std::string("This machine has one memory node, so that no memory is remote."));
        QVERIFY(!body.has_value());
        QCOMPARE(body.error().code, ErrorCode::Unavailable);
        return;
    }
    // The folder for the test may be one in memory, which is refused to the user only.
    QVERIFY2(reason.empty() || card->demand(machine).scratchBytes > 0, reason.c_str());
    QVERIFY2(body.has_value(), body.has_value() ? "" : body.error().message.c_str());
    // Enough for every hash set to be full and emptied and for every stream to begin anew; bodies that wait get less.
    const int questions = card->accounting == Accounting::CpuTime ? 2000 : 6;
    const long before = g_allocations;
    const std::int64_t cpuBefore = threadCpuNs();
    for (int call = 0; call < 3; ++call) {
        DueAfter interrupt(questions);
        (*body)->run(interrupt);
        QCOMPARE(interrupt.asked(), questions + 1);
    }
    QCOMPARE(g_allocations.load(), before);
    QVERIFY(threadCpuNs() > cpuBefore);
    QVERIFY(std::filesystem::is_empty(scratch));
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
    QTest::newRow("memcpy, 2 MiB L2") << "memcpy-l2" << 32 * kKiB << 2 * kMiB << 64 * kMiB << 2 << 1536 * kKiB
                                      << 1536 * kKiB;
    QTest::newRow("memcpy, 256 KiB L2") << "memcpy-l2" << 32 * kKiB << 256 * kKiB << 8 * kMiB << 2 << 192 * kKiB
                                        << 192 * kKiB;
    QTest::newRow("memcmp, 32 MiB shared by 4")
        << "memcmp-llc" << 32 * kKiB << 1 * kMiB << 32 * kMiB << 4 << 6 * kMiB << 6 * kMiB;
    QTest::newRow("memcmp, share below L2")
        << "memcmp-llc" << 32 * kKiB << 2 * kMiB << 4 * kMiB << 4 << 4 * kMiB << 4 * kMiB;
    QTest::newRow("memcmp, bounded") << "memcmp-llc" << 32 * kKiB << 2 * kMiB << 260 * kMiB << 2 << 64 * kMiB
                                     << 64 * kMiB;
    QTest::newRow("cold checksums") << "crc32c-compute-cold" << 32 * kKiB << 1 * kMiB << 32 * kMiB << 4 << 32 * kMiB
                                    << 32 * kMiB;
    QTest::newRow("cold chained checksums")
        << "crc32c-extend-cold" << 32 * kKiB << 1 * kMiB << 32 * kMiB << 4 << 32 * kMiB << 32 * kMiB;
    QTest::newRow("streaming loads") << "nt-load" << 32 * kKiB << 1 * kMiB << 32 * kMiB << 4 << 32 * kMiB << 32 * kMiB;
    QTest::newRow("vectors in the L1 cache")
        << "simd-distance-512" << 32 * kKiB << 1 * kMiB << 32 * kMiB << 4 << 24 * kKiB << 24 * kKiB;
    QTest::newRow("size in the name") << "stream-8m" << 32 * kKiB << 1 * kMiB << 32 * kMiB << 4 << 8 * kMiB << 8 * kMiB;
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
    const std::int64_t bytes = findCard(name.toStdString())->demand(machine).workingSetBytes;
    QVERIFY2(bytes >= atLeast && bytes <= atMost, qPrintable(QString::number(bytes)));
}

void StressorsTest::cachesThatAreNotToldHaveFallbacks() {
    const machine::Machine unknown;
    QCOMPARE(l1DataBytes(unknown), std::int64_t{32} << 10);
    QCOMPARE(l2Bytes(unknown), std::int64_t{1} << 20);
    QCOMPARE(lastLevelShareBytes(unknown), std::int64_t{2} << 20);
    for (const Card& card : catalogue()) {
        QVERIFY2(card.demand(unknown).memoryBytes <= std::int64_t{256} << 20, card.name.data());
    }
    machine::Machine misread;
    misread.caches = {cache(1, "Data", 1, {}), cache(2, "Unified", std::int64_t{1} << 60, {})};
    QCOMPARE(l1DataBytes(misread), std::int64_t{8} << 10);
    QCOMPARE(l2Bytes(misread), std::int64_t{64} << 20);
}

QTEST_GUILESS_MAIN(StressorsTest)
#include "tst_stressors.moc"
