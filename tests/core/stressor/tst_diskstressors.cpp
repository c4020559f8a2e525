// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "stressor/pacer.h"
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
    void slowDiskIsNotCaughtUpWith();
    void refusingDiskEndsTheSlice();
    void scratchFileHasNoName();
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

void DiskStressorsTest::scratchFileKeepsWhatIsWritten() {
    const QTemporaryDir folder;
    auto file = ScratchFile::create(folder.path().toStdString(), 1 << 20, 1);
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
    QVERIFY(file->write(block, ScratchFile::kBlock));
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
    QTest::newRow("read") << "disk-read-paced";
    QTest::newRow("write") << "disk-write-paced";
}

void DiskStressorsTest::bodiesLeaveNothing() {
    QFETCH(QString, name);
    // Sleeps as long as it is asked to, six times.
    class SixSleeps final : public Interrupt {
    public:
        bool due() override { return m_sleeps >= 6; }
        void sleepUntil(std::int64_t time) override {
            ++m_sleeps;
            (void)mimesys::sleepUntil(time, {});
        }
        std::int64_t windowEndNs() const override { return std::numeric_limits<std::int64_t>::max(); }
        double fraction() const override { return 1.0; }

    private:
        int m_sleeps = 0;
    };
    const QTemporaryDir folder;
    const machine::Machine machine;
    const Card* card = findCard(name.toStdString());
    auto body = card->prepare(
        {.machine = machine, .cpu = 0, .workers = 1, .seed = 5, .scratchDirectory = folder.path().toStdString()});
    QVERIFY(body.has_value());
    SixSleeps interrupt;
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
