// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "stressor/cards.h"
#include "stressor/scratch.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

namespace mimesys::stressor {

std::string_view className(Class stressorClass) {
    switch (stressorClass) {
        case Class::Compute:
            return "compute";
        case Class::Cache:
            return "cache";
        case Class::Memory:
            return "memory";
        case Class::Disk:
            return "disk";
        case Class::Network:
            return "network";
        case Class::Kernel:
            return "kernel";
        case Class::Idle:
            return "idle";
    }
    return "compute";
}

std::span<const Card> catalogue() {
    static const std::array cards{
        // compute
        zstdDecompressCard(), simdDistance256Card(), simdDistance512Card(),
        // cache
        memcpyL1Card(), memcpyL2Card(), memcmpLlcCard(), crc32cExtend16mCard(),
        // memory
        hashInsertCard(), hashInsertMissFlatCard(), hashInsertMissNodeCard(), hashInsertOrderedSparseCard(),
        hashInsertOrderedDenseCard(), hashInsertUnorderedDenseCard(), streamDramCard(), stream8mCard(), stream32mCard(),
        memset8mCard(), memset32mCard(), memset32m50msCard(), ntStoreCard(), ntLoadCard(), crc32cComputeColdCard(),
        crc32cExtendColdCard(), crc32cExtend256mCard(), numaRemoteCard(),
        // disk
        diskReadPacedCard(), diskWritePacedCard(), diskRead1mCard(), diskRead1m50msCard(), diskRead256k500msCard(),
        diskWrite1mBurstCard(), diskWrite1m50msCard(), diskWrite1m25msCard(), diskWrite256k500msCard(), readaheadCard(),
        fallocateCard(), sendfileCard(),
        // network, kernel, idle
        networkLoopbackCard(), pageFaultsCard(), contextSwitchesCard(), sleepCard()};
    return cards;
}

const Card* findCard(std::string_view name) {
    const std::span<const Card> cards = catalogue();
    const auto found = std::ranges::find_if(cards, [name](const Card& card) {
        return card.name == name || std::ranges::find(card.aliases, name) != card.aliases.end();
    });
    return found == cards.end() ? nullptr : &*found;
}

std::span<const std::string_view> essentialStressors() {
    static constexpr std::array<std::string_view, 7> names{"zstd-decompress", "simd-distance-256", "memcpy-l1",
                                                           "hash-insert",     "stream-dram",       "disk-read-paced",
                                                           "disk-write-paced"};
    return names;
}

std::span<const std::string_view> kernelStressors() {
    static constexpr std::array<std::string_view, 4> names{"disk-write-1m-50ms", "fallocate", "page-faults",
                                                           "context-switches"};
    return names;
}

std::span<const std::string_view> researchStressors() {
    static constexpr std::array<std::string_view, 20> names{"crc32c-compute-cold",
                                                            "memcpy-l1",
                                                            "memcpy-l2",
                                                            "memcmp-llc",
                                                            "simd-distance-256",
                                                            "hash-insert",
                                                            "hash-insert-miss-node",
                                                            "hash-insert-ordered-dense",
                                                            "disk-read-1m",
                                                            "disk-read-paced",
                                                            "disk-read-256k-500ms",
                                                            "disk-write-1m-burst",
                                                            "disk-write-1m-50ms",
                                                            "disk-write-1m-25ms",
                                                            "disk-write-256k-500ms",
                                                            "memset-32m",
                                                            "memset-32m-50ms",
                                                            "stream-32m",
                                                            "stream-8m",
                                                            "crc32c-extend-16m"};
    return names;
}

Expected<std::vector<std::string>> selectStressors(std::string_view list) {
    std::set<std::string_view> chosen;
    const auto choose = [&chosen](std::string_view word) {
        if (word == "all") {
            for (const Card& card : catalogue()) {
                chosen.insert(card.name);
            }
            return true;
        }
        if (word == "essential" || word == "applications") {
            chosen.insert(essentialStressors().begin(), essentialStressors().end());
            if (word == "applications") {
                chosen.insert(kernelStressors().begin(), kernelStressors().end());
            }
            return true;
        }
        if (word == "research") {
            chosen.insert(researchStressors().begin(), researchStressors().end());
            return true;
        }
        const Card* card = findCard(word);
        if (card != nullptr) {
            chosen.insert(card->name);
        }
        return card != nullptr;
    };
    if (!choose(list)) {
        for (std::size_t first = 0; first <= list.size();) {
            const std::size_t end = std::min(list.find(',', first), list.size());
            if (const std::string_view word = list.substr(first, end - first); !choose(word)) {
                return badInput(
                    fmt::format("There is no stressor \"{}\"; \"mimesys stressors\" lists those there are.", word));
            }
            first = end + 1;
        }
    }
    std::vector<std::string> names;
    for (const Card& card : catalogue()) {
        if (chosen.contains(card.name)) {
            names.emplace_back(card.name);
        }
    }
    return names;
}

std::filesystem::path defaultScratchDirectory() {
    std::error_code ignored;
    for (const char* candidate : {"/var/tmp", "/tmp"}) {
        if (whyNoScratch(candidate).empty()) {
            return candidate;
        }
    }
    return std::filesystem::current_path(ignored);
}

}  // namespace mimesys::stressor
