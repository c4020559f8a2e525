// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour.h"
#include "widgets/catalogue.h"
#include "widgets/samples.h"
#include "window/commands.h"

#include <QApplication>

using namespace mimesys::widgets;

// Walks through the studio in light and dark and in two languages and looks at every stop.
class TourTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(QStringLiteral("Fusion")); }
    void everyStopShowsItself_data();
    void everyStopShowsItself();
};

namespace {

// Texts that are translated wherever they stand, and into something else.
QSet<QString> translatedTexts(const QString& code) {
    QSet<QString> translated;
    QSet<QString> kept;
    for (const Message& message : readCatalogue(QStringLiteral(MIMESYS_TRANSLATIONS "/mimesys_%1.ts").arg(code))) {
        const bool differs = message.isFinished() && !message.numerus && message.forms.constFirst() != message.source;
        (differs ? translated : kept).insert(withoutMnemonic(message.source));
    }
    return translated - kept;
}

// Share of the commonest colour.
double emptiness(const QImage& image) {
    QHash<QRgb, int> counts;
    int most = 0;
    constexpr int kStep = 3;  // pixels looked at
    int total = 0;
    for (int y = 0; y < image.height(); y += kStep) {
        for (int x = 0; x < image.width(); x += kStep) {
            most = std::max(most, ++counts[image.pixel(x, y)]);
            ++total;
        }
    }
    return counts.size() < 8 ? 1.0 : static_cast<double>(most) / total;
}

}  // namespace

void TourTest::everyStopShowsItself_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("dark");
    QTest::newRow("English, light") << QStringLiteral("en") << false;
    QTest::newRow("English, dark") << QStringLiteral("en") << true;
    QTest::newRow("German, light") << QStringLiteral("de") << false;
    QTest::newRow("Chinese, dark") << QStringLiteral("zh_CN") << true;
}

void TourTest::everyStopShowsItself() {
    samples::failOnQtWarnings();
    QFETCH(QString, language);
    QFETCH(bool, dark);
    const auto pictures = tour::walk({language, dark ? Theme::Dark : Theme::Light});
    const QSet<QString> translated = language == QStringLiteral("en") ? QSet<QString>() : translatedTexts(language);
    QStringList names;
    QStringList faults;
    for (const tour::Picture& picture : pictures) {
        names += picture.name;
        if (emptiness(picture.image) > 0.97) {
            faults += picture.name + QStringLiteral(" is blank");
        }
        const bool isDark = qGray(picture.image.pixel(2, picture.image.height() - 2)) < 128;
        if (isDark != dark) {
            faults += picture.name + QStringLiteral(" is not in its theme");
        }
        for (const QString& text : picture.clipped) {
            faults += picture.name + QStringLiteral(" clips: ") + text;
        }
        for (const QString& text : picture.texts) {
            if (translated.contains(text)) {
                faults += picture.name + QStringLiteral(" is not translated: ") + text;
            }
        }
    }
    for (const char* stop : {"welcome", "comparison", "scoreDock", "refinementDock", "diagnosticsDock", "stressors",
                             "collection", "training", "palette", "shortcuts", "generateWith"}) {
        QVERIFY2(names.contains(QLatin1String(stop)), stop);
    }
    faults.removeDuplicates();
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
}

QTEST_MAIN(TourTest)
#include "tst_tour.moc"
