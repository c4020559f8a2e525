// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/hdf5.h"
#include "plan/planfile.h"

#include <hdf5.h>

#include <QTemporaryDir>
#include <QtTest>
#include <array>
#include <filesystem>
#include <fstream>

using namespace mimesys;
using plan::ExecutionPlan;
namespace fs = std::filesystem;

class PlanFileTest : public QObject {
    Q_OBJECT

private slots:
    void plansRoundTrip();
    void memoryInUseRoundTrips();
    void memoryOfOtherWindowsIsRefused();
    void upstreamPlanTakesNamesFromTheActionList();
    void upstreamPlanOfOtherWidthIsRefused();
    void foreignFilesAreRefused_data();
    void foreignFilesAreRefused();
    void invalidPlansAreNotWritten();
    void everyCutLeavesASentence();
    void damagedBytesNeverCrash();
    void actionListKeepsOddNames();
};

namespace {

ExecutionPlan examplePlan() {
    ExecutionPlan plan(2, 2, {"zstd-decompress", "memcpy-l1"}, 0.5);
    plan.row(0, 1)[0] = 0.25F;
    plan.row(1, 0)[1] = 0.75F;
    plan.seed = 0xffffffffffffffffULL;
    plan.generator = "search";
    plan.machine = "{\"cpus\":[]}";
    plan.source = "{\"trace\":\"größe.csv\",\"long\":\"" + std::string(200'000, 'x') + "\"}";
    return plan;
}

// A bare "execution_plan" of doubles, as upstream's collector writes it.
void writeUpstream(const fs::path& path, const std::vector<hsize_t>& shape, hid_t type, const void* values) {
    const hid_t file = H5Fcreate(path.c_str(), H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT);
    const hid_t space = H5Screate_simple(static_cast<int>(shape.size()), shape.data(), nullptr);
    const hid_t dataset = H5Dcreate2(file, "execution_plan", type, space, H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
    QVERIFY(H5Dwrite(dataset, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, values) >= 0);
    H5Dclose(dataset);
    H5Sclose(space);
    H5Fclose(file);
}

std::string bytesOf(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

void putBytes(const fs::path& path, std::string_view bytes) {
    std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

}  // namespace

void PlanFileTest::plansRoundTrip() {
    const QTemporaryDir folder;
    const fs::path path = fs::path(folder.path().toStdString()) / "plan.h5";
    QVERIFY(plan::writePlan(examplePlan(), path).has_value());
    const auto read = plan::readPlan(path);
    QVERIFY2(read.has_value(), read ? "" : read.error().text().c_str());
    QVERIFY(*read == examplePlan());
}

void PlanFileTest::memoryInUseRoundTrips() {
    const QTemporaryDir folder;
    const fs::path path = fs::path(folder.path().toStdString()) / "plan.h5";
    ExecutionPlan plan = examplePlan();
    plan.memoryUsed = {1e9F, 2.5e9F};
    QVERIFY(plan::writePlan(plan, path).has_value());
    const auto read = plan::readPlan(path);
    QVERIFY2(read.has_value(), read ? "" : read.error().text().c_str());
    QVERIFY(*read == plan);
}

void PlanFileTest::memoryOfOtherWindowsIsRefused() {
    const QTemporaryDir folder;
    const fs::path path = fs::path(folder.path().toStdString()) / "plan.h5";
    QVERIFY(plan::writePlan(examplePlan(), path).has_value());
    const hid_t file = H5Fopen(path.c_str(), H5F_ACC_RDWR, H5P_DEFAULT);
    const std::array<hsize_t, 1> shape{3};
    const hid_t space = H5Screate_simple(1, shape.data(), nullptr);
    const hid_t memory = H5Dcreate2(file, "memory_used", H5T_IEEE_F32LE, space, H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
    QVERIFY(memory >= 0);
    H5Dclose(memory);
    H5Sclose(space);
    H5Fclose(file);
    const auto read = plan::readPlan(path);
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().code, ErrorCode::BadInput);
    QVERIFY(read.error().message.find("memory in use is of another shape") != std::string::npos);
}

void PlanFileTest::upstreamPlanTakesNamesFromTheActionList() {
    const QTemporaryDir folder;
    const fs::path path = fs::path(folder.path().toStdString()) / "plan_000000.h5";
    const std::vector<double> values{0.0, 0.1, 0.2, 0.3};
    writeUpstream(path, {1, 2, 2}, H5T_NATIVE_DOUBLE, values.data());
    const std::vector<std::string> names{"first", "second"};
    const auto read = plan::readPlan(path, names);
    QVERIFY2(read.has_value(), read ? "" : read.error().text().c_str());
    QCOMPARE(read->stressors(), names);
    QCOMPARE(read->at(0, 1, 1), 0.3F);
    QCOMPARE(read->windowSeconds(), 1.0);
}

void PlanFileTest::upstreamPlanOfOtherWidthIsRefused() {
    const QTemporaryDir folder;
    const fs::path path = fs::path(folder.path().toStdString()) / "plan_000000.h5";
    const std::vector<float> values(4, 0.0F);
    writeUpstream(path, {1, 1, 4}, H5T_NATIVE_FLOAT, values.data());
    const std::vector<std::string> names{"first", "second"};
    const auto mismatched = plan::readPlan(path, names);
    QVERIFY(!mismatched.has_value());
    QCOMPARE(mismatched.error().code, ErrorCode::BadInput);
    QVERIFY(mismatched.error().message.find("4 stressors") != std::string::npos);
    QVERIFY(!plan::readPlan(path).has_value());
}

void PlanFileTest::foreignFilesAreRefused_data() {
    QTest::addColumn<QString>("kind");
    for (const char* kind :
         {"missing", "folder", "text", "empty", "rank 2", "integers", "no dataset", "other format"}) {
        QTest::newRow(kind) << QString::fromUtf8(kind);
    }
}

void PlanFileTest::foreignFilesAreRefused() {
    QFETCH(QString, kind);
    const QTemporaryDir folder;
    fs::path path = fs::path(folder.path().toStdString()) / "plan.h5";
    const std::vector<int> integers(4, 0);
    const std::vector<float> floats(4, 0.0F);
    if (kind == "folder") {
        path = folder.path().toStdString();
    } else if (kind == "text") {
        putBytes(path, "time,cpu\n1,2\n");
    } else if (kind == "empty") {
        putBytes(path, "");
    } else if (kind == "rank 2") {
        writeUpstream(path, {2, 2}, H5T_NATIVE_FLOAT, floats.data());
    } else if (kind == "integers") {
        writeUpstream(path, {1, 2, 2}, H5T_NATIVE_INT, integers.data());
    } else if (kind == "no dataset" || kind == "other format") {
        auto target = AtomicFile::create(path);
        auto file = hdf5::File::createIn(*target, path);
        if (kind == "other format") {
            QVERIFY(file->write<float>("execution_plan", floats, {1, 2, 2}).has_value());
            QVERIFY(file->setAttribute("/", "format", std::string("mimesys-dataset")).has_value());
        }
        QVERIFY(file->close().has_value());
        QVERIFY(target->commit().has_value());
    }
    const std::vector<std::string> names{"first", "second"};
    const auto read = plan::readPlan(path, names);
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().code, ErrorCode::BadInput);
    QVERIFY(read.error().message.ends_with('.'));
    QCOMPARE(read.error().place, path.string());
}

void PlanFileTest::invalidPlansAreNotWritten() {
    const QTemporaryDir folder;
    const fs::path path = fs::path(folder.path().toStdString()) / "plan.h5";
    ExecutionPlan wrong = examplePlan();
    wrong.row(0, 0)[0] = -1.0F;
    QVERIFY(!plan::writePlan(wrong, path).has_value());
    QVERIFY(!fs::exists(path));
}

void PlanFileTest::everyCutLeavesASentence() {
    const QTemporaryDir folder;
    const fs::path path = fs::path(folder.path().toStdString()) / "plan.h5";
    QVERIFY(plan::writePlan(examplePlan(), path).has_value());
    const std::string whole = bytesOf(path);
    for (std::size_t length = 0; length < whole.size(); length += 997) {
        putBytes(path, std::string_view(whole).substr(0, length));
        const auto read = plan::readPlan(path);
        QVERIFY2(!read.has_value(), std::to_string(length).c_str());
        QCOMPARE(read.error().code, ErrorCode::BadInput);
    }
}

void PlanFileTest::damagedBytesNeverCrash() {
    const QTemporaryDir folder;
    const fs::path path = fs::path(folder.path().toStdString()) / "plan.h5";
    QVERIFY(plan::writePlan(examplePlan(), path).has_value());
    const std::string whole = bytesOf(path);
    int refused = 0;
    for (std::size_t position = 0; position < whole.size(); position += (position < 4096 ? 3 : 997)) {
        std::string damaged = whole;
        damaged[position] = static_cast<char>(damaged[position] ^ 0x55);
        putBytes(path, damaged);
        const auto read = plan::readPlan(path);
        if (read) {
            QVERIFY(plan::validate(*read).has_value());
        } else {
            ++refused;
            QCOMPARE(read.error().code, ErrorCode::BadInput);
        }
    }
    QVERIFY(refused > 0);
}

void PlanFileTest::actionListKeepsOddNames() {
    const QTemporaryDir folder;
    const fs::path path = fs::path(folder.path().toStdString()) / "actions.txt";
    putBytes(path, "# comment\n\nBM_X<::absl::flat_hash_set, 64>/size:1\r\n  BM_Y \n");
    const std::vector<std::string> expected{"BM_X<::absl::flat_hash_set, 64>/size:1", "BM_Y"};
    QCOMPARE(plan::readActionList(path).value(), expected);
    putBytes(path, "# only a comment\n");
    QVERIFY(!plan::readActionList(path).has_value());
}

QTEST_GUILESS_MAIN(PlanFileTest)
#include "tst_planfile.moc"
