// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/random.h"
#include "core/dataset/builddataset.h"
#include "core/generation/windows.h"
#include "generation/generator.h"
#include "generation/source.h"

#include <nlohmann/json.hpp>

#include <QTemporaryDir>
#include <QtTest>
#include <cmath>
#include <fstream>

using namespace mimesys;
using generation::Generated;
using generation::Method;
using trace::kMissing;

class GeneratorTest : public QObject {
    Q_OBJECT

private slots:
    void methodsHaveNames();
    void searchTakesTheNearestSample();
    void searchBreaksTiesByTheCompositionBefore();
    void partFollowsOnWhatRanBefore_data();
    void partFollowsOnWhatRanBefore();
    void otherCpusBeforeAreRefused();
    void windowWithoutValuesRepeatsTheOneBefore();
    void interpolationWeighsByInverseDistance();
    void interpolationTakesAnExactMatch();
    void interpolationUsesTheHundredNearest();
    void singleStressorInvertsTheDoseResponse();
    void singleStressorPutsReadsWhereCoresSleep();
    void singleStressorNeedsItsSweep();
    void sameInputsGiveTheSameValidPlan_data();
    void sameInputsGiveTheSameValidPlan();
    void planSaysWhereItComesFrom();
    void planSaysWhenItRestsOnSimulation();
    void planNamesItsTrace();
    void stopIsNoError();
    void brokenDatasetIsBadInput();
};

namespace {

using Series = std::vector<std::pair<std::string, std::vector<float>>>;

Generated generated(const Series& target, const dataset::Dataset& data, Method method, std::uint64_t seed = 1) {
    auto result = generation::generate(windowsOf(target), data, method, seed, {}, {});
    if (!result) {
        qFatal("%s", result.error().text().c_str());
    }
    return std::move(**result);
}

std::vector<float> composition(const Generated& result, std::size_t window) {
    const auto entries = result.plan.composition(window);
    return {entries.begin(), entries.end()};
}

bool near(float a, float b) {
    return std::abs(a - b) < 1e-5F;
}

// One core: utilisation 0, 50 and 100 % by "spin".
dataset::Dataset oneCore() {
    return DatasetBuilder(1, {"spin", "read"}, {"cpu.utilization[0]"})
        .add({0, 0}, {0})
        .add({0.5F, 0}, {50})
        .add({1, 0}, {100})
        .dataset();
}

// Two cores with a sweep of hash-insert (70 % at half, saturating the disk at 40 MB/s at one CPU's worth of reads) and
// a random sample which must not disturb the calibration.
dataset::Dataset swept() {
    const std::vector<std::string> metrics{"cpu.utilization[0]", "cpu.utilization[1]", "disk.read", "disk.write"};
    return DatasetBuilder(2, {"hash-insert", "disk-read-paced", "other"}, metrics)
        .add({0, 0, 0, 0, 0, 0}, {0, 0, 0, 0}, {}, dataset::kSweep)
        .add({0.5F, 0, 0, 0, 0, 0}, {70, 0, 0, 1}, {}, dataset::kSweep)
        .add({1, 0, 0, 1, 0, 0}, {100, 100, 0, 2}, {}, dataset::kSweep)
        .add({0, 0.5F, 0, 0, 0, 0}, {0, 0, 20, 3}, {}, dataset::kSweep)
        .add({0, 0.5F, 0, 0, 0.5F, 0}, {0, 0, 40, 4}, {}, dataset::kSweep)
        .add({0, 1, 0, 0, 1, 0}, {0, 0, 40, 5}, {}, dataset::kSweep)
        .add({0.5F, 0, 0.5F, 0, 0, 1}, {100, 100, 10, 6})
        .dataset();
}

dataset::Dataset randomDataset(std::size_t samples) {
    Random random(21);
    const std::vector<std::string> metrics{"cpu.utilization[0]", "cpu.utilization[1]", "disk.read", "disk.write"};
    DatasetBuilder builder(2, {"hash-insert", "disk-read-paced"}, metrics);
    for (std::size_t i = 0; i < samples; ++i) {
        std::vector<float> entries(4);
        for (float& entry : entries) {
            entry = i % 3 == 0 && &entry != &entries[i % 4] ? 0.0F : static_cast<float>(random.uniform()) / 2.0F;
        }
        const float disk = 40.0F * (entries[1] + entries[3]);
        builder.add(entries, {100.0F * entries[0], 100.0F * entries[2], disk, static_cast<float>(random.uniform())});
    }
    builder.add({0.5F, 0, 0, 0}, {50, 0, 0, 0.5F}).add({0, 0.5F, 0, 0}, {0, 0, 20, 0.5F});
    return builder.add({0, 0, 0, 0}, {0, 0, 0, 0.5F}).dataset();
}

}  // namespace

void GeneratorTest::methodsHaveNames() {
    for (const Method method : generation::kMethods) {
        QCOMPARE(generation::methodFromName(generation::methodName(method)).value(), method);
    }
    const auto unknown = generation::methodFromName("diffusoin");
    QCOMPARE(unknown.error().code, ErrorCode::BadInput);
    QVERIFY(unknown.error().message.find("search, interpolation, single-stressor") != std::string::npos);
}

void GeneratorTest::searchTakesTheNearestSample() {
    const Generated result = generated({{"cpu.utilization[0]", {3, 70, 80, 400}}}, oneCore(), Method::Search);
    QCOMPARE(composition(result, 0), (std::vector<float>{0, 0}));
    QCOMPARE(composition(result, 1), (std::vector<float>{0.5F, 0}));
    QCOMPARE(composition(result, 2), (std::vector<float>{1, 0}));
    QCOMPARE(composition(result, 3), (std::vector<float>{1, 0}));
}

void GeneratorTest::searchBreaksTiesByTheCompositionBefore() {
    // Both samples of 50 % match; the second was measured after full load.
    const dataset::Dataset data = DatasetBuilder(1, {"spin", "other"}, {"cpu.utilization[0]"})
                                      .add({0, 0}, {0})
                                      .add({0.5F, 0}, {50}, {0, 0})
                                      .add({0, 0.5F}, {50.2F}, {1, 0})
                                      .add({1, 0}, {100})
                                      .dataset();
    const Generated result = generated({{"cpu.utilization[0]", {50, 100, 50}}}, data, Method::Search);
    QCOMPARE(composition(result, 0), (std::vector<float>{0.5F, 0}));
    QCOMPARE(composition(result, 1), (std::vector<float>{1, 0}));
    QCOMPARE(composition(result, 2), (std::vector<float>{0, 0.5F}));
}

void GeneratorTest::partFollowsOnWhatRanBefore_data() {
    QTest::addColumn<int>("method");
    for (const Method method : {Method::Search, Method::SingleStressor}) {
        QTest::newRow(generation::methodName(method).data()) << static_cast<int>(method);
    }
}

// Windows that follow on one of a plan are those that the whole plan has after it.
void GeneratorTest::partFollowsOnWhatRanBefore() {
    QFETCH(int, method);
    constexpr std::size_t kWindows = 12;
    const float missing = std::nanf("");
    Series target{{"cpu.utilization[0]", {}}, {"cpu.utilization[1]", {}}, {"disk.read", {}}, {"disk.write", {}}};
    for (std::size_t i = 0; i < kWindows; ++i) {
        // Where nothing is asked for, what ran before goes on.
        const bool silent = i % 4 == 3;
        target[0].second.push_back(silent ? missing : static_cast<float>(7 * i));
        target[1].second.push_back(silent ? missing : static_cast<float>(80 - 5 * i));
        target[2].second.push_back(silent ? missing : static_cast<float>(i));
        target[3].second.push_back(silent ? missing : static_cast<float>(i % 5));
    }
    const auto kind = static_cast<Method>(method);
    const dataset::Dataset data = kind == Method::Search ? randomDataset(200) : swept();
    const Generated whole = generated(target, data, kind);
    for (const std::size_t first : {3U, 4U, 7U}) {
        Series rest = target;
        for (auto& [metric, values] : rest) {
            values.erase(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(first));
        }
        const auto part = generation::generate(windowsOf(rest), data, kind, 1, {}, {},
                                               generation::predecessorOf(whole.plan, first - 1));
        QVERIFY(part && *part);
        for (std::size_t window = first; window < kWindows; ++window) {
            QCOMPARE(composition(**part, window - first), composition(whole, window));
        }
    }
}

void GeneratorTest::otherCpusBeforeAreRefused() {
    const generation::Predecessor before{{"spin"}, {0.5F, 0.5F}};
    const auto refused =
        generation::generate(windowsOf({{"cpu.utilization[0]", {50}}}), oneCore(), Method::Search, 1, {}, {}, before);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::BadInput);
    // What the data set does not know was not there.
    const generation::Predecessor unknown{{"other", "spin"}, {0.5F, 0.25F}};
    QCOMPARE(generation::fractionsOf(unknown, 1, {"spin", "read"}).value(), (std::vector<float>{0.25F, 0.0F}));
}

void GeneratorTest::windowWithoutValuesRepeatsTheOneBefore() {
    for (const Method method : {Method::Search, Method::Interpolation}) {
        const Generated result = generated({{"cpu.utilization[0]", {kMissing, 50, kMissing, 0}}}, oneCore(), method);
        QCOMPARE(composition(result, 0), (std::vector<float>{0, 0}));
        QCOMPARE(composition(result, 2), composition(result, 1));
        QVERIFY(composition(result, 3) != composition(result, 1));
    }
}

void GeneratorTest::interpolationWeighsByInverseDistance() {
    // 25 % lies 0.25, 0.25 and 0.75 of the range away: weights 4, 4 and 4/3.
    const Generated result = generated({{"cpu.utilization[0]", {25}}}, oneCore(), Method::Interpolation);
    const float expected = (4.0F * 0.5F + 4.0F / 3.0F) / (8.0F + 4.0F / 3.0F);
    QVERIFY(near(composition(result, 0)[0], expected));
    QVERIFY(result.report.steps.back().find("3 samples") != std::string::npos);
}

void GeneratorTest::interpolationTakesAnExactMatch() {
    const Generated result = generated({{"cpu.utilization[0]", {50}}}, oneCore(), Method::Interpolation);
    QVERIFY(near(composition(result, 0)[0], 0.5F));
}

void GeneratorTest::interpolationUsesTheHundredNearest() {
    DatasetBuilder builder(1, {"spin"}, {"cpu.utilization[0]"});
    for (int i = 0; i < 100; ++i) {
        builder.add({0.25F}, {20.0F + static_cast<float>(i) / 100.0F});
    }
    builder.add({0}, {0}).add({1}, {100});
    const Generated result = generated({{"cpu.utilization[0]", {20.5F}}}, builder.dataset(), Method::Interpolation);
    QVERIFY(near(composition(result, 0)[0], 0.25F));
    QVERIFY(result.report.steps.empty());
}

void GeneratorTest::singleStressorInvertsTheDoseResponse() {
    const Generated result =
        generated({{"cpu.utilization[0]", {35, 85, 0, kMissing}}, {"cpu.utilization[1]", {70, 100, 0, 70}}}, swept(),
                  Method::SingleStressor);
    QVERIFY(near(result.plan.at(0, 0, 0), 0.25F));
    QVERIFY(near(result.plan.at(0, 1, 0), 0.5F));
    QVERIFY(near(result.plan.at(1, 0, 0), 0.75F));
    QVERIFY(near(result.plan.at(1, 1, 0), 1.0F));
    QCOMPARE(result.plan.at(2, 0, 0), 0.0F);
    QCOMPARE(result.plan.at(3, 0, 0), 0.0F);  // holds what it had
    QVERIFY(near(result.plan.at(3, 1, 0), 0.5F));
}

void GeneratorTest::singleStressorPutsReadsWhereCoresSleep() {
    const Generated result = generated({{"cpu.utilization[0]", {100, 70, 100}},
                                        {"cpu.utilization[1]", {0, 70, 100}},
                                        {"disk.read", {20, 400, 40}},
                                        {"disk.write", {1, 1, 1}}},
                                       swept(), Method::SingleStressor);
    QCOMPARE(result.plan.at(0, 0, 1), 0.0F);
    QVERIFY(near(result.plan.at(0, 1, 1), 0.5F));
    QVERIFY(near(result.plan.at(1, 0, 1), 0.5F));  // 1.0 is where the disk is saturated, shared by two half-idle cores
    QVERIFY(near(result.plan.at(1, 1, 1), 0.5F));
    QCOMPARE(result.plan.at(2, 0, 1) + result.plan.at(2, 1, 1), 0.0F);
    QVERIFY(result.report.steps.back().find("not followed: disk.write") != std::string::npos);
}

void GeneratorTest::singleStressorNeedsItsSweep() {
    const auto result =
        generation::generate(windowsOf({{"cpu.utilization[0]", {50}}}), oneCore(), Method::SingleStressor, 1, {}, {});
    QCOMPARE(result.error().code, ErrorCode::BadInput);
    QVERIFY(result.error().message.find("hash-insert") != std::string::npos);
}

void GeneratorTest::sameInputsGiveTheSameValidPlan_data() {
    QTest::addColumn<int>("method");
    for (const Method method : generation::kMethods) {
        QTest::newRow(std::string(generation::methodName(method)).c_str()) << static_cast<int>(method);
    }
}

void GeneratorTest::sameInputsGiveTheSameValidPlan() {
    QFETCH(int, method);
    Random random(4);
    Series target{{"cpu.utilization[0]", {}}, {"cpu.utilization[1]", {}}, {"disk.read", {}}};
    for (int t = 0; t < 50; ++t) {
        for (auto& [id, values] : target) {
            values.push_back(random.below(10) == 0 ? kMissing : static_cast<float>(random.uniform() * 120.0));
        }
    }
    const dataset::Dataset data = randomDataset(150);
    const Generated first = generated(target, data, static_cast<Method>(method), 9);
    QVERIFY(plan::validate(first.plan).has_value());
    QCOMPARE(first.plan.windowCount(), std::size_t{50});
    QVERIFY(first.plan == generated(target, data, static_cast<Method>(method), 9).plan);
}

void GeneratorTest::planSaysWhereItComesFrom() {
    const Generated result = generated({{"cpu.utilization", {50}}}, oneCore(), Method::Search, 77);
    QCOMPARE(result.plan.seed, std::uint64_t{77});
    QCOMPARE(result.plan.generator, std::string("search"));
    QCOMPARE(result.plan.machine, oneCore().machine);
    QCOMPARE(result.plan.windowSeconds(), 1.0);
    const auto source = nlohmann::json::parse(result.plan.source);
    QCOMPARE(source.at("fit").size(), std::size_t{1});
    QCOMPARE(source.at("target_start_ns").get<std::int64_t>(), std::int64_t{1'000'000'000});
    QCOMPARE(source.at("dataset").at("samples").get<int>(), 3);
}

void GeneratorTest::planSaysWhenItRestsOnSimulation() {
    dataset::Dataset data = oneCore();
    QVERIFY(!generation::restsOnSimulation(generated({{"cpu.utilization", {50}}}, data, Method::Search).plan));
    data.provenance.back() = Provenance::Simulation;
    QVERIFY(generation::restsOnSimulation(generated({{"cpu.utilization", {50}}}, data, Method::Search).plan));
    // Plans of other programs say what they like.
    for (const char* source : {"", "[]", "{\"model\": 3}", "{\"model\": {\"simulated\": 1}}"}) {
        plan::ExecutionPlan plan;
        plan.source = source;
        QVERIFY2(!generation::restsOnSimulation(plan), source);
    }
    plan::ExecutionPlan plan;
    plan.source = R"({"model": {"simulated": true}})";
    QVERIFY(generation::restsOnSimulation(plan));
}

void GeneratorTest::planNamesItsTrace() {
    const QTemporaryDir folder;
    const std::filesystem::path path = std::filesystem::path(folder.path().toStdString()) / "trace.csv";
    std::ofstream(path) << "time,cpu\n";
    plan::ExecutionPlan first = generated({{"cpu.utilization[0]", {50}}}, oneCore(), Method::Search).plan;
    plan::ExecutionPlan second = first;
    QVERIFY(generation::nameTrace(first, path).has_value());
    const auto source = nlohmann::json::parse(first.source);
    QCOMPARE(source.at("trace").at("file").get<std::string>(), std::string("trace.csv"));
    QCOMPARE(source.at("trace").at("xxh3").get<std::string>().size(), std::size_t{32});
    QVERIFY(source.contains("fit"));
    std::ofstream(path) << "time,cpu\n1,2\n";
    QVERIFY(generation::nameTrace(second, path).has_value());
    QVERIFY(nlohmann::json::parse(second.source).at("trace").at("xxh3") != source.at("trace").at("xxh3"));
    QCOMPARE(generation::nameTrace(second, path / "absent").error().code, ErrorCode::BadInput);
}

void GeneratorTest::stopIsNoError() {
    std::stop_source source;
    source.request_stop();
    const auto result = generation::generate(windowsOf({{"cpu.utilization[0]", {50}}}), oneCore(), Method::Search, 1,
                                             source.get_token(), {});
    QVERIFY(result.has_value() && !result->has_value());
}

void GeneratorTest::brokenDatasetIsBadInput() {
    dataset::Dataset data = oneCore();
    data.compositions(0, 0) = 2.0F;
    const auto result =
        generation::generate(windowsOf({{"cpu.utilization[0]", {50}}}), data, Method::Search, 1, {}, {});
    QCOMPARE(result.error().code, ErrorCode::BadInput);
}

QTEST_GUILESS_MAIN(GeneratorTest)
#include "tst_generator.moc"
