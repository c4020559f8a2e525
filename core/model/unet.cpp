// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "model/denoiser.h"

#include <array>
#include <cmath>

namespace mimesys::model {
namespace {

namespace nn = torch::nn;
namespace fn = torch::nn::functional;

// Sizes of the paper's network.
constexpr std::array<std::int64_t, 3> kMultipliers{1, 2, 4};
constexpr std::int64_t kEncoded = 256;  // values of each encoder
constexpr std::int64_t kHeadWidth = 32;
constexpr std::int64_t kShortest = 8;  // stressors, padded: two halvings leave two positions

std::int64_t paddedLength(std::int64_t stressors) {
    std::int64_t length = kShortest;
    while (length < stressors) {
        length *= 2;
    }
    return length;
}

// Four fully connected layers.
nn::Sequential encoder(std::int64_t inputs) {
    return nn::Sequential(nn::Linear(inputs, kEncoded), nn::Mish(), nn::Linear(kEncoded, kEncoded), nn::Mish(),
                          nn::Linear(kEncoded, kEncoded), nn::Mish(), nn::Linear(kEncoded, kEncoded));
}

// Root-mean-square normalisation over the channels of (B, C, L) with a learned gain.
class ChannelNorm : public nn::Module {
public:
    explicit ChannelNorm(std::int64_t channels)
        : m_gain(register_parameter("gain", torch::ones({1, channels, 1}))),
          m_scale(std::sqrt(static_cast<double>(channels))) {}
    torch::Tensor forward(const torch::Tensor& x) {
        return fn::normalize(x, fn::NormalizeFuncOptions().dim(1)) * m_gain * m_scale;
    }

private:
    torch::Tensor m_gain;
    double m_scale;
};

class ResidualBlock : public nn::Module {
public:
    ResidualBlock(std::int64_t in, std::int64_t out, std::int64_t context, double dropout)
        : m_film(register_module("film", nn::Linear(context, 2 * out))),
          m_first(register_module("first", nn::Conv1d(nn::Conv1dOptions(in, out, 3).padding(1)))),
          m_firstNorm(register_module("first_norm", std::make_shared<ChannelNorm>(out))),
          m_second(register_module("second", nn::Conv1d(nn::Conv1dOptions(out, out, 3).padding(1)))),
          m_secondNorm(register_module("second_norm", std::make_shared<ChannelNorm>(out))),
          m_dropout(register_module("dropout", nn::Dropout(dropout))) {
        if (in != out) {
            m_skip = register_module("skip", nn::Conv1d(nn::Conv1dOptions(in, out, 1)));
        }
    }

    // x (B, in, L), context (B, C), already activated.
    torch::Tensor forward(const torch::Tensor& x, const torch::Tensor& context) {
        const auto film = m_film(context).unsqueeze(2).chunk(2, 1);
        torch::Tensor h = m_firstNorm->forward(m_first(x)) * (film[0] + 1.0) + film[1];
        h = m_second(m_dropout(torch::mish(h)));
        h = m_dropout(torch::mish(m_secondNorm->forward(h)));
        return h + (m_skip ? m_skip(x) : x);
    }

private:
    nn::Linear m_film;
    nn::Conv1d m_first;
    std::shared_ptr<ChannelNorm> m_firstNorm;
    nn::Conv1d m_second;
    std::shared_ptr<ChannelNorm> m_secondNorm;
    nn::Dropout m_dropout;
    nn::Conv1d m_skip{nullptr};
};

// Pre-norm residual attention over the positions of (B, C, L).
class PositionAttention : public nn::Module {
public:
    PositionAttention(std::int64_t channels, std::int64_t heads)
        : m_heads(heads),
          m_norm(register_module("norm", std::make_shared<ChannelNorm>(channels))),
          m_qkv(register_module("qkv", nn::Conv1d(nn::Conv1dOptions(channels, 3 * heads * kHeadWidth, 1).bias(false)))),
          m_out(register_module("out", nn::Conv1d(nn::Conv1dOptions(heads * kHeadWidth, channels, 1)))) {}

    torch::Tensor forward(const torch::Tensor& x) {
        const std::int64_t batch = x.size(0);
        const std::int64_t length = x.size(2);
        const torch::Tensor qkv =
            m_qkv(m_norm->forward(x)).view({batch, 3, m_heads, kHeadWidth, length}).permute({1, 0, 2, 4, 3});
        const torch::Tensor scores =
            torch::matmul(qkv[0], qkv[1].transpose(-2, -1)) / std::sqrt(static_cast<double>(kHeadWidth));
        const torch::Tensor mixed = torch::matmul(torch::softmax(scores, -1), qkv[2]);
        return x + m_out(mixed.transpose(-2, -1).reshape({batch, m_heads * kHeadWidth, length}));
    }

private:
    std::int64_t m_heads;
    std::shared_ptr<ChannelNorm> m_norm;
    nn::Conv1d m_qkv;
    nn::Conv1d m_out;
};

// Two residual blocks, attention, and a change of length.
class Stage : public nn::Module {
public:
    enum class Resample { None, Halve, Double };

    Stage(std::int64_t in, std::int64_t out, std::int64_t context, const Network& network, Resample resample)
        : m_first(register_module("first", std::make_shared<ResidualBlock>(in, out, context, network.dropout))),
          m_second(register_module("second", std::make_shared<ResidualBlock>(out, out, context, network.dropout))),
          m_attention(register_module("attention", std::make_shared<PositionAttention>(out, network.heads))) {
        if (resample == Resample::Halve) {
            m_halve = register_module("resample", nn::Conv1d(nn::Conv1dOptions(out, out, 4).stride(2).padding(1)));
        } else if (resample == Resample::Double) {
            m_double = register_module(
                "resample", nn::ConvTranspose1d(nn::ConvTranspose1dOptions(out, out, 4).stride(2).padding(1)));
        }
    }

    // Before the change of length, for the skip connection.
    torch::Tensor features(const torch::Tensor& x, const torch::Tensor& context) {
        return m_attention->forward(m_second->forward(m_first->forward(x, context), context));
    }
    torch::Tensor resample(const torch::Tensor& h) { return m_halve ? m_halve(h) : (m_double ? m_double(h) : h); }

private:
    std::shared_ptr<ResidualBlock> m_first;
    std::shared_ptr<ResidualBlock> m_second;
    std::shared_ptr<PositionAttention> m_attention;
    nn::Conv1d m_halve{nullptr};
    nn::ConvTranspose1d m_double{nullptr};
};

class UNet final : public Denoiser {
public:
    explicit UNet(const Description& description)
        : m_stressors(static_cast<std::int64_t>(description.stressors.size())),
          m_padded(paddedLength(m_stressors)),
          m_timeFeatures(description.network.width) {
        const auto cpus = static_cast<std::int64_t>(description.cpus());
        const auto metrics = static_cast<std::int64_t>(description.machineMetrics().size());
        const std::int64_t base = description.network.width;
        const std::int64_t context = base + 2 * kEncoded;
        m_trace = register_module("trace_encoder", encoder(2 * (cpus + metrics)));
        m_state = register_module("state_encoder", encoder(cpus * m_stressors + 1));
        m_time =
            register_module("time", nn::Sequential(nn::Linear(base, 4 * base), nn::Mish(), nn::Linear(4 * base, base)));
        makeStages(cpus, base, context, description.network);
        m_outFirst = register_module("out_first", nn::Conv1d(nn::Conv1dOptions(base, base, 3).padding(1)));
        m_outNorm = register_module("out_norm", std::make_shared<ChannelNorm>(base));
        m_out = register_module("out", nn::Conv1d(nn::Conv1dOptions(base, cpus, 1)));
    }

    torch::Tensor forward(const torch::Tensor& noisy, const torch::Tensor& time, const Condition& condition) override {
        const torch::Tensor traced = m_trace->forward(
            torch::cat(std::vector<torch::Tensor>{condition.cores.flatten(1), condition.metrics.flatten(1)}, 1));
        const torch::Tensor state = m_state->forward(
            torch::cat(std::vector<torch::Tensor>{condition.previous.flatten(1), condition.previousKnown}, 1));
        const torch::Tensor context = torch::mish(torch::cat(
            std::vector<torch::Tensor>{m_time->forward(timeFeatures(time, m_timeFeatures)), traced, state}, 1));
        torch::Tensor x = fn::pad(noisy, fn::PadFuncOptions({0, m_padded - m_stressors}));
        std::vector<torch::Tensor> skips;
        for (const auto& stage : m_down) {
            const torch::Tensor features = stage->features(x, context);
            skips.push_back(features);
            x = stage->resample(features);
        }
        x = m_middleSecond->forward(m_middleAttention->forward(m_middleFirst->forward(x, context)), context);
        for (std::size_t i = 0; i < m_up.size(); ++i) {
            x = torch::cat(std::vector<torch::Tensor>{x, skips[skips.size() - 1 - i]}, 1);
            x = m_up[i]->resample(m_up[i]->features(x, context));
        }
        x = m_out(torch::mish(m_outNorm->forward(m_outFirst(x))));
        return x.narrow(2, 0, m_stressors);
    }

private:
    void makeStages(std::int64_t cpus, std::int64_t base, std::int64_t context, const Network& network) {
        using Resample = Stage::Resample;
        std::int64_t in = cpus;
        for (std::size_t i = 0; i < kMultipliers.size(); ++i) {
            const std::int64_t out = base * kMultipliers[i];
            const Resample resample = i + 1 < kMultipliers.size() ? Resample::Halve : Resample::None;
            m_down.push_back(register_module("down" + std::to_string(i),
                                             std::make_shared<Stage>(in, out, context, network, resample)));
            in = out;
        }
        m_middleFirst =
            register_module("middle_first", std::make_shared<ResidualBlock>(in, in, context, network.dropout));
        m_middleAttention = register_module("middle_attention", std::make_shared<PositionAttention>(in, network.heads));
        m_middleSecond =
            register_module("middle_second", std::make_shared<ResidualBlock>(in, in, context, network.dropout));
        for (std::size_t i = 0; i + 1 < kMultipliers.size(); ++i) {
            const std::int64_t out = base * kMultipliers[kMultipliers.size() - 2 - i];
            m_up.push_back(register_module("up" + std::to_string(i),
                                           std::make_shared<Stage>(2 * in, out, context, network, Resample::Double)));
            in = out;
        }
    }

    std::int64_t m_stressors;
    std::int64_t m_padded;
    std::int64_t m_timeFeatures;
    nn::Sequential m_trace{nullptr};
    nn::Sequential m_state{nullptr};
    nn::Sequential m_time{nullptr};
    std::vector<std::shared_ptr<Stage>> m_down;
    std::shared_ptr<ResidualBlock> m_middleFirst;
    std::shared_ptr<PositionAttention> m_middleAttention;
    std::shared_ptr<ResidualBlock> m_middleSecond;
    std::vector<std::shared_ptr<Stage>> m_up;
    nn::Conv1d m_outFirst{nullptr};
    std::shared_ptr<ChannelNorm> m_outNorm;
    nn::Conv1d m_out{nullptr};
};

}  // namespace

std::shared_ptr<Denoiser> makeUNet(const Description& description) {
    return std::make_shared<UNet>(description);
}

}  // namespace mimesys::model
