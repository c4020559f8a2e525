// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/random.h"
#include "curation/edittext.h"
#include "curation/locks.h"
#include "curation/planedit.h"

#include <nlohmann/json.hpp>

#include <QtTest>
#include <cmath>

using namespace mimesys;
using curation::Area;
using curation::PlanEdit;
using plan::ExecutionPlan;

// What edits do to a plan (curation/planedit.h).
class PlanEditTest : public QObject {
    Q_OBJECT

private slots:
    void rowAfterAnEdit_data();
    void rowAfterAnEdit();
    void onlyTheAreaChanges();
    void newStressorGetsAColumn();
    void lastLockOfACellCounts();
    void locksThatAreCoveredAreForgotten();
    void locksTravelWithThePlan();
    void everyEditIsTold();
    void anyEditsLeaveAValidPlanAndWhatIsLocked();
    void nonsenseIsRefused_data();
    void nonsenseIsRefused();
    void foreignLocksAreRefused();
};

namespace {

// Rows of three stressors, all alike.
ExecutionPlan planOf(const std::vector<float>& row, std::size_t windows = 4, std::size_t cpus = 2) {
    ExecutionPlan plan(windows, cpus, {"memset", "memcpy-l1", "hash-insert"});
    for (std::size_t window = 0; window < windows; ++window) {
        for (std::size_t cpu = 0; cpu < cpus; ++cpu) {
            std::ranges::copy(row, plan.row(window, cpu).begin());
        }
    }
    return plan;
}

ExecutionPlan edited(const std::vector<std::string>& texts, const ExecutionPlan& plan) {
    std::vector<PlanEdit> edits;
    for (const std::string& text : texts) {
        edits.push_back(curation::planEditFromText(text).value());
    }
    const auto result = curation::apply(edits, plan);
    if (!result) {
        qFatal("%s", result.error().message.c_str());
    }
    return *result;
}

bool isNear(std::span<const float> row, const QList<double>& expected) {
    bool near = row.size() == static_cast<std::size_t>(expected.size());
    for (std::size_t m = 0; near && m < row.size(); ++m) {
        near = std::abs(static_cast<double>(row[m]) - expected[static_cast<int>(m)]) < 1e-6;
    }
    return near;
}

}  // namespace

void PlanEditTest::rowAfterAnEdit_data() {
    QTest::addColumn<QStringList>("edits");
    QTest::addColumn<QList<double>>("row");
    using Edits = QStringList;
    using Row = QList<double>;
    // Before: 0.4, 0.2 and 0.2.
    QTest::newRow("scaled down") << Edits{"scale memset 0.5"} << Row{0.2, 0.2, 0.2};
    QTest::newRow("scaled up where there is room") << Edits{"scale memset 1.5"} << Row{0.6, 0.2, 0.2};
    QTest::newRow("scaled up: the others give way in proportion") << Edits{"scale memset 2"} << Row{0.8, 0.1, 0.1};
    QTest::newRow("scaled up beyond 1") << Edits{"scale memset 5"} << Row{1, 0, 0};
    QTest::newRow("everything scaled up") << Edits{"scale all 2"} << Row{0.5, 0.25, 0.25};
    QTest::newRow("painted") << Edits{"paint memset 0.1"} << Row{0.1, 0.2, 0.2};
    QTest::newRow("painted: the others give way") << Edits{"paint memset 0.9"} << Row{0.9, 0.05, 0.05};
    QTest::newRow("locked ones do not give way")
        << Edits{"lock memcpy-l1", "paint memset 0.75"} << Row{0.75, 0.2, 0.05};
    QTest::newRow("clipped by locked ones")
        << Edits{"lock memcpy-l1", "lock hash-insert", "paint memset 0.9"} << Row{0.6, 0.2, 0.2};
    QTest::newRow("all but locked ones scaled") << Edits{"lock memset", "scale all 0.5"} << Row{0.4, 0.1, 0.1};
    QTest::newRow("all but locked ones share what is left")
        << Edits{"lock memset", "scale all 9"} << Row{0.4, 0.3, 0.3};
    QTest::newRow("replaced") << Edits{"replace memset memcpy-l1"} << Row{0, 0.6, 0.2};
    QTest::newRow("unlocked again") << Edits{"lock memset", "unlock memset", "scale memset 0"} << Row{0, 0.2, 0.2};
}

void PlanEditTest::rowAfterAnEdit() {
    QFETCH(QStringList, edits);
    QFETCH(QList<double>, row);
    std::vector<std::string> texts;
    for (const QString& edit : edits) {
        texts.push_back(edit.toStdString());
    }
    const ExecutionPlan result = edited(texts, planOf({0.4F, 0.2F, 0.2F}));
    for (std::size_t window = 0; window < result.windowCount(); ++window) {
        for (std::size_t cpu = 0; cpu < result.cpuCount(); ++cpu) {
            QVERIFY(isNear(result.row(window, cpu), row));
        }
    }
    QVERIFY(plan::validate(result).has_value());
}

void PlanEditTest::onlyTheAreaChanges() {
    const ExecutionPlan before = planOf({0.4F, 0.2F, 0.2F}, 6, 3);
    const ExecutionPlan after = edited({"paint memset 0 windows 2-3 cpus 1"}, before);
    for (std::size_t window = 0; window < 6; ++window) {
        for (std::size_t cpu = 0; cpu < 3; ++cpu) {
            const bool inside = (window == 2 || window == 3) && cpu == 1;
            QCOMPARE(after.at(window, cpu, 0), inside ? 0.0F : 0.4F);
            QCOMPARE(after.at(window, cpu, 1), 0.2F);
        }
    }
    QCOMPARE(before.at(2, 1, 0), 0.4F);
}

void PlanEditTest::newStressorGetsAColumn() {
    ExecutionPlan before = planOf({0.4F, 0.2F, 0.2F});
    before.memoryUsed = {1, 2, 3, 4};
    before.seed = 9;
    before.generator = "search";
    before.machine = "{}";
    const ExecutionPlan after = edited({"replace memset zstd-decompress windows 1"}, before);
    QCOMPARE(after.stressors(), (std::vector<std::string>{"memset", "memcpy-l1", "hash-insert", "zstd-decompress"}));
    QVERIFY(isNear(after.row(1, 0), {0, 0.2, 0.2, 0.4}));
    QVERIFY(isNear(after.row(0, 1), {0.4, 0.2, 0.2, 0}));
    QCOMPARE(after.memoryUsed, before.memoryUsed);
    QCOMPARE(after.seed, before.seed);
    QCOMPARE(after.generator, before.generator);
    QCOMPARE(after.machine, before.machine);
}

void PlanEditTest::lastLockOfACellCounts() {
    const ExecutionPlan plan = edited({"lock all windows 1-2", "unlock memset windows 2", "lock hash-insert cpus 1"},
                                      planOf({0.4F, 0.2F, 0.2F}));
    curation::LockMask mask(curation::locksOf(plan).value(), plan);
    QCOMPARE(mask.row(0, 0), (std::vector<bool>{false, false, false}));
    QCOMPARE(mask.row(1, 0), (std::vector<bool>{true, true, true}));
    QCOMPARE(mask.row(2, 0), (std::vector<bool>{false, true, true}));
    QCOMPARE(mask.row(3, 1), (std::vector<bool>{false, false, true}));
}

void PlanEditTest::locksThatAreCoveredAreForgotten() {
    const ExecutionPlan plan =
        edited({"lock memset windows 1", "lock memset", "lock hash-insert cpus 1", "unlock hash-insert cpus 1"},
               planOf({0.4F, 0.2F, 0.2F}));
    const std::vector<curation::Lock> left{{"memset", {}, true}, {"hash-insert", {{}, {1, 2}}, false}};
    QCOMPARE(curation::locksOf(plan).value(), left);
    QVERIFY(curation::locksOf(edited({"unlock all"}, plan)).value().empty());
}

void PlanEditTest::locksTravelWithThePlan() {
    ExecutionPlan before = planOf({0.4F, 0.2F, 0.2F});
    before.source = R"({"method": "search", "dataset": {"simulated": true}})";
    const ExecutionPlan after = edited({"lock memset cpus 0", "scale all 0"}, before);
    const auto source = nlohmann::json::parse(after.source);
    QCOMPARE(source["method"].get<std::string>(), std::string("search"));
    QCOMPARE(source["dataset"]["simulated"].get<bool>(), true);
    QVERIFY(isNear(after.row(0, 0), {0.4, 0, 0}));
    QVERIFY(isNear(after.row(0, 1), {0, 0, 0}));
}

void PlanEditTest::everyEditIsTold() {
    const ExecutionPlan plan = edited({"lock memset", "scale memcpy-l1 0.5 windows 1-2 cpus 0",
                                       "replace memcpy-l1 hash-insert windows 3", "paint hash-insert 0.25"},
                                      planOf({0.4F, 0.2F, 0.2F}));
    QCOMPARE(curation::editsOf(plan),
             (std::vector<std::string>{"memset locked", "memcpy-l1 scaled by 0.5 in windows 1 to 2 on CPU 0",
                                       "memcpy-l1 replaced by hash-insert in window 3", "hash-insert set to 0.25"}));
}

void PlanEditTest::anyEditsLeaveAValidPlanAndWhatIsLocked() {
    Random random(12);
    ExecutionPlan plan = planOf({0, 0, 0}, 10, 4);
    for (std::size_t window = 0; window < 10; ++window) {
        for (std::size_t cpu = 0; cpu < 4; ++cpu) {
            for (float& fraction : plan.row(window, cpu)) {
                fraction = static_cast<float>(random.below(1000)) / 3000.0F;
            }
        }
    }
    plan = edited({"lock memset windows 2-5", "lock hash-insert cpus 1-2"}, plan);
    const std::vector<curation::Lock> locks = curation::locksOf(plan).value();
    for (int round = 0; round < 300; ++round) {
        const std::string stressor = plan.stressors()[random.below(3)];
        const std::size_t window = random.below(10);
        const std::size_t cpu = random.below(4);
        const Area area{{window, window + 1 + random.below(5)}, {cpu, cpu + 1 + random.below(3)}};
        const double amount = static_cast<double>(random.below(1000)) / 999.0;
        const std::vector<PlanEdit> kinds{
            curation::ScaleStressor{random.below(2) == 0 ? stressor : "all", 4 * amount, area},
            curation::Paint{stressor, amount, area},
            curation::ReplaceStressor{stressor, plan.stressors()[random.below(3)], area}};
        const auto after = curation::apply(kinds[random.below(3)], plan);
        if (!after) {
            continue;  // all locked, or replaced by itself
        }
        QVERIFY(plan::validate(*after).has_value());
        curation::LockMask mask(locks, plan);
        for (std::size_t t = 0; t < 10; ++t) {
            for (std::size_t k = 0; k < 4; ++k) {
                const bool inside = area.windows.contains(t) && area.cpus.contains(k);
                const std::vector<bool> locked = mask.row(t, k);
                double sum = 0.0;
                for (std::size_t m = 0; m < 3; ++m) {
                    QVERIFY((inside && !locked[m]) || after->at(t, k, m) == plan.at(t, k, m));
                    sum += static_cast<double>(after->at(t, k, m));
                }
                QVERIFY(sum <= 1.0 + 1e-6);
            }
        }
        plan = *after;
    }
    QVERIFY(curation::editsOf(plan).size() > 200);
}

void PlanEditTest::nonsenseIsRefused_data() {
    QTest::addColumn<QString>("edit");
    QTest::addColumn<QString>("says");
    QTest::newRow("stressor that is not there") << "scale sleepwalk 2"
                                                << "sleepwalk";
    QTest::newRow("stressor that nobody knows") << "paint sleepwalk 0.5"
                                                << "mimesys stressors";
    QTest::newRow("replaced by one that nobody knows") << "replace memset sleepwalk"
                                                       << "sleepwalk";
    QTest::newRow("replaced by itself") << "replace memset memset"
                                        << "itself";
    QTest::newRow("windows outside") << "scale memset 2 windows 4-9"
                                     << "windows 0 to 3";
    QTest::newRow("CPUs outside") << "lock memset cpus 2"
                                  << "CPUs 0 to 1";
    QTest::newRow("all locked") << "paint memcpy-l1 0.5 windows 1"
                                << "locked";
}

void PlanEditTest::nonsenseIsRefused() {
    QFETCH(QString, edit);
    QFETCH(QString, says);
    const ExecutionPlan plan = edited({"lock memcpy-l1"}, planOf({0.4F, 0.2F, 0.2F}));
    const auto result = curation::apply(curation::planEditFromText(edit.toStdString()).value(), plan);
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().code, ErrorCode::BadInput);
    QVERIFY2(QString::fromStdString(result.error().message).contains(says), result.error().message.c_str());
    QVERIFY(!curation::apply(curation::Paint{"memset", 1.1, {}}, plan).has_value());
    QVERIFY(!curation::apply(curation::ScaleStressor{"memset", std::nan(""), {}}, plan).has_value());
}

void PlanEditTest::foreignLocksAreRefused() {
    ExecutionPlan plan = planOf({0.4F, 0.2F, 0.2F});
    for (const char* source : {R"({"curation": {"locks": 5}})", R"({"curation": {"locks": [{"edit": "paint"}]}})"}) {
        plan.source = source;
        const auto result = curation::apply(curation::Paint{"memset", 0.1, {}}, plan);
        QVERIFY(!result.has_value());
        QCOMPARE(result.error().code, ErrorCode::BadInput);
    }
    plan.source = "no JSON";
    QVERIFY(curation::apply(curation::Paint{"memset", 0.1, {}}, plan).has_value());
}

QTEST_GUILESS_MAIN(PlanEditTest)
#include "tst_planedit.moc"
