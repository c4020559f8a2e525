// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "model/description.h"

#include <filesystem>
#include <memory>
#include <string>

namespace mimesys::model {

struct Networks;  // networks.h, for those who compute

// A trained model: what it is for, and its networks on the CPU. Never changes once made, so that any number of threads
// may generate with it.
class Model {
public:
    Model(Description description, std::unique_ptr<Networks> networks);
    ~Model();
    Model(const Model&) = delete;
    Model& operator=(const Model&) = delete;

    [[nodiscard]] const Description& description() const { return m_description; }
    [[nodiscard]] const Networks& networks() const { return *m_networks; }

private:
    Description m_description;
    std::unique_ptr<Networks> m_networks;
};

using ModelPtr = std::shared_ptr<const Model>;

// BadInput in one sentence for a file that is no model, is damaged, or whose tensors are not those its description
// asks for.
[[nodiscard]] Expected<ModelPtr> readModel(const std::filesystem::path& path);
[[nodiscard]] Expected<void> writeModel(const Model& model, const std::filesystem::path& path);
// What a file says about its model, without its tensors.
[[nodiscard]] Expected<Description> readDescription(const std::filesystem::path& path);

// $XDG_DATA_HOME/mimesys/machines/<fingerprint>/model.safetensors, beside the data set installed for the machine.
[[nodiscard]] std::filesystem::path installedModelPath(const std::string& machineFingerprint);

}  // namespace mimesys::model
