// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "stressor/cards.h"
#include "stressor/diskbody.h"

#include <array>

namespace mimesys::stressor {
namespace {

constexpr std::size_t kKiB = 1024;
constexpr std::size_t kMiB = 1024 * kKiB;

bool writeNext(DiskRing& ring, std::size_t bytes) {
    return ring.write(bytes);
}

bool writeBackNext(DiskRing& ring, std::size_t bytes) {
    return ring.writeBack(bytes);
}

// Blocks without a pause between them, as large as the fraction of 1 MiB.
class BurstWrite final : public Body {
public:
    explicit BurstWrite(DiskRing ring) : m_ring(std::move(ring)) {}

    void run(Interrupt& interrupt) override {
        const double wanted = std::clamp(interrupt.fraction(), 0.0, 1.0) * static_cast<double>(kMiB);
        const std::size_t pages = static_cast<std::size_t>(wanted) / ScratchFile::kBlock;
        const std::size_t block = std::max<std::size_t>(1, pages) * ScratchFile::kBlock;
        runUnpaced(interrupt, m_punctuality, [&] {
            m_left = m_left == 0 || m_left > block ? block : m_left;
            const std::size_t part = std::min(m_left, kDiskPart);
            m_left -= part;
            return m_ring.writeBack(part);
        });
    }

private:
    DiskRing m_ring;
    Punctuality m_punctuality;
    std::size_t m_left = 0;  // of the block that was begun
};

template <ScratchFile::Access access, DiskOperation operate, Pace pace>
Expected<std::unique_ptr<Body>> preparePaced(const Preparation& preparation) {
    Expected<DiskRing> ring = makeDiskRing(preparation, access);
    if (!ring) {
        return tl::unexpected(ring.error());
    }
    return std::make_unique<PacedDisk>(std::move(*ring), operate, pace);
}

template <Pace pace>
Expected<std::unique_ptr<Body>> prepareCached(const Preparation& preparation) {
    return preparePaced<ScratchFile::Access::Cached, writeBackNext, pace>(preparation);
}

Expected<std::unique_ptr<Body>> prepareBurst(const Preparation& preparation) {
    Expected<DiskRing> ring = makeDiskRing(preparation, ScratchFile::Access::Cached);
    if (!ring) {
        return tl::unexpected(ring.error());
    }
    return std::make_unique<BurstWrite>(std::move(*ring));
}

}  // namespace

Card diskWritePacedCard() {
    return {.name = "disk-write-paced",
            .stressorClass = Class::Disk,
            .accounting = Accounting::ElapsedTime,
            .loads = "Disk writes past the page cache: 100 MB/s per CPU at a fraction of 1, proportional below.",
            .demand = diskDemand,
            .unavailable = whyNoDisk,
            .prepare = preparePaced<ScratchFile::Access::Direct, writeNext, Pace{.largestPart = kDiskPart}>};
}

Card diskWrite1mBurstCard() {
    static constexpr std::array<std::string_view, 1> aliases{"BM_STRESS_NG_HddWriteNF_1MB_BurstScaled"};
    return {.name = "disk-write-1m-burst",
            .stressorClass = Class::Disk,
            .accounting = Accounting::ElapsedTime,
            .loads = "Disk writes as fast as the page cache takes them, in blocks of the fraction of 1 MiB.",
            .aliases = aliases,
            .response =
                "Disk writes flatten at a low fraction already: the page cache takes them faster than the disk, "
                "and what they overwrite before it was written back never gets there.",
            .demand = diskDemand,
            .unavailable = whyNoDisk,
            .prepare = prepareBurst};
}

Card diskWrite1m50msCard() {
    static constexpr std::array<std::string_view, 1> aliases{"BM_STRESS_NG_HddWriteNF_1MB_WeightScaled_50ms"};
    return {.name = "disk-write-1m-50ms",
            .stressorClass = Class::Disk,
            .accounting = Accounting::ElapsedTime,
            .loads = "Disk writes through the page cache at a middle rate: 1 MiB every 50 ms of its time.",
            .aliases = aliases,
            .demand = diskDemand,
            .unavailable = whyNoDisk,
            .prepare = prepareCached<Pace::blockEvery(kMiB, 0.050, kDiskPart)>};
}

Card diskWrite1m25msCard() {
    static constexpr std::array<std::string_view, 1> aliases{"BM_STRESS_NG_HddWriteNF_1MB_WeightScaled_25ms"};
    return {.name = "disk-write-1m-25ms",
            .stressorClass = Class::Disk,
            .accounting = Accounting::ElapsedTime,
            .loads = "Disk writes through the page cache at a higher rate: 1 MiB every 25 ms of its time.",
            .aliases = aliases,
            .demand = diskDemand,
            .unavailable = whyNoDisk,
            .prepare = prepareCached<Pace::blockEvery(kMiB, 0.025, kDiskPart)>};
}

Card diskWrite256k500msCard() {
    static constexpr std::array<std::string_view, 1> aliases{"BM_STRESS_NG_HddWriteNF_256KB_WeightScaled_500ms"};
    return {.name = "disk-write-256k-500ms",
            .stressorClass = Class::Disk,
            .accounting = Accounting::ElapsedTime,
            .loads = "Disk writes through the page cache at a low rate: 256 KiB every 500 ms of its time.",
            .aliases = aliases,
            .demand = diskDemand,
            .unavailable = whyNoDisk,
            .prepare = prepareCached<Pace::blockEvery(256 * kKiB, 0.500, kDiskPart)>};
}

}  // namespace mimesys::stressor
