// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "release/payload.h"
#include "release/workload.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <new>

namespace mimesys::release {
namespace {

class File {
public:
    explicit File(const std::filesystem::path& path) : m_descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}
    ~File() {
        if (m_descriptor >= 0) {
            ::close(m_descriptor);
        }
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;

    [[nodiscard]] bool isOpen() const { return m_descriptor >= 0; }
    // Negative for what is no regular file.
    [[nodiscard]] std::int64_t size() const {
        struct stat status {};
        return ::fstat(m_descriptor, &status) == 0 && S_ISREG(status.st_mode) ? status.st_size : -1;
    }
    [[nodiscard]] bool read(std::span<std::byte> target, std::uint64_t offset) const {
        while (!target.empty()) {
            const ssize_t got = ::pread(m_descriptor, target.data(), target.size(), static_cast<off_t>(offset));
            if (got < 0 && errno == EINTR) {
                continue;
            }
            if (got <= 0) {
                return false;
            }
            target = target.subspan(static_cast<std::size_t>(got));
            offset += static_cast<std::uint64_t>(got);
        }
        return true;
    }

private:
    int m_descriptor;
};

Expected<Payload> readFrom(const File& file, const std::string& place) {
    const std::int64_t size = file.size();
    Trailer trailer{};
    if (size < static_cast<std::int64_t>(kTrailerBytes)) {
        return badInput("The file carries no workload or is cut off; export or fetch it again.", place);
    }
    const auto fileBytes = static_cast<std::uint64_t>(size);
    if (!file.read(trailer, fileBytes - kTrailerBytes)) {
        return failed("The file cannot be read.", place);
    }
    const Expected<Lengths> lengths = readTrailer(trailer, fileBytes, place);
    if (!lengths) {
        return tl::unexpected(lengths.error());
    }
    std::vector<std::byte> frame(lengths->payloadBytes);
    if (!file.read(frame, lengths->runnerBytes)) {
        return failed("The file cannot be read.", place);
    }
    if (!checksumMatches(trailer, frame)) {
        return badInput("The workload is damaged (its checksum differs); export or fetch it again.", place);
    }
    return decodePayload(frame, place);
}

}  // namespace

Expected<Payload> readPayload(const std::filesystem::path& workload) {
    const File file(workload);
    if (!file.isOpen()) {
        return badInput(fmt::format("The file cannot be opened ({}).", std::strerror(errno)), workload.string());
    }
    try {
        return readFrom(file, workload.string());
    } catch (const std::exception&) {  // of allocations
        return failed("There is not enough memory to read the workload.", workload.string());
    }
}

}  // namespace mimesys::release
