// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "simulation/signatures.h"

#include "base/atomicfile.h"
#include "simulation/demandjson.h"
#include "stressor/stressor.h"

namespace mimesys::simulation {
namespace {

using Json = nlohmann::json;

constexpr const char* kFormat = "mimesys-signatures";
constexpr std::size_t kTextLimit = std::size_t{1} << 20;
constexpr double kMostBytes = 1e15;
constexpr double kMostBytesPerSecond = 1e12;

// The text "card" stands for what the stressor's own card says about this machine.
double workingSet(Fields& fields, const stressor::Card& card, const machine::Machine& machine) {
    const Json& value = fields.required("working_set_bytes");
    if (value == Json("card")) {
        return static_cast<double>(card.demand(machine).workingSetBytes);
    }
    return fields.number("working_set_bytes", 0.0, kMostBytes);
}

Signatures signaturesFrom(const Json& json, const machine::Machine& machine) {
    Fields file(json, "the file");
    (void)file.text("format");
    (void)file.whole("version", 1, 1);
    (void)file.text("description");
    const Json& stressors = file.required("stressors");
    file.nothingElse();
    if (!stressors.is_object() || stressors.empty()) {
        throw Malformed("\"stressors\" names none");
    }
    Signatures signatures;
    for (const auto& [name, entry] : stressors.items()) {
        const stressor::Card* card = stressor::findCard(name);
        if (card == nullptr || card->name != name) {
            throw Malformed(fmt::format("there is no stressor \"{}\"", name.substr(0, 100)));
        }
        Fields fields(entry, fmt::format("\"{}\"", name));
        (void)fields.text("source");
        Demand demand = demandFrom(fields);
        demand.workingSetBytes = workingSet(fields, *card, machine);
        demand.name = name;
        fields.nothingElse();
        signatures.emplace(name, std::move(demand));
    }
    return signatures;
}

}  // namespace

Demand demandFrom(Fields& fields) {
    Demand demand;
    demand.cpuPerTime = fields.number("cpu_per_time", 0.0, 1.0, 1.0);
    demand.fixedWork = fields.flag("fixed_work");
    demand.instructionsPerCycle = fields.number("instructions_per_cycle", 0.001, 8.0);
    demand.linesPerInstruction = fields.number("lines_per_instruction", 0.0, 1000.0, 0.0);
    demand.shared = fields.flag("shared");
    demand.streaming = fields.number("streaming", 0.0, 1.0, 0.0);
    demand.order = fields.number("order", 0.1, 16.0, 1.0);
    demand.overlap = fields.number("overlap", 1.0, 64.0, 4.0);
    demand.dirty = fields.number("dirty", 0.0, 1.0, 0.0);
    demand.aroundCache = fields.number("around_cache_bytes_per_instruction", 0.0, 256.0, 0.0);
    demand.remote = fields.number("remote", 0.0, 1.0, 0.0);
    demand.diskRead = fields.number("disk_read_bytes_per_second", 0.0, kMostBytesPerSecond, 0.0);
    demand.diskWrite = fields.number("disk_write_bytes_per_second", 0.0, kMostBytesPerSecond, 0.0);
    demand.operationBytes = fields.number("operation_bytes", 0.0, kMostBytes, 0.0);
    demand.fileBytes = fields.number("file_bytes", 0.0, kMostBytes, 0.0);
    demand.rewrittenBytes = fields.number("rewritten_bytes", 0.0, kMostBytes, 0.0);
    demand.pastCache = fields.flag("past_page_cache");
    demand.writtenAtOnce = fields.flag("written_at_once");
    return demand;
}

Expected<Signatures> signaturesFromJson(const std::string& text, const machine::Machine& machine) {
    try {
        const Json json = Json::parse(text);
        if (!json.is_object() || json.value("format", Json()) != Json(kFormat)) {
            return badInput("This file holds no signatures of stressors for a simulated machine.");
        }
        return signaturesFrom(json, machine);
    } catch (const Malformed& malformed) {
        return badInput(fmt::format("The signatures cannot be used: {}.", malformed.what()));
    } catch (const Json::exception&) {
        return badInput("The signatures are no valid JSON; the file may be cut off.");
    }
}

Expected<Signatures> readSignatures(const std::filesystem::path& path, const machine::Machine& machine) {
    auto signatures =
        readFile(path, kTextLimit).and_then([&](const std::string& text) { return signaturesFromJson(text, machine); });
    if (!signatures && signatures.error().place.empty()) {
        signatures.error().place = path.string();
    }
    return signatures;
}

}  // namespace mimesys::simulation
