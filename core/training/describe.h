// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dataset/dataset.h"
#include "model/description.h"
#include "training/train.h"

#include <string>

namespace mimesys::training {

// What a model trained on this data set will be for: the metrics its stressors drive with the range of the bulk of
// their values (0 to 100 for utilisation), its stressors, and the sockets of its machine. BadInput when the data set is
// too small to learn from or drives nothing.
[[nodiscard]] Expected<model::Description> describe(const dataset::Dataset& dataset, const TrainOptions& options);

// XXH3-128 over everything a model learns from, hexadecimal.
[[nodiscard]] std::string hashOf(const dataset::Dataset& dataset);

}  // namespace mimesys::training
