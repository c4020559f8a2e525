// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "telemetry/samplestore.h"

#include <QtTest>
#include <array>

using mimesys::telemetry::SampleStore;

class SampleStoreTest : public QObject {
    Q_OBJECT

private slots:
    void columnsComeBackAcrossBlocks();
    void emptyStoreHasEmptyColumns();
};

void SampleStoreTest::columnsComeBackAcrossBlocks() {
    SampleStore store(3);
    constexpr int kSamples = 2000;
    for (int i = 0; i < kSamples; ++i) {
        const std::array values{static_cast<float>(i), static_cast<float>(-i), 0.5F};
        store.append(1000 + i, values);
    }
    QCOMPARE(store.size(), std::size_t{kSamples});
    const auto times = store.times();
    const auto first = store.column(0);
    const auto second = store.column(1);
    QCOMPARE(first.size(), std::size_t{kSamples});
    for (std::size_t i = 0; i < kSamples; ++i) {
        QCOMPARE(times[i], static_cast<std::int64_t>(1000 + i));
        QCOMPARE(first[i], static_cast<float>(i));
        QCOMPARE(second[i], -static_cast<float>(i));
    }
    QCOMPARE(store.column(2), std::vector<float>(kSamples, 0.5F));
}

void SampleStoreTest::emptyStoreHasEmptyColumns() {
    const SampleStore store(2);
    QVERIFY(store.times().empty());
    QVERIFY(store.column(1).empty());
}

QTEST_GUILESS_MAIN(SampleStoreTest)
#include "tst_samplestore.moc"
