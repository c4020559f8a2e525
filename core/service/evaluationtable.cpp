// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "service/evaluationtable.h"

#include <algorithm>
#include <cmath>

namespace mimesys::service {
namespace {

Estimate estimate(const std::vector<double>& values) {
    Estimate result;
    result.traces = values.size();
    if (values.empty()) {
        return result;
    }
    const auto count = static_cast<double>(values.size());
    result.mean = 0.0;
    for (const double value : values) {
        result.mean += value / count;
    }
    if (values.size() >= 2) {
        double squares = 0.0;
        for (const double value : values) {
            squares += (value - result.mean) * (value - result.mean);
        }
        result.standardError = std::sqrt(squares / (count - 1.0) / count);
    }
    return result;
}

bool scored(const Trial& trial) {
    return trial.failure.empty();
}

// Mean over the families other than this one; NaN when there is none.
double meanWithout(const Trial& trial, std::optional<Family> left) {
    double sum = 0.0;
    int count = 0;
    for (const auto& [family, dtw] : trial.families) {
        if (family != left) {
            sum += dtw;
            ++count;
        }
    }
    return sum / count;
}

class Summary {
public:
    explicit Summary(const Evaluation& evaluation) : m_evaluation(evaluation) {}

    EvaluationTable table() {
        EvaluationTable table;
        const std::vector<std::string> methods = inOrder(&Trial::method);
        for (const View& view : inOrder(&Trial::view)) {
            for (const std::string_view load : loadsOf(view)) {
                for (const std::string& method : methods) {
                    if (auto row = rowOf(method, view, load); row.traces + row.failed > 0) {
                        table.rows.push_back(std::move(row));
                    }
                }
            }
        }
        for (const std::string& method : methods) {
            table.speeds.push_back(speedOf(method));
        }
        return table;
    }

private:
    template <typename T>
    [[nodiscard]] std::vector<T> inOrder(T Trial::*field) const {
        std::vector<T> values;
        for (const Trial& trial : m_evaluation.trials) {
            if (std::ranges::find(values, trial.*field) == values.end()) {
                values.push_back(trial.*field);
            }
        }
        return values;
    }

    static std::vector<std::string_view> loadsOf(const View& view) {
        std::vector<std::string_view> loads{kAllLoads};
        if (view.whole()) {
            loads.insert(loads.end(), kLoadLevels.begin(), kLoadLevels.end());
        }
        return loads;
    }

    [[nodiscard]] const Trial* wholeOf(const Trial& trial) const {
        const auto found = std::ranges::find_if(m_evaluation.trials, [&](const Trial& other) {
            return other.view.whole() && other.trace == trial.trace && other.method == trial.method && scored(other);
        });
        return found == m_evaluation.trials.end() ? nullptr : &*found;
    }

    [[nodiscard]] TableRow rowOf(const std::string& method, const View& view, std::string_view load) const {
        TableRow row;
        row.method = method;
        row.view = view;
        row.load = load;
        std::map<Family, std::vector<double>> families;
        std::vector<double> means;
        std::vector<double> remaining;
        double seen = 0.0;
        double whole = 0.0;
        for (const Trial& trial : m_evaluation.trials) {
            if (trial.method != method || trial.view != view || (load != kAllLoads && trial.load != load)) {
                continue;
            }
            if (!scored(trial)) {
                ++row.failed;
                continue;
            }
            for (const auto& [family, dtw] : trial.families) {
                families[family].push_back(dtw);
            }
            means.push_back(trial.mean);
            const double rest = meanWithout(trial, view.without);
            if (!std::isfinite(rest)) {
                continue;
            }
            remaining.push_back(rest);
            if (const Trial* full = wholeOf(trial)) {
                seen += rest;
                whole += meanWithout(*full, view.without);
            }
        }
        row.traces = means.size();
        for (const auto& [family, values] : families) {
            row.families[family] = estimate(values);
        }
        row.mean = estimate(means);
        row.remaining = estimate(remaining);
        row.ofWhole = whole > 0.0 ? seen / whole : std::nan("");
        return row;
    }

    [[nodiscard]] Speed speedOf(const std::string& method) const {
        Speed speed{method, 0.0, 0};
        for (const Trial& trial : m_evaluation.trials) {
            if (trial.method == method && trial.view.whole() && scored(trial)) {
                speed.seconds += trial.generationSeconds;
                speed.windows += trial.windows;
            }
        }
        return speed;
    }

    const Evaluation& m_evaluation;
};

}  // namespace

double Speed::windowsPerSecond() const {
    return seconds > 0.0 ? static_cast<double>(windows) / seconds : std::nan("");
}

EvaluationTable summarise(const Evaluation& evaluation) {
    return Summary(evaluation).table();
}

}  // namespace mimesys::service
