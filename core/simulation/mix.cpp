// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "simulation/mix.h"

#include "base/clock.h"
#include "execution/cpulist.h"
#include "simulation/application.h"
#include "simulation/machine.h"
#include "simulation/recording.h"
#include "simulation/variate.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <span>

namespace mimesys::simulation {
namespace {

constexpr double kStepSeconds = 0.1;
constexpr double kMostSteps = 1e7;
constexpr double kTogether = 0.6;  // chance that an application's CPUs are neighbours
constexpr std::array kLoads{Load::Low, Load::Middle, Load::High};
constexpr std::array kLoadBounds{0.0, 0.3, 0.6, 1.0};  // of the cores

Expected<void> check(const MixOptions& options) {
    if (options.applications < 0 || options.applications > kMostApplications) {
        return badInput(fmt::format("The number of applications is not between 1 and {}.", kMostApplications));
    }
    if (!(options.periodSeconds >= 0.01 && options.periodSeconds <= 3600.0 &&
          options.seconds >= options.periodSeconds && options.seconds / kStepSeconds <= kMostSteps &&
          options.seconds / options.periodSeconds <= kMostSteps)) {
        return badInput(fmt::format("A trace of {:g} s with a sample every {:g} s cannot be simulated.",
                                    options.seconds, options.periodSeconds));
    }
    return {};
}

// The most and fewest cores of a load.
struct Cores {
    std::size_t fewest = 1;
    std::size_t most = 1;
};
Cores coresOf(Load load, int cpus) {
    const auto bound = [&](std::size_t i) {
        return static_cast<std::size_t>(std::floor(kLoadBounds[i] * cpus + 1e-9));
    };
    const auto index = static_cast<std::size_t>(load);
    return {bound(index) + 1, bound(index + 1)};
}

Kind drawKind(Random& random) {
    double rest = random.uniform();
    for (const KindShare& kind : kKinds) {
        rest -= kind.share;
        if (rest < 0.0) {
            return kind.kind;
        }
    }
    return Kind::Graph;
}

std::string_view kindName(Kind kind) {
    return std::ranges::find(kKinds, kind, &KindShare::kind)->name;
}

// `count` parts of at least 1 that add up to `total`.
std::vector<std::size_t> parts(std::size_t total, std::size_t count, Random& random) {
    std::vector<std::size_t> sizes(count, 1);
    for (std::size_t i = count; i < total; ++i) {
        ++sizes[random.below(count)];
    }
    return sizes;
}

struct Mix {
    std::vector<Demand> demands;
    std::vector<Application> applications;
};

Mix drawMix(std::size_t count, std::size_t cores, const Profile& profile, const MixOptions& options, Random& random) {
    std::vector<int> free(static_cast<std::size_t>(profile.cpuCount()));
    std::iota(free.begin(), free.end(), 0);
    Mix mix;
    for (const std::size_t size : parts(cores, count, random)) {
        if (random.uniform() < kTogether) {
            std::ranges::sort(free);
            std::ranges::rotate(free, free.begin() + static_cast<std::ptrdiff_t>(random.below(free.size())));
        } else {
            random.shuffle(std::span(free));
        }
        std::vector<int> cpus(free.end() - static_cast<std::ptrdiff_t>(size), free.end());
        free.resize(free.size() - size);
        mix.applications.emplace_back(drawKind(random), std::move(cpus), options.seconds, mix.demands,
                                      Random(random.next()));
    }
    return mix;
}

// False when it was stopped.
bool play(Mix& mix, const Profile& profile, const MixOptions& options, const std::stop_token& stop,
          Recording& recording) {
    Machine machine(profile, mix.demands, options.seed);
    std::vector<Tenant> tenants;
    const std::int64_t endNs = nsFromSeconds(options.seconds);
    const std::int64_t stepNs = nsFromSeconds(kStepSeconds);
    const auto sampleNs = [&] {
        return nsFromSeconds(static_cast<double>(recording.sampleCount() + 1) * options.periodSeconds);
    };
    for (std::int64_t now = 0; now < endNs;) {
        if (stop.stop_requested()) {
            return false;
        }
        const std::int64_t next = std::min({now + stepNs, sampleNs(), endNs});
        const double seconds = secondsFromNs(next - now);
        tenants.clear();
        for (Application& application : mix.applications) {
            application.addTenants(secondsFromNs(now), seconds, tenants);
        }
        machine.run(tenants);
        machine.advance(seconds);
        now = next;
        if (now == sampleNs()) {
            recording.sample(machine, now);
        }
    }
    return true;
}

}  // namespace

std::string_view loadName(Load load) {
    switch (load) {
        case Load::Low:
            return "low";
        case Load::Middle:
            return "mid";
        case Load::High:
            break;
    }
    return "high";
}

std::optional<Load> loadFromName(std::string_view name) {
    const auto found = std::ranges::find(kLoads, name, loadName);
    return found == kLoads.end() ? std::nullopt : std::optional(*found);
}

Cancellable<MixedTrace> simulateMix(const Profile& profile, const MixOptions& options, const std::stop_token& stop) {
    if (auto valid = check(options); !valid) {
        return tl::unexpected(valid.error());
    }
    Random random(Random(options.seed ^ 0x6d6978ULL).next());
    MixedTrace result;
    result.load = options.load.value_or(kLoads[random.below(kLoads.size())]);
    const Cores cores = coresOf(result.load, profile.cpuCount());
    const auto wanted = static_cast<std::size_t>(options.applications);
    if (cores.most < std::max<std::size_t>({1, cores.fewest, wanted})) {
        return badInput(fmt::format("{} applications do not fit the {} cores that a {} load has on {}.",
                                    std::max<std::size_t>(1, wanted), cores.most, loadName(result.load), profile.name));
    }
    const std::size_t fewest = std::max(cores.fewest, wanted);
    result.cores = fewest + random.below(cores.most - fewest + 1);
    const std::size_t count =
        wanted > 0 ? wanted : 1 + random.below(std::min<std::size_t>(kMostApplications, result.cores));
    Mix mix = drawMix(count, result.cores, profile, options, random);
    for (const Application& application : mix.applications) {
        std::vector<int> cpus = application.cpus();
        std::ranges::sort(cpus);
        result.applications.push_back(
            fmt::format("{} on CPUs {}", kindName(application.kind()), execution::formatCpuList(cpus)));
    }
    Recording recording(profile, options.seed);
    if (!play(mix, profile, options, stop, recording)) {
        return std::optional<MixedTrace>();
    }
    auto trace = recording.finish({{"load", std::string(loadName(result.load))},
                                   {"applications", fmt::format("{}", fmt::join(result.applications, "; "))}});
    if (!trace) {
        return tl::unexpected(trace.error());
    }
    result.trace = std::move(*trace);
    return std::optional(std::move(result));
}

}  // namespace mimesys::simulation
