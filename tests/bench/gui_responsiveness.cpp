// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

// For how long the studio's window does not answer at most, per action, with traces of 2,000,000 samples of 20 metrics
// and of 128 CPUs over 100,000 samples. Without a display, unless one is named by -platform.
#include "timeline/timelineview.h"
#include "trace/write.h"
#include "widgets/guiwatchdog.h"
#include "widgets/largesamples.h"
#include "window/actions.h"
#include "window/mainwindow.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <QAction>
#include <QApplication>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QThread>
#include <atomic>
#include <semaphore>
#include <thread>

using namespace mimesys;
using namespace mimesys::widgets;

namespace {

constexpr double kBoundMs = 50.0;
constexpr std::size_t kLongSamples = 2'000'000;
constexpr std::size_t kLongMetrics = 20;
constexpr std::size_t kCpuSamples = 100'000;
constexpr int kCpus = 128;
constexpr int kSteps = 12;

// Asks the GUI thread for an answer again and again; the longest wait is what a person would have felt.
class Heartbeat {
public:
    explicit Heartbeat(QObject* gui) : m_gui(gui), m_thread([this](const std::stop_token& stop) { beat(stop); }) {}
    // Answers while it ends: the last question may wait for one.
    ~Heartbeat() {
        m_thread.request_stop();
        while (!m_ended) {
            QCoreApplication::processEvents();
        }
    }

    void reset() { m_longestNs = 0; }
    [[nodiscard]] double longestMs() const { return static_cast<double>(m_longestNs) * 1e-6; }

private:
    void beat(const std::stop_token& stop) {
        std::binary_semaphore answered(0);
        while (!stop.stop_requested()) {
            const std::int64_t asked = monotonicNs();
            QMetaObject::invokeMethod(
                m_gui, [&answered] { answered.release(); }, Qt::QueuedConnection);
            answered.acquire();
            m_longestNs = std::max(m_longestNs.load(), monotonicNs() - asked);
            (void)sleepUntil(monotonicNs() + 1'000'000, stop);
        }
        m_ended = true;
    }

    QObject* m_gui;
    std::atomic<std::int64_t> m_longestNs = 0;
    std::atomic<bool> m_ended = false;
    std::jthread m_thread;
};

constexpr std::int64_t kLongestScoringNs = 2'000'000'000;

class Bench {
public:
    Bench() : m_window(options()), m_heartbeat(&m_window) {
        m_window.resize(1920, 1080);
        m_window.show();
        settle();
    }

    [[nodiscard]] const nlohmann::json& results() const { return m_results; }

    void run(const QString& name, const trace::TracePtr& real, const trace::TracePtr& emulated) {
        const QString first = write(name + QStringLiteral("-real.h5"), real);
        const QString second = write(name + QStringLiteral("-emulated.h5"), emulated);
        settle();  // writing has kept the heartbeat waiting, which is none of the studio's doing
        m_group = name.toStdString();
        Document& document = *m_window.document();
        ViewState& state = *m_window.viewState();
        measure("open", [&] { m_window.open({{first, FileRole::Real}}); });
        measure("zoom", [&] { zoom(); });
        measure("pan", [&] { pan(); });
        measure("show all", [&] { state.fit(); });
        measure("open an emulation, score", [&] { m_window.open({{second, FileRole::Emulated}}); });
        measure("zoom, both", [&] { zoom(); });
        measure("difference", [&] { state.setCompareMode(CompareMode::Difference); });
        measure("side by side", [&] { state.setCompareMode(CompareMode::SideBySide); });
        measure("overlay", [&] { state.setCompareMode(CompareMode::Overlay); });
        measure("plan", [&] {
            document.setPlan({makeDisposable<Composition>(samples::randomPlan(2000, 16, {"memcpy-l1", "hash-insert"})),
                              QStringLiteral("plan"),
                              {},
                              false,
                              {}});
        });
        measure("another version", [&] { document.addVersion(document.plan()); });
        measure("switch versions", [&] {
            document.openVersion(document.versions().front().id);
            document.openVersion(document.versions().back().id);
            document.openVersion(document.versions().front().id);
        });
        measure("scroll", [&] {
            auto* bar = m_window.findChild<TimelineView*>(QStringLiteral("timeline"))->verticalScrollBar();
            bar->setValue(bar->maximum());
        });
        measure("export", [&] {
            m_window.workflow()->exportTo(Workflow::Export::Real, m_folder.filePath(QStringLiteral("out.h5")));
        });
        measure("close", [&] { document.setReal({}); });
    }

private:
    static Workflow::Options options() {
        Workflow::Options options;
        options.dataset = "/nonexistent/dataset.h5";
        options.model = "/nonexistent/model.safetensors";
        return options;
    }

    QString write(const QString& name, const trace::TracePtr& trace) const {
        const QString path = m_folder.filePath(name);
        if (const auto written = trace::writeTrace(*trace, path.toStdString()); !written) {
            fmt::print(stderr, "gui_responsiveness: {}\n", written.error().text());
            std::exit(EXIT_FAILURE);
        }
        return path;
    }

    void settle() {
        const std::int64_t least = monotonicNs() + 300'000'000;
        while (monotonicNs() < least || m_window.workflow()->runner()->isBusy()) {
            QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
            if (monotonicNs() > least + kLongestScoringNs) {
                m_window.workflow()->runner()->stop(JobKind::Score);  // exact warping of so many windows takes minutes
            }
            QThread::usleep(200);
        }
    }

    void measure(const char* what, const std::function<void()>& action) {
        m_watchdog.reset();
        m_heartbeat.reset();
        QMetaObject::invokeMethod(&m_window, action, Qt::QueuedConnection);
        settle();
        m_results[m_group][what] = {{"longest_ms", m_heartbeat.longestMs()}, {"cpu_ms", m_watchdog.longestMs()}};
    }

    void zoom() {
        ViewState* state = m_window.viewState();
        for (int i = 0; i < kSteps; ++i) {
            QMetaObject::invokeMethod(
                &m_window, [state] { state->zoom(state->extent().lengthNs() / 3, 0.5); }, Qt::QueuedConnection);
        }
    }

    void pan() {
        ViewState* state = m_window.viewState();
        for (int i = 0; i < kSteps; ++i) {
            QMetaObject::invokeMethod(
                &m_window, [state] { state->pan(state->visible().lengthNs() / 2); }, Qt::QueuedConnection);
        }
    }

    QTemporaryDir m_folder;
    MainWindow m_window;
    GuiWatchdog m_watchdog;
    Heartbeat m_heartbeat;
    std::string m_group;
    nlohmann::json m_results = nlohmann::json::object();
};

void print(const nlohmann::json& results) {
    fmt::print("Longest time without an answer, and most CPU time of the GUI thread at once; bound {} ms\n", kBoundMs);
    for (const auto& [group, actions] : results.items()) {
        fmt::print("{}\n", group);
        for (const auto& [action, numbers] : actions.items()) {
            fmt::print("  {:<32}{:8.1f} ms {:8.1f} ms CPU\n", action, numbers["longest_ms"].get<double>(),
                       numbers["cpu_ms"].get<double>());
        }
    }
}

}  // namespace

int main(int argc, char** argv) {
    bool json = false;
    std::vector<char*> arguments{argv[0]};
    std::string platform = "-platform";
    std::string offscreen = "offscreen";
    arguments.push_back(platform.data());
    arguments.push_back(offscreen.data());
    for (int i = 1; i < argc; ++i) {
        if (std::string_view(argv[i]) == "--json") {
            json = true;
        } else {
            arguments.push_back(argv[i]);  // the last -platform wins
        }
    }
    int count = static_cast<int>(arguments.size());
    const QApplication application(count, arguments.data());
    QApplication::setStyle(QStringLiteral("Fusion"));
    Bench bench;
    const auto metrics = samples::manyMetrics(kLongMetrics);
    bench.run(QStringLiteral("2000000x20"), samples::longTrace(kLongSamples, metrics),
              samples::longTrace(kLongSamples / 100, metrics, 2));
    const auto cpus = samples::manyCpus(kCpus);
    bench.run(QStringLiteral("100000x128"), samples::longTrace(kCpuSamples, cpus),
              samples::longTrace(kCpuSamples / 10, cpus, 2));
    if (json) {
        fmt::print("{}\n", bench.results().dump(2));
    } else {
        print(bench.results());
    }
    return EXIT_SUCCESS;
}
