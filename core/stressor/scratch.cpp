// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "stressor/scratch.h"

#include "base/random.h"
#include "stressor/workingset.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <linux/magic.h>
#include <sys/statfs.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace mimesys::stressor {
namespace {

constexpr std::size_t kFillBytes = 1 << 20;

bool livesInMemory(const struct statfs& system) {
    return system.f_type == TMPFS_MAGIC || system.f_type == RAMFS_MAGIC || system.f_type == HUGETLBFS_MAGIC;
}

int openUnnamed(const std::filesystem::path& folder) {
    const int unnamed = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (unnamed >= 0 || (errno != EOPNOTSUPP && errno != EISDIR && errno != EINVAL)) {
        return unnamed;
    }
    // A file system without unnamed files: the name lives for an instant.
    std::string pattern = (folder / ".mimesys-scratch.XXXXXX").string();
    const int named = ::mkostemp(pattern.data(), O_CLOEXEC);
    if (named >= 0) {
        ::unlink(pattern.c_str());
    }
    return named;
}

bool setDirect(int descriptor) {
    const int flags = ::fcntl(descriptor, F_GETFL);
    return flags >= 0 && ::fcntl(descriptor, F_SETFL, flags | O_DIRECT) == 0;
}

// Whole transfers; a short one is continued, anything else is a refusal.
template <typename Call, typename Byte>
bool transfer(Call call, int descriptor, std::span<Byte> bytes, std::size_t offset) {
    while (!bytes.empty()) {
        const ssize_t done = call(descriptor, bytes.data(), bytes.size(), static_cast<off_t>(offset));
        if (done < 0 && errno == EINTR) {
            continue;
        }
        if (done <= 0) {
            return false;
        }
        bytes = bytes.subspan(static_cast<std::size_t>(done));
        offset += static_cast<std::size_t>(done);
    }
    return true;
}

}  // namespace

std::string whyNoScratch(const std::filesystem::path& folder) {
    struct statfs system {};
    if (folder.empty() || ::statfs(folder.c_str(), &system) != 0) {
        return fmt::format("The scratch folder {} does not exist; name one with --scratch-dir.", folder.string());
    }
    if (livesInMemory(system)) {
        return fmt::format("The scratch folder {} is kept in memory; name one on a disk with --scratch-dir.",
                           folder.string());
    }
    const int probe = openUnnamed(folder);
    if (probe < 0) {
        return fmt::format("No file can be made in the scratch folder {} ({}); name another with --scratch-dir.",
                           folder.string(), std::strerror(errno));
    }
    ::close(probe);
    return {};
}

std::int64_t freeBytes(const std::filesystem::path& folder) {
    struct statvfs system {};
    if (::statvfs(folder.c_str(), &system) != 0) {
        return -1;
    }
    return static_cast<std::int64_t>(system.f_bavail) * static_cast<std::int64_t>(system.f_frsize);
}

Expected<ScratchFile> ScratchFile::create(const std::filesystem::path& folder, std::size_t bytes, std::uint64_t seed,
                                          Access access) {
    const int descriptor = openUnnamed(folder);
    if (descriptor < 0) {
        return failed(fmt::format("A scratch file cannot be made ({}); name another folder with --scratch-dir.",
                                  std::strerror(errno)),
                      folder.string());
    }
    ScratchFile file(descriptor, bytes);
    if (Expected<void> filled = file.fill(folder, seed); !filled) {
        return tl::unexpected(filled.error());
    }
    if (access == Access::Cached) {
        file.leaveDirect();
        ::posix_fadvise(descriptor, 0, 0, POSIX_FADV_RANDOM);
    }
    return file;
}

ScratchFile::ScratchFile(ScratchFile&& other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1)), m_size(other.m_size), m_direct(other.m_direct) {}

ScratchFile::~ScratchFile() {
    if (m_descriptor >= 0) {
        ::close(m_descriptor);
    }
}

Expected<void> ScratchFile::fill(const std::filesystem::path& folder, std::uint64_t seed) {
    Expected<Buffer> block = Buffer::allocate(kFillBytes);
    if (!block) {
        return tl::unexpected(block.error());
    }
    m_direct = setDirect(m_descriptor);
    Random random(seed);
    for (std::size_t offset = 0; offset < m_size; offset += kFillBytes) {
        std::ranges::generate(block->as<std::uint64_t>(), [&] { return random.next(); });
        const std::span<const std::byte> part(block->data(), std::min(kFillBytes, m_size - offset));
        bool written = transfer(::pwrite, m_descriptor, part, offset);
        if (!written && m_direct && errno == EINVAL) {  // direct access was promised but is not kept here
            leaveDirect();
            written = transfer(::pwrite, m_descriptor, part, offset);
        }
        if (!written) {
            return failed(fmt::format("The scratch file cannot be written ({}); free some space or name another "
                                      "folder with --scratch-dir.",
                                      std::strerror(errno)),
                          folder.string());
        }
    }
    if (::fsync(m_descriptor) != 0) {
        return failed(fmt::format("The scratch file cannot be written ({}).", std::strerror(errno)), folder.string());
    }
    ::posix_fadvise(m_descriptor, 0, 0, POSIX_FADV_DONTNEED);
    return {};
}

void ScratchFile::leaveDirect() {
    m_direct = false;
    ::fcntl(m_descriptor, F_SETFL, ::fcntl(m_descriptor, F_GETFL) & ~O_DIRECT);
}

bool ScratchFile::read(std::span<std::byte> target, std::size_t offset) {
    if (!m_direct) {
        ::posix_fadvise(m_descriptor, static_cast<off_t>(offset), static_cast<off_t>(target.size()),
                        POSIX_FADV_DONTNEED);
    }
    return transfer(::pread, m_descriptor, target, offset);
}

bool ScratchFile::write(std::span<const std::byte> source, std::size_t offset) {
    if (!transfer(::pwrite, m_descriptor, source, offset)) {
        return false;
    }
    if (!m_direct) {
        constexpr unsigned int kThrough =
            SYNC_FILE_RANGE_WAIT_BEFORE | SYNC_FILE_RANGE_WRITE | SYNC_FILE_RANGE_WAIT_AFTER;
        ::sync_file_range(m_descriptor, static_cast<off_t>(offset), static_cast<off_t>(source.size()), kThrough);
    }
    return true;
}

bool ScratchFile::writeBack(std::span<const std::byte> source, std::size_t offset) {
    return transfer(::pwrite, m_descriptor, source, offset) &&
           ::sync_file_range(m_descriptor, static_cast<off_t>(offset), static_cast<off_t>(source.size()),
                             SYNC_FILE_RANGE_WRITE) == 0;
}

}  // namespace mimesys::stressor
