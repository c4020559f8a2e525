// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "core/model/machine.h"
#include "model/model.h"
#include "model/safetensors.h"

#include <nlohmann/json.hpp>

#include <QTemporaryDir>
#include <QtTest>

using namespace mimesys;
using namespace mimesys::model;

class ModelFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aModelWhoseTensorsDoNotFitIsRefused();
    void aMissingFileIsRefused();

private:
    QTemporaryDir m_folder;
};

void ModelFileTest::aModelWhoseTensorsDoNotFitIsRefused() {
    const std::filesystem::path path = m_folder.filePath("model.safetensors").toStdString();
    const auto refused = [&](const SafeTensors& file, const char* sentence) {
        if (!writeSafeTensors(file, path)) {
            return false;
        }
        const auto model = readModel(path);
        return !model && model.error().code == ErrorCode::BadInput &&
               QString::fromStdString(model.error().message).contains(sentence);
    };
    QVERIFY(refused({}, "no description"));
    QVERIFY(refused({.metadata = {{"mimesys", "{}"}}, .tensors = {}}, "damaged"));
    Description description = toy::description(toy::smallNetwork());
    const auto textOf = [&] {
        return toJson(description).dump();
    };
    QVERIFY(refused({.metadata = {{"mimesys", textOf()}}, .tensors = {}}, "too few"));
    // A description that would take many gigabytes is not believed either.
    description.network.width = 4096;
    description.network.layers = 256;
    QVERIFY(refused({.metadata = {{"mimesys", textOf()}}, .tensors = {}}, "too few"));
}

void ModelFileTest::aMissingFileIsRefused() {
    const auto model = readModel("/nowhere/model.safetensors");
    QVERIFY(!model);
    QCOMPARE(model.error().code, ErrorCode::BadInput);
    QCOMPARE(model.error().place, std::string("/nowhere/model.safetensors"));
}

QTEST_APPLESS_MAIN(ModelFileTest)
#include "tst_modelfile.moc"
