// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "generation/generator.h"
#include "trace/windowed.h"

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace mimesys::refinement {

using trace::Matrix;

// What one execution of a plan of T windows did, in the order of a response's stressors and metrics.
struct Executed {
    Matrix compositions;  // (T, K·M), C order within a row
    Matrix measured;      // (T, N), NaN = missing
};

// What compositions near an executed plan are expected to do. A window counts in its own outcome and as the predecessor
// of the next; the machine is idle before the first.
class LocalResponse {
public:
    // The derivative of a loss by the outcome, (T, N) for (T, N).
    using Slopes = std::function<Matrix(const Matrix& expected)>;

    virtual ~LocalResponse() = default;
    // (T, N) in the units of the metrics, for compositions (T, K·M).
    [[nodiscard]] virtual Expected<Matrix> expect(const Matrix& compositions) const = 0;
    // The derivative (T, K·M) of the loss by the compositions.
    [[nodiscard]] virtual Expected<Matrix> gradient(const Matrix& compositions, const Slopes& slopes) const = 0;
};

// How a machine responds to compositions, known from a model of it or from samples. Never changes, so that several
// refinements may use it at once.
class Response {
public:
    virtual ~Response() = default;
    [[nodiscard]] virtual const generation::Destination& destination() const = 0;  // K, N
    [[nodiscard]] virtual const std::vector<std::string>& stressors() const = 0;   // M
    [[nodiscard]] virtual std::string_view origin() const = 0;  // what sentences call it: "model", "data set"
    [[nodiscard]] virtual bool simulated() const = 0;           // it rests on simulated measurements
    // Around these compositions (T, K·M), with what executed rounds of as many windows measured.
    [[nodiscard]] virtual Expected<std::unique_ptr<LocalResponse>> around(std::span<const Executed> rounds,
                                                                          const Matrix& compositions) const = 0;
};
using ResponsePtr = std::shared_ptr<const Response>;

}  // namespace mimesys::refinement
