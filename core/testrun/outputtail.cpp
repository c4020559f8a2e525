// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "testrun/outputtail.h"

#include "base/clock.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

namespace mimesys::testrun {
namespace {

constexpr int kPollMs = 50;
constexpr std::int64_t kPatienceNs = 2 * kNanosecondsPerSecond;
constexpr std::size_t kLongestLine = 160;

}  // namespace

Expected<std::unique_ptr<OutputTail>> OutputTail::open() {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
        return failed(fmt::format("No pipe for a command's output can be made ({}).", std::strerror(errno)));
    }
    return std::unique_ptr<OutputTail>(new OutputTail(ends[0], ends[1]));
}

OutputTail::OutputTail(int read, int write)
    : m_read(read), m_write(write), m_reader([this](const std::stop_token& stop) { take(stop); }) {}

OutputTail::~OutputTail() {
    finish();
    ::close(m_read);
}

void OutputTail::closeHere() {
    if (m_write >= 0) {
        ::close(std::exchange(m_write, -1));
    }
}

void OutputTail::finish() {
    closeHere();
    if (m_reader.joinable()) {
        m_reader.request_stop();
        m_reader.join();
    }
}

void OutputTail::take(const std::stop_token& stop) {
    std::array<char, 16384> buffer{};
    std::int64_t deadline = 0;
    while (true) {
        pollfd event{m_read, POLLIN, 0};
        const int ready = ::poll(&event, 1, kPollMs);
        if (stop.stop_requested() && deadline == 0) {
            deadline = monotonicNs() + kPatienceNs;
        }
        if (deadline != 0 && monotonicNs() > deadline) {
            return;
        }
        if (ready <= 0) {
            continue;
        }
        const ssize_t count = ::read(m_read, buffer.data(), buffer.size());
        if (count == 0 || (count < 0 && errno != EINTR)) {
            return;
        }
        const std::scoped_lock lock(m_mutex);
        m_text.append(buffer.data(), static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
        if (m_text.size() > kKeptBytes) {
            const std::size_t line = m_text.find('\n', m_text.size() - kKeptBytes / 2);
            m_text.erase(0, line == std::string::npos ? m_text.size() - kKeptBytes / 2 : line + 1);
        }
    }
}

std::string OutputTail::text() const {
    const std::scoped_lock lock(m_mutex);
    return m_text;
}

std::string OutputTail::lastLine() const {
    const std::string text = this->text();
    const std::size_t last = text.find_last_not_of(" \t\r\n");
    if (last == std::string::npos) {
        return {};
    }
    const std::size_t before = text.find_last_of("\r\n", last);
    const std::size_t first = before == std::string::npos ? 0 : before + 1;
    const std::string line = text.substr(first, last + 1 - first);
    return line.size() <= kLongestLine ? line : line.substr(0, kLongestLine) + "…";
}

}  // namespace mimesys::testrun
