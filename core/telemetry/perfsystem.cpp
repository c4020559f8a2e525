// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "telemetry/perfsystem.h"

#include "base/clock.h"
#include "machine/sysfile.h"

#include <fmt/format.h>
#include <linux/perf_event.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>

namespace mimesys::telemetry {
namespace {

class KernelPerf final : public PerfSystem {
public:
    int open(const PerfEvent& event, int cpu, int leader) override {
        perf_event_attr attributes{};
        attributes.size = sizeof(attributes);
        attributes.type = event.type;
        attributes.config = event.config;
        attributes.config1 = event.config1;
        attributes.config2 = event.config2;
        attributes.read_format = PERF_FORMAT_GROUP | PERF_FORMAT_TOTAL_TIME_ENABLED | PERF_FORMAT_TOTAL_TIME_RUNNING;
        constexpr int kAllProcesses = -1;
        const long descriptor =
            ::syscall(SYS_perf_event_open, &attributes, kAllProcesses, cpu, leader, PERF_FLAG_FD_CLOEXEC);
        return descriptor < 0 ? -errno : static_cast<int>(descriptor);
    }

    int read(int descriptor, std::span<std::uint64_t> words) override {
        ssize_t bytes = 0;
        do {
            bytes = ::read(descriptor, words.data(), words.size_bytes());
        } while (bytes < 0 && errno == EINTR);
        return bytes < 0 ? -errno : static_cast<int>(static_cast<std::size_t>(bytes) / sizeof(std::uint64_t));
    }

    void close(int descriptor) override { ::close(descriptor); }

    bool makeRoom(std::size_t counters) override {
        rlimit limit{};
        if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) {
            return true;  // opening them will tell
        }
        const rlim_t needed = openFiles() + counters + kOtherFiles;
        if (limit.rlim_cur >= needed) {
            return true;
        }
        limit.rlim_cur = limit.rlim_max;
        return limit.rlim_max >= needed && ::setrlimit(RLIMIT_NOFILE, &limit) == 0;
    }

    void wait(std::int64_t ns) override { (void)sleepUntil(monotonicNs() + ns, {}); }

private:
    static std::size_t openFiles() {
        std::error_code error;
        std::size_t count = 0;
        for (std::filesystem::directory_iterator entry("/proc/self/fd", error), end; !error && entry != end;
             entry.increment(error)) {
            ++count;
        }
        return count;
    }
};

std::string permissionSentence(int error, std::string_view what, const Roots& roots) {
    // Counting all programs of a CPU needs a paranoia of at most 0, or CAP_PERFMON (CAP_SYS_ADMIN before Linux 5.8).
    const auto paranoia = machine::readInteger(roots.proc / "sys/kernel/perf_event_paranoid");
    if (paranoia && *paranoia > 0) {
        return fmt::format(
            "Counting {} needs the capability CAP_PERFMON, or kernel.perf_event_paranoid at 0 instead of {}: "
            "sudo sysctl kernel.perf_event_paranoid=0.",
            what, *paranoia);
    }
    return fmt::format(
        "The kernel does not let this program count {} ({}), as is usual inside containers: allow "
        "perf_event_open there or run outside.",
        what, std::strerror(error));
}

}  // namespace

std::shared_ptr<PerfSystem> kernelPerf() {
    return std::make_shared<KernelPerf>();
}

std::shared_ptr<PerfSystem> perfOf(const Roots& roots) {
    return roots.perf ? roots.perf : kernelPerf();
}

std::string perfStarvation(std::string_view what, const Roots& roots) {
    if (machine::readInteger(roots.proc / "sys/kernel/nmi_watchdog").value_or(0) > 0) {
        return fmt::format(
            "Counting {} gets no registers while the kernel's NMI watchdog holds one of them: sudo sysctl "
            "kernel.nmi_watchdog=0.",
            what);
    }
    return fmt::format("Counting {} gets no registers: other programs hold them all the time.", what);
}

std::string perfRefusal(int error, std::string_view what, const Roots& roots) {
    switch (error) {
        case EACCES:
        case EPERM:
            return permissionSentence(error, what, roots);
        case EMFILE:
            return fmt::format(
                "Counting {} needs more open files than this process may have: raise the hard limit "
                "(ulimit -Hn).",
                what);
        case ENFILE:
            return fmt::format("Counting {} needs more open files than this machine has left (fs.file-max).", what);
        case ENOSYS:
            return fmt::format("The kernel was built without perf events, so that {} cannot be counted.", what);
        case ENOENT:
        case EOPNOTSUPP:
        case EINVAL:
            return fmt::format("The hardware or its hypervisor does not count {} ({}).", what, std::strerror(error));
        case EBUSY:
            return fmt::format("Another program has reserved the counters of {}.", what);
        case ENODEV:
            return fmt::format("No CPU that is online counts {}.", what);
        default:
            return fmt::format("The kernel refuses to count {} ({}).", what, std::strerror(error));
    }
}

}  // namespace mimesys::telemetry
