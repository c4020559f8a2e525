// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/random.h"
#include "curation/edittext.h"
#include "curation/traceedit.h"

#include <QtTest>
#include <cmath>

using namespace mimesys;
using trace::kMissing;
using trace::Trace;
using trace::TracePtr;

// What edits do to a target (curation/traceedit.h).
class TraceEditTest : public QObject {
    Q_OBJECT

private slots:
    void timesAndValuesAfterAnEdit_data();
    void timesAndValuesAfterAnEdit();
    void metricsAreChosenByIdFamilyOrAll_data();
    void metricsAreChosenByIdFamilyOrAll();
    void percentagesStayBelowAHundred();
    void samplesBelongWhereTheirMiddleIs();
    void rangesSideBySideShareNoSample();
    void shiftTakesTimeAndNotSamples();
    void smoothingAgreesWithANaiveMean();
    void splitGivesBothParts();
    void editedTraceSaysSoAndTheGivenOneStays();
    void editsFollowEachOther();
    void nonsenseIsRefused_data();
    void nonsenseIsRefused();
};

namespace {

constexpr std::int64_t kSecond = 1'000'000'000;
constexpr std::int64_t kStart = 100 * kSecond;

// Samples of disk.read that end after 1, 2, 3, 5 and 6 seconds: the fourth lasts two.
Trace irregular(std::vector<float> values = {1, 2, 3, 4, 5}) {
    Trace trace;
    trace.startNs = kStart;
    for (const int second : {1, 2, 3, 5, 6}) {
        trace.timesNs.push_back(kStart + second * kSecond);
    }
    trace.columns = {{metricFor("disk.read"), Provenance::Procfs, std::move(values)}};
    trace.attributes = {{"host", "a"}};
    return trace;
}

// One second each, two CPUs, disk and memory.
Trace machine() {
    Trace trace;
    trace.startNs = kStart;
    for (int second = 1; second <= 4; ++second) {
        trace.timesNs.push_back(kStart + second * kSecond);
    }
    trace.columns = {{metricFor("cpu.utilization[0]"), Provenance::Procfs, {10, 20, 30, 40}},
                     {metricFor("cpu.utilization[1]"), Provenance::Procfs, {50, 60, 70, 80}},
                     {metricFor("memory.used"), Provenance::Procfs, {1e9F, 1e9F, 2e9F, 2e9F}},
                     {metricFor("disk.read"), Provenance::HardwareCounter, {1, 2, 3, 4}}};
    return trace;
}

TracePtr edited(const char* text, const Trace& trace) {
    const auto edit = curation::traceEditFromText(text);
    if (!edit) {
        qFatal("%s", edit.error().message.c_str());
    }
    const auto result = curation::apply(*edit, trace);
    if (!result) {
        qFatal("%s", result.error().message.c_str());
    }
    return *result;
}

QList<double> secondsOf(const Trace& trace) {
    QList<double> seconds;
    for (const std::int64_t time : trace.timesNs) {
        seconds << static_cast<double>(time - kStart) / 1e9;
    }
    return seconds;
}

// NaN is -1 here.
QList<float> valuesOf(const Trace& trace, const char* id = "disk.read") {
    QList<float> values;
    for (const float value : trace.find(id)->values) {
        values << (std::isnan(value) ? -1.0F : value);
    }
    return values;
}

}  // namespace

void TraceEditTest::timesAndValuesAfterAnEdit_data() {
    QTest::addColumn<QByteArray>("edit");
    QTest::addColumn<double>("start");
    QTest::addColumn<QList<double>>("times");
    QTest::addColumn<QList<float>>("values");
    using Times = QList<double>;
    using Values = QList<float>;
    const Times all{1, 2, 3, 5, 6};
    QTest::newRow("trim") << QByteArray("trim 1..3") << 1.0 << Times{2, 3} << Values{2, 3};
    QTest::newRow("trim within samples") << QByteArray("trim 1.5..4.25") << 1.5 << Times{2, 3, 4.25} << Values{2, 3, 4};
    QTest::newRow("trim beyond the end") << QByteArray("trim 5..99") << 5.0 << Times{6} << Values{5};
    QTest::newRow("trim within one sample") << QByteArray("trim 3.5..4") << 3.5 << Times{4} << Values{4};
    QTest::newRow("cut") << QByteArray("cut 1..3") << 0.0 << Times{1, 3, 4} << Values{1, 4, 5};
    QTest::newRow("cut within a sample") << QByteArray("cut 3.5..4.5") << 0.0 << Times{1, 2, 3, 3.5, 4, 5}
                                         << Values{1, 2, 3, 4, 4, 5};
    QTest::newRow("cut the beginning") << QByteArray("cut ..5") << 0.0 << Times{1} << Values{5};
    QTest::newRow("split before") << QByteArray("split 4 before") << 0.0 << Times{1, 2, 3, 4} << Values{1, 2, 3, 4};
    QTest::newRow("split after") << QByteArray("split 4 after") << 4.0 << Times{5, 6} << Values{4, 5};
    QTest::newRow("repeat") << QByteArray("repeat 1..3 3") << 0.0 << Times{1, 2, 3, 4, 5, 6, 7, 9, 10}
                            << Values{1, 2, 3, 2, 3, 2, 3, 4, 5};
    QTest::newRow("repeat all") << QByteArray("repeat 0.. 2") << 0.0 << Times{1, 2, 3, 5, 6, 7, 8, 9, 11, 12}
                                << Values{1, 2, 3, 4, 5, 1, 2, 3, 4, 5};
    QTest::newRow("scale") << QByteArray("scale disk.read 2") << 0.0 << all << Values{2, 4, 6, 8, 10};
    QTest::newRow("scale a range") << QByteArray("scale disk.read 0 1..5") << 0.0 << all << Values{1, 0, 0, 0, 5};
    QTest::newRow("shift later") << QByteArray("shift disk.read 1 0..3") << 0.0 << all << Values{-1, 1, 2, 4, 5};
    // The last sample's place is taken from after the end.
    QTest::newRow("shift earlier") << QByteArray("shift disk.read -1 3..") << 0.0 << all << Values{1, 2, 3, 4.5F, -1};
    QTest::newRow("mask") << QByteArray("mask disk.read 2..5") << 0.0 << all << Values{1, 2, -1, -1, 5};
    // Around the middle of the third, 2.5 s: half a second of 2, one of 3 and half of 4.
    QTest::newRow("smooth") << QByteArray("smooth disk.read 2 2..3") << 0.0 << all << Values{1, 2, 3, 4, 5};
    QTest::newRow("smooth over everything")
        << QByteArray("smooth disk.read 100") << 0.0 << all << QList<float>(5, 19.0F / 6.0F);
}

void TraceEditTest::timesAndValuesAfterAnEdit() {
    QFETCH(QByteArray, edit);
    QFETCH(double, start);
    QFETCH(QList<double>, times);
    QFETCH(QList<float>, values);
    const TracePtr result = edited(edit, irregular());
    QCOMPARE(static_cast<double>(result->startNs - kStart) / 1e9, start);
    QCOMPARE(secondsOf(*result), times);
    QCOMPARE(valuesOf(*result), values);
    QCOMPARE(result->columns[0].provenance, Provenance::Procfs);
    QCOMPARE(result->columns[0].metric, metricFor("disk.read"));
    QCOMPARE(result->attributes.at("host"), std::string("a"));
}

void TraceEditTest::metricsAreChosenByIdFamilyOrAll_data() {
    QTest::addColumn<QByteArray>("metrics");
    QTest::addColumn<QList<bool>>("changed");
    QTest::newRow("id") << QByteArray("cpu.utilization[1]") << QList<bool>{false, true, false, false};
    QTest::newRow("family") << QByteArray("cpu") << QList<bool>{true, true, false, false};
    QTest::newRow("another family") << QByteArray("disk") << QList<bool>{false, false, false, true};
    QTest::newRow("all") << QByteArray("all") << QList<bool>{true, true, true, true};
}

void TraceEditTest::metricsAreChosenByIdFamilyOrAll() {
    QFETCH(QByteArray, metrics);
    QFETCH(QList<bool>, changed);
    const Trace before = machine();
    const TracePtr after = edited("scale " + metrics + " 0.5", before);
    for (std::size_t i = 0; i < before.columns.size(); ++i) {
        const float factor = changed[static_cast<int>(i)] ? 0.5F : 1.0F;
        QCOMPARE(after->columns[i].values[3], before.columns[i].values[3] * factor);
        QCOMPARE(after->columns[i].provenance, before.columns[i].provenance);
    }
}

void TraceEditTest::percentagesStayBelowAHundred() {
    const TracePtr result = edited("scale all 3", machine());
    QCOMPARE(valuesOf(*result, "cpu.utilization[0]"), (QList<float>{30, 60, 90, 100}));
    QCOMPARE(valuesOf(*result, "disk.read"), (QList<float>{3, 6, 9, 12}));
}

void TraceEditTest::samplesBelongWhereTheirMiddleIs() {
    // The fourth sample lasts from 3 to 5 s.
    QCOMPARE(valuesOf(*edited("mask disk.read 2..4", irregular())), (QList<float>{1, 2, -1, 4, 5}));
    QCOMPARE(valuesOf(*edited("mask disk.read 3..4.1", irregular())), (QList<float>{1, 2, 3, -1, 5}));
    QCOMPARE(valuesOf(*edited("mask disk.read 4..5", irregular())), (QList<float>{1, 2, 3, -1, 5}));
}

void TraceEditTest::rangesSideBySideShareNoSample() {
    Random random(5);
    for (int round = 0; round < 100; ++round) {
        Trace trace;
        for (int i = 0; i < 20; ++i) {
            trace.timesNs.push_back(trace.endNs() + 1 + static_cast<std::int64_t>(random.below(1000)));
        }
        trace.columns = {{metricFor("disk.read"), Provenance::Procfs, std::vector<float>(20, 1.0F)}};
        const auto border = 1 + static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(trace.endNs() - 1)));
        TracePtr both = std::make_shared<const Trace>(trace);
        for (const curation::Span& range : {curation::Span{0, border}, curation::Span{border, curation::Span::kOpen}}) {
            if (const auto next = curation::apply(curation::Scale{"all", 2.0, range}, *both)) {
                both = *next;
            }
        }
        QVERIFY(std::ranges::all_of(both->columns[0].values, [](float value) { return value == 2.0F; }));
    }
}

void TraceEditTest::shiftTakesTimeAndNotSamples() {
    // By half a second: halves of two neighbours, and the long one mostly of itself.
    const QList<float> values = valuesOf(*edited("shift disk.read 0.5", irregular()));
    QCOMPARE(values, (QList<float>{1, 1.5F, 2.5F, 3.75F, 4.5F}));
    // What is missing moves too; half of a sample is enough to know it.
    const QList<float> gap = valuesOf(*edited("shift disk.read 0.25", irregular({1, kMissing, 3, 4, 5})));
    QCOMPARE(gap, (QList<float>{1, -1, 3, 3.875F, 4.75F}));
}

void TraceEditTest::smoothingAgreesWithANaiveMean() {
    Random random(8);
    Trace trace;
    constexpr int kSamples = 300;
    std::vector<float> values;
    for (int i = 0; i < kSamples; ++i) {
        trace.timesNs.push_back(trace.endNs() + 2 * (1 + static_cast<std::int64_t>(random.below(500))));
        values.push_back(random.below(7) == 0 ? kMissing : static_cast<float>(random.below(1000)));
    }
    trace.columns = {{metricFor("disk.read"), Provenance::Procfs, values}};
    constexpr std::int64_t kOver = 2'000;
    const auto result = curation::apply(curation::Smooth{"disk.read", kOver, {}}, trace);
    QVERIFY(result.has_value());
    for (std::size_t i = 0; i < kSamples; ++i) {
        const std::int64_t middle = (trace.intervalStartNs(i) + trace.timesNs[i]) / 2;
        double sum = 0.0;
        double covered = 0.0;
        for (std::size_t j = 0; j < kSamples; ++j) {
            const std::int64_t begin = std::max(trace.intervalStartNs(j), middle - kOver / 2);
            const std::int64_t end = std::min(trace.timesNs[j], middle + kOver / 2);
            if (end > begin && !std::isnan(values[j])) {
                sum += static_cast<double>(end - begin) * static_cast<double>(values[j]);
                covered += static_cast<double>(end - begin);
            }
        }
        const float smooth = (*result)->columns[0].values[i];
        QCOMPARE(std::isnan(smooth), std::isnan(values[i]));
        if (!std::isnan(smooth)) {
            QVERIFY(std::abs(static_cast<double>(smooth) - sum / covered) < 1e-3);
        }
    }
}

void TraceEditTest::splitGivesBothParts() {
    const auto parts = curation::split(irregular(), 4 * kSecond);
    QVERIFY(parts.has_value());
    QCOMPARE(secondsOf(*parts->first), (QList<double>{1, 2, 3, 4}));
    QCOMPARE(secondsOf(*parts->second), (QList<double>{5, 6}));
    QCOMPARE(parts->second->startNs, kStart + 4 * kSecond);
    QVERIFY(!curation::split(irregular(), 6 * kSecond).has_value());
}

void TraceEditTest::editedTraceSaysSoAndTheGivenOneStays() {
    const Trace before = machine();
    const TracePtr after = edited("scale cpu 0.5 1..2", before);
    QVERIFY(!curation::isEdited(before));
    QCOMPARE(before.columns[0].values, (std::vector<float>{10, 20, 30, 40}));
    QVERIFY(curation::isEdited(*after));
    QCOMPARE(after->attributes.at("edited"), std::string("cpu scaled by 0.5 from 1 s to 2 s"));
    const TracePtr twice = edited("mask all", *after);
    QCOMPARE(twice->attributes.at("edited"), std::string("cpu scaled by 0.5 from 1 s to 2 s; all metrics masked"));
}

void TraceEditTest::editsFollowEachOther() {
    const std::vector<curation::TraceEdit> edits{curation::Trim{{kSecond, curation::Span::kOpen}},
                                                 curation::Mask{"disk", {0, kSecond}}};
    const auto result = curation::apply(edits, std::make_shared<const Trace>(machine()));
    QVERIFY(result.has_value());
    QCOMPARE(valuesOf(**result), (QList<float>{-1, 3, 4}));
}

void TraceEditTest::nonsenseIsRefused_data() {
    QTest::addColumn<QByteArray>("edit");
    QTest::addColumn<QString>("says");
    QTest::newRow("outside") << QByteArray("trim 7..9") << "lasts 6 s";
    QTest::newRow("nothing left") << QByteArray("cut 0..6") << "Nothing of the trace";
    QTest::newRow("split at the end") << QByteArray("split 6 before") << "cannot be split";
    QTest::newRow("no such metric") << QByteArray("scale gpu 2") << "gpu";
    QTest::newRow("a family without members") << QByteArray("mask cpu") << "cpu";
    QTest::newRow("no middle of a sample") << QByteArray("mask all 3..3.5") << "middle";
    QTest::newRow("no shift") << QByteArray("shift all 0") << "other than 0";
    QTest::newRow("no width") << QByteArray("smooth all 0") << "positive";
    QTest::newRow("negative width") << QByteArray("smooth all -1") << "positive";
}

void TraceEditTest::nonsenseIsRefused() {
    QFETCH(QByteArray, edit);
    QFETCH(QString, says);
    const auto result = curation::apply(curation::traceEditFromText(edit.toStdString()).value(), irregular());
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().code, ErrorCode::BadInput);
    QVERIFY2(QString::fromStdString(result.error().message).contains(says), result.error().message.c_str());
    QVERIFY(!curation::apply(curation::Scale{"all", -1.0, {}}, irregular()).has_value());
    QVERIFY(!curation::apply(curation::Scale{"all", std::nan(""), {}}, irregular()).has_value());
    QVERIFY(!curation::apply(curation::Repeat{{}, 1}, irregular()).has_value());
}

QTEST_GUILESS_MAIN(TraceEditTest)
#include "tst_traceedit.moc"
