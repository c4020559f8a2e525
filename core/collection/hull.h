// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <Eigen/Core>

#include <vector>

namespace mimesys::collection {

// The convex hull of points in a plane (Qhull; Barber, Dobkin and Huhdanpaa 1996). Points that do not span an area
// have an empty one.
class Hull {
public:
    // (n, 2)
    explicit Hull(const Eigen::MatrixX2d& points);

    [[nodiscard]] bool empty() const { return m_edges.empty(); }
    // Points of the border count as inside.
    [[nodiscard]] bool contains(double x, double y) const;
    // Corners in counter-clockwise order.
    [[nodiscard]] const std::vector<Eigen::Vector2d>& corners() const { return m_corners; }

private:
    std::vector<Eigen::Vector3d> m_edges;  // outward normal and offset: inside where n·p + offset ≤ 0
    std::vector<Eigen::Vector2d> m_corners;
};

}  // namespace mimesys::collection
