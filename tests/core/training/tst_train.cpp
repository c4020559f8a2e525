// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/filelock.h"
#include "core/model/machine.h"
#include "model/safetensors.h"
#include "training/describe.h"
#include "training/train.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>
#include <cmath>
#include <thread>

using namespace mimesys;
using namespace mimesys::training;

namespace {

TrainOptions quickOptions() {
    TrainOptions options;
    options.network = toy::smallNetwork();
    options.epochs = 20.0;
    options.batch = 64;
    options.threads = 1;
    options.precision = Precision::Float32;
    return options;
}

}  // namespace

class TrainTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void learnsTheMachine();
    void writesALogAndNoCheckpoint();
    void sameSeedSameModel();
    void continuesWhereItWasStopped();
    void continuesFromBeforeTheFirstValidation();
    void aTimeBudgetEndsIt();
    void patienceEndsIt();
    void bfloat16LearnsToo();
    void theUNetLearnsToo();
    void aCheckpointOfAnotherTrainingIsRefused();
    void aDamagedCheckpointIsRefused();
    void whatIsMostlySmallIsScaledByItsRoot();
    void tooFewSamplesAreRefused();
    void oneTrainingPerModel();
    void aMissingDeviceIsUnavailable();
    void severalProcessesTrainOneModel();

private:
    [[nodiscard]] std::filesystem::path path(const char* name = "model.safetensors") const {
        return m_folder->filePath(name).toStdString();
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TrainTest::learnsTheMachine() {
    TrainOptions options = quickOptions();
    options.epochs = 60.0;
    std::vector<model::TrainPoint> points;
    const auto model = train(toy::dataset(1500), path(), options, {},
                             [&](const model::TrainPoint& point) { points.push_back(point); }, {});
    QVERIFY2(model, model ? "" : model.error().text().c_str());
    QVERIFY(points.size() >= 50);
    QVERIFY2(points.back().validationLoss < 0.6 * points.front().validationLoss,
             qPrintable(QString("%1 %2").arg(points.front().validationLoss).arg(points.back().validationLoss)));
    const model::Description& description = (**model)->description();
    // The toy has no noise: half of what chance would leave is far from enough.
    QVERIFY2(description.forwardError < 0.06, qPrintable(QString::number(description.forwardError)));
    QCOMPARE(description.metrics.size(), std::size_t{6});
    QCOMPARE(description.sockets, (std::vector<int>{0, 0, 1, 1}));
    QCOMPARE(description.history.size(), points.size());
    QVERIFY(description.simulated());
    const auto read = model::readModel(path());
    QVERIFY2(read, read ? "" : read.error().text().c_str());
    QCOMPARE((*read)->description().datasetHash, description.datasetHash);
}

void TrainTest::writesALogAndNoCheckpoint() {
    QVERIFY(train(toy::dataset(200), path(), quickOptions(), {}, {}, {}));
    QVERIFY(!std::filesystem::exists(checkpointPath(path())));
    QFile log(QString::fromStdString(logPath(path()).string()));
    QVERIFY(log.open(QIODevice::ReadOnly));
    QCOMPARE(log.readLine().trimmed(),
             QByteArray("step,epoch,seconds,train_loss,validation_loss,learning_rate,gradient_norm,data"));
    qint64 lastStep = 0;
    int lines = 0;
    while (!log.atEnd()) {
        const QList<QByteArray> cells = log.readLine().trimmed().split(',');
        QCOMPARE(cells.size(), 8);
        QCOMPARE(cells[7], QByteArray("simulated"));
        QVERIFY(cells[0].toLongLong() > lastStep);
        lastStep = cells[0].toLongLong();
        ++lines;
    }
    QVERIFY(lines > 10);
}

void TrainTest::sameSeedSameModel() {
    const dataset::Dataset data = toy::dataset(200);
    TrainOptions options = quickOptions();
    options.epochs = 4.0;
    QVERIFY(train(data, path("a"), options, {}, {}, {}));
    QVERIFY(train(data, path("b"), options, {}, {}, {}));
    QVERIFY(model::readSafeTensors(path("a"))->tensors == model::readSafeTensors(path("b"))->tensors);
    options.seed = 2;
    QVERIFY(train(data, path("c"), options, {}, {}, {}));
    QVERIFY(model::readSafeTensors(path("a"))->tensors != model::readSafeTensors(path("c"))->tensors);
}

void TrainTest::continuesWhereItWasStopped() {
    const dataset::Dataset data = toy::dataset(200);
    TrainOptions options = quickOptions();
    options.epochs = 12.0;
    QVERIFY(train(data, path("whole"), options, {}, {}, {}));
    for (const int points : {5, 9}) {
        std::stop_source stop;
        int seen = 0;
        const auto stopped = train(data, path("parts"), options, stop.get_token(),
                                   [&](const model::TrainPoint&) {
                                       if (++seen == points - (points == 9 ? 5 : 0)) {
                                           stop.request_stop();
                                       }
                                   },
                                   {});
        QVERIFY(stopped && !*stopped);
        QVERIFY(std::filesystem::exists(checkpointPath(path("parts"))));
        QVERIFY(!std::filesystem::exists(path("parts")));
    }
    const auto finished = train(data, path("parts"), options, {}, {}, {});
    QVERIFY(finished && *finished);
    QVERIFY(model::readSafeTensors(path("whole"))->tensors == model::readSafeTensors(path("parts"))->tensors);
    QVERIFY(!std::filesystem::exists(checkpointPath(path("parts"))));
}

void TrainTest::continuesFromBeforeTheFirstValidation() {
    const dataset::Dataset data = toy::dataset(200);
    TrainOptions options = quickOptions();
    options.epochs = 2.0;
    QVERIFY(train(data, path("whole"), options, {}, {}, {}));
    std::stop_source stop;
    stop.request_stop();
    const auto stopped = train(data, path("parts"), options, stop.get_token(), {}, {});
    QVERIFY(stopped && !*stopped);
    const auto finished = train(data, path("parts"), options, {}, {}, {});
    QVERIFY(finished && *finished);
    QVERIFY(model::readSafeTensors(path("whole"))->tensors == model::readSafeTensors(path("parts"))->tensors);
}

void TrainTest::aTimeBudgetEndsIt() {
    TrainOptions options = quickOptions();
    options.epochs = 1e9;
    options.budgetSeconds = 0.5;
    const auto model = train(toy::dataset(200), path(), options, {}, {}, {});
    QVERIFY(model && *model);
    const model::TrainPoint& last = (**model)->description().history.back();
    QVERIFY(last.seconds >= 0.5);
    // At the end the learning rate has fallen to a hundredth.
    QVERIFY(last.learningRate < 0.02 * options.learningRate);
}

void TrainTest::patienceEndsIt() {
    TrainOptions options = quickOptions();
    options.epochs = 4000.0;
    options.patience = 2;
    options.learningRate = 0.05;  // far too large to go on getting better
    const auto model = train(toy::dataset(100), path(), options, {}, {}, {});
    QVERIFY(model && *model);
    const auto& history = (**model)->description().history;
    QVERIFY(history.back().epoch < 4000.0);
    const auto best = std::ranges::min_element(history, {}, &model::TrainPoint::validationLoss);
    QCOMPARE(history.end() - best, std::ptrdiff_t{3});
}

void TrainTest::bfloat16LearnsToo() {
    TrainOptions options = quickOptions();
    options.precision = Precision::BFloat16;
    const auto model = train(toy::dataset(300), path(), options, {}, {}, {});
    QVERIFY(model && *model);
    const auto& history = (**model)->description().history;
    QVERIFY(history.back().validationLoss < 0.9 * history.front().validationLoss);
}

void TrainTest::theUNetLearnsToo() {
    TrainOptions options = quickOptions();
    options.network = model::defaultNetwork(model::Architecture::UNet);
    options.network.width = 8;
    options.learningRate = 3e-3;
    const auto model = train(toy::dataset(300), path(), options, {}, {}, {});
    QVERIFY2(model && *model, model ? "" : model.error().text().c_str());
    const auto& history = (**model)->description().history;
    QVERIFY(history.back().validationLoss < 0.95 * history.front().validationLoss);
}

void TrainTest::aCheckpointOfAnotherTrainingIsRefused() {
    TrainOptions options = quickOptions();
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(train(toy::dataset(200), path(), options, stop.get_token(), {}, {}));
    QFile file(QString::fromStdString(checkpointPath(path()).string()));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray before = file.readAll();
    options.seed = 3;
    const auto model = train(toy::dataset(200), path(), options, {}, {}, {});
    QVERIFY(!model);
    QCOMPARE(model.error().code, ErrorCode::BadInput);
    QVERIFY(model.error().message.find("remove it") != std::string::npos);
    QVERIFY(file.seek(0));
    QCOMPARE(file.readAll(), before);
}

void TrainTest::aDamagedCheckpointIsRefused() {
    QFile file(QString::fromStdString(checkpointPath(path()).string()));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("half a checkp");
    file.close();
    const auto model = train(toy::dataset(200), path(), quickOptions(), {}, {}, {});
    QVERIFY(!model);
    QCOMPARE(model.error().code, ErrorCode::BadInput);
    QCOMPARE(model.error().place, checkpointPath(path()).string());
}

void TrainTest::whatIsMostlySmallIsScaledByItsRoot() {
    dataset::Dataset data = toy::dataset(200);
    // Ranks of the load, which are spread evenly, and their fourth power, which is mostly small.
    const Eigen::VectorXf load = data.mean.leftCols(4).rowwise().sum();
    for (Eigen::Index sample = 0; sample < load.size(); ++sample) {
        const auto below = static_cast<float>((load.array() < load(sample)).count());
        data.mean(sample, 4) = below / 200.0F;
        data.mean(sample, 5) = std::pow(below / 200.0F, 4.0F);
    }
    const auto description = describe(data, quickOptions());
    QVERIFY(description);
    const auto scaleOf = [&](const std::string& id) {
        const auto found = std::ranges::find(description->metrics, id, &Metric::id);
        return found == description->metrics.end()
                   ? std::optional<model::Scale>()
                   : description->ranges[static_cast<std::size_t>(found - description->metrics.begin())].scale;
    };
    QVERIFY(scaleOf("memory.read_bandwidth") == model::Scale::Linear);
    QVERIFY(scaleOf("disk.read") == model::Scale::Root);
    QVERIFY(scaleOf("cpu.utilization[0]") == model::Scale::Linear);
}

void TrainTest::tooFewSamplesAreRefused() {
    const auto model = train(toy::dataset(20), path(), quickOptions(), {}, {}, {});
    QVERIFY(!model);
    QCOMPARE(model.error().code, ErrorCode::BadInput);
    QVERIFY(model.error().message.find("20 samples") != std::string::npos);
}

void TrainTest::oneTrainingPerModel() {
    TrainOptions options = quickOptions();
    options.epochs = 1.0;
    {
        const auto lock = FileLock::tryLock(path());
        QVERIFY(lock);
        const auto refused = train(toy::dataset(50), path(), options, {}, {}, {});
        QVERIFY(!refused && refused.error().code == ErrorCode::Failed);
    }
    QVERIFY(train(toy::dataset(50), path(), options, {}, {}, {}));
}

void TrainTest::aMissingDeviceIsUnavailable() {
    TrainOptions options = quickOptions();
    options.device = "cuda:97";
    QCOMPARE(train(toy::dataset(100), path(), options, {}, {}, {}).error().code, ErrorCode::Unavailable);
    options.device = "abacus";
    QCOMPARE(train(toy::dataset(100), path(), options, {}, {}, {}).error().code, ErrorCode::BadInput);
}

void TrainTest::severalProcessesTrainOneModel() {
    const dataset::Dataset data = toy::dataset(200);
    const std::filesystem::path dataset = path("data.h5");
    QVERIFY(dataset::writeDataset(data, dataset));
    const QString program = QStringLiteral(MIMESYS_PROGRAM);
    const QString store = QStringLiteral("127.0.0.1:%1").arg(20000 + QCoreApplication::applicationPid() % 20000);
    std::vector<std::unique_ptr<QProcess>> processes;
    for (const char* rank : {"0", "1"}) {
        processes.push_back(std::make_unique<QProcess>());
        processes.back()->start(program, {"train",       QString::fromStdString(dataset.string()),
                                          "-o",          QString::fromStdString(path("both").string()),
                                          "--width",     "32",
                                          "--layers",    "1",
                                          "--heads",     "2",
                                          "--epochs",    "4",
                                          "--batch",     "32",
                                          "--threads",   "1",
                                          "--precision", "float32",
                                          "--ranks",     "2",
                                          "--rank",      rank,
                                          "--store",     store});
    }
    for (const auto& process : processes) {
        QVERIFY(process->waitForFinished(100'000));
        QVERIFY2(process->exitCode() == 0, process->readAllStandardError().constData());
    }
    // Two halves of a batch are the batch, up to who drew which noise: the steps are those of 64.
    const auto both = model::readDescription(path("both"));
    QVERIFY2(both, both ? "" : both.error().text().c_str());
    QVERIFY(both->history.back().epoch >= 4.0);
    QVERIFY(both->history.back().step <= 13);
    QVERIFY(!std::filesystem::exists(checkpointPath(path("both"))));
}

QTEST_GUILESS_MAIN(TrainTest)
#include "tst_train.moc"
