// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/metric.h"

#include <QtTest>
#include <algorithm>

using namespace mimesys;

class MetricTest : public QObject {
    Q_OBJECT

private slots:
    void catalogueIdsKnowTheirUnitAndFamily();
    void cpuIdsRoundTrip();
    void malformedCpuIdsAreUnknown_data();
    void malformedCpuIdsAreUnknown();
    void orderPutsCpusByNumberAndUnknownLast();
};

void MetricTest::catalogueIdsKnowTheirUnitAndFamily() {
    QCOMPARE(metricFor("disk.read"), (Metric{"disk.read", "MB/s", Family::Disk}));
    QCOMPARE(metricFor("cpu.utilization[12]"), (Metric{"cpu.utilization[12]", "%", Family::Cpu}));
    QCOMPARE(metricFor("my.metric"), (Metric{"my.metric", "", Family::Other}));
    QVERIFY(isKnownMetric("llc.misses"));
    QVERIFY(!isKnownMetric("my.metric"));
}

void MetricTest::cpuIdsRoundTrip() {
    QCOMPARE(cpuUtilizationId(127), std::string("cpu.utilization[127]"));
    QCOMPARE(cpuOfUtilizationId("cpu.utilization[127]"), std::optional<int>(127));
}

void MetricTest::malformedCpuIdsAreUnknown_data() {
    QTest::addColumn<QString>("id");
    for (const char* id :
         {"cpu.utilization[]", "cpu.utilization[-1]", "cpu.utilization[1", "cpu.utilization[1x]", "cpu.utilization"}) {
        QTest::newRow(id) << QString::fromUtf8(id);
    }
}

void MetricTest::malformedCpuIdsAreUnknown() {
    QFETCH(QString, id);
    QVERIFY(!cpuOfUtilizationId(id.toStdString()).has_value());
}

void MetricTest::orderPutsCpusByNumberAndUnknownLast() {
    std::vector<std::string> ids{"zeta",      "disk.write",      "cpu.utilization[10]",  "alpha", "cpu.utilization[2]",
                                 "disk.read", "cpu.utilization", "memory.read_bandwidth"};
    std::ranges::sort(ids, metricOrder);
    const std::vector<std::string> expected{"cpu.utilization",
                                            "cpu.utilization[2]",
                                            "cpu.utilization[10]",
                                            "memory.read_bandwidth",
                                            "disk.read",
                                            "disk.write",
                                            "alpha",
                                            "zeta"};
    QCOMPARE(ids, expected);
}

QTEST_GUILESS_MAIN(MetricTest)
#include "tst_metric.moc"
