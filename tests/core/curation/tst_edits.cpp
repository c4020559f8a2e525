// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "curation/describe.h"
#include "curation/editjson.h"
#include "curation/edittext.h"

#include <nlohmann/json.hpp>

#include <QtTest>

using namespace mimesys;
using namespace mimesys::curation;

// Edits as JSON, as text and in words.
class EditsTest : public QObject {
    Q_OBJECT

private slots:
    void traceEditsSurviveJsonAndText_data();
    void traceEditsSurviveJsonAndText();
    void planEditsSurviveJsonAndText_data();
    void planEditsSurviveJsonAndText();
    void documentsHoldLists();
    void wrongJsonIsOneSentence_data();
    void wrongJsonIsOneSentence();
    void wrongDocumentsAreOneSentence_data();
    void wrongDocumentsAreOneSentence();
    void wrongTextIsOneSentence_data();
    void wrongTextIsOneSentence();
};

Q_DECLARE_METATYPE(mimesys::curation::TraceEdit)
Q_DECLARE_METATYPE(mimesys::curation::PlanEdit)

namespace {

constexpr std::int64_t kSecond = 1'000'000'000;

}  // namespace

void EditsTest::traceEditsSurviveJsonAndText_data() {
    QTest::addColumn<TraceEdit>("edit");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("words");
    const Span range{10 * kSecond, 20 * kSecond};
    const auto row = [](const char* name, const TraceEdit& edit, const char* text, const char* json,
                        const char* words) {
        QTest::newRow(name) << edit << text << json << words;
    };
    row("trim", Trim{{5 * kSecond, 60 * kSecond}}, "trim 5..60", R"({"edit":"trim","from":5.0,"to":60.0})",
        "trimmed from 5 s to 60 s");
    row("trim to the end", Trim{{1'500'000'000, Span::kOpen}}, "trim 1.5..", R"({"edit":"trim","from":1.5})",
        "trimmed from 1.5 s on");
    row("cut", Cut{{0, kSecond}}, "cut ..1", R"({"edit":"cut","to":1.0})", "cut out from 0 s to 1 s");
    row("split", Split{kSecond, Side::After}, "split 1 after", R"({"at":1.0,"edit":"split","keep":"after"})",
        "split at 1 s, the part after kept");
    row("scale", Scale{"cpu", 0.5, range}, "scale cpu 0.5 10..20",
        R"({"edit":"scale","factor":0.5,"from":10.0,"metrics":"cpu","to":20.0})",
        "cpu scaled by 0.5 from 10 s to 20 s");
    row("scale everything", Scale{"all", 2.0, {}}, "scale all 2", R"({"edit":"scale","factor":2.0,"metrics":"all"})",
        "all metrics scaled by 2");
    row("shift", Shift{"disk.read", -2'500'000'000, {}}, "shift disk.read -2.5",
        R"({"by":-2.5,"edit":"shift","metrics":"disk.read"})", "disk.read shifted by -2.5 s");
    row("repeat", Repeat{range, 3}, "repeat 10..20 3", R"({"edit":"repeat","from":10.0,"times":3,"to":20.0})",
        "repeated to stand 3 times from 10 s to 20 s");
    row("smooth", Smooth{"load average", 5 * kSecond, range}, "smooth \"load average\" 5 10..20",
        R"({"edit":"smooth","from":10.0,"metrics":"load average","over":5.0,"to":20.0})",
        "load average smoothed over 5 s from 10 s to 20 s");
    row("mask", Mask{"memory", {}}, "mask memory", R"({"edit":"mask","metrics":"memory"})", "memory masked");
}

void EditsTest::traceEditsSurviveJsonAndText() {
    QFETCH(TraceEdit, edit);
    QFETCH(QString, text);
    QFETCH(QString, json);
    QFETCH(QString, words);
    QCOMPARE(QString::fromStdString(toJson(edit).dump()), json);
    QCOMPARE(traceEditFromJson(nlohmann::json::parse(json.toStdString())).value(), edit);
    QCOMPARE(traceEditFromText(text.toStdString()).value(), edit);
    QCOMPARE(QString::fromStdString(describe(edit)), words);
    QVERIFY(!planEditFromJson(toJson(edit)).has_value());
}

void EditsTest::planEditsSurviveJsonAndText_data() {
    QTest::addColumn<PlanEdit>("edit");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* name, const PlanEdit& edit, const char* text, const char* json, const char* words) {
        QTest::newRow(name) << edit << text << json << words;
    };
    row("scale", ScaleStressor{"memset", 0.5, {{10, 20}, {0, 2}}}, "scale memset 0.5 windows 10-19 cpus 0-1",
        R"({"cpus":[0,1],"edit":"scale-stressor","factor":0.5,"stressor":"memset","windows":[10,19]})",
        "memset scaled by 0.5 in windows 10 to 19 on CPUs 0 to 1");
    row("replace", ReplaceStressor{"a", "b", {{}, {3, 4}}}, "replace a b cpu 3",
        R"({"by":"b","cpus":[3,3],"edit":"replace-stressor","stressor":"a"})", "a replaced by b on CPU 3");
    row("paint", Paint{"two words", 0.25, {{7, 8}, {}}}, "paint \"two words\" 0.25 window 7",
        R"({"edit":"paint","fraction":0.25,"stressor":"two words","windows":[7,7]})",
        "two words set to 0.25 in window 7");
    row("lock", Lock{"all", {}, true}, "lock all", R"({"edit":"lock","stressor":"all"})", "all stressors locked");
    row("unlock", Lock{"a", {}, false}, "unlock a", R"({"edit":"unlock","stressor":"a"})", "a unlocked");
}

void EditsTest::planEditsSurviveJsonAndText() {
    QFETCH(PlanEdit, edit);
    QFETCH(QString, text);
    QFETCH(QString, json);
    QFETCH(QString, words);
    QCOMPARE(QString::fromStdString(toJson(edit).dump()), json);
    QCOMPARE(planEditFromJson(nlohmann::json::parse(json.toStdString())).value(), edit);
    QCOMPARE(planEditFromText(text.toStdString()).value(), edit);
    QCOMPARE(QString::fromStdString(describe(edit)), words);
    QVERIFY(!traceEditFromJson(toJson(edit)).has_value());
}

void EditsTest::documentsHoldLists() {
    const std::vector<TraceEdit> trace{Trim{{kSecond, Span::kOpen}}, Mask{"cpu", {}}};
    QCOMPARE(traceEditsFromDocument(toDocument(trace)).value(), trace);
    const std::vector<PlanEdit> plan{Lock{"all", {{2, IndexRange::kOpen}, {}}, true}, Paint{"a", 1.0, {}}};
    QCOMPARE(planEditsFromDocument(toDocument(plan)).value(), plan);
    QVERIFY(!planEditsFromDocument(toDocument(trace)).has_value());
}

void EditsTest::wrongJsonIsOneSentence_data() {
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("says");
    QTest::newRow("no object") << "5"
                               << "not an object";
    QTest::newRow("no kind") << R"({"factor": 1})"
                             << "\"edit\" is missing";
    QTest::newRow("unknown kind") << R"({"edit": "rotate"})"
                                  << "rotate";
    QTest::newRow("missing field") << R"({"edit": "scale", "metrics": "cpu"})"
                                   << "factor";
    QTest::newRow("unknown field") << R"({"edit": "mask", "metrics": "cpu", "factor": 2})"
                                   << "means nothing";
    QTest::newRow("wrong type") << R"({"edit": "scale", "metrics": "cpu", "factor": "2"})"
                                << "factor";
    QTest::newRow("negative factor") << R"({"edit": "scale", "metrics": "cpu", "factor": -2})"
                                     << "factor";
    QTest::newRow("backwards") << R"({"edit": "trim", "from": 5, "to": 2})"
                               << "before";
    QTest::newRow("no such side") << R"({"edit": "split", "at": 5, "keep": "left"})"
                                  << "before";
    QTest::newRow("half a time") << R"({"edit": "repeat", "times": 2.5})"
                                 << "whole number";
    QTest::newRow("no name") << R"({"edit": "mask", "metrics": ""})"
                             << "empty";
}

void EditsTest::wrongJsonIsOneSentence() {
    QFETCH(QString, json);
    QFETCH(QString, says);
    const auto edit = traceEditFromJson(nlohmann::json::parse(json.toStdString()));
    QVERIFY(!edit.has_value());
    QCOMPARE(edit.error().code, ErrorCode::BadInput);
    QVERIFY2(QString::fromStdString(edit.error().message).contains(says), edit.error().message.c_str());
    QVERIFY(edit.error().message.ends_with('.'));
}

void EditsTest::wrongDocumentsAreOneSentence_data() {
    QTest::addColumn<QString>("document");
    QTest::addColumn<QString>("says");
    QTest::newRow("nothing") << ""
                             << "JSON";
    QTest::newRow("another format") << R"({"format": "mimesys-plan"})"
                                    << "no list of edits";
    QTest::newRow("another version") << R"({"format": "mimesys-edits", "version": 2, "edits": []})"
                                     << "version 1";
    QTest::newRow("no list") << R"({"format": "mimesys-edits", "version": 1, "edits": {}})"
                             << "edits";
    QTest::newRow("windows backwards")
        << R"({"format": "mimesys-edits", "version": 1, "edits": [{"edit": "lock", "stressor": "a", "windows": [3, 2]}]})"
        << "windows";
    QTest::newRow("half a range")
        << R"({"format": "mimesys-edits", "version": 1, "edits": [{"edit": "lock", "stressor": "a", "cpus": [3]}]})"
        << "cpus";
    QTest::newRow("more than a window")
        << R"({"format": "mimesys-edits", "version": 1, "edits": [{"edit": "paint", "stressor": "a", "fraction": 2}]})"
        << "fraction";
}

void EditsTest::wrongDocumentsAreOneSentence() {
    QFETCH(QString, document);
    QFETCH(QString, says);
    const auto edits = planEditsFromDocument(document.toStdString());
    QVERIFY(!edits.has_value());
    QCOMPARE(edits.error().code, ErrorCode::BadInput);
    QVERIFY2(QString::fromStdString(edits.error().message).contains(says), edits.error().message.c_str());
}

void EditsTest::wrongTextIsOneSentence_data() {
    QTest::addColumn<QString>("text");
    for (const char* text : {"",
                             "   ",
                             "trim",
                             "trim 5",
                             "trim 5..2",
                             "trim ..",
                             "trim 5..x",
                             "trim 1..2 3",
                             "split 5",
                             "split 5 left",
                             "scale cpu",
                             "scale cpu x",
                             "scale cpu -1",
                             "scale cpu 1 2",
                             "scale cpu nan",
                             "repeat 1..2 1.5",
                             "repeat 1..2 1",
                             "mask \"cpu",
                             "rotate cpu",
                             "paint memset 0.5",
                             "shift cpu 1e300"}) {
        QTest::newRow(text) << text;
    }
}

void EditsTest::wrongTextIsOneSentence() {
    QFETCH(QString, text);
    const auto edit = traceEditFromText(text.toStdString());
    QVERIFY(!edit.has_value());
    QCOMPARE(edit.error().code, ErrorCode::BadInput);
    QVERIFY(QString::fromStdString(edit.error().message).contains("write one of: trim RANGE"));
    for (const char* wrong : {"paint a 2", "paint a 0.5 windows", "paint a 0.5 rows 3", "paint a 0.5 windows 5-3",
                              "lock", "replace a", "scale a 1 windows -3", "trim 1..2"}) {
        QVERIFY2(!planEditFromText(wrong).has_value(), wrong);
    }
    QVERIFY(!spanFromText("5").has_value());
    QCOMPARE(spanFromText("5..").value(), (Span{5 * kSecond, Span::kOpen}));
}

QTEST_GUILESS_MAIN(EditsTest)
#include "tst_edits.moc"
