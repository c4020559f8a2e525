// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "stressor/cards.h"
#include "stressor/diskpaced.h"

namespace mimesys::stressor {
namespace {

class DiskReadPaced final : public Body {
public:
    DiskReadPaced(ScratchFile file, Buffer buffer) : m_file(std::move(file)), m_buffer(std::move(buffer)) {}

    void run(Interrupt& interrupt) override {
        m_pacer.run(interrupt, [this](std::size_t bytes) { return readNext(bytes); });
    }

private:
    bool readNext(std::size_t bytes) {
        while (bytes > 0) {
            const std::size_t part = beforeEnd(bytes, m_offset);
            if (!m_file.read({m_buffer.data(), part}, m_offset)) {
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
};

}  // namespace

Card diskReadPacedCard() {
    return {.name = "disk-read-paced",
            .stressorClass = Class::Disk,
            .accounting = Accounting::ElapsedTime,
            .loads = "Disk reads past the page cache: 100 MB/s per CPU at a fraction of 1, proportional below.",
            .demand = diskDemand,
            .unavailable = whyNoDisk,
            .prepare = prepareDisk<DiskReadPaced>};
}

}  // namespace mimesys::stressor
