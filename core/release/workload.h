// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "plan/plan.h"

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>

namespace mimesys::release {

// A workload is the static runner, followed by a payload and a fixed-size trailer:
//   runner ELF | zstd frame of {u32 length, JSON header, float32 fractions, float32 memory in use} | trailer
// The trailer holds the payload's length and XXH3-128 checksum and a magic number. Part of the runtime: the runner
// reads it from itself.
struct Payload {
    plan::ExecutionPlan plan;
    std::string metadata;  // JSON object shown by --info
};

// Reads the payload of a workload file; every length is checked against the file before it is used. BadInput when it is
// damaged or the file carries none.
[[nodiscard]] Expected<Payload> readPayload(const std::filesystem::path& workload);

// Writes runner + payload as an executable file.
[[nodiscard]] Expected<void> writeWorkload(const std::filesystem::path& runner, const Payload& payload,
                                           const std::filesystem::path& output);

// The runner installed with this program: beside it, or in ../libexec/mimesys. Failed when it is in neither.
[[nodiscard]] Expected<std::filesystem::path> findRunner();

}  // namespace mimesys::release
