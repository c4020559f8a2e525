// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewstate/newest.h"

#include <QtTest>
#include <atomic>
#include <thread>

using namespace mimesys::widgets;

// Work on other threads whose result is given to an object of this one.
class BackgroundTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void resultComesInTheOwnersThread();
    void ownerMayGoAtAnyMoment();
    void newerWorkReplacesOlder();
};

void BackgroundTest::resultComesInTheOwnersThread() {
    QObject owner;
    int result = 0;
    QThread* given = nullptr;
    inBackground(
        &owner, [] { return 42; },
        [&](int value) {
            result = value;
            given = QThread::currentThread();
        });
    QCOMPARE(result, 0);
    QTRY_COMPARE(result, 42);
    QCOMPARE(given, thread());
    QTRY_VERIFY(owner.children().isEmpty());
}

// Owners go before, while and after the work ends; nothing may come to one that is gone.
void BackgroundTest::ownerMayGoAtAnyMoment() {
    std::atomic<int> worked = 0;
    int given = 0;
    constexpr int kTimes = 3000;
    for (int time = 0; time < kTimes; ++time) {
        auto owner = std::make_unique<QObject>();
        std::atomic<bool> ends = false;
        inBackground(
            owner.get(),
            [&ends, &worked] {
                ends = true;
                return ++worked;
            },
            [&given](int) { ++given; });
        if (time % 3 != 0) {
            while (!ends) {
                std::this_thread::yield();
            }
        }
        if (time % 3 == 2) {
            QCoreApplication::processEvents();
        }
        owner.reset();
        QCoreApplication::processEvents();
        while (!ends) {
            std::this_thread::yield();
        }
    }
    QTRY_COMPARE(worked.load(), kTimes);
    QVERIFY(given < kTimes);
}

void BackgroundTest::newerWorkReplacesOlder() {
    QObject owner;
    Newest newest(&owner);
    QStringList given;
    const auto start = [&](const QString& name) {
        newest.start<QString>([name](const std::stop_token&) { return name; },
                              [&](const QString& done) { given << done; });
    };
    start(QStringLiteral("first"));
    start(QStringLiteral("second"));
    QVERIFY(newest.isBusy());
    QTRY_VERIFY(!newest.isBusy());
    QCOMPARE(given, QStringList{QStringLiteral("second")});
    start(QStringLiteral("third"));
    newest.cancel();
    QVERIFY(!newest.isBusy());
    QTRY_VERIFY(owner.children().isEmpty());
    QCOMPARE(given, QStringList{QStringLiteral("second")});
}

QTEST_GUILESS_MAIN(BackgroundTest)
#include "tst_background.moc"
