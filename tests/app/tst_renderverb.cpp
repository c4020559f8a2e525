// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/atomicfile.h"
#include "trace/read.h"
#include "verb.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QtTest>

using namespace mimesys;
using tests::Result;

// `mimesys render` as its users see it: a session, or files in its place, as every kind of file, without a display.
class RenderVerbTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void everyFormat_data();
    void everyFormat();
    void reportStandsAlone();
    void simulatedIsSaidFirst();
    void valuesAreThoseTheSessionShows();
    void missingFileIsSaidAndTheRestRendered();
    void mistakesHaveTheirExitCode_data();
    void mistakesHaveTheirExitCode();
    void withoutTheStudioItIsNotAvailable();
    void sampleSessionRenders();

private:
    [[nodiscard]] QString file(const QString& name) const { return m_folder.filePath(name); }
    [[nodiscard]] QByteArray content(const QString& name) const {
        QFile read(file(name));
        return read.open(QIODevice::ReadOnly) ? read.readAll() : QByteArray();
    }
    QTemporaryDir m_folder;
};

namespace {

// There is no display here, and no word to Qt about that.
QProcessEnvironment bare() {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* name : {"QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"}) {
        environment.remove(name);
    }
    return environment;
}

Result verb(const QStringList& arguments) {
    return tests::runMimesys(arguments, 60'000, bare());
}

}  // namespace

void RenderVerbTest::initTestCase() {
    QCOMPARE(verb({"simulate", "-o", file("real.h5"), "--seconds", "40", "--load", "high", "--seed", "3"}).exitCode, 0);
    QCOMPARE(verb({"simulate", "-o", file("emulated.h5"), "--seconds", "40", "--load", "high", "--seed", "4"}).exitCode,
             0);
    QCOMPARE(verb({"collect", "--executor", "simulated:c220g2", "--stressors", "research", "--samples", "300", "-o",
                   file("data.h5")})
                 .exitCode,
             0);
    QCOMPARE(
        verb({"generate", file("real.h5"), "--dataset", file("data.h5"), "--method", "search", "-o", file("plan.h5")})
            .exitCode,
        0);
    const char* session = R"({"format": "mimesys-session", "version": 1, "real": {"path": "real.h5"},
        "versions": [{"name": "only", "plan": {"path": "plan.h5"}, "emulated": {"path": "emulated.h5"}}],
        "current": 0, "view": {"visible": {"begin_ns": 10000000000, "end_ns": 30000000000},
        "selection": {"begin_ns": 12000000000, "end_ns": 20000000000}, "clock_time": true}})";
    QVERIFY(writeFile(file("work.mimesys").toStdString(), session).has_value());
    QVERIFY(writeFile(file("text.h5").toStdString(), "no plan, no trace").has_value());
}

void RenderVerbTest::everyFormat_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("begins");
    QTest::newRow("png") << "out.png" << QByteArray("\x89PNG");
    QTest::newRow("svg") << "out.svg" << QByteArray("<?xml");
    QTest::newRow("pdf") << "out.pdf" << QByteArray("%PDF-");
    QTest::newRow("html") << "out.html" << QByteArray("<!DOCTYPE html>");
    QTest::newRow("csv") << "out.csv" << QByteArray("# range: 12.000000000 s to 20.000000000 s");
}

void RenderVerbTest::everyFormat() {
    QFETCH(QString, name);
    QFETCH(QByteArray, begins);
    const Result result = verb({"render", file("work.mimesys"), "-o", file(name), "--size", "900x600", "--json"});
    QVERIFY2(result.exitCode == 0, result.errors.constData());
    QVERIFY2(result.errors.isEmpty(), result.errors.constData());
    QVERIFY(content(name).startsWith(begins));
    QCOMPARE(result.json()["output"].toString(), file(name));
    QCOMPARE(result.json()["format"].toString(), QFileInfo(name).suffix());
    QCOMPARE(result.json()["bytes"].toInteger(), content(name).size());
    if (name == "out.png") {
        // Width and height of the header.
        QCOMPARE(content(name).mid(16, 8), QByteArray("\0\0\x03\x84\0\0\x02\x58", 8));
        QVERIFY(verb({"render", file("work.mimesys"), "-o", file("dark.png"), "--size", "900x600", "--theme", "dark",
                      "--scale", "2"})
                    .exitCode == 0);
        QCOMPARE(content("dark.png").mid(16, 8), QByteArray("\0\0\x07\x08\0\0\x04\xb0", 8));
    }
    if (name == "out.svg") {
        // Lines and texts, not a picture of them.
        QVERIFY(content(name).count("<polyline") > 500);
        QVERIFY(content(name).contains(">CPU</text>"));
    }
}

void RenderVerbTest::reportStandsAlone() {
    const Result result = verb({"render", file("real.h5"), "--emulated", file("emulated.h5"), "--plan", file("plan.h5"),
                                "-o", file("report.html")});
    QVERIFY2(result.exitCode == 0, result.errors.constData());
    // Gradients are named where they are used, within the page.
    const QByteArray html = content("report.html").replace("url(#", "");
    for (const char* foreign : {"<script", "<link", "src=", "@import", "url("}) {
        QVERIFY2(!html.contains(foreign), foreign);
    }
    // The only addresses are names of XML vocabularies.
    QCOMPARE(html.count("http"), html.count("http://www.w3.org/"));
    for (const char* part : {"<svg", "data:image/png;base64,", "prefers-color-scheme: dark", "@media print", "Scores",
                             "Provenance", "real.h5", "plan.h5", "emulated.h5", "search", "Fingerprint"}) {
        QVERIFY2(html.contains(part), part);
    }
    QVERIFY(html.size() < 5'000'000);
}

void RenderVerbTest::simulatedIsSaidFirst() {
    QCOMPARE(verb({"render", file("real.h5"), "-o", file("simulated.html")}).exitCode, 0);
    const QByteArray html = content("simulated.html");
    QVERIFY(html.indexOf("SIMULATED: the real trace") > 0);
    QVERIFY(html.indexOf("SIMULATED: the real trace") < html.indexOf("<svg"));
    QCOMPARE(verb({"render", file("real.h5"), "-o", file("simulated.csv")}).exitCode, 0);
    QVERIFY(content("simulated.csv").contains("# real: real.h5, SIMULATED\n"));
}

void RenderVerbTest::valuesAreThoseTheSessionShows() {
    QCOMPARE(verb({"render", file("work.mimesys"), "-o", file("values.csv")}).exitCode, 0);
    const auto real = trace::readTrace(file("real.h5").toStdString());
    const trace::Trace& trace = *(**real).trace;
    QList<QByteArray> rows;
    QByteArrayList header;
    for (const QByteArray& line : content("values.csv").split('\n')) {
        if (line.startsWith("side,")) {
            header = line.split(',');
        } else if (line.startsWith("real,") || line.startsWith("emulated,")) {
            rows += line;
        }
    }
    QCOMPARE(header.mid(0, 4).join(','), QByteArray("side,simulated,begin_s,end_s"));
    QCOMPARE(rows.size(), 16);  // eight seconds of both sides
    QCOMPARE(rows[0].split(',').mid(0, 4).join(','), QByteArray("real,yes,12.000000000,13.000000000"));
    QCOMPARE(rows[15].split(',').mid(0, 4).join(','), QByteArray("emulated,yes,19.000000000,20.000000000"));
    const auto column = header.indexOf("cpu.utilization[3]");
    QVERIFY(column > 0);
    QCOMPARE(rows[2].split(',')[column].toFloat(), trace.find("cpu.utilization[3]")->values[14]);
}

void RenderVerbTest::missingFileIsSaidAndTheRestRendered() {
    QByteArray session = content("work.mimesys");
    session.replace("plan.h5", "nowhere.h5");
    QVERIFY(writeFile(file("partial.mimesys").toStdString(), session.toStdString()).has_value());
    const Result result = verb({"render", file("partial.mimesys"), "-o", file("partial.png"), "--json"});
    QCOMPARE(result.exitCode, 0);
    QVERIFY(result.errors.contains("nowhere.h5 is missing"));
    QCOMPARE(result.json()["problems"].toArray().size(), 1);
    QVERIFY(content("partial.png").startsWith("\x89PNG"));
}

void RenderVerbTest::mistakesHaveTheirExitCode_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    QVERIFY(writeFile(file("bad.mimesys").toStdString(), "{").has_value());
    QVERIFY(
        writeFile(file("newer.mimesys").toStdString(), R"({"format": "mimesys-session", "version": 2})").has_value());
    QVERIFY(
        writeFile(file("empty.mimesys").toStdString(), R"({"format": "mimesys-session", "version": 1})").has_value());
    const QString output = file("mistake.png");
    QTest::newRow("no session") << QStringList{file("missing.mimesys"), "-o", output} << 3;
    QTest::newRow("a session that is none") << QStringList{file("bad.mimesys"), "-o", output} << 3;
    QTest::newRow("a newer session") << QStringList{file("newer.mimesys"), "-o", output} << 3;
    QTest::newRow("nothing in it") << QStringList{file("empty.mimesys"), "-o", output} << 3;
    QTest::newRow("no trace") << QStringList{file("missing.h5"), "-o", output} << 3;
    QTest::newRow("a trace that is none") << QStringList{file("text.h5"), "-o", output} << 3;
    QTest::newRow("a plan that is none") << QStringList{file("real.h5"), "--plan", file("text.h5"), "-o", output} << 3;
    QTest::newRow("a session and more") << QStringList{file("work.mimesys"), file("real.h5"), "-o", output} << 3;
    QTest::newRow("no folder") << QStringList{file("work.mimesys"), "-o", "/nowhere/out.png"} << 3;
    QTest::newRow("nothing to write") << QStringList{file("work.mimesys")} << 2;
    QTest::newRow("unknown ending") << QStringList{file("work.mimesys"), "-o", file("mistake.gif")} << 2;
    QTest::newRow("no size") << QStringList{file("work.mimesys"), "-o", output, "--size", "big"} << 2;
    QTest::newRow("too small") << QStringList{file("work.mimesys"), "-o", output, "--size", "5x5"} << 2;
    QTest::newRow("too large") << QStringList{file("work.mimesys"), "-o", output, "--size", "99999x800"} << 2;
    QTest::newRow("no theme") << QStringList{file("work.mimesys"), "-o", output, "--theme", "pink"} << 2;
    QTest::newRow("no files") << QStringList{"-o", output} << 2;
}

void RenderVerbTest::mistakesHaveTheirExitCode() {
    QFETCH(QStringList, arguments);
    QFETCH(int, exitCode);
    const Result result = verb(QStringList{"render"} + arguments);
    QVERIFY2(result.exitCode == exitCode, result.errors.constData());
    QVERIFY(!result.errors.isEmpty());
    QVERIFY(!QFile::exists(file("mistake.png")));
}

void RenderVerbTest::withoutTheStudioItIsNotAvailable() {
    const QString alone = file("mimesys");
    QVERIFY(QFile::copy(MIMESYS_PROGRAM, alone));
    QProcess process;
    process.start(alone, {"render", file("work.mimesys"), "-o", file("alone.png")});
    const Result result = tests::finished(process, 60'000);
    QCOMPARE(result.exitCode, 4);
    QVERIFY2(result.errors.contains("mimesys-studio"), result.errors.constData());
}

void RenderVerbTest::sampleSessionRenders() {
    const QString sample = QFileInfo(MIMESYS_PROGRAM).absolutePath() + "/../share/mimesys/sample/sample.mimesys";
    const Result result = verb({"render", sample, "-o", file("sample.html")});
    QVERIFY2(result.exitCode == 0, result.errors.constData());
    QVERIFY2(result.errors.isEmpty(), result.errors.constData());
    // It comes from a machine.
    QVERIFY(!content("sample.html").contains("SIMULATED"));
    QVERIFY(content("sample.html").contains("Scores"));
}

QTEST_APPLESS_MAIN(RenderVerbTest)
#include "tst_renderverb.moc"
