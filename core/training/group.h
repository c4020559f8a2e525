// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "training/train.h"

#include <torch/torch.h>

#include <memory>

namespace mimesys::training {

// The processes that train one model together, through LibTorch's c10d with Gloo; a single process is a group as well.
// All of them make the same calls in the same order.
class Group {
public:
    // Waits for the others, at most a few minutes. Failed when they do not come, Unavailable when this LibTorch was
    // built without c10d.
    [[nodiscard]] static Expected<std::unique_ptr<Group>> join(const Membership& membership);
    virtual ~Group() = default;

    [[nodiscard]] virtual int rank() const = 0;
    [[nodiscard]] virtual int size() const = 0;
    // Replaces the values by their mean over the processes. Throws c10::Error when one of them is gone.
    virtual void average(torch::Tensor& values) = 0;
    // True when it is for any of the processes.
    [[nodiscard]] bool any(bool here);
};

}  // namespace mimesys::training
