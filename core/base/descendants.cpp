// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/descendants.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace mimesys {
namespace {

// The most processes Linux can have; memory that is not touched costs nothing.
constexpr std::size_t kMostProcesses = std::size_t{1} << 22U;

// Of getdents64(2), which has no declaration.
struct DirectoryEntry {
    std::uint64_t inode;
    std::int64_t offset;
    std::uint16_t length;
    std::uint8_t type;
};
constexpr std::size_t kNameOffset = offsetof(DirectoryEntry, type) + 1;

pid_t numberIn(std::string_view text) {
    pid_t number = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), number);
    return parsed.ec == std::errc{} && parsed.ptr == text.data() + text.size() ? number : 0;
}

// From "pid (name) state ppid …"; the name may hold anything, even ')'. 0 for one that has gone.
pid_t parentOf(std::string_view pid) {
    constexpr std::string_view kBefore = "/proc/";
    constexpr std::string_view kBehind = "/stat";
    std::array<char, 64> path{};
    char* end = std::ranges::copy(kBefore, path.data()).out;
    end = std::ranges::copy(pid, end).out;
    std::ranges::copy(kBehind, end);
    const int file = ::open(path.data(), O_RDONLY | O_CLOEXEC);
    if (file < 0) {
        return 0;
    }
    std::array<char, 512> line{};
    const ssize_t count = ::read(file, line.data(), line.size());
    ::close(file);
    const std::string_view text(line.data(), static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
    const std::size_t name = text.rfind(')');
    pid_t parent = 0;
    if (name != std::string_view::npos && name + 4 < text.size()) {
        std::from_chars(text.data() + name + 4, text.data() + text.size(), parent);
    }
    return parent;
}

}  // namespace

Descendants::Descendants() : m_bytes(kMostProcesses * (sizeof(Entry) + sizeof(pid_t))) {
    void* memory = ::mmap(nullptr, m_bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (memory != MAP_FAILED) {
        m_entries = static_cast<Entry*>(memory);
        m_found = reinterpret_cast<pid_t*>(m_entries + kMostProcesses);
    }
}

Descendants::~Descendants() {
    if (m_entries != nullptr) {
        ::munmap(m_entries, m_bytes);
    }
}

void Descendants::readAll() {
    m_entryCount = 0;
    const int folder = ::open("/proc", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0) {
        return;
    }
    alignas(DirectoryEntry) std::array<char, 16 * 1024> buffer;
    for (long count = 0; (count = ::syscall(SYS_getdents64, folder, buffer.data(), buffer.size())) > 0;) {
        for (std::size_t at = 0; at < static_cast<std::size_t>(count);) {
            std::uint16_t length = 0;
            std::memcpy(&length, buffer.data() + at + offsetof(DirectoryEntry, length), sizeof length);
            const std::string_view name(buffer.data() + at + kNameOffset);
            const pid_t pid = numberIn(name);
            if (pid > 0 && m_entryCount < kMostProcesses) {
                m_entries[m_entryCount++] = {pid, parentOf(name)};
            }
            at += length;
        }
    }
    ::close(folder);
}

bool Descendants::isFound(pid_t pid) const {
    return pid == ::getpid() || std::find(m_found, m_found + m_foundCount, pid) != m_found + m_foundCount;
}

std::span<const pid_t> Descendants::read() {
    m_foundCount = 0;
    if (m_entries == nullptr) {
        return {};
    }
    readAll();
    for (bool grew = true; grew;) {
        grew = false;
        for (const Entry& entry : std::span(m_entries, m_entryCount)) {
            if (isFound(entry.parent) && !isFound(entry.pid)) {
                m_found[m_foundCount++] = entry.pid;
                grew = true;
            }
        }
    }
    return {m_found, m_foundCount};
}

}  // namespace mimesys
