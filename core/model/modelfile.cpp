// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "model/modelfile.h"

#include "dataset/dataset.h"
#include "model/model.h"

#include <nlohmann/json.hpp>

namespace mimesys::model {
namespace {

constexpr const char* kDescriptionKey = "mimesys";

Expected<Description> describedBy(const std::map<std::string, std::string>& metadata, const std::string& place) {
    const auto entry = metadata.find(kDescriptionKey);
    if (entry == metadata.end()) {
        return badInput("The file holds tensors but no description of a mimesys model.", place);
    }
    auto description = descriptionFromJson(entry->second);
    if (!description) {
        return badInput(description.error().message, place);
    }
    return description;
}

}  // namespace

void describe(const Description& description, SafeTensors& file) {
    // Names of foreign data may hold anything.
    file.metadata[kDescriptionKey] = toJson(description).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

Expected<Description> descriptionOf(const SafeTensors& file, const std::string& place) {
    return describedBy(file.metadata, place);
}

Expected<Description> readDescription(const std::filesystem::path& path) {
    const auto metadata = readSafeTensorsMetadata(path);
    if (!metadata) {
        return tl::unexpected(metadata.error());
    }
    return describedBy(*metadata, path.string());
}

std::filesystem::path installedModelPath(const std::string& machineFingerprint) {
    return dataset::installedDatasetPath(machineFingerprint).parent_path() / "model.safetensors";
}

}  // namespace mimesys::model
