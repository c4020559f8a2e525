// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/hdf5child.h"

#include "base/clock.h"
#include "base/hdf5library.h"
#include "base/memory.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <exception>
#include <memory>
#include <new>
#include <string>
#include <vector>

namespace mimesys::hdf5 {
namespace {

enum Outcome : int { kRead = 0, kRefused = 1, kBroken = 2, kNoMemory = 3 };

// After so much CPU time a child is taken to be in an endless loop, after so much time to wait for something that does
// not come.
struct Limits {
    rlim_t cpuSeconds = 0;
    std::int64_t nanoseconds = 0;
};

Limits limitsFor(const std::filesystem::path& path) {
    constexpr std::uintmax_t kSlowestBytesPerCpuSecond = 1'000'000;  // packed ones become a hundred times as many
    constexpr std::uintmax_t kSlowestBytesPerSecond = 500'000;
    std::error_code error;
    const std::uintmax_t bytes = std::filesystem::file_size(path, error);
    const std::uintmax_t known = error ? 0 : bytes;
    return {.cpuSeconds = 10 + known / kSlowestBytesPerCpuSecond,
            .nanoseconds = (30 + static_cast<std::int64_t>(known / kSlowestBytesPerSecond)) * kNanosecondsPerSecond};
}

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

// What a child left in the file both share, mapped rather than copied.
class Result {
public:
    explicit Result(int file) {
        struct stat information {};
        if (::fstat(file, &information) != 0 || information.st_size <= 0) {
            return;
        }
        m_size = static_cast<std::size_t>(information.st_size);
        m_memory = ::mmap(nullptr, m_size, PROT_READ, MAP_PRIVATE, file, 0);
    }
    ~Result() {
        if (m_memory != MAP_FAILED) {
            ::munmap(m_memory, m_size);
        }
    }
    Result(const Result&) = delete;
    Result& operator=(const Result&) = delete;

    [[nodiscard]] std::span<const std::byte> bytes() const {
        return m_memory == MAP_FAILED ? std::span<const std::byte>()
                                      : std::span(static_cast<const std::byte*>(m_memory), m_size);
    }

private:
    void* m_memory = MAP_FAILED;
    std::size_t m_size = 0;
};

std::vector<std::byte> packed(const Error& error) {
    const auto cbor = nlohmann::json::to_cbor(
        {{"code", static_cast<int>(error.code)}, {"message", error.message}, {"place", error.place}});
    std::vector<std::byte> bytes(cbor.size());
    std::memcpy(bytes.data(), cbor.data(), cbor.size());
    return bytes;
}

Error unpacked(std::span<const std::byte> bytes, const Error& otherwise) {
    try {
        const auto json = nlohmann::json::from_cbor(bytes.begin(), bytes.end());
        return {.code = static_cast<ErrorCode>(json.at("code").get<int>()),
                .message = json.at("message").get<std::string>(),
                .place = json.at("place").get<std::string>()};
    } catch (const nlohmann::json::exception&) {
        return otherwise;
    }
}

// A file may ask the library for more than the machine has. Sanitizers reserve most of the address space themselves.
void limitMemory() {
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    constexpr rlim_t kLeast = rlim_t{1} << 30;
    unsigned long pages = 0;
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen("/proc/self/statm", "re"), std::fclose);
    if (!file || std::fscanf(file.get(), "%lu", &pages) != 1) {
        return;
    }
    const rlim_t now = static_cast<rlim_t>(pages) * static_cast<rlim_t>(::sysconf(_SC_PAGESIZE));
    rlimit limit{};
    if (::getrlimit(RLIMIT_AS, &limit) == 0) {
        const rlim_t most = now + std::max(kLeast, static_cast<rlim_t>(availableMemoryBytes() / 4 * 3));
        limit.rlim_cur = std::min({limit.rlim_cur, limit.rlim_max, most});
        ::setrlimit(RLIMIT_AS, &limit);
    }
#endif
}

// In the child. Nothing of it is to be seen: no core file, no message of a library that gives up.
[[noreturn]] void readAndEnd(int target, const Limits& limits, pid_t parent,
                             const std::function<Expected<void>(const Sink&)>& read) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != parent) {
        ::_exit(kBroken);  // it was gone before it could be watched
    }
    const rlimit noCore{0, 0};
    ::setrlimit(RLIMIT_CORE, &noCore);
    const rlimit cpu{limits.cpuSeconds, limits.cpuSeconds};
    ::setrlimit(RLIMIT_CPU, &cpu);
    limitMemory();
    const int null = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
    ::dup2(null, STDERR_FILENO);
    Outcome outcome = kBroken;
    try {
        bool kept = true;
        const auto result =
            read([&](std::span<const std::byte> bytes) { return kept = kept && writeAll(target, bytes); });
        if (!kept) {
            outcome = kNoMemory;
        } else if (result) {
            outcome = kRead;
        } else if (::ftruncate(target, 0) == 0 && ::lseek(target, 0, SEEK_SET) == 0 &&
                   writeAll(target, packed(result.error()))) {
            outcome = kRefused;
        }
    } catch (const std::bad_alloc&) {
        outcome = kNoMemory;
    } catch (const std::exception&) {
    }
    ::_exit(outcome);
}

// How the child ended; it is ended when it takes too long.
Outcome waitFor(pid_t child, const Limits& limits) {
    const std::int64_t deadline = monotonicNs() + limits.nanoseconds;
    std::int64_t pause = 100'000;
    for (;;) {
        int status = 0;
        const pid_t ended = ::waitpid(child, &status, WNOHANG);
        if (ended == child) {
            return WIFEXITED(status) ? static_cast<Outcome>(WEXITSTATUS(status)) : kBroken;
        }
        if (ended < 0 && errno != EINTR) {
            return kBroken;  // somebody ignores the end of children and so does not learn how they ended
        }
        const std::int64_t now = monotonicNs();
        if (now >= deadline) {
            ::kill(child, SIGKILL);
        }
        (void)sleepUntil(now + pause, {});
        pause = std::min<std::int64_t>(2 * pause, 5'000'000);
    }
}

// AddressSanitizer's allocator is copied as it is, with a lock that another thread may have held, and the child then
// waits for it until its time is over; that of the C library is made ready for fork().
#if defined(__SANITIZE_ADDRESS__)
constexpr int kTries = 2;
#else
constexpr int kTries = 1;
#endif

// In a child of its own, whose results are all there is in the target.
Expected<Outcome> readOnce(const std::filesystem::path& path, int target, const Limits& limits,
                           const std::function<Expected<void>(const Sink&)>& read) {
    const pid_t parent = ::getpid();
    pid_t child = -1;
    if (target >= 0 && ::ftruncate(target, 0) == 0 && ::lseek(target, 0, SEEK_SET) == 0) {
        // No other thread is in the library while this process is copied; the child opens its copy of the lock too.
        const std::lock_guard lock(libraryMutex());
        child = ::fork();
    }
    if (child == 0) {
        readAndEnd(target, limits, parent, read);
    }
    if (child < 0) {
        return failed(fmt::format("No process can be started to read the file ({}).", std::strerror(errno)),
                      path.string());
    }
    return waitFor(child, limits);
}

}  // namespace

std::mutex& libraryMutex() {
    static std::mutex mutex;
    return mutex;
}

Expected<void> readInChild(const std::filesystem::path& path, const std::function<Expected<void>(const Sink&)>& read,
                           const std::function<Expected<void>(std::span<const std::byte>)>& take) {
    const Descriptor target(::memfd_create("mimesys-hdf5", MFD_CLOEXEC));
    const Limits limits = limitsFor(path);
    Expected<Outcome> outcome = kBroken;
    for (int tries = 0; tries < kTries && outcome && *outcome == kBroken; ++tries) {
        outcome = readOnce(path, target.get(), limits, read);
    }
    if (!outcome) {
        return tl::unexpected(outcome.error());
    }
    const Error damaged{ErrorCode::BadInput, "The HDF5 file is damaged.", path.string()};
    const Result result(target.get());
    switch (*outcome) {
        case kRead:
            return take(result.bytes());
        case kRefused:
            return tl::unexpected(unpacked(result.bytes(), damaged));
        case kNoMemory:
            return failed("There is not enough memory to read the file.", path.string());
        case kBroken:
            break;
    }
    return tl::unexpected(damaged);
}

}  // namespace mimesys::hdf5
