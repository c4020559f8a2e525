// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "testrun/measure.h"

#include <QtTest>

using namespace mimesys::testrun;

class TestRunMeasureTest : public QObject {
    Q_OBJECT

private slots:
    void numbersAreFound_data();
    void numbersAreFound();
    void missingNumbersAreExplained_data();
    void missingNumbersAreExplained();
    void patternsThatCannotBeUsedAreRefused_data();
    void patternsThatCannotBeUsedAreRefused();
    void endlessLinesAreNoDanger();
};

namespace {

Reading reading(const QString& pattern) {
    Measure measure;
    measure.pattern = pattern.toStdString();
    return Reading::of(measure).value();
}

}  // namespace

void TestRunMeasureTest::numbersAreFound_data() {
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("output");
    QTest::addColumn<double>("expected");
    QTest::newRow("one line") << "([0-9.]+) requests/s"
                              << "done: 12.5 requests/s" << 12.5;
    QTest::newRow("the last line counts") << "p99 ([0-9.]+)"
                                          << "p99 1.5\np99 2.5\nend\n"
                                          << 2.5;
    QTest::newRow("the last of a line counts") << "([0-9]+) MB"
                                               << "1 MB, 2 MB" << 2.0;
    QTest::newRow("exponent") << "rate=(\\S+)"
                              << "rate=1.5e3\n"
                              << 1500.0;
    QTest::newRow("other groups") << "(?:GET|SET): ([0-9]+)"
                                  << "GET: 7" << 7.0;
    QTest::newRow("none is a number too") << "errors ([0-9]+)"
                                          << "errors 0" << 0.0;
    QTest::newRow("carriage returns") << "^rps ([0-9.]+)"
                                      << "rps 3.5\r\n"
                                      << 3.5;
}

void TestRunMeasureTest::numbersAreFound() {
    QFETCH(QString, pattern);
    QFETCH(QString, output);
    QFETCH(double, expected);
    QCOMPARE(reading(pattern).valueIn(output.toStdString(), "").value(), expected);
}

void TestRunMeasureTest::missingNumbersAreExplained_data() {
    QTest::addColumn<QString>("output");
    QTest::addColumn<QString>("lastLine");
    QTest::addColumn<QString>("said");
    QTest::newRow("nothing") << ""
                             << ""
                             << "printed nothing";
    QTest::newRow("other lines") << "a\nb\n"
                                 << "b"
                                 << "the last one is \"b\"";
    QTest::newRow("no number") << "rate fast\n"
                               << "rate fast"
                               << "\"fast\", is no number";
    QTest::newRow("below 0") << "rate -1\n"
                             << "rate -1"
                             << "\"-1\", is no number of 0 or more";
    QTest::newRow("not a number") << "rate nan\n"
                                  << "rate nan"
                                  << "\"nan\", is no number";
}

void TestRunMeasureTest::missingNumbersAreExplained() {
    QFETCH(QString, output);
    QFETCH(QString, lastLine);
    QFETCH(QString, said);
    const auto value = reading("rate (\\S+)").valueIn(output.toStdString(), lastLine.toStdString());
    QVERIFY(!value);
    QVERIFY2(QString::fromStdString(value.error().message).contains(said), value.error().message.c_str());
}

void TestRunMeasureTest::patternsThatCannotBeUsedAreRefused_data() {
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("said");
    QTest::newRow("not closed") << "([0-9]+"
                                << "no regular expression";
    QTest::newRow("no group") << "[0-9]+"
                              << "has 0 groups";
    QTest::newRow("two groups") << "([0-9]+) (MB|GB)"
                                << "has 2 groups";
}

void TestRunMeasureTest::patternsThatCannotBeUsedAreRefused() {
    QFETCH(QString, pattern);
    QFETCH(QString, said);
    Measure measure;
    measure.pattern = pattern.toStdString();
    const auto refused = Reading::of(measure);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, mimesys::ErrorCode::BadInput);
    QVERIFY2(QString::fromStdString(refused.error().message).contains(said), refused.error().message.c_str());
}

void TestRunMeasureTest::endlessLinesAreNoDanger() {
    const std::string line = std::string(1'000, 'a') + std::string(1'000'000, 'c');
    QVERIFY(!reading("a+b([0-9]+)").valueIn(line, "a…"));
    QCOMPARE(reading("x ([0-9]+)").valueIn("x 5\n" + line, "").value(), 5.0);
}

QTEST_GUILESS_MAIN(TestRunMeasureTest)
#include "tst_testrunmeasure.moc"
