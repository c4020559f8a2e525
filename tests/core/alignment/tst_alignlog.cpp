// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "alignment/alignlog.h"
#include "training/trainlog.h"

#include <QTemporaryDir>
#include <QtTest>
#include <cmath>
#include <fstream>
#include <limits>

using namespace mimesys;
using namespace mimesys::alignment;

class AlignLogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatWasWritten();
    void lineBeingWrittenIsLeftOut();
    void kindsOfLogsAreToldApart();
    void otherFilesAreRefused_data();
    void otherFilesAreRefused();
};

namespace {

constexpr const char* kHeader =
    "iteration,seconds,windows,reward,reward_deviation,held_out_reward,divergence,clipped,forward_error,missing,data\n";

std::filesystem::path write(const QTemporaryDir& folder, const std::string& text) {
    const std::filesystem::path path = folder.filePath("log.csv").toStdString();
    std::ofstream(path, std::ios::binary) << text;
    return path;
}

}  // namespace

void AlignLogTest::readsWhatWasWritten() {
    const QTemporaryDir folder;
    const std::filesystem::path path = folder.filePath("log.csv").toStdString();
    const double nothing = std::numeric_limits<double>::quiet_NaN();
    const std::vector<model::AlignPoint> points{{0, 1.5, 64, nothing, nothing, -0.25, 0.0, 0.0, nothing, 0},
                                                {1, 9.25, 400, -0.3, 0.1, nothing, 0.002, 0.125, 0.05, 3}};
    QVERIFY(writeAlignLog(points, true, path).has_value());
    QVERIFY(looksLikeAlignLog(path));
    const auto read = readAlignLog(path);
    QVERIFY(read.has_value());
    QVERIFY(read->simulated);
    QCOMPARE(read->points.size(), std::size_t{2});
    const model::AlignPoint& first = read->points[0];
    QCOMPARE(first.iteration, 0);
    QCOMPARE(first.windows, std::int64_t{64});
    QVERIFY(std::isnan(first.reward) && std::isnan(first.rewardDeviation) && std::isnan(first.forwardError));
    QCOMPARE(first.heldOutReward, -0.25);
    const model::AlignPoint& second = read->points[1];
    QCOMPARE(second.iteration, 1);
    QCOMPARE(second.seconds, 9.25);
    QCOMPARE(second.reward, -0.3);
    QCOMPARE(second.rewardDeviation, 0.1);
    QVERIFY(std::isnan(second.heldOutReward));
    QCOMPARE(second.divergence, 0.002);
    QCOMPARE(second.clipped, 0.125);
    QCOMPARE(second.forwardError, 0.05);
    QCOMPARE(second.missing, 3);
}

void AlignLogTest::lineBeingWrittenIsLeftOut() {
    const QTemporaryDir folder;
    const auto read =
        readAlignLog(write(folder, std::string(kHeader) + "0,1,1,1,1,1,1,1,1,0,measured\n1,1,1,1,1,1,1,1,1,0,simul"));
    QVERIFY(read.has_value());
    QCOMPARE(read->points.size(), std::size_t{1});
    QVERIFY(!read->simulated);
}

void AlignLogTest::kindsOfLogsAreToldApart() {
    const QTemporaryDir folder;
    const std::filesystem::path path = folder.filePath("log.csv").toStdString();
    QVERIFY(training::writeTrainLog({}, false, path).has_value());
    QVERIFY(!looksLikeAlignLog(path));
    QCOMPARE(readAlignLog(path).error().message, std::string("The file is not the log of an alignment."));
    QVERIFY(writeAlignLog({}, false, path).has_value());
    QVERIFY(looksLikeAlignLog(path));
    QVERIFY(!training::looksLikeTrainLog(path));
    QCOMPARE(training::readTrainLog(path).error().message, std::string("The file is not a training log."));
}

void AlignLogTest::otherFilesAreRefused_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("place");
    const QByteArray header(kHeader);
    QTest::newRow("empty") << QByteArray() << "log.csv";
    QTest::newRow("header cut off") << header.chopped(1) << "log.csv";
    QTest::newRow("word") << header + "0,1,1,1,1,1,1,1,1,0,measured\n1,x,1,1,1,1,1,1,1,0,measured\n"
                          << "log.csv:3";
    QTest::newRow("short") << header + "0,1,1\n"
                           << "log.csv:2";
    QTest::newRow("long") << header + "0,1,1,1,1,1,1,1,1,0,1,measured\n"
                          << "log.csv:2";
    QTest::newRow("other source") << header + "0,1,1,1,1,1,1,1,1,0,guessed\n"
                                  << "log.csv:2";
    QTest::newRow("no iteration") << header + "nan,1,1,1,1,1,1,1,1,0,measured\n"
                                  << "log.csv:2";
    QTest::newRow("windows beyond counting") << header + "0,1,1e300,1,1,1,1,1,1,0,measured\n"
                                             << "log.csv:2";
    QTest::newRow("negative missing") << header + "0,1,1,1,1,1,1,1,1,-1,measured\n"
                                      << "log.csv:2";
}

void AlignLogTest::otherFilesAreRefused() {
    QFETCH(QByteArray, text);
    QFETCH(QString, place);
    const QTemporaryDir folder;
    const auto read = readAlignLog(write(folder, text.toStdString()));
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().code, ErrorCode::BadInput);
    QVERIFY2(QString::fromStdString(read.error().place).endsWith(place), read.error().place.c_str());
}

QTEST_GUILESS_MAIN(AlignLogTest)
#include "tst_alignlog.moc"
