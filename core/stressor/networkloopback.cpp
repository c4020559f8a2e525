// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "stressor/cards.h"
#include "stressor/loopback.h"
#include "stressor/workingset.h"

#include <utility>

namespace mimesys::stressor {
namespace {

constexpr std::size_t kMessage = 32 * 1024;  // there and back: 10 to 40 µs

class NetworkLoopback final : public Body {
public:
    NetworkLoopback(Loopback connection, Buffer message)
        : m_connection(std::move(connection)), m_message(std::move(message)) {}

    void run(Interrupt& interrupt) override {
        while (!interrupt.due() && m_connection.exchange({m_message.data(), m_message.size()})) {
        }
    }

private:
    Loopback m_connection;
    Buffer m_message;
};

Demand demand(const machine::Machine& /*machine*/) {
    // The kernel keeps what is under way in buffers of a few MiB at most.
    return {.memoryBytes = kMessage + (8 << 20), .workingSetBytes = 2 * kMessage};
}

std::string whyNot(const machine::Machine& /*machine*/, const std::filesystem::path& /*scratch*/) {
    const Expected<Loopback> probe = Loopback::connect();
    return probe ? std::string() : probe.error().message;
}

Expected<std::unique_ptr<Body>> prepare(const Preparation& /*preparation*/) {
    Expected<Loopback> connection = Loopback::connect();
    if (!connection) {
        return tl::unexpected(connection.error());
    }
    Expected<Buffer> message = Buffer::allocate(kMessage);
    if (!message) {
        return tl::unexpected(message.error());
    }
    return std::make_unique<NetworkLoopback>(std::move(*connection), std::move(*message));
}

}  // namespace

Card networkLoopbackCard() {
    return {.name = "network-loopback",
            .stressorClass = Class::Network,
            .accounting = Accounting::CpuTime,
            .loads = "The kernel's network stack: TCP over 127.0.0.1, sent and received by one thread.",
            .response =
                "Network metrics do not grow: recorders leave the loopback interface out, and what it loads is "
                "the CPU, in the kernel.",
            .demand = demand,
            .unavailable = whyNot,
            .prepare = prepare};
}

}  // namespace mimesys::stressor
