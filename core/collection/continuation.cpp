// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "collection/continuation.h"

#include "base/atomicfile.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

namespace mimesys::collection {
namespace {

constexpr double kLongestWindowSeconds = 3600.0;
constexpr std::size_t kMostSamples = 10'000'000;

Expected<void> checkOptions(const CollectOptions& options) {
    if (!(options.windowSeconds >= kShortestWindowSeconds && options.windowSeconds <= kLongestWindowSeconds)) {
        return badInput(fmt::format("The window of {} s is not between {} and {} s.", options.windowSeconds,
                                    kShortestWindowSeconds, kLongestWindowSeconds));
    }
    if (options.samples) {
        return *options.samples > 0 && *options.samples <= kMostSamples
                   ? Expected<void>()
                   : badInput(fmt::format("The number of samples is not between 1 and {}.", kMostSamples));
    }
    if (!std::isfinite(options.durationSeconds) || samplesWithin(options.durationSeconds, options.windowSeconds) == 0) {
        return badInput(
            fmt::format("In {} s no window of {} s can be measured after the one in which the machine "
                        "settles; collect for longer.",
                        options.durationSeconds, options.windowSeconds));
    }
    return {};
}

// Nothing measured yet.
dataset::Dataset emptyDataset(const Laboratory& laboratory, const CollectOptions& options) {
    dataset::Dataset dataset;
    dataset.stressors = laboratory.stressors;
    dataset.cpus = laboratory.machine.usableCpus.size();
    dataset.windowSeconds = options.windowSeconds;
    dataset.machine = machine::toJson(laboratory.machine);
    dataset.seed = options.seed;
    dataset.strategy = strategyName(options.strategy.value_or(Strategy::Random));
    return dataset;
}

// Why an existing data set cannot be continued with these options here.
Expected<void> checkContinues(const dataset::Dataset& found, const Laboratory& laboratory,
                              const CollectOptions& options) {
    const auto refuse = [](const std::string& reason) {
        return badInput(fmt::format("The data set there {}; name another file.", reason));
    };
    const auto machine = machine::fromJson(found.machine);
    if (!machine || machine::fingerprint(*machine) != machine::fingerprint(laboratory.machine)) {
        return refuse("is of another machine");
    }
    if (found.cpus != laboratory.machine.usableCpus.size()) {
        return refuse(fmt::format("was collected on {} CPUs and {} may be used now", found.cpus,
                                  laboratory.machine.usableCpus.size()));
    }
    if (found.stressors != laboratory.stressors) {
        return refuse(fmt::format("was collected with other stressors ({}) than those available now ({})",
                                  fmt::join(found.stressors, ", "), fmt::join(laboratory.stressors, ", ")));
    }
    if (options.strategy && found.strategy != strategyName(*options.strategy)) {
        return refuse(fmt::format("was collected with the strategy \"{}\", not \"{}\"", found.strategy,
                                  strategyName(*options.strategy)));
    }
    if (const auto known = strategyFromName(found.strategy); !known) {
        return refuse(
            fmt::format("was collected with a strategy \"{}\" that this version does not know", found.strategy));
    }
    if (found.seed != options.seed) {
        return refuse(fmt::format("was collected with the seed {}, not {}", found.seed, options.seed));
    }
    if (found.windowSeconds != options.windowSeconds) {
        return refuse(fmt::format("has windows of {} s, not {} s", found.windowSeconds, options.windowSeconds));
    }
    return {};
}

Expected<void> checkHosts(std::span<const Laboratory> laboratories) {
    if (laboratories.empty()) {
        return badInput("There is no machine to collect on.");
    }
    const Laboratory& first = laboratories.front();
    for (const Laboratory& other : laboratories.subspan(1)) {
        if (machine::fingerprint(other.machine) != machine::fingerprint(first.machine) ||
            other.machine.usableCpus != first.machine.usableCpus || other.stressors != first.stressors) {
            return badInput(
                "The machines to collect on differ in hardware, usable CPUs or stressors; collect on each "
                "kind into a data set of its own.");
        }
    }
    return {};
}

}  // namespace

Expected<void> checkCollection(std::span<const Laboratory> laboratories, const CollectOptions& options) {
    return checkOptions(options).and_then([&] { return checkHosts(laboratories); });
}

Expected<dataset::Dataset> startOrContinue(const Laboratory& laboratory, const std::filesystem::path& path,
                                           const CollectOptions& options) {
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored)) {
        // Two minutes of work should not end at a folder that cannot be written to.
        if (const auto writable = AtomicFile::create(path); !writable) {
            return tl::unexpected(writable.error());
        }
        return emptyDataset(laboratory, options);
    }
    auto found = dataset::readDataset(path);
    if (!found) {
        return found;
    }
    if (auto continues = checkContinues(*found, laboratory, options); !continues) {
        continues.error().place = path.string();
        return tl::unexpected(continues.error());
    }
    // Of files that do not tell rounds apart, all samples are of the first.
    found->rounds.resize(found->sampleCount(), 0);
    found->finishedRounds = std::max<std::uint64_t>(found->finishedRounds, 1);
    return found;
}

}  // namespace mimesys::collection
