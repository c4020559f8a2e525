// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "stressor/cards.h"
#include "stressor/scratch.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/sendfile.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

namespace mimesys::stressor {
namespace {

constexpr std::size_t kFileBytes = 4 << 20;
constexpr std::size_t kPart = 64 * 1024;  // 3 to 30 µs
constexpr const char* kTarget = "/dev/null";

// Sends a file that the page cache holds to nowhere: the kernel's splicing without a disk's waits.
class Sendfile final : public Body {
public:
    Sendfile(ScratchFile file, int target) : m_file(std::move(file)), m_target(target) {}
    Sendfile(const Sendfile&) = delete;
    ~Sendfile() override { ::close(m_target); }

    void run(Interrupt& interrupt) override {
        while (!interrupt.due() && sendNext()) {
        }
    }

    bool sendNext() {
        const ssize_t sent = ::sendfile(m_target, m_file.descriptor(), &m_offset, kPart);
        if (sent == 0 || m_offset >= static_cast<off_t>(kFileBytes)) {
            m_offset = 0;
        }
        return sent >= 0 || errno == EINTR;
    }

private:
    ScratchFile m_file;
    int m_target;
    off_t m_offset = 0;
};

Demand demand(const machine::Machine& /*machine*/) {
    // The page cache's copy counts as memory.
    return {.memoryBytes = kFileBytes, .scratchBytes = kFileBytes};
}

std::string whyNot(const machine::Machine& /*machine*/, const std::filesystem::path& scratch) {
    if (::access(kTarget, W_OK) != 0) {
        return fmt::format("Nothing can be written to {} here ({}).", kTarget, std::strerror(errno));
    }
    return whyNoScratch(scratch);
}

Expected<std::unique_ptr<Body>> prepare(const Preparation& preparation) {
    Expected<ScratchFile> file =
        ScratchFile::create(preparation.scratchDirectory, kFileBytes, preparation.seed, ScratchFile::Access::Cached);
    if (!file) {
        return tl::unexpected(file.error());
    }
    const int target = ::open(kTarget, O_WRONLY | O_CLOEXEC);
    if (target < 0) {
        return unavailable(fmt::format("Nothing can be written to {} here ({}).", kTarget, std::strerror(errno)));
    }
    auto body = std::make_unique<Sendfile>(std::move(*file), target);
    // Once through the file, so that the page cache holds it.
    for (std::size_t sent = 0; sent < kFileBytes; sent += kPart) {
        if (!body->sendNext()) {
            return unavailable(fmt::format("The file system of the scratch folder {} has no sendfile ({}).",
                                           preparation.scratchDirectory.string(), std::strerror(errno)));
        }
    }
    return body;
}

}  // namespace

Card sendfileCard() {
    static constexpr std::array<std::string_view, 1> aliases{"Sendfile"};
    return {.name = "sendfile",
            .stressorClass = Class::Disk,
            .accounting = Accounting::CpuTime,
            .loads =
                "The kernel's path from a file to a descriptor: sendfile of cached pages to /dev/null, without "
                "waiting for a disk.",
            .aliases = aliases,
            .demand = demand,
            .unavailable = whyNot,
            .prepare = prepare};
}

}  // namespace mimesys::stressor
