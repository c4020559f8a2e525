// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the views of a plan of 100,000 windows for 128 CPUs cost: painting, which blocks the window, and what worker
// threads do before it. Without a display; painted into an image of a large window's size.
#include "base/clock.h"
#include "base/random.h"
#include "composition/classareaview.h"
#include "composition/scheduleview.h"
#include "heatmap/heatmapview.h"
#include "stressor/stressor.h"
#include "viewstate/viewstate.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <QApplication>
#include <algorithm>
#include <array>
#include <cstdlib>
#include <functional>
#include <string_view>

using namespace mimesys;
using namespace mimesys::widgets;

namespace {

constexpr std::size_t kCpus = 128;
constexpr int kRepetitions = 15;
constexpr QSize kViewSize(1900, 500);

PlanPtr largePlan(std::size_t windows) {
    const auto names = stressor::essentialStressors();
    plan::ExecutionPlan plan(windows, kCpus, {names.begin(), names.end()}, 1.0);
    Random random(1);
    const auto share = static_cast<float>(1.0 / static_cast<double>(names.size()));
    for (float& fraction : plan.fractions()) {
        fraction = static_cast<float>(random.uniform()) * share;
    }
    return std::make_shared<const plan::ExecutionPlan>(std::move(plan));
}

struct Times {
    double medianMs = 0.0;
    double worstMs = 0.0;
};

// Of `work`, after `before`, which is not counted.
Times measure(
    int repetitions, const std::function<void(int)>& work, const std::function<void(int)>& before = [](int) {}) {
    std::vector<double> times;
    for (int i = 0; i < repetitions; ++i) {
        before(i);
        const std::int64_t begin = monotonicNs();
        work(i);
        times.push_back(secondsFromNs(monotonicNs() - begin) * 1e3);
    }
    std::ranges::sort(times);
    return {times[times.size() / 2], times.back()};
}

struct Row {
    const char* key;
    const char* what;
    bool blocks;  // the window
    Times times;
};

std::vector<Row> measureViews(const PlanPtr& plan) {
    std::vector<Row> rows;
    CompositionPtr composition;
    rows.push_back({"indexing", "means, pyramids and class totals of the plan", false,
                    measure(1, [&](int) { composition = std::make_shared<const Composition>(plan); })});
    ViewState state;
    state.setExtent(composition->extent());
    QImage canvas(kViewSize, QImage::Format_RGB32);
    const auto windowAt = [&](int i) {
        return plan->windowCount() * static_cast<std::size_t>(i) / kRepetitions;
    };

    ScheduleView schedule(&state);
    schedule.resize(kViewSize);
    schedule.setComposition(composition, false);
    rows.push_back({"schedule", "schedule: another window", true, measure(kRepetitions, [&](int i) {
                        schedule.showWindow(windowAt(i));
                        schedule.render(&canvas);
                    })});
    rows.push_back({"schedule_cursor", "schedule: the cursor moves", true, measure(kRepetitions, [&](int i) {
                        state.setCursor(composition->windowRange(schedule.shownWindow()).beginNs + i * 10'000'000);
                        schedule.render(&canvas);
                    })});

    ClassAreaView classes(&state);
    classes.resize(kViewSize);
    classes.setComposition(composition, false);
    rows.push_back({"classes", "classes: all windows or most of them", true, measure(kRepetitions, [&](int i) {
                        state.show({i * kNanosecondsPerSecond, composition->extent().endNs});
                        classes.render(&canvas);
                    })});
    rows.push_back({"classes_cursor", "classes: the cursor moves", true, measure(kRepetitions, [&](int i) {
                        state.setCursor(i * kNanosecondsPerSecond * 100);
                        classes.render(&canvas);
                    })});

    const std::array<std::pair<const char*, HeatSourcePtr>, 2> maps{
        std::pair("stressor_map", stressorHeat(composition)), std::pair("cpu_map", stressorCpuHeat(composition, 0))};
    for (const auto& [key, source] : maps) {
        const bool ofCpus = std::string_view(key) == "cpu_map";
        state.fit();
        rows.push_back({ofCpus ? "cpu_map_image" : "stressor_map_image",
                        ofCpus ? "CPU map: values of all windows" : "stressor map: values of all windows", false,
                        measure(3, [&](int) {
                            static_cast<void>(
                                source->grid(composition->extent(), kViewSize.width(), source->rowCount(), {}));
                        })});
        HeatmapView map(&state, QLatin1String(key));
        map.resize(kViewSize);
        HeatmapView::Content content;
        content.source = source;
        for (int row = 0; row < source->rowCount(); ++row) {
            content.rows += QString::number(row);
        }
        map.setContent(content);
        map.render(&canvas);
        while (!map.isComplete()) {
            QApplication::processEvents(QEventLoop::WaitForMoreEvents, 100);
        }
        rows.push_back({key, ofCpus ? "CPU map: painting it" : "stressor map: painting it", true,
                        measure(kRepetitions, [&](int i) {
                            state.setCursor(i * kNanosecondsPerSecond * 100);
                            map.render(&canvas);
                        })});
    }
    return rows;
}

}  // namespace

int main(int argc, char** argv) {
    bool json = false;
    std::size_t windows = 100'000;
    for (int i = 1; i < argc; ++i) {
        if (std::string_view(argv[i]) == "--json") {
            json = true;
        } else {
            windows = std::strtoul(argv[i], nullptr, 10);
        }
    }
    if (windows == 0) {
        fmt::print(stderr, "usage: composition [WINDOWS] [--json]\n");
        return 2;
    }
    std::array<std::string, 3> texts{argv[0], "-platform", "offscreen"};
    std::array<char*, 3> arguments{texts[0].data(), texts[1].data(), texts[2].data()};
    int count = static_cast<int>(arguments.size());
    const QApplication application(count, arguments.data());
    const std::vector<Row> rows = measureViews(largePlan(windows));
    if (json) {
        nlohmann::json object{{"windows", windows}, {"cpus", kCpus}};
        for (const Row& row : rows) {
            object["mimesys"][row.key] = {
                {"median_ms", row.times.medianMs}, {"worst_ms", row.times.worstMs}, {"blocks_the_window", row.blocks}};
        }
        fmt::print("{}\n", object.dump(2));
        return 0;
    }
    fmt::print("{} windows, {} CPUs, {} x {} pixels\n", windows, kCpus, kViewSize.width(), kViewSize.height());
    fmt::print("{:<48}{:>12}{:>12}  {}\n", "", "median ms", "worst ms", "thread");
    for (const Row& row : rows) {
        fmt::print("{:<48}{:>12.2f}{:>12.2f}  {}\n", row.what, row.times.medianMs, row.times.worstMs,
                   row.blocks ? "window's" : "worker's");
    }
    return 0;
}
