// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "colourvision.h"
#include "composition/stressorpalette.h"
#include "heatmap/colourmap.h"
#include "stressor/stressor.h"
#include "timeline/format.h"

#include <QtTest>
#include <map>
#include <set>

using namespace mimesys;
using namespace mimesys::widgets;

// Whether what colours say is seen by people who see them differently, and by those who see no hue at all.
class ColoursTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void labIsThatOfTheStandard();
    void mapsStayInOrder_data();
    void mapsStayInOrder();
    void mapsAreUniform();
    void classesAreToldApart_data();
    void classesAreToldApart();
    void classesAreToldApartWithoutColour();
    void stressorsOfAClassGrowLighter();
    void stressorsKeepClearOfOtherClasses_data();
    void stressorsKeepClearOfOtherClasses();
    void textIsReadOnEveryColour();
    void namesAndAliasesHaveAClass();
};

namespace {

void addVisions() {
    QTest::addColumn<int>("vision");
    for (int i = 0; i < static_cast<int>(vision::kVisions.size()); ++i) {
        QTest::newRow(vision::kVisions[static_cast<std::size_t>(i)].name) << i;
    }
}

const vision::Matrix& matrixOf(int index) {
    return vision::kVisions[static_cast<std::size_t>(index)].matrix;
}

std::vector<std::string> researchNames() {
    const auto names = stressor::researchStressors();
    return {names.begin(), names.end()};
}

double contrast(const QColor& x, const QColor& y) {  // WCAG 2.1
    const auto luminance = [](const QColor& colour) {
        return 0.2126 * linearLight(static_cast<double>(colour.redF())) +
               0.7152 * linearLight(static_cast<double>(colour.greenF())) +
               0.0722 * linearLight(static_cast<double>(colour.blueF()));
    };
    return (std::max(luminance(x), luminance(y)) + 0.05) / (std::min(luminance(x), luminance(y)) + 0.05);
}

}  // namespace

void ColoursTest::labIsThatOfTheStandard() {
    // Values of sRGB's primaries under D65, as published with the standard.
    const auto close = [](const QColor& colour, double lightness, double a, double b) {
        const Lab lab = toLab(colour);
        return std::abs(lab.lightness - lightness) < 0.05 && std::abs(lab.a - a) < 0.05 && std::abs(lab.b - b) < 0.05;
    };
    QVERIFY(close(Qt::white, 100.0, 0.0, 0.0));
    QVERIFY(close(Qt::black, 0.0, 0.0, 0.0));
    QVERIFY(close(Qt::red, 53.24, 80.09, 67.20));
    QVERIFY(close(Qt::green, 87.73, -86.18, 83.18));
    QVERIFY(close(Qt::blue, 32.30, 79.19, -107.86));
    for (const QRgb colour : {0xff123456U, 0xffd55e00U, 0xff0072b2U, 0xfffefefeU}) {
        QCOMPARE(fromLab(toLab(QColor(colour))).rgb(), colour);
    }
}

void ColoursTest::mapsStayInOrder_data() {
    addVisions();
}

void ColoursTest::mapsStayInOrder() {
    QFETCH(int, vision);
    for (const ColourMap* map : {&viridis(), &greys()}) {
        double before = -1.0;
        for (std::size_t i = 0; i < map->size(); i += 4) {
            const double lightness = vision::seen(QColor((*map)[i]), matrixOf(vision)).lightness;
            QVERIFY2(lightness > before, qPrintable(QStringLiteral("at %1").arg(i)));
            before = lightness;
        }
    }
}

// Equal steps of the value look about equally large: none more than half as large again as another, in sixteenths.
void ColoursTest::mapsAreUniform() {
    const vision::Matrix& normal = matrixOf(0);
    for (const ColourMap* map : {&viridis(), &greys()}) {
        double least = 1e9;
        double most = 0.0;
        for (std::size_t i = 0; i + 17 <= map->size(); i += 17) {
            const double step = vision::seen(QColor((*map)[i + 17 - (i + 17 == 256)]), normal).lightness -
                                vision::seen(QColor((*map)[i]), normal).lightness;
            least = std::min(least, step);
            most = std::max(most, step);
        }
        QVERIFY2(most < 1.5 * least, qPrintable(QStringLiteral("%1 … %2").arg(least).arg(most)));
    }
}

void ColoursTest::classesAreToldApart_data() {
    addVisions();
}

void ColoursTest::classesAreToldApart() {
    QFETCH(int, vision);
    for (const bool dark : {false, true}) {
        for (const ResourceClass x : kResourceClasses) {
            for (const ResourceClass y : kResourceClasses) {
                const double apart = vision::distance(vision::seen(classColour(x, dark), matrixOf(vision)),
                                                      vision::seen(classColour(y, dark), matrixOf(vision)));
                QVERIFY2(
                    x == y || apart >= 16.0,
                    qPrintable(
                        QStringLiteral("%1 and %2: %3").arg(resourceClassTitle(x), resourceClassTitle(y)).arg(apart)));
            }
        }
    }
}

void ColoursTest::classesAreToldApartWithoutColour() {
    std::set<Qt::BrushStyle> hatches;
    for (const ResourceClass resource : kResourceClasses) {
        if (resource != ResourceClass::Idle) {
            hatches.insert(classHatch(resource));
        }
    }
    QCOMPARE(hatches.size(), kResourceClasses.size() - 1);
}

void ColoursTest::stressorsOfAClassGrowLighter() {
    const auto styles = stressorStyles(researchNames(), false);
    QCOMPARE(styles, stressorStyles(researchNames(), false));
    std::map<ResourceClass, double> before;
    for (const StressorStyle& style : styles) {
        const double lightness = toLab(style.colour).lightness;
        if (before.contains(style.resource)) {
            QVERIFY(lightness - before[style.resource] >= 2.0);
        }
        before[style.resource] = lightness;
    }
    QVERIFY(before.size() >= 4);
}

void ColoursTest::stressorsKeepClearOfOtherClasses_data() {
    addVisions();
}

void ColoursTest::stressorsKeepClearOfOtherClasses() {
    QFETCH(int, vision);
    std::vector<std::string> all;
    for (const stressor::Card& card : stressor::catalogue()) {
        all.emplace_back(card.name);
    }
    const auto styles = stressorStyles(all, false);
    double least = 1e9;
    for (const StressorStyle& x : styles) {
        for (const StressorStyle& y : styles) {
            if (x.resource != y.resource) {
                least = std::min(least, vision::distance(vision::seen(x.colour, matrixOf(vision)),
                                                         vision::seen(y.colour, matrixOf(vision))));
            }
        }
    }
    QVERIFY2(least >= 11.0, qPrintable(QString::number(least)));
}

void ColoursTest::textIsReadOnEveryColour() {
    for (const bool dark : {false, true}) {
        for (const StressorStyle& style : stressorStyles(researchNames(), dark)) {
            QVERIFY(contrast(style.colour, textOn(style.colour)) >= 4.4);
        }
    }
}

void ColoursTest::namesAndAliasesHaveAClass() {
    for (const stressor::Card& card : stressor::catalogue()) {
        const ResourceClass resource = resourceClassOf(card.name);
        QCOMPARE(resource == ResourceClass::Idle, card.stressorClass == stressor::Class::Idle);
        QVERIFY(resource != ResourceClass::Other);
        for (const std::string_view alias : card.aliases) {
            QCOMPARE(resourceClassOf(alias), resource);
        }
    }
    QCOMPARE(resourceClassOf("memcpy-l1"), ResourceClass::Cache);
    QCOMPARE(resourceClassOf("of another build"), ResourceClass::Other);
}

QTEST_MAIN(ColoursTest)
#include "tst_colours.moc"
