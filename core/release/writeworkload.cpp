// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/atomicfile.h"
#include "release/payload.h"
#include "release/workload.h"

#include <fmt/format.h>

#include <system_error>

namespace mimesys::release {
namespace {

constexpr std::size_t kMostRunnerBytes = std::size_t{256} << 20;
constexpr std::string_view kElfMagic =
    "\x7f"
    "ELF";
constexpr const char* kRunnerName = "mimesys-runner";

}  // namespace

Expected<void> writeWorkload(const std::filesystem::path& runner, const Payload& payload,
                             const std::filesystem::path& output) {
    if (Expected<void> valid = plan::validate(payload.plan); !valid) {
        return valid;
    }
    const Expected<std::string> program = readFile(runner, kMostRunnerBytes);
    if (!program) {
        return tl::unexpected(program.error());
    }
    if (!program->starts_with(kElfMagic)) {
        return failed("The runner is no program for this system; install Mimesys Studio again.", runner.string());
    }
    const Expected<std::vector<std::byte>> frame = encodePayload(payload);
    if (!frame) {
        return tl::unexpected(frame.error());
    }
    Expected<AtomicFile> file = AtomicFile::create(output);
    if (!file) {
        return tl::unexpected(file.error());
    }
    return file->write(*program)
        .and_then([&] { return file->write(*frame); })
        .and_then([&] { return file->write(makeTrailer(program->size(), *frame)); })
        .and_then([&] { return file->commit(AtomicFile::Mode::Executable); });
}

Expected<std::filesystem::path> findRunner() {
    std::error_code error;
    const std::filesystem::path folder = std::filesystem::read_symlink("/proc/self/exe", error).parent_path();
    if (error) {
        return failed(fmt::format("The program's own folder cannot be found ({}).", error.message()));
    }
    for (const std::filesystem::path& candidate :
         {folder / kRunnerName, folder.parent_path() / "libexec" / "mimesys" / kRunnerName}) {
        if (std::filesystem::is_regular_file(candidate, error)) {
            return candidate;
        }
    }
    return failed(fmt::format("{} is neither beside this program nor in ../libexec/mimesys; install Mimesys Studio "
                              "again.",
                              kRunnerName),
                  folder.string());
}

}  // namespace mimesys::release
