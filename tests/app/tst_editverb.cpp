// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "curation/locks.h"
#include "plan/planfile.h"
#include "trace/read.h"
#include "verb.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QtTest>

using namespace mimesys;
using tests::Result;

// `mimesys edit` and `mimesys generate --into` as their users see them.
class EditVerbTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void traceIsEditedAndSaysSo_data();
    void traceIsEditedAndSaysSo();
    void planIsEditedAndSaysSo();
    void editsOfAFileComeFirst();
    void partOfAPlanIsMadeAnew();
    void mistakesHaveTheirExitCode_data();
    void mistakesHaveTheirExitCode();

private:
    [[nodiscard]] QString file(const QString& name) const { return m_folder.filePath(name); }
    void write(const QString& name, const QByteArray& content) const {
        QFile out(file(name));
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(content);
    }
    QTemporaryDir m_folder;
};

namespace {

Result verb(const QStringList& arguments) {
    return tests::runMimesys(arguments, 60'000);
}

trace::TracePtr read(const QString& path) {
    return (*trace::readTrace(path.toStdString()).value()).trace;
}

plan::ExecutionPlan planOf(const QString& path) {
    return plan::readPlan(path.toStdString()).value();
}

}  // namespace

void EditVerbTest::initTestCase() {
    QCOMPARE(verb({"collect", "--executor", "simulated:c220g2", "--stressors", "research", "--samples", "400", "-o",
                   file("data.h5")})
                 .exitCode,
             0);
    QCOMPARE(verb({"simulate", "-o", file("apps.h5"), "--seconds", "30", "--load", "high", "--seed", "3"}).exitCode, 0);
    QCOMPARE(
        verb({"generate", file("apps.h5"), "--dataset", file("data.h5"), "--method", "search", "-o", file("plan.h5")})
            .exitCode,
        0);
    write("text.h5", "no plan, no trace");
    write("edits.json",
          R"({"format": "mimesys-edits", "version": 1, "edits": [{"edit": "trim", "from": 10, "to": 20}]})");
    write("broken.json", R"({"format": "mimesys-edits", "version": 1, "edits": [{"edit": "trim", "form": 10}]})");
}

void EditVerbTest::traceIsEditedAndSaysSo_data() {
    QTest::addColumn<QString>("output");
    QTest::newRow("HDF5") << "out.h5";
    QTest::newRow("CSV") << "out.csv";
    QTest::newRow("HPCPerfStats") << "out.txt";
    QTest::newRow("pqos") << "out.log";
}

void EditVerbTest::traceIsEditedAndSaysSo() {
    QFETCH(QString, output);
    const Result result = verb(
        {"edit", file("apps.h5"), "-o", file(output), "--do", "trim 5..25", "--do", "scale cpu 0.5 0..10", "--json"});
    QVERIFY2(result.exitCode == 0, result.errors.constData());
    QCOMPARE(result.json()["kind"].toString(), QString("trace"));
    QCOMPARE(result.json()["samples"].toInt(), 20);
    QCOMPARE(result.json()["edits"].toArray()[1].toString(), QString("cpu scaled by 0.5 from 0 s to 10 s"));
    const trace::TracePtr before = read(file("apps.h5"));
    const trace::TracePtr after = read(file(output));
    QCOMPARE(after->sampleCount(), std::size_t{20});
    QCOMPARE(after->attributes.at("edited"),
             std::string("trimmed from 5 s to 25 s; cpu scaled by 0.5 from 0 s to 10 s"));
    if (const trace::Column* column = after->find("cpu.utilization[0]")) {
        const std::vector<float>& recorded = before->find("cpu.utilization[0]")->values;
        QVERIFY(std::abs(column->values[3] - 0.5F * recorded[8]) < 1e-3F);
        QVERIFY(std::abs(column->values[15] - recorded[20]) < 1e-3F);
    } else {
        QCOMPARE(output, QString("out.log"));
    }
    QVERIFY(verb({"inspect", file(output)}).output.contains("trimmed from 5 s to 25 s"));
}

void EditVerbTest::planIsEditedAndSaysSo() {
    const plan::ExecutionPlan before = planOf(file("plan.h5"));
    const QString name = QString::fromStdString(before.stressors().front());
    const Result result =
        verb({"edit", file("plan.h5"), "-o", file("edited.h5"), "--do", "lock all windows 0-4", "--do",
              "scale all 0.5 windows 3-9", "--do", "paint " + name + " 0.75 windows 20 cpus 0-1"});
    QVERIFY2(result.exitCode == 0, result.errors.constData());
    QVERIFY2(result.output.contains("all stressors scaled by 0.5 in windows 3 to 9"), result.output.constData());
    const plan::ExecutionPlan after = planOf(file("edited.h5"));
    QVERIFY(std::ranges::equal(after.composition(4), before.composition(4)));
    QCOMPARE(after.at(5, 3, 1), 0.5F * before.at(5, 3, 1));
    QCOMPARE(after.at(20, 1, 0), 0.75F);
    QCOMPARE(after.at(20, 2, 0), before.at(20, 2, 0));
    QCOMPARE(curation::editsOf(after).size(), std::size_t{3});
    // What is locked stays so in the next edit of the file.
    const Result locked = verb({"edit", file("edited.h5"), "-o", file("again.h5"), "--do", "scale all 0 windows 0-4"});
    QCOMPARE(locked.exitCode, 3);
    QVERIFY2(locked.errors.contains("locked"), locked.errors.constData());
    QVERIFY(!QFile::exists(file("again.h5")));
}

void EditVerbTest::editsOfAFileComeFirst() {
    const Result result =
        verb({"edit", file("apps.h5"), "-o", file("list.h5"), "--edits", file("edits.json"), "--do", "mask cpu 0..2"});
    QVERIFY2(result.exitCode == 0, result.errors.constData());
    const trace::TracePtr after = read(file("list.h5"));
    QCOMPARE(after->sampleCount(), std::size_t{10});
    QVERIFY(after->columns[0].isMissing(1) && !after->columns[0].isMissing(2));
}

void EditVerbTest::partOfAPlanIsMadeAnew() {
    const QStringList into{"generate", file("apps.h5"), "--into",        file("plan.h5"), "--range",
                           "10..20",   "--dataset",     file("data.h5"), "--method",      "interpolation"};
    const Result result = verb(into + QStringList{"-o", file("part.h5"), "--json"});
    QVERIFY2(result.exitCode == 0, result.errors.constData());
    const plan::ExecutionPlan before = planOf(file("plan.h5"));
    const plan::ExecutionPlan after = planOf(file("part.h5"));
    std::size_t changed = 0;
    for (std::size_t window = 0; window < before.windowCount(); ++window) {
        const bool same = std::ranges::equal(after.composition(window), before.composition(window));
        QVERIFY((window >= 10 && window < 20) || same);
        changed += same ? 0 : 1;
    }
    QVERIFY(changed > 5);
    QCOMPARE(result.json()["source"].toObject()["regenerated"].toObject()["simulated"].toBool(), true);
    QCOMPARE(result.json()["source"].toObject()["trace"].toObject()["file"].toString(), QString("apps.h5"));
    // The plan's windows count.
    QCOMPARE(verb(into + QStringList{"-o", file("no.h5"), "--window", "2"}).exitCode, 2);
    QCOMPARE(verb({"generate", file("apps.h5"), "--range", "10..20", "-o", file("no.h5")}).exitCode, 2);
    QStringList outside = into;
    outside[outside.indexOf("10..20")] = "40..50";
    QCOMPARE(verb(outside + QStringList{"-o", file("no.h5")}).exitCode, 3);
    QVERIFY(!QFile::exists(file("no.h5")));
}

void EditVerbTest::mistakesHaveTheirExitCode_data() {
    QTest::addColumn<QString>("input");
    QTest::addColumn<QStringList>("more");
    QTest::addColumn<int>("exitCode");
    QTest::newRow("no such file") << "missing.h5" << QStringList{"--do", "trim 1..2"} << 3;
    QTest::newRow("neither trace nor plan") << "text.h5" << QStringList{"--do", "trim 1..2"} << 3;
    QTest::newRow("nothing to do") << "apps.h5" << QStringList() << 3;
    QTest::newRow("no edit") << "apps.h5" << QStringList{"--do", "rotate 5"} << 3;
    QTest::newRow("edit of a plan") << "apps.h5" << QStringList{"--do", "paint memset 0.5"} << 3;
    QTest::newRow("edit of a trace") << "plan.h5" << QStringList{"--do", "trim 1..2"} << 3;
    QTest::newRow("range outside") << "apps.h5" << QStringList{"--do", "trim 90..99"} << 3;
    QTest::newRow("no list") << "apps.h5" << QStringList{"--edits", "missing.json"} << 3;
    QTest::newRow("broken list") << "apps.h5" << QStringList{"--edits", "broken.json"} << 3;
    QTest::newRow("ending that is no format") << "apps.h5" << QStringList{"--do", "trim 1..2", "-o", "out.doc"} << 3;
}

void EditVerbTest::mistakesHaveTheirExitCode() {
    QFETCH(QString, input);
    QFETCH(QStringList, more);
    QFETCH(int, exitCode);
    for (QString& argument : more) {
        argument = argument.contains(".json") || argument.contains(".doc") ? file(argument) : argument;
    }
    QStringList arguments{"edit", file(input)};
    if (!more.contains("-o")) {
        arguments << "-o" << file("mistake.h5");
    }
    const Result result = verb(arguments + more);
    QVERIFY2(result.exitCode == exitCode, result.errors.constData());
    QVERIFY(!result.errors.isEmpty());
    QVERIFY(!QFile::exists(file("mistake.h5")));
}

QTEST_APPLESS_MAIN(EditVerbTest)
#include "tst_editverb.moc"
