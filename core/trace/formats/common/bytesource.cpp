// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "trace/formats/common/bytesource.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <vector>

namespace mimesys::trace {
namespace {

constexpr std::size_t kPackedBlock = 256 * 1024;

bool hasGzipMagic(std::span<const char> bytes) {
    return bytes.size() >= 2 && bytes[0] == '\x1f' && bytes[1] == '\x8b';
}

}  // namespace

struct ByteSource::State {
    std::string place;
    int descriptor = -1;
    std::int64_t fileBytes = -1;
    std::int64_t bytesRead = 0;
    // What has been read from disk and not handed on: the first block of any file, every block of a packed one.
    std::vector<char> block;
    std::size_t position = 0;
    bool compressed = false;
    bool memberOpen = false;  // inside a gzip member
    z_stream inflater{};

    ~State() {
        if (compressed) {
            ::inflateEnd(&inflater);
        }
        if (descriptor >= 0) {
            ::close(descriptor);
        }
    }

    Expected<std::size_t> readDisk(std::span<char> target) {
        for (;;) {
            const ssize_t count = ::read(descriptor, target.data(), target.size());
            if (count >= 0) {
                bytesRead += count;
                return static_cast<std::size_t>(count);
            }
            if (errno != EINTR) {
                return badInput(fmt::format("The file cannot be read ({}).", std::strerror(errno)), place);
            }
        }
    }

    [[nodiscard]] std::size_t pending() const { return block.size() - position; }

    // Appends to the unread part of the block until it holds `wanted` bytes or the file ends.
    Expected<void> ensure(std::size_t wanted) {
        while (pending() < wanted) {
            block.erase(block.begin(), block.begin() + static_cast<std::ptrdiff_t>(position));
            position = 0;
            const std::size_t kept = block.size();
            block.resize(kPackedBlock);
            const auto count = readDisk(std::span(block).subspan(kept));
            block.resize(kept + count.value_or(0));
            if (!count) {
                return tl::unexpected(count.error());
            }
            if (*count == 0) {
                break;
            }
        }
        return {};
    }

    Expected<std::size_t> readPacked(std::span<char> target);
};

Expected<std::size_t> ByteSource::State::readPacked(std::span<char> target) {
    std::size_t produced = 0;
    while (produced == 0) {
        // Two bytes decide whether another member follows (rotated logs are often concatenated).
        if (const auto ready = ensure(memberOpen ? 1 : 2); !ready) {
            return tl::unexpected(ready.error());
        }
        if (!memberOpen) {
            const auto rest = std::span<const char>(block).subspan(position);
            if (std::ranges::all_of(rest, [](char c) { return c == '\0'; })) {
                return 0;  // the end, or the zero padding of tapes
            }
            if (!hasGzipMagic(rest)) {
                return badInput("The file goes on with something else after its gzip data; unpack it by hand.", place);
            }
            ::inflateReset(&inflater);
            memberOpen = true;
        }
        if (pending() == 0) {
            return badInput("The gzip data end too early: the file is truncated; get a complete copy.", place);
        }
        inflater.next_in = reinterpret_cast<Bytef*>(block.data() + position);
        inflater.avail_in = static_cast<uInt>(pending());
        inflater.next_out = reinterpret_cast<Bytef*>(target.data());
        inflater.avail_out = static_cast<uInt>(std::min<std::size_t>(target.size(), 1U << 30U));
        const uInt room = inflater.avail_out;
        const int status = ::inflate(&inflater, Z_NO_FLUSH);
        position = block.size() - inflater.avail_in;
        produced = room - inflater.avail_out;
        if (status == Z_STREAM_END) {
            memberOpen = false;
        } else if (status != Z_OK && !(status == Z_BUF_ERROR && inflater.avail_in == 0)) {
            return badInput("The gzip data are damaged; get a complete copy of the file.", place);
        }
    }
    return produced;
}

ByteSource::ByteSource(std::unique_ptr<State> state) : m_state(std::move(state)) {}
ByteSource::ByteSource(ByteSource&&) noexcept = default;
ByteSource& ByteSource::operator=(ByteSource&&) noexcept = default;
ByteSource::~ByteSource() = default;

Expected<ByteSource> ByteSource::open(const std::filesystem::path& path) {
    auto state = std::make_unique<State>();
    state->place = path.string();
    state->descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (state->descriptor < 0) {
        return badInput(errno == ENOENT ? std::string("There is no such file.")
                                        : fmt::format("The file cannot be opened ({}).", std::strerror(errno)),
                        path.string());
    }
    struct stat status {};
    if (::fstat(state->descriptor, &status) == 0) {
        if (S_ISDIR(status.st_mode)) {
            return badInput("This is a folder, not a trace; name a file in it.", path.string());
        }
        if (S_ISREG(status.st_mode)) {
            state->fileBytes = status.st_size;
        }
    }
    if (const auto ready = state->ensure(2); !ready) {
        return tl::unexpected(ready.error());
    }
    if (hasGzipMagic(state->block)) {
        constexpr int kGzipOnly = 16 + MAX_WBITS;
        if (::inflateInit2(&state->inflater, kGzipOnly) != Z_OK) {
            return failed("The gzip data cannot be unpacked: not enough memory.", path.string());
        }
        state->compressed = true;
    }
    return ByteSource(std::move(state));
}

Expected<std::size_t> ByteSource::read(std::span<char> target) {
    if (m_state->compressed) {
        return m_state->readPacked(target);
    }
    if (m_state->pending() > 0) {
        const std::size_t count = std::min(target.size(), m_state->pending());
        std::memcpy(target.data(), m_state->block.data() + m_state->position, count);
        m_state->position += count;
        return count;
    }
    return m_state->readDisk(target);
}

bool ByteSource::isCompressed() const {
    return m_state->compressed;
}

double ByteSource::fractionRead() const {
    if (m_state->fileBytes <= 0) {
        return -1.0;
    }
    return std::min(1.0, static_cast<double>(m_state->bytesRead) / static_cast<double>(m_state->fileBytes));
}

}  // namespace mimesys::trace
