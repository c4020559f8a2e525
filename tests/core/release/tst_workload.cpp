// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/atomicfile.h"
#include "base/random.h"
#include "release/payload.h"
#include "release/workload.h"

#include <nlohmann/json.hpp>
#include <zstd.h>

#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <cstring>
#include <filesystem>
#include <fstream>

using namespace mimesys;
using namespace mimesys::release;
namespace fs = std::filesystem;
using nlohmann::json;

class WorkloadTest : public QObject {
    Q_OBJECT

private slots:
    void whatIsWrittenIsReadBack();
    void fileIsExecutableAndStartsWithTheRunner();
    void everyDamagedByteIsRefused();
    void everyShorterFileIsRefused();
    void longerFileIsRefused();
    void hostileFramesAreRefused_data();
    void hostileFramesAreRefused();
    void honestFrameIsAccepted();
    void otherFilesAreRefused_data();
    void otherFilesAreRefused();
    void writingNeedsARunnerAndAValidPlan();
};

namespace {

const std::string kRunner = std::string(
                                "\x7f"
                                "ELF") +
                            std::string(200, 'r');

Payload somePayload() {
    Payload payload;
    payload.plan = plan::ExecutionPlan(5, 2, {"zstd-decompress", "naïve, with comma"}, 0.25);
    Random random(1);
    for (float& fraction : payload.plan.fractions()) {
        fraction = static_cast<float>(random.uniform() / 2.0);
    }
    payload.plan.memoryUsed = {1e9F, 2e9F, 3e9F, 2e9F, 0.0F};
    payload.plan.seed = 0xfedcba9876543210ULL;
    payload.plan.generator = "search";
    payload.plan.machine = R"({"cpus":2})";
    payload.plan.source = R"({"trace":"demo"})";
    payload.metadata = R"({"note":"a \"quoted\" word"})";
    return payload;
}

struct Folder {
    QTemporaryDir directory;
    [[nodiscard]] fs::path file(const char* name) const { return fs::path(directory.path().toStdString()) / name; }
    void put(const char* name, std::string_view content) const {
        std::ofstream output(file(name), std::ios::binary);
        output << content;
        QVERIFY(output.good());
    }
    [[nodiscard]] std::string content(const char* name) const { return readFile(file(name), 1 << 24).value(); }
};

// A folder with a runner and a workload made of it.
std::unique_ptr<Folder> exported() {
    auto folder = std::make_unique<Folder>();
    folder->put("runner", kRunner);
    if (!writeWorkload(folder->file("runner"), somePayload(), folder->file("workload"))) {
        return nullptr;
    }
    return folder;
}

std::vector<std::byte> compress(std::string_view content, bool withSize = true) {
    std::vector<std::byte> frame(ZSTD_compressBound(content.size()));
    ZSTD_CCtx* context = ZSTD_createCCtx();
    ZSTD_CCtx_setParameter(context, ZSTD_c_contentSizeFlag, withSize ? 1 : 0);
    frame.resize(ZSTD_compress2(context, frame.data(), frame.size(), content.data(), content.size()));
    ZSTD_freeCCtx(context);
    return frame;
}

std::string content(std::string_view header, std::span<const float> fractions, std::int64_t lengthError = 0) {
    const auto length = static_cast<std::uint32_t>(static_cast<std::int64_t>(header.size()) + lengthError);
    std::string text(sizeof length, '\0');
    std::memcpy(text.data(), &length, sizeof length);
    text += header;
    const auto bytes = std::as_bytes(fractions);
    return text.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
}

json header(std::uint64_t windows = 1, std::uint64_t cpus = 1) {
    return {{"format", "mimesys-workload"}, {"windows", windows},    {"cpus", cpus},
            {"stressors", {"a", "b"}},      {"window_seconds", 1.0}, {"seed", 1}};
}

json with(json header, const char* key, json value) {
    header[key] = std::move(value);
    return header;
}

}  // namespace

void WorkloadTest::whatIsWrittenIsReadBack() {
    const auto folder = exported();
    QVERIFY(folder != nullptr);
    const auto read = readPayload(folder->file("workload"));
    QVERIFY2(read.has_value(), read ? "" : read.error().message.c_str());
    QVERIFY(read->plan == somePayload().plan);
    QCOMPARE(read->metadata, somePayload().metadata);
}

void WorkloadTest::fileIsExecutableAndStartsWithTheRunner() {
    const auto folder = exported();
    QVERIFY(folder->content("workload").starts_with(kRunner));
    QVERIFY((fs::status(folder->file("workload")).permissions() & fs::perms::owner_exec) != fs::perms::none);
}

void WorkloadTest::everyDamagedByteIsRefused() {
    const auto folder = exported();
    const std::string good = folder->content("workload");
    for (std::size_t at = kRunner.size(); at < good.size(); ++at) {
        for (const char flip : {'\x01', '\x80'}) {
            std::string damaged = good;
            damaged[at] = static_cast<char>(damaged[at] ^ flip);
            folder->put("damaged", damaged);
            const auto read = readPayload(folder->file("damaged"));
            QVERIFY2(!read.has_value(), qPrintable(QString::number(at)));
            QCOMPARE(read.error().code, ErrorCode::BadInput);
        }
    }
}

void WorkloadTest::everyShorterFileIsRefused() {
    const auto folder = exported();
    const std::string good = folder->content("workload");
    for (std::size_t length = 0; length < good.size(); ++length) {
        folder->put("short", std::string_view(good).substr(0, length));
        const auto read = readPayload(folder->file("short"));
        QVERIFY2(!read.has_value(), qPrintable(QString::number(length)));
        QCOMPARE(read.error().code, ErrorCode::BadInput);
    }
}

void WorkloadTest::longerFileIsRefused() {
    const auto folder = exported();
    const std::string good = folder->content("workload");
    folder->put("long", good + 'x');
    QCOMPARE(readPayload(folder->file("long")).error().code, ErrorCode::BadInput);
    // With a second trailer behind it the lengths do not add up.
    folder->put("long", good + good.substr(good.size() - kTrailerBytes));
    QCOMPARE(readPayload(folder->file("long")).error().code, ErrorCode::BadInput);
}

void WorkloadTest::hostileFramesAreRefused_data() {
    QTest::addColumn<QByteArray>("frame");
    const auto row = [](const char* name, const std::vector<std::byte>& frame) {
        QTest::newRow(name) << QByteArray(reinterpret_cast<const char*>(frame.data()),
                                          static_cast<qsizetype>(frame.size()));
    };
    const std::vector<float> two{0.5F, 0.25F};
    const std::string good = content(header().dump(), two);
    row("empty", {});
    row("no frame", std::vector<std::byte>(100, std::byte{'x'}));
    row("nothing inside", compress(""));
    row("three bytes inside", compress("abc"));
    row("unknown size", compress(good, false));
    row("header longer than the frame", compress(content(header().dump(), two, 100)));
    row("header length of 4 GiB", compress(content(header().dump(), two, 0xffff0000LL)));
    row("header cut", compress(content(header().dump(), two, -3)));
    row("no JSON", compress(content("{\"format\":", two)));
    row("an array", compress(content("[1]", two)));
    row("other format", compress(content(with(header(), "format", "x").dump(), two)));
    row("one fraction missing", compress(content(header().dump(), std::span(two).first(1))));
    row("half a fraction", compress(good.substr(0, good.size() - 2)));
    row("more windows than fractions", compress(content(header(2).dump(), two)));
    row("huge shape", compress(content(header(std::uint64_t{1} << 63, 2).dump(), two)));
    row("shape whose product wraps to 2", compress(content(header((std::uint64_t{1} << 63) + 1, 1).dump(), two)));
    row("negative windows", compress(content(with(header(), "windows", -1).dump(), two)));
    row("windows as text", compress(content(with(header(), "windows", "1").dump(), two)));
    row("too many CPUs", compress(content(header(0, 100'000).dump(), {})));
    row("no windows", compress(content(header(0).dump(), {})));
    row("stressors no list", compress(content(with(header(), "stressors", "a").dump(), two)));
    row("stressors no text", compress(content(with(header(), "stressors", {1, 2}).dump(), two)));
    row("stressor twice", compress(content(with(header(), "stressors", {"a", "a"}).dump(), two)));
    row("window length zero", compress(content(with(header(), "window_seconds", 0).dump(), two)));
    row("no window length", compress(content(with(header(), "window_seconds", nullptr).dump(), two)));
    row("no seed", compress(content(with(header(), "seed", nullptr).dump(), two)));
    const std::vector<float> three{0.5F, 0.25F, 1e9F};
    row("memory that is not there", compress(content(with(header(), "memory_used", 1).dump(), two)));
    row("memory that is not spoken of", compress(content(header().dump(), three)));
    row("memory of other windows", compress(content(with(header(2), "memory_used", 1).dump(), two)));
    row("memory below zero",
        compress(content(with(header(), "memory_used", 1).dump(), std::vector<float>{0.5F, 0.25F, -1.0F})));
    row("row above one", compress(content(header().dump(), std::vector<float>{0.75F, 0.75F})));
    row("not a number", compress(content(header().dump(), std::vector<float>{0.5F, NAN})));
    std::vector<std::byte> twice = compress(good);
    const std::vector<std::byte> once = twice;
    twice.insert(twice.end(), once.begin(), once.end());
    row("two frames", twice);
    std::vector<std::byte> cut = compress(content(header(4096).dump(), std::vector<float>(8192, 0.125F)));
    cut.resize(cut.size() - 3);
    row("frame cut", cut);
}

void WorkloadTest::hostileFramesAreRefused() {
    QFETCH(QByteArray, frame);
    const auto bytes = std::as_bytes(std::span(frame.constData(), static_cast<std::size_t>(frame.size())));
    const auto payload = decodePayload(bytes, "file");
    QVERIFY(!payload.has_value());
    QCOMPARE(payload.error().code, ErrorCode::BadInput);
    QCOMPARE(payload.error().place, std::string("file"));
    QVERIFY(payload.error().message.ends_with('.'));
}

void WorkloadTest::honestFrameIsAccepted() {
    // What the table above differs from.
    const auto payload = decodePayload(compress(content(header().dump(), std::vector<float>{0.5F, 0.25F})), "file");
    QVERIFY(payload.has_value());
    QCOMPARE(payload->plan.at(0, 0, 1), 0.25F);
    QVERIFY(payload->plan.memoryUsed.empty());
    const auto withMemory = decodePayload(
        compress(content(with(header(), "memory_used", 1).dump(), std::vector<float>{0.5F, 0.25F, 1e9F})), "file");
    QVERIFY(withMemory.has_value());
    QVERIFY(withMemory->plan.memoryUsed == std::vector<float>{1e9F});
}

void WorkloadTest::otherFilesAreRefused_data() {
    QTest::addColumn<QString>("path");
    QTest::newRow("absent") << "/does/not/exist";
    QTest::newRow("folder") << "/";
    QTest::newRow("device") << "/dev/null";
    QTest::newRow("a program") << QCoreApplication::applicationFilePath();
}

void WorkloadTest::otherFilesAreRefused() {
    QFETCH(QString, path);
    const auto read = readPayload(path.toStdString());
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().code, ErrorCode::BadInput);
    QCOMPARE(read.error().place, path.toStdString());
}

void WorkloadTest::writingNeedsARunnerAndAValidPlan() {
    const Folder folder;
    folder.put("runner", kRunner);
    folder.put("script", "#!/bin/sh\n");
    QCOMPARE(writeWorkload(folder.file("absent"), somePayload(), folder.file("out")).error().code, ErrorCode::BadInput);
    QCOMPARE(writeWorkload(folder.file("script"), somePayload(), folder.file("out")).error().code, ErrorCode::Failed);
    Payload invalid = somePayload();
    invalid.plan.row(0, 0)[0] = 2.0F;
    QCOMPARE(writeWorkload(folder.file("runner"), invalid, folder.file("out")).error().code, ErrorCode::BadInput);
    QVERIFY(!fs::exists(folder.file("out")));
    QVERIFY(!writeWorkload(folder.file("runner"), somePayload(), folder.file("absent") / "out").has_value());
}

QTEST_GUILESS_MAIN(WorkloadTest)
#include "tst_workload.moc"
