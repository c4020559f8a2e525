// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "plan/planfile.h"

#include "base/atomicfile.h"
#include "base/hdf5.h"
#include "base/hdf5child.h"
#include "plan/planbytes.h"
#include "plan/planlayout.h"
#include "plan/planreader.h"

#include <sstream>

namespace mimesys::plan {
namespace {

constexpr std::size_t kLongestActionList = std::size_t{1} << 20;

Expected<void> writeTo(hdf5::File& file, const ExecutionPlan& plan) {
    const hdf5::Shape shape{plan.windowCount(), plan.cpuCount(), plan.stressorCount()};
    const auto memory = [&]() -> Expected<void> {
        return plan.memoryUsed.empty() ? Expected<void>()
                                       : file.write<float>(kMemoryUsed, plan.memoryUsed, {plan.windowCount()});
    };
    return file.write<float>(kDataset, plan.fractions(), shape)
        .and_then(memory)
        .and_then([&] { return file.setAttribute(kRoot, "format", kFormat); })
        .and_then([&] { return file.setNumberAttribute<std::uint64_t>(kRoot, "version", kVersion); })
        .and_then([&] { return file.setNumberAttribute<double>(kRoot, "window_seconds", plan.windowSeconds()); })
        .and_then([&] { return file.setAttribute(kRoot, "stressors", std::span(plan.stressors())); })
        .and_then([&] { return file.setNumberAttribute<std::uint64_t>(kRoot, "seed", plan.seed); })
        .and_then([&] { return file.setAttribute(kRoot, "generator", plan.generator); })
        .and_then([&] { return file.setAttribute(kRoot, "machine", plan.machine); })
        .and_then([&] { return file.setAttribute(kRoot, "source", plan.source); });
}

}  // namespace

Expected<ExecutionPlan> readPlan(const std::filesystem::path& path, std::span<const std::string> actionList) {
    ExecutionPlan plan;
    const auto read = [&](const hdf5::Sink& sink) {
        return readPlanHere(path, actionList).map([&](const ExecutionPlan& found) { (void)putBytes(found, sink); });
    };
    const auto take = [&](std::span<const std::byte> bytes) {
        return fromBytes(bytes).map([&](ExecutionPlan&& found) { plan = std::move(found); });
    };
    return hdf5::readInChild(path, read, take).map([&] { return std::move(plan); });
}

bool looksLikePlan(const std::filesystem::path& path) {
    if (!hdf5::File::looksLikeHdf5(path)) {
        return false;
    }
    const auto read = [&](const hdf5::Sink&) -> Expected<void> {
        const auto file = hdf5::File::open(path);
        return file && file->has(kDataset) ? Expected<void>() : badInput("This is no plan.");
    };
    return hdf5::readInChild(path, read, [](std::span<const std::byte>) { return Expected<void>(); }).has_value();
}

Expected<void> writePlan(const ExecutionPlan& plan, const std::filesystem::path& path) {
    if (auto valid = validate(plan); !valid) {
        return valid;
    }
    return hdf5::writeFile(path, [&](hdf5::File& file) { return writeTo(file, plan); });
}

Expected<std::vector<std::string>> readActionList(const std::filesystem::path& path) {
    const auto text = readFile(path, kLongestActionList);
    if (!text) {
        return tl::unexpected(text.error());
    }
    std::vector<std::string> names;
    std::istringstream lines(*text);
    for (std::string line; std::getline(lines, line);) {
        const std::size_t begin = line.find_first_not_of(" \t\r");
        if (begin == std::string::npos || line[begin] == '#') {
            continue;
        }
        names.push_back(line.substr(begin, line.find_last_not_of(" \t\r") + 1 - begin));
    }
    if (names.empty()) {
        return badInput("The action list names no stressor.", path.string());
    }
    return names;
}

}  // namespace mimesys::plan
