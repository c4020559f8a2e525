// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/random.h"
#include "stressor/stressor.h"
#include "stressor/workingset.h"

#include <absl/container/flat_hash_set.h>
#include <absl/container/node_hash_set.h>

#include <cstdint>
#include <functional>
#include <new>
#include <utility>
#include <vector>

namespace mimesys::stressor {

// One block of memory that a hash set takes all it needs from, and that begins anew when the set was emptied: a set
// gives its memory back whenever that happens, and asking the system for it in the middle of a window would be another
// load than the one meant.
class Arena {
public:
    explicit Arena(Buffer memory) : m_memory(std::move(memory)) {}
    void* take(std::size_t bytes, std::size_t alignment) {
        const std::size_t begin = (m_used + alignment - 1) / alignment * alignment;
        if (begin + bytes > m_memory.size()) {
            throw std::bad_alloc();
        }
        m_used = begin + bytes;
        return m_memory.data() + begin;
    }
    void beginAnew() { m_used = 0; }

private:
    Buffer m_memory;
    std::size_t m_used = 0;
};

template <typename T>
class ArenaAllocator {
public:
    using value_type = T;
    explicit ArenaAllocator(Arena& arena) : m_arena(&arena) {}
    template <typename U>
    explicit(false) ArenaAllocator(const ArenaAllocator<U>& other) : m_arena(other.arena()) {}

    T* allocate(std::size_t count) { return static_cast<T*>(m_arena->take(count * sizeof(T), alignof(T))); }
    void deallocate(T* /*block*/, std::size_t /*count*/) {}

    [[nodiscard]] Arena* arena() const { return m_arena; }
    template <typename U>
    bool operator==(const ArenaAllocator<U>& other) const {
        return m_arena == other.arena();
    }

private:
    Arena* m_arena;
};

using HashKey = std::uint64_t;
using FlatSet =
    absl::flat_hash_set<HashKey, absl::flat_hash_set<HashKey>::hasher, std::equal_to<>, ArenaAllocator<HashKey>>;
using NodeSet =
    absl::node_hash_set<HashKey, absl::node_hash_set<HashKey>::hasher, std::equal_to<>, ArenaAllocator<HashKey>>;

enum class KeyOrder {
    Fresh,     // keys that were never there
    Slots,     // always the same keys, in the order in which the set holds them
    Shuffled,  // always the same keys, in random order
};

struct TableShape {
    std::size_t slotCount = 0;  // a power of two
    std::size_t keys = 0;       // inserted before the set is emptied
    KeyOrder order = KeyOrder::Fresh;
    bool operator==(const TableShape&) const = default;

    // A set grows when seven eighths of its slots are taken. Dense: filled up to that; sparse: filled as far as one is
    // right after it grew to its slots, a little less than half.
    [[nodiscard]] static TableShape dense(std::size_t slots, KeyOrder order) {
        return {.slotCount = slots, .keys = slots / 8 * 7 - 1, .order = order};
    }
    [[nodiscard]] static TableShape sparse(std::size_t slots, KeyOrder order) {
        return {.slotCount = slots, .keys = slots / 16 * 7 + 1, .order = order};
    }
    // What the arena of a set of this shape must hold, with room for alignment and sentinel bytes.
    template <typename Set>
    [[nodiscard]] std::size_t arenaBytes() const {
        const std::size_t nodes = std::is_same_v<Set, NodeSet> ? keys * sizeof(HashKey) : 0;
        return slotCount * (sizeof(HashKey) + 1) + nodes + 4096;
    }
    [[nodiscard]] std::size_t keyListBytes() const { return order == KeyOrder::Fresh ? 0 : keys * sizeof(HashKey); }
};

// Fills a hash set as far as its shape says, empties it and begins again; the slots are there from the start.
template <typename Set>
class HashInserter final : public Body {
public:
    HashInserter(Buffer memory, TableShape shape, std::uint64_t seed)
        : m_arena(std::move(memory)), m_shape(shape), m_random(seed), m_set(ArenaAllocator<HashKey>(m_arena)) {
        m_set.reserve(m_shape.slotCount / 8 * 7 - 1);
        if (m_shape.order != KeyOrder::Fresh) {
            while (m_set.size() < m_shape.keys) {
                m_set.insert(m_random.next());
            }
            m_keys.assign(m_set.begin(), m_set.end());
            if (m_shape.order == KeyOrder::Shuffled) {
                m_random.shuffle(std::span<HashKey>(m_keys));
            }
            empty();
        }
    }

    void run(Interrupt& interrupt) override {
        while (!interrupt.due()) {
            if (m_set.size() >= m_shape.keys) {
                empty();
            }
            const std::size_t end = std::min(m_set.size() + kInsertionsPerPoll, m_shape.keys);
            while (m_set.size() < end) {
                m_set.insert(m_keys.empty() ? m_random.next() : m_keys[m_set.size()]);
            }
        }
    }

    [[nodiscard]] const Set& set() const { return m_set; }

private:
    static constexpr std::size_t kInsertionsPerPoll = 256;  // 5 to 20 µs, by how many miss the caches

    void empty() {
        m_set.clear();
        m_arena.beginAnew();
        m_set.reserve(m_shape.slotCount / 8 * 7 - 1);
    }

    Arena m_arena;
    TableShape m_shape;
    Random m_random;
    std::vector<HashKey> m_keys;
    Set m_set;
};

}  // namespace mimesys::stressor
