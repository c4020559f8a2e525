// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace mimesys::model {

// A named array of 32-bit floats in C order, which is all our models hold.
struct FloatTensor {
    std::vector<std::int64_t> shape;
    std::vector<float> values;
    bool operator==(const FloatTensor&) const = default;
};

// The safetensors layout: eight bytes with the length of a JSON header, little endian; the header, which names every
// tensor with type, shape and place; then the tensors without gaps. Nothing in it can be executed.
struct SafeTensors {
    std::map<std::string, std::string> metadata;
    std::map<std::string, FloatTensor> tensors;
    bool operator==(const SafeTensors&) const = default;
};

// BadInput in one sentence for anything that is no such file, is cut off, overlaps, or holds another type than F32.
[[nodiscard]] Expected<SafeTensors> readSafeTensors(const std::filesystem::path& path);
// The metadata alone; the tensors are not read, but their places are checked.
[[nodiscard]] Expected<std::map<std::string, std::string>> readSafeTensorsMetadata(const std::filesystem::path& path);
// The file appears complete or not at all.
[[nodiscard]] Expected<void> writeSafeTensors(const SafeTensors& tensors, const std::filesystem::path& path);

}  // namespace mimesys::model
