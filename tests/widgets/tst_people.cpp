// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/language.h"
#include "panels/banner.h"
#include "panels/welcome.h"
#include "theme/colours.h"
#include "theme/icons.h"
#include "window/actions.h"
#include "windowsample.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QListWidget>
#include <QSignalSpy>
#include <QTabWidget>
#include <QToolBar>
#include <QToolButton>
#include <set>

using namespace mimesys;
using namespace mimesys::widgets;

// What people meet who cannot use a mouse or a screen, who speak another language, or who are here for the first time.
class PeopleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void firstPageOffersBeginnings();
    void firstPageListsFiles();
    void firstPageFits();
    void everyFocusableWidgetHasAName();
    void tabVisitsEverything();
    void formsAreWalkedFromTopToBottom();
    void windowIsUsableAt1280x720();
    void toolBarGivesUpTextsBeforeCommands();
    void emptyPanelsSayWhatToDo();
    void systemLanguageIsFound_data();
    void systemLanguageIsFound();
    void qtSpeaksTheLanguageToo();
    void choosingALanguageSaysWhenItComes();
    void systemThemeFollowsTheDesktop();
    void textsStandOutInEveryTheme();

private:
    template <typename T>
    [[nodiscard]] T* child(const char* name) const {
        return m_window->findChild<T*>(QLatin1String(name));
    }
    void showEverything(int page);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MainWindow> m_window;
};

namespace {

constexpr int kPages = 5;

QString nameOf(const QWidget* widget) {
    return QStringLiteral("%1 \"%2\" in \"%3\"")
        .arg(QLatin1String(widget->metaObject()->className()), widget->objectName(),
             widget->parentWidget() == nullptr ? QString() : widget->parentWidget()->objectName());
}

// The widgets Tab stops at, in that order.
std::vector<QWidget*> tabStops(QWidget* window) {
    std::vector<QWidget*> stops;
    for (QWidget* widget = window->nextInFocusChain(); widget != window; widget = widget->nextInFocusChain()) {
        // Qt parks tabs of docks it does not need outside the window.
        const bool inside = widget->window() == window;
        const QRect place(inside ? widget->mapTo(window, QPoint()) : QPoint(), widget->size());
        if (inside && widget->isVisible() && window->rect().intersects(place) && widget->isEnabled() &&
            (widget->focusPolicy() & Qt::TabFocus) != 0 && widget->focusProxy() == nullptr) {
            stops.push_back(widget);
        }
    }
    return stops;
}

double contrast(const QColor& a, const QColor& b) {
    const auto luminance = [](const QColor& colour) {
        const auto part = [](float value) {
            return static_cast<double>(value <= 0.03928F ? value / 12.92F : std::pow((value + 0.055F) / 1.055F, 2.4F));
        };
        return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF()) + 0.0722 * part(colour.blueF());
    };
    const double light = std::max(luminance(a), luminance(b));
    const double dark = std::min(luminance(a), luminance(b));
    return (light + 0.05) / (dark + 0.05);
}

}  // namespace

void PeopleTest::initTestCase() {
    QApplication::setStyle(QStringLiteral("Fusion"));
}

void PeopleTest::init() {
    samples::failOnQtWarnings();
    m_folder = std::make_unique<QTemporaryDir>();
    m_window = std::make_unique<MainWindow>(samples::nothingInstalled(*m_folder));
    m_window->resize(1280, 720);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void PeopleTest::cleanup() {
    m_window.reset();
    m_folder.reset();
    applyTheme(Theme::System);
}

// Page 0 is the empty window, 1 the comparison with its docks, then those of the view menu.
void PeopleTest::showEverything(int page) {
    Actions* actions = m_window->actions();
    if (page > 0) {
        samples::fillComparison(m_window->document());
        samples::fillPages(m_window->document());
    }
    const std::vector<QAction*> pages{actions->stressors, actions->collection, actions->training};
    if (page > 1) {
        pages.at(static_cast<std::size_t>(page - 2))->setChecked(true);
    }
    QCoreApplication::processEvents();
}

void PeopleTest::firstPageOffersBeginnings() {
    auto* welcome = child<Welcome>("welcome");
    QVERIFY(child<QWidget>("welcomeOpen")->isVisible());
    const bool canRecord = m_window->findChild<QAction*>(QStringLiteral("record")) != nullptr;
    QCOMPARE(child<QWidget>("welcomeRecord")->isVisible(), canRecord);
    QVERIFY(child<QWidget>("welcomeDemo")->isVisible());
    QSignalSpy open(welcome, &Welcome::openRequested);
    child<QWidget>("welcomeOpen")->setFocus();
    QTest::keyClick(child<QWidget>("welcomeOpen"), Qt::Key_Return);
    QCOMPARE(open.size(), 1);
    child<QAbstractButton>("welcomeDemo")->click();
    QTRY_VERIFY_WITH_TIMEOUT(bool(m_window->document()->real()), 30'000);
}

void PeopleTest::firstPageListsFiles() {
    Welcome welcome;
    welcome.show();
    auto* list = welcome.findChild<QListWidget*>(QStringLiteral("welcomeRecent"));
    QVERIFY(!list->isVisible());
    welcome.setRecentFiles({QStringLiteral("/data/one.h5"), QStringLiteral("/data/two.csv")});
    QVERIFY(list->isVisible());
    QCOMPARE(list->count(), 2);
    QVERIFY(list->item(0)->text().startsWith(QStringLiteral("one.h5")));
    QSignalSpy wanted(&welcome, &Welcome::fileRequested);
    list->setCurrentRow(1);
    QTest::keyClick(list, Qt::Key_Return);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(0)).center());
    QCOMPARE(wanted.size(), 2);
    QCOMPARE(wanted[0][0].toString(), QStringLiteral("/data/two.csv"));
    QCOMPARE(wanted[1][0].toString(), QStringLiteral("/data/one.h5"));
}

void PeopleTest::firstPageFits() {
    auto* welcome = child<Welcome>("welcome");
    welcome->offer(Welcome::Beginning::Record);
    welcome->setRecentFiles(QStringList(9, QStringLiteral("/a/rather/long/folder/with/a/trace.h5")));
    for (const QSize size : {QSize(1280, 720), QSize(2560, 1440)}) {
        m_window->resize(size);
        QCoreApplication::processEvents();
        for (const char* name : {"welcomeOpen", "welcomeRecord", "welcomeDemo", "welcomeRecent"}) {
            const auto* widget = child<QWidget>(name);
            const QRect place(widget->mapTo(welcome, QPoint()), widget->size());
            QVERIFY2(widget->isVisible() && welcome->rect().contains(place), name);
            QVERIFY2(widget->height() >= widget->minimumSizeHint().height(), name);
        }
    }
}

void PeopleTest::everyFocusableWidgetHasAName() {
    QStringList nameless;
    for (int page = 0; page < kPages; ++page) {
        showEverything(page);
        for (QWidget* widget : tabStops(m_window.get())) {
            const QAccessibleInterface* access = QAccessible::queryAccessibleInterface(widget);
            if (access == nullptr || access->text(QAccessible::Name).isEmpty()) {
                nameless += nameOf(widget);
            }
        }
    }
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QStringLiteral("; "))));
}

void PeopleTest::tabVisitsEverything() {
    for (int page = 0; page < kPages; ++page) {
        showEverything(page);
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        const std::vector<QWidget*> stops = tabStops(m_window.get());
        QVERIFY(stops.size() > 2);
        stops.front()->setFocus(Qt::TabFocusReason);
        std::set<QWidget*> visited;
        for (std::size_t i = 0; i < 3 * stops.size(); ++i) {
            visited.insert(QApplication::focusWidget());
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        for (QWidget* stop : stops) {
            QVERIFY2(visited.contains(stop), qPrintable(nameOf(stop)));
        }
    }
}

void PeopleTest::formsAreWalkedFromTopToBottom() {
    showEverything(4);
    for (const char* name : {"trainingForms"}) {
        auto* tabs = child<QTabWidget>(name);
        for (int tab = 0; tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            QCoreApplication::processEvents();
            QPoint last(-1, -1);
            for (QWidget* stop : tabStops(m_window.get())) {
                if (!tabs->currentWidget()->isAncestorOf(stop)) {
                    continue;
                }
                const QPoint place = stop->mapTo(tabs->currentWidget(), stop->rect().center());
                const bool sameRow = std::abs(place.y() - last.y()) < stop->height() / 2;
                QVERIFY2(sameRow ? place.x() > last.x() : place.y() > last.y(), qPrintable(nameOf(stop)));
                last = place;
            }
            QVERIFY(last.y() > 0);
        }
    }
}

void PeopleTest::windowIsUsableAt1280x720() {
    for (int page = 0; page < kPages; ++page) {
        showEverything(page);
        const QSize least = m_window->minimumSizeHint();
        QVERIFY2(least.width() <= 1280 && least.height() <= 720,
                 qPrintable(QStringLiteral("page %1: %2 x %3").arg(page).arg(least.width()).arg(least.height())));
        QCOMPARE(m_window->size(), QSize(1280, 720));
    }
}

void PeopleTest::toolBarGivesUpTextsBeforeCommands() {
    const auto* bar = child<QToolBar>("toolBar");
    const auto buttons = bar->findChildren<QToolButton*>(QString(), Qt::FindDirectChildrenOnly);
    const auto isWithText = [](const QToolButton* button) {
        return button->toolButtonStyle() == Qt::ToolButtonTextBesideIcon;
    };
    m_window->resize(1280, 720);
    QCoreApplication::processEvents();
    const auto wide = std::ranges::count_if(buttons, isWithText);
    bool narrower = false;
    for (int width = 1280; width >= 900; width -= 20) {
        m_window->resize(width, 720);
        QCoreApplication::processEvents();
        const auto* more = bar->findChild<QWidget*>(QStringLiteral("qt_toolbar_ext_button"));
        QVERIFY2(more == nullptr || !more->isVisible(), qPrintable(QString::number(width)));
        narrower |= std::ranges::count_if(buttons, isWithText) < wide;
    }
    QVERIFY(narrower);
    m_window->resize(1280, 720);
    QCoreApplication::processEvents();
    QCOMPARE(std::ranges::count_if(buttons, isWithText), wide);
}

void PeopleTest::emptyPanelsSayWhatToDo() {
    auto* dock = child<QDockWidget>("diagnosticsDock");
    const auto* hint = child<QLabel>("diagnosticsHint");
    dock->show();
    dock->raise();
    QTRY_VERIFY(hint->isVisible());
    QVERIFY(hint->text().startsWith(QStringLiteral("Open a trace")));
    samples::fillComparison(m_window->document());
    QVERIFY(!hint->isVisible());
    QVERIFY(child<QWidget>("diagnosticsTable")->isVisible());
    m_window->document()->setReal(
        {samples::indexed(samples::machineTrace(1, 5)), QStringLiteral("good.h5"), {}, {}, {}});
    QVERIFY(hint->text().startsWith(QStringLiteral("Nothing odd")));
}

void PeopleTest::systemLanguageIsFound_data() {
    QTest::addColumn<QString>("chosen");
    QTest::addColumn<QStringList>("system");
    QTest::addColumn<QString>("code");
    QTest::newRow("chosen") << QStringLiteral("ko") << QStringList{QStringLiteral("de-DE")} << QStringLiteral("ko");
    QTest::newRow("German") << QString() << QStringList{QStringLiteral("de-AT")} << QStringLiteral("de");
    QTest::newRow("Chinese") << QString() << QStringList{QStringLiteral("zh-Hans-CN")} << QStringLiteral("zh_CN");
    QTest::newRow("Singapore") << QString() << QStringList{QStringLiteral("zh-SG")} << QStringLiteral("zh_CN");
    QTest::newRow("Taiwan") << QString() << QStringList{QStringLiteral("zh-TW")} << QStringLiteral("en");
    QTest::newRow("second one") << QString() << QStringList{QStringLiteral("fr-FR"), QStringLiteral("ko-KR")}
                                << QStringLiteral("ko");
    QTest::newRow("none") << QString() << QStringList{QStringLiteral("fr-FR")} << QStringLiteral("en");
    QTest::newRow("C") << QString() << QStringList{QStringLiteral("C")} << QStringLiteral("en");
    QTest::newRow("gone") << QStringLiteral("xx") << QStringList{QStringLiteral("de")} << QStringLiteral("de");
}

void PeopleTest::systemLanguageIsFound() {
    QFETCH(QString, chosen);
    QFETCH(QStringList, system);
    QTEST(languageFor(chosen, system), "code");
}

void PeopleTest::qtSpeaksTheLanguageToo() {
    QMap<QString, QString> cancel;
    for (const Language& language : languages()) {
        const Translations translations{QLatin1String(language.code)};
        cancel.insert(QLatin1String(language.code), QCoreApplication::translate("QPlatformTheme", "Cancel"));
        const QString open = QCoreApplication::translate("mimesys::widgets::Actions", "&Open…");
        QCOMPARE(open == QStringLiteral("&Open…"), QLatin1String(language.code) == QStringLiteral("en"));
        // Plural forms of English stand behind those that are missing.
        QVERIFY(!QCoreApplication::translate("mimesys::widgets::Legend", "%n CPU(s)", nullptr, 2)
                     .contains(QStringLiteral("(s)")));
    }
    QCOMPARE(cancel.value(QStringLiteral("en")), QStringLiteral("Cancel"));
    QCOMPARE(cancel.value(QStringLiteral("de")), QStringLiteral("Abbrechen"));
    QCOMPARE(cancel.value(QStringLiteral("zh_CN")), QStringLiteral("取消"));
    QCOMPARE(cancel.value(QStringLiteral("ko")), QStringLiteral("취소"));
    QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), QStringLiteral("Cancel"));
}

void PeopleTest::choosingALanguageSaysWhenItComes() {
    QSignalSpy chosen(m_window->actions(), &Actions::languageChosen);
    child<QAction>("language_de")->trigger();
    QCOMPARE(chosen.constLast().constFirst().toString(), QStringLiteral("de"));
    QVERIFY(child<Banner>("banner")->text().contains(QStringLiteral("next time")));
    child<QAction>("language_system")->trigger();
    QCOMPARE(chosen.constLast().constFirst().toString(), QString());
    m_window->actions()->setLanguage(QStringLiteral("ko"));
    QVERIFY(child<QAction>("language_ko")->isChecked());
}

void PeopleTest::systemThemeFollowsTheDesktop() {
    const QPalette desktop = QApplication::palette();
    QVERIFY(!QCoreApplication::testAttribute(Qt::AA_SetPalette));
    applyTheme(Theme::Dark);
    QTRY_VERIFY(coloursFor(m_window->palette()).dark);
    QVERIFY(QCoreApplication::testAttribute(Qt::AA_SetPalette));
    applyTheme(Theme::System);
    QTRY_COMPARE(m_window->palette().color(QPalette::Window), desktop.color(QPalette::Window));
    QCOMPARE(m_window->palette().color(QPalette::Text), desktop.color(QPalette::Text));
    // Nothing of ours stands in the way of what the desktop says next.
    QVERIFY(!QCoreApplication::testAttribute(Qt::AA_SetPalette));
}

void PeopleTest::textsStandOutInEveryTheme() {
    for (const Theme theme : {Theme::Light, Theme::Dark}) {
        applyTheme(theme);
        QTRY_COMPARE(coloursFor(m_window->palette()).dark, theme == Theme::Dark);
        const Colours colours = coloursFor(m_window->palette());
        // WCAG 2.1, AA: 4.5 for text, 3 for lines that carry meaning.
        QVERIFY(contrast(colours.text, colours.plot) >= 4.5);
        QVERIFY(contrast(colours.faintText, colours.plot) >= 4.5);
        QVERIFY(contrast(m_window->palette().color(QPalette::WindowText),
                         m_window->palette().color(QPalette::Window)) >= 4.5);
        QVERIFY(contrast(colours.real, colours.plot) >= 3.0);
        QVERIFY(contrast(colours.emulated, colours.plot) >= 3.0);
    }
}

QTEST_MAIN(PeopleTest)
#include "tst_people.moc"
