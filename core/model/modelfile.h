// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/description.h"
#include "model/safetensors.h"

#include <string>

namespace mimesys::model {

// The description in the metadata of a model's file, both ways; BadInput with this place when there is none, or a
// damaged one.
void describe(const Description& description, SafeTensors& file);
[[nodiscard]] Expected<Description> descriptionOf(const SafeTensors& file, const std::string& place);

}  // namespace mimesys::model
