// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "refinement/forward/forwardresponse.h"

#include "generation/diffusion/destination.h"
#include "model/device.h"
#include "model/networks.h"

#include <fmt/format.h>
#include <torch/torch.h>

#include <algorithm>

namespace mimesys::refinement {
namespace {

using Index = std::int64_t;

torch::Tensor toTensor(const Matrix& matrix) {
    torch::Tensor tensor = torch::empty({matrix.rows(), matrix.cols()});
    std::copy_n(matrix.data(), matrix.size(), tensor.data_ptr<float>());
    return tensor;
}

Matrix toMatrix(const torch::Tensor& tensor) {
    const torch::Tensor plain = tensor.to(torch::kCPU).to(torch::kFloat32).contiguous();
    Matrix matrix(plain.size(0), plain.size(1));
    std::copy_n(plain.data_ptr<float>(), matrix.size(), matrix.data());
    return matrix;
}

class Forward final : public LocalResponse {
public:
    Forward(model::ModelPtr model, Index metrics) : m_model(std::move(model)), m_metrics(metrics) {
        const model::Description& description = m_model->description();
        std::vector<float> low;
        std::vector<float> span;
        std::vector<float> root;
        for (const auto& group : {description.coreMetrics(), description.machineMetrics()}) {
            for (const std::size_t n : group) {
                m_columns.push_back(static_cast<Index>(n));
                low.push_back(static_cast<float>(description.ranges[n].low));
                span.push_back(static_cast<float>(description.ranges[n].high - description.ranges[n].low));
                root.push_back(description.ranges[n].scale == model::Scale::Root ? 1.0F : 0.0F);
            }
        }
        m_hasMachine = !description.machineMetrics().empty();
        m_hasCores = !description.coreMetrics().empty();
        m_low = torch::tensor(low);
        m_span = torch::tensor(span);
        m_root = torch::tensor(root);
    }

    [[nodiscard]] Expected<Matrix> expect(const Matrix& compositions) const override {
        return guarded([&] {
            const torch::NoGradGuard guard;
            return toMatrix(outcome(toTensor(compositions)));
        });
    }

    [[nodiscard]] Expected<Matrix> gradient(const Matrix& compositions, const Slopes& slopes) const override {
        return guarded([&] {
            const torch::AutoGradMode enabled(true);
            const torch::Tensor variable = toTensor(compositions).requires_grad_(true);
            const torch::Tensor expected = outcome(variable);
            const torch::Tensor loss = (expected * toTensor(slopes(toMatrix(expected.detach())))).sum();
            return toMatrix(torch::autograd::grad({loss}, {variable}).front());
        });
    }

private:
    template <typename Compute>
    static Expected<Matrix> guarded(const Compute& compute) {
        try {
            model::useThreads(1);  // a batch of a few hundred windows: waiting for each other would take longer
            return compute();
        } catch (const c10::Error& error) {
            return failed(fmt::format("LibTorch gave up ({}).", error.what_without_backtrace()));
        }
    }

    // (T, N) in the units of the metrics for (T, K·M).
    [[nodiscard]] torch::Tensor outcome(const torch::Tensor& compositions) const {
        const model::Description& description = m_model->description();
        const torch::Tensor now = compositions.view({compositions.size(0), static_cast<Index>(description.cpus()),
                                                     static_cast<Index>(description.stressors.size())});
        const torch::Tensor before = torch::cat(
            std::vector<torch::Tensor>{torch::zeros_like(now.narrow(0, 0, 1)), now.narrow(0, 0, now.size(0) - 1)}, 0);
        const model::Outcome scaled = m_model->networks().forward->forward(now, before);
        std::vector<torch::Tensor> parts;
        if (m_hasCores) {
            parts.push_back(scaled.cores);
        }
        if (m_hasMachine) {
            parts.push_back(scaled.metrics);
        }
        const torch::Tensor shares = (torch::cat(parts, 1) + 1.0) / 2.0;
        const torch::Tensor positions = m_root * shares * shares.abs() + (1.0 - m_root) * shares;
        torch::Tensor values = torch::zeros({now.size(0), m_metrics});
        return values.index_copy(1, torch::tensor(m_columns), m_low + m_span * positions);
    }

    model::ModelPtr m_model;
    Index m_metrics;
    std::vector<Index> m_columns;  // of what the network puts out: cores, then the others
    bool m_hasCores = false;
    bool m_hasMachine = false;
    torch::Tensor m_low;
    torch::Tensor m_span;
    torch::Tensor m_root;  // 1 where a metric is scaled by its root
};

class ForwardResponse final : public Response {
public:
    explicit ForwardResponse(model::ModelPtr model)
        : m_model(std::move(model)), m_destination(generation::destinationOf(m_model->description())) {}

    [[nodiscard]] const generation::Destination& destination() const override { return m_destination; }
    [[nodiscard]] const std::vector<std::string>& stressors() const override {
        return m_model->description().stressors;
    }
    [[nodiscard]] std::string_view origin() const override { return "model"; }
    [[nodiscard]] bool simulated() const override { return m_model->description().simulated(); }
    [[nodiscard]] Expected<std::unique_ptr<LocalResponse>> around(std::span<const Executed> /*rounds*/,
                                                                  const Matrix& /*compositions*/) const override {
        return std::make_unique<Forward>(m_model, static_cast<Index>(m_destination.metrics.size()));
    }

private:
    model::ModelPtr m_model;
    generation::Destination m_destination;
};

}  // namespace

ResponsePtr forwardResponse(model::ModelPtr model) {
    return std::make_shared<ForwardResponse>(std::move(model));
}

}  // namespace mimesys::refinement
