// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "guiwatchdog.h"
#include "heatmap/composition.h"
#include "largesamples.h"
#include "timeline/timelineview.h"
#include "trace/read.h"
#include "window/actions.h"
#include "window/mainwindow.h"

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QScrollBar>
#include <QTemporaryDir>

using namespace mimesys;
using namespace mimesys::widgets;

// Whatever is done with large traces, the GUI thread never works for long before it looks at its events again.
class ResponsivenessTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(QStringLiteral("Fusion")); }
    void init();
    void cleanup();
    void watchdogSeesABlock();
    void longTrace();
    void manyCpus();
    void recordingThatGrows();
    void manyDiagnostics();
    void talkativeJobs();

private:
    // Does it, waits until everything is quiet, and judges the longest block meanwhile.
    void check(const char* what, const std::function<void()>& action);
    void navigate();
    void compareVersions(const IndexedTracePtr& emulated, const IndexedTracePtr& other);
    [[nodiscard]] TimelineView* timeline() const {
        return m_window->findChild<TimelineView*>(QStringLiteral("timeline"));
    }
    [[nodiscard]] LoadedTrace loaded(const IndexedTracePtr& trace, const char* name) const {
        return {trace, QLatin1String(name), {}, {}, {}};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<GuiWatchdog> m_watchdog;
};

namespace {

// CPU time of programs as they are shipped; others are slower for reasons that are no fault.
#if defined(MIMESYS_AS_SHIPPED) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
constexpr double kLongestMs = 50.0;
constexpr std::size_t kLongSamples = 2'000'000;
constexpr std::size_t kCpuSamples = 100'000;
#else
constexpr double kLongestMs = 1000.0;
constexpr std::size_t kLongSamples = 200'000;
constexpr std::size_t kCpuSamples = 10'000;
#endif

}  // namespace

void ResponsivenessTest::init() {
    samples::failOnQtWarnings();
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    Workflow::Options options;
    options.dataset = m_folder->filePath(QStringLiteral("no-dataset.h5")).toStdString();
    options.model = m_folder->filePath(QStringLiteral("no-model.safetensors")).toStdString();
    m_window = std::make_unique<MainWindow>(options);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_watchdog = std::make_unique<GuiWatchdog>();
}

void ResponsivenessTest::cleanup() {
    m_watchdog.reset();
    m_window.reset();
    m_folder.reset();
}

void ResponsivenessTest::check(const char* what, const std::function<void()>& action) {
    QCoreApplication::processEvents();
    m_watchdog->reset();
    action();
    // What is painted comes within that, or blocks for longer.
    constexpr std::int64_t kSettleNs = 100'000'000;
    const std::int64_t least = monotonicNs() + kSettleNs;
    do {
        QCoreApplication::processEvents();
        QTest::qSleep(2);
    } while (monotonicNs() < least || m_window->workflow()->runner()->isBusy());
    const double longest = m_watchdog->longestMs();
    qInfo("%-32s %6.1f ms", what, longest);
    QVERIFY2(longest < kLongestMs, qPrintable(QStringLiteral("%1 took %2 ms").arg(QLatin1String(what)).arg(longest)));
}

void ResponsivenessTest::watchdogSeesABlock() {
    QTimer::singleShot(0, this, [] {
        const std::int64_t start = threadCpuNs();
        while (threadCpuNs() - start < 30'000'000) {
        }
    });
    m_watchdog->reset();
    QTest::qWait(50);
    QVERIFY(m_watchdog->longestMs() >= 30.0);
    m_watchdog->reset();
    // Sleeping is no work.
    QTest::qSleep(60);
    QVERIFY(m_watchdog->longestMs() < 30.0);
}

void ResponsivenessTest::navigate() {
    ViewState* state = m_window->viewState();
    Actions* actions = m_window->actions();
    check("zoom in", [&] { actions->zoomIn->trigger(); });
    for (int i = 0; i < 12; ++i) {
        check("zoom further", [&] { state->zoom(state->extent().lengthNs() / 3, 0.5); });
    }
    check("pan", [&] { state->pan(state->visible().lengthNs() / 2); });
    check("show all", [&] { actions->fit->trigger(); });
    check("move the cursor", [&] {
        QTest::mouseMove(timeline()->viewport(), timeline()->viewport()->rect().center());
        state->setCursor(state->extent().endNs / 2);
    });
    check("select", [&] { state->select(TimeRange{state->extent().endNs / 4, state->extent().endNs / 2}); });
    check("scroll", [&] { timeline()->verticalScrollBar()->setValue(timeline()->verticalScrollBar()->maximum()); });
    check("resize", [&] { m_window->resize(1000, 700); });
    check("on a larger screen", [&] { m_window->resize(1920, 1080); });
    check("on a usual one", [&] { m_window->resize(1280, 800); });
}

void ResponsivenessTest::compareVersions(const IndexedTracePtr& emulated, const IndexedTracePtr& other) {
    Document& document = *m_window->document();
    const auto plan =
        makeDisposable<Composition>(samples::randomPlan(2000, 16, {"memcpy-l1", "hash-insert", "disk-write"}));
    check("take a plan", [&] { document.setPlan({plan, QStringLiteral("plan"), {}, false, {}}); });
    check("take an emulation", [&] { document.setEmulated(loaded(emulated, "emulated")); });
    const auto score = samples::scoreOf(emulated->trace());
    check("take a score", [&] { document.setScore(score); });
    check("another version", [&] { document.setEmulated(loaded(other, "other")); });
    check("back to a version", [&] { document.openVersion(document.versions().front().id); });
    check("and forth", [&] { document.openVersion(document.versions().back().id); });
    for (const CompareMode mode : {CompareMode::Difference, CompareMode::SideBySide, CompareMode::Overlay}) {
        check("compare in another way", [&] { m_window->viewState()->setCompareMode(mode); });
    }
    check("export", [&] {
        m_window->workflow()->exportTo(Workflow::Export::Plan, m_folder->filePath(QStringLiteral("plan.h5")));
    });
}

void ResponsivenessTest::longTrace() {
    const auto ids = samples::manyMetrics(20);
    auto real = samples::indexed(samples::longTrace(kLongSamples, ids));
    auto emulated = samples::indexed(samples::longTrace(kLongSamples / 2, ids, 2));
    auto other = samples::indexed(samples::longTrace(kLongSamples / 4, ids, 3));
    check("open 20 metrics", [&] { m_window->document()->setReal(loaded(real, "real")); });
    navigate();
    compareVersions(emulated, other);
    navigate();
    // The window alone owns them now.
    real.reset();
    emulated.reset();
    other.reset();
    check("close all", [&] { m_window->document()->setReal({}); });
}

void ResponsivenessTest::manyCpus() {
    const auto ids = samples::manyCpus(128);
    auto real = samples::indexed(samples::longTrace(kCpuSamples, ids));
    auto emulated = samples::indexed(samples::longTrace(kCpuSamples, ids, 2));
    auto other = samples::indexed(samples::longTrace(kCpuSamples / 2, ids, 3));
    check("open 128 CPUs", [&] { m_window->document()->setReal(loaded(real, "real")); });
    navigate();
    const auto strip = std::ranges::find_if(
        timeline()->lanes(), [](const PlacedLane& lane) { return lane.lane.kind == LaneKind::CpuStrip; });
    QVERIFY(strip != timeline()->lanes().end());
    const Lane cores = strip->lane;
    check("unfold the CPUs", [&] { timeline()->toggle(cores); });
    compareVersions(emulated, other);
    navigate();
    real.reset();
    emulated.reset();
    other.reset();
    check("close all", [&] { m_window->document()->setReal({}); });
}

void ResponsivenessTest::recordingThatGrows() {
    Document& document = *m_window->document();
    document.setReal(loaded(samples::indexed(samples::longTrace(kCpuSamples, samples::manyCpus(128))), "real"));
    document.setPlan({makeDisposable<Composition>(samples::randomPlan(100, 4, {"memcpy-l1"})),
                      QStringLiteral("plan"),
                      {},
                      false,
                      {}});
    for (const std::size_t share : {4, 3, 2, 1}) {
        auto snapshot = samples::indexed(samples::longTrace(kCpuSamples / share, samples::manyCpus(128), 2));
        check("take a snapshot", [&] {
            LoadedTrace growing = loaded(snapshot, "run in progress");
            growing.growing = true;
            snapshot.reset();
            document.setRecording(document.currentVersion(), growing);
        });
    }
}

void ResponsivenessTest::manyDiagnostics() {
    constexpr std::size_t kDiagnostics = 40'000;
    LoadedTrace real = loaded(samples::indexed(samples::longTrace(kCpuSamples, {"disk.read"})), "real");
    std::vector<trace::Diagnostic> diagnostics;
    for (std::size_t i = 0; i < kDiagnostics; ++i) {
        trace::Diagnostic diagnostic;
        diagnostic.severity = trace::Diagnostic::Severity::Warning;
        diagnostic.message = "A row is missing here, and nobody knows why; number " + std::to_string(i) + ".";
        diagnostic.line = static_cast<std::int64_t>(i);
        diagnostic.timeNs = real.trace->trace().startNs + static_cast<std::int64_t>(i) * kNanosecondsPerSecond;
        diagnostics.push_back(std::move(diagnostic));
    }
    real.diagnostics = std::make_shared<const std::vector<trace::Diagnostic>>(std::move(diagnostics));
    check("open with diagnostics", [&] { m_window->document()->setReal(real); });
    check("zoom with diagnostics", [&] { m_window->actions()->zoomIn->trigger(); });
    const auto emulated = samples::indexed(samples::longTrace(kCpuSamples, {"disk.read"}, 2));
    check("an emulation beside", [&] { m_window->document()->setEmulated(loaded(emulated, "emulated")); });
}

void ResponsivenessTest::talkativeJobs() {
    m_window->findChild<QDockWidget*>(QStringLiteral("jobsDock"))->show();
    check("a job that says much", [&] {
        m_window->workflow()->runner()->start<int>(
            JobKind::Export, QStringLiteral("job"),
            [](const JobRunner::Context& context) -> Cancellable<int> {
                for (int i = 0; i < 20'000; ++i) {
                    context.progress({i / 20'000.0, "step " + std::to_string(i)});
                }
                return std::optional(1);
            },
            [](int) {});
    });
    check("many short jobs", [&] {
        for (int i = 0; i < 30; ++i) {
            m_window->workflow()->runner()->start<int>(
                JobKind::Export, QStringLiteral("job"),
                [](const JobRunner::Context&) -> Cancellable<int> { return std::optional(1); }, [](int) {});
        }
    });
}

QTEST_MAIN(ResponsivenessTest)
#include "tst_responsiveness.moc"
