// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "stressor/stressor.h"

namespace mimesys::stressor {

// Made by the files of this folder, variants of one kernel by the same; catalogue() lists them.
[[nodiscard]] Card zstdDecompressCard();
[[nodiscard]] Card simdDistance256Card();
[[nodiscard]] Card simdDistance512Card();

[[nodiscard]] Card memcpyL1Card();
[[nodiscard]] Card memcpyL2Card();
[[nodiscard]] Card memcmpLlcCard();
[[nodiscard]] Card crc32cExtend16mCard();

[[nodiscard]] Card hashInsertCard();
[[nodiscard]] Card hashInsertMissFlatCard();
[[nodiscard]] Card hashInsertMissNodeCard();
[[nodiscard]] Card hashInsertOrderedSparseCard();
[[nodiscard]] Card hashInsertOrderedDenseCard();
[[nodiscard]] Card hashInsertUnorderedDenseCard();
[[nodiscard]] Card streamDramCard();
[[nodiscard]] Card stream8mCard();
[[nodiscard]] Card stream32mCard();
[[nodiscard]] Card memset8mCard();
[[nodiscard]] Card memset32mCard();
[[nodiscard]] Card memset32m50msCard();
[[nodiscard]] Card ntStoreCard();
[[nodiscard]] Card ntLoadCard();
[[nodiscard]] Card crc32cComputeColdCard();
[[nodiscard]] Card crc32cExtendColdCard();
[[nodiscard]] Card crc32cExtend256mCard();
[[nodiscard]] Card numaRemoteCard();

[[nodiscard]] Card diskReadPacedCard();
[[nodiscard]] Card diskWritePacedCard();
[[nodiscard]] Card diskRead1mCard();
[[nodiscard]] Card diskRead1m50msCard();
[[nodiscard]] Card diskRead256k500msCard();
[[nodiscard]] Card diskWrite1mBurstCard();
[[nodiscard]] Card diskWrite1m50msCard();
[[nodiscard]] Card diskWrite1m25msCard();
[[nodiscard]] Card diskWrite256k500msCard();
[[nodiscard]] Card readaheadCard();
[[nodiscard]] Card fallocateCard();
[[nodiscard]] Card sendfileCard();

[[nodiscard]] Card networkLoopbackCard();
[[nodiscard]] Card pageFaultsCard();
[[nodiscard]] Card contextSwitchesCard();
[[nodiscard]] Card sleepCard();

// For cards that can run on every machine.
[[nodiscard]] inline std::string alwaysAvailable(const machine::Machine& /*machine*/,
                                                 const std::filesystem::path& /*scratch*/) {
    return {};
}

}  // namespace mimesys::stressor
