// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0

// Choosing 128 of 512 candidates against 12,000 samples of a machine with 20 CPUs, 20 stressors and 28 metrics, as a
// round of a collection by novelty does: the fit of the surrogate and the selection apart. The samples are made up, and
// are no measurements. The peer computes the same density, distances and selection by plain loops over all pairs.
#include "base/clock.h"
#include "base/random.h"
#include "collection/novelty.h"
#include "collection/selection.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>
#include <numeric>
#include <optional>
#include <string_view>

using namespace mimesys;
using namespace mimesys::collection;
using Eigen::Index;

namespace {

constexpr std::size_t kCpus = 20;
constexpr std::size_t kStressors = 20;
constexpr std::size_t kMachineMetrics = 8;
constexpr std::size_t kSamples = 12'000;
constexpr std::size_t kOffered = 512;
constexpr std::size_t kWanted = 128;
constexpr int kRepetitions = 5;

// Cores as busy as their rows say; every other metric saturates in a sum of its own over the stressors.
dataset::Dataset madeUpSamples() {
    dataset::Dataset data;
    data.cpus = kCpus;
    for (std::size_t stressor = 0; stressor < kStressors; ++stressor) {
        data.stressors.push_back(fmt::format("stressor-{}", stressor));
    }
    for (std::size_t cpu = 0; cpu < kCpus; ++cpu) {
        data.metrics.push_back(metricFor(cpuUtilizationId(static_cast<int>(cpu))));
    }
    for (std::size_t n = 0; n < kMachineMetrics; ++n) {
        data.metrics.push_back(metricFor(fmt::format("metric.{}", n)));
    }
    data.provenance.assign(data.metrics.size(), Provenance::Simulation);
    const auto rows = static_cast<Index>(kSamples);
    data.compositions.setZero(rows, kCpus * kStressors);
    data.previous.setZero(rows, kCpus * kStressors);
    data.mean.setZero(rows, static_cast<Index>(data.metrics.size()));
    data.deviation = data.mean;
    data.kinds.assign(kSamples, std::string(dataset::kRandom));
    Random random(1);
    for (Index sample = 0; sample < rows; ++sample) {
        const std::vector<float> fractions = randomComposition(random, {kCpus, kStressors});
        for (std::size_t i = 0; i < fractions.size(); ++i) {
            const auto cpu = static_cast<Index>(i / kStressors);
            data.compositions(sample, static_cast<Index>(i)) = fractions[i];
            data.mean(sample, cpu) += 100.0F * fractions[i];
            data.mean(sample, static_cast<Index>(kCpus + i % kStressors % kMachineMetrics)) += fractions[i];
        }
        for (Index n = kCpus; n < data.mean.cols(); ++n) {
            data.mean(sample, n) = 1.0F - std::exp(-data.mean(sample, n));
        }
    }
    return data;
}

double medianMs(const std::function<void()>& work) {
    std::vector<double> times;
    for (int i = 0; i < kRepetitions; ++i) {
        const std::int64_t begin = monotonicNs();
        work();
        times.push_back(secondsFromNs(monotonicNs() - begin) * 1e3);
    }
    std::ranges::nth_element(times, times.begin() + kRepetitions / 2);
    return times[kRepetitions / 2];
}

double distance(const Eigen::MatrixXd& left, Index i, const Eigen::MatrixXd& right, Index j) {
    double sum = 0.0;
    for (Index axis = 0; axis < left.cols(); ++axis) {
        const double difference = left(i, axis) - right(j, axis);
        sum += difference * difference;
    }
    return std::sqrt(sum);
}

std::vector<std::size_t> naiveSelection(const Candidates& candidates, const Eigen::MatrixXd& observed,
                                        const Eigen::RowVectorXd& weights) {
    const auto count = static_cast<double>(observed.rows());
    const Eigen::RowVectorXd mean = observed.colwise().mean();
    const Eigen::RowVectorXd squares = (observed.rowwise() - mean).colwise().squaredNorm();
    const double factor = std::pow(count, -1.0 / (static_cast<double>(observed.cols()) + 4.0));
    const Eigen::RowVectorXd width = factor * (squares / (count - 1.0)).cwiseSqrt();
    const Eigen::RowVectorXd deviation = (squares / count).cwiseSqrt();
    Eigen::VectorXd novelty(candidates.predicted.rows());
    Eigen::VectorXd nearest(candidates.predicted.rows());
    const Eigen::MatrixXd places = candidates.predicted * weights.asDiagonal();
    const Eigen::MatrixXd points = observed * weights.asDiagonal();
    for (Index i = 0; i < places.rows(); ++i) {
        double density = 0.0;
        nearest(i) = HUGE_VAL;
        for (Index n = 0; n < observed.rows(); ++n) {
            double kernel = 1.0 / count;
            for (Index axis = 0; axis < observed.cols(); ++axis) {
                const double u = (candidates.predicted(i, axis) - observed(n, axis)) / width(axis);
                kernel *= std::exp(-0.5 * u * u) / (width(axis) * std::sqrt(2.0 * std::numbers::pi));
            }
            density += kernel;
            nearest(i) = std::min(nearest(i), distance(places, i, points, n));
        }
        novelty(i) =
            -std::log(density + 1e-12) + 0.1 * disagreement(candidates.byTree[static_cast<std::size_t>(i)], deviation);
    }
    nearest.array() *= 1.0 + normalised(novelty).array();
    std::vector<std::size_t> selected;
    while (selected.size() < kWanted) {
        double most = -1.0;
        Index best = 0;
        for (Index i = 0; i < places.rows(); ++i) {
            double gain = nearest(i);
            for (const std::size_t other : selected) {
                gain = std::min(gain, distance(places, i, places, static_cast<Index>(other)));
            }
            if (gain > most) {
                most = gain;
                best = i;
            }
        }
        selected.push_back(static_cast<std::size_t>(best));
    }
    return selected;
}

}  // namespace

int main(int argc, char** argv) {
    const dataset::Dataset data = madeUpSamples();
    const Layout layout = layoutOf(data);
    const MetricSpace space(data);
    const Eigen::MatrixXd points = space.points(data);
    const Features features = featuresOf(data, layout);
    const Eigen::RowVectorXd weights = familyWeights(space.axes());
    std::optional<Surrogate> surrogate;
    const double fitMs = medianMs([&] { surrogate.emplace(features, points, SurrogateOptions{.seed = 1}); });
    const Pool pool{data, layout, space, points, *surrogate};
    const Coverage coverage = coverageOf(space, points, {}, allPairs(space));
    Candidates candidates;
    const double candidatesMs = medianMs([&] {
        Known known;
        Random random(2);
        candidates = novelCandidates(pool, coverage, kOffered, known, random);
    });
    Chosen chosen;
    const double selectionMs = medianMs([&] { chosen = selectNovel(candidates, points, weights, kWanted); });
    std::vector<std::size_t> naive;
    const double naiveMs = medianMs([&] { naive = naiveSelection(candidates, points, weights); });
    std::size_t same = 0;
    for (std::size_t i = 0; i < naive.size() && i < chosen.compositions.size(); ++i) {
        same += candidates.compositions[naive[i]].fractions == chosen.compositions[i].fractions ? 1 : 0;
    }
    if (argc > 1 && std::string_view(argv[1]) == "--json") {
        const nlohmann::json json{{"samples", kSamples},
                                  {"candidates", candidates.compositions.size()},
                                  {"selected", chosen.compositions.size()},
                                  {"dimensions", space.axes().size()},
                                  {"mimesys",
                                   {{"fit_milliseconds", fitMs},
                                    {"candidates_milliseconds", candidatesMs},
                                    {"selection_milliseconds", selectionMs}}},
                                  {"naive", {{"selection_milliseconds", naiveMs}}},
                                  {"ratio", naiveMs / selectionMs},
                                  {"selected_alike", same}};
        fmt::print("{}\n", json.dump(2));
        return 0;
    }
    fmt::print("{} of {} candidates against {} made-up samples, {} dimensions, medians of {} runs\n",
               chosen.compositions.size(), candidates.compositions.size(), kSamples, space.axes().size(), kRepetitions);
    fmt::print("fit of the surrogate   {:9.1f} ms\n", fitMs);
    fmt::print("candidates             {:9.1f} ms\n", candidatesMs);
    fmt::print("selection              {:9.1f} ms\n", selectionMs);
    fmt::print("selection, naive       {:9.1f} ms\n", naiveMs);
    fmt::print("ratio                  {:9.2f}\n", naiveMs / selectionMs);
    fmt::print("selected alike         {:9} of {}\n", same, naive.size());
    return 0;
}
