// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewstate/timenavigation.h"
#include "window/actions.h"
#include "window/commandpalette.h"
#include "window/shortcutsheet.h"
#include "windowsample.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTreeWidget>

using namespace mimesys;
using namespace mimesys::widgets;

// Finding and reaching everything the window can do: by name, by key, and from the list of keys.
class CommandsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void wordsMatch_data();
    void wordsMatch();
    void betterFitsComeFirst();
    void whatWasUsedComesFirst();
    void mnemonicsAreTakenOut();
    void paletteFindsAndTriggers();
    void paletteSaysWhyNot();
    void paletteKnowsWhatCameLater();
    void paletteClosesAndGivesTheFocusBack();
    void everyActionIsExplainedAndReachable();
    void noShortcutMeansTwoThings();
    void sheetShowsEveryShortcut();
    void sheetAndTimeAxisAgree();

private:
    template <typename T>
    [[nodiscard]] T* child(const char* name) const {
        return m_window->findChild<T*>(QLatin1String(name));
    }
    void openPalette(const QString& typed);
    void press(Qt::Key key) { QTest::keyClick(child<QLineEdit>("commandEdit"), key); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MainWindow> m_window;
};

namespace {

const CommandTexts kGenerateWith{QStringLiteral("Generate with options…"), QStringLiteral("Workload"),
                                 QStringLiteral("Choose the method, the model or data set"),
                                 QStringLiteral("generateWith")};

QStringList ranked(const QString& typed, const QStringList& recent = {}) {
    const std::vector<CommandTexts> commands{
        {QStringLiteral("Open…"), QStringLiteral("File"), QStringLiteral("Open traces"), QStringLiteral("open")},
        kGenerateWith,
        {QStringLiteral("Generate"), QStringLiteral("Workload"), QStringLiteral("Make a plan"),
         QStringLiteral("generate")},
        {QStringLiteral("Score (CSV)…"), QStringLiteral("File › Export"),
         QStringLiteral("Write the table of distances"), QStringLiteral("exportScore")}};
    QStringList names;
    for (const std::size_t index : rankCommands(typed, commands, recent)) {
        names += commands[index].name;
    }
    return names;
}

}  // namespace

void CommandsTest::init() {
    samples::failOnQtWarnings();
    m_folder = std::make_unique<QTemporaryDir>();
    m_window = std::make_unique<MainWindow>(samples::nothingInstalled(*m_folder));
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void CommandsTest::cleanup() {
    m_window.reset();
    m_folder.reset();
}

void CommandsTest::openPalette(const QString& typed) {
    m_window->actions()->palette->trigger();
    QVERIFY(m_window->commandPalette()->isVisible());
    QTRY_COMPARE(QApplication::focusWidget(), child<QLineEdit>("commandEdit"));
    QTest::keyClicks(child<QLineEdit>("commandEdit"), typed);
}

void CommandsTest::wordsMatch_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("matches");
    QTest::newRow("nothing") << QString() << true;
    QTest::newRow("begin") << QStringLiteral("gen") << true;
    QTest::newRow("capitals") << QStringLiteral("GEN") << true;
    QTest::newRow("inside") << QStringLiteral("ption") << true;
    QTest::newRow("first letters") << QStringLiteral("gwo") << true;
    QTest::newRow("left out letters") << QStringLiteral("gnrt") << true;
    QTest::newRow("two words, turned") << QStringLiteral("opt gener") << true;
    QTest::newRow("menu and text") << QStringLiteral("workload gener") << true;
    QTest::newRow("help") << QStringLiteral("model") << true;
    QTest::newRow("name") << QStringLiteral("generateWith") << true;
    QTest::newRow("accent") << QStringLiteral("géner") << true;
    QTest::newRow("nowhere") << QStringLiteral("zebra") << false;
    QTest::newRow("one word nowhere") << QStringLiteral("gen zebra") << false;
    QTest::newRow("letters not from a word's begin") << QStringLiteral("nrw") << false;
    QTest::newRow("letters of the help spread") << QStringLiteral("mthd") << false;
}

void CommandsTest::wordsMatch() {
    QFETCH(QString, typed);
    QTEST(matchScore(typed, kGenerateWith).has_value(), "matches");
}

void CommandsTest::betterFitsComeFirst() {
    QCOMPARE(ranked(QString()), (QStringList{QStringLiteral("open"), QStringLiteral("generateWith"),
                                             QStringLiteral("generate"), QStringLiteral("exportScore")}));
    QCOMPARE(ranked(QStringLiteral("generate")),
             (QStringList{QStringLiteral("generate"), QStringLiteral("generateWith")}));
    QCOMPARE(ranked(QStringLiteral("export")), QStringList{QStringLiteral("exportScore")});
    QCOMPARE(ranked(QStringLiteral("table")), QStringList{QStringLiteral("exportScore")});
    // "work" begins the menu of both; the text weighs more.
    QCOMPARE(ranked(QStringLiteral("work gen")).size(), 2);
    // Half a syllable of Hangul.
    const CommandTexts korean{QStringLiteral("열기"), {}, {}, {}};
    QVERIFY(matchScore(QStringLiteral("여"), korean).has_value());
}

void CommandsTest::whatWasUsedComesFirst() {
    const QStringList recent{QStringLiteral("exportScore"), QStringLiteral("generate")};
    QCOMPARE(ranked(QString(), recent), (QStringList{QStringLiteral("exportScore"), QStringLiteral("generate"),
                                                     QStringLiteral("open"), QStringLiteral("generateWith")}));
    // It does not beat what fits much better.
    QCOMPARE(ranked(QStringLiteral("open"), recent).constFirst(), QStringLiteral("open"));
}

void CommandsTest::mnemonicsAreTakenOut() {
    QCOMPARE(withoutMnemonic(QStringLiteral("E&xport")), QStringLiteral("Export"));
    QCOMPARE(withoutMnemonic(QStringLiteral("导出(&X)")), QStringLiteral("导出"));
    QCOMPARE(withoutMnemonic(QStringLiteral("열기(&O)…")), QStringLiteral("열기…"));
    QCOMPARE(withoutMnemonic(QStringLiteral("Save && &quit")), QStringLiteral("Save & quit"));
}

void CommandsTest::paletteFindsAndTriggers() {
    QSignalSpy used(m_window->commandPalette(), &CommandPalette::recentChanged);
    openPalette(QStringLiteral("dark"));
    const auto* list = child<QTreeWidget>("commandList");
    QCOMPARE(list->currentItem()->text(0), QStringLiteral("View › Theme › Dark"));
    QSignalSpy chosen(m_window->actions(), &Actions::themeChosen);
    press(Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.constFirst().constFirst().value<Theme>(), Theme::Dark);
    applyTheme(Theme::System);
    QVERIFY(!m_window->commandPalette()->isVisible());
    QCOMPARE(used.constLast().constFirst().toStringList(), QStringList{QStringLiteral("themeDark")});
    // The next time it is on top, and the arrows move from there.
    openPalette({});
    QCOMPARE(list->currentItem()->text(0), QStringLiteral("View › Theme › Dark"));
    press(Qt::Key_Down);
    QCOMPARE(list->currentItem()->text(0), QStringLiteral("File › Open…"));
    QCOMPARE(list->currentItem()->text(1), m_window->actions()->open->shortcut().toString(QKeySequence::NativeText));
}

void CommandsTest::paletteSaysWhyNot() {
    openPalette(QStringLiteral("run here"));
    const auto* about = child<QLabel>("commandAbout");
    QCOMPARE(about->text(), QStringLiteral("Not possible now: open a plan or generate one first."));
    const QColor grey = child<QTreeWidget>("commandList")->currentItem()->foreground(0).color();
    QCOMPARE(grey, coloursFor(m_window->commandPalette()->QWidget::palette()).faintText);
    press(Qt::Key_Return);
    QVERIFY(m_window->commandPalette()->isVisible());
    press(Qt::Key_Escape);
    samples::fillComparison(m_window->document());
    openPalette(QStringLiteral("run here"));
    QCOMPARE(about->text(), m_window->actions()->run->statusTip());
    QTest::keyClicks(child<QLineEdit>("commandEdit"), QStringLiteral("zzz"));
    QVERIFY(about->text().startsWith(QStringLiteral("No command is called that.")));
}

void CommandsTest::paletteKnowsWhatCameLater() {
    auto* menu = m_window->actions()->viewMenu->addMenu(QStringLiteral("Later"));
    int triggered = 0;
    // As menus of recent files do.
    connect(menu, &QMenu::aboutToShow, this, [&] {
        menu->clear();
        menu->addAction(QStringLiteral("Quicksilver"), this, [&] { ++triggered; });
    });
    openPalette(QStringLiteral("quicks"));
    press(Qt::Key_Enter);
    QCOMPARE(triggered, 1);
}

void CommandsTest::paletteClosesAndGivesTheFocusBack() {
    auto* begin = child<QWidget>("welcomeOpen");
    begin->setFocus();
    QTRY_VERIFY(begin->hasFocus());
    openPalette(QStringLiteral("fit"));
    press(Qt::Key_Escape);
    QVERIFY(!m_window->commandPalette()->isVisible());
    QVERIFY(begin->hasFocus());
    openPalette({});
    child<QWidget>("method")->setFocus();
    QTRY_VERIFY(!m_window->commandPalette()->isVisible());
    QVERIFY(child<QWidget>("method")->hasFocus());
}

void CommandsTest::everyActionIsExplainedAndReachable() {
    const std::vector<Command> commands = commandsOf(*m_window);
    QVERIFY(commands.size() > 30);
    for (const Command& command : commands) {
        const QByteArray name = command.texts.path.toUtf8() + " / " + command.texts.text.toUtf8();
        QVERIFY2(!command.texts.text.isEmpty(), name.constData());
        QVERIFY2(!command.texts.help.isEmpty(), name + " has no help");
        QVERIFY2(!command.texts.name.isEmpty(), name + " has no object name");
        // By the menu, or by a key; the palette lists it in any case.
        QVERIFY2(!command.texts.path.isEmpty() || !command.shortcut.isEmpty(), name + " is in no menu and has no key");
        if (!command.action->isEnabled()) {
            QVERIFY2(!command.whyNot.isEmpty(), name + " does not say why it is disabled");
        }
    }
    // What has a name and a text is in the list: nothing hides in a corner of the window.
    for (const QAction* action : m_window->findChildren<QAction*>()) {
        const bool ours = action->isVisible() && !action->objectName().isEmpty() && !action->text().isEmpty() &&
                          action->menu() == nullptr && !action->objectName().startsWith(QStringLiteral("qt_")) &&
                          !action->objectName().startsWith(QLatin1Char('_'));
        QVERIFY2(!ours || std::ranges::any_of(commands, [&](const Command& c) { return c.action == action; }),
                 qPrintable(action->objectName()));
    }
}

void CommandsTest::noShortcutMeansTwoThings() {
    samples::fillComparison(m_window->document());
    QMap<QString, QString> owners;
    for (const Command& command : commandsOf(*m_window)) {
        if (command.action->shortcutContext() == Qt::WidgetShortcut ||
            command.action->shortcutContext() == Qt::WidgetWithChildrenShortcut) {
            continue;  // it is meant for its panel alone
        }
        for (const QKeySequence& keys : command.action->shortcuts()) {
            const QString text = keys.toString(QKeySequence::PortableText);
            QVERIFY2(!owners.contains(text), qPrintable(text + QStringLiteral(": ") + owners.value(text) +
                                                        QStringLiteral(" and ") + command.texts.name));
            owners.insert(text, command.texts.name);
            // A single key without Ctrl or Alt would be taken from the views.
            const int key = keys[0].key();
            QVERIFY2(keys[0].keyboardModifiers() != Qt::NoModifier || !timeKeyOf(key), qPrintable(text));
        }
    }
    QCOMPARE(owners.value(QStringLiteral("Ctrl+Shift+P")), QStringLiteral("palette"));
    QCOMPARE(owners.value(QStringLiteral("F1")), QStringLiteral("shortcuts"));
    QCOMPARE(owners.value(QStringLiteral("?")), QStringLiteral("shortcuts"));
}

void CommandsTest::sheetShowsEveryShortcut() {
    m_window->actions()->shortcuts->trigger();
    const auto* table = child<QTreeWidget>("keysTable");
    QVERIFY(table != nullptr && table->isVisible());
    QStringList keys;
    for (int group = 0; group < table->topLevelItemCount(); ++group) {
        const QTreeWidgetItem* heading = table->topLevelItem(group);
        QVERIFY(heading->childCount() > 0);
        for (int line = 0; line < heading->childCount(); ++line) {
            QVERIFY(!heading->child(line)->text(0).isEmpty());
            keys += heading->child(line)->text(1).split(QStringLiteral(", "));
        }
    }
    for (const Command& command : commandsOf(*m_window)) {
        QVERIFY2(command.shortcut.isEmpty() || keys.contains(command.shortcut), qPrintable(command.texts.name));
    }
    for (const KeyLine& line : timeKeyLines()) {
        QVERIFY2(keys.contains(line.keys.section(QStringLiteral(", "), 0, 0)), qPrintable(line.effect));
    }
}

void CommandsTest::sheetAndTimeAxisAgree() {
    QSet<int> listed;
    for (const TimeKeyBinding& binding : timeKeyBindings()) {
        for (const Qt::Key key : binding.keys) {
            QVERIFY2(!listed.contains(key), "one key, one meaning");
            listed.insert(key);
        }
    }
    ViewState state;
    QWidget surface;
    TimeNavigation navigation(&state, &surface, [] { return TimeScale{{0, 100}, 0.0, 100.0}; });
    QList<int> keys{Qt::Key_Left,      Qt::Key_Right,  Qt::Key_Up,     Qt::Key_Down,
                    Qt::Key_Home,      Qt::Key_End,    Qt::Key_PageUp, Qt::Key_PageDown,
                    Qt::Key_Backspace, Qt::Key_Delete, Qt::Key_Insert, Qt::Key_Escape};
    for (int key = 0x20; key < 0x7f; ++key) {
        keys += key;
    }
    for (const int key : keys) {
        state.setExtent({0, 1000 * kNanosecondsPerSecond});
        state.fit();
        state.show({200 * kNanosecondsPerSecond, 400 * kNanosecondsPerSecond});
        state.select(TimeRange{250 * kNanosecondsPerSecond, 300 * kNanosecondsPerSecond});  // for Escape to drop
        const TimeRange before = state.visible();
        QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier);
        const bool taken = navigation.handleKey(&event);
        QVERIFY2(taken == listed.contains(key), qPrintable(QKeySequence(key).toString()));
        if (taken && *timeKeyOf(key) <= TimeKey::End) {
            QVERIFY2(state.visible() != before, qPrintable(QKeySequence(key).toString()));
        }
    }
}

QTEST_MAIN(CommandsTest)
#include "tst_commands.moc"
