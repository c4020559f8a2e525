// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "simulation/profile.h"

#include "base/atomicfile.h"
#include "base/metric.h"
#include "simulation/demandjson.h"

#include <numeric>

namespace mimesys::simulation {
namespace {

using Json = nlohmann::json;

constexpr const char* kFormat = "mimesys-simulated-machine";
constexpr std::size_t kTextLimit = std::size_t{1} << 20;
constexpr int kMostSockets = 16;
constexpr int kMostCores = 256;  // per socket
constexpr double kMostBytes = 1e15;
constexpr double kMostBytesPerSecond = 1e13;

DiskProfile diskFrom(Fields fields) {
    DiskProfile disk;
    disk.readBytesPerSecond = fields.number("read_bytes_per_second", 1e3, kMostBytesPerSecond);
    disk.writeBytesPerSecond = fields.number("write_bytes_per_second", 1e3, kMostBytesPerSecond);
    disk.latencySeconds = fields.number("latency_seconds", 0.0, 1.0);
    disk.mixingLoss = fields.number("mixing_loss", 0.0, 0.9);
    disk.jitter = fields.number("jitter", 0.0, 0.5);
    disk.pageCacheBytes = fields.number("page_cache_bytes", 0.0, kMostBytes);
    disk.dirtyBackgroundBytes = fields.number("dirty_background_bytes", 0.0, kMostBytes);
    disk.dirtyLimitBytes = fields.number("dirty_limit_bytes", disk.dirtyBackgroundBytes, kMostBytes);
    disk.flushSeconds = fields.number("flush_seconds", 0.01, 3600.0);
    disk.cpuSecondsPerByte = fields.number("cpu_seconds_per_byte", 0.0, 1e-6);
    fields.nothingElse();
    return disk;
}

std::map<std::string, Noise> noiseFrom(const Json& json) {
    if (!json.is_object() || json.size() > 1000) {
        throw Malformed("\"noise\" is no object of metrics");
    }
    std::map<std::string, Noise> noise;
    for (const auto& [metric, entry] : json.items()) {
        if (!isKnownMetric(metric)) {
            throw Malformed(
                fmt::format("\"noise\" names the metric \"{}\", which there is none of", metric.substr(0, 100)));
        }
        Fields fields(entry, fmt::format("the noise of \"{}\"", metric));
        noise[metric] = {fields.number("relative", 0.0, 1.0), fields.number("absolute", 0.0, 1e15)};
        fields.nothingElse();
    }
    return noise;
}

void takeProcessor(Profile& profile, Fields fields) {
    profile.cpuModel = fields.text("model");
    profile.sockets = fields.whole("sockets", 1, kMostSockets);
    profile.coresPerSocket = fields.whole("cores_per_socket", 1, kMostCores);
    profile.baseGhz = fields.number("base_ghz", 0.1, 20.0);
    profile.allCoreTurboGhz = fields.number("all_core_turbo_ghz", profile.baseGhz, 20.0);
    profile.turboGhz = fields.number("turbo_ghz", profile.allCoreTurboGhz, 20.0);
    profile.thermalSeconds = fields.number("thermal_seconds", 0.01, 3600.0);
    profile.uncoreSlowest = fields.number("uncore_slowest", 0.1, 1.0);
    profile.uncoreSeconds = fields.number("uncore_seconds", 0.001, 3600.0);
    profile.idleFlushSeconds = fields.number("idle_flush_seconds", 0.001, 1e9);
    profile.l1Bytes = fields.number("l1_bytes", 1024.0, 1e9);
    profile.l2Bytes = fields.number("l2_bytes", profile.l1Bytes, 1e10);
    profile.llcBytes = fields.number("llc_bytes_per_socket", profile.l2Bytes, 1e12);
    profile.llcNanoseconds = fields.number("llc_nanoseconds", 0.1, 1000.0);
    fields.nothingElse();
}

void takeMemory(Profile& profile, Fields fields) {
    profile.memoryBytes = fields.number("bytes", 1e6, kMostBytes);
    profile.memoryNanoseconds = fields.number("nanoseconds", 1.0, 10'000.0);
    profile.remoteNanoseconds = fields.number("remote_nanoseconds", 0.0, 10'000.0);
    profile.peakBytesPerSecond = fields.number("peak_bytes_per_second_per_socket", 1e6, kMostBytesPerSecond);
    profile.reachableShare = fields.number("reachable_share", 0.1, 1.0);
    profile.writeLoss = fields.number("write_loss", 0.0, 0.9 * profile.reachableShare);
    fields.nothingElse();
}

void takeBackground(Profile& profile, Fields fields) {
    profile.backgroundShare = fields.number("share", 0.0, 0.5);
    profile.firstCpuShare = fields.number("first_cpu_share", 0.0, 0.5);
    profile.background = demandFrom(fields);
    profile.background.workingSetBytes = fields.number("working_set_bytes", 0.0, kMostBytes);
    profile.background.name = "background";
    fields.nothingElse();
}

Profile profileFrom(const Json& json) {
    Fields fields(json, "the file");
    (void)fields.text("format");
    (void)fields.whole("version", 1, 1);
    Profile profile;
    profile.name = fields.text("name");
    profile.description = fields.text("description");
    takeProcessor(profile, fields.object("processor"));
    takeMemory(profile, fields.object("memory"));
    profile.disk = diskFrom(fields.object("disk"));
    takeBackground(profile, fields.object("background"));
    profile.noise = noiseFrom(fields.required("noise"));
    profile.signatures = fields.text("signatures");
    fields.nothingElse();
    return profile;
}

machine::Cache cache(int level, const char* type, double bytes, int cpus) {
    machine::Cache cache{.level = level, .type = type, .sizeBytes = static_cast<std::int64_t>(bytes), .sharedCpus = {}};
    cache.sharedCpus.resize(static_cast<std::size_t>(cpus));
    std::iota(cache.sharedCpus.begin(), cache.sharedCpus.end(), 0);
    return cache;
}

}  // namespace

Expected<Profile> profileFromJson(const std::string& text) {
    try {
        const Json json = Json::parse(text);
        if (!json.is_object() || json.value("format", Json()) != Json(kFormat)) {
            return badInput("This file describes no simulated machine.");
        }
        return profileFrom(json);
    } catch (const Malformed& malformed) {
        return badInput(fmt::format("The simulated machine cannot be used: {}.", malformed.what()));
    } catch (const Json::exception&) {
        return badInput("The description of a simulated machine is no valid JSON; the file may be cut off.");
    }
}

Expected<Profile> readProfile(const std::filesystem::path& path) {
    auto profile = readFile(path, kTextLimit).and_then(profileFromJson);
    if (!profile) {
        if (profile.error().place.empty()) {
            profile.error().place = path.string();
        }
        return profile;
    }
    profile->signatures = path.parent_path() / profile->signatures;
    return profile;
}

machine::Machine describe(const Profile& profile) {
    machine::Machine machine;
    machine.cpuModel = "Simulated " + profile.cpuModel;
    machine.kernel = "simulated " + profile.name;
    for (int cpu = 0; cpu < profile.cpuCount(); ++cpu) {
        const int socket = profile.socketOf(cpu);
        machine.cpus.push_back({.id = cpu, .socket = socket, .core = cpu % profile.coresPerSocket, .node = socket});
        machine.usableCpus.push_back(cpu);
    }
    machine.caches = {cache(1, "Data", profile.l1Bytes, 1), cache(2, "Unified", profile.l2Bytes, 1),
                      cache(3, "Unified", profile.llcBytes, profile.coresPerSocket)};
    machine.memoryBytes = static_cast<std::int64_t>(profile.memoryBytes);
    return machine;
}

}  // namespace mimesys::simulation
