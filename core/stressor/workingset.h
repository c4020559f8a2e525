// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "machine/machine.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace mimesys::stressor {

// Sizes that stressors derive their working sets from. A machine that does not tell its caches (some containers and
// emulators) gets those of a common server core.
[[nodiscard]] std::int64_t l1DataBytes(const machine::Machine& machine);  // of one core
[[nodiscard]] std::int64_t l2Bytes(const machine::Machine& machine);      // of one core
// What one CPU gets of the last-level cache when all that share it are busy.
[[nodiscard]] std::int64_t lastLevelShareBytes(const machine::Machine& machine);
// Four times that share, so that hardly anything survives a pass over it; between 24 and 256 MiB and, with a worker on
// every CPU, not more than a quarter of the memory.
[[nodiscard]] std::int64_t beyondCachesBytes(const machine::Machine& machine);

// Page-aligned memory that is zeroed and resident, given back when it goes. Huge pages are asked for when it is large,
// so that a stream loads the memory and not the TLB.
class Buffer {
public:
    [[nodiscard]] static Expected<Buffer> allocate(std::size_t bytes);
    // The same on one NUMA node, wherever the thread runs. Unavailable when the kernel refuses.
    [[nodiscard]] static Expected<Buffer> allocateOnNode(std::size_t bytes, int node);
    Buffer(Buffer&& other) noexcept;
    Buffer& operator=(Buffer&& other) noexcept;
    Buffer(const Buffer&) = delete;
    Buffer& operator=(const Buffer&) = delete;
    ~Buffer();

    [[nodiscard]] std::byte* data() const { return m_data; }
    [[nodiscard]] std::size_t size() const { return m_size; }
    template <typename T>
    [[nodiscard]] std::span<T> as() const {
        return {static_cast<T*>(static_cast<void*>(m_data)), m_size / sizeof(T)};
    }

private:
    Buffer(std::byte* data, std::size_t size) : m_data(data), m_size(size) {}
    [[nodiscard]] static Expected<Buffer> map(std::size_t bytes);
    void touch();
    void release();
    std::byte* m_data = nullptr;
    std::size_t m_size = 0;
};

// Makes the compiler believe that the memory is read and written here, so that no work before it is optimised away.
inline void keep(const void* memory) {
    asm volatile("" : : "r"(memory) : "memory");
}

}  // namespace mimesys::stressor
