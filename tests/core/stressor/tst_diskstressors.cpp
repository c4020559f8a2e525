// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "stressor/diskbody.h"
#include "stressor/pacer.h"
#include "stressor/punctuality.h"
#include "stressor/scratch.h"
#include "stressor/stressor.h"
#include "stressor/workingset.h"

#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <filesystem>

using namespace mimesys;
using namespace mimesys::stressor;
namespace fs = std::filesystem;

class DiskStressorsTest : public QObject {
    Q_OBJECT

private slots:
    void rateIsProportionalToTheTimeGiven_data();
    void rateIsProportionalToTheTimeGiven();
    void blocksComeAtTheirDistance_data();
    void blocksComeAtTheirDistance();
    void slowDiskIsNotCaughtUpWith();
    void operationsEndBeforeTheWindow_data();
    void operationsEndBeforeTheWindow();
    void stallsDoNotEndTheWork();
    void bodiesWaitForAnEndThatIsNear_data();
    void bodiesWaitForAnEndThatIsNear();
    void refusingDiskEndsTheSlice();
    void scratchFileHasNoName();
    void scratchFileKeepsWhatIsWritten_data();
    void scratchFileKeepsWhatIsWritten();
    void foldersThatCannotServeAreExplained();
    void bodiesLeaveNothing_data();
    void bodiesLeaveNothing();
};

namespace {

// Time that passes only when a test lets it.
std::int64_t g_now = 0;
std::int64_t fakeClock() {
    return g_now;
}

// A slice of fake time.
class FakeSlice final : public Interrupt {
public:
    explicit FakeSlice(std::int64_t ns) : m_end(g_now + ns) {}
    bool due() override { return g_now >= m_end; }
    void sleepUntil(std::int64_t time) override { g_now = std::min(time, m_end); }
    std::int64_t windowEndNs() const override { return m_end; }
    double fraction() const override { return 1.0; }

private:
    std::int64_t m_end;
};

int namedEntries(const QTemporaryDir& folder) {
    return static_cast<int>(std::distance(fs::directory_iterator(folder.path().toStdString()), {}));
}

}  // namespace

void DiskStressorsTest::rateIsProportionalToTheTimeGiven_data() {
    QTest::addColumn<qint64>("sliceNs");
    QTest::addColumn<qint64>("operationNs");
    QTest::newRow("0.1 % of 100 ms") << qint64{100'000} << qint64{50'000};
    QTest::newRow("1 % of 100 ms") << qint64{1'000'000} << qint64{200'000};
    QTest::newRow("1 %, slow operations") << qint64{1'000'000} << qint64{5'000'000};
    QTest::newRow("50 % of 100 ms") << qint64{50'000'000} << qint64{200'000};
    QTest::newRow("100 %") << qint64{100'000'000} << qint64{2'000'000};
}

void DiskStressorsTest::rateIsProportionalToTheTimeGiven() {
    QFETCH(qint64, sliceNs);
    QFETCH(qint64, operationNs);
    g_now = 1'000'000'000;
    Pacer pacer(fakeClock);
    std::int64_t bytes = 0;
    std::size_t largest = 0;
    std::int64_t given = 0;
    for (int i = 0; i < 2000; ++i) {
        FakeSlice slice(sliceNs);
        const std::int64_t began = g_now;
        pacer.run(slice, [&](std::size_t block) {
            g_now += operationNs;
            bytes += static_cast<std::int64_t>(block);
            largest = std::max(largest, block);
            return block % Pacer::kUnit == 0;
        });
        given += g_now - began;
        g_now += 10 * sliceNs;  // others' turn, which is worth nothing
    }
    const double owed = secondsFromNs(given) * static_cast<double>(Pacer::kBytesPerSecond);
    QVERIFY(static_cast<double>(bytes) <= owed);
    QVERIFY(static_cast<double>(bytes) >= owed - static_cast<double>(Pacer::kLargestBlock));
    QVERIFY(largest <= Pacer::kLargestBlock);
}

void DiskStressorsTest::blocksComeAtTheirDistance_data() {
    QTest::addColumn<int>("blockKiB");
    QTest::addColumn<int>("distanceMs");
    QTest::addColumn<int>("sliceMs");
    QTest::newRow("1 MiB every 50 ms, whole windows") << 1024 << 50 << 1000;
    QTest::newRow("1 MiB every 50 ms, short slices") << 1024 << 50 << 10;
    QTest::newRow("1 MiB every 25 ms") << 1024 << 25 << 100;
    QTest::newRow("256 KiB every 500 ms, short slices") << 256 << 500 << 5;
    QTest::newRow("32 MiB every 50 ms") << 32 * 1024 << 50 << 30;
}

void DiskStressorsTest::blocksComeAtTheirDistance() {
    QFETCH(int, blockKiB);
    QFETCH(int, distanceMs);
    QFETCH(int, sliceMs);
    g_now = 1'000'000'000;
    const auto block = static_cast<std::size_t>(blockKiB) * 1024;
    Pacer pacer(Pace::blockEvery(block, distanceMs * 1e-3, kDiskPart), fakeClock);
    std::int64_t bytes = 0;
    std::size_t largest = 0;
    std::int64_t given = 0;
    for (int i = 0; i < 20'000 / sliceMs; ++i) {  // 20 s in all
        FakeSlice slice(std::int64_t{sliceMs} * 1'000'000);
        const std::int64_t began = g_now;
        pacer.run(slice, [&](std::size_t part) {
            g_now += 10'000;
            bytes += static_cast<std::int64_t>(part);
            largest = std::max(largest, part);
            return true;
        });
        given += g_now - began;
        g_now += 500'000'000;  // others' turn
    }
    const double owed = secondsFromNs(given) * static_cast<double>(block) / (distanceMs * 1e-3);
    QVERIFY(static_cast<double>(bytes) <= owed);
    QVERIFY(static_cast<double>(bytes) >= owed - 2.0 * static_cast<double>(block));
    QVERIFY(largest <= kDiskPart);
}

void DiskStressorsTest::slowDiskIsNotCaughtUpWith() {
    g_now = 1'000'000'000;
    Pacer pacer(fakeClock);
    FakeSlice first(2'000'000'000);
    int operations = 0;
    pacer.run(first, [&](std::size_t /*bytes*/) {
        g_now += operations++ == 0 ? 1'500'000'000 : 0;  // a stall worth 150 MB
        return true;
    });
    // The stall is worth one largest block, then the usual pace: 0.5 s in blocks of 256 KiB.
    QVERIFY2(operations <= 2 + 50'000'000 / static_cast<int>(Pacer::kUsualBlock) + 1,
             qPrintable(QString::number(operations)));
}

void DiskStressorsTest::operationsEndBeforeTheWindow_data() {
    QTest::addColumn<qint64>("operationNs");
    QTest::addColumn<bool>("paced");
    for (const bool paced : {false, true}) {
        const char* kind = paced ? "paced" : "unpaced";
        QTest::addRow("0.3 ms, %s", kind) << qint64{300'000} << paced;
        QTest::addRow("7 ms, %s", kind) << qint64{7'000'000} << paced;
        QTest::addRow("30 ms, %s", kind) << qint64{30'000'000} << paced;
    }
}

void DiskStressorsTest::operationsEndBeforeTheWindow() {
    QFETCH(qint64, operationNs);
    QFETCH(bool, paced);
    g_now = 1'000'000'000;
    Punctuality punctuality(fakeClock);
    Pacer pacer(Pace{.largestPart = kDiskPart}, fakeClock);
    Random random(1);
    int operations = 0;
    for (int window = 0; window < 200; ++window) {
        FakeSlice slice(100'000'000);
        const auto operate = [&] {
            ++operations;
            g_now += operationNs - static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(operationNs) / 8));
            return true;
        };
        if (paced) {
            pacer.run(
                slice, [&](std::size_t /*bytes*/) { return punctuality.measure(operate); },
                [&] { return punctuality.mayStart(slice); });
        } else {
            runUnpaced(slice, punctuality, operate);
        }
        QVERIFY2(window == 0 || g_now <= slice.windowEndNs(), qPrintable(QString::number(g_now - slice.windowEndNs())));
    }
    QVERIFY2(operations >= 200, qPrintable(QString::number(operations)));
}

void DiskStressorsTest::stallsDoNotEndTheWork() {
    g_now = 1'000'000'000;
    Punctuality punctuality(fakeClock);
    punctuality.measure([] {
        g_now += 2'000'000'000;
        return true;
    });
    int operations = 0;
    for (int window = 0; window < 100; ++window) {
        FakeSlice slice(100'000'000);
        runUnpaced(slice, punctuality, [&] {
            ++operations;
            g_now += 1'000'000;
            return true;
        });
    }
    QVERIFY2(operations > 1000, qPrintable(QString::number(operations)));
}

void DiskStressorsTest::bodiesWaitForAnEndThatIsNear_data() {
    QTest::addColumn<QString>("name");
    for (const Card& card : catalogue()) {
        if (card.stressorClass == Class::Disk && card.accounting == Accounting::ElapsedTime) {
            QTest::newRow(card.name.data()) << QString::fromUtf8(card.name.data());
        }
    }
}

void DiskStressorsTest::bodiesWaitForAnEndThatIsNear() {
    QFETCH(QString, name);
    constexpr int kTurns = 10;
    // Its window is over, so that nothing that is begun can end in time.
    class WindowIsOver final : public Interrupt {
    public:
        bool due() override { return m_turns++ >= kTurns; }
        void sleepUntil(std::int64_t time) override {
            ++m_sleeps;
            m_lastSleep = time;
            (void)mimesys::sleepUntil(time, {});
        }
        std::int64_t windowEndNs() const override { return 1; }
        double fraction() const override { return 1.0; }
        int m_turns = 0;
        int m_sleeps = 0;
        std::int64_t m_lastSleep = 0;
    };
    const QTemporaryDir folder;
    const machine::Machine machine;
    auto body = findCard(name.toStdString())
                    ->prepare({.machine = machine,
                               .cpu = 0,
                               .workers = 1,
                               .seed = 5,
                               .scratchDirectory = folder.path().toStdString()});
    QVERIFY(body.has_value());
    WindowIsOver interrupt;
    (*body)->run(interrupt);
    // Every turn was a sleep, at last for the window's end; a paced body first waits for its first block.
    QCOMPARE(interrupt.m_sleeps, kTurns);
    QCOMPARE(interrupt.m_lastSleep, std::int64_t{1});
}

void DiskStressorsTest::refusingDiskEndsTheSlice() {
    g_now = 1'000'000'000;
    Pacer pacer(fakeClock);
    FakeSlice slice(1'000'000'000);
    int operations = 0;
    pacer.run(slice, [&](std::size_t /*bytes*/) {
        ++operations;
        return false;
    });
    QCOMPARE(operations, 1);
    QVERIFY(!slice.due());
}

void DiskStressorsTest::scratchFileHasNoName() {
    const QTemporaryDir folder;
    constexpr std::size_t kBytes = 3 << 20;
    const auto file = ScratchFile::create(folder.path().toStdString(), kBytes, 1);
    QVERIFY(file.has_value());
    QCOMPARE(namedEntries(folder), 0);
    QCOMPARE(file->size(), kBytes);
}

void DiskStressorsTest::scratchFileKeepsWhatIsWritten_data() {
    QTest::addColumn<bool>("cached");
    QTest::newRow("direct") << false;
    QTest::newRow("cached") << true;
}

void DiskStressorsTest::scratchFileKeepsWhatIsWritten() {
    QFETCH(bool, cached);
    const QTemporaryDir folder;
    const auto access = cached ? ScratchFile::Access::Cached : ScratchFile::Access::Direct;
    auto file = ScratchFile::create(folder.path().toStdString(), 1 << 20, 1, access);
    const auto buffer = Buffer::allocate(ScratchFile::kBlock);
    QVERIFY(file.has_value() && buffer.has_value());
    const std::span<std::byte> block(buffer->data(), buffer->size());
    // Filled with bytes that differ from block to block.
    QVERIFY(file->read(block, 0));
    const std::vector<std::byte> first(block.begin(), block.end());
    QVERIFY(file->read(block, ScratchFile::kBlock));
    QVERIFY(!std::ranges::equal(block, first));
    QVERIFY(std::ranges::count(block, std::byte{0}) < 200);
    std::ranges::fill(block, std::byte{42});
    QVERIFY(cached ? file->writeBack(block, ScratchFile::kBlock) : file->write(block, ScratchFile::kBlock));
    std::ranges::fill(block, std::byte{0});
    QVERIFY(file->read(block, ScratchFile::kBlock));
    QCOMPARE(std::ranges::count(block, std::byte{42}), std::ptrdiff_t{ScratchFile::kBlock});
    QVERIFY(!file->read(block, 1 << 20));  // behind the end
}

void DiskStressorsTest::foldersThatCannotServeAreExplained() {
    const QTemporaryDir folder;
    const std::string absent = folder.path().toStdString() + "/absent";
    QVERIFY(whyNoScratch(absent).find("does not exist") != std::string::npos);
    QVERIFY(whyNoScratch(absent).find("--scratch-dir") != std::string::npos);
    QVERIFY(whyNoScratch("/proc").find("No file can be made") != std::string::npos);
    QVERIFY(whyNoScratch("").find("--scratch-dir") != std::string::npos);
    if (fs::is_directory("/dev/shm")) {
        QVERIFY(whyNoScratch("/dev/shm").find("memory") != std::string::npos);
    }
    QVERIFY(!ScratchFile::create(absent, 4096, 1).has_value());
    QVERIFY(freeBytes(absent) < 0);
}

void DiskStressorsTest::bodiesLeaveNothing_data() {
    QTest::addColumn<QString>("name");
    for (const Card& card : catalogue()) {
        if (card.stressorClass == Class::Disk) {
            QTest::newRow(card.name.data()) << QString::fromUtf8(card.name.data());
        }
    }
}

void DiskStressorsTest::bodiesLeaveNothing() {
    QFETCH(QString, name);
    // Due after so many questions and sleeps that every body has done something.
    class Sixteen final : public Interrupt {
    public:
        bool due() override { return m_turns++ >= 16; }
        void sleepUntil(std::int64_t time) override {
            m_turns += 4;
            (void)mimesys::sleepUntil(time, {});
        }
        std::int64_t windowEndNs() const override { return std::numeric_limits<std::int64_t>::max(); }
        double fraction() const override { return 0.25; }

    private:
        int m_turns = 0;
    };
    const QTemporaryDir folder;
    const machine::Machine machine;
    const Card* card = findCard(name.toStdString());
    auto body = card->prepare(
        {.machine = machine, .cpu = 0, .workers = 1, .seed = 5, .scratchDirectory = folder.path().toStdString()});
    QVERIFY(body.has_value());
    Sixteen interrupt;
    (*body)->run(interrupt);
    QVERIFY(interrupt.due());
    QCOMPARE(namedEntries(folder), 0);
    body->reset();
    QCOMPARE(namedEntries(folder), 0);
    QVERIFY(!card->prepare({.machine = machine,
                            .cpu = 0,
                            .workers = 1,
                            .seed = 5,
                            .scratchDirectory = folder.path().toStdString() + "/absent"})
                 .has_value());
}

QTEST_GUILESS_MAIN(DiskStressorsTest)
#include "tst_diskstressors.moc"
