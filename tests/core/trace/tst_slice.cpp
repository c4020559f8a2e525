// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "trace/slice.h"

#include <QtTest>

using namespace mimesys;

class SliceTest : public QObject {
    Q_OBJECT

private slots:
    void keepsWhatLiesWithin_data();
    void keepsWhatLiesWithin();
    void emptySliceIsRefused();
};

namespace {

// Samples that end at 20, 30, 40 and 50 ns, the first beginning at 10.
trace::Trace fourSamples() {
    trace::Trace trace;
    trace.startNs = 10;
    trace.timesNs = {20, 30, 40, 50};
    trace.columns = {{metricFor("disk.read"), Provenance::Procfs, {1.0F, 2.0F, 3.0F, 4.0F}}};
    trace.attributes = {{"host", "a"}};
    return trace;
}

}  // namespace

void SliceTest::keepsWhatLiesWithin_data() {
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<int>("startNs");
    QTest::addColumn<QList<float>>("values");
    QTest::newRow("everything") << 0 << 100 << 10 << QList<float>{1, 2, 3, 4};
    QTest::newRow("middle") << 20 << 40 << 20 << QList<float>{2, 3};
    QTest::newRow("intervals that stick out are left") << 15 << 45 << 20 << QList<float>{2, 3};
    QTest::newRow("one") << 40 << 50 << 40 << QList<float>{4};
}

void SliceTest::keepsWhatLiesWithin() {
    QFETCH(int, from);
    QFETCH(int, to);
    QFETCH(int, startNs);
    QFETCH(QList<float>, values);
    const auto part = trace::slice(fourSamples(), from, to);
    QVERIFY(part.has_value());
    QCOMPARE((*part)->startNs, std::int64_t{startNs});
    QCOMPARE((*part)->sampleCount(), static_cast<std::size_t>(values.size()));
    QVERIFY(std::ranges::equal((*part)->columns[0].values, values));
    QCOMPARE((*part)->columns[0].provenance, Provenance::Procfs);
    QCOMPARE((*part)->attributes, fourSamples().attributes);
}

void SliceTest::emptySliceIsRefused() {
    const auto part = trace::slice(fourSamples(), 41, 49);
    QVERIFY(!part.has_value());
    QCOMPARE(part.error().code, ErrorCode::BadInput);
}

QTEST_GUILESS_MAIN(SliceTest)
#include "tst_slice.moc"
