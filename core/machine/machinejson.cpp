// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "machine/machine.h"
#include "machine/sysfile.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace mimesys::machine {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kTextLimit = std::size_t{16} << 20;
constexpr std::int64_t kByteLimit = std::int64_t{1} << 60;

// Thrown and caught in this file only.
struct Malformed : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// An absent value keeps the default, so that a description of an older or newer version can still be read.
std::int64_t integer(const Json& object, const char* key, std::int64_t minimum, std::int64_t maximum) {
    const auto found = object.find(key);
    if (found == object.end()) {
        return 0;
    }
    // Checked before the conversion: that of a huge number is undefined.
    const bool fits = found->is_number_unsigned() ? found->get<std::uint64_t>() <= static_cast<std::uint64_t>(maximum)
                                                  : found->is_number_integer() && found->get<std::int64_t>() <= maximum;
    if (!fits || found->get<std::int64_t>() < minimum) {
        throw Malformed(fmt::format("\"{}\" is not a whole number from {} to {}", key, minimum, maximum));
    }
    return found->get<std::int64_t>();
}

int cpuNumber(const Json& object, const char* key) {
    return static_cast<int>(integer(object, key, 0, kMaxCpuId));
}

std::string text(const Json& object, const char* key) {
    const auto found = object.find(key);
    if (found == object.end()) {
        return {};
    }
    if (!found->is_string()) {
        throw Malformed(fmt::format("\"{}\" is not a text", key));
    }
    return found->get<std::string>();
}

// The array below a key; an absent one is empty.
const Json& array(const Json& object, const char* key) {
    static const Json kEmpty = Json::array();
    const auto found = object.find(key);
    if (found != object.end() && !found->is_array()) {
        throw Malformed(fmt::format("\"{}\" is not a list", key));
    }
    return found == object.end() ? kEmpty : *found;
}

// Checks an entry of a list: an object that has the key it is told apart by.
void requireObject(const Json& value, const char* list, const char* key) {
    if (!value.is_object() || !value.contains(key)) {
        throw Malformed(fmt::format("an entry of \"{}\" is not an object with \"{}\"", list, key));
    }
}

std::vector<int> cpuNumbers(const Json& parent, const char* key) {
    std::vector<int> numbers;
    for (const Json& entry : array(parent, key)) {
        numbers.push_back(cpuNumber(Json{{key, entry}}, key));
    }
    std::ranges::sort(numbers);
    return numbers;
}

Machine machineFrom(const Json& json) {
    Machine machine;
    machine.cpuModel = text(json, "cpu_model");
    machine.kernel = text(json, "kernel");
    for (const Json& entry : array(json, "cpus")) {
        requireObject(entry, "cpus", "id");
        machine.cpus.push_back(
            {cpuNumber(entry, "id"), cpuNumber(entry, "socket"), cpuNumber(entry, "core"), cpuNumber(entry, "node")});
    }
    std::ranges::sort(machine.cpus, {}, &Cpu::id);
    if (machine.cpus.empty()) {
        throw Malformed("\"cpus\" lists no CPU");
    }
    if (std::ranges::adjacent_find(machine.cpus, {}, &Cpu::id) != machine.cpus.end()) {
        throw Malformed("\"cpus\" lists a CPU twice");
    }
    machine.usableCpus = cpuNumbers(json, "usable_cpus");
    if (const auto quota = json.find("cpu_quota"); quota != json.end()) {
        machine.cpuQuota = quota->is_number() ? quota->get<double>() : -1.0;
        if (!(machine.cpuQuota >= 0.0 && machine.cpuQuota <= kMaxCpuId)) {
            throw Malformed("\"cpu_quota\" is not a number of CPUs");
        }
    }
    for (const Json& entry : array(json, "caches")) {
        requireObject(entry, "caches", "level");
        machine.caches.push_back({static_cast<int>(integer(entry, "level", 1, 16)), text(entry, "type"),
                                  integer(entry, "size_bytes", 0, kByteLimit), cpuNumbers(entry, "shared_cpus")});
    }
    machine.memoryBytes = integer(json, "memory_bytes", 0, kByteLimit);
    machine.memoryLimitBytes = integer(json, "memory_limit_bytes", 0, kByteLimit);
    for (const Json& entry : array(json, "disks")) {
        requireObject(entry, "disks", "name");
        const Json rotational = entry.value("rotational", Json(false));
        machine.disks.push_back({text(entry, "name"), integer(entry, "size_bytes", 0, kByteLimit),
                                 rotational.is_boolean() && rotational.get<bool>()});
    }
    for (const Json& entry : array(json, "features")) {
        machine.features.push_back(text(Json{{"features", entry}}, "features"));
    }
    return machine;
}

}  // namespace

std::string toJson(const Machine& machine) {
    Json cpus = Json::array();
    for (const Cpu& cpu : machine.cpus) {
        cpus.push_back({{"id", cpu.id}, {"socket", cpu.socket}, {"core", cpu.core}, {"node", cpu.node}});
    }
    Json caches = Json::array();
    for (const Cache& cache : machine.caches) {
        caches.push_back({{"level", cache.level},
                          {"type", cache.type},
                          {"size_bytes", cache.sizeBytes},
                          {"shared_cpus", cache.sharedCpus}});
    }
    Json disks = Json::array();
    for (const Disk& disk : machine.disks) {
        disks.push_back({{"name", disk.name}, {"size_bytes", disk.sizeBytes}, {"rotational", disk.rotational}});
    }
    const Json json{{"cpu_model", machine.cpuModel},
                    {"kernel", machine.kernel},
                    {"cpus", std::move(cpus)},
                    {"usable_cpus", machine.usableCpus},
                    {"cpu_quota", machine.cpuQuota},
                    {"caches", std::move(caches)},
                    {"memory_bytes", machine.memoryBytes},
                    {"memory_limit_bytes", machine.memoryLimitBytes},
                    {"disks", std::move(disks)},
                    {"features", machine.features}};
    // A model name in some other encoding must not throw.
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Expected<Machine> fromJson(const std::string& text) {
    if (text.size() > kTextLimit) {
        return badInput("The machine description is too long to be one.");
    }
    try {
        const Json json = Json::parse(text);
        if (!json.is_object()) {
            return badInput("The machine description is not a JSON object.");
        }
        return machineFrom(json);
    } catch (const Malformed& malformed) {
        return badInput(fmt::format("The machine description cannot be used: {}.", malformed.what()));
    } catch (const Json::exception& exception) {
        return badInput(fmt::format("The machine description is no valid JSON ({}).", exception.what()));
    }
}

}  // namespace mimesys::machine
