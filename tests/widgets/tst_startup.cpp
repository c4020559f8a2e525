// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"
#include "trace/write.h"

#include <QProcess>
#include <QTemporaryDir>
#include <csignal>

using namespace mimesys;
using namespace mimesys::widgets;

// The studio as a program: what it loads and says when it starts. How long that takes is measured by the benchmark
// studio_startup.
class StartupTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void learningLibrariesWaitUntilTheyAreNeeded();
    void saysItIsReadyWithoutFiles();
    void speaksTheLanguageItIsAskedFor();
    void unknownLanguageIsExplained();

private:
    void start(QProcess& studio, const QStringList& arguments) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

constexpr int kLong = 60'000;  // ms; for machines that are busy with other things

}  // namespace

void StartupTest::init() {
    m_folder = std::make_unique<QTemporaryDir>();
}

void StartupTest::start(QProcess& studio, const QStringList& arguments) const {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "HOME"}) {
        environment.insert(QLatin1String(name), m_folder->path());
    }
    studio.setProcessEnvironment(environment);
    studio.start(QStringLiteral(MIMESYS_STUDIO), arguments);
}

void StartupTest::learningLibrariesWaitUntilTheyAreNeeded() {
    const QString trace = m_folder->filePath(QStringLiteral("real.h5"));
    QVERIFY(trace::writeTrace(*samples::machineTrace(4, 100), trace.toStdString()).has_value());
    QProcess studio;
    start(studio, {QStringLiteral("--announce-ready"), trace});
    QTRY_VERIFY_WITH_TIMEOUT(studio.canReadLine(), kLong);
    QCOMPARE(studio.readLine(), QByteArray("ready\n"));
    QFile maps(QStringLiteral("/proc/%1/maps").arg(studio.processId()));
    QVERIFY(maps.open(QIODevice::ReadOnly));
    const QByteArray mapped = maps.readAll();
    QVERIFY(mapped.contains("libQt6Widgets"));
    for (const char* library : {"libtorch", "libc10", "libmimesys_learning"}) {
        QVERIFY2(!mapped.contains(library), library);
    }
    studio.terminate();
    QVERIFY(studio.waitForFinished(kLong));
}

void StartupTest::saysItIsReadyWithoutFiles() {
    QProcess studio;
    start(studio, {QStringLiteral("--announce-ready")});
    QTRY_VERIFY_WITH_TIMEOUT(studio.canReadLine(), kLong);
    QCOMPARE(studio.readLine(), QByteArray("ready\n"));
    studio.terminate();
    QVERIFY(studio.waitForFinished(kLong));
}

void StartupTest::speaksTheLanguageItIsAskedFor() {
    QProcess studio;
    start(studio, {QStringLiteral("--language"), QStringLiteral("de"), QStringLiteral("--help")});
    QVERIFY(studio.waitForFinished(kLong));
    QVERIFY(studio.readAllStandardOutput().startsWith("Aufruf:"));
}

void StartupTest::unknownLanguageIsExplained() {
    QProcess studio;
    start(studio, {QStringLiteral("--language"), QStringLiteral("tlh")});
    QVERIFY(studio.waitForFinished(kLong));
    QCOMPARE(studio.exitCode(), 2);
    const QString said = QString::fromUtf8(studio.readAllStandardError());
    QVERIFY2(said.contains(QStringLiteral("There is no language “tlh”: choose one of en, zh_CN, ko, de.")),
             qPrintable(said));
}

QTEST_MAIN(StartupTest)
#include "tst_startup.moc"
