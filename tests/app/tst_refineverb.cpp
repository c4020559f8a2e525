// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "plan/planfile.h"
#include "verb.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

using namespace mimesys;
using tests::Result;

// `mimesys refine` as its users see it, on a simulated machine.
class RefineVerbTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void refinedPlanIsNearerAndTellsHow();
    void roundsAreContinued();
    void tableSaysWhatWasSimulated();
    void bundledModelServesAsWell();
    void mistakesHaveTheirExitCode_data();
    void mistakesHaveTheirExitCode();
    void nothingInstalledIsNotAvailable();

private:
    [[nodiscard]] QString file(const QString& name) const { return m_folder.filePath(name); }
    [[nodiscard]] QStringList refining(const QString& output) const {
        return {"refine",     file("plan.h5"),    "--target", file("apps.h5"), "--dataset", file("data.h5"),
                "--executor", "simulated:c220g2", "-o",       file(output),    "--rounds",  "2"};
    }
    QTemporaryDir m_folder;
};

namespace {

Result verb(const QStringList& arguments,
            const QProcessEnvironment& environment = QProcessEnvironment::systemEnvironment()) {
    return tests::runMimesys(arguments, 60'000, environment);
}

}  // namespace

void RefineVerbTest::initTestCase() {
    QCOMPARE(verb({"collect", "--executor", "simulated:c220g2", "--stressors", "research", "--samples", "400", "-o",
                   file("data.h5")})
                 .exitCode,
             0);
    QCOMPARE(verb({"simulate", "-o", file("apps.h5"), "--seconds", "15", "--load", "high", "--seed", "3"}).exitCode, 0);
    QCOMPARE(verb({"simulate", "-o", file("longer.h5"), "--seconds", "20", "--seed", "3"}).exitCode, 0);
    QCOMPARE(
        verb({"generate", file("apps.h5"), "--dataset", file("data.h5"), "--method", "search", "-o", file("plan.h5")})
            .exitCode,
        0);
    QFile text(file("text.h5"));
    QVERIFY(text.open(QIODevice::WriteOnly));
    text.write("no plan, no trace");
}

void RefineVerbTest::refinedPlanIsNearerAndTellsHow() {
    const Result result = verb(refining("out.h5") << "--json");
    QCOMPARE(result.exitCode, 0);
    const QJsonObject json = result.json();
    QCOMPARE(json["simulated"].toBool(), true);
    QCOMPARE(json["executor"].toString(), QString("simulated:c220g2"));
    QCOMPARE(json["floor_measured"].toBool(), true);
    const QJsonArray rounds = json["rounds"].toArray();
    QCOMPARE(rounds.size(), 3);
    const double before = rounds[0].toObject()["mean"].toDouble();
    const double after = json["confirmed"].toObject()["mean"].toDouble();
    QVERIFY2(after < 0.8 * before, qPrintable(QString("%1 -> %2").arg(before).arg(after)));
    const plan::ExecutionPlan plan = plan::readPlan(file("out.h5").toStdString()).value();
    QCOMPARE(plan.windowCount(), std::size_t{15});
    const QJsonObject source = QJsonDocument::fromJson(QByteArray::fromStdString(plan.source)).object();
    QCOMPARE(source["refined"].toObject()["round"].toInt(), json["kept"].toInt());
    QCOMPARE(source["refined"].toObject()["simulated"].toBool(), true);
    QCOMPARE(source["trace"].toObject()["file"].toString(), QString("apps.h5"));
    QCOMPARE(source["method"].toString(), QString("search"));
    // Any round can be gone back to.
    QVERIFY(plan::readPlan((json["folder"].toString() + "/round-0.plan.h5").toStdString()).has_value());
    // A score by another verb says the same of what was recorded.
    const Result score =
        verb({"score", file("apps.h5"),
              json["folder"].toString() + QString("/confirmation-%1.recording.h5").arg(json["kept"].toInt()),
              "--ranges", file("data.h5"), "--json"});
    QCOMPARE(score.json()["mean"].toDouble(), after);
}

void RefineVerbTest::roundsAreContinued() {
    QCOMPARE(verb(refining("more.h5")).exitCode, 0);
    const Result more = verb(refining("more.h5") << "--rounds"
                                                 << "3"
                                                 << "--json");
    QCOMPARE(more.exitCode, 2);  // given twice
    QStringList again = refining("more.h5");
    again.last() = "3";
    const Result continued = verb(again << "--json");
    QCOMPARE(continued.exitCode, 0);
    QCOMPARE(continued.json()["rounds"].toArray().size(), 4);
    // The folder belongs to this plan, trace and machine.
    QStringList other = refining("more.h5");
    other[other.indexOf("simulated:c220g2")] = "simulated:c220g5";
    const Result refused = verb(other);
    QCOMPARE(refused.exitCode, 3);
    QVERIFY2(refused.errors.contains("another plan"), refused.errors.constData());
}

void RefineVerbTest::tableSaysWhatWasSimulated() {
    const Result table = verb(refining("out.h5"));
    QCOMPARE(table.exitCode, 0);
    QVERIFY2(table.output.contains("SIMULATED"), table.output.constData());
    QVERIFY2(table.output.contains("kept"), table.output.constData());
    QVERIFY2(table.output.contains("executed once more"), table.output.constData());
}

void RefineVerbTest::bundledModelServesAsWell() {
    const Result result =
        verb({"refine", file("plan.h5"), "--target", file("apps.h5"), "--model", "simulated-c220g2", "--executor",
              "simulated", "-o", file("model.h5"), "--rounds", "1", "--floor", "0.001", "--ranges", "trace", "--json"});
    QVERIFY2(result.exitCode == 0, result.errors.constData());
    QCOMPARE(result.json()["rounds"].toArray().size(), 2);
    QCOMPARE(result.json()["floor_measured"].toBool(), false);
    QVERIFY(result.json()["confirmed"].toObject()["mean"].toDouble() <
            result.json()["rounds"].toArray()[0].toObject()["mean"].toDouble());
}

void RefineVerbTest::mistakesHaveTheirExitCode_data() {
    QTest::addColumn<QString>("plan");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QStringList>("more");
    QTest::addColumn<int>("exitCode");
    const QStringList simulated{"--executor", "simulated"};
    QTest::newRow("no plan") << "missing.h5"
                             << "apps.h5" << simulated << 3;
    QTest::newRow("a plan that is none") << "text.h5"
                                         << "apps.h5" << simulated << 3;
    QTest::newRow("no trace") << "plan.h5"
                              << "missing.h5" << simulated << 3;
    QTest::newRow("a trace that is none") << "plan.h5"
                                          << "text.h5" << simulated << 3;
    QTest::newRow("a longer trace") << "plan.h5"
                                    << "longer.h5" << simulated << 3;
    QTest::newRow("unknown machine") << "plan.h5"
                                     << "apps.h5" << QStringList{"--executor", "simulated:nowhere"} << 3;
    QTest::newRow("another host") << "plan.h5"
                                  << "apps.h5" << QStringList{"--executor", "ssh:host"} << 4;
    QTest::newRow("no rounds") << "plan.h5"
                               << "apps.h5" << simulated + QStringList{"--rounds", "-1"} << 2;
    QTest::newRow("no damping") << "plan.h5"
                                << "apps.h5" << simulated + QStringList{"--damping", "0"} << 2;
    QTest::newRow("no folder to write to") << "plan.h5"
                                           << "apps.h5" << simulated + QStringList{"-o", "/nowhere/out.h5"} << 3;
}

void RefineVerbTest::mistakesHaveTheirExitCode() {
    QFETCH(QString, plan);
    QFETCH(QString, target);
    QFETCH(QStringList, more);
    QFETCH(int, exitCode);
    QStringList arguments{"refine", file(plan), "--target", file(target), "--dataset", file("data.h5")};
    if (!more.contains("-o")) {
        arguments << "-o" << file("mistake.h5");
    }
    const Result result = verb(arguments + more);
    QVERIFY2(result.exitCode == exitCode, result.errors.constData());
    QVERIFY(!result.errors.isEmpty());
    QVERIFY(!QFile::exists(file("mistake.h5")));
}

void RefineVerbTest::nothingInstalledIsNotAvailable() {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("XDG_DATA_HOME", file("empty"));
    const Result result = verb(
        {"refine", file("plan.h5"), "--target", file("apps.h5"), "--executor", "simulated", "-o", file("mistake.h5")},
        environment);
    QCOMPARE(result.exitCode, 4);
    QVERIFY2(result.errors.contains("mimesys collect"), result.errors.constData());
}

QTEST_APPLESS_MAIN(RefineVerbTest)
#include "tst_refineverb.moc"
