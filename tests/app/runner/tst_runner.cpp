// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/atomicfile.h"
#include "base/clock.h"
#include "base/memory.h"
#include "childprocess.h"
#include "plan/planfile.h"
#include "release/workload.h"

#include <elf.h>
#include <nlohmann/json.hpp>

#include <QTemporaryDir>
#include <QtTest>
#include <cstring>
#include <filesystem>

using namespace mimesys;
namespace fs = std::filesystem;
using nlohmann::json;

// The exported file as its user meets it: a program that is copied somewhere and started.
class RunnerTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void runnerNeedsNoLoader();
    void exportMakesAProgram();
    void infoDescribesThePlan();
    void dryRunSaysWhatItWouldTake();
    void memoryIsHeldAsThePlanSays();
    void runsWithoutEnvironmentInAnEmptyFolder();
    void runsInAnEmptyRoot();
    void refusals_data();
    void refusals();
    void damagedWorkloadIsRefused();
    void runnerWithoutPayloadIsRefused();
    void recordsToCsv();
    void interruptEndsIt();
    void killLeavesNothing();

private:
    [[nodiscard]] fs::path in(const char* name) const { return fs::path(m_folder.path().toStdString()) / name; }
    QTemporaryDir m_folder;
    std::string m_workload;  // two CPU stressors and a disk stressor on one CPU, 4 × 0.1 s
};

namespace {

plan::ExecutionPlan somePlan(std::size_t cpus = 1) {
    plan::ExecutionPlan plan(4, cpus, {"simd-distance", "memcpy-l1", "disk-write-paced"}, 0.1);
    for (std::size_t window = 0; window < 4; ++window) {
        for (std::size_t cpu = 0; cpu < cpus; ++cpu) {
            plan.row(window, cpu)[0] = 0.25F;
            plan.row(window, cpu)[1] = 0.125F;
        }
    }
    plan.generator = "by hand";
    plan.source = R"({"trace":"none"})";
    return plan;
}

}  // namespace

void RunnerTest::initTestCase() {
    m_workload = in("workload").string();
    const auto written = release::writeWorkload(MIMESYS_RUNNER, {somePlan(), R"({"note":"for a test"})"}, m_workload);
    QVERIFY2(written.has_value(), written ? "" : written.error().message.c_str());
}

void RunnerTest::runnerNeedsNoLoader() {
    const std::string program = readFile(MIMESYS_RUNNER, 1 << 28).value();
    Elf64_Ehdr header{};
    QVERIFY(program.size() > sizeof header);
    std::memcpy(&header, program.data(), sizeof header);
    QVERIFY(header.e_phnum > 0);
    for (std::size_t i = 0; i < header.e_phnum; ++i) {
        Elf64_Phdr segment{};
        std::memcpy(&segment, program.data() + header.e_phoff + i * sizeof segment, sizeof segment);
        QVERIFY2(segment.p_type != PT_INTERP, "the runner asks for a dynamic loader");
    }
}

void RunnerTest::exportMakesAProgram() {
    const std::string plan = in("plan.h5").string();
    const std::string output = in("exported").string();
    QVERIFY(plan::writePlan(somePlan(), plan).has_value());
    const Outcome exported = runProgram(MIMESYS_CLI, {"export", plan, "-o", output, "--json"});
    QCOMPARE(exported.code, 0);
    const json result = json::parse(exported.text);
    QCOMPARE(result["bytes"].get<std::uintmax_t>(), fs::file_size(output));
    QCOMPARE(result["windows"].get<int>(), 4);
    const Outcome ran = runProgram(output, {"--json"});
    QVERIFY2(ran.code == 0, ran.text.c_str());
    const json report = json::parse(ran.text);
    QCOMPARE(report["windows"].get<int>(), 4);
    QCOMPARE(report["cpus"].get<int>(), 1);
    QVERIFY(report["elapsed_seconds"].get<double>() >= 0.4);
    const Outcome absent = runProgram(MIMESYS_CLI, {"export", plan, "-o", "/does/not/exist"});
    QVERIFY(absent.code != 0);
    QVERIFY(absent.text.find("/does/not/exist") != std::string::npos);
}

void RunnerTest::infoDescribesThePlan() {
    const Outcome info = runProgram(m_workload, {"--info", "--json"});
    QCOMPARE(info.code, 0);
    const json description = json::parse(info.text);
    QCOMPARE(description["windows"].get<int>(), 4);
    QCOMPARE(description["generator"].get<std::string>(), std::string("by hand"));
    QCOMPARE(description["metadata"]["note"].get<std::string>(), std::string("for a test"));
    QCOMPARE(description["stressors"], (json{{"simd-distance", 0.25}, {"memcpy-l1", 0.125}}));
    const Outcome text = runProgram(m_workload, {"--info"});
    QVERIFY(text.text.find("simd-distance") != std::string::npos);
    QVERIFY(text.text.find("disk-write-paced") == std::string::npos);
}

void RunnerTest::dryRunSaysWhatItWouldTake() {
    const Outcome dry = runProgram(m_workload, {"--dry-run", "--duration", "0.25", "--json"});
    QVERIFY2(dry.code == 0, dry.text.c_str());
    const json result = json::parse(dry.text);
    QCOMPARE(result["cpus"].size(), std::size_t{1});
    QCOMPARE(result["seconds"].get<double>(), 0.25);
    QCOMPARE(result["scratch_bytes"].get<int>(), 0);
    QVERIFY(result["memory_bytes"].get<int>() > 0);
}

void RunnerTest::memoryIsHeldAsThePlanSays() {
    // More than is in use by so much that what other programs do meanwhile does not matter.
    constexpr double kMore = 4.0 * 1024.0 * 1024.0 * 1024.0;
    const MemoryState memory = memoryState();
    plan::ExecutionPlan plan = somePlan();
    plan.memoryUsed.assign(4,
                           static_cast<float>(static_cast<double>(memory.totalBytes - memory.availableBytes) + kMore));
    const std::string workload = in("holding").string();
    const std::string file = in("holding.h5").string();
    QVERIFY(release::writeWorkload(MIMESYS_RUNNER, {plan, "{}"}, workload).has_value());
    QVERIFY(plan::writePlan(plan, file).has_value());
    for (const auto& [program, first] : {std::pair{workload, std::vector<std::string>{}},
                                         std::pair{std::string(MIMESYS_CLI), std::vector<std::string>{"run", file}}}) {
        const auto reportWith = [&](std::vector<std::string> options) {
            options.insert(options.begin(), first.begin(), first.end());
            options.emplace_back("--json");
            const Outcome ran = runProgram(program, options);
            const std::size_t start = ran.text.find('{');
            return ran.code == 0 && start != std::string::npos ? json::parse(ran.text.substr(start)) : json();
        };
        const json bounded = reportWith({"--max-memory", "48mb"});
        QVERIFY2(bounded.contains("memory"), bounded.dump().c_str());
        QVERIFY2(bounded["memory"]["most_held_bytes"] == 44 << 20, bounded.dump().c_str());  // the stressors have some
        QCOMPARE(bounded["memory"]["windows_short"].get<int>(), 4);
        const json without = reportWith({"--leave-memory"});
        QVERIFY2(without.contains("memory") && without["memory"].is_null(), without.dump().c_str());
    }
    const Outcome info = runProgram(workload, {"--info"});
    QVERIFY2(info.text.find("memory in use: ") != std::string::npos, info.text.c_str());
    const json dry = json::parse(runProgram(workload, {"--dry-run", "--json", "--max-memory", "48mb"}).text);
    QVERIFY(dry["held_memory_bytes"].get<std::int64_t>() > 40 << 20);
    QVERIFY(dry["held_memory_bytes"].get<std::int64_t>() <= 48 << 20);
}

void RunnerTest::runsWithoutEnvironmentInAnEmptyFolder() {
    const fs::path folder = in("empty");
    QVERIFY(fs::create_directory(folder));
    const Outcome ran = runProgram(m_workload, {}, {.root = {}, .folder = folder});
    QVERIFY2(ran.code == 0, ran.text.c_str());
    QVERIFY(ran.text.find("4 windows on 1 CPUs") != std::string::npos);
    QCOMPARE(entriesIn(folder), 0);
}

void RunnerTest::runsInAnEmptyRoot() {
    const fs::path root = in("root");
    QVERIFY(fs::create_directory(root));
    fs::copy_file(m_workload, root / "workload");
    const ChildProcess::Place place{.root = root, .folder = {}};
    const Outcome ran = runProgram("/workload", {"--loop", "--duration", "0.5"}, place);
    QVERIFY2(ran.code == 0, ran.text.c_str());
    QVERIFY(ran.text.find("5 windows on 1 CPUs") != std::string::npos);
    QCOMPARE(runProgram("/workload", {"--info"}, place).code, 0);
    QCOMPARE(runProgram("/workload", {"--dry-run"}, place).code, 0);
    // Without /proc there is nothing to record from.
    const Outcome recorded = runProgram("/workload", {"--record", "/out.csv"}, place);
    QCOMPARE(recorded.code, 4);
    QVERIFY(recorded.text.find("/proc") != std::string::npos);
    QCOMPARE(entriesIn(root), 1);
}

void RunnerTest::refusals_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("word");
    QTest::newRow("unknown option") << QStringList{"--nonsense"} << 2 << "--nonsense";
    QTest::newRow("no such CPU") << QStringList{"--cpus", "65000"} << 3 << "65000";
    QTest::newRow("no CPU list") << QStringList{"--cpus", "a-b"} << 3 << "a-b";
    QTest::newRow("too many CPUs named") << QStringList{"--cpus", "0,0"} << 3 << "--cpus";
    QTest::newRow("negative duration") << QStringList{"--duration", "-1"} << 2 << "--duration";
    QTest::newRow("record to another format") << QStringList{"--record", "x.h5"} << 3 << ".csv";
    QTest::newRow("record to nowhere") << QStringList{"--record", "/does/not/exist.csv"} << 3 << "/does/not/exist.csv";
}

void RunnerTest::refusals() {
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    QFETCH(QString, word);
    std::vector<std::string> list;
    for (const QString& argument : arguments) {
        list.push_back(argument.toStdString());
    }
    const Outcome refused = runProgram(m_workload, list);
    QCOMPARE(refused.code, code);
    QVERIFY2(refused.text.find(word.toStdString()) != std::string::npos, refused.text.c_str());
}

void RunnerTest::damagedWorkloadIsRefused() {
    std::string content = readFile(m_workload, 1 << 28).value();
    content[content.size() - 60] ^= 1;  // in the payload
    const std::string damaged = in("damaged").string();
    auto file = AtomicFile::create(damaged);
    QVERIFY(file && file->write(content) && file->commit(AtomicFile::Mode::Executable));
    for (const char* option : {"--info", "--dry-run", "--json"}) {
        const Outcome refused = runProgram(damaged, {option});
        QCOMPARE(refused.code, 3);
        QVERIFY2(refused.text.find("damaged") != std::string::npos, refused.text.c_str());
    }
}

void RunnerTest::runnerWithoutPayloadIsRefused() {
    const Outcome refused = runProgram(MIMESYS_RUNNER, {});
    QCOMPARE(refused.code, 3);
    QVERIFY(refused.text.find("carries no workload") != std::string::npos);
    QCOMPARE(runProgram(MIMESYS_RUNNER, {"--help"}).code, 0);
}

void RunnerTest::recordsToCsv() {
    const std::string output = in("recorded.csv").string();
    const Outcome ran = runProgram(m_workload, {"--record", output});
    QVERIFY2(ran.code == 0, ran.text.c_str());
    const std::string csv = readFile(output, 1 << 20).value();
    QVERIFY(csv.find("\ntime,") != std::string::npos);
    QVERIFY(csv.find("cpu.utilization[") != std::string::npos);
}

void RunnerTest::interruptEndsIt() {
    ChildProcess process(m_workload, {"--loop", "--json"}, {});
    QTRY_VERIFY_WITH_TIMEOUT(hasWorkers(process.pid()), 30'000);
    process.signal(SIGINT);
    const int code = process.wait();
    QVERIFY2(code == 130, process.text().c_str());
    QVERIFY(json::parse(process.text())["cancelled"].get<bool>());
}

void RunnerTest::killLeavesNothing() {
    plan::ExecutionPlan plan = somePlan();
    for (std::size_t window = 0; window < 4; ++window) {
        plan.row(window, 0)[2] = 0.25F;
    }
    const std::string workload = in("disk").string();
    QVERIFY(release::writeWorkload(MIMESYS_RUNNER, {plan, "{}"}, workload).has_value());
    // On the file system of the build: one in memory is refused.
    const QTemporaryDir scratch(QCoreApplication::applicationDirPath() + "/scratch-XXXXXX");
    const fs::path folder = scratch.path().toStdString();
    ChildProcess process(workload, {"--loop", "--scratch-dir", folder.string()}, {});
    // Scratch file and worker thread are there while it runs.
    const fs::path descriptors = fs::path("/proc") / std::to_string(process.pid()) / "fd";
    const auto holdsScratch = [&] {
        std::error_code gone;
        for (const fs::directory_entry& entry : fs::directory_iterator(descriptors, gone)) {
            if (fs::read_symlink(entry.path(), gone).string().starts_with(folder.string())) {
                return true;
            }
        }
        return false;
    };
    QTRY_VERIFY_WITH_TIMEOUT(holdsScratch(), 30'000);
    process.signal(SIGKILL);
    QCOMPARE(process.wait(), 128 + SIGKILL);
    QTRY_VERIFY(!process.groupIsAlive());
    QCOMPARE(entriesIn(folder), 0);
}

QTEST_GUILESS_MAIN(RunnerTest)
#include "tst_runner.moc"
