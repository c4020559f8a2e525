// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "core/model/machine.h"
#include "model/description.h"
#include "model/scaling.h"

#include <nlohmann/json.hpp>

#include <QtTest>
#include <numeric>

using namespace mimesys;
using namespace mimesys::model;

class DescriptionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void comesBackFromJson();
    void contradictionsAreRefused_data();
    void contradictionsAreRefused();
    void laterVersionsAreRefused();
    void theFirstVersionHadLinearRanges();
    void unknownScalesAreRefused();
    void scaledValuesSpanTheRange();
    void rootsSpreadSmallValues();
    void projectedRowsAreValid();
    void projectionIsTheNearestPoint();
};

void DescriptionTest::comesBackFromJson() {
    Description description = toy::description(defaultNetwork(Architecture::UNet));
    description.ranges.back().scale = Scale::Root;
    description.notDriven = {{"memory.used", "it does not vary"}};
    description.seed = 0xffffffffffffffffULL;
    description.history = {{.step = 10,
                            .epoch = 0.5,
                            .seconds = 3.25,
                            .trainLoss = 0.75,
                            .validationLoss = std::numeric_limits<double>::quiet_NaN(),
                            .learningRate = 1e-3,
                            .gradientNorm = 2.0}};
    const auto back = descriptionFromJson(toJson(description).dump());
    QVERIFY2(back, back ? "" : back.error().text().c_str());
    QVERIFY(back->network == description.network);
    QVERIFY(back->metrics == description.metrics);
    QVERIFY(back->ranges == description.ranges);
    QVERIFY(back->measured == description.measured);
    QVERIFY(back->simulated());
    QVERIFY(back->notDriven == description.notDriven);
    QVERIFY(back->stressors == description.stressors);
    QVERIFY(back->sockets == description.sockets);
    QCOMPARE(nlohmann::json::parse(back->machine), nlohmann::json::parse(description.machine));
    QCOMPARE(back->seed, description.seed);
    QCOMPARE(back->history.size(), std::size_t{1});
    QVERIFY(std::isnan(back->history.front().validationLoss));
    QCOMPARE(back->history.front().seconds, 3.25);
}

void DescriptionTest::contradictionsAreRefused_data() {
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("value");
    QTest::newRow("no metric") << "/metrics"
                               << "[]";
    QTest::newRow("a range without width") << "/metrics/0/high"
                                           << "0";
    QTest::newRow("no stressor") << "/stressors"
                                 << "[]";
    QTest::newRow("a stressor twice") << "/stressors/1"
                                      << "\"hash-insert\"";
    QTest::newRow("other CPUs than cores") << "/sockets"
                                           << "[0,0,1]";
    QTest::newRow("a socket that is not there") << "/sockets/0"
                                                << "4";
    QTest::newRow("a negative socket") << "/sockets/0"
                                       << "-1";
    QTest::newRow("an odd width") << "/network/width"
                                  << "33";
    QTest::newRow("a width of nothing") << "/network/width"
                                        << "0";
    QTest::newRow("a huge width") << "/network/width"
                                  << "1000000";
    QTest::newRow("heads that do not divide it") << "/network/heads"
                                                 << "5";
    QTest::newRow("an unknown network") << "/network/architecture"
                                        << "\"oracle\"";
    QTest::newRow("an unknown output") << "/network/prediction"
                                       << "\"dice\"";
    QTest::newRow("a dropout of all") << "/network/dropout"
                                      << "1";
    QTest::newRow("no steps") << "/diffusion_steps"
                              << "0";
    QTest::newRow("no window") << "/window_seconds"
                               << "0";
    QTest::newRow("text for a number") << "/seed"
                                       << "\"x\"";
    QTest::newRow("another format") << "/format"
                                    << "\"mimesys-plan\"";
}

void DescriptionTest::contradictionsAreRefused() {
    QFETCH(QString, pointer);
    QFETCH(QString, value);
    nlohmann::json json = toJson(toy::description());
    json[nlohmann::json::json_pointer(pointer.toStdString())] = nlohmann::json::parse(value.toStdString());
    const auto description = descriptionFromJson(json.dump());
    QVERIFY(!description);
    QCOMPARE(description.error().code, ErrorCode::BadInput);
    QVERIFY(description.error().message.ends_with('.'));
}

void DescriptionTest::laterVersionsAreRefused() {
    nlohmann::json json = toJson(toy::description());
    json["version"] = 3;
    QVERIFY(descriptionFromJson(json.dump()).error().message.find("newer") != std::string::npos);
}

void DescriptionTest::theFirstVersionHadLinearRanges() {
    nlohmann::json json = toJson(toy::description());
    json["version"] = 1;
    for (nlohmann::json& metric : json["metrics"]) {
        metric.erase("scale");
    }
    const auto description = descriptionFromJson(json.dump());
    QVERIFY(description && description->ranges == toy::description().ranges);
}

void DescriptionTest::unknownScalesAreRefused() {
    nlohmann::json json = toJson(toy::description());
    json["metrics"][0]["scale"] = "cubic";
    QVERIFY(descriptionFromJson(json.dump()).error().message.find("\"cubic\"") != std::string::npos);
}

void DescriptionTest::scaledValuesSpanTheRange() {
    const Range range{10.0, 30.0};
    QCOMPARE(scaled(10.0F, range).value(), -1.0F);
    QCOMPARE(scaled(20.0F, range).value(), 0.0F);
    QCOMPARE(scaled(30.0F, range).value(), 1.0F);
    QCOMPARE(scaled(1e9F, range).value(), static_cast<float>(kMostScaled));
    QVERIFY(!scaled(std::numeric_limits<float>::quiet_NaN(), range));
    QVERIFY(!scaled(std::numeric_limits<float>::infinity(), range));
}

void DescriptionTest::rootsSpreadSmallValues() {
    const Range range{10.0, 110.0, Scale::Root};
    QCOMPARE(scaled(10.0F, range).value(), -1.0F);
    QCOMPARE(scaled(35.0F, range).value(), 0.0F);
    QCOMPARE(scaled(110.0F, range).value(), 1.0F);
    QCOMPARE(scaled(9.0F, range).value(), -1.2F);
    QCOMPARE(scaled(1e9F, range).value(), static_cast<float>(kMostScaled));
}

void DescriptionTest::projectedRowsAreValid() {
    Random random(3);
    for (int round = 0; round < 1000; ++round) {
        std::vector<float> row(1 + random.below(40));
        for (float& value : row) {
            value = static_cast<float>(3.0 * random.uniform() - 1.0);
        }
        projectRow(row);
        QVERIFY(std::accumulate(row.begin(), row.end(), 0.0) <= 1.0 + 1e-6);
        QVERIFY(std::ranges::all_of(row, [](float value) { return value >= 0.0F && value <= 1.0F; }));
    }
    std::vector<float> strange{std::numeric_limits<float>::quiet_NaN(), 0.5F, 0.004F};
    projectRow(strange);
    QCOMPARE(strange, (std::vector<float>{0.0F, 0.5F, 0.0F}));
}

void DescriptionTest::projectionIsTheNearestPoint() {
    // 0.9 and 0.7 exceed 1 by 0.6: 0.3 off each; the third is below what has to come off.
    std::vector<float> row{0.9F, 0.7F, 0.1F};
    projectRow(row);
    QVERIFY(std::abs(row[0] - 0.6F) < 1e-6F);
    QVERIFY(std::abs(row[1] - 0.4F) < 1e-6F);
    QCOMPARE(row[2], 0.0F);
}

QTEST_APPLESS_MAIN(DescriptionTest)
#include "tst_description.moc"
