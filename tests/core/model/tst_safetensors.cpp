// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "model/safetensors.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace mimesys;
using namespace mimesys::model;

namespace {

// A file of the layout from its header and its data.
QByteArray fileOf(const QByteArray& header, const QByteArray& data) {
    QByteArray bytes(8, '\0');
    qToLittleEndian(static_cast<quint64>(header.size()), bytes.data());
    return bytes + header + data;
}

}  // namespace

class SafeTensorsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsRead();
    void theLayoutIsThePublishedOne();
    void damageIsRefusedInOneSentence_data();
    void damageIsRefusedInOneSentence();
    void everyCutIsRefused();
    void aMissingFileIsRefused();

private:
    std::filesystem::path write(const QByteArray& bytes) {
        QFile file(m_folder.filePath("file.safetensors"));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
            qFatal("cannot write");
        }
        return file.fileName().toStdString();
    }
    QTemporaryDir m_folder;
};

void SafeTensorsTest::whatIsWrittenIsRead() {
    const std::filesystem::path path = m_folder.filePath("a.safetensors").toStdString();
    const SafeTensors written{.metadata = {{"key", "value \"quoted\""}},
                              .tensors = {{"b", {.shape = {2, 3}, .values = {1, 2, 3, 4, 5, 6}}},
                                          {"a", {.shape = {}, .values = {-0.5F}}},
                                          {"empty", {.shape = {0, 7}, .values = {}}}}};
    QVERIFY(writeSafeTensors(written, path));
    const auto read = readSafeTensors(path);
    QVERIFY2(read, read ? "" : read.error().text().c_str());
    QVERIFY(*read == written);
    QVERIFY(*readSafeTensorsMetadata(path) == written.metadata);
}

void SafeTensorsTest::theLayoutIsThePublishedOne() {
    const float values[] = {1.5F, -2.0F};
    const auto path =
        write(fileOf(R"({"__metadata__":{"by":"hand"},"x":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}})",
                     QByteArray(reinterpret_cast<const char*>(values), 8)));
    const auto read = readSafeTensors(path);
    QVERIFY(read);
    QCOMPARE(read->metadata.at("by"), std::string("hand"));
    QCOMPARE(read->tensors.at("x").values, (std::vector<float>{1.5F, -2.0F}));
}

void SafeTensorsTest::damageIsRefusedInOneSentence_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("sentence");
    const QByteArray eight(8, '\0');
    QTest::newRow("empty") << QByteArray() << "cut off";
    QTest::newRow("a huge header") << QByteArray(8, '\xff') << "cut off";
    QTest::newRow("a header longer than the file") << fileOf("{}", "").replace(0, 1, "\x40") << "cut off";
    QTest::newRow("no JSON") << fileOf("hello", "") << "damaged";
    QTest::newRow("a list") << fileOf("[1]", "") << "damaged";
    QTest::newRow("no offsets") << fileOf(R"({"x":{"dtype":"F32","shape":[1]}})", "") << "damaged";
    QTest::newRow("another type") << fileOf(R"({"x":{"dtype":"F64","shape":[1],"data_offsets":[0,8]}})", eight)
                                  << "F64";
    QTest::newRow("beyond the end") << fileOf(R"({"x":{"dtype":"F32","shape":[4],"data_offsets":[0,16]}})", eight)
                                    << "does not fit";
    QTest::newRow("backwards") << fileOf(R"({"x":{"dtype":"F32","shape":[1],"data_offsets":[8,4]}})", eight)
                               << "does not fit";
    QTest::newRow("another shape") << fileOf(R"({"x":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}})", eight)
                                   << "does not fit";
    QTest::newRow("a negative extent") << fileOf(R"({"x":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}})", eight)
                                       << "does not fit";
    QTest::newRow("an overflowing shape")
        << fileOf(R"({"x":{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,8]}})", eight)
        << "does not fit";
    QTest::newRow("overlapping") << fileOf(R"({"x":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},)"
                                           R"("y":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}})",
                                           eight)
                                 << "overlap";
    QTest::newRow("a gap") << fileOf(R"({"x":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}})", eight) << "gaps";
    QTest::newRow("too much") << fileOf(R"({"x":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}})", eight) << "longer";
    QTest::newRow("metadata that is no text") << fileOf(R"({"__metadata__":{"a":1}})", "") << "damaged";
}

void SafeTensorsTest::damageIsRefusedInOneSentence() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, sentence);
    const auto path = write(bytes);
    const auto read = readSafeTensors(path);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::BadInput);
    QVERIFY2(QString::fromStdString(read.error().message).contains(sentence), read.error().message.c_str());
    QVERIFY(!readSafeTensorsMetadata(path));
}

void SafeTensorsTest::everyCutIsRefused() {
    const std::filesystem::path path = m_folder.filePath("whole.safetensors").toStdString();
    QVERIFY(writeSafeTensors({.metadata = {}, .tensors = {{"x", {.shape = {3}, .values = {1, 2, 3}}}}}, path));
    QFile file(QString::fromStdString(path.string()));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray whole = file.readAll();
    for (qsizetype length = 0; length < whole.size(); ++length) {
        QVERIFY(!readSafeTensors(write(whole.first(length))));
    }
}

void SafeTensorsTest::aMissingFileIsRefused() {
    const auto read = readSafeTensors("/nowhere/model.safetensors");
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::BadInput);
    QCOMPARE(read.error().place, std::string("/nowhere/model.safetensors"));
}

QTEST_APPLESS_MAIN(SafeTensorsTest)
#include "tst_safetensors.moc"
