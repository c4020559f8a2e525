// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace mimesys::stressor {

// Both ends of one TCP connection over 127.0.0.1, in one thread. Nobody else can connect, and no port stays open.
class Loopback {
public:
    // Unavailable without a loopback interface.
    [[nodiscard]] static Expected<Loopback> connect();
    Loopback(Loopback&& other) noexcept;
    Loopback& operator=(Loopback&&) = delete;
    ~Loopback();

    // Sends these bytes as far as there is room and receives what has arrived into them; never waits. False when the
    // connection is broken.
    bool exchange(std::span<std::byte> bytes);
    [[nodiscard]] std::int64_t receivedBytes() const { return m_receivedBytes; }

private:
    Loopback(int sender, int receiver) : m_sender(sender), m_receiver(receiver) {}
    int m_sender;
    int m_receiver;
    std::int64_t m_receivedBytes = 0;
};

}  // namespace mimesys::stressor
