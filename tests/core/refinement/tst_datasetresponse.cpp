// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "core/dataset/builddataset.h"
#include "linearmachine.h"
#include "refinement/datasetresponse.h"

#include <QtTest>

using namespace mimesys;
using namespace mimesys::tests;
using refinement::Executed;

// What samples of a machine that is a table say about it.
class DatasetResponseTest : public QObject {
    Q_OBJECT

private slots:
    void expectsWhatTheMachineDoes();
    void gradientIsTheDerivative();
    void executedRoundsTeachWhatSamplesDoNotKnow();
    void missingValuesAreNoZeros();
    void refinesWithSamplesAlone();
    void invalidDataSetIsRefused();
};

namespace {

// S samples, each after another composition.
dataset::Dataset samplesOf(const Table& table, Eigen::Index samples) {
    DatasetBuilder builder(kCpus, {kStressors.begin(), kStressors.end()}, {kMetrics.begin(), kMetrics.end()});
    Random random(7);
    for (Eigen::Index sample = 0; sample < samples; ++sample) {
        Matrix pair(2, kCpus * 3);
        for (Eigen::Index i = 0; i < pair.size(); ++i) {
            pair(i) = static_cast<float>(random.uniform() / 3.0);
        }
        const Matrix values = outcome(table, pair);
        builder.add({pair.row(1).begin(), pair.row(1).end()}, {values.row(1).begin(), values.row(1).end()},
                    {pair.row(0).begin(), pair.row(0).end()});
    }
    return builder.dataset();
}

refinement::ResponsePtr responseOf(const dataset::Dataset& dataset) {
    return refinement::datasetResponse(std::make_shared<const dataset::Dataset>(dataset)).value();
}

// Of the ranges of the metrics.
float largestError(const Matrix& left, const Matrix& right) {
    const Eigen::RowVector4f ranges(100.0F, 100.0F, 10.0F, 180.0F);
    return ((left - right).array().rowwise() / ranges.array()).abs().maxCoeff();
}

}  // namespace

void DatasetResponseTest::expectsWhatTheMachineDoes() {
    const Table table;
    const refinement::ResponsePtr response = responseOf(samplesOf(table, 300));
    QCOMPARE(response->destination().cpus, std::size_t{2});
    QCOMPARE(response->stressors().size(), std::size_t{3});
    QVERIFY(!response->simulated());
    const Matrix here = sampleCompositions(20, 3);
    const auto local = response->around({}, here).value();
    const float error = largestError(local->expect(here).value(), outcome(table, here));
    QVERIFY2(error < 0.03F, qPrintable(QString::number(static_cast<double>(error))));
}

void DatasetResponseTest::gradientIsTheDerivative() {
    const refinement::ResponsePtr response = responseOf(samplesOf(Table{}, 300));
    const Matrix here = sampleCompositions(4, 5);
    const auto local = response->around({}, here).value();
    Matrix slopes(4, 4);
    for (Eigen::Index i = 0; i < slopes.size(); ++i) {
        slopes(i) = static_cast<float>(i % 5) - 2.0F;
    }
    const auto loss = [&](const Matrix& compositions) {
        return (local->expect(compositions).value().array() * slopes.array()).cast<double>().sum();
    };
    const Matrix gradient = local->gradient(here, [&](const Matrix&) { return slopes; }).value();
    for (Eigen::Index i = 0; i < here.size(); ++i) {
        constexpr float kStep = 0.01F;
        Matrix more = here;
        Matrix less = here;
        more(i) += kStep;
        less(i) -= kStep;
        const double measured = (loss(more) - loss(less)) / (2.0 * static_cast<double>(kStep));
        QVERIFY2(std::abs(measured - static_cast<double>(gradient(i))) < 0.02 * std::abs(measured) + 0.5,
                 qPrintable(QString("%1: %2 is not %3").arg(i).arg(static_cast<double>(gradient(i))).arg(measured)));
    }
}

void DatasetResponseTest::executedRoundsTeachWhatSamplesDoNotKnow() {
    Table changed;  // the machine is not what it was when the samples were taken
    changed.memory[1] = 8.0F;
    const refinement::ResponsePtr response = responseOf(samplesOf(Table{}, 200));
    const Matrix here = sampleCompositions(60, 3);
    const std::vector<Executed> rounds{{here, outcome(changed, here)},
                                       {sampleCompositions(60, 4), outcome(changed, sampleCompositions(60, 4))}};
    const auto without = response->around({}, here).value();
    const auto with = response->around(rounds, here).value();
    const auto error = [&](const refinement::LocalResponse& local) {
        return (local.expect(here).value().col(2) - outcome(changed, here).col(2)).cwiseAbs().mean();
    };
    QVERIFY2(error(*with) < 0.5F * error(*without), qPrintable(QString::number(static_cast<double>(error(*with)))));
}

void DatasetResponseTest::missingValuesAreNoZeros() {
    dataset::Dataset dataset = samplesOf(Table{}, 300);
    for (Eigen::Index sample = 0; sample < 300; sample += 3) {
        dataset.mean(sample, 0) = trace::kMissing;
        dataset.mean(sample, 3) = trace::kMissing;
    }
    const refinement::ResponsePtr response = responseOf(dataset);
    const Matrix here = sampleCompositions(20, 3);
    Matrix measured = outcome(Table{}, here);
    measured.col(2).setConstant(trace::kMissing);
    const std::vector<Executed> rounds{{here, measured}};
    const auto local = response->around(rounds, here).value();
    const float error = largestError(local->expect(here).value(), outcome(Table{}, here));
    QVERIFY2(error < 0.04F, qPrintable(QString::number(static_cast<double>(error))));
}

void DatasetResponseTest::refinesWithSamplesAlone() {
    const Table table;
    const refinement::ResponsePtr response = responseOf(samplesOf(table, 300));
    const trace::TracePtr target = traceOf(outcome(table, sampleCompositions(30, 11)));
    refinement::RefineOptions options;
    options.ranges = {{"memory.read_bandwidth", {0.0, 10.0}}, {"disk.write", {0.0, 180.0}}};
    const LinearMachine machine{table, 0.01F};
    const auto result = refinement::refine(planOf(sampleCompositions(30, 3)), target, machine.execute(), *response,
                                           options, {}, {}, {});
    QVERIFY(result && *result);
    QVERIFY2((*result)->confirmed.mean < 0.5 * (*result)->rounds[0].mean,
             qPrintable(QString::number((*result)->confirmed.mean)));
}

void DatasetResponseTest::invalidDataSetIsRefused() {
    dataset::Dataset dataset = samplesOf(Table{}, 10);
    dataset.compositions(3, 1) = 2.0F;
    const auto response = refinement::datasetResponse(std::make_shared<const dataset::Dataset>(dataset));
    QVERIFY(!response);
    QCOMPARE(response.error().code, ErrorCode::BadInput);
}

QTEST_APPLESS_MAIN(DatasetResponseTest)
#include "tst_datasetresponse.moc"
