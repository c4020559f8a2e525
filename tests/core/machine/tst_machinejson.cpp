// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "machine/machine.h"

#include <QtTest>
#include <functional>
#include <limits>
#include <string>

using namespace mimesys;
using machine::Machine;

class MachineJsonTest : public QObject {
    Q_OBJECT

private slots:
    void jsonRoundTripKeepsEverything();
    void absentFieldsAreEmpty();
    void badDescriptionsAreRefused_data();
    void badDescriptionsAreRefused();
    void anyBytesOfAModelNameCanBeWritten();
    void fingerprintFollowsTheHardwareOnly();
};

namespace {

Machine example() {
    Machine machine;
    machine.cpuModel = "Example \"CPU\"";
    machine.kernel = "6.1";
    machine.cpus = {{0, 0, 0, 0}, {1, 0, 0, 0}, {4, 1, 0, 1}};
    machine.usableCpus = {1, 4};
    machine.cpuQuota = 1.5;
    machine.caches = {{1, "Data", 48 << 10, {0, 1}}, {3, "Unified", std::int64_t{260} << 20, {0, 1, 4}}};
    machine.memoryBytes = std::int64_t{24} << 30;
    machine.memoryLimitBytes = std::int64_t{8} << 30;
    machine.disks = {{"vda", std::int64_t{1} << 40, true}};
    machine.features = {"avx2", "fma"};
    return machine;
}

}  // namespace

void MachineJsonTest::jsonRoundTripKeepsEverything() {
    const auto read = machine::fromJson(machine::toJson(example()));
    QVERIFY2(read.has_value(), read ? "" : read.error().text().c_str());
    QCOMPARE(*read, example());
}

void MachineJsonTest::absentFieldsAreEmpty() {
    const auto read = machine::fromJson(R"({"cpus": [{"id": 3}], "of a later version": true})");
    QVERIFY(read.has_value());
    Machine expected;
    expected.cpus = {{3, 0, 0, 0}};
    QCOMPARE(*read, expected);
}

void MachineJsonTest::badDescriptionsAreRefused_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut off") << QByteArray(R"({"cpus": [{"id")");
    QTest::newRow("no object") << QByteArray("[1]");
    QTest::newRow("no cpus") << QByteArray("{}");
    QTest::newRow("empty cpus") << QByteArray(R"({"cpus": []})");
    QTest::newRow("cpus of another type") << QByteArray(R"({"cpus": 4})");
    QTest::newRow("cpu of another type") << QByteArray(R"({"cpus": [4]})");
    QTest::newRow("cpu without number") << QByteArray(R"({"cpus": [{"core": 1}]})");
    QTest::newRow("cpu twice") << QByteArray(R"({"cpus": [{"id": 1}, {"id": 1}]})");
    QTest::newRow("negative cpu") << QByteArray(R"({"cpus": [{"id": -1}]})");
    QTest::newRow("huge cpu") << QByteArray(R"({"cpus": [{"id": 4294967296}]})");
    QTest::newRow("beyond 64 bits") << QByteArray(R"({"cpus": [{"id": 18446744073709551615}]})");
    QTest::newRow("fraction of a cpu") << QByteArray(R"({"cpus": [{"id": 1.5}]})");
    QTest::newRow("huge memory") << QByteArray(R"({"cpus": [{"id": 1}], "memory_bytes": 1e300})");
    QTest::newRow("negative quota") << QByteArray(R"({"cpus": [{"id": 1}], "cpu_quota": -1})");
    QTest::newRow("quota of another type") << QByteArray(R"({"cpus": [{"id": 1}], "cpu_quota": "many"})");
    QTest::newRow("cache without level") << QByteArray(R"({"cpus": [{"id": 1}], "caches": [{"type": "Data"}]})");
    QTest::newRow("features of another type") << QByteArray(R"({"cpus": [{"id": 1}], "features": [1]})");
    QTest::newRow("disk of another type") << QByteArray(R"({"cpus": [{"id": 1}], "disks": ["sda"]})");
    QTest::newRow("deep") << QByteArray(200'000, '[');
    QTest::newRow("binary") << QByteArray(
        "\x7f"
        "ELF\x02\x01\x01\x00",
        8);
}

void MachineJsonTest::badDescriptionsAreRefused() {
    QFETCH(QByteArray, text);
    const auto read = machine::fromJson(text.toStdString());
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().code, ErrorCode::BadInput);
    QVERIFY(QString::fromStdString(read.error().message).endsWith('.'));
}

void MachineJsonTest::anyBytesOfAModelNameCanBeWritten() {
    Machine machine = example();
    machine.cpuModel = "caf\xe9";
    const auto read = machine::fromJson(machine::toJson(machine));
    QVERIFY(read.has_value());
    QCOMPARE(read->cpuModel, std::string("caf\xef\xbf\xbd"));
}

void MachineJsonTest::fingerprintFollowsTheHardwareOnly() {
    const std::string fingerprint = machine::fingerprint(example());
    QCOMPARE(fingerprint.size(), std::size_t{16});
    QVERIFY(fingerprint.find_first_not_of("0123456789abcdef") == std::string::npos);
    const auto changed = [](const std::function<void(Machine&)>& change) {
        Machine machine = example();
        change(machine);
        return machine::fingerprint(machine);
    };
    QCOMPARE(changed([](Machine& m) { m.kernel = "7.0"; }), fingerprint);
    QCOMPARE(changed([](Machine& m) { m.usableCpus = {1}; }), fingerprint);
    QCOMPARE(changed([](Machine& m) { m.disks[0].name = "sda"; }), fingerprint);
    QCOMPARE(changed([](Machine& m) { m.memoryBytes -= 100 << 20; }), fingerprint);
    QVERIFY(changed([](Machine& m) { m.memoryBytes *= 2; }) != fingerprint);
    QVERIFY(changed([](Machine& m) { m.cpus.pop_back(); }) != fingerprint);
    QVERIFY(changed([](Machine& m) { m.caches[0].sizeBytes *= 2; }) != fingerprint);
    QVERIFY(changed([](Machine& m) { m.cpuModel += "v2"; }) != fingerprint);
}

QTEST_GUILESS_MAIN(MachineJsonTest)
#include "tst_machinejson.moc"
