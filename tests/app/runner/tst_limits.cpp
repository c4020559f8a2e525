// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "childprocess.h"
#include "plan/planfile.h"

#include <nlohmann/json.hpp>

#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <fstream>
#include <thread>

using namespace mimesys;
namespace fs = std::filesystem;
using nlohmann::json;

// A run where the machine gives less than the plan asks for: fewer CPUs, a quota, a CPU that goes away in the middle, a
// process that is stopped.
class LimitsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void tasksetToOneCpuRefusesAPlanForMore();
    void fitFoldsOntoTheCpusThereAre();
    void quotaOfAControlGroupIsRespected();
    void budgetsAreRefusedWithASentence_data();
    void budgetsAreRefusedWithASentence();
    void stoppedAndContinuedRunEndsOnTime();
    void cpuTakenAwayMakesItsRowRest();

private:
    [[nodiscard]] std::string in(const char* name) const { return m_folder.path().toStdString() + "/" + name; }
    QTemporaryDir m_folder;
};

namespace {

constexpr std::size_t kWindows = 4;

// A control group of version 1 or 2 that is gone with this object; not there when this process may not make one.
class ControlGroup {
public:
    ControlGroup(const char* controller, const std::string& name) {
        const fs::path root = "/sys/fs/cgroup";
        const fs::path old = root / controller;
        m_old = fs::exists(old / "tasks");
        m_path = (m_old ? old : root) / name;
        std::error_code error;
        m_made = fs::create_directory(m_path, error);
    }
    ~ControlGroup() {
        std::error_code error;
        for (int tries = 0; m_made && tries < 100 && !fs::remove(m_path, error); ++tries) {
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
    }
    ControlGroup(const ControlGroup&) = delete;
    ControlGroup& operator=(const ControlGroup&) = delete;

    [[nodiscard]] bool old() const { return m_old; }
    [[nodiscard]] bool set(const char* file, const std::string& value) const {
        std::ofstream stream(m_path / file);
        stream << value << std::flush;
        return m_made && stream.good();
    }
    // A shell line that puts the shell into the group and becomes the program.
    [[nodiscard]] std::vector<std::string> entering(const std::vector<std::string>& command) const {
        std::string line = "echo $$ > " + (m_path / (m_old ? "tasks" : "cgroup.procs")).string() + " && exec";
        for (const std::string& word : command) {
            line += " '" + word + "'";
        }
        return {"-c", line};
    }

private:
    fs::path m_path;
    bool m_old = false;
    bool m_made = false;
};

std::vector<int> ownCpus() {
    cpu_set_t set;
    CPU_ZERO(&set);
    ::sched_getaffinity(0, sizeof set, &set);
    std::vector<int> cpus;
    for (int cpu = 0; cpu < CPU_SETSIZE; ++cpu) {
        if (CPU_ISSET(cpu, &set)) {
            cpus.push_back(cpu);
        }
    }
    return cpus;
}

json reportOf(const Outcome& run) {
    const std::size_t start = run.text.find('{');
    return start == std::string::npos ? json() : json::parse(run.text.substr(start));
}

}  // namespace

void LimitsTest::initTestCase() {
    for (const auto& [name, cpus, seconds] :
         {std::tuple("one.h5", std::size_t{1}, 0.5), std::tuple("two.h5", std::size_t{2}, 0.5)}) {
        plan::ExecutionPlan plan(kWindows, cpus, {"simd-distance-256", "memcpy-l1"}, seconds);
        for (std::size_t window = 0; window < kWindows; ++window) {
            for (std::size_t cpu = 0; cpu < cpus; ++cpu) {
                plan.row(window, cpu)[0] = cpu == 0 ? 0.25F : 0.75F;
            }
        }
        const auto written = plan::writePlan(plan, in(name));
        QVERIFY2(written.has_value(), written ? "" : written.error().message.c_str());
    }
}

void LimitsTest::tasksetToOneCpuRefusesAPlanForMore() {
    const std::string cpu = std::to_string(ownCpus().back());
    const Outcome refused = runProgram("/usr/bin/taskset", {"-c", cpu, MIMESYS_CLI, "run", in("two.h5")});
    QVERIFY2(refused.code == 3, refused.text.c_str());
    QVERIFY2(refused.text.find("2 CPUs") != std::string::npos && refused.text.find("--fit") != std::string::npos,
             refused.text.c_str());
    const Outcome ran = runProgram("/usr/bin/taskset", {"-c", cpu, MIMESYS_CLI, "run", in("one.h5"), "--json"});
    QVERIFY2(ran.code == 0, ran.text.c_str());
    QCOMPARE(reportOf(ran)["on_cpus"], json::array({ownCpus().back()}));
}

void LimitsTest::fitFoldsOntoTheCpusThereAre() {
    const std::string cpu = std::to_string(ownCpus().front());
    const Outcome ran =
        runProgram("/usr/bin/taskset", {"-c", cpu, MIMESYS_CLI, "run", in("two.h5"), "--fit", "--json"});
    QVERIFY2(ran.code == 0, ran.text.c_str());
    const json report = reportOf(ran);
    QCOMPARE(report["cpus"].get<int>(), 1);
    QCOMPARE(report["per_window"][0]["planned_cpu"][0].get<double>(), 0.5);
    QVERIFY(report["changes"][0].get<std::string>().find("folded onto 1") != std::string::npos);
}

void LimitsTest::quotaOfAControlGroupIsRespected() {
    const ControlGroup group("cpu", "mimesys-test-" + std::to_string(::getpid()));
    const bool limited = group.old()
                             ? group.set("cpu.cfs_period_us", "100000") && group.set("cpu.cfs_quota_us", "20000")
                             : group.set("cpu.max", "20000 100000");
    if (!limited) {
        QSKIP("This process may not make a control group with a CPU quota.");
    }
    const Outcome refused = runProgram("/bin/sh", group.entering({MIMESYS_CLI, "run", in("one.h5")}));
    QVERIFY2(refused.code == 3, refused.text.c_str());
    QVERIFY2(refused.text.find("0.20") != std::string::npos, refused.text.c_str());
    const Outcome ran = runProgram("/bin/sh", group.entering({MIMESYS_CLI, "run", in("one.h5"), "--fit", "--json"}));
    QVERIFY2(ran.code == 0, ran.text.c_str());
    QVERIFY(std::abs(reportOf(ran)["per_window"][0]["planned_cpu"][0].get<double>() - 0.2) < 1e-6);
}

void LimitsTest::budgetsAreRefusedWithASentence_data() {
    QTest::addColumn<QStringList>("options");
    QTest::newRow("memory") << QStringList{"--max-memory", "1"};
    QTest::newRow("no memory at all") << QStringList{"--max-memory", "0"};
    QTest::newRow("time") << QStringList{"--max-time", "1.5"};
    QTest::newRow("endless") << QStringList{"--max-time", "3600", "--loop"};
}

void LimitsTest::budgetsAreRefusedWithASentence() {
    QFETCH(QStringList, options);
    std::vector<std::string> arguments{"run", in("one.h5")};
    for (const QString& option : options) {
        arguments.push_back(option.toStdString());
    }
    const Outcome refused = runProgram(MIMESYS_CLI, arguments);
    QVERIFY2(refused.code == 4, refused.text.c_str());
    QVERIFY2(refused.text.find(options[0].toStdString()) != std::string::npos, refused.text.c_str());
}

void LimitsTest::stoppedAndContinuedRunEndsOnTime() {
    // 12 windows of 0.5 s, of which the process sleeps at least two whole ones.
    ChildProcess process(MIMESYS_CLI, {"run", in("one.h5"), "--loop", "--duration", "6", "--json"}, {});
    QTRY_VERIFY_WITH_TIMEOUT(hasWorkers(process.pid()), 30'000);
    QTest::qSleep(700);
    process.signal(SIGSTOP);
    QTest::qSleep(2000);
    process.signal(SIGCONT);
    const int code = process.wait();
    QVERIFY2(code == 0, process.text().c_str());
    const json report = reportOf({code, process.text()});
    QCOMPARE(report["windows"].get<int>(), 12);
    QVERIFY(report["elapsed_seconds"].get<double>() >= 6.0);
    QVERIFY(report["missed"].get<int>() >= 2);
    // What was missed is not made up for later: no window has more than its share.
    for (const json& window : report["per_window"]) {
        QVERIFY(window["achieved_cpu"][0].get<double>() <= 0.25 + 0.1);
    }
}

void LimitsTest::cpuTakenAwayMakesItsRowRest() {
    const std::vector<int> cpus = ownCpus();
    const ControlGroup group("cpuset", "mimesys-test-" + std::to_string(::getpid()));
    if (cpus.size() < 2 || !group.set("cpuset.cpus", std::to_string(cpus[0]) + "," + std::to_string(cpus[1])) ||
        !group.set("cpuset.mems", "0")) {
        QSKIP("This process may not make a control group with a set of two CPUs.");
    }
    const std::vector<std::string> command =
        group.entering({MIMESYS_CLI, "run", in("two.h5"), "--loop", "--duration", "5", "--json"});
    ChildProcess process("/bin/sh", command, {});
    QTRY_VERIFY_WITH_TIMEOUT(hasWorkers(process.pid()), 30'000);
    QTest::qSleep(1200);
    QVERIFY(group.set("cpuset.cpus", std::to_string(cpus[0])));
    QTest::qSleep(1700);
    QVERIFY(group.set("cpuset.cpus", std::to_string(cpus[0]) + "," + std::to_string(cpus[1])));
    const int code = process.wait();
    QVERIFY2(code == 0, process.text().c_str());
    const json report = reportOf({code, process.text()});
    QCOMPARE(report["windows"].get<int>(), 10);
    QVERIFY2(report["displaced"].get<int>() >= 2, process.text().c_str());
    // While its CPU is away the second row does nothing, and afterwards it works again.
    const auto& windows = report["per_window"];
    QVERIFY(std::ranges::any_of(windows, [](const json& window) { return window["achieved_cpu"][1] == 0.0; }));
    QVERIFY(windows.back()["achieved_cpu"][1].get<double>() > 0.0);
}

QTEST_GUILESS_MAIN(LimitsTest)
#include "tst_limits.moc"
