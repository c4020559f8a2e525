// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "stressor/loopback.h"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace mimesys::stressor {
namespace {

constexpr int kPatienceMs = 1000;  // a connection to oneself takes microseconds, unless a firewall drops it

class Socket {
public:
    explicit Socket(int descriptor) : m_descriptor(descriptor) {}
    Socket(const Socket&) = delete;
    Socket& operator=(const Socket&) = delete;
    ~Socket() {
        if (m_descriptor >= 0) {
            ::close(m_descriptor);
        }
    }
    [[nodiscard]] int get() const { return m_descriptor; }
    [[nodiscard]] int release() { return std::exchange(m_descriptor, -1); }

private:
    int m_descriptor;
};

int tcpSocket() {
    return ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
}

const sockaddr* plain(const sockaddr_in& address) {
    return static_cast<const sockaddr*>(static_cast<const void*>(&address));
}
sockaddr* plain(sockaddr_in& address) {
    return static_cast<sockaddr*>(static_cast<void*>(&address));
}

bool nameOf(int descriptor, sockaddr_in& address) {
    socklen_t length = sizeof address;
    return ::getsockname(descriptor, plain(address), &length) == 0;
}

bool becomes(int descriptor, short event) {
    pollfd wait{.fd = descriptor, .events = event, .revents = 0};
    return ::poll(&wait, 1, kPatienceMs) == 1 && (wait.revents & event) != 0;
}

// The connection that comes from this address; those of others who found the port are turned away.
int acceptFrom(int listener, const sockaddr_in& wanted) {
    while (becomes(listener, POLLIN)) {
        sockaddr_in from{};
        socklen_t length = sizeof from;
        const int accepted = ::accept4(listener, plain(from), &length, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (accepted < 0) {
            return -1;
        }
        if (from.sin_port == wanted.sin_port && from.sin_addr.s_addr == wanted.sin_addr.s_addr) {
            return accepted;
        }
        ::close(accepted);
    }
    return -1;
}

tl::unexpected<Error> noLoopback() {
    return unavailable(fmt::format("There is no loopback network here ({}).", std::strerror(errno)));
}

}  // namespace

Expected<Loopback> Loopback::connect() {
    const Socket listener(tcpSocket());
    Socket sender(tcpSocket());
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (listener.get() < 0 || sender.get() < 0 ||
        ::bind(listener.get(), plain(std::as_const(address)), sizeof address) != 0 ||
        ::listen(listener.get(), 8) != 0 || !nameOf(listener.get(), address)) {
        return noLoopback();
    }
    if (::connect(sender.get(), plain(std::as_const(address)), sizeof address) != 0 && errno != EINPROGRESS) {
        return noLoopback();
    }
    sockaddr_in own{};
    if (!nameOf(sender.get(), own)) {
        return noLoopback();
    }
    Socket receiver(acceptFrom(listener.get(), own));
    if (receiver.get() < 0 || !becomes(sender.get(), POLLOUT)) {
        return unavailable("Connections over the loopback network are blocked here.");
    }
    return Loopback(sender.release(), receiver.release());
}

Loopback::Loopback(Loopback&& other) noexcept
    : m_sender(std::exchange(other.m_sender, -1)),
      m_receiver(std::exchange(other.m_receiver, -1)),
      m_receivedBytes(other.m_receivedBytes) {}

Loopback::~Loopback() {
    if (m_sender >= 0) {
        ::close(m_sender);
        ::close(m_receiver);
    }
}

bool Loopback::exchange(std::span<std::byte> bytes) {
    const auto onlyForNow = [] {
        return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR;
    };
    if (::send(m_sender, bytes.data(), bytes.size(), MSG_NOSIGNAL) < 0 && !onlyForNow()) {
        return false;
    }
    const ssize_t received = ::recv(m_receiver, bytes.data(), bytes.size(), 0);
    if (received > 0) {
        m_receivedBytes += received;
    }
    return received > 0 || (received < 0 && onlyForNow());
}

}  // namespace mimesys::stressor
