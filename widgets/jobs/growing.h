// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/document.h"

#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace mimesys::widgets {

// A training or an alignment as it is seen while it goes on: what was logged before it was stopped, and every new
// point. `position` is the member that counts its points, `points` the one of LoadedTraining that holds them.
template <typename Point, auto position, auto points>
class Growing {
public:
    // Keeps a reference to the callback, which may be empty; it is told of what is known at once.
    Growing(LoadedTraining shown, std::vector<Point> before, const std::function<void(const LoadedTraining&)>& onPoint)
        : m_shown(std::move(shown)), m_points(std::move(before)), m_onPoint(onPoint) {
        report();
    }

    void add(const Point& point) {
        // One that was killed goes on from a checkpoint older than its log.
        std::erase_if(m_points, [&](const Point& old) { return old.*position >= point.*position; });
        m_points.push_back(point);
        report();
    }

private:
    void report() {
        if (m_onPoint) {
            m_shown.*points = std::make_shared<const std::vector<Point>>(m_points);
            m_onPoint(m_shown);
        }
    }

    LoadedTraining m_shown;
    std::vector<Point> m_points;
    const std::function<void(const LoadedTraining&)>& m_onPoint;
};

}  // namespace mimesys::widgets
