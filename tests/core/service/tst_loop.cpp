// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "dataset/dataset.h"
#include "machine/machine.h"
#include "plan/planfile.h"
#include "release/workload.h"
#include "service/loop.h"
#include "trace/read.h"
#include "trace/write.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace mimesys;
namespace fs = std::filesystem;

class LoopTest : public QObject {
    Q_OBJECT

private slots:
    void closesOnARealRun();
    void missingTraceIsRefused();
    void stoppedLoopIsNoError();
};

namespace {

constexpr int kSweepSteps = 5;

// One CPU on which hash-insert is measured to give exactly its share of utilisation.
dataset::Dataset sweepOfOneStressor() {
    dataset::Dataset dataset;
    dataset.stressors = {"hash-insert"};
    dataset.metrics = {metricFor("cpu.utilization[0]")};
    dataset.provenance = {Provenance::Procfs};
    dataset.cpus = 1;
    dataset.machine = machine::toJson(machine::discover().value());
    dataset.compositions = trace::Matrix::Zero(kSweepSteps, 1);
    dataset.previous = dataset.compositions;
    dataset.mean = dataset.compositions;
    dataset.deviation = dataset.compositions;
    for (int step = 0; step < kSweepSteps; ++step) {
        const float fraction = static_cast<float>(step) / (kSweepSteps - 1);
        dataset.compositions(step, 0) = fraction;
        dataset.mean(step, 0) = 100.0F * fraction;
        dataset.kinds.emplace_back("sweep");
    }
    return dataset;
}

trace::Trace threeWindows() {
    trace::Trace trace;
    for (int window = 1; window <= 3; ++window) {
        trace.timesNs.push_back(window * 1'000'000'000LL);
    }
    trace.columns = {{metricFor("cpu.utilization[0]"), Provenance::Procfs, {0.0F, 50.0F, 25.0F}}};
    return trace;
}

service::LoopOptions optionsIn(const QTemporaryDir& folder) {
    service::LoopOptions options;
    const fs::path root = folder.path().toStdString();
    options.trace = root / "real.csv";
    options.dataset = root / "dataset.h5";
    options.outputFolder = root / "result";
    options.pilotWindows = 2;
    options.trainSeconds = 0.0;
    return options;
}

void writeInputs(const service::LoopOptions& options) {
    QVERIFY(trace::writeTrace(threeWindows(), options.trace).has_value());
    QVERIFY(dataset::writeDataset(sweepOfOneStressor(), options.dataset).has_value());
}

}  // namespace

void LoopTest::closesOnARealRun() {
    const QTemporaryDir folder;
    const service::LoopOptions options = optionsIn(folder);
    writeInputs(options);
    const auto result = service::closeLoop(options, {}, {});
    QVERIFY2(result.has_value(), result ? "" : result.error().text().c_str());
    QVERIFY(result->has_value());
    const service::LoopResult& loop = **result;
    QCOMPARE(loop.datasetSamples, std::size_t{kSweepSteps});
    QCOMPARE(loop.attempts.size(), generation::kMethods.size());
    QVERIFY(loop.attempts[0].pilot.mean <= loop.attempts[1].pilot.mean);
    QVERIFY(loop.attempts[1].pilot.mean <= loop.attempts[2].pilot.mean);
    // The step from 0 to 50 % is the liveliest.
    QCOMPARE(loop.pilotFirstWindow, std::size_t{0});
    QCOMPARE(loop.report.windows, std::size_t{3});
    QCOMPARE(loop.score.metrics.size(), std::size_t{1});
    const auto plan = plan::readPlan(loop.plan);
    QVERIFY(plan.has_value());
    QCOMPARE(plan->windowCount(), std::size_t{3});
    const auto payload = release::readPayload(loop.workload);
    QVERIFY2(payload.has_value(), payload ? "" : payload.error().text().c_str());
    QVERIFY(payload->plan == *plan);
    const auto emulated = trace::readTrace(loop.emulated);
    QVERIFY(emulated.has_value() && emulated->has_value());
    QVERIFY((*emulated)->trace->find("cpu.utilization[0]") != nullptr);
}

void LoopTest::missingTraceIsRefused() {
    const QTemporaryDir folder;
    const auto result = service::closeLoop(optionsIn(folder), {}, {});
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().code, ErrorCode::BadInput);
}

void LoopTest::stoppedLoopIsNoError() {
    const QTemporaryDir folder;
    const service::LoopOptions options = optionsIn(folder);
    writeInputs(options);
    std::stop_source stop;
    stop.request_stop();
    const auto result = service::closeLoop(options, stop.get_token(), {});
    QVERIFY(result.has_value());
    QVERIFY(!result->has_value());
}

QTEST_GUILESS_MAIN(LoopTest)
#include "tst_loop.moc"
