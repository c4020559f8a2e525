// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/atomicfile.h"
#include "base/hdf5.h"
#include "core/dataset/builddataset.h"
#include "dataset/dataset.h"
#include "plan/planfile.h"

#include <QTemporaryDir>
#include <QtTest>
#include <cmath>
#include <fstream>
#include <functional>

using namespace mimesys;
using dataset::Dataset;
namespace fs = std::filesystem;

class DatasetTest : public QObject {
    Q_OBJECT

private slots:
    void rangesPassOverMissingValues();
    void fileRoundTripKeepsEverything();
    void filesOfVersionOneAreRead();
    void writingReplacesTheFile();
    void invalidDatasetsAreRefused_data();
    void invalidDatasetsAreRefused();
    void otherFilesAreBadInput();
    void cutOffFilesAreBadInput();
    void damagedFilesNeverGiveAnInvalidDataset();
    void installedPathFollowsTheDataDirectory();
};

Q_DECLARE_METATYPE(std::function<void(Dataset&)>)

namespace {

Dataset example() {
    return DatasetBuilder(2, {"spin", "read"}, {"cpu.utilization[0]", "cpu.utilization[1]", "disk.read", "my.metric"})
        .add({0.5F, 0.0F, 0.0F, 1.0F}, {50.0F, 2.0F, 90.0F, trace::kMissing}, {}, dataset::kSweep)
        .add({0.0F, 0.0F, 0.25F, 0.5F}, {1.0F, 26.0F, trace::kMissing, trace::kMissing}, {0.5F, 0.0F, 0.0F, 1.0F})
        .dataset();
}

// NaN equals NaN.
bool same(const trace::Matrix& a, const trace::Matrix& b) {
    return a.rows() == b.rows() && a.cols() == b.cols() &&
           (a.array() == b.array() || (a.array().isNaN() && b.array().isNaN())).all();
}

fs::path in(const QTemporaryDir& folder, const char* name) {
    return fs::path(folder.path().toStdString()) / name;
}

void put(const fs::path& path, const std::string& content) {
    std::ofstream(path, std::ios::binary) << content;
}

}  // namespace

void DatasetTest::rangesPassOverMissingValues() {
    const trace::Matrix ranges = example().ranges();
    QCOMPARE(ranges(0, 0), 1.0F);
    QCOMPARE(ranges(1, 0), 50.0F);
    QCOMPARE(ranges(0, 2), 90.0F);
    QCOMPARE(ranges(1, 2), 90.0F);
    QVERIFY(std::isnan(ranges(0, 3)) && std::isnan(ranges(1, 3)));
}

void DatasetTest::fileRoundTripKeepsEverything() {
    const QTemporaryDir folder;
    Dataset written = example();
    written.provenance[2] = Provenance::Simulation;
    written.machine = R"({"cpus": 2, "model": "Ω"})";
    written.rounds = {0, 7};
    written.strategy = "novelty";
    written.finishedRounds = 8;
    written.executedSeconds = 12.5;
    written.dropped = {{"disk.write", 3}, {"missed window", 1}};
    QVERIFY(dataset::writeDataset(written, in(folder, "data.h5")).has_value());
    const auto read = dataset::readDataset(in(folder, "data.h5"));
    QVERIFY2(read.has_value(), read ? "" : read.error().text().c_str());
    QCOMPARE(read->stressors, written.stressors);
    QCOMPARE(read->metrics, written.metrics);
    QCOMPARE(read->provenance, written.provenance);
    QCOMPARE(read->cpus, written.cpus);
    QCOMPARE(read->windowSeconds, 0.5);
    QCOMPARE(read->machine, written.machine);
    QCOMPARE(read->seed, std::uint64_t{3});
    QCOMPARE(read->kinds, written.kinds);
    QCOMPARE(read->rounds, written.rounds);
    QCOMPARE(read->strategy, written.strategy);
    QCOMPARE(read->finishedRounds, written.finishedRounds);
    QCOMPARE(read->executedSeconds, written.executedSeconds);
    QCOMPARE(read->dropped, written.dropped);
    QCOMPARE(read->droppedCount(), std::size_t{4});
    QVERIFY(same(read->compositions, written.compositions));
    QVERIFY(same(read->previous, written.previous));
    QVERIFY(same(read->mean, written.mean));
    QVERIFY(same(read->deviation, written.deviation));
}

void DatasetTest::filesOfVersionOneAreRead() {
    const QTemporaryDir folder;
    const std::vector<float> composition{0.5F, 0.25F};
    const std::vector<float> mean{75.0F};
    const auto written = hdf5::writeFile(in(folder, "old.h5"), [&](hdf5::File& file) {
        const std::vector<std::string> ids{"cpu.utilization[0]"};
        const std::vector<std::string> stressors{"spin", "read"};
        const std::vector<std::string> text{"cpu"};
        const std::vector<std::string> kinds{"random"};
        return file.write<float>("compositions", composition, {1, 1, 2})
            .and_then([&] {
                return file.write<float>("previous", composition, {1, 1, 2});
            })
            .and_then([&] {
                return file.write<float>("mean", mean, {1, 1});
            })
            .and_then([&] {
                return file.write<float>("deviation", mean, {1, 1});
            })
            .and_then([&] { return file.writeStrings("kinds", kinds); })
            .and_then([&] { return file.writeStrings("metrics", ids); })
            .and_then([&] { return file.writeStrings("units", text); })
            .and_then([&] { return file.writeStrings("families", text); })
            .and_then([&] { return file.writeStrings("provenance", text); })
            .and_then([&] { return file.setAttribute("/", "format", std::string("mimesys-dataset")); })
            .and_then([&] { return file.setNumberAttribute<std::uint64_t>("/", "version", 1); })
            .and_then([&] { return file.setNumberAttribute<double>("/", "window_seconds", 0.5); })
            .and_then([&] { return file.setNumberAttribute<std::uint64_t>("/", "seed", 3); })
            .and_then([&] { return file.setAttribute("/", "stressors", std::span(stressors)); })
            .and_then([&] { return file.setAttribute("/", "machine", std::string("{}")); });
    });
    QVERIFY(written.has_value());
    const auto read = dataset::readDataset(in(folder, "old.h5"));
    QVERIFY2(read.has_value(), read ? "" : read.error().text().c_str());
    QCOMPARE(read->sampleCount(), std::size_t{1});
    QCOMPARE(read->strategy, std::string("random"));
    QVERIFY(read->rounds.empty() && read->dropped.empty());
    QCOMPARE(read->finishedRounds, std::uint64_t{0});
}

void DatasetTest::writingReplacesTheFile() {
    const QTemporaryDir folder;
    put(in(folder, "data.h5"), "something else");
    QVERIFY(dataset::writeDataset(example(), in(folder, "data.h5")).has_value());
    QCOMPARE(dataset::readDataset(in(folder, "data.h5")).value().sampleCount(), std::size_t{2});
    QCOMPARE(std::distance(fs::directory_iterator(folder.path().toStdString()), {}), 1);
}

void DatasetTest::invalidDatasetsAreRefused_data() {
    QTest::addColumn<std::function<void(Dataset&)>>("damage");
    QTest::addColumn<QString>("word");
    using Damage = std::function<void(Dataset&)>;
    const auto add = [](const char* name, Damage damage, const char* word) {
        QTest::newRow(name) << damage << QString::fromUtf8(word);
    };
    add(
        "fraction above 1", [](Dataset& d) { d.compositions(0, 0) = 1.5F; }, "sample 0");
    add(
        "negative fraction", [](Dataset& d) { d.compositions(1, 3) = -0.1F; }, "CPU 1");
    add(
        "fraction that is no number", [](Dataset& d) { d.previous(1, 2) = std::nanf(""); }, "previous");
    add(
        "row above 1", [](Dataset& d) { d.compositions(0, 2) = 0.5F; }, "CPU 1");
    add(
        "infinite value", [](Dataset& d) { d.mean(0, 0) = std::numeric_limits<float>::infinity(); }, "infinite");
    add(
        "metric twice", [](Dataset& d) { d.metrics[3] = d.metrics[2]; }, "disk.read");
    add(
        "stressor twice", [](Dataset& d) { d.stressors[1] = "spin"; }, "spin");
    add(
        "stressor without a name", [](Dataset& d) { d.stressors[1] = ""; }, "stressor");
    add(
        "other CPU count", [](Dataset& d) { d.metrics[1] = metricFor("cpu.ipc"); }, "utilisation of 1");
    add(
        "missing kind", [](Dataset& d) { d.kinds.pop_back(); }, "differ");
    add(
        "shorter means", [](Dataset& d) { d.mean.conservativeResize(1, 4); }, "differ");
    add(
        "window of no length", [](Dataset& d) { d.windowSeconds = 0.0; }, "windows");
    add(
        "missing round", [](Dataset& d) { d.rounds = {1}; }, "differ");
    add(
        "time that is none", [](Dataset& d) { d.executedSeconds = -1.0; }, "time");
    add(
        "no samples", [](Dataset& d) { d = DatasetBuilder(1, {"spin"}, {"disk.read"}).dataset(); }, "no samples");
}

void DatasetTest::invalidDatasetsAreRefused() {
    QFETCH(std::function<void(Dataset&)>, damage);
    QFETCH(QString, word);
    Dataset broken = example();
    QVERIFY(dataset::validate(broken).has_value());
    damage(broken);
    const auto valid = dataset::validate(broken);
    QVERIFY(!valid.has_value());
    QCOMPARE(valid.error().code, ErrorCode::BadInput);
    QVERIFY2(QString::fromStdString(valid.error().message).contains(word), valid.error().message.c_str());
    const QTemporaryDir folder;
    QVERIFY(!dataset::writeDataset(broken, in(folder, "data.h5")).has_value());
    QVERIFY(!fs::exists(in(folder, "data.h5")));
}

void DatasetTest::otherFilesAreBadInput() {
    const QTemporaryDir folder;
    put(in(folder, "text"), "time,cpu\n1,2\n");
    put(in(folder, "empty"), "");
    QVERIFY(plan::writePlan(plan::ExecutionPlan(1, 1, {"spin"}), in(folder, "plan.h5")).has_value());
    for (const char* name : {"text", "empty", "plan.h5", "absent", "."}) {
        const auto read = dataset::readDataset(in(folder, name));
        QVERIFY2(!read.has_value(), name);
        QCOMPARE(read.error().code, ErrorCode::BadInput);
        QVERIFY2(!read.error().place.empty(), name);
        QVERIFY2(!dataset::looksLikeDataset(in(folder, name)), name);
    }
    QVERIFY(dataset::writeDataset(example(), in(folder, "data.h5")).has_value());
    QVERIFY(dataset::looksLikeDataset(in(folder, "data.h5")));
}

void DatasetTest::cutOffFilesAreBadInput() {
    const QTemporaryDir folder;
    QVERIFY(dataset::writeDataset(example(), in(folder, "data.h5")).has_value());
    const std::string whole = readFile(in(folder, "data.h5"), 1 << 20).value();
    for (std::size_t length = 0; length < whole.size(); length += 1 + whole.size() / 40) {
        put(in(folder, "cut.h5"), whole.substr(0, length));
        const auto read = dataset::readDataset(in(folder, "cut.h5"));
        QVERIFY2(!read.has_value(), qPrintable(QString::number(length)));
        QCOMPARE(read.error().code, ErrorCode::BadInput);
    }
}

void DatasetTest::damagedFilesNeverGiveAnInvalidDataset() {
    const QTemporaryDir folder;
    QVERIFY(dataset::writeDataset(example(), in(folder, "data.h5")).has_value());
    const std::string whole = readFile(in(folder, "data.h5"), 1 << 20).value();
    int refused = 0;
    for (std::size_t at = 0; at < whole.size(); at += 31) {
        std::string damaged = whole;
        damaged[at] = static_cast<char>(damaged[at] ^ 0xFF);
        put(in(folder, "damaged.h5"), damaged);
        const auto read = dataset::readDataset(in(folder, "damaged.h5"));
        refused += read.has_value() ? 0 : 1;
        QVERIFY(!read.has_value() || dataset::validate(*read).has_value());
    }
    QVERIFY(refused > 0);
}

void DatasetTest::installedPathFollowsTheDataDirectory() {
    qputenv("HOME", "/home/someone");
    qunsetenv("XDG_DATA_HOME");
    QCOMPARE(dataset::installedDatasetPath("0123"),
             fs::path("/home/someone/.local/share/mimesys/machines/0123/dataset.h5"));
    qputenv("XDG_DATA_HOME", "/data");
    QCOMPARE(dataset::installedDatasetPath("0123"), fs::path("/data/mimesys/machines/0123/dataset.h5"));
    qputenv("XDG_DATA_HOME", "relative");
    QCOMPARE(dataset::installedDatasetPath("0123"),
             fs::path("/home/someone/.local/share/mimesys/machines/0123/dataset.h5"));
}

QTEST_GUILESS_MAIN(DatasetTest)
#include "tst_dataset.moc"
