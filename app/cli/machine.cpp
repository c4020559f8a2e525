// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "machine/machine.h"

#include "console.h"
#include "telemetry/recorder.h"
#include "verb.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <memory>
#include <string>
#include <vector>

namespace mimesys::cli {
namespace {

using telemetry::Offer;

std::string bytesText(std::int64_t bytes) {
    constexpr double kKibi = 1024.0;
    double value = static_cast<double>(bytes);
    const char* unit = "B";
    for (const char* next : {"KiB", "MiB", "GiB", "TiB", "PiB"}) {
        if (value < kKibi) {
            break;
        }
        value /= kKibi;
        unit = next;
    }
    return fmt::format("{:.4g} {}", value, unit);
}

// Sorted numbers as "0-3,8".
std::string rangesText(const std::vector<int>& numbers) {
    std::string text;
    for (std::size_t i = 0; i < numbers.size();) {
        std::size_t last = i;
        while (last + 1 < numbers.size() && numbers[last + 1] == numbers[last] + 1) {
            ++last;
        }
        text += text.empty() ? "" : ",";
        text += last == i ? fmt::format("{}", numbers[i]) : fmt::format("{}-{}", numbers[i], numbers[last]);
        i = last + 1;
    }
    return text;
}

std::string known(const std::string& text) {
    return text.empty() ? "unknown" : text;
}

std::string disksText(const machine::Machine& machine) {
    std::string text;
    for (const machine::Disk& disk : machine.disks) {
        text += fmt::format("{}{} ({})", text.empty() ? "" : ", ", disk.name, bytesText(disk.sizeBytes));
    }
    return text.empty() ? "none found" : text;
}

std::string cachesText(const machine::Machine& machine) {
    std::string text;
    for (const machine::Cache& cache : machine.caches) {
        text +=
            fmt::format("{}L{} {} {}", text.empty() ? "" : ", ", cache.level, cache.type, bytesText(cache.sizeBytes));
    }
    return text.empty() ? "not told by the kernel" : text;
}

void printMachine(const machine::Machine& machine) {
    std::vector<int> online;
    for (const machine::Cpu& cpu : machine.cpus) {
        online.push_back(cpu.id);
    }
    const std::string quota =
        machine.cpuQuota > 0.0 ? fmt::format(", limited to {:.4g} by a cgroup", machine.cpuQuota) : "";
    const std::string limit = machine.memoryLimitBytes > 0
                                  ? fmt::format(", limited to {} by a cgroup", bytesText(machine.memoryLimitBytes))
                                  : "";
    const std::vector<std::pair<std::string, std::string>> lines{
        {"CPU", known(machine.cpuModel)},
        {"CPUs", fmt::format("{} online ({}), {} usable ({}){}", online.size(), rangesText(online),
                             machine.usableCpus.size(), rangesText(machine.usableCpus), quota)},
        {"Sockets, nodes", fmt::format("{}, {}", machine.socketCount(), machine.nodeCount())},
        {"Caches", cachesText(machine)},
        {"Memory", machine.memoryBytes > 0 ? bytesText(machine.memoryBytes) + limit : "unknown"},
        {"Disks", disksText(machine)},
        {"Kernel", known(machine.kernel)},
        {"Fingerprint", machine::fingerprint(machine)},
    };
    for (const auto& [name, value] : lines) {
        fmt::print("{:<16}{}\n", name, value);
    }
}

// The CPUs' columns in one row: there may be hundreds.
void printOffers(const std::vector<Offer>& offers) {
    std::vector<std::vector<std::string>> rows;
    std::vector<int> cpus;
    for (const Offer& offer : offers) {
        if (const auto cpu = cpuOfUtilizationId(offer.metric.id)) {
            cpus.push_back(*cpu);
            if (cpus.size() == 1) {
                rows.push_back({"", offer.metric.unit, "yes", std::string(provenanceName(offer.provenance))});
            }
            continue;
        }
        rows.push_back({offer.metric.id, offer.metric.unit, offer.available() ? "yes" : "no",
                        offer.available() ? std::string(provenanceName(offer.provenance)) : offer.reason});
    }
    for (auto& row : rows) {
        if (row.front().empty()) {
            row.front() = fmt::format("cpu.utilization[{}]", rangesText(cpus));
        }
    }
    printTable({"metric", "unit", "recorded", "from, or why not"}, rows);
}

nlohmann::json offersJson(const std::vector<Offer>& offers) {
    nlohmann::json json = nlohmann::json::array();
    for (const Offer& offer : offers) {
        json.push_back({{"id", offer.metric.id},
                        {"unit", offer.metric.unit},
                        {"family", familyName(offer.metric.family)},
                        {"available", offer.available()},
                        {"provenance", provenanceName(offer.provenance)},
                        {"reason", offer.reason}});
    }
    return json;
}

int describe(bool json) {
    const auto machine = machine::discover();
    if (!machine) {
        return report(machine.error());
    }
    const std::vector<Offer> offers = telemetry::describeMetrics();
    if (json) {
        printJson({{"machine", nlohmann::json::parse(machine::toJson(*machine))},
                   {"fingerprint", machine::fingerprint(*machine)},
                   {"metrics", offersJson(offers)}});
        return kOk;
    }
    printMachine(*machine);
    fmt::print("\n");
    printOffers(offers);
    return kOk;
}

}  // namespace

Verb machineVerb(CLI::App& application) {
    CLI::App* command = application.add_subcommand(
        "machine", "Describe this machine and the metrics that can be recorded on it, with reasons for the rest.");
    const auto json = std::make_shared<bool>(false);
    command->add_flag("--json", *json, "Print JSON");
    return {command, [json](const std::stop_token&) {
                return describe(*json);
            }};
}

}  // namespace mimesys::cli
