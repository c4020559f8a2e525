// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dataset/dataset.h"
#include "refinement/response.h"

#include <memory>

namespace mimesys::refinement {

// The samples of a data set, and what the executed rounds measured themselves. A core's utilisation is linear in its
// own row. The other metrics follow the sums s of each stressor over the CPUs, those of the window before, and
// s / (s + c) of both, because most resources saturate: a ridge regression per window whose samples count by how near
// their sums are to the window's, and which leans on the regression over all samples where few are near (Cleveland 1979
// for local regression). BadInput when the data set is not valid.
[[nodiscard]] Expected<ResponsePtr> datasetResponse(std::shared_ptr<const dataset::Dataset> dataset);

}  // namespace mimesys::refinement
