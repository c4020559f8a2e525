// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "model/denoiser.h"

#include <cmath>

namespace mimesys::model {
namespace {

namespace nn = torch::nn;

// What modulates one layer: shift, scale and gate before and after the attention, and for the MLP.
constexpr std::int64_t kModulations = 6;
constexpr std::int64_t kTimeFeatures = 64;
constexpr std::int64_t kMlpRatio = 4;

torch::Tensor modulate(const torch::Tensor& x, const torch::Tensor& shift, const torch::Tensor& scale) {
    return torch::addcmul(shift, x, scale + 1.0);
}

nn::Linear zeroLinear(std::int64_t in, std::int64_t out) {
    nn::Linear linear(in, out);
    nn::init::zeros_(linear->weight);
    nn::init::zeros_(linear->bias);
    return linear;
}

class Layer : public nn::Module {
public:
    Layer(std::int64_t width, std::int64_t heads, double dropout)
        : m_heads(heads),
          m_modulation(register_module("modulation", zeroLinear(width, kModulations * width))),
          m_qkv(register_module("qkv", nn::Linear(width, 3 * width))),
          m_out(register_module("out", nn::Linear(width, width))),
          m_up(register_module("up", nn::Linear(width, kMlpRatio * width))),
          m_down(register_module("down", nn::Linear(kMlpRatio * width, width))),
          m_dropout(register_module("dropout", nn::Dropout(dropout))),
          m_socketBias(register_parameter("socket_bias", torch::zeros({heads, 1, 1}))) {}

    // tokens (B, K, d), condition (B, d), sameSocket (K, K).
    torch::Tensor forward(const torch::Tensor& tokens, const torch::Tensor& condition,
                          const torch::Tensor& sameSocket) {
        const auto parts = m_modulation(condition).unsqueeze(1).chunk(kModulations, -1);
        const std::int64_t width = tokens.size(2);
        torch::Tensor h = modulate(torch::layer_norm(tokens, {width}), parts[0], parts[1]);
        torch::Tensor x = torch::addcmul(tokens, attend(h, sameSocket), parts[2]);
        h = modulate(torch::layer_norm(x, {width}), parts[3], parts[4]);
        h = m_dropout(m_down(torch::gelu(m_up(h), "tanh")));
        return torch::addcmul(x, h, parts[5]);
    }

private:
    torch::Tensor attend(const torch::Tensor& h, const torch::Tensor& sameSocket) {
        const std::int64_t batch = h.size(0);
        const std::int64_t tokens = h.size(1);
        const std::int64_t width = h.size(2);
        const torch::Tensor qkv = m_qkv(h).view({batch, tokens, 3, m_heads, width / m_heads}).permute({2, 0, 3, 1, 4});
        const torch::Tensor q = qkv[0] / std::sqrt(static_cast<double>(width / m_heads));
        const torch::Tensor scores = torch::matmul(q, qkv[1].transpose(-2, -1)) + m_socketBias * sameSocket;
        const torch::Tensor mixed = torch::matmul(torch::softmax(scores, -1), qkv[2]);
        return m_dropout(m_out(mixed.transpose(1, 2).reshape({batch, tokens, width})));
    }

    std::int64_t m_heads;
    nn::Linear m_modulation;
    nn::Linear m_qkv;
    nn::Linear m_out;
    nn::Linear m_up;
    nn::Linear m_down;
    nn::Dropout m_dropout;
    torch::Tensor m_socketBias;
};

class SetTransformer final : public Denoiser {
public:
    explicit SetTransformer(const Description& description) {
        const std::int64_t width = description.network.width;
        const auto stressors = static_cast<std::int64_t>(description.stressors.size());
        const auto metrics = static_cast<std::int64_t>(description.machineMetrics().size());
        // Noisy fractions, previous fractions and whether they are known, utilisation and its mask.
        m_embed = register_module("embed", nn::Linear(2 * stressors + 1 + 2, width));
        m_time = register_module(
            "time", nn::Sequential(nn::Linear(kTimeFeatures, width), nn::SiLU(), nn::Linear(width, width)));
        // Machine metrics with masks; mean and mask of the cores; sums of the previous composition and whether known.
        m_context = register_module("context",
                                    nn::Sequential(nn::Linear(2 * metrics + 2 + stressors + 1, 2 * width), nn::SiLU(),
                                                   nn::Linear(2 * width, width), nn::SiLU(), nn::Linear(width, width)));
        m_layers = register_module("layers", nn::ModuleList());
        for (int i = 0; i < description.network.layers; ++i) {
            m_layers->push_back(std::make_shared<Layer>(width, description.network.heads, description.network.dropout));
        }
        m_modulation = register_module("modulation", zeroLinear(width, 2 * width));
        m_out = register_module("out", zeroLinear(width, stressors));
        const torch::Tensor sockets = torch::tensor(description.sockets);
        m_sameSocket =
            register_buffer("same_socket", sockets.unsqueeze(0).eq(sockets.unsqueeze(1)).to(torch::kFloat32));
    }

    torch::Tensor forward(const torch::Tensor& noisy, const torch::Tensor& time, const Condition& condition) override {
        const std::int64_t cpus = noisy.size(1);
        const torch::Tensor known = condition.previousKnown.unsqueeze(1).expand({-1, cpus, 1});
        torch::Tensor tokens =
            m_embed(torch::cat(std::vector<torch::Tensor>{noisy, condition.previous, known, condition.cores}, 2));
        const torch::Tensor summary =
            torch::silu(m_time->forward(timeFeatures(time, kTimeFeatures)) + m_context->forward(contextOf(condition)));
        for (const auto& layer : *m_layers) {
            tokens = layer->as<Layer>()->forward(tokens, summary, m_sameSocket);
        }
        const auto parts = m_modulation(summary).unsqueeze(1).chunk(2, -1);
        return m_out(modulate(torch::layer_norm(tokens, {tokens.size(2)}), parts[0], parts[1]));
    }

private:
    static torch::Tensor contextOf(const Condition& condition) {
        return torch::cat(std::vector<torch::Tensor>{condition.metrics.flatten(1), condition.cores.mean(1),
                                                     condition.previous.mean(1), condition.previousKnown},
                          1);
    }

    nn::Linear m_embed{nullptr};
    nn::Sequential m_time{nullptr};
    nn::Sequential m_context{nullptr};
    nn::ModuleList m_layers{nullptr};
    nn::Linear m_modulation{nullptr};
    nn::Linear m_out{nullptr};
    torch::Tensor m_sameSocket;
};

}  // namespace

std::shared_ptr<Denoiser> makeSetTransformer(const Description& description) {
    return std::make_shared<SetTransformer>(description);
}

}  // namespace mimesys::model
