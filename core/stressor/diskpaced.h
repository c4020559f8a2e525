// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/random.h"
#include "stressor/pacer.h"
#include "stressor/scratch.h"
#include "stressor/stressor.h"
#include "stressor/workingset.h"

#include <algorithm>
#include <cstring>
#include <memory>
#include <utility>

namespace mimesys::stressor {

// What the two disk stressors share: a scratch file of their own and an offset that rotates through it.
inline constexpr std::size_t kScratchFileBytes = 32 * 1024 * 1024;

[[nodiscard]] inline Demand diskDemand(const machine::Machine& /*machine*/) {
    return {.memoryBytes = Pacer::kLargestBlock, .scratchBytes = kScratchFileBytes};
}

[[nodiscard]] inline std::string whyNoDisk(const machine::Machine& /*machine*/, const std::filesystem::path& scratch) {
    return whyNoScratch(scratch);
}

// The part of a transfer that fits before the end of the file.
[[nodiscard]] inline std::size_t beforeEnd(std::size_t bytes, std::size_t offset) {
    return std::min(bytes, kScratchFileBytes - offset);
}

// Makes a body from a filled scratch file and a buffer of incompressible bytes.
template <typename DiskBody>
[[nodiscard]] Expected<std::unique_ptr<Body>> prepareDisk(const Preparation& preparation) {
    Expected<ScratchFile> file = ScratchFile::create(preparation.scratchDirectory, kScratchFileBytes, preparation.seed);
    if (!file) {
        return tl::unexpected(file.error());
    }
    Expected<Buffer> buffer = Buffer::allocate(Pacer::kLargestBlock);
    if (!buffer) {
        return tl::unexpected(buffer.error());
    }
    Random random(preparation.seed ^ 1);
    std::ranges::generate(buffer->as<std::uint64_t>(), [&] { return random.next(); });
    return std::make_unique<DiskBody>(std::move(*file), std::move(*buffer));
}

}  // namespace mimesys::stressor
