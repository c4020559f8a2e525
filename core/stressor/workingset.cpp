// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "stressor/workingset.h"

#include <fmt/format.h>
#include <sys/mman.h>

#include <algorithm>
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

Expected<Buffer> Buffer::allocate(std::size_t bytes) {
    void* memory = ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) {
        return failed(
            fmt::format("There are no {} MiB of memory for a working set ({}).", bytes / kMiB, std::strerror(errno)));
    }
    if (bytes >= kHugePagesFrom) {
        ::madvise(memory, bytes, MADV_HUGEPAGE);
    }
    std::memset(memory, 0, bytes);
    keep(memory);
    return Buffer(static_cast<std::byte*>(memory), bytes);
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
