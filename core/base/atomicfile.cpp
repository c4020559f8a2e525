// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/atomicfile.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <utility>

namespace mimesys {
namespace {

tl::unexpected<Error> writeError(const std::filesystem::path& target, int error) {
    return failed(fmt::format("The file cannot be written ({}).", std::strerror(error)), target.string());
}

std::filesystem::path folderOf(const std::filesystem::path& target) {
    return target.has_parent_path() ? target.parent_path() : std::filesystem::path(".");
}

// A hidden sibling's name; mkstemp puts its six letters before ".part".
std::string temporaryPattern(const std::filesystem::path& target) {
    return (folderOf(target) / fmt::format(".{}.XXXXXX.part", target.filename().string())).string();
}
constexpr int kPartSuffixLength = 5;

mode_t currentUmask() {
    // Read by setting it; there is no other portable way. Called before any writer thread creates files of its own.
    const mode_t mask = ::umask(022);
    ::umask(mask);
    return mask;
}

}  // namespace

AtomicFile::AtomicFile(std::filesystem::path target, int descriptor, std::filesystem::path temporary)
    : m_target(std::move(target)), m_descriptor(descriptor), m_temporary(std::move(temporary)) {}

AtomicFile::AtomicFile(AtomicFile&& other) noexcept
    : m_target(std::move(other.m_target)),
      m_descriptor(std::exchange(other.m_descriptor, -1)),
      m_temporary(std::exchange(other.m_temporary, {})) {}

AtomicFile& AtomicFile::operator=(AtomicFile&& other) noexcept {
    if (this != &other) {
        discard();
        m_target = std::move(other.m_target);
        m_descriptor = std::exchange(other.m_descriptor, -1);
        m_temporary = std::exchange(other.m_temporary, {});
    }
    return *this;
}

AtomicFile::~AtomicFile() {
    discard();
}

void AtomicFile::discard() {
    if (m_descriptor >= 0) {
        ::close(std::exchange(m_descriptor, -1));
    }
    if (!m_temporary.empty()) {
        ::unlink(m_temporary.c_str());
        m_temporary.clear();
    }
}

Expected<AtomicFile> AtomicFile::create(const std::filesystem::path& target) {
    std::error_code ignored;
    if (target.empty() || target.filename().empty() || std::filesystem::is_directory(target, ignored)) {
        return badInput("The output is a folder; name a file in it.", target.string());
    }
    // Through a link the file it points to is replaced, not the link.
    std::filesystem::path resolved = target;
    if (std::filesystem::is_symlink(target, ignored)) {
        resolved = std::filesystem::weakly_canonical(target, ignored);
        if (ignored) {
            resolved = target;
        }
    }
    if (std::filesystem::exists(resolved, ignored) && !std::filesystem::is_regular_file(resolved, ignored)) {
        return badInput("The output is not a regular file; name another one.", target.string());
    }
    const int unnamed = ::open(folderOf(resolved).c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (unnamed >= 0) {
        return AtomicFile(resolved, unnamed, {});
    }
    if (errno == ENOENT || errno == ENOTDIR) {
        return badInput(fmt::format("There is no folder {}; create it first.", folderOf(resolved).string()),
                        target.string());
    }
    if (errno != EOPNOTSUPP && errno != EISDIR && errno != EINVAL) {
        return writeError(target, errno);
    }
    std::string pattern = temporaryPattern(resolved);
    const int named = ::mkostemps(pattern.data(), kPartSuffixLength, O_CLOEXEC);
    if (named < 0) {
        return writeError(target, errno);
    }
    return AtomicFile(resolved, named, pattern);
}

Expected<void> AtomicFile::write(std::span<const std::byte> bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(m_descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written < 0) {
            return writeError(m_target, errno);
        }
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    return {};
}

Expected<void> AtomicFile::write(std::string_view text) {
    return write(std::as_bytes(std::span(text)));
}

std::string AtomicFile::openablePath() const {
    return fmt::format("/proc/self/fd/{}", m_descriptor);
}

Expected<void> AtomicFile::commit(Mode mode) {
    const mode_t wanted = mode == Mode::Executable ? 0777 : 0666;
    ::fchmod(m_descriptor, wanted & ~currentUmask());
    if (::fsync(m_descriptor) != 0 && errno != EINVAL) {
        return writeError(m_target, errno);
    }
    if (m_temporary.empty()) {
        // linkat() does not replace: a first file is linked in place, a later one over a name that lives for an
        // instant.
        const std::string source = openablePath();
        if (::linkat(AT_FDCWD, source.c_str(), AT_FDCWD, m_target.c_str(), AT_SYMLINK_FOLLOW) == 0) {
            discard();
            return {};
        }
        if (errno != EEXIST) {
            return writeError(m_target, errno);
        }
        for (int attempt = 0; attempt < 100; ++attempt) {
            const std::filesystem::path name =
                folderOf(m_target) / fmt::format(".{}.{}.{}.part", m_target.filename().string(), ::getpid(), attempt);
            if (::linkat(AT_FDCWD, source.c_str(), AT_FDCWD, name.c_str(), AT_SYMLINK_FOLLOW) == 0) {
                m_temporary = name;
                break;
            }
            if (errno != EEXIST) {
                return writeError(m_target, errno);
            }
        }
        if (m_temporary.empty()) {
            return writeError(m_target, EEXIST);
        }
    }
    if (::rename(m_temporary.c_str(), m_target.c_str()) != 0) {
        return writeError(m_target, errno);
    }
    m_temporary.clear();
    discard();
    return {};
}

Expected<std::string> readFile(const std::filesystem::path& path, std::size_t limitBytes) {
    std::error_code error;
    if (std::filesystem::is_directory(path, error)) {
        return badInput("This is a folder; name a file in it.", path.string());
    }
    std::ifstream stream(path, std::ios::binary);
    if (!stream) {
        return badInput(fmt::format("The file cannot be opened ({}).", std::strerror(errno)), path.string());
    }
    std::string content;
    char block[1 << 16];
    while (stream.read(block, sizeof block), stream.gcount() > 0) {
        content.append(block, static_cast<std::size_t>(stream.gcount()));
        if (content.size() > limitBytes) {
            return badInput(fmt::format("The file is larger than {} bytes.", limitBytes), path.string());
        }
    }
    if (stream.bad()) {
        return failed(fmt::format("The file cannot be read ({}).", std::strerror(errno)), path.string());
    }
    return content;
}

Expected<void> writeFile(const std::filesystem::path& path, std::string_view text) {
    return AtomicFile::create(path).and_then(
        [&](AtomicFile file) { return file.write(text).and_then([&] { return file.commit(); }); });
}

}  // namespace mimesys
