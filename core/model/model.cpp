// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "model/model.h"

#include "model/modelfile.h"
#include "model/networks.h"
#include "model/safetensors.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace mimesys::model {
namespace {

constexpr const char* kDenoiserPrefix = "denoiser.";
constexpr const char* kForwardPrefix = "forward.";

// Values that a network of this description has at the very least: what a damaged or hostile description promises is
// not allocated before the file is seen to hold it.
std::size_t fewestValues(const Network& network) {
    const auto width = static_cast<std::size_t>(network.width);
    const auto layers = static_cast<std::size_t>(network.architecture == Architecture::UNet ? 1 : network.layers);
    return 12 * width * width * layers;
}

std::size_t valuesIn(const SafeTensors& file) {
    std::size_t values = 0;
    for (const auto& [name, tensor] : file.tensors) {
        values += tensor.values.size();
    }
    return values;
}

}  // namespace

std::unique_ptr<Networks> makeNetworks(const Description& description) {
    auto networks = std::make_unique<Networks>();
    networks->denoiser = makeDenoiser(description);
    networks->forward = std::make_shared<ForwardModel>(description);
    networks->denoiser->eval();
    networks->forward->eval();
    return networks;
}

std::unique_ptr<Networks> copyOf(const Networks& networks, const Description& description,
                                 const torch::Device& device) {
    auto copy = makeNetworks(description);
    const torch::NoGradGuard guard;
    const auto fill = [&](torch::nn::Module& to, const torch::nn::Module& from) {
        const auto source = from.parameters();
        auto target = to.parameters();
        for (std::size_t i = 0; i < source.size(); ++i) {
            target[i].copy_(source[i]);
        }
        to.to(device);
    };
    fill(*copy->denoiser, *networks.denoiser);
    fill(*copy->forward, *networks.forward);
    return copy;
}

torch::Tensor vectorFrom(const SafeTensors& file, const std::string& name) {
    const auto found = file.tensors.find(name);
    return found == file.tensors.end() ? torch::Tensor() : torch::tensor(found->second.values);
}

FloatTensor toFile(const torch::Tensor& tensor) {
    const torch::Tensor values = tensor.detach().to(torch::kCPU, torch::kFloat32).contiguous();
    const float* data = values.data_ptr<float>();
    return {.shape = values.sizes().vec(), .values = std::vector<float>(data, data + values.numel())};
}

void store(const torch::nn::Module& module, const std::string& prefix, SafeTensors& file) {
    for (const auto& item : module.named_parameters()) {
        file.tensors[prefix + item.key()] = toFile(item.value());
    }
}

Expected<void> load(torch::nn::Module& module, const std::string& prefix, const SafeTensors& file) {
    const torch::NoGradGuard guard;
    for (auto& item : module.named_parameters()) {
        const std::string name = prefix + item.key();
        const auto found = file.tensors.find(name);
        if (found == file.tensors.end() || found->second.shape != item.value().sizes().vec()) {
            return badInput(fmt::format("The tensor {} is missing or of another shape than the model says.", name));
        }
        const FloatTensor& tensor = found->second;
        if (!std::ranges::all_of(tensor.values, [](float value) { return std::isfinite(value); })) {
            return badInput(fmt::format("The tensor {} holds values that are no numbers.", name));
        }
        item.value().copy_(torch::from_blob(const_cast<float*>(tensor.values.data()), tensor.shape));
    }
    return {};
}

Model::Model(Description description, std::unique_ptr<Networks> networks)
    : m_description(std::move(description)), m_networks(std::move(networks)) {}

Model::~Model() = default;

Expected<ModelPtr> readModel(const std::filesystem::path& path) {
    const auto file = readSafeTensors(path);
    if (!file) {
        return tl::unexpected(file.error());
    }
    auto description = descriptionOf(*file, path.string());
    if (!description) {
        return tl::unexpected(description.error());
    }
    if (valuesIn(*file) < fewestValues(description->network)) {
        return badInput("The file holds too few values for the network it describes.", path.string());
    }
    auto networks = makeNetworks(*description);
    const auto loaded = load(*networks->denoiser, kDenoiserPrefix, *file).and_then([&] {
        return load(*networks->forward, kForwardPrefix, *file);
    });
    if (!loaded) {
        return badInput(loaded.error().message, path.string());
    }
    return std::make_shared<const Model>(std::move(*description), std::move(networks));
}

Expected<void> writeModel(const Model& model, const std::filesystem::path& path) {
    SafeTensors file;
    describe(model.description(), file);
    store(*model.networks().denoiser, kDenoiserPrefix, file);
    store(*model.networks().forward, kForwardPrefix, file);
    return writeSafeTensors(file, path);
}

}  // namespace mimesys::model
