// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "alignment/align.h"
#include "alignment/alignlog.h"
#include "base/filelock.h"
#include "core/alignment/toysite.h"
#include "generation/diffusion/destination.h"
#include "model/safetensors.h"
#include "training/describe.h"
#include "training/train.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>
#include <cmath>

using namespace mimesys;
using namespace mimesys::alignment;

class AlignTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void comesNearerToTheTraces();
    void rewardsAloneLeadThereToo_data();
    void rewardsAloneLeadThereToo();
    void idleCpusStayIdle();
    void theModelSaysWhatItHasSeen();
    void continuesWhereItWasStopped();
    void whatIsNotMeasuredEarnsNothing();
    void nothingMeasuredAtAllChangesNothing();
    void neverWorseThanBefore();
    void anExecutionThatFailsEndsIt();
    void aCheckpointOfAnotherAlignmentIsRefused();
    void aDamagedCheckpointIsRefused();
    void anotherDataSetIsRefused();
    void oneAlignmentPerModel();
    void optionsBeyondSenseAreRefused();

private:
    [[nodiscard]] std::filesystem::path path(const char* name = "aligned.safetensors") const {
        return m_folder->filePath(name).toStdString();
    }
    static AlignOptions quick() {
        AlignOptions options;
        options.iterations = 4;
        options.segments = 12;
        options.segmentWindows = 4;
        options.repeats = 1;
        options.steps = 5;
        options.minibatches = 2;
        options.forwardSteps = 10;
        options.heldOutEvery = 1;
        options.sampling.threads = 1;
        options.sampling.polish = 5;
        return options;
    }
    [[nodiscard]] Traces traces() const {
        auto divided = divide({{"a", "hash a", toy::reachable(60, 21)}, {"b", "hash b", toy::reachable(60, 22)}},
                              generation::destinationOf(m_model->description()), 24, 4);
        return divided ? *divided : Traces{};
    }
    Cancellable<model::ModelPtr> aligned(const AlignOptions& options, const Site& where = toy::site(),
                                         const std::stop_token& stop = {}, const AlignCallback& onPoint = {}) const {
        return align(*m_model, traces(), where, nullptr, path(), options, stop, onPoint, {});
    }
    static double bestOf(const model::Description& description) {
        double best = -1e9;
        for (const model::AlignPoint& point : description.alignment.history) {
            best = std::fmax(best, point.heldOutReward);
        }
        return best;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    model::ModelPtr m_model;
    dataset::Dataset m_dataset = toy::dataset(300);
};

void AlignTest::initTestCase() {
    init();
    training::TrainOptions options;
    options.network = toy::smallNetwork();
    options.epochs = 15.0;
    options.batch = 64;
    options.threads = 1;
    options.precision = training::Precision::Float32;
    const auto model = training::train(m_dataset, path("start.safetensors"), options, {}, {}, {});
    QVERIFY2(model, model ? "" : model.error().text().c_str());
    m_model = **model;
}

void AlignTest::comesNearerToTheTraces() {
    AlignOptions options = quick();
    options.iterations = 12;
    options.patience = 0;
    std::vector<model::AlignPoint> points;
    const auto model =
        aligned(options, toy::site(), {}, [&](const model::AlignPoint& point) { points.push_back(point); });
    QVERIFY2(model, model ? "" : model.error().text().c_str());
    QCOMPARE(points.size(), std::size_t{13});
    QVERIFY(std::isnan(points.front().reward));
    const double before = points.front().heldOutReward;
    const double after = bestOf((**model)->description());
    QVERIFY2(after > 0.85 * before, qPrintable(QString("%1 %2").arg(before).arg(after)));
    QVERIFY(points.back().forwardError < points[1].forwardError);
    QVERIFY(!std::filesystem::exists(checkpointPath(path())));
    QVERIFY(std::filesystem::exists(logPath(path())));
}

void AlignTest::rewardsAloneLeadThereToo_data() {
    QTest::addColumn<int>("attempts");
    QTest::newRow("compared over all targets") << 1;
    QTest::newRow("compared over attempts at each target") << 4;
}

void AlignTest::rewardsAloneLeadThereToo() {
    QFETCH(int, attempts);
    AlignOptions options = quick();
    options.attempts = attempts;
    options.iterations = 12;
    // Without all that helps beside them.
    options.supervisedWeight = 0.0;
    options.forwardSteps = 0;
    options.sampling.polish = 0;
    options.sampling.idleBelow = 0.0;
    options.patience = 0;
    options.learningRate = 3e-4;
    const auto model = aligned(options);
    QVERIFY2(model, model ? "" : model.error().text().c_str());
    const std::vector<model::AlignPoint>& history = (**model)->description().alignment.history;
    // Rewards of different stretches are not comparable one by one: thirds are.
    const auto mean = [&](std::size_t from, std::size_t to) {
        double sum = 0.0;
        for (std::size_t i = from; i < to; ++i) {
            sum += history[i].reward;
        }
        return sum / static_cast<double>(to - from);
    };
    QVERIFY2(mean(9, 13) > mean(1, 5), qPrintable(QString("%1 %2").arg(mean(1, 5)).arg(mean(9, 13))));
    QVERIFY(history.back().divergence > 0.0);
}

void AlignTest::idleCpusStayIdle() {
    trace::WindowedTrace target = toy::reachable(60, 21);
    target.values.col(2).setConstant(1.0F);
    const auto divided = divide({{"a", "hash a", target}}, generation::destinationOf(m_model->description()), 24, 4);
    QVERIFY(divided);
    Site site = toy::site();
    std::vector<double> busy(toy::kCpus, 0.0);
    site.execute = [&, execute = site.execute](const auto& plan, double period, const std::stop_token& stop,
                                               const ProgressCallback& progress) {
        for (std::size_t t = 0; t < plan->windowCount(); ++t) {
            for (std::size_t cpu = 0; cpu < toy::kCpus; ++cpu) {
                const auto row = plan->composition(t).subspan(cpu * toy::kStressors, toy::kStressors);
                busy[cpu] += static_cast<double>(row[0] + row[1]);
            }
        }
        return execute(plan, period, stop, progress);
    };
    AlignOptions options = quick();
    options.iterations = 1;
    const auto model = align(*m_model, *divided, site, nullptr, path(), options, {}, {}, {});
    QVERIFY2(model, model ? "" : model.error().text().c_str());
    QCOMPARE(busy[2], 0.0);
    QVERIFY(busy[1] > 0.0);
}

void AlignTest::theModelSaysWhatItHasSeen() {
    AlignOptions options = quick();
    options.iterations = 1;
    QVERIFY(aligned(options));
    const auto read = model::readModel(path());
    QVERIFY2(read, read ? "" : read.error().text().c_str());
    const model::Alignment& alignment = (*read)->description().alignment;
    QCOMPARE(alignment.traces, (std::vector<std::string>{"hash a", "hash b"}));
    QCOMPARE(alignment.executors, (std::vector<std::string>{"toy"}));
    QVERIFY(alignment.simulated);
    QCOMPARE(alignment.history.size(), std::size_t{2});
    // 12 stretches of 4 windows after an idle one, and the held-out windows twice after one.
    QCOMPARE(alignment.history.back().windows, std::int64_t{12 * 4 + 1 + 2 * (24 + 1)});
}

void AlignTest::continuesWhereItWasStopped() {
    const auto whole = aligned(quick());
    QVERIFY(whole && *whole);
    const std::string expected = path().string();
    model::SafeTensors without;
    {
        const auto file = model::readSafeTensors(path());
        QVERIFY(file);
        without = *file;
    }
    QVERIFY(QFile::remove(QString::fromStdString(expected)));
    std::stop_source source;
    const auto stopped = aligned(quick(), toy::site(), source.get_token(), [&](const model::AlignPoint& point) {
        if (point.iteration == 2) {
            source.request_stop();
        }
    });
    QVERIFY(stopped && !*stopped);
    QVERIFY(!std::filesystem::exists(path()));
    const auto continued = aligned(quick());
    QVERIFY2(continued, continued ? "" : continued.error().text().c_str());
    const auto file = model::readSafeTensors(path());
    QVERIFY(file);
    QVERIFY(file->tensors == without.tensors);
}

void AlignTest::whatIsNotMeasuredEarnsNothing() {
    AlignOptions options = quick();
    options.iterations = 1;
    // Of the 49 windows of an iteration the recording ends early, and one in the middle is lost.
    const auto model = aligned(options, toy::site({.lost = {6}, .end = 25}));
    QVERIFY2(model, model ? "" : model.error().text().c_str());
    const model::AlignPoint& point = (**model)->description().alignment.history.back();
    // Windows 1 to 48 belong to twelve stretches; in each the first earns nothing anyway. Recorded are those below 25,
    // six stretches, of which window 6 is the second of the second.
    QCOMPARE(point.missing, 36 - 18 + 1);
    QVERIFY(point.reward < 0.0 && point.reward > -1.0);
}

void AlignTest::nothingMeasuredAtAllChangesNothing() {
    AlignOptions options = quick();
    options.iterations = 2;
    options.supervisedWeight = 0.0;
    options.forwardSteps = 0;
    const auto model = aligned(options, toy::site({.lost = {}, .end = 1}));
    QVERIFY2(model, model ? "" : model.error().text().c_str());
    const model::AlignPoint& point = (**model)->description().alignment.history.back();
    QCOMPARE(point.missing, 36);
    QVERIFY(std::isnan(point.reward));
}

void AlignTest::neverWorseThanBefore() {
    AlignOptions options = quick();
    options.learningRate = 0.5;  // ruins the network
    options.iterations = 2;
    const auto model = aligned(options);
    QVERIFY2(model, model ? "" : model.error().text().c_str());
    const auto start = (**model)->description().alignment.history.front().heldOutReward;
    QVERIFY(bestOf((**model)->description()) >= start);
}

void AlignTest::anExecutionThatFailsEndsIt() {
    Site site = toy::site();
    site.execute = [](const auto&, double, const std::stop_token&,
                      const ProgressCallback&) -> Expected<execution::RecordedRun> {
        return failed("The disk is full.");
    };
    const auto model = aligned(quick(), site);
    QVERIFY(!model);
    QCOMPARE(model.error().message, std::string("The disk is full."));
}

void AlignTest::aCheckpointOfAnotherAlignmentIsRefused() {
    std::stop_source source;
    const auto stopped =
        aligned(quick(), toy::site(), source.get_token(), [&](const model::AlignPoint&) { source.request_stop(); });
    QVERIFY(stopped && !*stopped);
    AlignOptions other = quick();
    other.seed = 2;
    const auto model = aligned(other);
    QVERIFY(!model);
    QCOMPARE(model.error().code, ErrorCode::BadInput);
    QVERIFY(std::filesystem::exists(checkpointPath(path())));
}

void AlignTest::aDamagedCheckpointIsRefused() {
    QFile file(QString::fromStdString(checkpointPath(path()).string()));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("no checkpoint");
    file.close();
    const auto model = aligned(quick());
    QVERIFY(!model);
    QCOMPARE(model.error().code, ErrorCode::BadInput);
}

void AlignTest::anotherDataSetIsRefused() {
    const dataset::Dataset other = toy::dataset(200, 9);
    const auto model = align(*m_model, traces(), toy::site(), &other, path(), quick(), {}, {}, {});
    QVERIFY(!model);
    QCOMPARE(model.error().code, ErrorCode::BadInput);
    AlignOptions options = quick();
    options.iterations = 1;
    QVERIFY(align(*m_model, traces(), toy::site(), &m_dataset, path(), options, {}, {}, {}));
}

void AlignTest::oneAlignmentPerModel() {
    const auto lock = FileLock::tryLock(path());
    QVERIFY(lock);
    const auto model = aligned(quick());
    QVERIFY(!model);
    QCOMPARE(model.error().code, ErrorCode::Failed);
}

void AlignTest::optionsBeyondSenseAreRefused() {
    for (const auto& change : std::vector<std::function<void(AlignOptions&)>>{
             [](AlignOptions& o) { o.segmentWindows = 1; }, [](AlignOptions& o) { o.segments = 0; },
             [](AlignOptions& o) { o.attempts = 0; }, [](AlignOptions& o) { o.iterations = 0; },
             [](AlignOptions& o) { o.steps = 1; }, [](AlignOptions& o) { o.learningRate = std::nan(""); },
             [](AlignOptions& o) {
                 o.ratioClip = 0.0;
             }}) {
        AlignOptions options = quick();
        change(options);
        const auto model = aligned(options);
        QVERIFY(!model);
        QCOMPARE(model.error().code, ErrorCode::BadInput);
    }
}

QTEST_APPLESS_MAIN(AlignTest)
#include "tst_align.moc"
