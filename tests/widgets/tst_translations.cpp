// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue.h"
#include "language/language.h"
#include "window/commands.h"
#include "windowsample.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>
#include <QProcess>
#include <QRegularExpression>

using namespace mimesys;
using namespace mimesys::widgets;

// The catalogues: what is in them is right in every language, and in those that are said to be complete nothing that
// the sources say is missing.
class TranslationsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyLanguageHasACatalogue();
    void nothingIsObsolete_data() { addLanguages(); }
    void nothingIsObsolete();
    void placeholdersAgree_data() { addLanguages(); }
    void placeholdersAgree();
    void pluralFormsAreAllThere_data() { addLanguages(); }
    void pluralFormsAreAllThere();
    void marksAgree_data() { addLanguages(); }
    void marksAgree();
    void menusHaveNoMnemonicTwice_data() { addLanguages(); }
    void menusHaveNoMnemonicTwice();
    void nothingIsMissing_data();
    void nothingIsMissing();

private:
    static void addLanguages();

    QTemporaryDir m_folder;
};

namespace {

const QRegularExpression kPlaceholder(QStringLiteral("%(?:L?[0-9]+|n)"));

QString catalogueOf(const QString& code) {
    return QStringLiteral(MIMESYS_TRANSLATIONS "/mimesys_%1.ts").arg(code);
}

// Of one form; a plural form for one thing may say "one" instead of %n.
QStringList placeholders(const QString& text) {
    QStringList found;
    for (auto matches = kPlaceholder.globalMatch(text); matches.hasNext();) {
        if (const QString placeholder = matches.next().captured(); placeholder != QStringLiteral("%n")) {
            found += placeholder;
        }
    }
    found.removeDuplicates();
    found.sort();
    return found;
}

qsizetype pluralForms(const QString& code) {
    return code == QStringLiteral("en") || code == QStringLiteral("de") ? 2 : 1;
}

void collectMnemonics(const QList<QAction*>& actions, const QString& path, QStringList& doubles) {
    static const QRegularExpression mark(QStringLiteral("&([^&\\s])"));
    QMap<QString, QString> owners;
    for (const QAction* action : actions) {
        const auto match = mark.match(QString(action->text()).remove(QStringLiteral("&&")));
        const QString letter = match.captured(1).toUpper();
        if (action->isVisible() && match.hasMatch()) {
            if (owners.contains(letter)) {
                doubles +=
                    QStringLiteral("%1: %2 of “%3” and “%4”").arg(path, letter, owners.value(letter), action->text());
            }
            owners.insert(letter, action->text());
        }
        if (action->menu() != nullptr) {
            collectMnemonics(action->menu()->actions(), path + QStringLiteral(" › ") + action->text(), doubles);
        }
    }
}

}  // namespace

void TranslationsTest::initTestCase() {
    samples::failOnQtWarnings();
}

void TranslationsTest::addLanguages() {
    QTest::addColumn<QString>("code");
    for (const Language& language : languages()) {
        QTest::newRow(language.code) << QString::fromLatin1(language.code);
    }
}

void TranslationsTest::everyLanguageHasACatalogue() {
    for (const Language& language : languages()) {
        const QString code = QLatin1String(language.code);
        QVERIFY2(!readCatalogue(catalogueOf(code)).empty(), language.code);
        QVERIFY2(QFile::exists(QStringLiteral(":/i18n/mimesys_%1.qm").arg(code)), language.code);
    }
}

void TranslationsTest::nothingIsObsolete() {
    QFETCH(QString, code);
    for (const Message& message : readCatalogue(catalogueOf(code))) {
        QVERIFY2(message.state != QStringLiteral("obsolete") && message.state != QStringLiteral("vanished"),
                 qPrintable(message.source));
    }
}

void TranslationsTest::placeholdersAgree() {
    QFETCH(QString, code);
    for (const Message& message : readCatalogue(catalogueOf(code))) {
        for (const QString& form : message.forms) {
            if (message.isFinished()) {
                QVERIFY2(placeholders(form) == placeholders(message.source), qPrintable(form));
            }
        }
        // Where there is but one form, it needs the number.
        if (message.isFinished() && message.numerus && message.forms.size() == 1) {
            QVERIFY2(message.forms.constFirst().contains(QStringLiteral("%n")), qPrintable(message.source));
        }
    }
}

void TranslationsTest::pluralFormsAreAllThere() {
    QFETCH(QString, code);
    for (const Message& message : readCatalogue(catalogueOf(code))) {
        if (!message.isFinished()) {
            continue;
        }
        QVERIFY2(message.forms.size() == (message.numerus ? pluralForms(code) : 1), qPrintable(message.source));
        for (const QString& form : message.forms) {
            QVERIFY2(!form.trimmed().isEmpty(), qPrintable(message.source));
        }
    }
}

// A mnemonic, the dots of what asks further, and a space at the end belong to the text.
void TranslationsTest::marksAgree() {
    QFETCH(QString, code);
    static const QRegularExpression mnemonic(QStringLiteral("&[^&\\s]"));
    for (const Message& message : readCatalogue(catalogueOf(code))) {
        if (!message.isFinished()) {
            continue;
        }
        const QString& text = message.forms.constFirst();
        QVERIFY2(text.contains(mnemonic) == message.source.contains(mnemonic), qPrintable(text));
        QVERIFY2(text.endsWith(QStringLiteral("…")) == message.source.endsWith(QStringLiteral("…")), qPrintable(text));
        QVERIFY2(!text.contains(QStringLiteral("...")), qPrintable(text));
    }
}

void TranslationsTest::menusHaveNoMnemonicTwice() {
    QFETCH(QString, code);
    const Translations translations(code);
    MainWindow window(samples::nothingInstalled(m_folder));
    samples::fillComparison(window.document());
    QStringList doubles;
    collectMnemonics(window.menuBar()->actions(), QStringLiteral("menu bar"), doubles);
    QVERIFY2(doubles.isEmpty(), qPrintable(doubles.join(QStringLiteral("; "))));
}

void TranslationsTest::nothingIsMissing_data() {
    QTest::addColumn<QString>("code");
    for (const QString& code : QStringLiteral(MIMESYS_COMPLETE_LANGUAGES).split(QLatin1Char(','))) {
        QTest::newRow(qPrintable(code)) << code;
    }
}

// A text that is new in the sources fails here until it is translated: run the target update_translations, then
// fill in what missing_translations lists.
void TranslationsTest::nothingIsMissing() {
    QFETCH(QString, code);
    const QString fresh = m_folder.filePath(QStringLiteral("fresh_%1.ts").arg(code));
    QStringList arguments{QStringLiteral("-silent"), QStringLiteral("-locations"), QStringLiteral("none"),
                          QStringLiteral(MIMESYS_SOURCE "/widgets"), QStringLiteral(MIMESYS_SOURCE "/app/studio")};
    if (code == QStringLiteral("en")) {
        arguments += QStringLiteral("-pluralonly");
    }
    arguments += {QStringLiteral("-ts"), fresh};
    QProcess lupdate;
    lupdate.start(QStringLiteral(MIMESYS_LUPDATE), arguments);
    QVERIFY(lupdate.waitForFinished(60'000));
    QCOMPARE(lupdate.exitCode(), 0);
    std::map<QString, Message> known;
    for (const Message& message : readCatalogue(catalogueOf(code))) {
        known[message.key()] = message;
    }
    const std::vector<Message> wanted = readCatalogue(fresh);
    QVERIFY(wanted.size() > 20);
    QStringList missing;
    for (const Message& message : wanted) {
        const auto found = known.find(message.key());
        if (found == known.end() || !found->second.isFinished()) {
            missing += message.context + QStringLiteral(": ") + message.source;
        }
    }
    QVERIFY2(missing.isEmpty(),
             qPrintable(QStringLiteral("%1 missing: %2").arg(missing.size()).arg(missing.join(QLatin1Char('\n')))));
    QCOMPARE(known.size(), wanted.size());
}

QTEST_MAIN(TranslationsTest)
#include "tst_translations.moc"
