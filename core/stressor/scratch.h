// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>

namespace mimesys::stressor {

// Empty when files in this folder live on a disk and can be made here, else one sentence why not.
[[nodiscard]] std::string whyNoScratch(const std::filesystem::path& folder);
// Bytes an unprivileged process may still write below this folder; negative when unknown.
[[nodiscard]] std::int64_t freeBytes(const std::filesystem::path& folder);

// A file without a name: it is gone as soon as the process is, however that ends. Filled with incompressible bytes at
// creation, because extents that were never written are answered without asking the disk, and because disks that
// compress or deduplicate would otherwise do less work than the workload means. Reads and writes pass the page cache
// by (O_DIRECT); where a file system cannot do that they are followed to the disk by other means.
class ScratchFile {
public:
    // Cached: through the page cache, of which a read first drops what it is about to read; no reading ahead.
    enum class Access { Direct, Cached };
    [[nodiscard]] static Expected<ScratchFile> create(const std::filesystem::path& folder, std::size_t bytes,
                                                      std::uint64_t seed, Access access = Access::Direct);
    ScratchFile(ScratchFile&& other) noexcept;
    ScratchFile& operator=(ScratchFile&&) = delete;
    ~ScratchFile();

    // Whole blocks of kBlock bytes at a multiple of it, into or from memory aligned likewise. False when the disk
    // refuses.
    static constexpr std::size_t kBlock = 4096;
    bool read(std::span<std::byte> target, std::size_t offset);
    bool write(std::span<const std::byte> source, std::size_t offset);
    // Into the page cache, with write-back begun and not waited for.
    bool writeBack(std::span<const std::byte> source, std::size_t offset);
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] int descriptor() const { return m_descriptor; }  // for other system calls; stays this file's

private:
    ScratchFile(int descriptor, std::size_t size) : m_descriptor(descriptor), m_size(size) {}
    [[nodiscard]] Expected<void> fill(const std::filesystem::path& folder, std::uint64_t seed);
    void leaveDirect();

    int m_descriptor = -1;
    std::size_t m_size = 0;
    bool m_direct = false;
};

}  // namespace mimesys::stressor
