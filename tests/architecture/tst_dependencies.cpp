// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QtTest>

// Dependencies point one way (README: Structure). Checked where they arise: in the include lines, in the symbols the
// static libraries ask for, and in the libraries the programs load.
class DependenciesTest : public QObject {
    Q_OBJECT

private slots:
    void everyCoreFolderHasARule();
    void coreIncludesOnlyWhatItsFolderMay_data();
    void coreIncludesOnlyWhatItsFolderMay();
    void widgetsIncludeNoApplication();
    void archivesAskForNoForeignSymbols_data();
    void archivesAskForNoForeignSymbols();
    void commandLineLoadsNeitherQtNorTorch();
    void executionNeverAsksTheWallClock();
    void everySourceFileNamesItsLicence();
};

namespace {

const QString kSourceDir = QStringLiteral(SOURCE_DIR);

// Where LibTorch is, behind plain headers: what others include of these folders is compiled without it.
const QStringList kTorchFolders{"model", "training", "generation/diffusion", "alignment", "refinement/forward"};

// What a folder of core may include besides itself. A folder within a folder has a rule of its own.
const QMap<QString, QStringList>& rules() {
    static const QStringList kValues{"base", "trace", "machine"};
    static const QStringList kActions = kValues + QStringList{"plan", "stressor"};
    static const QStringList kExecution = kActions + QStringList{"telemetry", "execution", "evaluation"};
    static const QStringList kLearning = kExecution + QStringList{"dataset"};
    static const QMap<QString, QStringList> kRules{
        {"base", {}},
        {"trace", {"base"}},
        {"machine", {"base"}},
        {"plan", {"base", "machine"}},
        {"stressor", {"base", "machine"}},
        {"telemetry", kActions},
        {"execution", kActions + QStringList{"telemetry"}},
        {"evaluation", kValues},
        {"simulation", kActions + QStringList{"telemetry", "execution"}},
        {"dataset", kExecution},
        {"generation", kLearning},
        {"collection", kLearning + QStringList{"simulation", "generation"}},
        {"curation", kLearning + QStringList{"generation"}},
        {"release", kLearning + QStringList{"generation", "collection"}},
        {"testrun", kLearning + QStringList{"generation", "collection", "release"}},
        {"model", kLearning},
        {"training", kLearning + QStringList{"generation", "model"}},
        {"generation/diffusion", kLearning + QStringList{"generation", "model"}},
        {"alignment", kLearning + QStringList{"generation", "generation/diffusion", "model", "training"}},
        {"refinement", kLearning + QStringList{"generation"}},
        {"refinement/forward", kLearning + QStringList{"generation", "model", "refinement"}},
        {"learning", kLearning + QStringList{"generation", "model", "training", "alignment", "refinement"}},
        {"service", kLearning + QStringList{"generation", "collection", "release", "simulation", "model", "training",
                                            "alignment", "refinement", "learning"}},
    };
    return kRules;
}

QStringList sourcesBelow(const QString& folder) {
    QStringList files;
    QDirIterator walk(kSourceDir + "/" + folder, {"*.h", "*.cpp"}, QDir::Files, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        files << walk.next();
    }
    return files;
}

QString textOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QStringList includesOf(const QString& path) {
    static const QRegularExpression kInclude(R"(^\s*#\s*include\s*([<"][^>"]+)[>"])",
                                             QRegularExpression::MultilineOption);
    QStringList includes;
    auto match = kInclude.globalMatch(textOf(path));
    while (match.hasNext()) {
        includes << match.next().captured(1);
    }
    return includes;
}

QString outputOf(const QString& program, const QStringList& arguments) {
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished() || process.exitCode() != 0) {
        return {};
    }
    return QString::fromUtf8(process.readAllStandardOutput());
}

}  // namespace

void DependenciesTest::everyCoreFolderHasARule() {
    const QStringList folders = QDir(kSourceDir + "/core").entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    QVERIFY(!folders.isEmpty());
    for (const QString& folder : folders) {
        QVERIFY2(rules().contains(folder), qPrintable(folder));
    }
}

void DependenciesTest::coreIncludesOnlyWhatItsFolderMay_data() {
    QTest::addColumn<QString>("folder");
    for (const QString& folder : rules().keys()) {
        QTest::newRow(qPrintable(folder)) << folder;
    }
}

void DependenciesTest::coreIncludesOnlyWhatItsFolderMay() {
    QFETCH(QString, folder);
    const QStringList allowed = rules().value(folder) + QStringList{folder};
    static const QRegularExpression kQt(QStringLiteral("^<(Q[A-Z]|Qt)"));
    static const QRegularExpression kTorch(QStringLiteral("^<(torch/|ATen/|c10/)"));
    for (const QString& path : sourcesBelow("core/" + folder)) {
        const QString within = path.mid(kSourceDir.size() + 6).section('/', 0, -2);
        if (within != folder && rules().contains(within)) {
            continue;
        }
        for (const QString& include : includesOf(path)) {
            const QString where = path + " includes " + include.mid(1);
            QVERIFY2(!kQt.match(include).hasMatch(), qPrintable(where));
            QVERIFY2(kTorchFolders.contains(folder) || !kTorch.match(include).hasMatch(), qPrintable(where));
            if (include.startsWith('"')) {
                QVERIFY2(allowed.contains(include.mid(1).section('/', 0, 0)), qPrintable(where));
            }
        }
    }
}

void DependenciesTest::widgetsIncludeNoApplication() {
    for (const QString& path : sourcesBelow("widgets")) {
        for (const QString& include : includesOf(path)) {
            QVERIFY2(!include.contains("studio/") && !include.contains("cli/"), qPrintable(path + " " + include));
        }
    }
}

void DependenciesTest::archivesAskForNoForeignSymbols_data() {
    QTest::addColumn<QString>("archive");
    QTest::addColumn<QString>("forbidden");
    const QString qt = QStringLiteral("_ZN\\d*K?Q[A-Z]|_ZN2Qt|_ZN7QString|qt_version_tag");
    const QString torch = QStringLiteral("_ZN2at|_ZN3c10|_ZN5torch");
    QTest::newRow("runtime") << QStringLiteral(RUNTIME_ARCHIVE) << qt + "|" + torch + "|\\bH5[A-Z]|\\binflate|\\bgz";
    QTest::newRow("core") << QStringLiteral(CORE_ARCHIVE) << qt + "|" + torch;
}

void DependenciesTest::archivesAskForNoForeignSymbols() {
    QFETCH(QString, archive);
    QFETCH(QString, forbidden);
    const QString symbols = outputOf("nm", {"--undefined-only", archive});
    QVERIFY2(symbols.contains("clock_gettime") || symbols.contains("H5Dread"), "nm printed no symbols");
    const auto match = QRegularExpression("U (" + forbidden + ")\\w*").match(symbols);
    QVERIFY2(!match.hasMatch(), qPrintable(match.captured()));
}

void DependenciesTest::commandLineLoadsNeitherQtNorTorch() {
    const QString dynamic = outputOf("readelf", {"-d", QStringLiteral(CLI_PROGRAM)});
    QVERIFY(dynamic.contains("libhdf5"));
    QVERIFY(!dynamic.contains("libQt"));
    // It comes with hundreds of libraries, and is loaded when it is needed: learning::load().
    QVERIFY(!dynamic.contains("libtorch"));
}

// A run's windows must not move when somebody sets the clock.
void DependenciesTest::executionNeverAsksTheWallClock() {
    static const QRegularExpression kWallClock(
        QStringLiteral("realtimeNs|CLOCK_REALTIME|system_clock|gettimeofday|\\btime\\(nullptr\\)"));
    for (const char* folder : {"core/execution", "core/stressor", "core/plan", "core/simulation"}) {
        const QStringList sources = sourcesBelow(QString::fromUtf8(folder));
        QVERIFY(!sources.isEmpty());
        for (const QString& path : sources) {
            QVERIFY2(!textOf(path).contains(kWallClock), qPrintable(path));
        }
    }
}

void DependenciesTest::everySourceFileNamesItsLicence() {
    const QMap<QString, QString> licences{{"core", "Apache-2.0"},
                                          {"app/cli", "Apache-2.0"},
                                          {"app/runner", "Apache-2.0"},
                                          {"tests/core", "Apache-2.0"},
                                          {"app/common", "Apache-2.0"},
                                          {"widgets", "GPL-3.0-or-later"},
                                          {"app/studio", "GPL-3.0-or-later"}};
    for (auto entry = licences.begin(); entry != licences.end(); ++entry) {
        for (const QString& path : sourcesBelow(entry.key())) {
            QVERIFY2(textOf(path).left(400).contains("SPDX-License-Identifier: " + entry.value()), qPrintable(path));
        }
    }
}

QTEST_GUILESS_MAIN(DependenciesTest)
#include "tst_dependencies.moc"
