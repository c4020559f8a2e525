// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "refinement/mapping.h"
#include "refinement/refine.h"
#include "refinement/response.h"

#include <Eigen/Core>

#include <cstddef>
#include <stop_token>
#include <vector>

namespace mimesys::refinement {

// The law of the iterative learning control, see refine(): what was executed in, the next plan out.
class Control {
public:
    // Keeps references to its arguments. `damping` of every metric at first, in (0, 1].
    Control(const Response& response, const Mapping& mapping, double damping);

    // What one more round's compositions did.
    void learn(Executed executed) { m_executed.push_back(std::move(executed)); }
    // A metric that came nearer than in the best round before is corrected by more from now on, one that did not by
    // half.
    void adapt(const Round& round, const Round& best);
    // The plan of the round `number`, which is the best, corrected. Rounds are those that were learnt from, in their
    // order. Empty when stopped.
    [[nodiscard]] Cancellable<PlanPtr> correct(std::size_t number, const Round& best,
                                               const std::stop_token& stop) const;
    [[nodiscard]] double damping() const { return static_cast<double>(m_damping.mean()); }  // over the metrics

private:
    // What was measured beyond what is expected, (T, N); NaN where nothing was measured.
    [[nodiscard]] Matrix offsets(const Matrix& here, const std::vector<Matrix>& expected) const;

    const Response& m_response;
    const Mapping& m_mapping;
    Eigen::VectorXf m_damping;  // (N)
    std::vector<Executed> m_executed;
};

}  // namespace mimesys::refinement
