// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/random.h"
#include "stressor/pacer.h"
#include "stressor/punctuality.h"
#include "stressor/scratch.h"
#include "stressor/stressor.h"
#include "stressor/workingset.h"

#include <algorithm>
#include <cstring>
#include <memory>
#include <utility>

namespace mimesys::stressor {

// What the disk stressors share: a scratch file of their own and an offset that rotates through it, part by part. A
// part is small enough for a slice and a window to end in time.
inline constexpr std::size_t kDiskPart = 128 * 1024;
inline constexpr std::size_t kScratchFileBytes = 32 * 1024 * 1024;

[[nodiscard]] inline Demand diskDemand(const machine::Machine& /*machine*/) {
    return {.memoryBytes = kDiskPart, .scratchBytes = kScratchFileBytes};
}

[[nodiscard]] inline std::string whyNoDisk(const machine::Machine& /*machine*/, const std::filesystem::path& scratch) {
    return whyNoScratch(scratch);
}

// A scratch file and a buffer of incompressible bytes.
struct DiskRing {
    ScratchFile file;
    Buffer buffer;
    std::size_t offset = 0;
    std::uint64_t written = 0;

    // Calls transfer(part of the buffer, offset) for the next bytes of the file; false when the disk refuses.
    template <typename Transfer>
    bool next(std::size_t bytes, Transfer transfer) {
        while (bytes > 0) {
            const std::size_t part = std::min({bytes, buffer.size(), file.size() - offset});
            if (!transfer(std::span<std::byte>(buffer.data(), part), offset)) {
                return false;
            }
            offset = (offset + part) % file.size();
            bytes -= part;
        }
        return true;
    }
    bool read(std::size_t bytes) {
        return next(bytes, [this](std::span<std::byte> part, std::size_t at) { return file.read(part, at); });
    }
    bool write(std::size_t bytes) {
        return next(bytes, [this](std::span<std::byte> part, std::size_t at) {
            makeUnlikeTheLast(part);
            return file.write(part, at);
        });
    }
    bool writeBack(std::size_t bytes) {
        return next(bytes, [this](std::span<std::byte> part, std::size_t at) {
            makeUnlikeTheLast(part);
            return file.writeBack(part, at);
        });
    }

private:
    // Every block differs from the last one at its place, for disks that look for duplicates.
    void makeUnlikeTheLast(std::span<std::byte> part) {
        ++written;
        for (std::size_t page = 0; page < part.size(); page += ScratchFile::kBlock) {
            std::memcpy(part.data() + page, &written, sizeof written);
        }
    }
};

[[nodiscard]] inline Expected<DiskRing> makeDiskRing(const Preparation& preparation, ScratchFile::Access access) {
    Expected<ScratchFile> file =
        ScratchFile::create(preparation.scratchDirectory, kScratchFileBytes, preparation.seed, access);
    if (!file) {
        return tl::unexpected(file.error());
    }
    Expected<Buffer> buffer = Buffer::allocate(kDiskPart);
    if (!buffer) {
        return tl::unexpected(buffer.error());
    }
    Random random(preparation.seed ^ 1);
    std::ranges::generate(buffer->as<std::uint64_t>(), [&] { return random.next(); });
    return DiskRing{.file = std::move(*file), .buffer = std::move(*buffer)};
}

// Something done part by part while a slice lasts, at a pace or without one, and in time for the window's end.
using DiskOperation = bool (*)(DiskRing& ring, std::size_t bytes);

class PacedDisk final : public Body {
public:
    PacedDisk(DiskRing ring, DiskOperation operate, const Pace& pace)
        : m_ring(std::move(ring)), m_operate(operate), m_pacer(pace) {}

    void run(Interrupt& interrupt) override {
        m_pacer.run(
            interrupt,
            [this](std::size_t bytes) { return m_punctuality.measure([&] { return m_operate(m_ring, bytes); }); },
            [&] { return m_punctuality.mayStart(interrupt); });
    }

private:
    DiskRing m_ring;
    DiskOperation m_operate;
    Pacer m_pacer;
    Punctuality m_punctuality;
};

// Calls operate() until the slice is over; a false result (the disk refuses) ends it early.
template <typename Operate>
void runUnpaced(Interrupt& interrupt, Punctuality& punctuality, Operate operate) {
    bool works = true;
    while (works && !interrupt.due()) {
        if (punctuality.mayStart(interrupt)) {
            works = punctuality.measure(operate);
        } else {
            interrupt.sleepUntil(interrupt.windowEndNs());
        }
    }
}

}  // namespace mimesys::stressor
