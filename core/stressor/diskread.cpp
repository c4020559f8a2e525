// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "stressor/cards.h"
#include "stressor/diskbody.h"

#include <array>

namespace mimesys::stressor {
namespace {

constexpr std::size_t kKiB = 1024;
constexpr std::size_t kMiB = 1024 * kKiB;

bool readNext(DiskRing& ring, std::size_t bytes) {
    return ring.read(bytes);
}

// One part after the other without a pause.
class UnpacedRead final : public Body {
public:
    explicit UnpacedRead(DiskRing ring) : m_ring(std::move(ring)) {}
    void run(Interrupt& interrupt) override {
        runUnpaced(interrupt, m_punctuality, [this] { return m_ring.read(kDiskPart); });
    }

private:
    DiskRing m_ring;
    Punctuality m_punctuality;
};

template <ScratchFile::Access access, Pace pace>
Expected<std::unique_ptr<Body>> preparePaced(const Preparation& preparation) {
    Expected<DiskRing> ring = makeDiskRing(preparation, access);
    if (!ring) {
        return tl::unexpected(ring.error());
    }
    return std::make_unique<PacedDisk>(std::move(*ring), readNext, pace);
}

Expected<std::unique_ptr<Body>> prepareUnpaced(const Preparation& preparation) {
    Expected<DiskRing> ring = makeDiskRing(preparation, ScratchFile::Access::Cached);
    if (!ring) {
        return tl::unexpected(ring.error());
    }
    return std::make_unique<UnpacedRead>(std::move(*ring));
}

}  // namespace

Card diskReadPacedCard() {
    return {.name = "disk-read-paced",
            .stressorClass = Class::Disk,
            .accounting = Accounting::ElapsedTime,
            .loads = "Disk reads past the page cache: 100 MB/s per CPU at a fraction of 1, proportional below.",
            .demand = diskDemand,
            .unavailable = whyNoDisk,
            .prepare = preparePaced<ScratchFile::Access::Direct, Pace{.largestPart = kDiskPart}>};
}

Card diskRead1mCard() {
    static constexpr std::array<std::string_view, 1> aliases{"BM_STRESS_NG_HddRead_1MB_NoSleep"};
    return {
        .name = "disk-read-1m",
        .stressorClass = Class::Disk,
        .accounting = Accounting::ElapsedTime,
        .loads = "Disk reads as fast as they go, through a page cache that is told to drop what is read.",
        .aliases = aliases,
        .response = "Disk reads flatten when several CPUs run it: one alone may already ask for all the disk gives.",
        .demand = diskDemand,
        .unavailable = whyNoDisk,
        .prepare = prepareUnpaced};
}

Card diskRead1m50msCard() {
    static constexpr std::array<std::string_view, 1> aliases{"BM_STRESS_NG_HddRead_1MB_WeightScaled_50ms"};
    return {.name = "disk-read-1m-50ms",
            .stressorClass = Class::Disk,
            .accounting = Accounting::ElapsedTime,
            .loads = "Disk reads through the page cache at a middle rate: 1 MiB every 50 ms of its time.",
            .aliases = aliases,
            .demand = diskDemand,
            .unavailable = whyNoDisk,
            .prepare = preparePaced<ScratchFile::Access::Cached, Pace::blockEvery(kMiB, 0.050, kDiskPart)>};
}

Card diskRead256k500msCard() {
    static constexpr std::array<std::string_view, 1> aliases{"BM_STRESS_NG_HddRead_256KB_WeightScaled_500ms"};
    return {.name = "disk-read-256k-500ms",
            .stressorClass = Class::Disk,
            .accounting = Accounting::ElapsedTime,
            .loads = "Disk reads through the page cache at a low rate: 256 KiB every 500 ms of its time.",
            .aliases = aliases,
            .demand = diskDemand,
            .unavailable = whyNoDisk,
            .prepare = preparePaced<ScratchFile::Access::Cached, Pace::blockEvery(256 * kKiB, 0.500, kDiskPart)>};
}

}  // namespace mimesys::stressor
