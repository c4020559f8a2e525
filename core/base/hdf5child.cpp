// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/hdf5child.h"

#include "base/hdf5library.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <exception>
#include <span>
#include <utility>

namespace mimesys::hdf5 {
namespace {

// CPU time after which a child is taken to be in an endless loop.
rlim_t mostCpuSeconds(const std::filesystem::path& path) {
    constexpr rlim_t kShortest = 10;
    constexpr std::uintmax_t kSlowestBytesPerSecond = 10'000'000;
    std::error_code error;
    const std::uintmax_t bytes = std::filesystem::file_size(path, error);
    return kShortest + (error ? 0 : bytes / kSlowestBytesPerSecond);
}

enum Outcome : int { kRead = 0, kRefused = 1, kBroken = 2 };

class Descriptor {
public:
    explicit Descriptor(int descriptor) : m_descriptor(descriptor) {}
    ~Descriptor() {
        if (m_descriptor >= 0) {
            ::close(m_descriptor);
        }
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int get() const { return m_descriptor; }

private:
    int m_descriptor;
};

bool writeAll(int file, std::span<const std::byte> bytes) {
    while (!bytes.empty()) {
        const ssize_t done = ::write(file, bytes.data(), bytes.size());
        if (done < 0 && errno == EINTR) {
            continue;
        }
        if (done <= 0) {
            return false;
        }
        bytes = bytes.subspan(static_cast<std::size_t>(done));
    }
    return true;
}

std::vector<std::byte> readAll(int file) {
    struct stat information {};
    if (::fstat(file, &information) != 0) {
        return {};
    }
    std::vector<std::byte> bytes(static_cast<std::size_t>(information.st_size));
    for (std::size_t done = 0; done < bytes.size();) {
        const ssize_t got = ::pread(file, bytes.data() + done, bytes.size() - done, static_cast<off_t>(done));
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got <= 0) {
            return {};
        }
        done += static_cast<std::size_t>(got);
    }
    return bytes;
}

std::vector<std::byte> packed(const Error& error) {
    const auto cbor = nlohmann::json::to_cbor(
        {{"code", static_cast<int>(error.code)}, {"message", error.message}, {"place", error.place}});
    std::vector<std::byte> bytes(cbor.size());
    std::memcpy(bytes.data(), cbor.data(), cbor.size());
    return bytes;
}

Error unpacked(std::span<const std::byte> bytes, const Error& otherwise) {
    const auto json = nlohmann::json::from_cbor(bytes.begin(), bytes.end(), true, false);
    if (!json.is_object()) {
        return otherwise;
    }
    return {.code = static_cast<ErrorCode>(json.value("code", static_cast<int>(ErrorCode::BadInput))),
            .message = json.value("message", otherwise.message),
            .place = json.value("place", otherwise.place)};
}

// In the child. Nothing of it is to be seen: no core file, no message of a library that gives up.
[[noreturn]] void readAndEnd(int target, rlim_t cpuSeconds,
                             const std::function<Expected<std::vector<std::byte>>()>& read) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    const rlimit noCore{0, 0};
    ::setrlimit(RLIMIT_CORE, &noCore);
    const rlimit cpu{cpuSeconds, cpuSeconds};
    ::setrlimit(RLIMIT_CPU, &cpu);
    const int null = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
    ::dup2(null, STDERR_FILENO);
    Outcome outcome = kBroken;
    try {
        const auto result = read();
        const std::vector<std::byte> bytes = result ? std::vector<std::byte>() : packed(result.error());
        if (writeAll(target, result ? std::span(*result) : std::span(bytes))) {
            outcome = result ? kRead : kRefused;
        }
    } catch (const std::exception&) {  // of memory, most likely
    }
    ::_exit(outcome);
}

}  // namespace

std::mutex& libraryMutex() {
    static std::mutex mutex;
    return mutex;
}

Expected<std::vector<std::byte>> readInChild(const std::filesystem::path& path,
                                             const std::function<Expected<std::vector<std::byte>>()>& read) {
    const Descriptor target(::memfd_create("mimesys-hdf5", MFD_CLOEXEC));
    const rlim_t cpuSeconds = mostCpuSeconds(path);
    pid_t child = -1;
    if (target.get() >= 0) {
        // No other thread is in the library while this process is copied; the child opens its copy of the lock too.
        const std::lock_guard lock(libraryMutex());
        child = ::fork();
    }
    if (child == 0) {
        readAndEnd(target.get(), cpuSeconds, read);
    }
    if (child < 0) {
        return failed(fmt::format("No process can be started to read the file ({}).", std::strerror(errno)),
                      path.string());
    }
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    const Error damaged{ErrorCode::BadInput, "The HDF5 file is damaged.", path.string()};
    const int outcome = WIFEXITED(status) ? WEXITSTATUS(status) : kBroken;
    if (outcome == kRead) {
        return readAll(target.get());
    }
    return tl::unexpected(outcome == kRefused ? unpacked(readAll(target.get()), damaged) : damaged);
}

}  // namespace mimesys::hdf5
