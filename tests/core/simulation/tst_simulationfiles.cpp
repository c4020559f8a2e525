// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/atomicfile.h"
#include "simulation/executor.h"
#include "simulation/profile.h"
#include "simulation/signatures.h"
#include "stressor/stressor.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

using namespace mimesys;

// Profiles and signatures are files that users may write: what is bundled can be read, and what is wrong is refused in
// one sentence.
class SimulationFilesTest : public QObject {
    Q_OBJECT

private slots:
    void bundledMachinesCanBeRead_data();
    void bundledMachinesCanBeRead();
    void workingSetsFollowTheMachine();
    void everySignatureSaysWhereItComesFrom();
    void brokenProfileIsRefused_data();
    void brokenProfileIsRefused();
    void brokenSignaturesAreRefused_data();
    void brokenSignaturesAreRefused();
    void cutOffFilesAreRefused();
    void missingFilesAreNamed();
};

namespace {

std::string textOf(const char* file) {
    return readFile(std::string(PROFILES "/") + file, 1 << 20).value();
}

std::string with(std::string text, const QString& what, const QString& by) {
    const std::size_t at = text.find(what.toStdString());
    Q_ASSERT(at != std::string::npos);
    return text.replace(at, static_cast<std::size_t>(what.toUtf8().size()), by.toStdString());
}

bool isOneSentence(const Error& error) {
    return error.code == ErrorCode::BadInput && error.message.ends_with('.') && error.message.size() < 400 &&
           error.message.find('\n') == std::string::npos;
}

}  // namespace

void SimulationFilesTest::bundledMachinesCanBeRead_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<double>("cacheBytes");
    QTest::newRow("c220g2") << "c220g2" << 25.0 * 1024 * 1024;
    QTest::newRow("c220g5") << "c220g5" << 13.75 * 1024 * 1024;
}

void SimulationFilesTest::bundledMachinesCanBeRead() {
    QFETCH(QString, name);
    QFETCH(double, cacheBytes);
    const auto opened = simulation::openSimulator(std::string(PROFILES "/") + name.toStdString() + ".json");
    QVERIFY2(opened.has_value(), opened ? "" : opened.error().text().c_str());
    QCOMPARE(opened->profile.name, name.toStdString());
    QCOMPARE(opened->profile.cpuCount(), 20);
    QCOMPARE(opened->profile.llcBytes, cacheBytes);
    QCOMPARE(opened->machine.usableCpus.size(), std::size_t{20});
    QCOMPARE(opened->signatures.size(), stressor::catalogue().size());
}

void SimulationFilesTest::workingSetsFollowTheMachine() {
    const auto here = simulation::openSimulator(PROFILES "/c220g2.json").value();
    const auto there = simulation::openSimulator(PROFILES "/c220g5.json").value();
    const auto bytes = [](const simulation::Simulator& simulator, const char* name) {
        return simulator.signatures.at(name).workingSetBytes;
    };
    QCOMPARE(bytes(here, "stream-8m"), 8.0 * 1024 * 1024);
    QCOMPARE(bytes(there, "stream-8m"), 8.0 * 1024 * 1024);
    QVERIFY(bytes(there, "hash-insert") > bytes(here, "hash-insert"));  // follows the second-level cache
    QVERIFY(bytes(there, "memcpy-l2") > bytes(here, "memcpy-l2"));
}

void SimulationFilesTest::everySignatureSaysWhereItComesFrom() {
    const QJsonObject stressors =
        QJsonDocument::fromJson(QByteArray::fromStdString(textOf("signatures.json"))).object()["stressors"].toObject();
    QVERIFY(stressors.size() >= 27);
    for (const QString& name : stressors.keys()) {
        QVERIFY2(stressors[name].toObject()["source"].toString().size() > 5, qPrintable(name));
    }
}

void SimulationFilesTest::brokenProfileIsRefused_data() {
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("by");
    QTest::addColumn<QString>("message");
    QTest::newRow("format") << "mimesys-simulated-machine"
                            << "other"
                            << "describes no simulated machine";
    QTest::newRow("version") << "\"version\": 1"
                             << "\"version\": 2"
                             << "version";
    QTest::newRow("negative") << "\"sockets\": 2"
                              << "\"sockets\": -2"
                              << "sockets";
    QTest::newRow("huge") << "\"cores_per_socket\": 10"
                          << "\"cores_per_socket\": 1e9"
                          << "cores_per_socket";
    QTest::newRow("half a core") << "\"cores_per_socket\": 10"
                                 << "\"cores_per_socket\": 2.5"
                                 << "whole";
    QTest::newRow("zero") << "\"base_ghz\": 2.6"
                          << "\"base_ghz\": 0"
                          << "base_ghz";
    QTest::newRow("order") << "\"turbo_ghz\": 3.3"
                           << "\"turbo_ghz\": 1.0"
                           << "turbo_ghz";
    QTest::newRow("text") << "\"jitter\": 0.03"
                          << "\"jitter\": \"much\""
                          << "jitter";
    QTest::newRow("overflow") << "\"jitter\": 0.03"
                              << "\"jitter\": 1e999"
                              << "JSON";
    QTest::newRow("missing") << "\"jitter\": 0.03,"
                             << ""
                             << "lacks \"jitter\"";
    QTest::newRow("misspelt") << "\"jitter\""
                              << "\"gitter\""
                              << "jitter";
    QTest::newRow("unknown") << "\"sockets\": 2"
                             << "\"sockets\": 2, \"soul\": 1"
                             << "soul";
    QTest::newRow("metric") << "\"cpu.ipc\""
                            << "\"cpu.wishes\""
                            << "cpu.wishes";
    QTest::newRow("no bandwidth left") << "\"write_loss\": 0.25"
                                       << "\"write_loss\": 0.85"
                                       << "write_loss";
    QTest::newRow("list") << "\"name\": \"c220g2\""
                          << "\"name\": []"
                          << "name";
}

void SimulationFilesTest::brokenProfileIsRefused() {
    QFETCH(QString, what);
    QFETCH(QString, by);
    QFETCH(QString, message);
    const auto refused = simulation::profileFromJson(with(textOf("c220g2.json"), what, by));
    QVERIFY(!refused.has_value());
    QVERIFY2(isOneSentence(refused.error()), refused.error().message.c_str());
    QVERIFY2(refused.error().message.find(message.toStdString()) != std::string::npos, refused.error().message.c_str());
}

void SimulationFilesTest::brokenSignaturesAreRefused_data() {
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("by");
    QTest::addColumn<QString>("message");
    QTest::newRow("format") << "mimesys-signatures"
                            << "other"
                            << "no signatures";
    QTest::newRow("stressor") << "\"zstd-decompress\""
                              << "\"spin\""
                              << "\"spin\"";
    QTest::newRow("alias") << "\"sleep\""
                           << "\"Sleep\""
                           << "\"Sleep\"";
    QTest::newRow("working set") << "\"card\""
                                 << "\"deck\""
                                 << "working_set_bytes";
    QTest::newRow("zero") << "\"instructions_per_cycle\": 2.2"
                          << "\"instructions_per_cycle\": 0"
                          << "instructions_per_cycle";
    QTest::newRow("flag") << "\"past_page_cache\": true"
                          << "\"past_page_cache\": 1"
                          << "past_page_cache";
    QTest::newRow("source") << "\"source\""
                            << "\"sauce\""
                            << "source";
}

void SimulationFilesTest::brokenSignaturesAreRefused() {
    QFETCH(QString, what);
    QFETCH(QString, by);
    QFETCH(QString, message);
    const machine::Machine machine = simulation::openSimulator(PROFILES "/c220g2.json").value().machine;
    const auto refused = simulation::signaturesFromJson(with(textOf("signatures.json"), what, by), machine);
    QVERIFY(!refused.has_value());
    QVERIFY2(isOneSentence(refused.error()), refused.error().message.c_str());
    QVERIFY2(refused.error().message.find(message.toStdString()) != std::string::npos, refused.error().message.c_str());
}

void SimulationFilesTest::cutOffFilesAreRefused() {
    const std::string profile = textOf("c220g2.json");
    const std::string signatures = textOf("signatures.json");
    const machine::Machine machine;
    for (std::size_t part = 0; part < 50; ++part) {
        const auto cut = [part](const std::string& text) {
            return text.substr(0, (text.size() - 3) * part / 50);
        };
        const auto refused = simulation::profileFromJson(cut(profile));
        QVERIFY(!refused.has_value() && isOneSentence(refused.error()));
        const auto also = simulation::signaturesFromJson(cut(signatures), machine);
        QVERIFY(!also.has_value() && isOneSentence(also.error()));
    }
    QVERIFY(!simulation::profileFromJson(std::string(900'000, '[')).has_value());
    QVERIFY(!simulation::profileFromJson(std::string("\xff\xfe\0binary", 9)).has_value());
}

void SimulationFilesTest::missingFilesAreNamed() {
    const QTemporaryDir folder;
    const auto path = std::filesystem::path(folder.path().toStdString()) / "machine.json";
    QCOMPARE(simulation::openSimulator(path).error().place, path.string());
    QFile::copy(PROFILES "/c220g2.json", QString::fromStdString(path.string()));
    const Error error = simulation::openSimulator(path).error();
    QCOMPARE(error.place, (path.parent_path() / "signatures.json").string());
    QVERIFY(error.code == ErrorCode::BadInput);
}

QTEST_GUILESS_MAIN(SimulationFilesTest)
#include "tst_simulationfiles.moc"
