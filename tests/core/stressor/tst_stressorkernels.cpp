// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/random.h"
#include "stressor/crc32c.h"
#include "stressor/distance.h"
#include "stressor/hashinserter.h"
#include "stressor/loopback.h"
#include "stressor/memcmpllc.h"
#include "stressor/streaminplace.h"

#include <sched.h>
#include <sys/resource.h>

#include <QtTest>
#include <array>
#include <cmath>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

using namespace mimesys;
using namespace mimesys::stressor;

// What the bodies compute and ask of the kernel is what their names say.
class StressorKernelsTest : public QObject {
    Q_OBJECT

private slots:
    void distancesOfAllWidthsAgree_data();
    void distancesOfAllWidthsAgree();
    void checksumsFollowTheStandard_data();
    void checksumsFollowTheStandard();
    void checksumsOfAllVariantsAgree();
    void equalMemoryComparesEqual();
    void setsHoldWhatWasInserted_data();
    void setsHoldWhatWasInserted();
    void setsAreFilledAsFarAsTheirDensitySays_data();
    void setsAreFilledAsFarAsTheirDensitySays();
    void keysComeInTheirOrder_data();
    void keysComeInTheirOrder();
    void streamReachesEveryElement();
    void otherNodesMemoryIsUsed();
    void pagesAreFaultedIn();
    void threadsAreSwitched();
    void bytesPassTheLoopback();
};

namespace {

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

void runFor(Body& body, int questions) {
    DueAfter interrupt(questions);
    body.run(interrupt);
}

std::vector<std::byte> bytesFrom(int count, int first, int step) {
    std::vector<std::byte> bytes;
    for (int i = 0; i < count; ++i) {
        bytes.push_back(static_cast<std::byte>(first + i * step));
    }
    return bytes;
}

template <typename Set>
void checkThatSetHolds(const TableShape& shape) {
    constexpr std::uint64_t kSeed = 11;
    Expected<Buffer> memory = Buffer::allocate(shape.arenaBytes<Set>());
    QVERIFY(memory.has_value());
    HashInserter<Set> inserter(std::move(*memory), shape, kSeed);
    Random keys(kSeed);
    runFor(inserter, 2);
    QCOMPARE(inserter.set().size(), std::size_t{512});
    for (int i = 0; i < 512; ++i) {
        QVERIFY(inserter.set().contains(keys.next()));
    }
    QVERIFY(!inserter.set().contains(keys.next()));
}

template <typename Set>
void checkDensity(const TableShape& shape, std::size_t keys) {
    QCOMPARE(shape.keys, keys);
    Expected<Buffer> memory = Buffer::allocate(shape.arenaBytes<Set>());
    QVERIFY(memory.has_value());
    HashInserter<Set> inserter(std::move(*memory), shape, 11);
    const auto pollsToFill = static_cast<int>((keys + 255) / 256);
    std::set<HashKey> first;
    for (int time = 0; time < 3; ++time) {
        runFor(inserter, pollsToFill);
        QCOMPARE(inserter.set().size(), keys);
        QCOMPARE(inserter.set().capacity(), shape.slotCount - 1);  // it did not grow
        const std::set<HashKey> now(inserter.set().begin(), inserter.set().end());
        if (time > 0) {
            QCOMPARE(now == first, shape.order != KeyOrder::Fresh);
        }
        first = now;
    }
    runFor(inserter, 1);
    QCOMPARE(inserter.set().size(), std::size_t{256});
}

// Bytes the loopback interface received, negative where the kernel does not tell.
std::int64_t loopbackBytes() {
    std::ifstream file("/proc/net/dev");
    for (std::string line; std::getline(file, line);) {
        const std::size_t name = line.find("lo:");
        if (name != std::string::npos && line.find_first_not_of(' ') == name) {
            return std::stoll(line.substr(name + 3));
        }
    }
    return -1;
}

// Binds this thread to the CPU it runs on for as long as this lives.
class OnOneCpu {
public:
    OnOneCpu() : m_cpu(::sched_getcpu()) {
        ::sched_getaffinity(0, sizeof m_before, &m_before);
        cpu_set_t one;
        CPU_ZERO(&one);
        CPU_SET(m_cpu, &one);
        m_bound = ::sched_setaffinity(0, sizeof one, &one) == 0;
    }
    OnOneCpu(const OnOneCpu&) = delete;
    ~OnOneCpu() { ::sched_setaffinity(0, sizeof m_before, &m_before); }
    [[nodiscard]] bool bound() const { return m_bound; }
    [[nodiscard]] int cpu() const { return m_cpu; }

private:
    int m_cpu;
    cpu_set_t m_before{};
    bool m_bound = false;
};

}  // namespace

void StressorKernelsTest::distancesOfAllWidthsAgree_data() {
    QTest::addColumn<int>("dimensions");
    QTest::newRow("256 blocks") << 1024;
    QTest::newRow("512 blocks") << 2048;
    QTest::newRow("least") << static_cast<int>(kDimensionUnit);
}

void StressorKernelsTest::distancesOfAllWidthsAgree() {
    QFETCH(int, dimensions);
    const auto count = static_cast<std::size_t>(dimensions);
    Random random(3);
    std::vector<float> a(count);
    std::vector<float> b(count);
    double expected = 0.0;
    for (std::size_t i = 0; i < count; ++i) {
        a[i] = static_cast<float>(random.uniform());
        b[i] = static_cast<float>(random.uniform());
        expected += (double{a[i]} - b[i]) * (double{a[i]} - b[i]);
    }
    QVERIFY(distanceVariants().back().supported);
    for (const DistanceVariant& variant : distanceVariants()) {
        if (variant.supported) {
            const double distance = variant.distance(a.data(), b.data(), count);
            QVERIFY2(std::abs(distance - expected) < 1e-5 * expected, variant.name.data());
            QCOMPARE(variant.distance(a.data(), a.data(), count), 0.0F);
        }
    }
}

void StressorKernelsTest::checksumsFollowTheStandard_data() {
    // RFC 3720, appendix B.4, and the catalogue of parametrised CRCs for the digits.
    QTest::addColumn<std::vector<std::byte>>("bytes");
    QTest::addColumn<quint32>("expected");
    QTest::newRow("nothing") << std::vector<std::byte>{} << quint32{0};
    QTest::newRow("32 zeros") << bytesFrom(32, 0, 0) << quint32{0x8a9136aa};
    QTest::newRow("32 ones") << bytesFrom(32, 0xff, 0) << quint32{0x62a8ab43};
    QTest::newRow("ascending") << bytesFrom(32, 0, 1) << quint32{0x46dd794e};
    QTest::newRow("descending") << bytesFrom(32, 31, -1) << quint32{0x113fdb5c};
    QTest::newRow("digits") << bytesFrom(9, '1', 1) << quint32{0xe3069283};
    std::vector<std::byte> read(48);
    read[0] = std::byte{0x01};
    read[1] = std::byte{0xc0};
    read[16] = std::byte{0x14};
    read[22] = std::byte{0x04};
    read[27] = std::byte{0x14};
    read[31] = std::byte{0x18};
    read[32] = std::byte{0x28};
    read[40] = std::byte{0x02};
    QTest::newRow("iSCSI read command") << read << quint32{0xd9963a56};
}

void StressorKernelsTest::checksumsFollowTheStandard() {
    QFETCH(std::vector<std::byte>, bytes);
    QFETCH(quint32, expected);
    QVERIFY(crc32cVariants().back().supported);
    for (const Crc32cVariant& variant : crc32cVariants()) {
        if (variant.supported) {
            QCOMPARE(variant.extend(0, bytes.data(), bytes.size()), expected);
            const std::size_t half = bytes.size() / 2;
            const std::uint32_t first = variant.extend(0, bytes.data(), half);
            QCOMPARE(variant.extend(first, bytes.data() + half, bytes.size() - half), expected);
        }
    }
}

void StressorKernelsTest::checksumsOfAllVariantsAgree() {
    Random random(5);
    std::vector<std::byte> bytes(3000);
    std::ranges::generate(bytes, [&] { return static_cast<std::byte>(random.next()); });
    const Crc32cVariant& table = crc32cVariants().back();
    for (const Crc32cVariant& variant : crc32cVariants()) {
        for (std::size_t length = 0; variant.supported && length + 7 < bytes.size(); length += 13) {
            QCOMPARE(variant.extend(0x1234, bytes.data() + length % 7, length),
                     table.extend(0x1234, bytes.data() + length % 7, length));
        }
    }
}

void StressorKernelsTest::equalMemoryComparesEqual() {
    const auto body = MemcmpLlc::make(1 << 20, 9);
    QVERIFY(body.has_value());
    runFor(**body, 100);
    QVERIFY((*body)->alwaysEqual());
    // The last byte is compared too.
    (*body)->second().back() ^= std::byte{1};
    runFor(**body, 100);
    QVERIFY(!(*body)->alwaysEqual());
}

void StressorKernelsTest::setsHoldWhatWasInserted_data() {
    QTest::addColumn<bool>("nodes");
    QTest::newRow("flat") << false;
    QTest::newRow("nodes") << true;
}

void StressorKernelsTest::setsHoldWhatWasInserted() {
    QFETCH(bool, nodes);
    const TableShape shape = TableShape::sparse(4096, KeyOrder::Fresh);
    nodes ? checkThatSetHolds<NodeSet>(shape) : checkThatSetHolds<FlatSet>(shape);
}

void StressorKernelsTest::setsAreFilledAsFarAsTheirDensitySays_data() {
    QTest::addColumn<bool>("nodes");
    QTest::addColumn<bool>("dense");
    QTest::addColumn<int>("order");
    QTest::addColumn<int>("keys");
    const auto row = [](const char* name, bool nodes, bool dense, KeyOrder order, int keys) {
        QTest::newRow(name) << nodes << dense << static_cast<int>(order) << keys;
    };
    row("sparse, fresh keys", false, false, KeyOrder::Fresh, 4096 * 7 / 16 + 1);
    row("sparse, fresh nodes", true, false, KeyOrder::Fresh, 4096 * 7 / 16 + 1);
    row("dense, fresh keys", false, true, KeyOrder::Fresh, 4096 * 7 / 8 - 1);
    row("dense, slot order", false, true, KeyOrder::Slots, 4096 * 7 / 8 - 1);
    row("sparse, slot order", false, false, KeyOrder::Slots, 4096 * 7 / 16 + 1);
}

void StressorKernelsTest::setsAreFilledAsFarAsTheirDensitySays() {
    QFETCH(bool, nodes);
    QFETCH(bool, dense);
    QFETCH(int, order);
    QFETCH(int, keys);
    const auto wanted = static_cast<KeyOrder>(order);
    const TableShape shape = dense ? TableShape::dense(4096, wanted) : TableShape::sparse(4096, wanted);
    const auto count = static_cast<std::size_t>(keys);
    nodes ? checkDensity<NodeSet>(shape, count) : checkDensity<FlatSet>(shape, count);
}

void StressorKernelsTest::keysComeInTheirOrder_data() {
    QTest::addColumn<int>("order");
    QTest::addColumn<double>("atLeast");
    QTest::addColumn<double>("atMost");
    QTest::newRow("slot order") << static_cast<int>(KeyOrder::Slots) << 0.95 << 1.0;
    QTest::newRow("random order") << static_cast<int>(KeyOrder::Shuffled) << 0.4 << 0.6;
}

void StressorKernelsTest::keysComeInTheirOrder() {
    QFETCH(int, order);
    QFETCH(double, atLeast);
    QFETCH(double, atMost);
    const TableShape shape = TableShape::dense(16'384, static_cast<KeyOrder>(order));
    Expected<Buffer> memory = Buffer::allocate(shape.arenaBytes<FlatSet>());
    QVERIFY(memory.has_value());
    HashInserter<FlatSet> inserter(std::move(*memory), shape, 11);
    runFor(inserter, 28);  // half of them
    const std::set<HashKey> early(inserter.set().begin(), inserter.set().end());
    QCOMPARE(early.size(), std::size_t{28 * 256});
    runFor(inserter, 28);
    QCOMPARE(inserter.set().size(), shape.keys);
    // Of those that came first, how many lie in the first half of the slots?
    auto slot = inserter.set().begin();
    double found = 0;
    for (std::size_t i = 0; i < early.size(); ++i, ++slot) {
        found += early.contains(*slot) ? 1 : 0;
    }
    const double part = found / static_cast<double>(early.size());
    QVERIFY2(part >= atLeast && part <= atMost, qPrintable(QString::number(part)));
}

void StressorKernelsTest::streamReachesEveryElement() {
    Expected<Buffer> memory = Buffer::allocate(1 << 20);
    QVERIFY(memory.has_value());
    StreamInPlace stream(std::move(*memory));
    // 131,072 elements of which a poll updates 8192: three passes of 16.
    runFor(stream, 48);
    QCOMPARE(std::ranges::count(stream.values(), 1.75), static_cast<std::ptrdiff_t>(stream.values().size()));
}

void StressorKernelsTest::otherNodesMemoryIsUsed() {
    machine::Machine machine;
    machine.cpus = {{.id = 0, .socket = 0, .core = 0, .node = 1}, {.id = 1, .socket = 1, .core = 0, .node = 0}};
    const Card* card = findCard("numa-remote");
    if (!Buffer::allocateOnNode(4096, 0).has_value()) {
        QVERIFY(!card->unavailable(machine, {}).empty());
        QSKIP("The kernel lets nobody choose memory nodes here.");
    }
    // CPU 0 would use node 0, which every machine has, and CPU 1 node 1, which this one may not have.
    machine.usableCpus = {0};
    QCOMPARE(card->unavailable(machine, {}), std::string());
    machine.usableCpus = {0, 1};
    QCOMPARE(card->unavailable(machine, {}).empty(), Buffer::allocateOnNode(4096, 1).has_value());
    const auto body = card->prepare({.machine = machine, .cpu = 0, .workers = 1, .seed = 1, .scratchDirectory = {}});
    QVERIFY(body.has_value());
    runFor(**body, 10);
    // Nodes that are not there are refused.
    for (const int node : {-1, 900, 5000}) {
        const auto refused = Buffer::allocateOnNode(4096, node);
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().code, ErrorCode::Unavailable);
    }
}

void StressorKernelsTest::pagesAreFaultedIn() {
    const machine::Machine machine;
    const auto body = findCard("page-faults")
                          ->prepare({.machine = machine, .cpu = 0, .workers = 1, .seed = 1, .scratchDirectory = {}});
    QVERIFY(body.has_value());
    rusage before{};
    rusage after{};
    ::getrusage(RUSAGE_THREAD, &before);
    runFor(**body, 100);
    ::getrusage(RUSAGE_THREAD, &after);
    QVERIFY2(after.ru_minflt - before.ru_minflt >= 100 * 32 / 2, qPrintable(QString::number(after.ru_minflt)));
}

void StressorKernelsTest::threadsAreSwitched() {
    const OnOneCpu here;
    if (!here.bound()) {
        QSKIP("No thread can be bound to a CPU here.");
    }
    const machine::Machine machine;
    const auto body =
        findCard("context-switches")
            ->prepare({.machine = machine, .cpu = here.cpu(), .workers = 1, .seed = 1, .scratchDirectory = {}});
    QVERIFY(body.has_value());
    rusage before{};
    rusage after{};
    ::getrusage(RUSAGE_SELF, &before);
    runFor(**body, 100);
    ::getrusage(RUSAGE_SELF, &after);
    // Four rounds a poll, in each of which one of the two threads has to wait for the other.
    QVERIFY2(after.ru_nvcsw - before.ru_nvcsw >= 400, qPrintable(QString::number(after.ru_nvcsw - before.ru_nvcsw)));
    // A CPU that is not there is refused, and nothing hangs.
    QVERIFY(!findCard("context-switches")
                 ->prepare({.machine = machine, .cpu = 4000, .workers = 1, .seed = 1, .scratchDirectory = {}})
                 .has_value());
}

void StressorKernelsTest::bytesPassTheLoopback() {
    Expected<Loopback> connection = Loopback::connect();
    if (!connection) {
        QCOMPARE(connection.error().code, ErrorCode::Unavailable);
        QSKIP("There is no loopback network here.");
    }
    const std::int64_t before = loopbackBytes();
    std::array<std::byte, 10'000> message{};
    for (int i = 0; i < 100; ++i) {
        QVERIFY(connection->exchange(message));
    }
    // Never more than one message is under way.
    QVERIFY(connection->receivedBytes() <= 1'000'000);
    QVERIFY(connection->receivedBytes() >= 900'000);
    if (before >= 0) {
        QVERIFY(loopbackBytes() - before >= connection->receivedBytes());
    }
}

QTEST_GUILESS_MAIN(StressorKernelsTest)
#include "tst_stressorkernels.moc"
