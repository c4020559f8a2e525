// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "service/executors.h"
#include "service/resources.h"
#include "stressor/stressor.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace mimesys;

// Machines that plans can be run on, by name.
class ExecutorsTest : public QObject {
    Q_OBJECT

private slots:
    void localIsThisMachine();
    void simulatedMachinesGoByName_data();
    void simulatedMachinesGoByName();
    void profileMayBeAnyFile();
    void unknownNamesAreRefused_data();
    void unknownNamesAreRefused();
    void simulatedExecutorRunsPlans();
    void laboratoryOffersTheSelectedStressors();
};

void ExecutorsTest::localIsThisMachine() {
    const auto local = service::openExecutor("local", {}).value();
    QVERIFY(!local.simulated);
    QCOMPARE(machine::fingerprint(local.machine), machine::fingerprint(machine::discover().value()));
}

void ExecutorsTest::simulatedMachinesGoByName_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("opened");
    QTest::newRow("usual") << "simulated"
                           << "simulated:c220g2";
    QTest::newRow("c220g2") << "simulated:c220g2"
                            << "simulated:c220g2";
    QTest::newRow("c220g5") << "simulated:c220g5"
                            << "simulated:c220g5";
}

void ExecutorsTest::simulatedMachinesGoByName() {
    QFETCH(QString, name);
    QFETCH(QString, opened);
    const auto executor = service::openExecutor(name.toStdString(), {}).value();
    QCOMPARE(executor.name, opened.toStdString());
    QVERIFY(executor.simulated);
    QCOMPARE(executor.machine.usableCpus.size(), std::size_t{20});
    QVERIFY(executor.machine.cpuModel.starts_with("Simulated "));
}

void ExecutorsTest::profileMayBeAnyFile() {
    const QTemporaryDir folder;
    const auto bundled = service::findSimulatedMachine("c220g5").value();
    const std::filesystem::path copy = folder.filePath("mine.json").toStdString();
    std::filesystem::copy_file(bundled, copy);
    std::filesystem::copy_file(bundled.parent_path() / "signatures.json", copy.parent_path() / "signatures.json");
    QCOMPARE(service::openExecutor("simulated:" + copy.string(), {}).value().name, std::string("simulated:c220g5"));
}

void ExecutorsTest::unknownNamesAreRefused_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("message");
    QTest::newRow("moon") << "moon"
                          << "choose local";
    QTest::newRow("empty") << ""
                           << "choose local";
    QTest::newRow("machine") << "simulated:laptop"
                             << "c220g2, c220g5";
    QTest::newRow("no machine") << "simulated:"
                                << "c220g2, c220g5";
    QTest::newRow("file") << "simulated:/nowhere/machine.json"
                          << "cannot be opened";
    QTest::newRow("folder above") << "simulated:.."
                                  << "c220g2, c220g5";
}

void ExecutorsTest::unknownNamesAreRefused() {
    QFETCH(QString, name);
    QFETCH(QString, message);
    const auto refused = service::openExecutor(name.toStdString(), {});
    QVERIFY(!refused.has_value());
    QVERIFY(refused.error().code == ErrorCode::BadInput);
    QVERIFY2(refused.error().message.find(message.toStdString()) != std::string::npos, refused.error().message.c_str());
}

void ExecutorsTest::simulatedExecutorRunsPlans() {
    const auto executor = service::openExecutor("simulated", {}, 3).value();
    plan::ExecutionPlan plan(2, 20, {"zstd-decompress"});
    plan.row(1, 4)[0] = 1.0F;
    const auto run = executor.run(std::make_shared<const plan::ExecutionPlan>(plan), 1.0, {}, {}).value();
    QCOMPARE(run.report.simulated, std::string("c220g2"));
    QVERIFY(run.trace->find("cpu.utilization[4]")->values[1] > 95.0F);
    QVERIFY(executor.run(std::make_shared<const plan::ExecutionPlan>(plan), 0.0, {}, {}).value().trace == nullptr);
}

void ExecutorsTest::laboratoryOffersTheSelectedStressors() {
    const auto laboratory = service::openLaboratory("simulated:c220g2", {}, "essential").value();
    QVERIFY(laboratory.simulated);
    QCOMPARE(laboratory.stressors.size(), stressor::essentialStressors().size());
    QVERIFY(!service::openLaboratory("simulated:c220g2", {}, "spin").has_value());
    QVERIFY(!service::openLaboratory("moon", {}, "essential").has_value());
    QVERIFY(!service::openLaboratory("local", {}, "sleep").value().simulated);
}

QTEST_GUILESS_MAIN(ExecutorsTest)
#include "tst_executors.moc"
