// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/descendants.h"

#include <unistd.h>

#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <csignal>
#include <vector>

using namespace mimesys;

class DescendantsTest : public QObject {
    Q_OBJECT

private slots:
    void childrenOfChildrenAreFound();
    void namesMayHoldAnything();
};

void DescendantsTest::childrenOfChildrenAreFound() {
    Descendants descendants;
    QVERIFY(descendants.read().empty());
    QProcess shell;
    shell.start("sh", {"-c", "sleep 60 & (sleep 60; true) & echo ready; wait"});
    QVERIFY(shell.waitForReadyRead());
    // The shell, what it started, and the sleep below the second shell.
    QTRY_COMPARE(descendants.read().size(), std::size_t{4});
    const auto found = descendants.read();
    QVERIFY(std::ranges::find(found, static_cast<pid_t>(shell.processId())) != found.end());
    QVERIFY(std::ranges::find(found, ::getpid()) == found.end());
    const std::vector<pid_t> all(found.begin(), found.end());
    for (const pid_t pid : all) {
        ::kill(pid, SIGKILL);
    }
    QVERIFY(shell.waitForFinished());
    QTRY_VERIFY(descendants.read().empty());
}

void DescendantsTest::namesMayHoldAnything() {
    QTemporaryDir folder;
    QVERIFY(folder.isValid());
    const QString odd = folder.filePath("a) S 1 b");
    QVERIFY(QFile::copy("/bin/sleep", odd));
    QProcess process;
    process.start(odd, {"60"});
    QVERIFY(process.waitForStarted());
    Descendants descendants;
    QTRY_COMPARE(descendants.read().size(), std::size_t{1});
    QCOMPARE(descendants.read().front(), static_cast<pid_t>(process.processId()));
    process.kill();
    QVERIFY(process.waitForFinished());
}

QTEST_GUILESS_MAIN(DescendantsTest)
#include "tst_descendants.moc"
