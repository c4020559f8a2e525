// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "stressor/cards.h"
#include "stressor/hashinserter.h"

#include <algorithm>
#include <array>
#include <bit>

namespace mimesys::stressor {
namespace {

// A table's emptying writes all control bytes; the bound keeps that near 100 µs.
constexpr std::size_t kMostSlots = std::size_t{1} << 21;
constexpr std::size_t kFewestSlots = std::size_t{1} << 16;

// A table four times as large as the second-level cache, so that a random insertion is a cold one.
TableShape coldShape(const machine::Machine& machine) {
    const auto bytes = static_cast<std::size_t>(4 * l2Bytes(machine));
    const std::size_t slots = std::bit_ceil(bytes / (sizeof(HashKey) + 1));
    return TableShape::dense(std::clamp(slots, kFewestSlots, kMostSlots), KeyOrder::Fresh);
}

// Sets of about as many keys as their names say: a dense one fills that many slots and a sparse one, which has just
// grown, twice as many.
TableShape missFlatShape(const machine::Machine& /*machine*/) {
    return TableShape::sparse(2 * 262'144, KeyOrder::Fresh);
}
TableShape missNodeShape(const machine::Machine& /*machine*/) {
    return TableShape::sparse(2 * 32'768, KeyOrder::Fresh);
}
TableShape orderedSparseShape(const machine::Machine& /*machine*/) {
    return TableShape::sparse(2 * 1'048'576, KeyOrder::Slots);
}
TableShape orderedDenseShape(const machine::Machine& /*machine*/) {
    return TableShape::dense(1'048'576, KeyOrder::Slots);
}
TableShape unorderedDenseShape(const machine::Machine& /*machine*/) {
    return TableShape::dense(1'048'576, KeyOrder::Shuffled);
}

using ShapeOf = TableShape (*)(const machine::Machine&);

template <typename Set, ShapeOf shapeOf>
Demand demand(const machine::Machine& machine) {
    const TableShape shape = shapeOf(machine);
    const auto bytes = static_cast<std::int64_t>(shape.arenaBytes<Set>() + shape.keyListBytes());
    return {.memoryBytes = bytes, .workingSetBytes = bytes};
}

template <typename Set, ShapeOf shapeOf>
Expected<std::unique_ptr<Body>> prepare(const Preparation& preparation) {
    const TableShape shape = shapeOf(preparation.machine);
    Expected<Buffer> arena = Buffer::allocate(shape.arenaBytes<Set>());
    if (!arena) {
        return tl::unexpected(arena.error());
    }
    return std::make_unique<HashInserter<Set>>(std::move(*arena), shape, preparation.seed);
}

template <typename Set, ShapeOf shapeOf>
Card card(std::string_view name, std::string_view loads, std::span<const std::string_view> aliases) {
    return {.name = name,
            .stressorClass = Class::Memory,
            .accounting = Accounting::CpuTime,
            .loads = loads,
            .aliases = aliases,
            .demand = demand<Set, shapeOf>,
            .unavailable = alwaysAvailable,
            .prepare = prepare<Set, shapeOf>};
}

}  // namespace

Card hashInsertCard() {
    return card<FlatSet, coldShape>(
        "hash-insert", "Cache misses and dependent loads: cold insertions into a hash set four times the L2 cache.",
        {});
}

Card hashInsertMissFlatCard() {
    static constexpr std::array<std::string_view, 2> aliases{
        "BM_SWISSMAP_InsertMiss_Cold<::absl::flat_hash_set, 64>/set_size:262144/density:0", "InsertMiss/density:0"};
    return card<FlatSet, missFlatShape>(
        "hash-insert-miss-flat", "Cache misses: new keys into a half empty flat hash set of 262,144 keys.", aliases);
}

Card hashInsertMissNodeCard() {
    static constexpr std::array<std::string_view, 1> aliases{
        "BM_SWISSMAP_InsertMiss_Cold<::absl::node_hash_set, 64>/set_size:32768/density:0"};
    return card<NodeSet, missNodeShape>(
        "hash-insert-miss-node",
        "Cache misses and pointers: new keys into a half empty hash set of 32,768 nodes of their own.", aliases);
}

Card hashInsertOrderedSparseCard() {
    static constexpr std::array<std::string_view, 1> aliases{"InsertManyOrdered/density:0"};
    return card<FlatSet, orderedSparseShape>(
        "hash-insert-ordered-sparse",
        "Hashing and streams: keys in slot order into a half empty set of 1,048,576 keys.", aliases);
}

Card hashInsertOrderedDenseCard() {
    static constexpr std::array<std::string_view, 2> aliases{
        "BM_SWISSMAP_InsertManyOrdered_Cold<::absl::flat_hash_set, 64>/set_size:1048576/density:1",
        "InsertManyOrdered/density:1"};
    return card<FlatSet, orderedDenseShape>(
        "hash-insert-ordered-dense",
        "Hashing, streams and probes: keys in slot order until a set of 1,048,576 slots is full.", aliases);
}

Card hashInsertUnorderedDenseCard() {
    static constexpr std::array<std::string_view, 1> aliases{"InsertManyUnordered/density:1"};
    return card<FlatSet, unorderedDenseShape>(
        "hash-insert-unordered-dense",
        "Cache misses and probes: keys in random order until a set of 1,048,576 slots is full.", aliases);
}

}  // namespace mimesys::stressor
