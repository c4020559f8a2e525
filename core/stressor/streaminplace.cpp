// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "stressor/streaminplace.h"

#include "stressor/cards.h"

#include <array>

namespace mimesys::stressor {
namespace {

template <std::int64_t mebibytes>
Demand demand(const machine::Machine& /*machine*/) {
    return {.memoryBytes = mebibytes << 20, .workingSetBytes = mebibytes << 20};
}

template <std::int64_t mebibytes>
Expected<std::unique_ptr<Body>> prepare(const Preparation& /*preparation*/) {
    Expected<Buffer> memory = Buffer::allocate(mebibytes << 20);
    if (!memory) {
        return tl::unexpected(memory.error());
    }
    return std::make_unique<StreamInPlace>(std::move(*memory));
}

}  // namespace

Card stream8mCard() {
    static constexpr std::array<std::string_view, 1> aliases{"BM_DIRECTSTREAMSIMD_8MB_NoSleep"};
    return {.name = "stream-8m",
            .stressorClass = Class::Memory,
            .accounting = Accounting::CpuTime,
            .loads = "Bandwidth together with vector units: x = a·x + b in place over 8 MiB.",
            .aliases = aliases,
            .response = "Memory bandwidth falls where 8 MiB fit the last-level cache: then that cache serves it.",
            .demand = demand<8>,
            .unavailable = alwaysAvailable,
            .prepare = prepare<8>};
}

Card stream32mCard() {
    static constexpr std::array<std::string_view, 1> aliases{"BM_DIRECTSTREAMSIMD_32MB_NoSleep"};
    return {.name = "stream-32m",
            .stressorClass = Class::Memory,
            .accounting = Accounting::CpuTime,
            .loads = "Memory bandwidth together with vector units: x = a·x + b in place over 32 MiB.",
            .aliases = aliases,
            .response = "Memory bandwidth flattens when several CPUs run it: a few saturate the memory channels.",
            .demand = demand<32>,
            .unavailable = alwaysAvailable,
            .prepare = prepare<32>};
}

}  // namespace mimesys::stressor
