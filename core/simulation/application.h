// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/random.h"
#include "simulation/demand.h"
#include "simulation/machine.h"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace mimesys::simulation {

// Kinds of applications and how often they occur in a data centre: the shares of the research system's mixes, which
// follow Azure's workload distribution.
enum class Kind { WebServing, BigData, KeyValue, Inference, Database, Graph };
struct KindShare {
    Kind kind;
    std::string_view name;
    double share;
};
inline constexpr std::array kKinds{
    KindShare{Kind::WebServing, "web serving", 0.31},   KindShare{Kind::BigData, "big data", 0.32},
    KindShare{Kind::KeyValue, "key-value store", 0.14}, KindShare{Kind::Inference, "ML inference", 0.11},
    KindShare{Kind::Database, "database", 0.07},        KindShare{Kind::Graph, "graph analytics", 0.05}};

// How busy an application is over time, as a whole.
enum class Rhythm { Steady, Waves, OnOff, Bursts, Ramp, Stages };

// Something an application does beside its usual work: at a time, for a while, every so often.
struct Episode {
    std::size_t demand = 0;  // runs on its first threads
    double share = 0.0;      // of each of them, relative to what demand asks for
    std::size_t threads = 1;
    double everySeconds = 0.0;  // between two beginnings; 0 = once
    double seconds = 0.0;
    double firstSeconds = 0.0;
    bool insteadOfWork = false;  // nothing else runs meanwhile, as in a pause for garbage collection
};

// One application: threads on CPUs of their own and what they do, drawn at random within what is usual for its kind.
class Application {
public:
    // Appends its demands to `demands`.
    Application(Kind kind, std::vector<int> cpus, double seconds, std::vector<Demand>& demands, Random random);

    // What it runs during the next `seconds` from `now` on.
    void addTenants(double now, double seconds, std::vector<Tenant>& tenants);

    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] const std::vector<int>& cpus() const { return m_cpus; }

private:
    struct Phase {
        std::size_t demand = 0;
        double seconds = 0.0;
        double level = 1.0;
        std::size_t threads = 0;  // that take part
    };

    std::size_t addDemand(Demand demand, std::vector<Demand>& demands) const;
    void drawPhases(std::vector<Demand>& demands);
    void drawEpisodes(std::vector<Demand>& demands);
    void drawRhythm();
    [[nodiscard]] double level(double now, double seconds);

    Kind m_kind;
    std::vector<int> m_cpus;
    double m_length;
    Random m_random;
    std::string m_data;
    double m_begin = 0.0;
    double m_end = 0.0;
    std::vector<Phase> m_phases;
    std::vector<Episode> m_episodes;
    std::vector<double> m_weights;  // per thread
    std::vector<double> m_drift;    // per thread, wanders around 0
    std::size_t m_phase = 0;
    double m_phaseLeft = 0.0;
    Rhythm m_rhythm = Rhythm::Steady;
    double m_base = 0.5;
    double m_swing = 0.3;
    double m_period = 10.0;
    double m_restlessness = 0.05;
    double m_burst = 0.0;
    double m_common = 0.0;  // drift of the whole application
};

}  // namespace mimesys::simulation
