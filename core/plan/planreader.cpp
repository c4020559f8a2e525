// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "plan/planreader.h"

#include "base/hdf5.h"
#include "base/memory.h"
#include "plan/planlayout.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>
#include <utility>

namespace mimesys::plan {
namespace {

tl::unexpected<Error> at(const std::filesystem::path& path, Error error) {
    error.place = path.string();
    return tl::unexpected(std::move(error));
}

// Facts beside the fractions.
struct Header {
    std::vector<std::string> stressors;
    double windowSeconds = 1.0;
    std::uint64_t seed = 0;
    std::string generator;
    std::string machine;
    std::string source = "{}";
};

Expected<Header> upstreamHeader(std::span<const std::string> actionList, std::size_t width) {
    if (actionList.empty()) {
        return badInput(
            fmt::format("The plan does not name its {} stressors; give the action list it was made with.", width));
    }
    if (actionList.size() != width) {
        return badInput(fmt::format("The plan has {} stressors, the action list names {}.", width, actionList.size()));
    }
    Header header;
    header.stressors.assign(actionList.begin(), actionList.end());
    header.generator = "upstream";
    return header;
}

// An attribute that must be there.
template <typename T>
Expected<T> required(Expected<std::optional<T>> attribute, std::string_view name) {
    if (!attribute) {
        return tl::unexpected(attribute.error());
    }
    if (!*attribute) {
        return badInput(fmt::format("The plan lacks the attribute \"{}\".", name));
    }
    return std::move(**attribute);
}

Expected<Header> readHeader(const hdf5::File& file) {
    const auto version = required(file.numberAttribute<std::uint64_t>(kRoot, "version"), "version");
    if (!version) {
        return tl::unexpected(version.error());
    }
    if (*version > kVersion) {
        return badInput(fmt::format("The plan was written by a newer version (format {}); this one reads up to {}.",
                                    *version, kVersion));
    }
    auto windowSeconds = required(file.numberAttribute<double>(kRoot, "window_seconds"), "window_seconds");
    auto stressors = required(file.stringListAttribute(kRoot, "stressors"), "stressors");
    auto seed = required(file.numberAttribute<std::uint64_t>(kRoot, "seed"), "seed");
    auto generator = required(file.stringAttribute(kRoot, "generator"), "generator");
    auto machine = required(file.stringAttribute(kRoot, "machine"), "machine");
    auto source = required(file.stringAttribute(kRoot, "source"), "source");
    for (const Error* error :
         {windowSeconds ? nullptr : &windowSeconds.error(), stressors ? nullptr : &stressors.error(),
          seed ? nullptr : &seed.error(), generator ? nullptr : &generator.error(),
          machine ? nullptr : &machine.error(), source ? nullptr : &source.error()}) {
        if (error != nullptr) {
            return tl::unexpected(*error);
        }
    }
    if (!nlohmann::json::accept(*source)) {
        return badInput("The plan's attribute \"source\" is not JSON.");
    }
    return Header{std::move(*stressors), *windowSeconds,      *seed,
                  std::move(*generator), std::move(*machine), std::move(*source)};
}

// Deflate, the densest packing in use, makes at most 1032 bytes out of one: a file that claims more holds nothing. And
// what it holds must fit into memory: as it is read, as a plan, on its way to whoever asked, and as his plan.
Expected<void> checkClaim(const std::filesystem::path& path, std::size_t entries) {
    constexpr std::size_t kDensest = 1032;
    constexpr std::size_t kCopies = 4;
    std::error_code error;
    const std::size_t bytes = entries * sizeof(float);
    const std::uintmax_t fileBytes = std::filesystem::file_size(path, error);
    if (!error && bytes / kDensest > fileBytes) {
        return badInput(fmt::format("The plan claims {} entries, more than a file of this size can hold.", entries));
    }
    const auto available = static_cast<std::size_t>(availableMemoryBytes());
    if (available > 0 && kCopies * bytes > available) {
        return unavailable(fmt::format("The plan's {} MiB are too much for the {} MiB of memory that are free.",
                                       bytes >> 20, available >> 20));
    }
    return {};
}

Expected<std::vector<float>> readMemory(const hdf5::File& file, std::size_t windows) {
    if (!file.has(kMemoryUsed)) {
        return std::vector<float>();
    }
    const auto shape = file.shape(kMemoryUsed);
    if (!shape) {
        return tl::unexpected(shape.error());
    }
    if (*shape != hdf5::Shape{windows}) {
        return badInput(fmt::format("The plan has {} windows and its memory in use is of another shape.", windows));
    }
    return file.read<float>(kMemoryUsed, windows);
}

Expected<ExecutionPlan> readFrom(const hdf5::File& file, const std::filesystem::path& path,
                                 std::span<const std::string> actionList) {
    const auto shape = file.shape(kDataset);
    if (!shape) {
        return tl::unexpected(shape.error());
    }
    if (shape->size() != 3) {
        return badInput(fmt::format("The plan has {} dimensions instead of (window, CPU, stressor).", shape->size()));
    }
    const std::size_t windows = (*shape)[0];
    const std::size_t cpus = (*shape)[1];
    const std::size_t width = (*shape)[2];
    if (auto size = checkSize(windows, cpus, width); !size) {
        return tl::unexpected(size.error());
    }
    if (auto claim = checkClaim(path, windows * cpus * width); !claim) {
        return tl::unexpected(claim.error());
    }
    const auto floats = file.holdsFloats(kDataset);
    if (!floats || !*floats) {
        return badInput("The plan's fractions are not floating-point numbers.");
    }
    const auto format = file.stringAttribute(kRoot, "format");
    if (!format) {
        return tl::unexpected(format.error());
    }
    if (*format && **format != kFormat) {
        return badInput(fmt::format("The file is a \"{}\", not a plan.", **format));
    }
    auto header = *format ? readHeader(file) : upstreamHeader(actionList, width);
    if (!header) {
        return tl::unexpected(header.error());
    }
    if (header->stressors.size() != width) {
        return badInput(
            fmt::format("The plan has {} columns and names {} stressors.", width, header->stressors.size()));
    }
    const auto fractions = file.read<float>(kDataset, kMaximumEntries);
    if (!fractions) {
        return tl::unexpected(fractions.error());
    }
    auto memory = readMemory(file, windows);
    if (!memory) {
        return tl::unexpected(memory.error());
    }
    ExecutionPlan plan(windows, cpus, std::move(header->stressors), header->windowSeconds);
    plan.memoryUsed = std::move(*memory);
    plan.seed = header->seed;
    plan.generator = std::move(header->generator);
    plan.machine = std::move(header->machine);
    plan.source = std::move(header->source);
    std::ranges::copy(*fractions, plan.fractions().begin());
    if (auto valid = validate(plan); !valid) {
        return tl::unexpected(valid.error());
    }
    return plan;
}

}  // namespace

Expected<ExecutionPlan> readPlanHere(const std::filesystem::path& path, std::span<const std::string> actionList) {
    const auto file = hdf5::File::open(path);
    if (!file) {
        return tl::unexpected(file.error());
    }
    auto plan = readFrom(*file, path, actionList);
    if (!plan) {
        return at(path, plan.error());
    }
    return plan;
}

}  // namespace mimesys::plan
