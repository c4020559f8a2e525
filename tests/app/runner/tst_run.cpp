// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/atomicfile.h"
#include "base/hdf5.h"
#include "childprocess.h"
#include "plan/planfile.h"
#include "stressor/stressor.h"

#include <nlohmann/json.hpp>

#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <filesystem>
#include <fstream>

using namespace mimesys;
namespace fs = std::filesystem;
using nlohmann::json;

// The verbs run and stressors, as a script calls them.
class RunTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void reportSaysWhatWasPlannedAndAchieved();
    void textNamesEveryWindow();
    void recordingIsAlignedWithWindows();
    void refusals_data();
    void refusals();
    void interruptedRunStillWritesItsRecording();
    void killLeavesNeitherProcessNorFile();
    void stressorsAreListed();
    void planOfTheResearchSystemRunsUnchanged();
    void tableOfStressorsIsReadable();

private:
    [[nodiscard]] std::string in(const char* name) const { return (m_folder.path().toStdString() + "/") + name; }
    void putPlan(const char* name, std::size_t cpus, const char* stressor) const;
    QTemporaryDir m_folder;
};

void RunTest::putPlan(const char* name, std::size_t cpus, const char* stressor) const {
    plan::ExecutionPlan plan(4, cpus, {"memcpy-l1", stressor}, 0.1);
    for (std::size_t window = 0; window < 4; ++window) {
        for (std::size_t cpu = 0; cpu < cpus; ++cpu) {
            plan.row(window, cpu)[0] = 0.125F;
            plan.row(window, cpu)[1] = 0.25F;
        }
    }
    const auto written = plan::writePlan(plan, in(name));
    QVERIFY2(written.has_value(), written ? "" : written.error().message.c_str());
}

void RunTest::initTestCase() {
    putPlan("plan.h5", 1, "simd-distance");
    putPlan("wide.h5", 4000, "simd-distance");
    putPlan("unknown.h5", 1, "no-such-stressor");
    putPlan("disk.h5", 1, "disk-read-paced");
}

void RunTest::reportSaysWhatWasPlannedAndAchieved() {
    const Outcome run = runProgram(MIMESYS_CLI, {"run", in("plan.h5"), "--json", "--duration", "0.35"});
    QVERIFY2(run.code == 0, run.text.c_str());
    const json report = json::parse(run.text.substr(run.text.find('{')));
    QCOMPARE(report["windows"].get<int>(), 4);
    QCOMPARE(report["cpus"].get<int>(), 1);
    QVERIFY(report["elapsed_seconds"].get<double>() >= 0.35);
    QVERIFY(report["cpu_error_points"]["mean"].get<double>() <= report["cpu_error_points"]["max"].get<double>());
    const json& boundary = report["boundary_error_ms"];
    QVERIFY(boundary["p50"].get<double>() >= 0.0);
    QVERIFY(boundary["p50"].get<double>() <= boundary["p99"].get<double>());
    QVERIFY(boundary["p99"].get<double>() <= boundary["max"].get<double>());
    QCOMPARE(report["per_window"].size(), std::size_t{4});
    QCOMPARE(report["per_window"][0]["planned_cpu"][0].get<double>(), 0.375);
    // Half of the last window was left.
    QVERIFY(std::abs(report["per_window"][3]["planned_cpu"][0].get<double>() - 0.1875) < 1e-6);
}

void RunTest::textNamesEveryWindow() {
    const Outcome run = runProgram(MIMESYS_CLI, {"run", in("plan.h5")});
    QCOMPARE(run.code, 0);
    QVERIFY(run.text.find("row 0 plan %") != std::string::npos);
    // Once per window as planned; what was achieved may read the same.
    QVERIFY(QString::fromStdString(run.text).count("37.50") >= 4);
    QVERIFY(run.text.find("4 windows on 1 CPUs") != std::string::npos);
}

void RunTest::recordingIsAlignedWithWindows() {
    const Outcome run = runProgram(MIMESYS_CLI, {"run", in("plan.h5"), "--record", in("out.csv")});
    QVERIFY2(run.code == 0, run.text.c_str());
    const QStringList lines = QString::fromStdString(readFile(in("out.csv"), 1 << 20).value()).split('\n');
    const auto samples =
        std::ranges::count_if(lines, [](const QString& line) { return !line.isEmpty() && line[0].isDigit(); });
    // One sample per window; fewer only where this machine kept the recorder from running.
    QVERIFY2(samples >= 1 && samples <= 5, qPrintable(QString::number(samples)));
    for (const char* other : {"out.h5", "out.txt"}) {
        QCOMPARE(runProgram(MIMESYS_CLI, {"run", in("plan.h5"), "--record", in(other)}).code, 0);
        QVERIFY(fs::file_size(in(other)) > 0);
    }
}

void RunTest::refusals_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("word");
    QTest::newRow("no plan named") << QStringList{} << 2 << "plan";
    QTest::newRow("absent plan") << QStringList{"absent.h5"} << 3 << "absent.h5";
    QTest::newRow("more CPUs than there are") << QStringList{"wide.h5"} << 3 << "--cpus";
    QTest::newRow("unknown stressor") << QStringList{"unknown.h5"} << 3 << "no-such-stressor";
    QTest::newRow("wrong CPU list") << QStringList{"plan.h5", "--cpus", "x"} << 3 << "0-3,8";
    QTest::newRow("wrong recording") << QStringList{"plan.h5", "--record", "out.xyz"} << 3 << ".csv";
    QTest::newRow("folder that is not there")
        << QStringList{"plan.h5", "--record", "/no/such/out.csv"} << 3 << "/no/such";
    QTest::newRow("other executor") << QStringList{"plan.h5", "--executor", "ssh:host"} << 4 << "ssh:host";
    QTest::newRow("scratch folder that is not there")
        << QStringList{"disk.h5", "--scratch-dir", "/no/such"} << 4 << "/no/such";
    QTest::newRow("duration zero") << QStringList{"plan.h5", "--duration", "0"} << 2 << "--duration";
}

void RunTest::refusals() {
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    QFETCH(QString, word);
    std::vector<std::string> list{"run"};
    for (const QString& argument : arguments) {
        list.push_back(argument.toStdString());
    }
    const Outcome refused = runProgram(MIMESYS_CLI, list, {.root = {}, .folder = m_folder.path().toStdString()});
    QVERIFY2(refused.code == code, refused.text.c_str());
    QVERIFY2(refused.text.find(word.toStdString()) != std::string::npos, refused.text.c_str());
}

void RunTest::interruptedRunStillWritesItsRecording() {
    const std::string output = in("interrupted.csv");
    ChildProcess process(MIMESYS_CLI, {"run", in("plan.h5"), "--loop", "--record", output, "--period", "0.05"}, {});
    QTRY_VERIFY_WITH_TIMEOUT(hasWorkers(process.pid()), 30'000);
    QTest::qSleep(1000);  // for a sample or two
    process.signal(SIGINT);
    const int code = process.wait();
    QVERIFY2(code == 130, process.text().c_str());
    QVERIFY(fs::exists(output));
    QVERIFY(readFile(output, 1 << 20).value().find("\ntime,") != std::string::npos);
}

void RunTest::killLeavesNeitherProcessNorFile() {
    const fs::path folder = in("killed");
    QVERIFY(fs::create_directory(folder));
    ChildProcess process(MIMESYS_CLI, {"run", in("plan.h5"), "--loop", "--record", (folder / "out.h5").string()}, {});
    QTRY_VERIFY_WITH_TIMEOUT(hasWorkers(process.pid()), 30'000);
    process.signal(SIGKILL);
    QCOMPARE(process.wait(), 128 + SIGKILL);
    QTRY_VERIFY(!process.groupIsAlive());
    QCOMPARE(entriesIn(folder), 0);
}

void RunTest::stressorsAreListed() {
    const Outcome listed = runProgram(MIMESYS_CLI, {"stressors", "--json", "--scratch-dir", "/no/such"});
    QCOMPARE(listed.code, 0);
    const json stressors = json::parse(listed.text);
    QVERIFY(stressors.is_array());
    for (const json& stressor : stressors) {
        const bool disk = stressor["class"] == "disk";
        const std::string reason = stressor["reason"].get<std::string>();
        QCOMPARE(stressor["available"].get<bool>(), reason.empty());
        QCOMPARE(reason.find("/no/such") != std::string::npos, disk);
        QVERIFY(!stressor["name"].get<std::string>().empty());
        QVERIFY(!stressor["loads"].get<std::string>().empty());
    }
    QCOMPARE(stressors.size(), stressor::catalogue().size());
}

void RunTest::tableOfStressorsIsReadable() {
    const Outcome listed = runProgram(MIMESYS_CLI, {"stressors", "--scratch-dir", "/no/such"});
    QCOMPARE(listed.code, 0);
    const QStringList lines = QString::fromStdString(listed.text).split('\n');
    for (const QString& line : lines) {
        QVERIFY2(line.size() <= 150, qPrintable(line));
    }
    for (const stressor::Card& card : stressor::catalogue()) {
        const QString start = QString::fromStdString(std::string(card.name) + ' ');
        const auto isItsLine = [&start](const QString& line) {
            return line.startsWith(start);
        };
        QVERIFY2(std::ranges::count_if(lines, isItsLine) == 1, card.name.data());
    }
    // One empty line between two of the seven classes, and the last line's end.
    QCOMPARE(lines.count(QString()), 7);
}

// Its action list as it is published, and a plan as its server writes one: doubles without any attribute, the first
// window empty, every column used.
void RunTest::planOfTheResearchSystemRunsUnchanged() {
    const std::string list = R"(# action order of the plan's last axis
BM_HASHING_Computecrc32c_Fleet_cold
BM_LIBC_Memcpy_Fleet_L1
BM_LIBC_Memcpy_Fleet_L2
BM_LIBC_Memcmp_Fleet_LLC
BM_SIMD_SerialDistanceComputation/num_blocks:256/enable_avx512:false/flush_cache:false
BM_SWISSMAP_InsertMiss_Cold<::absl::flat_hash_set, 64>/set_size:262144/density:0
BM_SWISSMAP_InsertMiss_Cold<::absl::node_hash_set, 64>/set_size:32768/density:0
BM_SWISSMAP_InsertManyOrdered_Cold<::absl::flat_hash_set, 64>/set_size:1048576/density:1
BM_STRESS_NG_HddRead_1MB_NoSleep
BM_STRESS_NG_HddRead_1MB_WeightScaled_50ms
BM_STRESS_NG_HddRead_256KB_WeightScaled_500ms
BM_STRESS_NG_HddWriteNF_1MB_BurstScaled
BM_STRESS_NG_HddWriteNF_1MB_WeightScaled_50ms
BM_STRESS_NG_HddWriteNF_1MB_WeightScaled_25ms
BM_STRESS_NG_HddWriteNF_256KB_WeightScaled_500ms
BM_DIRECTMEMSET_32MB_NoSleep
BM_DIRECTMEMSET_32MB_WeightScaled_50ms
BM_DIRECTSTREAMSIMD_32MB_NoSleep
BM_DIRECTSTREAMSIMD_8MB_NoSleep
BM_HASHING_Extendcrc32c_Fleet_L3_16MB
)";
    constexpr std::size_t kStressors = 20;
    constexpr std::size_t kPlanWindows = 3;
    std::ofstream(in("mimesys_actions.txt")) << list;
    std::vector<double> fractions(kPlanWindows * kStressors, 0.0);
    std::fill(fractions.begin() + kStressors, fractions.end(), 0.03125);
    const auto written = hdf5::writeFile(in("upstream.h5"), [&](hdf5::File& file) {
        return file.write<double>("execution_plan", std::span<const double>(fractions), {kPlanWindows, 1, kStressors});
    });
    QVERIFY(written.has_value());
    // On the file system of the build: one in memory is refused.
    const QTemporaryDir scratch(QCoreApplication::applicationDirPath() + "/upstream-XXXXXX");
    const Outcome run = runProgram(MIMESYS_CLI, {"run", in("upstream.h5"), "--action-list", in("mimesys_actions.txt"),
                                                 "--scratch-dir", scratch.path().toStdString(), "--json"});
    QVERIFY2(run.code == 0, run.text.c_str());
    const json report = json::parse(run.text.substr(run.text.find('{')));
    QCOMPARE(report["windows"].get<int>(), 3);
    QCOMPARE(report["per_window"][0]["planned_cpu"][0].get<double>(), 0.0);
    const json& window = report["per_window"][1];
    QCOMPARE(window["planned_cpu"][0].get<double>() + window["planned_elapsed"][0].get<double>(), 0.625);
    QVERIFY(window["achieved_cpu"][0].get<double>() > 0.0);
    QVERIFY(window["achieved_elapsed"][0].get<double>() > 0.0);
}

QTEST_GUILESS_MAIN(RunTest)
#include "tst_run.moc"
