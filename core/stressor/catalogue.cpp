// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "stressor/cards.h"
#include "stressor/scratch.h"

#include <algorithm>
#include <array>

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
    }
    return "compute";
}

std::span<const Card> catalogue() {
    static const std::array cards{zstdDecompressCard(), simdDistanceCard(),  memcpyL1Card(),      hashInsertCard(),
                                  streamDramCard(),     diskReadPacedCard(), diskWritePacedCard()};
    return cards;
}

const Card* findCard(std::string_view name) {
    const std::span<const Card> cards = catalogue();
    const auto found = std::ranges::find(cards, name, &Card::name);
    return found == cards.end() ? nullptr : &*found;
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
