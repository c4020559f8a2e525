// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "service/evaluationplot.h"

#include "evaluation/barchart.h"
#include "service/evaluationtable.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <set>

namespace mimesys::service {
namespace {

using evaluation::Bar;
using evaluation::BarPanel;
using Rows = std::vector<const TableRow*>;

Bar barOf(const Estimate& estimate) {
    return {estimate.mean, estimate.standardError};
}

std::string tracesIn(const Rows& rows) {
    std::size_t most = 0;
    for (const TableRow* row : rows) {
        most = std::max(most, row->traces);
    }
    return fmt::format("{} trace{}", most, most == 1 ? "" : "s");
}

// Families and MEAN side by side.
BarPanel loadPanel(const Rows& rows, const std::vector<std::string>& methods) {
    BarPanel panel;
    panel.title = fmt::format("Load: {} ({})", rows.front()->load, tracesIn(rows));
    std::set<Family> families;
    for (const TableRow* row : rows) {
        for (const auto& [family, estimate] : row->families) {
            families.insert(family);
        }
    }
    for (const Family family : families) {
        panel.groups.emplace_back(familyName(family));
    }
    panel.groups.emplace_back("MEAN");
    panel.bars.assign(methods.size(), std::vector<Bar>(panel.groups.size()));
    for (const TableRow* row : rows) {
        auto& bars = panel.bars[static_cast<std::size_t>(std::ranges::find(methods, row->method) - methods.begin())];
        std::size_t group = 0;
        for (const Family family : families) {
            if (const auto found = row->families.find(family); found != row->families.end()) {
                bars[group] = barOf(found->second);
            }
            ++group;
        }
        bars[group] = barOf(row->mean);
    }
    return panel;
}

// What the generators saw side by side, the whole trace first.
BarPanel ablationPanel(std::string title, const Rows& rows, const std::vector<std::string>& methods) {
    BarPanel panel;
    panel.title = std::move(title);
    for (const TableRow* row : rows) {
        if (const std::string name = viewName(row->view); std::ranges::find(panel.groups, name) == panel.groups.end()) {
            panel.groups.push_back(name);
        }
    }
    panel.bars.assign(methods.size(), std::vector<Bar>(panel.groups.size()));
    for (const TableRow* row : rows) {
        const auto series = std::ranges::find(methods, row->method) - methods.begin();
        const auto group = std::ranges::find(panel.groups, viewName(row->view)) - panel.groups.begin();
        panel.bars[static_cast<std::size_t>(series)][static_cast<std::size_t>(group)] =
            barOf(row->view.whole() ? row->mean : row->remaining);
    }
    return panel;
}

}  // namespace

std::string plot(const Evaluation& evaluation) {
    const EvaluationTable table = summarise(evaluation);
    evaluation::BarChart chart;
    chart.title = fmt::format("Distance to the real trace by method on {}{}", evaluation.executor,
                              evaluation.simulated ? " (simulated)" : "");
    chart.note = "Mean DTW over traces with its standard error; 0 = identical, 0.1 = 10 %.";
    if (evaluation.simulated) {
        chart.note += " Values come from a simulation, not from a measurement.";
    }
    chart.value = evaluation.simulated ? "DTW, simulated" : "DTW";
    std::ranges::transform(table.speeds, std::back_inserter(chart.series), &Speed::method);
    const auto rowsWhere = [&](const std::function<bool(const TableRow&)>& wanted) {
        Rows rows;
        for (const TableRow& row : table.rows) {
            if (wanted(row)) {
                rows.push_back(&row);
            }
        }
        return rows;
    };
    std::vector<std::string_view> loads{kAllLoads};
    loads.insert(loads.end(), kLoadLevels.begin(), kLoadLevels.end());
    for (const std::string_view load : loads) {
        const Rows rows = rowsWhere([&](const TableRow& row) { return row.view.whole() && row.load == load; });
        if (!rows.empty()) {
            chart.panels.push_back(loadPanel(rows, chart.series));
        }
    }
    const auto addAblation = [&](std::string title, const std::function<bool(const View&)>& ofThisKind) {
        if (std::ranges::none_of(table.rows, [&](const TableRow& row) { return ofThisKind(row.view); })) {
            return;
        }
        chart.panels.push_back(ablationPanel(std::move(title), rowsWhere([&](const TableRow& row) {
                                                 return row.load == kAllLoads &&
                                                        (row.view.whole() || ofThisKind(row.view));
                                             }),
                                             chart.series));
    };
    addAblation("Values dropped: MEAN", [](const View& view) { return view.dropped > 0.0; });
    addAblation("Family left out: MEAN over the others", [](const View& view) { return view.without.has_value(); });
    return toSvg(chart);
}

}  // namespace mimesys::service
