// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "training/group.h"

#include <fmt/format.h>

#ifdef USE_C10D_GLOO
#include <torch/csrc/distributed/c10d/PrefixStore.hpp>
#include <torch/csrc/distributed/c10d/ProcessGroupGloo.hpp>
#include <torch/csrc/distributed/c10d/TCPStore.hpp>
#endif

#include <charconv>

namespace mimesys::training {
namespace {

class Alone final : public Group {
public:
    [[nodiscard]] int rank() const override { return 0; }
    [[nodiscard]] int size() const override { return 1; }
    void average(torch::Tensor& /*values*/) override {}
};

#ifdef USE_C10D_GLOO

constexpr std::chrono::milliseconds kPatience = std::chrono::minutes(3);

class Gloo final : public Group {
public:
    Gloo(const Membership& membership, const std::string& host, std::uint16_t port) : m_membership(membership) {
        c10d::TCPStoreOptions options;
        options.port = port;
        options.isServer = membership.rank == 0;
        options.numWorkers = static_cast<std::size_t>(membership.size);
        options.timeout = kPatience;
        const auto store = c10::make_intrusive<c10d::TCPStore>(host, options);
        const auto gloo = c10d::ProcessGroupGloo::Options::create(kPatience);
        const bool loopback = host == "localhost" || host.starts_with("127.");
        gloo->devices.push_back(loopback ? c10d::ProcessGroupGloo::createDeviceForHostname(host)
                                         : c10d::ProcessGroupGloo::createDefaultDevice());
        m_processes = c10::make_intrusive<c10d::ProcessGroupGloo>(store, membership.rank, membership.size, gloo);
    }

    [[nodiscard]] int rank() const override { return m_membership.rank; }
    [[nodiscard]] int size() const override { return m_membership.size; }

    void average(torch::Tensor& values) override {
        std::vector<torch::Tensor> onHost{values.to(torch::kCPU)};
        m_processes->allreduce(onHost)->wait();
        values.copy_(onHost.front() / static_cast<double>(m_membership.size));
    }

private:
    Membership m_membership;
    c10::intrusive_ptr<c10d::ProcessGroupGloo> m_processes;
};

Expected<std::unique_ptr<Group>> joinProcesses(const Membership& membership) {
    const std::size_t colon = membership.store.rfind(':');
    std::uint16_t port = 0;
    const char* end = membership.store.data() + membership.store.size();
    if (colon == std::string::npos || colon == 0 ||
        std::from_chars(membership.store.data() + colon + 1, end, port).ptr != end || port == 0) {
        return badInput(fmt::format("\"{}\" is no HOST:PORT where the processes could meet.", membership.store));
    }
    try {
        return std::make_unique<Gloo>(membership, membership.store.substr(0, colon), port);
    } catch (const std::exception& exception) {
        const std::string reason = exception.what();
        return failed(fmt::format("The {} processes did not meet at {} ({}).", membership.size, membership.store,
                                  reason.substr(0, reason.find('\n'))));
    }
}

#else

Expected<std::unique_ptr<Group>> joinProcesses(const Membership& /*membership*/) {
    return unavailable("This LibTorch was built without Gloo, so that a model is trained by one process only.");
}

#endif

}  // namespace

Expected<std::unique_ptr<Group>> Group::join(const Membership& membership) {
    if (membership.size < 1 || membership.rank < 0 || membership.rank >= membership.size) {
        return badInput(fmt::format("There is no rank {} among {} processes; ranks count from 0.", membership.rank,
                                    membership.size));
    }
    if (membership.size == 1) {
        return std::make_unique<Alone>();
    }
    return joinProcesses(membership);
}

bool Group::any(bool here) {
    torch::Tensor flag = torch::full({1}, here ? 1.0F : 0.0F);
    average(flag);
    return flag.item<float>() > 0.0F;
}

}  // namespace mimesys::training
