// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/filelock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace mimesys {

Expected<FileLock> FileLock::tryLock(const std::filesystem::path& file) {
    std::filesystem::path sibling = file;
    sibling.replace_filename("." + file.filename().string() + ".lock");
    for (;;) {
        const int descriptor = ::open(sibling.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
        if (descriptor < 0) {
            return FileLock({}, -1);
        }
        if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
            const int error = errno;
            ::close(descriptor);
            if (error != EWOULDBLOCK) {
                return FileLock({}, -1);
            }
            return failed("Another process is writing this file; wait for its end or name another file.",
                          file.string());
        }
        // The one who had it before may have removed the sibling since it was opened.
        struct stat opened = {};
        struct stat there = {};
        if (::fstat(descriptor, &opened) == 0 && ::stat(sibling.c_str(), &there) == 0 &&
            opened.st_ino == there.st_ino && opened.st_dev == there.st_dev) {
            return FileLock(sibling, descriptor);
        }
        ::close(descriptor);
    }
}

FileLock::~FileLock() {
    if (m_descriptor >= 0) {
        ::unlink(m_sibling.c_str());
        ::close(m_descriptor);
    }
}

}  // namespace mimesys
