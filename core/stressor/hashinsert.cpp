// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/random.h"
#include "stressor/cards.h"
#include "stressor/workingset.h"

#include <absl/container/flat_hash_set.h>

#include <bit>
#include <cstdint>
#include <functional>
#include <new>

namespace mimesys::stressor {
namespace {

constexpr int kInsertionsPerPoll = 256;  // 5 to 20 µs, by how many miss the caches
// A slot takes its key and one control byte.
constexpr std::size_t kSlotBytes = sizeof(std::uint64_t) + 1;
// The table's emptying writes all control bytes; the bound keeps that near 100 µs.
constexpr std::size_t kMostSlots = std::size_t{1} << 21;
constexpr std::size_t kFewestSlots = std::size_t{1} << 16;

// Slots of a table four times as large as the second-level cache, so that a random insertion is a cold one.
std::size_t slotCount(const machine::Machine& machine) {
    const auto bytes = static_cast<std::size_t>(4 * l2Bytes(machine));
    return std::clamp(std::bit_ceil(bytes / kSlotBytes), kFewestSlots, kMostSlots);
}

// Room for the table and its alignment and sentinel bytes.
std::size_t arenaBytes(std::size_t slots) {
    return slots * kSlotBytes + 4096;
}

// Hands out one block again and again: a flat_hash_set gives its memory back whenever it is emptied, and asking the
// system for it anew in the middle of a window would be another load than the one meant.
template <typename T>
class ArenaAllocator {
public:
    using value_type = T;
    explicit ArenaAllocator(const Buffer& arena) : m_arena(&arena) {}
    template <typename U>
    explicit(false) ArenaAllocator(const ArenaAllocator<U>& other) : m_arena(other.arena()) {}

    T* allocate(std::size_t count) {
        if (count * sizeof(T) > m_arena->size()) {
            throw std::bad_alloc();
        }
        return static_cast<T*>(static_cast<void*>(m_arena->data()));
    }
    void deallocate(T* /*block*/, std::size_t /*count*/) {}

    [[nodiscard]] const Buffer* arena() const { return m_arena; }
    template <typename U>
    bool operator==(const ArenaAllocator<U>& other) const {
        return m_arena == other.arena();
    }

private:
    const Buffer* m_arena;
};

using Key = std::uint64_t;
using Set = absl::flat_hash_set<Key, absl::flat_hash_set<Key>::hasher, std::equal_to<>, ArenaAllocator<Key>>;

class HashInsert final : public Body {
public:
    HashInsert(Buffer arena, std::size_t slots, std::uint64_t seed)
        : m_arena(std::move(arena)),
          m_keys(seed),
          m_capacity(slots / 8 * 7),  // the load factor a flat_hash_set grows at
          m_set(ArenaAllocator<Key>(m_arena)) {
        m_set.reserve(m_capacity - 1);
    }

    void run(Interrupt& interrupt) override {
        while (!interrupt.due()) {
            if (m_set.size() + kInsertionsPerPoll >= m_capacity) {
                m_set.clear();
                m_set.reserve(m_capacity - 1);
            }
            for (int i = 0; i < kInsertionsPerPoll; ++i) {
                m_set.insert(m_keys.next());
            }
        }
    }

private:
    Buffer m_arena;
    Random m_keys;
    std::size_t m_capacity;
    Set m_set;
};

Demand demand(const machine::Machine& machine) {
    return {.memoryBytes = static_cast<std::int64_t>(arenaBytes(slotCount(machine))), .scratchBytes = 0};
}

std::string unavailable(const machine::Machine& /*machine*/, const std::filesystem::path& /*scratch*/) {
    return {};
}

Expected<std::unique_ptr<Body>> prepare(const Preparation& preparation) {
    const std::size_t slots = slotCount(preparation.machine);
    Expected<Buffer> arena = Buffer::allocate(arenaBytes(slots));
    if (!arena) {
        return tl::unexpected(arena.error());
    }
    return std::make_unique<HashInsert>(std::move(*arena), slots, preparation.seed);
}

}  // namespace

Card hashInsertCard() {
    return {.name = "hash-insert",
            .stressorClass = Class::Memory,
            .accounting = Accounting::CpuTime,
            .loads = "Cache misses and dependent loads: cold insertions into a hash set four times the L2 cache.",
            .demand = demand,
            .unavailable = unavailable,
            .prepare = prepare};
}

}  // namespace mimesys::stressor
