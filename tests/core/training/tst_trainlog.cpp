// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "training/trainlog.h"

#include <QTemporaryDir>
#include <QtTest>
#include <cmath>
#include <fstream>
#include <limits>

using namespace mimesys;
using namespace mimesys::training;

class TrainLogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatWasWritten();
    void lineBeingWrittenIsLeftOut();
    void otherFilesAreRefused_data();
    void otherFilesAreRefused();
};

namespace {

constexpr const char* kHeader = "step,epoch,seconds,train_loss,validation_loss,learning_rate,gradient_norm,data\n";

std::filesystem::path write(const QTemporaryDir& folder, const std::string& text) {
    const std::filesystem::path path = folder.filePath("log.csv").toStdString();
    std::ofstream(path, std::ios::binary) << text;
    return path;
}

}  // namespace

void TrainLogTest::readsWhatWasWritten() {
    const QTemporaryDir folder;
    const std::filesystem::path path = folder.filePath("log.csv").toStdString();
    const std::vector<model::TrainPoint> points{{10, 0.5, 1.25, 0.9, 0.8, 1e-3, 2.5},
                                                {20, 1.0, 2.5, 0.7, std::numeric_limits<double>::quiet_NaN(), 1e-4, 1}};
    QVERIFY(writeTrainLog(points, true, path).has_value());
    QVERIFY(looksLikeTrainLog(path));
    const auto read = readTrainLog(path);
    QVERIFY(read.has_value());
    QCOMPARE(read->points.size(), std::size_t{2});
    QVERIFY(read->simulated);
    QCOMPARE(read->points[0].step, std::int64_t{10});
    QCOMPARE(read->points[0].seconds, 1.25);
    QCOMPARE(read->points[0].validationLoss, 0.8);
    QCOMPARE(read->points[1].learningRate, 1e-4);
    QCOMPARE(read->points[1].gradientNorm, 1.0);
    QVERIFY(std::isnan(read->points[1].validationLoss));
}

void TrainLogTest::lineBeingWrittenIsLeftOut() {
    const QTemporaryDir folder;
    const auto read = readTrainLog(write(folder, std::string(kHeader) + "1,1,1,1,1,1,1,measured\n2,2,2,2,2,2,2,meas"));
    QVERIFY(read.has_value());
    QCOMPARE(read->points.size(), std::size_t{1});
    QVERIFY(!read->simulated);
}

void TrainLogTest::otherFilesAreRefused_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("place");
    QTest::newRow("empty") << QByteArray() << "log.csv";
    QTest::newRow("trace") << QByteArray("time,cpu.utilization[0]\n0,1\n") << "log.csv";
    QTest::newRow("word") << QByteArray(kHeader) + "1,1,1,1,1,1,1,measured\n2,x,1,1,1,1,1,measured\n"
                          << "log.csv:3";
    QTest::newRow("short") << QByteArray(kHeader) + "1,1,1\n"
                           << "log.csv:2";
    QTest::newRow("long") << QByteArray(kHeader) + "1,1,1,1,1,1,1,1,measured\n"
                          << "log.csv:2";
    QTest::newRow("no word") << QByteArray(kHeader) + "1,1,1,1,1,1,1\n"
                             << "log.csv:2";
    QTest::newRow("no step") << QByteArray(kHeader) + "nan,1,1,1,1,1,1,measured\n"
                             << "log.csv:2";
}

void TrainLogTest::otherFilesAreRefused() {
    QFETCH(QByteArray, text);
    QFETCH(QString, place);
    const QTemporaryDir folder;
    const auto read = readTrainLog(write(folder, text.toStdString()));
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().code, ErrorCode::BadInput);
    QVERIFY2(QString::fromStdString(read.error().place).endsWith(place), read.error().place.c_str());
}

QTEST_GUILESS_MAIN(TrainLogTest)
#include "tst_trainlog.moc"
