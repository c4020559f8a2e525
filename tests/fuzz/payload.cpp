// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0

// What an exported workload carries behind its program. A mutated zstd frame hardly ever gets past the decompressor, so
// the first byte chooses: a frame as it is, or bytes that are compressed first and so reach what reads them.
#include "release/payload.h"

#include "fuzz/target.h"

#include <zstd.h>

#include <algorithm>
#include <cstdlib>
#include <span>
#include <vector>

using namespace mimesys;

namespace {

std::vector<std::byte> compressed(std::span<const std::byte> bytes) {
    std::vector<std::byte> frame(ZSTD_compressBound(bytes.size()));
    frame.resize(ZSTD_compress(frame.data(), frame.size(), bytes.data(), bytes.size(), 1));
    return frame;
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) {
        return 0;
    }
    const std::span bytes = std::as_bytes(std::span(data, size)).subspan(1);
    const std::vector<std::byte> frame =
        data[0] % 2 == 0 ? compressed(bytes) : std::vector<std::byte>(bytes.begin(), bytes.end());
    const auto payload = release::decodePayload(frame, "fuzzed");
    // What is accepted can be written and read back as the same.
    if (payload) {
        const auto again = release::encodePayload(*payload);
        const auto same = again ? release::decodePayload(*again, "again") : tl::unexpected(again.error());
        if (!same || !(same->plan == payload->plan) || same->metadata != payload->metadata) {
            std::abort();
        }
    } else if (payload.error().message.empty()) {
        std::abort();
    }
    // The trailer at the end of the same bytes.
    if (bytes.size() >= release::kTrailerBytes) {
        release::Trailer trailer;
        std::ranges::copy(bytes.last(release::kTrailerBytes), trailer.begin());
        const auto lengths = release::readTrailer(trailer, bytes.size(), "fuzzed");
        if (lengths && lengths->runnerBytes + lengths->payloadBytes + release::kTrailerBytes != bytes.size()) {
            std::abort();
        }
    }
    return 0;
}
