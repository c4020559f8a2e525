// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "collection/hull.h"

// Qhull's headers are C, and not free of warnings; they are included as those of the system.
#include <libqhull_r/qhull_ra.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <memory>
#include <numbers>

namespace mimesys::collection {
namespace {

constexpr double kTolerance = 1e-9;
// Below this extent along either axis there is no area to speak of.
constexpr double kFlat = 1e-12;

bool spansArea(const Eigen::MatrixX2d& points) {
    if (points.rows() < 3) {
        return false;
    }
    const Eigen::RowVector2d extent = points.colwise().maxCoeff() - points.colwise().minCoeff();
    return (extent.array() > kFlat).all();
}

// Qhull in a plane, without its messages; what it finds is read before it is taken down.
class Computation {
public:
    explicit Computation(std::vector<coordT> coordinates) : m_coordinates(std::move(coordinates)) {
        m_messages.reset(std::tmpfile());
        qh_zero(&m_state, m_messages.get());
        std::string command = "qhull";
        m_ok = m_messages && qh_new_qhull(&m_state, 2, static_cast<int>(m_coordinates.size() / 2), m_coordinates.data(),
                                          False, command.data(), nullptr, m_messages.get()) == 0;
    }
    Computation(const Computation&) = delete;
    Computation& operator=(const Computation&) = delete;
    ~Computation() {
        qh_freeqhull(&m_state, !qh_ALL);
        int remaining = 0;
        int total = 0;
        qh_memfreeshort(&m_state, &remaining, &total);
    }
    [[nodiscard]] bool ok() const { return m_ok; }
    [[nodiscard]] const qhT& state() const { return m_state; }

private:
    struct Close {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };
    std::vector<coordT> m_coordinates;
    std::unique_ptr<std::FILE, Close> m_messages;
    qhT m_state{};
    bool m_ok = false;
};

// Around their middle.
void sortAround(std::vector<Eigen::Vector2d>& corners) {
    Eigen::Vector2d middle = Eigen::Vector2d::Zero();
    for (const Eigen::Vector2d& corner : corners) {
        middle += corner / static_cast<double>(corners.size());
    }
    std::ranges::sort(corners, {}, [&](const Eigen::Vector2d& corner) {
        return std::atan2(corner.y() - middle.y(), corner.x() - middle.x());
    });
}

}  // namespace

Hull::Hull(const Eigen::MatrixX2d& points) {
    if (!spansArea(points)) {
        return;
    }
    std::vector<coordT> coordinates;
    for (Eigen::Index i = 0; i < points.rows(); ++i) {
        coordinates.push_back(points(i, 0));
        coordinates.push_back(points(i, 1));
    }
    const Computation computation(std::move(coordinates));
    if (!computation.ok()) {
        return;  // all on a line
    }
    for (const facetT* facet = computation.state().facet_list; facet != nullptr && facet->next != nullptr;
         facet = facet->next) {
        m_edges.emplace_back(facet->normal[0], facet->normal[1], facet->offset);
    }
    for (const vertexT* vertex = computation.state().vertex_list; vertex != nullptr && vertex->next != nullptr;
         vertex = vertex->next) {
        m_corners.emplace_back(vertex->point[0], vertex->point[1]);
    }
    sortAround(m_corners);
}

bool Hull::contains(double x, double y) const {
    return !m_edges.empty() && std::ranges::all_of(m_edges, [&](const Eigen::Vector3d& edge) {
        return edge.x() * x + edge.y() * y + edge.z() <= kTolerance;
    });
}

}  // namespace mimesys::collection
