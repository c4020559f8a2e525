// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "verb.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace mimesys;
using tests::Result;

// `mimesys inspect` and `mimesys convert` as their users see them: exit codes, files, and what is printed.
class TraceVerbsTest : public QObject {
    Q_OBJECT

private slots:
    void inspectDescribesTheTrace();
    void inspectListsAllOnDemand();
    void convertWritesByExtension_data();
    void convertWritesByExtension();
    void convertTellsWhatItLeavesOut();
    void pqosLogsAreConvertedBothWays();
    void badInputsGetOneSentenceAndExitCode3_data();
    void badInputsGetOneSentenceAndExitCode3();
    void missingArgumentsAreUsage();

private:
    QString put(const QString& name, const QByteArray& content) const {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()) {
            qFatal("cannot write");
        }
        return file.fileName();
    }
    QTemporaryDir m_folder;
};

namespace {

Result verb(const QStringList& arguments) {
    return tests::runMimesys(arguments, 60'000);
}

// Two disks' sectors at 1 Hz, one sample with a duplicate time; 0.512 and 1.024 MB/s.
const QByteArray kTrace =
    "$hpcperfstats 2.4\n$hostname node\xff\n!block rd_sectors,E,U=512B wr_sectors,E,U=512B\n"
    "\n100 0 n\nblock sda 0 0\n\n101 0 n\nblock sda 1000 0\n\n101 0 n\nblock sda 1000 0\n"
    "\n102 0 n\nblock sda 3000 0\n";

}  // namespace

void TraceVerbsTest::inspectDescribesTheTrace() {
    const QString path = put("trace.txt", kTrace);
    const Result text = verb({"inspect", path});
    QCOMPARE(text.exitCode, 0);
    QVERIFY(text.output.contains("hpcperfstats"));
    QVERIFY(text.output.contains("line 11"));
    const Result json = verb({"inspect", path, "--json"});
    QCOMPARE(json.exitCode, 0);
    const QJsonObject object = QJsonDocument::fromJson(json.output).object();
    QCOMPARE(object["samples"].toInt(), 2);
    QCOMPARE(object["duration_seconds"].toDouble(), 2.0);
    QCOMPARE(object["interval_seconds"].toObject()["median"].toDouble(), 1.0);
    const QJsonObject disk = object["metrics"].toObject()["disk.read"].toObject();
    QCOMPARE(disk["unit"].toString(), QString("MB/s"));
    QCOMPARE(disk["max"].toDouble(), static_cast<double>(1.024F));
    QCOMPARE(disk["provenance"].toString(), QString("procfs"));
    int duplicates = 0;
    for (const auto& diagnostic : object["diagnostics"].toArray()) {
        if (diagnostic.toObject()["code"] == "duplicate-time") {
            QCOMPARE(diagnostic.toObject()["line"].toInt(), 11);
            QCOMPARE(diagnostic.toObject()["severity"].toString(), QString("warning"));
            ++duplicates;
        }
    }
    QCOMPARE(duplicates, 1);
}

void TraceVerbsTest::inspectListsAllOnDemand() {
    QByteArray text = "time,a\n";
    for (int i = 0; i < 20; ++i) {
        text += QByteArray::number(100 + i / 2) + ",1\n";
    }
    const QString path = put("duplicates.csv", text);
    QCOMPARE(verb({"inspect", path}).output.count("duplicate-time"), 4);
    QCOMPARE(verb({"inspect", path, "--all"}).output.count("duplicate-time"), 10);
}

void TraceVerbsTest::convertWritesByExtension_data() {
    QTest::addColumn<QString>("extension");
    QTest::addColumn<QString>("format");
    QTest::newRow("HDF5") << ".h5"
                          << "hdf5";
    QTest::newRow("CSV") << ".csv"
                         << "csv";
    QTest::newRow("text") << ".txt"
                          << "hpcperfstats";
}

void TraceVerbsTest::convertWritesByExtension() {
    QFETCH(QString, extension);
    QFETCH(QString, format);
    const QString path = put("trace.txt", kTrace);
    const QString output = m_folder.filePath("out" + extension);
    const Result converted = verb({"convert", path, "-o", output, "--json"});
    QCOMPARE(converted.exitCode, 0);
    QCOMPARE(QJsonDocument::fromJson(converted.output).object()["samples"].toInt(), 2);
    QVERIFY(converted.errors.contains("duplicate-time"));
    const QJsonObject object = QJsonDocument::fromJson(verb({"inspect", output, "--json"}).output).object();
    QCOMPARE(object["format"].toString(), format);
    QCOMPARE(object["metrics"].toObject()["disk.read"].toObject()["min"].toDouble(), static_cast<double>(0.512F));
}

void TraceVerbsTest::convertTellsWhatItLeavesOut() {
    const QString path = put("foreign.csv", "time,disk.read,weight\n100,1.024,2\n101,2.048,3\n");
    const Result converted = verb({"convert", path, "-o", m_folder.filePath("foreign.txt"), "--json"});
    QCOMPARE(converted.exitCode, 0);
    QCOMPARE(QJsonDocument::fromJson(converted.output).object()["left_out"].toArray(), QJsonArray{"weight"});
    QVERIFY(converted.errors.contains("weight is left out"));
}

void TraceVerbsTest::pqosLogsAreConvertedBothWays() {
    const QString heading = "CORE IPC MISSES LLC[KB] MBL[MB/s] MBR[MB/s]\n";
    const QString path = put("foreign.log", ("TIME 2025-12-01 00:00:00\n" + heading + "0-3 1.5 2k 16 1 1\n" +
                                             "TIME 2025-12-01 00:00:02\n" + heading + "0-3 0.5 4k 32 1 1\n")
                                                .toUtf8());
    const QString table = m_folder.filePath("log.csv");
    QCOMPARE(verb({"convert", path, "-o", table}).exitCode, 0);
    const QString back = m_folder.filePath("back.log");
    QCOMPARE(verb({"convert", table, "-o", back}).exitCode, 0);
    const QJsonObject object = QJsonDocument::fromJson(verb({"inspect", back, "--json"}).output).object();
    QCOMPARE(object["format"].toString(), QString("pqos"));
    const QJsonObject misses = object["metrics"].toObject()["llc.misses"].toObject();
    QCOMPARE(misses["min"].toDouble(), 1000.0);
    QCOMPARE(misses["max"].toDouble(), 2000.0);
    QCOMPARE(misses["provenance"].toString(), QString("hardware counter"));
    QCOMPARE(object["metrics"].toObject().size(), qsizetype{5});
    const Result refused = verb({"convert", path, "-o", m_folder.filePath("none.txt")});
    QVERIFY(refused.errors.contains("llc.occupancy is left out"));
    QCOMPARE(refused.exitCode, 3);  // nothing of it has a place there
}

void TraceVerbsTest::badInputsGetOneSentenceAndExitCode3_data() {
    QTest::addColumn<QString>("path");
    QTest::newRow("empty") << put("empty", "");
    QTest::newRow("prose") << put("prose", "This is not a trace.\n");
    QTest::newRow("binary") << put("binary", QByteArray("\0\1\2\3", 4));
    QTest::newRow("header only") << put("header", kTrace.left(60));
    QTest::newRow("truncated gzip") << put("cut.gz", QByteArray("\x1f\x8b\x08\0\0\0\0\0\0\x03\x4b", 11));
    QTest::newRow("folder") << m_folder.path();
    QTest::newRow("missing") << m_folder.filePath("nowhere");
    QTest::newRow("zeroes") << "/dev/zero";
}

void TraceVerbsTest::badInputsGetOneSentenceAndExitCode3() {
    QFETCH(QString, path);
    const QString output = m_folder.filePath("never.csv");
    for (const QStringList& arguments : {QStringList{"inspect", path}, QStringList{"convert", path, "-o", output}}) {
        const Result result = verb(arguments);
        QCOMPARE(result.exitCode, 3);
        QVERIFY(result.output.isEmpty());
        QCOMPARE(result.errors.count('\n'), 1);
        QVERIFY(result.errors.startsWith("mimesys: " + path.toUtf8()));
    }
    QVERIFY(!QFile::exists(output));
}

void TraceVerbsTest::missingArgumentsAreUsage() {
    QCOMPARE(verb({"inspect"}).exitCode, 2);
    QCOMPARE(verb({"convert", put("trace.txt", kTrace)}).exitCode, 2);
}

QTEST_GUILESS_MAIN(TraceVerbsTest)
#include "tst_traceverbs.moc"
