// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "verb.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QtTest>
#include <csignal>

using namespace mimesys;
using tests::Result;

// `mimesys align` and `calibrate`, and `evaluate` with what they make, as their users see them.
class AlignVerbsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void alignmentKeepsTheBest();
    void aKilledAlignmentContinues();
    void aTraceThatWasSeenIsNoJudge();
    void modelsAndRefinementsAreCompared();
    void calibrationInstallsAModelThatIsFound();
    void aFinishedCalibrationIsNotRepeated();
    void mistakesHaveTheirExitCode_data();
    void mistakesHaveTheirExitCode();

private:
    [[nodiscard]] QString file(const QString& name) const { return m_folder.filePath(name); }
    [[nodiscard]] QStringList aligning(const QString& output, const QStringList& more = {}) const {
        return QStringList{"align",
                           file("model.safetensors"),
                           "--traces",
                           file("seen.h5"),
                           "--executor",
                           "simulated:c220g2",
                           "-o",
                           file(output),
                           "--segments",
                           "4",
                           "--segment-windows",
                           "3",
                           "--held-out",
                           "6",
                           "--policy-steps",
                           "4",
                           "--forward-steps",
                           "4",
                           "--threads",
                           "1",
                           "--json"} +
               more;
    }
    [[nodiscard]] QStringList calibrating() const {
        return {"calibrate",        "--budget",  "80s", "--traces", file("seen.h5"),     "--executor",
                "simulated:c220g2", "--threads", "1",   "--folder", file("calibration"), "--json"};
    }
    QTemporaryDir m_folder;
};

namespace {

Result verb(const QStringList& arguments) {
    return tests::runMimesys(arguments, 120'000);
}

}  // namespace

void AlignVerbsTest::initTestCase() {
    // Nothing that is installed for this machine plays a part.
    qputenv("XDG_DATA_HOME", m_folder.filePath("xdg").toLocal8Bit());
    QCOMPARE(verb({"collect", "--executor", "simulated:c220g2", "--samples", "300", "--window", "1", "--strategy",
                   "random", "-o", file("data.h5")})
                 .exitCode,
             0);
    QCOMPARE(verb({"simulate", "-o", file("seen.h5"), "--seconds", "30", "--seed", "9"}).exitCode, 0);
    QCOMPARE(verb({"simulate", "-o", file("unseen.h5"), "--seconds", "8", "--seed", "10"}).exitCode, 0);
    const Result trained = verb({"train", file("data.h5"), "-o", file("model.safetensors"), "--width", "16", "--layers",
                                 "1", "--heads", "2", "--threads", "1", "--epochs", "5"});
    QVERIFY2(trained.exitCode == 0, trained.errors.constData());
}

void AlignVerbsTest::alignmentKeepsTheBest() {
    const Result aligned = verb(aligning("aligned.safetensors", {"--iterations", "2", "--dataset", file("data.h5")}));
    QVERIFY2(aligned.exitCode == 0, aligned.errors.constData());
    QCOMPARE(aligned.json()["simulated"].toBool(), true);
    QCOMPARE(aligned.json()["executor"].toString(), QStringLiteral("simulated:c220g2"));
    QVERIFY(aligned.json()["reward"].toDouble() >= aligned.json()["reward_before"].toDouble());
    QCOMPARE(aligned.json()["history"].toArray().size(), 3);
    QVERIFY(QFileInfo::exists(file("aligned.safetensors.align.csv")));
    QVERIFY(!QFileInfo::exists(file("aligned.safetensors.checkpoint")));
}

void AlignVerbsTest::aKilledAlignmentContinues() {
    const QStringList endless = aligning("killed.safetensors", {"--iterations", "100000", "--patience", "0"});
    QProcess process;
    process.start(MIMESYS_PROGRAM, endless);
    QVERIFY(process.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(file("killed.safetensors.checkpoint")), 60'000);
    QTest::qWait(1000);
    QCOMPARE(::kill(static_cast<pid_t>(process.processId()), SIGKILL), 0);
    QVERIFY(process.waitForFinished(30'000));
    QVERIFY(QFileInfo::exists(file("killed.safetensors.checkpoint")));
    QVERIFY(!QFileInfo::exists(file("killed.safetensors")));
    QFile log(file("killed.safetensors.align.csv"));
    QVERIFY(log.open(QIODevice::ReadOnly));
    const auto finished = log.readAll().count('\n') - 2;  // the header and the start
    const Result continued =
        verb(aligning("killed.safetensors", {"--iterations", QString::number(finished + 1), "--patience", "0"}));
    QVERIFY2(continued.exitCode == 0, continued.errors.constData());
    QVERIFY(continued.json()["history"].toArray().size() >= finished + 2);
}

void AlignVerbsTest::aTraceThatWasSeenIsNoJudge() {
    const QStringList evaluation{
        "evaluate",  "--methods",     "diffusion",  "--model",          file("aligned.safetensors"),
        "--dataset", file("data.h5"), "--executor", "simulated:c220g2", "--json",
        "--traces"};
    const Result refused = verb(evaluation + QStringList{file("seen.h5")});
    QCOMPARE(refused.exitCode, 3);
    QVERIFY2(refused.errors.contains("aligned on this trace"), refused.errors.constData());
    const Result judged = verb(evaluation + QStringList{file("unseen.h5")});
    QVERIFY2(judged.exitCode == 0, judged.errors.constData());
}

void AlignVerbsTest::modelsAndRefinementsAreCompared() {
    const Result result =
        verb({"evaluate", "--traces", file("unseen.h5"), "--methods", "search", "--models",
              "before=" + file("model.safetensors"), "--models", "after=" + file("aligned.safetensors"), "--dataset",
              file("data.h5"), "--executor", "simulated:c220g2", "--ablation", "refine", "--rounds", "2", "--json"});
    QVERIFY2(result.exitCode == 0, result.errors.constData());
    QMap<QString, double> means;
    for (const QJsonValue& trial : result.json()["trials"].toArray()) {
        QVERIFY2(trial.toObject()["failure"].toString().isEmpty(), qPrintable(trial.toObject()["failure"].toString()));
        means[trial.toObject()["method"].toString()] = trial.toObject()["mean"].toDouble();
    }
    QCOMPARE(means.keys(),
             (QStringList{"after", "after refined", "before", "before refined", "search", "search refined"}));
    QVERIFY2(means["search refined"] < means["search"],
             qPrintable(QString("%1 %2").arg(means["search refined"]).arg(means["search"])));
}

void AlignVerbsTest::calibrationInstallsAModelThatIsFound() {
    const Result made = verb(calibrating());
    QVERIFY2(made.exitCode == 0, made.errors.constData());
    QCOMPARE(made.json()["simulated"].toBool(), true);
    QStringList stages;
    for (const QJsonValue& stage : made.json()["stages"].toArray()) {
        stages << stage.toObject()["stage"].toString();
    }
    QCOMPARE(stages, (QStringList{"collect", "train", "align", "evaluate"}));
    QVERIFY(QFileInfo::exists(made.json()["model"].toString()));
    QVERIFY(QFileInfo::exists(made.json()["dataset"].toString()));
    QVERIFY(made.json()["model"].toString().startsWith(m_folder.filePath("xdg")));
    QVERIFY(QFileInfo::exists(file("calibration/model.safetensors")));
    const QJsonArray trials = made.json()["evaluation"].toObject()["trials"].toArray();
    QCOMPARE(trials.size(), 2);
    for (const QJsonValue& trial : trials) {
        QVERIFY2(trial.toObject()["failure"].toString().isEmpty(), qPrintable(trial.toObject()["failure"].toString()));
    }
}

void AlignVerbsTest::aFinishedCalibrationIsNotRepeated() {
    const auto trialsOf = [](const Result& result) {
        return result.json()["evaluation"].toObject()["trials"].toArray();
    };
    const Result first = verb(calibrating());
    const Result again = verb(calibrating());
    QVERIFY2(again.exitCode == 0, again.errors.constData());
    // How long plans took to make stands in the trials: those of a new evaluation would differ.
    QCOMPARE(trialsOf(again), trialsOf(first));
}

void AlignVerbsTest::mistakesHaveTheirExitCode_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("a missing model") << QStringList{"align",    "/nowhere.safetensors",
                                                    "--traces", file("seen.h5"),
                                                    "-o",       file("none")}
                                     << 3 << "/nowhere.safetensors";
    QTest::newRow("a model that is a trace")
        << QStringList{"align", file("seen.h5"), "--traces", file("seen.h5"), "-o", file("none")} << 3 << "seen.h5";
    QTest::newRow("no traces") << QStringList{"align", file("model.safetensors"), "-o", file("none")} << 2
                               << "--traces";
    QTest::newRow("a missing trace") << QStringList{"align",    file("model.safetensors"),
                                                    "--traces", "/nowhere.h5",
                                                    "-o",       file("none")}
                                     << 3 << "/nowhere.h5";
    QTest::newRow("the same trace twice")
        << aligning("none", {"--traces", file("seen.h5"), file("seen.h5")}) << 3 << "twice";
    QTest::newRow("a folder that is not there")
        << QStringList{"align",      file("model.safetensors"), "--traces", file("seen.h5"),
                       "--executor", "simulated:c220g2",        "-o",       "/nowhere/model"}
        << 3 << "/nowhere";
    QTest::newRow("an unknown machine") << QStringList{"align",      file("model.safetensors"),
                                                       "--traces",   file("seen.h5"),
                                                       "--executor", "simulated:abacus",
                                                       "-o",         file("none")}
                                        << 3 << "abacus";
    QTest::newRow("one window per stretch") << QStringList{"align",
                                                           file("model.safetensors"),
                                                           "--traces",
                                                           file("seen.h5"),
                                                           "--executor",
                                                           "simulated:c220g2",
                                                           "--segment-windows",
                                                           "1",
                                                           "-o",
                                                           file("none")}
                                            << 3 << "stretches";
    QTest::newRow("another data set") << aligning("none", {"--dataset", file("seen.h5")}) << 3 << "seen.h5";
    QTest::newRow("no model by that name")
        << QStringList{"evaluate",  "--traces",      file("unseen.h5"), "--models",        "nameless",
                       "--dataset", file("data.h5"), "--executor",      "simulated:c220g2"}
        << 3 << "NAME=MODEL";
    QTest::newRow("no time") << QStringList{"calibrate",  "--budget",        "1s", "--traces", file("seen.h5"),
                                            "--executor", "simulated:c220g2"}
                             << 3 << "80 s";
    QTest::newRow("a short trace") << QStringList{"calibrate",  "--budget",        "80s", "--traces", file("unseen.h5"),
                                                  "--executor", "simulated:c220g2"}
                                   << 3 << "unseen.h5";
    QTest::newRow("the bundled trace elsewhere")
        << QStringList{"calibrate", "--executor", "simulated:c220g2"} << 3 << "--traces";
}

void AlignVerbsTest::mistakesHaveTheirExitCode() {
    QFETCH(QStringList, arguments);
    QFETCH(int, exitCode);
    QFETCH(QString, sentence);
    const Result result = verb(arguments);
    QVERIFY2(result.exitCode == exitCode, result.errors.constData());
    QVERIFY2(result.errors.contains(sentence.toUtf8()), result.errors.constData());
    QVERIFY(!QFileInfo::exists(file("none")));
}

QTEST_GUILESS_MAIN(AlignVerbsTest)
#include "tst_alignverbs.moc"
