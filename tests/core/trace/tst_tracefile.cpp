// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "core/trace/tracefiles.h"
#include "trace/formats/common/devicenames.h"
#include "trace/formats/common/numbers.h"
#include "trace/formats/hpcperfstats/schema.h"
#include "trace/write.h"

using namespace mimesys;
using namespace mimesys::trace;
using namespace mimesys::trace::test;

// What holds for files of any format, and the small pieces that the readers share.
class TraceFileTest : public QObject {
    Q_OBJECT

private slots:
    void whatIsNoTraceGetsOneSentence_data();
    void whatIsNoTraceGetsOneSentence();
    void foldersAndMissingFilesAreRefused();
    void endlessZeroesAreRefused();
    void endlessLineIsRefused();
    void gzipIsReadByContent();
    void concatenatedGzipIsReadAsOne();
    void truncatedGzipIsAnError();
    void stopTokenCancels();
    void linesAcrossBlocksKeepTheirNumbers();
    void nanosecondsAreExact_data();
    void nanosecondsAreExact();
    void countersKnowWrapFromReset_data();
    void countersKnowWrapFromReset();
    void blockDevicesAreToldApart_data();
    void blockDevicesAreToldApart();
    void unknownExtensionIsRefused();
};

namespace {

const std::string kSmall = "time,disk.read\n100,1\n101,2\n102,3\n";

}  // namespace

void TraceFileTest::whatIsNoTraceGetsOneSentence_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("part");
    QTest::newRow("empty") << QByteArray() << "empty";
    QTest::newRow("one newline") << QByteArray("\n") << "no trace";
    QTest::newRow("prose") << QByteArray("Hello, world.\nThis is no trace, is it?\n") << "no trace";
    QTest::newRow("binary") << QByteArray("\x7f\x45LF\0\0\x01\x02", 8) << "binary";
    QTest::newRow("UTF-16") << QByteArray("t\0i\0m\0e\0,\0a\0\n\0001\0,\0002\0", 20) << "binary";
    QTest::newRow("numbers without header") << QByteArray("1,2\n2,3\n3,4\n") << "header";
    QTest::newRow("header without rows") << QByteArray("time,a,b\n") << "no rows";
    QTest::newRow("no time") << QByteArray("a,b\n1,2\n3,1\n") << "time";
    QTest::newRow("foreign HDF5 head") << QByteArray("\x89HDF\r\n\x1a\n junk") << "HDF5";
}

void TraceFileTest::whatIsNoTraceGetsOneSentence() {
    QFETCH(QByteArray, content);
    QFETCH(QString, part);
    const Folder folder;
    const auto read = folder.read(std::string_view(content.data(), static_cast<std::size_t>(content.size())));
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().code, ErrorCode::BadInput);
    const auto message = QString::fromStdString(read.error().message);
    QVERIFY2(message.contains(part), qPrintable(message));
    QVERIFY(message.endsWith('.') || message.endsWith('?'));
    QVERIFY(!read.error().place.empty());
}

void TraceFileTest::foldersAndMissingFilesAreRefused() {
    const Folder folder;
    const auto directory = readTrace(folder.path(""));
    QCOMPARE(directory.error().code, ErrorCode::BadInput);
    QVERIFY(directory.error().message.find("folder") != std::string::npos);
    const auto absent = readTrace(folder.path("absent"));
    QCOMPARE(absent.error().code, ErrorCode::BadInput);
    QVERIFY(absent.error().message.find("no such file") != std::string::npos);
}

void TraceFileTest::endlessZeroesAreRefused() {
    const auto read = readTrace("/dev/zero");
    QCOMPARE(read.error().code, ErrorCode::BadInput);
    QVERIFY(read.error().message.find("binary") != std::string::npos);
}

void TraceFileTest::endlessLineIsRefused() {
    const Folder folder;
    const auto read = folder.read(kSmall + std::string(17 * 1024 * 1024, '1'));
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().code, ErrorCode::BadInput);
    QVERIFY(read.error().message.find("16 MiB") != std::string::npos);
    QVERIFY(read.error().place.ends_with(":5"));
}

void TraceFileTest::gzipIsReadByContent() {
    const Folder folder;
    READ_OK(read, readTrace(folder.put("named.csv", gzipped(kSmall))));
    QCOMPARE(read.format, std::string("csv"));
    QCOMPARE(valuesOf(readTrace, "disk.read"), (std::vector<float>{1.0F, 2.0F, 3.0F}));
}

void TraceFileTest::concatenatedGzipIsReadAsOne() {
    const Folder folder;
    READ_OK(read, folder.read(gzipped(kSmall) + gzipped("103,4\n") + std::string(100, '\0')));
    QCOMPARE(valuesOf(readTrace, "disk.read"), (std::vector<float>{1.0F, 2.0F, 3.0F, 4.0F}));
}

void TraceFileTest::truncatedGzipIsAnError() {
    const Folder folder;
    const std::string packed = gzipped(kSmall);
    for (std::size_t size = 2; size < packed.size(); ++size) {
        const auto read = folder.read(packed.substr(0, size));
        QVERIFY(!read.has_value());
        QCOMPARE(read.error().code, ErrorCode::BadInput);
        QVERIFY(read.error().message.find("truncated") != std::string::npos);
    }
    std::string damaged = packed;
    damaged[packed.size() - 6] = static_cast<char>(damaged[packed.size() - 6] ^ 1);  // the checksum
    QVERIFY(!folder.read(damaged).has_value());
}

void TraceFileTest::stopTokenCancels() {
    const Folder folder;
    std::stop_source source;
    source.request_stop();
    for (const std::string& text :
         {kSmall, std::string("$x 1\n!block rd_sectors,E\n\n1 0 n\nblock a 1\n\n2 0 n\nblock a 1\n")}) {
        const auto read = readTrace(folder.put("trace", text), source.get_token());
        QVERIFY(read.has_value());
        QVERIFY(!read->has_value());
    }
}

void TraceFileTest::linesAcrossBlocksKeepTheirNumbers() {
    // Longer than the reader's buffer, with rows of many lengths, so that rows straddle its ends.
    std::string text = "time,a\n";
    constexpr int kRows = 60'000;
    for (int i = 0; i < kRows; ++i) {
        text += std::to_string(1'500'000'000 + i) + "," + std::string(static_cast<std::size_t>(i % 23), '0') +
                std::to_string(i) + "\r\n";
    }
    text += "oops,1\n";
    const Folder folder;
    READ_OK(read, folder.read(text));
    const auto values = valuesOf(readTrace, "a");
    QCOMPARE(values.size(), std::size_t{kRows});
    for (int i = 0; i < kRows; ++i) {
        QCOMPARE(values[static_cast<std::size_t>(i)], static_cast<float>(i));
    }
    QCOMPARE(linesOf(read, "bad-time"), (Lines{kRows + 2}));
}

void TraceFileTest::nanosecondsAreExact_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("unit");
    QTest::addColumn<bool>("valid");
    QTest::addColumn<qint64>("expected");
    constexpr qint64 kSecond = 1'000'000'000;
    QTest::newRow("microseconds") << "1764549114.751583" << kSecond << true << qint64{1764549114751583000};
    QTest::newRow("nanoseconds") << "1764549114.123456789" << kSecond << true << qint64{1764549114123456789};
    QTest::newRow("more digits than that") << "1.1234567899" << kSecond << true << qint64{1123456789};
    QTest::newRow("milliseconds") << " 1500.25 " << qint64{1'000'000} << true << qint64{1500250000};
    QTest::newRow("negative") << "-1.5" << kSecond << true << qint64{-1500000000};
    QTest::newRow("exponent") << "1.5e3" << kSecond << true << qint64{1500000000000};
    QTest::newRow("too large") << "99999999999" << kSecond << false << qint64{0};
    QTest::newRow("too many digits") << "1000000000000000000000" << qint64{1} << false << qint64{0};
    QTest::newRow("no digits") << "." << kSecond << false << qint64{0};
    QTest::newRow("empty") << "" << kSecond << false << qint64{0};
    QTest::newRow("words") << "12s" << kSecond << false << qint64{0};
}

void TraceFileTest::nanosecondsAreExact() {
    QFETCH(QString, text);
    QFETCH(qint64, unit);
    QFETCH(bool, valid);
    QFETCH(qint64, expected);
    const auto parsed = parseNanoseconds(text.toStdString(), unit);
    QCOMPARE(parsed.has_value(), valid);
    if (valid) {
        QCOMPARE(qint64{*parsed}, expected);
    }
}

void TraceFileTest::countersKnowWrapFromReset_data() {
    QTest::addColumn<quint64>("before");
    QTest::addColumn<quint64>("now");
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("step");
    QTest::addColumn<quint64>("value");
    using hpcperfstats::Step;
    const auto row = [](const char* name, quint64 before, quint64 now, int width, Step step, quint64 value) {
        QTest::newRow(name) << before << now << width << static_cast<int>(step) << value;
    };
    const quint64 full48 = (quint64{1} << 48U) - 1;
    row("forward", 5, 9, 64, Step::Forward, 4);
    row("still", 5, 5, 32, Step::Forward, 0);
    row("32 bits wrap", 0xffffff00U, 0x100, 32, Step::Wrapped, 0x200);
    row("32 bits reset", 1000, 5, 32, Step::Reset, 0);
    row("48 bits wrap", full48 - 9, 10, 48, Step::Wrapped, 20);
    row("48 bits reset from the middle", full48 / 2, 10, 48, Step::Reset, 0);
    row("beyond its width", full48 + 10, 10, 48, Step::Reset, 0);
    row("64 bits reset", 1'000'000, 999'999, 64, Step::Reset, 0);
    row("64 bits wrap", ~quint64{0}, 4, 64, Step::Wrapped, 5);
}

void TraceFileTest::countersKnowWrapFromReset() {
    QFETCH(quint64, before);
    QFETCH(quint64, now);
    QFETCH(int, width);
    QFETCH(int, step);
    QFETCH(quint64, value);
    const auto difference = hpcperfstats::counterDifference(before, now, width);
    QCOMPARE(static_cast<int>(difference.step), step);
    QCOMPARE(quint64{difference.value}, value);
}

void TraceFileTest::blockDevicesAreToldApart_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("parent");
    const auto row = [](const char* name, BlockDevice kind, const char* parent) {
        QTest::newRow(name) << static_cast<int>(kind) << parent;
    };
    row("sda", BlockDevice::Disk, "");
    row("sdaa", BlockDevice::Disk, "");
    row("sda12", BlockDevice::Partition, "sda");
    row("vdb", BlockDevice::Disk, "");
    row("xvda1", BlockDevice::Partition, "xvda");
    row("nvme0n1", BlockDevice::Disk, "");
    row("nvme10n2p3", BlockDevice::Partition, "nvme10n2");
    row("nvme3c3n1", BlockDevice::PathOfNvme, "nvme3n1");
    row("mmcblk0", BlockDevice::Disk, "");
    row("mmcblk0p1", BlockDevice::Partition, "mmcblk0");
    row("dm-3", BlockDevice::Stacked, "dm");
    row("loop7", BlockDevice::Stacked, "loop");
    row("zram0", BlockDevice::Memory, "zram");
    row("sr0", BlockDevice::Removable, "sr");
}

void TraceFileTest::blockDevicesAreToldApart() {
    QFETCH(int, kind);
    QFETCH(QString, parent);
    const std::string name = QTest::currentDataTag();
    QCOMPARE(static_cast<int>(classifyBlockDevice(name)), kind);
    if (kind != static_cast<int>(BlockDevice::Stacked) && kind != static_cast<int>(BlockDevice::Memory) &&
        kind != static_cast<int>(BlockDevice::Removable)) {
        QCOMPARE(QString::fromStdString(parentOfBlockDevice(name)), parent);
    }
}

void TraceFileTest::unknownExtensionIsRefused() {
    const Folder folder;
    READ_OK(read, folder.read(kSmall));
    const auto written = writeTrace(readTrace, folder.path("out.xls"));
    QVERIFY(!written.has_value());
    QCOMPARE(written.error().code, ErrorCode::BadInput);
    QVERIFY(!std::filesystem::exists(folder.path("out.xls")));
}

QTEST_GUILESS_MAIN(TraceFileTest)
#include "tst_tracefile.moc"
