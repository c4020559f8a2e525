// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "collection/candidates.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <tuple>

namespace mimesys::collection {
namespace {

using Eigen::Index;

constexpr std::size_t kTriesPerCandidate = 8;  // before the space counts as exhausted
constexpr std::size_t kUnionsPerCell = 8;      // of which the one that comes nearest is taken
constexpr std::size_t kBlended = 3;
constexpr double kQuieter = 0.6;
constexpr double kFewerCpus = 0.4;
constexpr double kLeastDistance = 1e-8;
constexpr double kDecimals = 100.0;
constexpr float kLeastFraction = 0.005F;  // that is more than nothing to two decimals

// Rows that add up to more than 1 are scaled to 1, and the sum of floats is kept from being more.
void makeValid(std::vector<float>& fractions, const Space& space) {
    for (std::size_t cpu = 0; cpu < space.cpus; ++cpu) {
        const auto row = std::span(fractions).subspan(cpu * space.stressors, space.stressors);
        const double sum = std::accumulate(row.begin(), row.end(), 0.0);
        const double factor = sum > 1.0 ? 1.0 / sum : 1.0;
        for (float& fraction : row) {
            fraction = std::clamp(static_cast<float>(factor * static_cast<double>(fraction)), 0.0F, 1.0F);
        }
    }
}

// Puts compositions together with what is predicted for them.
class Collection {
public:
    Collection(const Pool& pool, Known& known)
        : m_pool(pool), m_known(known), m_idle(pool.layout.space.size(), 0.0F), m_features(featureCount(pool.layout)) {}

    Eigen::MatrixXd predict(const std::vector<float>& fractions) {
        describeComposition(fractions, m_idle, m_pool.layout, m_features);
        Eigen::MatrixXd byTree;
        m_pool.surrogate.predict(m_features.data(), byTree);
        return byTree;
    }

    bool add(std::vector<float> fractions, std::string_view kind) {
        makeValid(fractions, m_pool.layout.space);
        if (isIdle(fractions) || !m_known.insert(fractions)) {
            return false;
        }
        m_candidates.byTree.push_back(predict(fractions));
        m_candidates.compositions.push_back({std::move(fractions), kind});
        return true;
    }

    [[nodiscard]] std::size_t size() const { return m_candidates.compositions.size(); }

    Candidates finish() {
        m_candidates.predicted.resize(static_cast<Index>(size()), m_pool.points.cols());
        for (std::size_t i = 0; i < size(); ++i) {
            m_candidates.predicted.row(static_cast<Index>(i)) = m_candidates.byTree[i].colwise().mean();
        }
        return std::move(m_candidates);
    }

private:
    const Pool& m_pool;
    Known& m_known;
    std::vector<float> m_idle;
    std::vector<float> m_features;
    Candidates m_candidates;
};

struct Cell {
    AxisPair axes;
    double x = 0.0;
    double y = 0.0;
    std::uint32_t samples = 0;
};

std::vector<Cell> cellsOf(const Coverage& coverage, bool inside) {
    std::vector<Cell> cells;
    for (const PairCoverage& pair : coverage.pairs) {
        for (std::size_t cell = 0; cell < pair.counts.size(); ++cell) {
            if (inside ? pair.inside[cell] != 0 : pair.counts[cell] == 0) {
                cells.push_back(
                    {pair.axes, middleOf(cell % kCellsPerAxis), middleOf(cell / kCellsPerAxis), pair.counts[cell]});
            }
        }
    }
    return cells;
}

double distanceTo(const Cell& cell, const Eigen::RowVectorXd& point) {
    return std::hypot(point(static_cast<Index>(cell.axes.x)) - cell.x, point(static_cast<Index>(cell.axes.y)) - cell.y);
}

std::vector<float> aimedUnion(const Pool& pool, const std::vector<Cell>& cells, Collection& collection,
                              Random& random) {
    std::vector<float> best;
    double nearest = 0.0;
    const Cell cell = cells.empty() ? Cell{} : cells[random.below(cells.size())];
    for (std::size_t i = 0; i < (cells.empty() ? 1 : kUnionsPerCell); ++i) {
        std::vector<float> together = unionOf(drawParent(pool, random), drawParent(pool, random), pool.layout, random);
        const double distance = cells.empty() ? 0.0 : distanceTo(cell, collection.predict(together).colwise().mean());
        if (best.empty() || distance < nearest) {
            best = std::move(together);
            nearest = distance;
        }
    }
    return best;
}

// The samples nearest to the middle of a cell, in the plane of its axes.
std::vector<std::pair<double, Index>> nearestSamples(const Pool& pool, const Cell& cell) {
    std::vector<std::pair<double, Index>> nearest;
    for (Index sample = 0; sample < pool.points.rows(); ++sample) {
        nearest.emplace_back(distanceTo(cell, pool.points.row(sample)), sample);
    }
    const std::size_t count = std::min(kBlended, nearest.size());
    std::ranges::partial_sort(nearest, nearest.begin() + static_cast<std::ptrdiff_t>(count));
    nearest.resize(count);
    return nearest;
}

// CPUs of a sample, socket by socket and in each by how busy they are: CPUs of a socket can change places, and so
// samples are lined up before they are blended. Otherwise a blend of three that load a few CPUs each would load most.
std::vector<std::size_t> linedUp(const Pool& pool, Index sample) {
    const Space& space = pool.layout.space;
    std::vector<double> load(space.cpus);
    for (std::size_t cpu = 0; cpu < space.cpus; ++cpu) {
        load[cpu] = static_cast<double>(
            pool.dataset.compositions.row(sample)
                .segment(static_cast<Index>(cpu * space.stressors), static_cast<Index>(space.stressors))
                .sum());
    }
    std::vector<std::size_t> order(space.cpus);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, [&](std::size_t left, std::size_t right) {
        return std::tuple(pool.layout.sockets[left], -load[left], left) <
               std::tuple(pool.layout.sockets[right], -load[right], right);
    });
    return order;
}

// CPUs socket by socket, in random order within each.
std::vector<std::size_t> shuffledCpus(const Layout& layout, Random& random) {
    std::vector<std::size_t> order(layout.space.cpus);
    std::iota(order.begin(), order.end(), std::size_t{0});
    random.shuffle(std::span(order));
    std::ranges::stable_sort(order, {}, [&](std::size_t cpu) { return layout.sockets[cpu]; });
    return order;
}

std::vector<float> blendAround(const Pool& pool, const Cell& cell, Random& random) {
    const Space& space = pool.layout.space;
    std::vector<double> sum(space.size(), 0.0);
    double total = 0.0;
    const std::vector<std::size_t> places = shuffledCpus(pool.layout, random);
    for (const auto& [distance, sample] : nearestSamples(pool, cell)) {
        const double weight = 1.0 / (distance + kLeastDistance);
        total += weight;
        const std::vector<std::size_t> order = linedUp(pool, sample);
        for (std::size_t rank = 0; rank < space.cpus; ++rank) {
            for (std::size_t stressor = 0; stressor < space.stressors; ++stressor) {
                const auto from = static_cast<Index>(order[rank] * space.stressors + stressor);
                sum[places[rank] * space.stressors + stressor] +=
                    weight * static_cast<double>(pool.dataset.compositions(sample, from));
            }
        }
    }
    std::vector<float> fractions(sum.size());
    std::ranges::transform(sum, fractions.begin(), [&](double value) { return static_cast<float>(value / total); });
    return fractions;
}

// The whole machine less busy, or only some of its CPUs, at times: applications leave most of it idle most of the time,
// and that is where small differences count.
std::vector<float> perhapsQuieter(std::vector<float> fractions, const Space& space, Random& random) {
    if (random.uniform() < kQuieter) {
        const auto scale = static_cast<float>(random.uniform());
        std::ranges::for_each(fractions, [&](float& fraction) { fraction *= scale; });
    }
    if (random.uniform() < kFewerCpus) {
        std::vector<std::size_t> cpus(space.cpus);
        std::iota(cpus.begin(), cpus.end(), std::size_t{0});
        random.shuffle(std::span(cpus));
        cpus.resize(random.below(space.cpus));
        for (const std::size_t cpu : cpus) {
            std::ranges::fill(std::span(fractions).subspan(cpu * space.stressors, space.stressors), 0.0F);
        }
    }
    return fractions;
}

}  // namespace

bool isIdle(std::span<const float> composition) {
    return std::ranges::none_of(composition, [](float fraction) { return fraction >= kLeastFraction; });
}

bool Known::insert(std::span<const float> composition) {
    std::string key;
    for (const float fraction : composition) {
        key.push_back(static_cast<char>(std::lround(static_cast<double>(fraction) * kDecimals)));
    }
    return m_keys.insert(std::move(key)).second;
}

Candidates novelCandidates(const Pool& pool, const Coverage& coverage, std::size_t count, Known& known,
                           Random& random) {
    Collection collection(pool, known);
    const Space& space = pool.layout.space;
    const std::vector<Cell> empty = cellsOf(coverage, false);
    for (std::size_t tries = 0; collection.size() < count && tries < kTriesPerCandidate * count; ++tries) {
        switch (tries % 3) {
            case 0:
                collection.add(perhapsQuieter(mutation(pool, random), space, random), dataset::kMutation);
                break;
            case 1:
                collection.add(perhapsQuieter(randomComposition(random, space), space, random), dataset::kRandom);
                break;
            default:
                collection.add(perhapsQuieter(aimedUnion(pool, empty, collection, random), space, random),
                               dataset::kUnion);
                break;
        }
    }
    return collection.finish();
}

Candidates gapCandidates(const Pool& pool, const Coverage& coverage, std::size_t count, Known& known, Random& random) {
    Collection collection(pool, known);
    std::vector<Cell> cells = cellsOf(coverage, true);
    random.shuffle(std::span(cells));
    std::ranges::stable_sort(cells, {}, &Cell::samples);
    for (const Cell& cell : cells) {
        if (collection.size() >= count) {
            break;
        }
        collection.add(blendAround(pool, cell, random), dataset::kGap);
    }
    return collection.finish();
}

}  // namespace mimesys::collection
