// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "execution/fit.h"
#include "fakes.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace mimesys;
using namespace mimesys::execution;

class FitPlanTest : public QObject {
    Q_OBJECT

private slots:
    void rowsTakeTheFirstUsableCpusOrThoseNamed();
    void plansThatDoNotFitAreRefused_data();
    void plansThatDoNotFitAreRefused();
    void quotaIsComparedWithTheBusiestWindow();
    void controlGroupsMemoryLimitCounts();
    void columnsThatAreNeverUsedNeedNoStressor();
    void demandsAddUpOverCpus();
    void budgetsAreCheckedFirst_data();
    void budgetsAreCheckedFirst();
    void invalidPlansAreRefused();
};

namespace {

Environment twoCpus() {
    Environment environment = fakes::environment();
    environment.machine.usableCpus = {2, 5, 6};
    return environment;
}

plan::ExecutionPlan planOf(std::vector<std::string> stressors, std::size_t cpus = 2) {
    plan::ExecutionPlan plan(2, cpus, std::move(stressors));
    for (std::size_t cpu = 0; cpu < cpus; ++cpu) {
        plan.row(1, cpu)[0] = 0.75F;
    }
    return plan;
}

}  // namespace

void FitPlanTest::rowsTakeTheFirstUsableCpusOrThoseNamed() {
    const auto first = fitPlan(planOf({"a"}), {}, twoCpus());
    QVERIFY(first.has_value());
    QCOMPARE(first->cpus, (std::vector<int>{2, 5}));
    ExecutorOptions options;
    options.cpus = {6, 2};
    QCOMPARE(fitPlan(planOf({"a"}), options, twoCpus())->cpus, (std::vector<int>{6, 2}));
}

void FitPlanTest::plansThatDoNotFitAreRefused_data() {
    QTest::addColumn<QString>("stressor");
    QTest::addColumn<int>("cpus");
    QTest::addColumn<QVector<int>>("wanted");
    QTest::addColumn<int>("code");
    QTest::addColumn<QStringList>("words");
    const int bad = static_cast<int>(ErrorCode::BadInput);
    const int unavailable = static_cast<int>(ErrorCode::Unavailable);
    QTest::newRow("more CPUs than usable")
        << "a" << 4 << QVector<int>{} << bad << QStringList{"4 CPUs", "3", "2,5-6", "--cpus"};
    QTest::newRow("too few named") << "a" << 2 << QVector<int>{2} << bad << QStringList{"--cpus", "1", "2"};
    QTest::newRow("one not usable") << "a" << 2 << QVector<int>{2, 3} << bad << QStringList{"CPU 3", "2,5-6"};
    QTest::newRow("one twice") << "a" << 2 << QVector<int>{2, 2} << bad << QStringList{"CPU 2", "twice"};
    QTest::newRow("unknown stressor") << "nonsense" << 1 << QVector<int>{} << bad
                                      << QStringList{"nonsense", "column 0"};
    QTest::newRow("unavailable stressor") << "not here" << 1 << QVector<int>{} << unavailable
                                          << QStringList{"not here", "This machine has no such unit."};
    QTest::newRow("too much memory") << "huge memory" << 1 << QVector<int>{} << unavailable << QStringList{"memory"};
    QTest::newRow("too much disk") << "huge scratch" << 1 << QVector<int>{} << unavailable
                                   << QStringList{"--scratch-dir"};
}

void FitPlanTest::plansThatDoNotFitAreRefused() {
    QFETCH(QString, stressor);
    QFETCH(int, cpus);
    QFETCH(QVector<int>, wanted);
    QFETCH(int, code);
    QFETCH(QStringList, words);
    const QTemporaryDir folder;
    ExecutorOptions options;
    options.cpus.assign(wanted.begin(), wanted.end());
    options.scratchDirectory = folder.path().toStdString();
    const auto fit = fitPlan(planOf({stressor.toStdString()}, static_cast<std::size_t>(cpus)), options, twoCpus());
    QVERIFY(!fit.has_value());
    QCOMPARE(static_cast<int>(fit.error().code), code);
    const QString message = QString::fromStdString(fit.error().message);
    QVERIFY2(message.endsWith('.'), qPrintable(message));
    for (const QString& word : words) {
        QVERIFY2(message.contains(word), qPrintable(message));
    }
}

void FitPlanTest::quotaIsComparedWithTheBusiestWindow() {
    Environment environment = twoCpus();
    environment.machine.cpuQuota = 1.5;
    QVERIFY(fitPlan(planOf({"a"}), {}, environment).has_value());  // 2 × 0.75
    environment.machine.cpuQuota = 1.4;
    const auto refused = fitPlan(planOf({"a"}), {}, environment);
    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error().code, ErrorCode::BadInput);
    QVERIFY(refused.error().message.find("Window 1") != std::string::npos);
    // Waiting for a device takes no CPU.
    QVERIFY(fitPlan(planOf({"waits"}), {}, environment).has_value());
    // Unless somebody else works meanwhile.
    QVERIFY(!fitPlan(planOf({"waits with a helper"}), {}, environment).has_value());
}

void FitPlanTest::controlGroupsMemoryLimitCounts() {
    Environment environment = twoCpus();
    environment.machine.memoryLimitBytes = 4;
    QVERIFY(fitPlan(planOf({"a"}), {}, environment).has_value());  // 2 × 1 byte
    environment.machine.memoryLimitBytes = 2;                      // of which a fifth is left to others
    QCOMPARE(fitPlan(planOf({"a"}), {}, environment).error().code, ErrorCode::Unavailable);
}

void FitPlanTest::columnsThatAreNeverUsedNeedNoStressor() {
    const auto fit = fitPlan(planOf({"a", "nonsense", "not here"}), {}, twoCpus());
    QVERIFY(fit.has_value());
    QVERIFY(fit->cards[0] != nullptr);
    QVERIFY(fit->cards[1] == nullptr);
    QVERIFY(fit->cards[2] == nullptr);
}

void FitPlanTest::demandsAddUpOverCpus() {
    plan::ExecutionPlan plan = planOf({"a", "b"}, 3);
    QCOMPARE(fitPlan(plan, {}, twoCpus())->demand.memoryBytes, std::int64_t{3});
    plan.row(0, 0)[1] = 0.5F;
    QCOMPARE(fitPlan(plan, {}, twoCpus())->demand.memoryBytes, std::int64_t{6});
}

void FitPlanTest::budgetsAreCheckedFirst_data() {
    QTest::addColumn<qint64>("memory");
    QTest::addColumn<qint64>("disk");
    QTest::addColumn<double>("seconds");
    QTest::addColumn<double>("duration");
    QTest::addColumn<bool>("loop");
    QTest::addColumn<QString>("option");
    QTest::newRow("no bounds") << qint64{-1} << qint64{-1} << -1.0 << 0.0 << true << "";
    QTest::newRow("just enough") << qint64{2} << qint64{2} << 2.0 << 0.0 << false << "";
    QTest::newRow("memory") << qint64{1} << qint64{-1} << -1.0 << 0.0 << false << "--max-memory";
    QTest::newRow("disk") << qint64{-1} << qint64{1} << -1.0 << 0.0 << false << "--max-disk";
    QTest::newRow("no disk at all") << qint64{-1} << qint64{0} << -1.0 << 0.0 << false << "--max-disk";
    QTest::newRow("time") << qint64{-1} << qint64{-1} << 1.9 << 0.0 << false << "--max-time";
    QTest::newRow("time, endless") << qint64{-1} << qint64{-1} << 1e6 << 0.0 << true << "left running";
    QTest::newRow("time, cut") << qint64{-1} << qint64{-1} << 1.9 << 1.5 << true << "";
}

void FitPlanTest::budgetsAreCheckedFirst() {
    QFETCH(qint64, memory);
    QFETCH(qint64, disk);
    QFETCH(double, seconds);
    QFETCH(double, duration);
    QFETCH(bool, loop);
    QFETCH(QString, option);
    const QTemporaryDir folder;
    ExecutorOptions options;
    options.scratchDirectory = folder.path().toStdString();
    options.durationSeconds = duration;
    options.loop = loop;
    const auto bound = [](auto value) {
        return value < 0 ? std::nullopt : std::optional(value);
    };
    options.budget.memoryBytes = bound(std::int64_t{memory});
    options.budget.scratchBytes = bound(std::int64_t{disk});
    options.budget.seconds = bound(seconds);
    // One byte of each for each of two CPUs, for two seconds.
    const auto fit = fitPlan(planOf({"small scratch"}), options, twoCpus());
    QCOMPARE(fit.has_value(), option.isEmpty());
    if (!fit) {
        QCOMPARE(fit.error().code, ErrorCode::Unavailable);
        QVERIFY2(QString::fromStdString(fit.error().message).contains(option), fit.error().message.c_str());
    }
}

void FitPlanTest::invalidPlansAreRefused() {
    plan::ExecutionPlan plan = planOf({"a"});
    plan.row(0, 0)[0] = 1.5F;
    QCOMPARE(fitPlan(plan, {}, twoCpus()).error().code, ErrorCode::BadInput);
    QCOMPARE(fitPlan(plan::ExecutionPlan(), {}, twoCpus()).error().code, ErrorCode::BadInput);
    for (const double seconds : {-1.0, 1e300, std::numeric_limits<double>::quiet_NaN()}) {
        ExecutorOptions options;
        options.durationSeconds = seconds;
        QCOMPARE(fitPlan(planOf({"a"}), options, twoCpus()).error().code, ErrorCode::BadInput);
    }
}

QTEST_GUILESS_MAIN(FitPlanTest)
#include "tst_fitplan.moc"
