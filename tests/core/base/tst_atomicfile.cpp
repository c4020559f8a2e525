// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/atomicfile.h"

#include <sys/wait.h>
#include <unistd.h>

#include <QTemporaryDir>
#include <QtTest>
#include <csignal>
#include <filesystem>

using namespace mimesys;
namespace fs = std::filesystem;

class AtomicFileTest : public QObject {
    Q_OBJECT

private slots:
    void commitShowsTheWholeFile();
    void commitReplacesAnOldFile();
    void withoutCommitNothingChanges();
    void killedWriterLeavesNothing();
    void linkedTargetKeepsItsLink();
    void folderAsTargetIsRefused();
    void missingFolderIsAnError();
    void executableModeSetsTheBits();
    void readFileRefusesWhatIsTooLarge();
};

namespace {

int entriesIn(const QTemporaryDir& folder) {
    return static_cast<int>(std::distance(fs::directory_iterator(folder.path().toStdString()), {}));
}

fs::path in(const QTemporaryDir& folder, const char* name) {
    return fs::path(folder.path().toStdString()) / name;
}

void put(const fs::path& path, std::string_view text) {
    auto file = AtomicFile::create(path);
    QVERIFY(file.has_value());
    QVERIFY(file->write(text).has_value());
    QVERIFY(file->commit().has_value());
}

}  // namespace

void AtomicFileTest::commitShowsTheWholeFile() {
    const QTemporaryDir folder;
    auto file = AtomicFile::create(in(folder, "out"));
    QVERIFY(file.has_value());
    QVERIFY(file->write("hello").has_value());
    QVERIFY(!fs::exists(in(folder, "out")));
    QVERIFY(file->commit().has_value());
    QCOMPARE(readFile(in(folder, "out"), 100).value(), std::string("hello"));
    QCOMPARE(entriesIn(folder), 1);
}

void AtomicFileTest::commitReplacesAnOldFile() {
    const QTemporaryDir folder;
    put(in(folder, "out"), "old and longer");
    put(in(folder, "out"), "new");
    QCOMPARE(readFile(in(folder, "out"), 100).value(), std::string("new"));
    QCOMPARE(entriesIn(folder), 1);
}

void AtomicFileTest::withoutCommitNothingChanges() {
    const QTemporaryDir folder;
    put(in(folder, "out"), "old");
    {
        auto file = AtomicFile::create(in(folder, "out"));
        QVERIFY(file->write("half").has_value());
    }
    QCOMPARE(readFile(in(folder, "out"), 100).value(), std::string("old"));
    QCOMPARE(entriesIn(folder), 1);
}

void AtomicFileTest::killedWriterLeavesNothing() {
    const QTemporaryDir folder;
    const fs::path target = in(folder, "out");
    const pid_t child = ::fork();
    if (child == 0) {
        auto file = AtomicFile::create(target);
        if (file && file->write("half")) {
            ::raise(SIGKILL);
        }
        ::_exit(1);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    QVERIFY(WIFSIGNALED(status));
    QCOMPARE(entriesIn(folder), 0);
}

void AtomicFileTest::linkedTargetKeepsItsLink() {
    const QTemporaryDir folder;
    put(in(folder, "real"), "old");
    fs::create_symlink("real", in(folder, "link"));
    put(in(folder, "link"), "new");
    QVERIFY(fs::is_symlink(in(folder, "link")));
    QCOMPARE(readFile(in(folder, "real"), 100).value(), std::string("new"));
}

void AtomicFileTest::folderAsTargetIsRefused() {
    const QTemporaryDir folder;
    const auto file = AtomicFile::create(folder.path().toStdString());
    QVERIFY(!file.has_value());
    QCOMPARE(file.error().code, ErrorCode::BadInput);
}

void AtomicFileTest::missingFolderIsAnError() {
    const QTemporaryDir folder;
    const auto file = AtomicFile::create(in(folder, "absent") / "out");
    QVERIFY(!file.has_value());
    QCOMPARE(file.error().code, ErrorCode::BadInput);
    QVERIFY(file.error().text().find("absent") != std::string::npos);
}

void AtomicFileTest::executableModeSetsTheBits() {
    const QTemporaryDir folder;
    auto file = AtomicFile::create(in(folder, "program"));
    QVERIFY(file->commit(AtomicFile::Mode::Executable).has_value());
    QVERIFY((fs::status(in(folder, "program")).permissions() & fs::perms::owner_exec) != fs::perms::none);
}

void AtomicFileTest::readFileRefusesWhatIsTooLarge() {
    const QTemporaryDir folder;
    put(in(folder, "out"), std::string(1000, 'x'));
    QCOMPARE(readFile(in(folder, "out"), 999).error().code, ErrorCode::BadInput);
    QCOMPARE(readFile(in(folder, "out"), 1000).value().size(), std::size_t{1000});
}

QTEST_GUILESS_MAIN(AtomicFileTest)
#include "tst_atomicfile.moc"
