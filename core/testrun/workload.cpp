// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "testrun/workload.h"

#include "plan/planfile.h"
#include "release/workload.h"

#include <array>
#include <fstream>
#include <string_view>
#include <utility>

namespace mimesys::testrun {
namespace {

bool isProgram(const std::filesystem::path& file) {
    constexpr std::string_view kElf =
        "\x7f"
        "ELF";
    std::array<char, kElf.size()> start{};
    std::ifstream stream(file, std::ios::binary);
    stream.read(start.data(), start.size());
    return stream && std::string_view(start.data(), start.size()) == kElf;
}

Expected<plan::ExecutionPlan> planOf(const std::filesystem::path& file) {
    if (!isProgram(file)) {
        return plan::readPlan(file);
    }
    return release::readPayload(file).map([](release::Payload&& payload) { return std::move(payload.plan); });
}

}  // namespace

Expected<Workload> readWorkload(const std::filesystem::path& file) {
    return planOf(file).map([&](plan::ExecutionPlan&& plan) {
        return Workload{file.filename().string(), std::make_shared<const plan::ExecutionPlan>(std::move(plan))};
    });
}

}  // namespace mimesys::testrun
