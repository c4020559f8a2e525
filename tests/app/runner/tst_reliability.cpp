// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/hdf5.h"
#include "base/random.h"
#include "childprocess.h"
#include "plan/planfile.h"

#include <hdf5.h>

#include <QTemporaryDir>
#include <QtTest>
#include <fstream>
#include <limits>

using namespace mimesys;
namespace fs = std::filesystem;

// Runs that are killed, starved of disk and memory, or given plans that are none.
class ReliabilityTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void killsAtRandomMomentsLeaveNothing();
    void readOnlyScratchIsRefused();
    void tooSmallScratchDiskIsRefused();
    void diskThatFillsUpMeanwhileStopsNothing();
    void tooSmallFilesAreRefused();
    void tooLittleMemoryIsAnErrorNotACrash_data();
    void tooLittleMemoryIsAnErrorNotACrash();
    void badPlansAreRefusedInOneSentence_data();
    void badPlansAreRefusedInOneSentence();

private:
    [[nodiscard]] std::string in(const std::string& name) const { return m_folder.path().toStdString() + "/" + name; }
    // On the file system of the build: one in memory is refused.
    QTemporaryDir m_folder{QCoreApplication::applicationDirPath() + "/reliability-XXXXXX"};
};

namespace {

plan::ExecutionPlan somePlan(std::vector<std::string> stressors, std::size_t windows = 4, double seconds = 0.1) {
    plan::ExecutionPlan plan(windows, 1, std::move(stressors), seconds);
    for (std::size_t window = 0; window < windows; ++window) {
        for (float& fraction : plan.row(window, 0)) {
            fraction = 0.75F / static_cast<float>(plan.stressorCount());
        }
    }
    return plan;
}

// A file of the research system: just the fractions.
void putUpstream(const std::string& path, const std::vector<float>& values, const hdf5::Shape& shape) {
    const auto written = hdf5::writeFile(
        path, [&](hdf5::File& file) { return file.write<float>("execution_plan", std::span(values), shape); });
    QVERIFY2(written.has_value(), written ? "" : written.error().message.c_str());
}

// Claims sizes without holding anything.
void putAbsurd(const std::string& path) {
    const hid_t file = H5Fcreate(path.c_str(), H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT);
    const hsize_t sizes[] = {hsize_t{1} << 40, 4096, 3};
    const hsize_t chunk[] = {1, 64, 3};
    const hid_t space = H5Screate_simple(3, sizes, nullptr);
    const hid_t properties = H5Pcreate(H5P_DATASET_CREATE);
    H5Pset_chunk(properties, 3, chunk);
    const hid_t dataset =
        H5Dcreate2(file, "execution_plan", H5T_IEEE_F32LE, space, H5P_DEFAULT, properties, H5P_DEFAULT);
    QVERIFY(dataset >= 0);
    H5Dclose(dataset);
    H5Pclose(properties);
    H5Sclose(space);
    H5Fclose(file);
}

// An ext4 file system of its own in an image file, mounted while this object lives; not there when this process may
// not mount.
class SmallDisk {
public:
    SmallDisk(const std::string& folder, int mebibytes) : m_image(folder + "/image"), m_place(folder + "/disk") {
        fs::create_directory(m_place);
        std::ofstream(m_image).close();
        fs::resize_file(m_image, static_cast<std::uintmax_t>(mebibytes) << 20);
        // Without a journal, so that what is small is free.
        m_mounted = shell("mkfs.ext4 -q -O ^has_journal '" + m_image + "'") &&
                    shell("mount -o loop '" + m_image + "' '" + m_place + "'");
    }
    ~SmallDisk() {
        if (m_mounted) {
            shell("umount -l '" + m_place + "'");
        }
        fs::remove(m_image);
        fs::remove(m_place);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

    [[nodiscard]] bool mounted() const { return m_mounted; }
    [[nodiscard]] const std::string& place() const { return m_place; }
    void fill() const { shell("cat /dev/zero > '" + m_place + "/filler'"); }
    void empty() const { shell("rm '" + m_place + "/filler'"); }
    // lost+found does not count.
    [[nodiscard]] int files() const { return entriesIn(m_place) - 1; }

private:
    static bool shell(const std::string& line) {
        return std::system(("PATH=$PATH:/sbin:/usr/sbin; { " + line + "; } >/dev/null 2>&1").c_str()) == 0;
    }
    std::string m_image;
    std::string m_place;
    bool m_mounted = false;
};

}  // namespace

void ReliabilityTest::initTestCase() {
    QVERIFY(m_folder.isValid());
    QVERIFY(plan::writePlan(somePlan({"memcpy-l1", "disk-write-paced", "disk-read-paced"}), in("disk.h5")).has_value());
    QVERIFY(plan::writePlan(somePlan({"crc32c-extend-256m"}), in("memory.h5")).has_value());
}

void ReliabilityTest::killsAtRandomMomentsLeaveNothing() {
    Random random(50);
    const std::string scratch = in("kills");
    QVERIFY(fs::create_directory(scratch));
    for (int run = 0; run < 50; ++run) {
        ChildProcess process(
            MIMESYS_CLI, {"run", in("disk.h5"), "--loop", "--scratch-dir", scratch, "--record", scratch + "/r.h5"}, {});
        // Some are hit while they prepare, most while they run.
        QTest::qSleep(static_cast<int>(random.uniform() * 400.0));
        process.signal(SIGKILL);
        QCOMPARE(process.wait(), 128 + SIGKILL);
        QTRY_VERIFY(!process.groupIsAlive());
        QCOMPARE(entriesIn(scratch), 0);
    }
}

void ReliabilityTest::readOnlyScratchIsRefused() {
    const fs::path folder = in("readonly");
    QVERIFY(fs::create_directory(folder));
    fs::permissions(folder, fs::perms::owner_read | fs::perms::owner_exec | fs::perms::others_read |
                                fs::perms::others_exec | fs::perms::group_read | fs::perms::group_exec);
    std::vector<std::string> command{MIMESYS_CLI, "run", in("disk.h5"), "--scratch-dir", folder.string()};
    Outcome refused;
    if (::geteuid() == 0) {
        // Root may write everywhere; nobody may not, but must be let through to the plan.
        fs::permissions(in(""), fs::perms::all);
        command.insert(command.begin(), {"--reuid=65534", "--regid=65534", "--clear-groups"});
        refused = runProgram("/usr/bin/setpriv", command);
    } else {
        command.erase(command.begin());
        refused = runProgram(MIMESYS_CLI, command);
    }
    QVERIFY2(refused.code == 4, refused.text.c_str());
    QVERIFY2(refused.text.find("--scratch-dir") != std::string::npos, refused.text.c_str());
    QCOMPARE(entriesIn(folder), 0);
}

void ReliabilityTest::tooSmallScratchDiskIsRefused() {
    const SmallDisk disk(in(""), 24);
    if (!disk.mounted()) {
        QSKIP("This process may not mount a small disk.");
    }
    const Outcome refused = runProgram(MIMESYS_CLI, {"run", in("disk.h5"), "--scratch-dir", disk.place()});
    QVERIFY2(refused.code == 4, refused.text.c_str());
    QVERIFY2(refused.text.find("MiB are free") != std::string::npos, refused.text.c_str());
    QCOMPARE(disk.files(), 0);
}

void ReliabilityTest::diskThatFillsUpMeanwhileStopsNothing() {
    const SmallDisk disk(in(""), 200);
    if (!disk.mounted()) {
        QSKIP("This process may not mount a small disk.");
    }
    // fallocate asks for space again and again, the others hold theirs.
    QVERIFY(plan::writePlan(somePlan({"fallocate", "disk-write-paced", "memcpy-l1"}), in("full.h5")).has_value());
    ChildProcess process(MIMESYS_CLI,
                         {"run", in("full.h5"), "--loop", "--duration", "4", "--scratch-dir", disk.place()}, {});
    QTRY_VERIFY_WITH_TIMEOUT(hasWorkers(process.pid()), 30'000);
    QTest::qSleep(700);
    disk.fill();
    QTest::qSleep(1000);
    disk.empty();
    const int code = process.wait();
    QVERIFY2(code == 0, process.text().c_str());
    QVERIFY2(process.text().find("40 windows on 1 CPUs") != std::string::npos, process.text().c_str());
    QCOMPARE(disk.files(), 0);
}

void ReliabilityTest::tooSmallFilesAreRefused() {
    const Outcome refused =
        runProgram("/usr/bin/prlimit", {"--fsize=1048576", MIMESYS_CLI, "run", in("disk.h5"), "--scratch-dir", in("")});
    QVERIFY2(refused.code == 1, refused.text.c_str());
    QVERIFY2(refused.text.find("scratch") != std::string::npos, refused.text.c_str());
}

void ReliabilityTest::tooLittleMemoryIsAnErrorNotACrash_data() {
    QTest::addColumn<int>("mebibytes");  // of address space; the program itself needs some 50, the stressor 256
    QTest::newRow("too little for the stressor") << 200;
}

void ReliabilityTest::tooLittleMemoryIsAnErrorNotACrash() {
    QFETCH(int, mebibytes);
    const Outcome refused = runProgram(
        "/usr/bin/prlimit", {"--as=" + std::to_string(mebibytes << 20), MIMESYS_CLI, "run", in("memory.h5")});
    QVERIFY2(refused.code == 1 || refused.code == 4, refused.text.c_str());
    QVERIFY2(refused.text.find("memory") != std::string::npos || refused.text.find("thread") != std::string::npos,
             refused.text.c_str());
}

void ReliabilityTest::badPlansAreRefusedInOneSentence_data() {
    QTest::addColumn<QVector<float>>("values");
    QTest::addColumn<QVector<qulonglong>>("shape");
    QTest::addColumn<QString>("word");
    const float nan = std::numeric_limits<float>::quiet_NaN();
    const float infinity = std::numeric_limits<float>::infinity();
    using Shape = QVector<qulonglong>;
    QTest::newRow("NaN") << QVector<float>{0.1F, nan, 0.1F} << Shape{1, 1, 3} << "not within";
    QTest::newRow("infinite") << QVector<float>{0.1F, infinity, 0.1F} << Shape{1, 1, 3} << "not within";
    QTest::newRow("negative") << QVector<float>{0.1F, -0.25F, 0.1F} << Shape{1, 1, 3} << "-0.25";
    QTest::newRow("above 1") << QVector<float>{1.5F, 0.0F, 0.0F} << Shape{1, 1, 3} << "1.5";
    QTest::newRow("row sum above 1") << QVector<float>{0.5F, 0.5F, 0.5F} << Shape{1, 1, 3} << "add up";
    QTest::newRow("rank 2") << QVector<float>{0.1F, 0.1F, 0.1F} << Shape{1, 3} << "2 dimensions";
    QTest::newRow("rank 4") << QVector<float>{0.1F, 0.1F, 0.1F} << Shape{1, 1, 1, 3} << "4 dimensions";
    QTest::newRow("no windows") << QVector<float>{} << Shape{0, 1, 3} << "empty";
    QTest::newRow("no CPUs") << QVector<float>{} << Shape{1, 0, 3} << "empty";
    QTest::newRow("unknown stressor") << QVector<float>{0.1F, 0.1F, 0.1F} << Shape{1, 1, 3} << "no-such-stressor";
    QTest::newRow("other width") << QVector<float>{0.1F, 0.1F} << Shape{1, 1, 2} << "action list names 3";
    QTest::newRow("absurd size") << QVector<float>{} << Shape{} << "claims";
    QTest::newRow("no HDF5 at all") << QVector<float>{1.0F} << Shape{} << "HDF5";
}

void ReliabilityTest::badPlansAreRefusedInOneSentence() {
    QFETCH(QVector<float>, values);
    QFETCH(QVector<qulonglong>, shape);
    QFETCH(QString, word);
    const std::string path = in(std::string("bad-") + QTest::currentDataTag() + ".h5");
    const std::string list = in("actions.txt");
    std::ofstream(list) << "memcpy-l1\nno-such-stressor\nsimd-distance-256\n";
    if (shape.isEmpty() && values.isEmpty()) {
        putAbsurd(path);
    } else if (shape.isEmpty()) {
        std::ofstream(path) << "TIME 2026\n";
    } else {
        putUpstream(path, {values.begin(), values.end()}, {shape.begin(), shape.end()});
    }
    const Outcome refused = runProgram(MIMESYS_CLI, {"run", path, "--action-list", list});
    QVERIFY2(refused.code == 3, refused.text.c_str());
    QVERIFY2(refused.text.find(word.toStdString()) != std::string::npos, refused.text.c_str());
    QCOMPARE(std::ranges::count(refused.text, '\n'), std::ptrdiff_t{1});
}

QTEST_GUILESS_MAIN(ReliabilityTest)
#include "tst_reliability.moc"
