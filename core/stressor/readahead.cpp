// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "stressor/cards.h"
#include "stressor/diskbody.h"

#include <fcntl.h>

#include <array>

namespace mimesys::stressor {
namespace {

// Drops a part of its file from the page cache, asks the kernel to read it ahead, and reads the part asked for before
// meanwhile in small pieces: what a program does that knows what it will need.
class Readahead final : public Body {
public:
    explicit Readahead(DiskRing ring) : m_ring(std::move(ring)) {}

    void run(Interrupt& interrupt) override {
        runUnpaced(interrupt, m_punctuality, [this] { return prefetchNext() && consumeLast(); });
    }

private:
    static constexpr std::size_t kPiece = 64 * 1024;

    bool prefetchNext() {
        m_last = m_next;
        m_next = (m_next + kDiskPart) % m_ring.file.size();
        ::posix_fadvise(descriptor(), static_cast<off_t>(m_next), kDiskPart, POSIX_FADV_DONTNEED);
        return ::readahead(descriptor(), static_cast<off_t>(m_next), kDiskPart) == 0;
    }

    bool consumeLast() {
        for (std::size_t offset = m_last; offset < m_last + kDiskPart; offset += kPiece) {
            if (::pread(descriptor(), m_ring.buffer.data(), kPiece, static_cast<off_t>(offset)) < 0) {
                return false;
            }
        }
        return true;
    }

    [[nodiscard]] int descriptor() const { return m_ring.file.descriptor(); }

    DiskRing m_ring;
    Punctuality m_punctuality;
    std::size_t m_last = 0;
    std::size_t m_next = 0;
};

Expected<std::unique_ptr<Body>> prepare(const Preparation& preparation) {
    static_assert(kScratchFileBytes % kDiskPart == 0);
    Expected<DiskRing> ring = makeDiskRing(preparation, ScratchFile::Access::Cached);
    if (!ring) {
        return tl::unexpected(ring.error());
    }
    return std::make_unique<Readahead>(std::move(*ring));
}

}  // namespace

Card readaheadCard() {
    static constexpr std::array<std::string_view, 1> aliases{"Readahead"};
    return {
        .name = "readahead",
        .stressorClass = Class::Disk,
        .accounting = Accounting::ElapsedTime,
        .loads = "Disk reads ahead: readahead() of dropped parts of a file, and reads of 64 KiB behind it.",
        .aliases = aliases,
        .response = "Disk reads flatten when several CPUs run it: one alone may already ask for all the disk gives.",
        .demand = diskDemand,
        .unavailable = whyNoDisk,
        .prepare = prepare};
}

}  // namespace mimesys::stressor
