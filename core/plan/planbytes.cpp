// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "plan/planbytes.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

namespace mimesys::plan {
namespace {

// u64 length of the header, header (CBOR: text may be in any encoding), fractions, memory in use.
struct Parts {
    nlohmann::json header;
    std::span<const std::byte> numbers;
};

Parts split(std::span<const std::byte> bytes) {
    std::uint64_t length = 0;
    if (bytes.size() < sizeof length) {
        return {};
    }
    std::memcpy(&length, bytes.data(), sizeof length);
    bytes = bytes.subspan(sizeof length);
    if (length > bytes.size()) {
        return {};
    }
    const auto header = bytes.first(length);
    return {.header = nlohmann::json::from_cbor(header.begin(), header.end(), true, false),
            .numbers = bytes.subspan(length)};
}

}  // namespace

bool putBytes(const ExecutionPlan& plan, const std::function<bool(std::span<const std::byte>)>& sink) {
    const auto header = nlohmann::json::to_cbor({{"windows", plan.windowCount()},
                                                 {"cpus", plan.cpuCount()},
                                                 {"stressors", plan.stressors()},
                                                 {"window_seconds", plan.windowSeconds()},
                                                 {"memory_used", plan.memoryUsed.size()},
                                                 {"seed", plan.seed},
                                                 {"generator", plan.generator},
                                                 {"machine", plan.machine},
                                                 {"source", plan.source}});
    const std::uint64_t length = header.size();
    return sink(std::as_bytes(std::span(&length, 1))) && sink(std::as_bytes(std::span(header))) &&
           sink(std::as_bytes(plan.fractions())) &&
           (plan.memoryUsed.empty() || sink(std::as_bytes(std::span(plan.memoryUsed))));
}

Expected<ExecutionPlan> fromBytes(std::span<const std::byte> bytes) {
    const Parts parts = split(bytes);
    try {
        const nlohmann::json& header = parts.header;
        const auto windows = header.at("windows").get<std::size_t>();
        const auto cpus = header.at("cpus").get<std::size_t>();
        auto stressors = header.at("stressors").get<std::vector<std::string>>();
        if (auto size = checkSize(windows, cpus, stressors.size()); !size) {
            return tl::unexpected(size.error());
        }
        const std::size_t fractionBytes = windows * cpus * stressors.size() * sizeof(float);
        const auto memory = header.at("memory_used").get<std::size_t>();
        if ((memory != 0 && memory != windows) || parts.numbers.size() != fractionBytes + memory * sizeof(float)) {
            return badInput("The plan's numbers do not fill its shape.");
        }
        ExecutionPlan plan(windows, cpus, std::move(stressors), header.at("window_seconds").get<double>());
        plan.seed = header.at("seed").get<std::uint64_t>();
        plan.generator = header.at("generator").get<std::string>();
        plan.machine = header.at("machine").get<std::string>();
        plan.source = header.at("source").get<std::string>();
        std::ranges::copy(parts.numbers.first(fractionBytes), std::as_writable_bytes(plan.fractions()).begin());
        plan.memoryUsed.resize(memory);
        std::ranges::copy(parts.numbers.subspan(fractionBytes),
                          std::as_writable_bytes(std::span(plan.memoryUsed)).begin());
        return validate(plan).map([&] { return std::move(plan); });
    } catch (const nlohmann::json::exception&) {
        return badInput("The plan's header is damaged.");
    }
}

}  // namespace mimesys::plan
