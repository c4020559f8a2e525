// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "verb.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QtTest>

using mimesys::tests::Result;

// What a studio leaves when it is killed.
class KilledStudioTest : public QObject {
    Q_OBJECT

private slots:
    void workIsLeftBehind();

private:
    [[nodiscard]] QString file(const QString& name) const { return m_folder.filePath(name); }
    [[nodiscard]] QStringList leftOvers() const {
        const QDir folder(file("data/mimesys/mimesys-studio/recovery"));
        QStringList paths;
        for (const QString& name : folder.entryList({"recovery-*.mimesys"}, QDir::Files)) {
            paths << folder.filePath(name);
        }
        return paths;
    }
    QTemporaryDir m_folder;
};

void KilledStudioTest::workIsLeftBehind() {
    QCOMPARE(mimesys::tests::runMimesys({"simulate", "-o", file("real.h5"), "--seconds", "20", "--seed", "3"}, 60'000)
                 .exitCode,
             0);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("XDG_DATA_HOME", file("data"));
    environment.insert("XDG_CONFIG_HOME", file("config"));
    environment.insert("QT_QPA_PLATFORM", "offscreen");
    QProcess studio;
    studio.setProcessEnvironment(environment);
    studio.start(QFileInfo(MIMESYS_PROGRAM).absolutePath() + "/mimesys-studio", {file("real.h5")});
    QVERIFY(studio.waitForStarted());
    QTRY_COMPARE_WITH_TIMEOUT(leftOvers().size(), 1, 60'000);
    studio.kill();
    QVERIFY(studio.waitForFinished());
    // Whole, and a session like any other.
    QCOMPARE(leftOvers().size(), 1);
    const Result result = mimesys::tests::runMimesys(
        {"render", leftOvers().front(), "-o", file("values.csv"), "--json"}, 60'000, environment);
    QVERIFY2(result.exitCode == 0, result.errors.constData());
    QVERIFY2(result.errors.isEmpty(), result.errors.constData());
}

QTEST_GUILESS_MAIN(KilledStudioTest)
#include "tst_killedstudio.moc"
