// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "simulation/application.h"

#include "simulation/applicationdemands.h"
#include "simulation/variate.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace mimesys::simulation {
namespace {

constexpr double kLasting = 1e9;        // seconds of a phase that never ends
constexpr double kDriftSeconds = 3.0;   // over which threads' own variation dies away
constexpr double kLateStart = 0.25;     // chance that it begins within the trace, or ends in it
constexpr double kOneHotThread = 0.12;  // as in a store with one event loop

bool serves(Kind kind) {
    return kind == Kind::WebServing || kind == Kind::KeyValue || kind == Kind::Database;
}

// A step of a value that wanders around 0 with this standard deviation.
double wander(double value, double deviation, double seconds, Random& random) {
    const double kept = std::exp(-seconds / kDriftSeconds);
    return kept * value + deviation * std::sqrt(1.0 - kept * kept) * normal(random);
}

}  // namespace

Application::Application(Kind kind, std::vector<int> cpus, double seconds, std::vector<Demand>& demands, Random random)
    : m_kind(kind),
      m_cpus(std::move(cpus)),
      m_length(seconds),
      m_random(random),
      m_data(fmt::format("application {}", demands.size())),
      m_end(seconds),
      m_drift(m_cpus.size(), 0.0) {
    if (m_random.uniform() < kLateStart) {
        m_begin = between(m_random, 0.0, 0.5) * seconds;
    }
    if (m_random.uniform() < kLateStart) {
        m_end = between(m_random, 0.6, 1.0) * seconds;
    }
    drawRhythm();
    drawPhases(demands);
    drawEpisodes(demands);
    const bool oneHot = m_random.uniform() < kOneHotThread;
    const double imbalance = between(m_random, 0.0, 0.6);
    for (std::size_t thread = 0; thread < m_cpus.size(); ++thread) {
        const double weight = oneHot && thread > 0 ? 0.15 : 1.0;
        m_weights.push_back(weight * (1.0 - imbalance * m_random.uniform()));
    }
}

std::size_t Application::addDemand(Demand demand, std::vector<Demand>& demands) const {
    demand.name = m_data;
    demands.push_back(std::move(demand));
    return demands.size() - 1;
}

void Application::drawRhythm() {
    using enum Rhythm;
    constexpr std::array kServing{Steady, Waves, Bursts, OnOff, Ramp, Bursts, Waves};
    constexpr std::array kBatch{Stages, Stages, Steady, OnOff, Ramp, Stages, Steady};
    m_rhythm = serves(m_kind) ? kServing[m_random.below(kServing.size())] : kBatch[m_random.below(kBatch.size())];
    m_base = serves(m_kind) ? between(m_random, 0.08, 1.0) : between(m_random, 0.5, 1.0);
    m_swing = between(m_random, 0.1, 0.9) * m_base;
    m_period = betweenOrders(m_random, 3.0, 60.0);
    m_restlessness = betweenOrders(m_random, 0.01, 0.15);
}

// Batch work goes through phases that need the machine differently; a server mostly stays as it is.
void Application::drawPhases(std::vector<Demand>& demands) {
    Demand usual = usualWork(m_kind, m_random);
    usual.data = m_data;
    const std::size_t count = serves(m_kind) ? 1 + m_random.below(2) : 1 + m_random.below(5);
    for (std::size_t phase = 0; phase < count; ++phase) {
        const std::size_t demand = addDemand(phase == 0 ? usual : otherPhase(usual, m_random), demands);
        const bool all = phase == 0 || m_random.uniform() < 0.7;
        m_phases.push_back({.demand = demand,
                            .seconds = count == 1 ? kLasting : betweenOrders(m_random, 2.0, 40.0),
                            .level = phase == 0 ? 1.0 : between(m_random, 0.4, 1.0),
                            .threads = all ? m_cpus.size() : 1 + m_random.below(m_cpus.size())});
    }
    m_phaseLeft = m_phases.front().seconds;
    if (m_random.uniform() < (m_kind == Kind::WebServing ? 0.7 : 0.25)) {
        Demand pass = passOverData(usual, m_random);
        m_episodes.push_back({.demand = addDemand(pass, demands),
                              .share = between(m_random, 0.5, 1.0),
                              .threads = 1 + m_random.below(m_cpus.size()),
                              .everySeconds = betweenOrders(m_random, 2.0, 40.0),
                              .seconds = betweenOrders(m_random, 0.1, 4.0),
                              .firstSeconds = between(m_random, 0.0, 10.0),
                              .insteadOfWork = true});
    }
}

// Disk work by kind: input that is scanned, logs, and checkpoints or snapshots that go into the page cache at once.
void Application::drawEpisodes(std::vector<Demand>& demands) {
    const auto add = [&](const Demand& demand, double every, double seconds) {
        m_episodes.push_back({.demand = addDemand(demand, demands),
                              .share = between(m_random, 0.6, 1.0),
                              .threads = 1,
                              .everySeconds = every,
                              .seconds = seconds,
                              .firstSeconds = between(m_random, 0.0, std::max(5.0, every)),
                              .insteadOfWork = false});
    };
    const auto chance = [&](double probability) {
        return m_random.uniform() < probability;
    };
    const auto rate = [&](double low, double high) {
        return betweenOrders(m_random, low, high);
    };
    const bool data = m_kind == Kind::BigData || m_kind == Kind::Database;
    if (chance(data ? 0.8 : 0.3)) {  // input, in bursts or all along
        add(scanOfFiles(rate(2e7, 7e8), m_random), rate(8.0, 60.0), rate(1.0, 25.0));
    }
    if (chance(m_kind == Kind::Inference || m_kind == Kind::Graph ? 0.6 : 0.1)) {  // loaded once
        add(scanOfFiles(rate(1e8, 6e8), m_random), 0.0, rate(2.0, 20.0));
        m_episodes.back().firstSeconds = m_begin;
    }
    if (chance(m_kind == Kind::Database ? 0.9 : m_kind == Kind::KeyValue ? 0.4 : 0.1)) {
        add(syncedLog(rate(5e5, 8e7), m_random), kLasting, kLasting);
        m_episodes.back().firstSeconds = m_begin;
    }
    if (chance(data || m_kind == Kind::KeyValue ? 0.6 : 0.15)) {  // checkpoints
        add(bufferedWrites(rate(1e8, 1.2e9), m_random), rate(10.0, 60.0), rate(0.5, 8.0));
    }
    if (chance(0.4)) {
        add(bufferedWrites(rate(1e5, 2e7), m_random), kLasting, kLasting);
        m_episodes.back().firstSeconds = m_begin;
    }
}

double Application::level(double now, double seconds) {
    const double time = now - m_begin;
    const double turn = std::fmod(time, m_period) / m_period;
    double level = m_base;
    switch (m_rhythm) {
        case Rhythm::Steady:
            break;
        case Rhythm::Waves:
            level += m_swing * std::sin(2.0 * std::numbers::pi * turn);
            break;
        case Rhythm::OnOff:
            level = turn < 0.55 ? m_base + m_swing : m_base - m_swing;
            break;
        case Rhythm::Bursts:
            if (m_random.uniform() < seconds / m_period) {
                m_burst = between(m_random, 0.3, 1.0);
            }
            m_burst *= std::exp(-seconds / (0.15 * m_period));
            level = 0.6 * m_base + m_burst;
            break;
        case Rhythm::Ramp:
            level = m_base - m_swing + 2.0 * m_swing * std::min(1.0, time / (0.7 * m_length));
            break;
        case Rhythm::Stages:
            level = turn < 0.9 ? 1.0 : 0.1;  // everybody waits for the last one
            break;
    }
    m_common = wander(m_common, m_restlessness, seconds, m_random);
    return std::clamp(level * (1.0 + m_common), 0.0, 1.0);
}

void Application::addTenants(double now, double seconds, std::vector<Tenant>& tenants) {
    if (now < m_begin || now >= m_end) {
        return;
    }
    m_phaseLeft -= seconds;
    if (m_phaseLeft <= 0.0) {
        m_phase = (m_phase + 1) % m_phases.size();
        m_phaseLeft = m_phases[m_phase].seconds * between(m_random, 0.7, 1.3);
    }
    const double busy = level(now, seconds);
    bool pause = false;
    for (const Episode& episode : m_episodes) {
        const double since = now - episode.firstSeconds;
        const double turn = episode.everySeconds > 0.0 ? std::fmod(since, episode.everySeconds) : since;
        if (since < 0.0 || turn >= episode.seconds) {
            continue;
        }
        pause = pause || episode.insteadOfWork;
        for (std::size_t thread = 0; thread < std::min(episode.threads, m_cpus.size()); ++thread) {
            tenants.push_back({.cpu = m_cpus[thread], .demand = episode.demand, .share = episode.share});
        }
    }
    const Phase& phase = m_phases[m_phase];
    for (std::size_t thread = 0; thread < m_cpus.size(); ++thread) {
        m_drift[thread] = wander(m_drift[thread], 2.0 * m_restlessness, seconds, m_random);
        const double share = busy * phase.level * m_weights[thread] * (1.0 + m_drift[thread]);
        if (!pause && thread < phase.threads && share > 0.0) {
            tenants.push_back({.cpu = m_cpus[thread], .demand = phase.demand, .share = std::min(1.0, share)});
        }
    }
}

}  // namespace mimesys::simulation
