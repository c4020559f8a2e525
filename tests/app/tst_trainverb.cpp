// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "plan/planfile.h"
#include "verb.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>
#include <csignal>

using namespace mimesys;
using tests::Result;

// `mimesys train`, and `generate` and `evaluate` with a model, as their users see them.
class TrainVerbTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void aTrainedModelGenerates();
    void aKilledTrainingContinues();
    void theBundledModelGenerates();
    void aTraceOfAnotherMachineIsRefusedOrFitted();
    void plansAreReproducible();
    void evaluationTakesTheModel();
    void mistakesHaveTheirExitCode_data();
    void mistakesHaveTheirExitCode();

private:
    [[nodiscard]] QString file(const QString& name) const { return m_folder.filePath(name); }
    [[nodiscard]] QStringList training(const QString& model, const QStringList& more = {}) const {
        return QStringList{"train", file("data.h5"), "-o", file(model), "--width", "16",    "--layers",
                           "1",     "--heads",       "2",  "--threads", "1",       "--json"} +
               more;
    }
    QTemporaryDir m_folder;
};

namespace {

Result verb(const QStringList& arguments) {
    return tests::runMimesys(arguments, 90'000);
}

}  // namespace

void TrainVerbTest::initTestCase() {
    // Nothing that is installed for this machine plays a part.
    qputenv("XDG_DATA_HOME", m_folder.filePath("xdg").toLocal8Bit());
    QCOMPARE(verb({"collect", "--executor", "simulated:c220g2", "--stressors", "research", "--samples", "400",
                   "--window", "1", "-o", file("data.h5")})
                 .exitCode,
             0);
    QCOMPARE(verb({"simulate", "-o", file("trace.h5"), "--seconds", "20", "--seed", "9"}).exitCode, 0);
    const Result trained = verb(training("model.safetensors", {"--epochs", "10"}));
    QVERIFY2(trained.exitCode == 0, trained.errors.constData());
    QCOMPARE(trained.json()["simulated"].toBool(), true);
    QCOMPARE(trained.json()["cpus"].toInt(), 20);
    QVERIFY(trained.json()["epochs"].toDouble() >= 10.0);
}

void TrainVerbTest::aTrainedModelGenerates() {
    const Result made = verb({"generate", file("trace.h5"), "--model", file("model.safetensors"), "-o", file("plan.h5"),
                              "--json", "--seed", "4"});
    QVERIFY2(made.exitCode == 0, made.errors.constData());
    QCOMPARE(made.json()["method"].toString(), QStringLiteral("diffusion"));
    QCOMPARE(made.json()["simulated"].toBool(), true);
    QCOMPARE(made.json()["seed"].toInt(), 4);
    const auto plan = plan::readPlan(file("plan.h5").toStdString());
    QVERIFY2(plan, plan ? "" : plan.error().text().c_str());
    QCOMPARE(plan->windowCount(), std::size_t{20});
    QCOMPARE(plan->cpuCount(), std::size_t{20});
    QCOMPARE(plan->stressorCount(), std::size_t{20});
}

void TrainVerbTest::aKilledTrainingContinues() {
    QProcess process;
    process.start(MIMESYS_PROGRAM,
                  training("killed.safetensors", {"--budget", "1000", "--epochs", "1e6", "--patience", "0"}));
    QVERIFY(process.waitForStarted());
    // Stopped politely it keeps its standing at once; killed, that of the last half minute.
    QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(file("killed.safetensors.csv")), 30'000);
    process.terminate();
    QVERIFY(process.waitForFinished(30'000));
    QCOMPARE(process.exitCode(), 130);
    QVERIFY(QFileInfo::exists(file("killed.safetensors.checkpoint")));
    QVERIFY(!QFileInfo::exists(file("killed.safetensors")));
    QProcess second;
    second.start(MIMESYS_PROGRAM,
                 training("killed.safetensors", {"--budget", "1000", "--epochs", "1e6", "--patience", "0"}));
    QVERIFY(second.waitForStarted());
    QTest::qWait(1500);
    QCOMPARE(::kill(static_cast<pid_t>(second.processId()), SIGKILL), 0);
    QVERIFY(second.waitForFinished(30'000));
    QVERIFY(QFileInfo::exists(file("killed.safetensors.checkpoint")));
    const Result third = verb(training("killed.safetensors", {"--epochs", "0.5"}));
    QVERIFY2(third.exitCode == 0, third.errors.constData());
    // Steps of the first session count.
    QVERIFY(third.json()["epochs"].toDouble() > 0.5);
    QVERIFY(!QFileInfo::exists(file("killed.safetensors.checkpoint")));
}

void TrainVerbTest::theBundledModelGenerates() {
    const Result made =
        verb({"generate", file("trace.h5"), "--model", "simulated-c220g2", "-o", file("bundled.h5"), "--json"});
    QVERIFY2(made.exitCode == 0, made.errors.constData());
    QVERIFY(made.json()["from"].toString().endsWith("simulated-c220g2.safetensors"));
    QVERIFY(made.json()["simulated"].toBool());
    QVERIFY(QFileInfo(made.json()["from"].toString()).size() < 10'000'000);
}

void TrainVerbTest::aTraceOfAnotherMachineIsRefusedOrFitted() {
    QFile csv(file("two.csv"));
    QVERIFY(csv.open(QIODevice::WriteOnly));
    csv.write("time,cpu.utilization[0],cpu.utilization[1]\n0,10,20\n1,30,40\n2,50,60\n3,20,10\n");
    csv.close();
    const QStringList arguments{"generate", file("two.csv"), "--model", file("model.safetensors"),
                                "-o",       file("two.h5")};
    const Result refused = verb(arguments);
    QCOMPARE(refused.exitCode, 3);
    QVERIFY2(refused.errors.contains("--fit"), refused.errors.constData());
    QVERIFY(!QFileInfo::exists(file("two.h5")));
    const Result fitted = verb(arguments + QStringList{"--fit"});
    QVERIFY2(fitted.exitCode == 0, fitted.errors.constData());
    QVERIFY(fitted.output.contains("spread"));
}

void TrainVerbTest::plansAreReproducible() {
    for (const QString& name : {QStringLiteral("a.h5"), QStringLiteral("b.h5")}) {
        QCOMPARE(verb({"generate", file("trace.h5"), "--model", file("model.safetensors"), "-o", file(name)}).exitCode,
                 0);
    }
    const auto a = plan::readPlan(file("a.h5").toStdString());
    const auto b = plan::readPlan(file("b.h5").toStdString());
    QVERIFY(a && b && *a == *b);
}

void TrainVerbTest::evaluationTakesTheModel() {
    const Result result = verb({"evaluate", "--traces", file("trace.h5"), "--methods", "diffusion,search", "--model",
                                file("model.safetensors"), "--dataset", file("data.h5"), "--executor",
                                "simulated:c220g2", "--ablation", "state", "--json"});
    QVERIFY2(result.exitCode == 0, result.errors.constData());
    QStringList methods;
    for (const QJsonValue& trial : result.json()["trials"].toArray()) {
        methods << trial.toObject()["method"].toString();
        QVERIFY(trial.toObject()["failure"].toString().isEmpty());
    }
    QCOMPARE(methods, (QStringList{"diffusion", "diffusion (no state)", "search"}));
}

void TrainVerbTest::mistakesHaveTheirExitCode_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("sentence");
    const QString model = file("model.safetensors");
    const QString trace = file("trace.h5");
    const QString plan = file("none.h5");
    QTest::newRow("a missing data set") << QStringList{"train", "/nowhere.h5", "-o", plan} << 3 << "/nowhere.h5";
    QTest::newRow("a data set that is a trace") << QStringList{"train", trace, "-o", plan} << 3 << "trace.h5";
    QTest::newRow("a folder that is not there")
        << QStringList{"train", file("data.h5"), "-o", "/nowhere/model"} << 3 << "/nowhere";
    QTest::newRow("an unknown network") << training("x", {"--architecture", "oracle"}) << 3 << "oracle";
    QTest::newRow("a width that cannot be")
        << QStringList{"train", file("data.h5"), "-o", plan, "--heads", "3"} << 3 << "heads";
    QTest::newRow("nothing left") << QStringList{"train", file("data.h5"), "-o", plan, "--dropout", "1"} << 3
                                  << "dropout";
    QTest::newRow("no time") << training("x", {"--budget", "soon"}) << 3 << "soon";
    QTest::newRow("an unknown precision") << training("x", {"--precision", "exact"}) << 3 << "exact";
    QTest::newRow("an unknown device") << training("x", {"--device", "abacus"}) << 3 << "abacus";
    QTest::newRow("a device that is not there") << training("x", {"--device", "cuda:99"}) << 4 << "cuda:99";
    QTest::newRow("a rank beyond") << training("x", {"--ranks", "2", "--rank", "2", "--store", "127.0.0.1:1"}) << 3
                                   << "rank";
    QTest::newRow("no meeting place") << training("x", {"--ranks", "2"}) << 3 << "HOST:PORT";
    QTest::newRow("a model that is a trace")
        << QStringList{"generate", trace, "--model", trace, "-o", plan, "--method", "diffusion"} << 3 << "trace.h5";
    QTest::newRow("a model that is not bundled")
        << QStringList{"generate", trace, "--model", "oracle", "-o", plan} << 3 << "simulated-c220g2";
    QTest::newRow("no model at all") << QStringList{"generate", trace, "--method", "diffusion", "-o", plan} << 4
                                     << "--model";
    QTest::newRow("an unknown sampler") << QStringList{"generate",  trace,  "--model", model,
                                                       "--sampler", "dice", "-o",      plan}
                                        << 3 << "dpm-solver";
    QTest::newRow("an unknown strategy") << QStringList{"generate",   trace,  "--model", model,
                                                        "--strategy", "luck", "-o",      plan}
                                         << 3 << "two-pass";
    QTest::newRow("unknown units") << QStringList{"generate", trace, "--model", model, "--units", "miles", "-o", plan}
                                   << 3 << "model";
    QTest::newRow("no steps") << QStringList{"generate", trace, "--model", model, "--steps", "0", "-o", plan} << 3
                              << "steps";
}

void TrainVerbTest::mistakesHaveTheirExitCode() {
    QFETCH(QStringList, arguments);
    QFETCH(int, exitCode);
    QFETCH(QString, sentence);
    const Result result = verb(arguments);
    QVERIFY2(result.exitCode == exitCode, result.errors.constData());
    const QList<QByteArray> lines = result.errors.trimmed().split('\n');
    QVERIFY2(lines.last().contains(sentence.toUtf8()), result.errors.constData());
    QVERIFY(!QFileInfo::exists(file("none.h5")));
}

QTEST_GUILESS_MAIN(TrainVerbTest)
#include "tst_trainverb.moc"
