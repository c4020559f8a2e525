// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "generation/source.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <memory>
#include <vector>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace mimesys::generation {
namespace {

constexpr std::size_t kBlockBytes = 1 << 20;

}  // namespace

Expected<std::string> hashOfContent(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    const std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> state(XXH3_createState(), XXH3_freeState);
    if (!stream || !state) {
        return badInput("The file cannot be opened.", path.string());
    }
    XXH3_128bits_reset(state.get());
    std::vector<char> block(kBlockBytes);
    while (stream.read(block.data(), static_cast<std::streamsize>(block.size())), stream.gcount() > 0) {
        XXH3_128bits_update(state.get(), block.data(), static_cast<std::size_t>(stream.gcount()));
    }
    if (stream.bad()) {
        return failed("The file cannot be read to its end.", path.string());
    }
    const XXH128_hash_t hash = XXH3_128bits_digest(state.get());
    return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

Expected<void> nameTrace(plan::ExecutionPlan& plan, const std::filesystem::path& trace, const std::string& edited) {
    const auto hash = hashOfContent(trace);
    if (!hash) {
        return tl::unexpected(hash.error());
    }
    nlohmann::json source = nlohmann::json::parse(plan.source, nullptr, false);
    if (!source.is_object()) {
        source = nlohmann::json::object();
    }
    source["trace"] = {{"file", trace.filename().string()}, {"xxh3", *hash}};
    if (!edited.empty()) {
        source["trace"]["edited"] = edited;
    }
    plan.source = source.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    return {};
}

bool restsOnSimulation(const plan::ExecutionPlan& plan) {
    const nlohmann::json source = nlohmann::json::parse(plan.source, nullptr, false);
    const auto says = [&](const char* origin) {
        const nlohmann::json::json_pointer pointer(std::string("/") + origin + "/simulated");
        const bool there = source.is_object() && source.contains(pointer);
        return there && source.at(pointer).is_boolean() && source.at(pointer).get<bool>();
    };
    return says("model") || says("dataset") || says("refined") || says("regenerated");
}

}  // namespace mimesys::generation
