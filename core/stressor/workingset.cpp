// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "stressor/workingset.h"

#include <fmt/format.h>
#include <linux/mempolicy.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

namespace mimesys::stressor {
namespace {

constexpr std::int64_t kKiB = 1024;
constexpr std::int64_t kMiB = 1024 * kKiB;
// Used when a machine does not tell; the bounds keep a misread size from becoming a huge or empty working set.
constexpr std::int64_t kCommonL1 = 32 * kKiB;
constexpr std::int64_t kCommonL2 = 1 * kMiB;
constexpr std::int64_t kCommonLastLevelShare = 2 * kMiB;
constexpr std::int64_t kFewestBeyondCaches = 24 * kMiB;
constexpr std::int64_t kMostBeyondCaches = 256 * kMiB;
constexpr std::size_t kHugePagesFrom = 4 * kMiB;

std::int64_t cacheBytes(const machine::Cache* cache, std::int64_t fallback) {
    return cache != nullptr && cache->sizeBytes > 0 ? cache->sizeBytes : fallback;
}

}  // namespace

std::int64_t l1DataBytes(const machine::Machine& machine) {
    return std::clamp(cacheBytes(machine.dataCache(1), kCommonL1), 8 * kKiB, 1 * kMiB);
}

std::int64_t l2Bytes(const machine::Machine& machine) {
    return std::clamp(cacheBytes(machine.dataCache(2), kCommonL2), 128 * kKiB, 64 * kMiB);
}

std::int64_t lastLevelShareBytes(const machine::Machine& machine) {
    const machine::Cache* cache = machine.lastLevelCache();
    if (cache == nullptr || cache->sizeBytes <= 0) {
        return kCommonLastLevelShare;
    }
    return cache->sizeBytes / std::max<std::int64_t>(1, std::ssize(cache->sharedCpus));
}

std::int64_t beyondCachesBytes(const machine::Machine& machine) {
    std::int64_t bytes = std::clamp(4 * lastLevelShareBytes(machine), kFewestBeyondCaches, kMostBeyondCaches);
    if (machine.memoryBytes > 0) {
        const auto workers = std::max<std::int64_t>(1, std::ssize(machine.usableCpus));
        bytes = std::min(bytes, std::max(kFewestBeyondCaches, machine.memoryBytes / 4 / workers));
    }
    return bytes;
}

Expected<Buffer> Buffer::map(std::size_t bytes) {
    void* memory = ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) {
        return failed(
            fmt::format("There are no {} MiB of memory for a working set ({}).", bytes / kMiB, std::strerror(errno)));
    }
    // A process that is forked in the middle of a window (to read a file, say) must not make these pages copied.
    ::madvise(memory, bytes, MADV_DONTFORK);
    if (bytes >= kHugePagesFrom) {
        ::madvise(memory, bytes, MADV_HUGEPAGE);
    }
    return Buffer(static_cast<std::byte*>(memory), bytes);
}

void Buffer::touch() {
    std::memset(m_data, 0, m_size);
    keep(m_data);
}

Expected<Buffer> Buffer::allocate(std::size_t bytes) {
    Expected<Buffer> buffer = map(bytes);
    if (buffer) {
        buffer->touch();
    }
    return buffer;
}

Expected<Buffer> Buffer::allocateOnNode(std::size_t bytes, int node) {
    Expected<Buffer> buffer = map(bytes);
    if (!buffer) {
        return buffer;
    }
    constexpr std::size_t kWordBits = 8 * sizeof(unsigned long);
    std::array<unsigned long, 1024 / kWordBits> nodes{};
    const auto bit = static_cast<std::size_t>(node);
    if (node < 0 || bit >= nodes.size() * kWordBits) {
        return unavailable(fmt::format("There is no memory node {}.", node));
    }
    nodes[bit / kWordBits] = 1UL << (bit % kWordBits);
    // The system call itself, because libnuma would be one more library for a single line.
    if (::syscall(SYS_mbind, buffer->data(), bytes, MPOL_BIND, nodes.data(), nodes.size() * kWordBits + 1, 0) != 0) {
        return unavailable(fmt::format("Memory of node {} cannot be had from here ({}).", node, std::strerror(errno)));
    }
    buffer->touch();
    return buffer;
}

Buffer::Buffer(Buffer&& other) noexcept
    : m_data(std::exchange(other.m_data, nullptr)), m_size(std::exchange(other.m_size, 0)) {}

Buffer& Buffer::operator=(Buffer&& other) noexcept {
    if (this != &other) {
        release();
        m_data = std::exchange(other.m_data, nullptr);
        m_size = std::exchange(other.m_size, 0);
    }
    return *this;
}

Buffer::~Buffer() {
    release();
}

void Buffer::release() {
    if (m_data != nullptr) {
        ::munmap(m_data, m_size);
        m_data = nullptr;
    }
}

}  // namespace mimesys::stressor
