// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "core/model/machine.h"
#include "generation/diffusion/diffusion.h"
#include "training/train.h"

#include <nlohmann/json.hpp>

#include <QTemporaryDir>
#include <QtTest>
#include <cmath>
#include <numeric>

using namespace mimesys;
using namespace mimesys::generation;

namespace {

constexpr float kNothing = std::numeric_limits<float>::quiet_NaN();

// What the toy machine measures for a smooth plan of its own: a trace that can be met.
trace::WindowedTrace target(Eigen::Index windows) {
    trace::WindowedTrace target;
    target.startNs = 5;
    target.windowSeconds = 1.0;
    target.metrics = toy::metrics();
    target.values.resize(windows, static_cast<Eigen::Index>(target.metrics.size()));
    std::vector<float> previous(toy::kCpus * toy::kStressors, 0.0F);
    for (Eigen::Index t = 0; t < windows; ++t) {
        std::vector<float> composition(previous.size(), 0.0F);
        for (std::size_t cpu = 0; cpu < toy::kCpus; ++cpu) {
            const double phase = 0.11 * static_cast<double>(t) + static_cast<double>(cpu);
            composition[cpu * 3] = static_cast<float>(0.25 + 0.2 * std::sin(phase));
            composition[cpu * 3 + 1] = static_cast<float>(0.2 + 0.15 * std::cos(1.7 * phase));
            composition[cpu * 3 + 2] = static_cast<float>(0.15 + 0.1 * std::sin(0.6 * phase));
        }
        const std::vector<float> values = toy::measure(composition, previous);
        std::ranges::copy(values, target.values.row(t).data());
        previous = composition;
    }
    return target;
}

// Mean |emulated − wanted| per metric over the windows, in units of the description's ranges.
std::vector<double> errorsOf(const plan::ExecutionPlan& plan, const trace::WindowedTrace& wanted) {
    const model::Description description = toy::description();
    std::vector<double> errors(description.metrics.size(), 0.0);
    std::vector<float> previous(toy::kCpus * toy::kStressors, 0.0F);
    for (std::size_t t = 0; t < plan.windowCount(); ++t) {
        const auto composition = plan.composition(t);
        const std::vector<float> values = toy::measure(composition, previous);
        for (std::size_t n = 0; n < errors.size(); ++n) {
            const double span = description.ranges[n].high - description.ranges[n].low;
            const float wish = wanted.values(static_cast<Eigen::Index>(t), static_cast<Eigen::Index>(n));
            errors[n] +=
                std::abs(static_cast<double>(values[n] - wish)) / span / static_cast<double>(plan.windowCount());
        }
        previous.assign(composition.begin(), composition.end());
    }
    return errors;
}

}  // namespace

class DiffusionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void plansMeetTheTrace_data();
    void plansMeetTheTrace();
    void theStateHelps();
    void whatRanBeforeTheFirstWindowCounts();
    void candidatesHelp();
    void unitsWeighWhatStaysSmall();
    void idleCpusStayIdle();
    void sameSeedSamePlan();
    void aWindowDoesNotDependOnTheLengthOfTheTrace();
    void rowsAreValid();
    void missingMetricsAreMasked();
    void windowsWithoutValuesRepeatTheOneBefore();
    void otherCpusAreRefusedUnlessFitted();
    void unknownStressorsAreRefusedUnlessFitted();
    void badOptionsAreRefused_data();
    void badOptionsAreRefused();
    void canBeCancelled();
    void thePlanSaysWhereItIsFrom();

private:
    plan::ExecutionPlan planFor(const trace::WindowedTrace& trace, DiffusionOptions options, std::uint64_t seed = 1) {
        options.threads = 1;  // tests share the machine
        const auto generated = generate(trace, *m_model, options, seed, {}, {});
        if (!generated || !*generated) {
            qFatal("%s", generated ? "cancelled" : generated.error().text().c_str());
        }
        return (*generated)->plan;
    }
    QTemporaryDir m_folder;
    model::ModelPtr m_model;
};

void DiffusionTest::initTestCase() {
    training::TrainOptions options;
    options.network = toy::smallNetwork();
    options.network.width = 48;
    options.threads = 1;
    options.epochs = 80.0;
    options.batch = 128;
    options.learningRate = 3e-3;
    options.precision = training::Precision::Float32;
    const auto model =
        training::train(toy::dataset(2000), m_folder.filePath("model").toStdString(), options, {}, {}, {});
    QVERIFY2(model && *model, model ? "" : model.error().text().c_str());
    m_model = **model;
}

void DiffusionTest::plansMeetTheTrace_data() {
    QTest::addColumn<int>("sampler");
    QTest::addColumn<int>("strategy");
    QTest::addColumn<int>("steps");
    QTest::addColumn<double>("guidance");
    for (const Strategy strategy : kStrategies) {
        for (const Sampler sampler : kSamplers) {
            const int steps = sampler == Sampler::DpmSolver ? 6 : 25;
            QTest::addRow("%s %s", strategyName(strategy).data(), samplerName(sampler).data())
                << static_cast<int>(sampler) << static_cast<int>(strategy) << steps << 1.0;
        }
    }
    QTest::newRow("guided") << static_cast<int>(Sampler::DpmSolver) << static_cast<int>(Strategy::TwoPass) << 6 << 1.5;
}

void DiffusionTest::plansMeetTheTrace() {
    QFETCH(int, sampler);
    QFETCH(int, strategy);
    QFETCH(int, steps);
    QFETCH(double, guidance);
    DiffusionOptions options;
    options.sampler = static_cast<Sampler>(sampler);
    options.strategy = static_cast<Strategy>(strategy);
    options.steps = steps;
    options.firstSteps = 4;
    options.guidance = guidance;
    options.candidates = 2;
    const trace::WindowedTrace wanted = target(48);
    const std::vector<double> errors = errorsOf(planFor(wanted, options), wanted);
    for (std::size_t n = 0; n < errors.size(); ++n) {
        QVERIFY2(errors[n] < 0.08, qPrintable(QString("metric %1: %2").arg(n).arg(errors[n])));
    }
}

void DiffusionTest::theStateHelps() {
    const trace::WindowedTrace wanted = target(64);
    DiffusionOptions options{.steps = 8, .firstSteps = 4, .candidates = 1};
    const double with = errorsOf(planFor(wanted, options), wanted)[toy::kCpus];
    options.usePrevious = false;
    const double without = errorsOf(planFor(wanted, options), wanted)[toy::kCpus];
    QVERIFY2(with < without, qPrintable(QString("%1 %2").arg(with).arg(without)));
}

void DiffusionTest::whatRanBeforeTheFirstWindowCounts() {
    const trace::WindowedTrace wanted = target(4);
    const Predecessor busy{
        m_model->description().stressors,
        std::vector<float>(toy::kCpus * toy::kStressors, 1.0F / static_cast<float>(toy::kStressors))};
    const auto after = [&](const Predecessor& before, DiffusionOptions options) {
        options.threads = 1;
        return (*generate(wanted, *m_model, options, 1, {}, {}, before).value()).plan;
    };
    for (const Strategy strategy : kStrategies) {
        QVERIFY(!(after(busy, {.strategy = strategy}) == after({}, {.strategy = strategy})));
        QVERIFY(after({}, {.strategy = strategy}) == planFor(wanted, {.strategy = strategy}));
    }
    // Without its state, every window is drawn by itself.
    QVERIFY(after(busy, {.usePrevious = false}) == after({}, {.usePrevious = false}));
    const auto refused = generate(wanted, *m_model, {}, 1, {}, {}, {{"memset"}, {0.5F}});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::BadInput);
}

void DiffusionTest::candidatesHelp() {
    const trace::WindowedTrace wanted = target(64);
    DiffusionOptions options{.steps = 6, .firstSteps = 4, .candidates = 1};
    const auto meanOf = [&] {
        const std::vector<double> errors = errorsOf(planFor(wanted, options), wanted);
        return std::accumulate(errors.begin(), errors.end(), 0.0);
    };
    const double one = meanOf();
    options.candidates = 8;
    const double eight = meanOf();
    QVERIFY2(eight < 0.9 * one, qPrintable(QString("%1 %2").arg(one).arg(eight)));
}

void DiffusionTest::unitsWeighWhatStaysSmall() {
    trace::WindowedTrace wanted = target(16);
    QVERIFY(!(planFor(wanted, {.units = Units::Trace}) == planFor(wanted, {.units = Units::Model})));
    // A trace that reaches the ends of the ranges once has the model's units.
    wanted.values(3, toy::kCpus) = 12.0F;
    wanted.values(3, toy::kCpus + 1) = 200.0F;
    plan::ExecutionPlan inItsOwn = planFor(wanted, {.units = Units::Trace});
    const plan::ExecutionPlan inTheModels = planFor(wanted, {.units = Units::Model});
    QVERIFY(std::ranges::equal(inItsOwn.fractions(), inTheModels.fractions()));
}

void DiffusionTest::idleCpusStayIdle() {
    trace::WindowedTrace wanted = target(32);
    wanted.values.col(2).setConstant(2.0F);
    const auto busyOn = [](const plan::ExecutionPlan& plan, std::size_t cpu) {
        double sum = 0.0;
        for (std::size_t t = 0; t < plan.windowCount(); ++t) {
            const auto row = plan.composition(t).subspan(cpu * toy::kStressors, toy::kStressors);
            sum += static_cast<double>(row[0] + row[1]);
        }
        return sum;
    };
    for (const Strategy strategy : kStrategies) {
        const plan::ExecutionPlan plan = planFor(wanted, {.strategy = strategy});
        QCOMPARE(busyOn(plan, 2), 0.0);
        QVERIFY(busyOn(plan, 1) > 1.0);
        QVERIFY(busyOn(planFor(wanted, {.strategy = strategy, .idleBelow = 0.0}), 2) > 0.0);
    }
}

void DiffusionTest::sameSeedSamePlan() {
    const trace::WindowedTrace wanted = target(70);
    for (const Sampler sampler : kSamplers) {
        const DiffusionOptions options{.sampler = sampler, .steps = 4};
        QVERIFY(planFor(wanted, options, 5) == planFor(wanted, options, 5));
        QVERIFY(planFor(wanted, options, 5) != planFor(wanted, options, 6));
    }
}

void DiffusionTest::aWindowDoesNotDependOnTheLengthOfTheTrace() {
    const trace::WindowedTrace wanted = target(200);
    trace::WindowedTrace start = wanted;
    start.values = wanted.values.topRows(90);
    // Corrections look one window ahead.
    const plan::ExecutionPlan whole = planFor(wanted, {.polish = 0});
    const plan::ExecutionPlan part = planFor(start, {.polish = 0});
    const auto expected = whole.fractions().first(part.fractions().size());
    double largest = 0.0;
    for (std::size_t i = 0; i < expected.size(); ++i) {
        largest = std::max(largest, static_cast<double>(std::abs(expected[i] - part.fractions()[i])));
    }
    QVERIFY2(largest < 1e-3, qPrintable(QString::number(largest)));
}

void DiffusionTest::rowsAreValid() {
    trace::WindowedTrace wanted = target(40);
    wanted.values *= 3.0F;  // more than the machine has
    QVERIFY(plan::validate(planFor(wanted, {})));
}

void DiffusionTest::missingMetricsAreMasked() {
    trace::WindowedTrace wanted = target(48);
    const trace::WindowedTrace whole = wanted;
    wanted.metrics.erase(wanted.metrics.begin() + 5);  // disk.read
    wanted.values.conservativeResize(Eigen::NoChange, 5);
    const auto generated = generate(wanted, *m_model, {.steps = 6, .firstSteps = 4}, 1, {}, {});
    QVERIFY(generated && *generated);
    const std::vector<double> errors = errorsOf((*generated)->plan, whole);
    for (std::size_t n = 0; n < 5; ++n) {
        QVERIFY2(errors[n] < 0.1, qPrintable(QString("metric %1: %2").arg(n).arg(errors[n])));
    }
    const auto& steps = (*generated)->report.steps;
    QVERIFY(std::ranges::any_of(steps,
                                [](const std::string& step) { return step.find("disk.read") != std::string::npos; }));
    // Missing is not zero.
    trace::WindowedTrace zero = whole;
    zero.values.col(5).setZero();
    QVERIFY(planFor(zero, {.steps = 6, .firstSteps = 4}) != (*generated)->plan);
}

void DiffusionTest::windowsWithoutValuesRepeatTheOneBefore() {
    trace::WindowedTrace wanted = target(20);
    wanted.values.row(0).setConstant(kNothing);
    wanted.values.row(7).setConstant(kNothing);
    wanted.values.row(8).setConstant(kNothing);
    for (const Strategy strategy : kStrategies) {
        const plan::ExecutionPlan plan = planFor(wanted, {.strategy = strategy});
        QVERIFY(std::ranges::all_of(plan.composition(0), [](float value) { return value == 0.0F; }));
        QVERIFY(std::ranges::equal(plan.composition(7), plan.composition(6)));
        QVERIFY(std::ranges::equal(plan.composition(8), plan.composition(6)));
        QVERIFY(!std::ranges::equal(plan.composition(9), plan.composition(8)));
    }
}

void DiffusionTest::otherCpusAreRefusedUnlessFitted() {
    trace::WindowedTrace wanted = target(10);
    wanted.metrics.erase(wanted.metrics.begin() + 3);
    trace::Matrix values(10, 5);
    values << wanted.values.leftCols(3), wanted.values.rightCols(2);
    wanted.values = values;
    const auto refused = generate(wanted, *m_model, {}, 1, {}, {});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::BadInput);
    QVERIFY(refused.error().message.find("--fit") != std::string::npos);
    const auto fitted = generate(wanted, *m_model, {.fit = true}, 1, {}, {});
    QVERIFY(fitted && *fitted);
    QCOMPARE((*fitted)->plan.cpuCount(), toy::kCpus);
}

void DiffusionTest::unknownStressorsAreRefusedUnlessFitted() {
    dataset::Dataset data = toy::dataset(100);
    data.stressors[1] = "from-the-future";
    training::TrainOptions options;
    options.network = toy::smallNetwork();
    options.epochs = 1.0;
    const auto model = training::train(data, m_folder.filePath("future").toStdString(), options, {}, {}, {});
    QVERIFY(model && *model);
    const auto refused = generate(target(10), ***model, {}, 1, {}, {});
    QVERIFY(!refused);
    QVERIFY(refused.error().message.find("from-the-future") != std::string::npos);
    const auto fitted = generate(target(10), ***model, {.fit = true}, 1, {}, {});
    QVERIFY(fitted && *fitted);
    QCOMPARE((*fitted)->plan.stressors(), (std::vector<std::string>{"hash-insert", "disk-read-paced"}));
}

void DiffusionTest::badOptionsAreRefused_data() {
    QTest::addColumn<int>("steps");
    QTest::addColumn<int>("candidates");
    QTest::addColumn<double>("guidance");
    QTest::addColumn<double>("idleBelow");
    const double nothing = std::numeric_limits<double>::quiet_NaN();
    QTest::newRow("no step") << 0 << 1 << 1.0 << 3.0;
    QTest::newRow("too many steps") << 100'000 << 1 << 1.0 << 3.0;
    QTest::newRow("no candidate") << 4 << 0 << 1.0 << 3.0;
    QTest::newRow("negative guidance") << 4 << 1 << -1.0 << 3.0;
    QTest::newRow("guidance of nothing") << 4 << 1 << nothing << 3.0;
    QTest::newRow("idle below less than nothing") << 4 << 1 << 1.0 << -0.1;
    QTest::newRow("idle at half load") << 4 << 1 << 1.0 << 50.0;
    QTest::newRow("idle below no number") << 4 << 1 << 1.0 << nothing;
}

void DiffusionTest::badOptionsAreRefused() {
    QFETCH(int, steps);
    QFETCH(int, candidates);
    QFETCH(double, guidance);
    QFETCH(double, idleBelow);
    const auto generated =
        generate(target(3), *m_model,
                 {.steps = steps, .guidance = guidance, .candidates = candidates, .idleBelow = idleBelow}, 1, {}, {});
    QVERIFY(!generated);
    QCOMPARE(generated.error().code, ErrorCode::BadInput);
}

void DiffusionTest::canBeCancelled() {
    for (const Strategy strategy : kStrategies) {
        std::stop_source stop;
        const auto generated = generate(target(300), *m_model, {.strategy = strategy}, 1, stop.get_token(),
                                        [&](const Progress&) { stop.request_stop(); });
        QVERIFY(generated && !*generated);
    }
}

void DiffusionTest::thePlanSaysWhereItIsFrom() {
    const plan::ExecutionPlan plan = planFor(target(3), {.steps = 5, .guidance = 1.5}, 17);
    QCOMPARE(plan.seed, std::uint64_t{17});
    QCOMPARE(plan.generator, std::string("diffusion"));
    QCOMPARE(plan.machine, m_model->description().machine);
    const nlohmann::json source = nlohmann::json::parse(plan.source);
    QCOMPARE(source["sampling"]["steps"].get<int>(), 5);
    QCOMPARE(source["sampling"]["guidance"].get<double>(), 1.5);
    QCOMPARE(source["model"]["dataset_xxh3"].get<std::string>(), m_model->description().datasetHash);
    QVERIFY(source["model"]["simulated"].get<bool>());
}

QTEST_APPLESS_MAIN(DiffusionTest)
#include "tst_diffusion.moc"
