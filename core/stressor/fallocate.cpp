// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "stressor/cards.h"
#include "stressor/diskbody.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <cerrno>

namespace mimesys::stressor {
namespace {

constexpr off_t kBytes = 4 << 20;

// Gives a file its blocks, makes that lasting, takes them away again, makes that lasting: the metadata and the journal
// of a file system, without data.
class Fallocate final : public Body {
public:
    explicit Fallocate(ScratchFile file) : m_file(std::move(file)) {}

    void run(Interrupt& interrupt) override {
        bool works = true;
        while (works && !interrupt.due()) {
            // Steps last very differently, so each kind has its own expectation.
            Punctuality& punctuality = m_punctualities[m_step];
            if (punctuality.mayStart(interrupt)) {
                works = punctuality.measure([this] { return take(m_step); });
                m_step = (m_step + 1) % kSteps;
            } else {
                interrupt.sleepUntil(interrupt.windowEndNs());
            }
        }
    }

    [[nodiscard]] bool takeAllSteps() {
        for (std::size_t step = 0; step < kSteps; ++step) {
            if (!take(step)) {
                return false;
            }
        }
        return true;
    }

private:
    static constexpr std::size_t kSteps = 4;

    bool take(std::size_t step) {
        switch (step) {
            case 0:
                return ::fallocate(m_file.descriptor(), 0, 0, kBytes) == 0;
            case 2:
                return ::ftruncate(m_file.descriptor(), 0) == 0;
            default:
                return ::fsync(m_file.descriptor()) == 0;
        }
    }

    ScratchFile m_file;
    std::array<Punctuality, kSteps> m_punctualities;
    std::size_t m_step = 0;
};

Demand demand(const machine::Machine& /*machine*/) {
    return {.memoryBytes = 0, .scratchBytes = kBytes};
}

Expected<std::unique_ptr<Fallocate>> make(const std::filesystem::path& folder) {
    Expected<ScratchFile> file = ScratchFile::create(folder, 0, 0, ScratchFile::Access::Cached);
    if (!file) {
        return tl::unexpected(file.error());
    }
    auto body = std::make_unique<Fallocate>(std::move(*file));
    if (!body->takeAllSteps()) {
        return unavailable(
            fmt::format("The file system of the scratch folder {} cannot set blocks aside ({}); name "
                        "another with --scratch-dir.",
                        folder.string(), std::strerror(errno)));
    }
    return body;
}

std::string whyNot(const machine::Machine& /*machine*/, const std::filesystem::path& scratch) {
    if (std::string reason = whyNoScratch(scratch); !reason.empty()) {
        return reason;
    }
    const Expected<std::unique_ptr<Fallocate>> probe = make(scratch);
    return probe ? std::string() : probe.error().message;
}

Expected<std::unique_ptr<Body>> prepare(const Preparation& preparation) {
    return make(preparation.scratchDirectory);
}

}  // namespace

Card fallocateCard() {
    static constexpr std::array<std::string_view, 1> aliases{"Fallocate"};
    return {.name = "fallocate",
            .stressorClass = Class::Disk,
            .accounting = Accounting::ElapsedTime,
            .loads = "File system metadata and journal: fallocate of 4 MiB, fsync, truncation, fsync.",
            .aliases = aliases,
            .response = "Disk writes flatten when several CPUs run it: one commit of the journal serves them all.",
            .demand = demand,
            .unavailable = whyNot,
            .prepare = prepare};
}

}  // namespace mimesys::stressor
