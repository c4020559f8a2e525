// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "stressor/cards.h"
#include "stressor/diskpaced.h"

namespace mimesys::stressor {
namespace {

class DiskWritePaced final : public Body {
public:
    DiskWritePaced(ScratchFile file, Buffer buffer) : m_file(std::move(file)), m_buffer(std::move(buffer)) {}

    void run(Interrupt& interrupt) override {
        m_pacer.run(interrupt, [this](std::size_t bytes) { return writeNext(bytes); });
    }

private:
    bool writeNext(std::size_t bytes) {
        // Every block differs from the last one at this place, for disks that look for duplicates.
        ++m_written;
        for (std::size_t page = 0; page < bytes; page += ScratchFile::kBlock) {
            std::memcpy(m_buffer.data() + page, &m_written, sizeof m_written);
        }
        while (bytes > 0) {
            const std::size_t part = beforeEnd(bytes, m_offset);
            if (!m_file.write({m_buffer.data(), part}, m_offset)) {
                return false;
            }
            m_offset = (m_offset + part) % kScratchFileBytes;
            bytes -= part;
        }
        return true;
    }

    ScratchFile m_file;
    Buffer m_buffer;
    Pacer m_pacer;
    std::size_t m_offset = 0;
    std::uint64_t m_written = 0;
};

}  // namespace

Card diskWritePacedCard() {
    return {.name = "disk-write-paced",
            .stressorClass = Class::Disk,
            .accounting = Accounting::ElapsedTime,
            .loads = "Disk writes past the page cache: 100 MB/s per CPU at a fraction of 1, proportional below.",
            .demand = diskDemand,
            .unavailable = whyNoDisk,
            .prepare = prepareDisk<DiskWritePaced>};
}

}  // namespace mimesys::stressor
