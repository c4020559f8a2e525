// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/pathlock.h"

#include <fmt/format.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstddef>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace mimesys {

Expected<PathLock> PathLock::tryLock(const std::filesystem::path& file) {
    const std::filesystem::path folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
    struct stat where = {};
    if (::stat(folder.c_str(), &where) != 0) {
        return PathLock(-1);
    }
    const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (socket < 0) {
        return PathLock(-1);
    }
    const std::string filename = file.filename().string();
    const std::string name = fmt::format("mimesys-{:x}-{:x}-{:016x}", where.st_dev, where.st_ino,
                                         XXH3_64bits(filename.data(), filename.size()));
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    // A name that begins with a null byte is abstract.
    const std::size_t length = std::min(name.size(), sizeof(address.sun_path) - 1);
    std::copy_n(name.data(), length, address.sun_path + 1);
    const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + 1 + length);
    if (::bind(socket, reinterpret_cast<const sockaddr*>(&address), size) == 0) {
        return PathLock(socket);
    }
    const int error = errno;
    ::close(socket);
    if (error != EADDRINUSE) {
        return PathLock(-1);
    }
    return failed("Another process is writing this file; wait for its end or name another file.", file.string());
}

PathLock::~PathLock() {
    if (m_socket >= 0) {
        ::close(m_socket);
    }
}

}  // namespace mimesys
