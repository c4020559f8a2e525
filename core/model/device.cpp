// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "model/device.h"

#include <ATen/autocast_mode.h>
#include <fmt/format.h>
#include <sched.h>

#include <algorithm>
#include <charconv>

namespace mimesys::model {
namespace {

// LibTorch 2.4 put one pair of functions in the place of one per device.
#if TORCH_VERSION_MAJOR > 2 || (TORCH_VERSION_MAJOR == 2 && TORCH_VERSION_MINOR >= 4)
void setAutocast(bool cuda, bool enabled) {
    const auto device = cuda ? at::kCUDA : at::kCPU;
    at::autocast::set_autocast_dtype(device, at::kBFloat16);
    at::autocast::set_autocast_enabled(device, enabled);
}
#else
void setAutocast(bool cuda, bool enabled) {
    if (cuda) {
        at::autocast::set_autocast_gpu_dtype(at::kBFloat16);
        at::autocast::set_enabled(enabled);
    } else {
        at::autocast::set_autocast_cpu_dtype(at::kBFloat16);
        at::autocast::set_cpu_enabled(enabled);
    }
}
#endif

}  // namespace

Expected<torch::Device> chooseDevice(const std::string& name) {
    const auto count = static_cast<int>(torch::cuda::is_available() ? torch::cuda::device_count() : 0);
    if (name == "cpu" || (name == "auto" && count == 0)) {
        return torch::Device(torch::kCPU);
    }
    int index = 0;
    const bool numbered = name.starts_with("cuda:");
    const char* end = name.data() + name.size();
    const bool valid = !numbered || (name.size() > 5 && std::from_chars(name.data() + 5, end, index).ptr == end);
    if (!valid || index < 0 || (!numbered && name != "cuda" && name != "auto")) {
        return badInput(fmt::format("There is no device \"{}\"; choose auto, cpu, cuda or cuda:N.", name));
    }
    if (index >= count) {
        return unavailable(fmt::format("There is no {}: this LibTorch sees {} CUDA devices.", name, count));
    }
    return torch::Device(torch::kCUDA, static_cast<c10::DeviceIndex>(index));
}

void useThreads(int threads) {
    cpu_set_t usable;
    CPU_ZERO(&usable);
    const int here = sched_getaffinity(0, sizeof usable, &usable) == 0 ? CPU_COUNT(&usable) : 1;
    at::set_num_threads(std::max(1, threads > 0 ? threads : here));
}

bool multipliesBFloat16(const torch::Device& device) {
    if (device.is_cuda()) {
        return true;  // every GPU that LibTorch 1.13 and later still serve has it, older ones emulate it
    }
    return __builtin_cpu_supports("avx512bf16") != 0;
}

MixedPrecision::MixedPrecision(const torch::Device& device, bool enabled)
    : m_cuda(device.is_cuda()), m_enabled(enabled) {
    if (m_enabled) {
        setAutocast(m_cuda, true);
    }
}

MixedPrecision::~MixedPrecision() {
    if (m_enabled) {
        // The copies of the weights that it made.
        at::autocast::clear_cache();
        setAutocast(m_cuda, false);
    }
}

}  // namespace mimesys::model
