// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/denoiser.h"
#include "model/description.h"

namespace mimesys::generation {

// Keeps idle CPUs idle: 0 for the fractions of stressors that compute or go through memory on CPUs that the condition
// of B windows shows busy for less than `percent` of the time, 1 for all others, (B, K, M) on the CPU. A few percent of
// such a stressor hardly show in the CPU's utilisation, but second after second fill the cache of a socket that the
// trace leaves alone. Stressors of devices and of the kernel, which wait more than they compute, may stay there, and
// nothing is known of CPUs without a value.
[[nodiscard]] torch::Tensor allowedOf(const model::Condition& condition, const model::Description& description,
                                      double percent);

}  // namespace mimesys::generation
