// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "simulation/applicationdemands.h"

#include "simulation/variate.h"

#include <algorithm>

namespace mimesys::simulation {
namespace {

struct Range {
    double low;
    double high;
};

// What is usual for a kind; estimates in the light of published characterisations of such applications (instructions
// per cycle of 0.5 to 2.5, tens of accesses to the last-level cache per thousand instructions, working sets far beyond
// it with a hot part).
struct Usual {
    Range instructionsPerCycle;
    Range linesPerInstruction;
    Range workingSetBytes;
    Range order;
    Range overlap;
    Range dirty;
    Range streaming;
    bool fixedWork;
};

Usual usual(Kind kind) {
    switch (kind) {
        case Kind::WebServing:
            return {{1.1, 2.3}, {0.004, 0.05}, {2e7, 6e8}, {0.08, 0.28}, {3.5, 7.0}, {0.25, 0.5}, {0.0, 0.06}, true};
        case Kind::BigData:
            return {{1.2, 2.6}, {0.005, 0.06}, {1e8, 4e9}, {0.12, 0.45}, {5.0, 13.0}, {0.25, 0.6}, {0.02, 0.4}, false};
        case Kind::KeyValue:
            return {{0.9, 1.8}, {0.006, 0.06}, {3e8, 2e10}, {0.06, 0.22}, {3.0, 7.0}, {0.15, 0.4}, {0.0, 0.05}, true};
        case Kind::Inference:
            return {{2.0, 3.4}, {0.006, 0.06}, {2e7, 8e8}, {0.8, 3.0}, {10.0, 22.0}, {0.1, 0.4}, {0.02, 0.4}, false};
        case Kind::Database:
            return {{0.9, 2.0}, {0.008, 0.06}, {5e8, 1e10}, {0.07, 0.25}, {3.0, 7.0}, {0.2, 0.45}, {0.0, 0.12}, true};
        case Kind::Graph:
            break;
    }
    return {{0.8, 1.7}, {0.025, 0.12}, {5e8, 1.6e10}, {0.2, 0.5}, {5.0, 12.0}, {0.05, 0.3}, {0.03, 0.3}, false};
}

double drawn(Random& random, const Range& range) {
    return between(random, range.low, range.high);
}

Demand fileWork(Random& random) {
    Demand demand;
    demand.cpuPerTime = 0.0;  // copying is counted by the disk
    demand.instructionsPerCycle = between(random, 0.7, 1.3);
    demand.linesPerInstruction = 0.01;
    demand.workingSetBytes = 3e5;
    demand.dirty = 0.3;
    return demand;
}

}  // namespace

Demand usualWork(Kind kind, Random& random) {
    const Usual ranges = usual(kind);
    Demand demand;
    demand.fixedWork = ranges.fixedWork;
    demand.instructionsPerCycle = drawn(random, ranges.instructionsPerCycle);
    demand.linesPerInstruction = betweenOrders(random, ranges.linesPerInstruction.low, ranges.linesPerInstruction.high);
    demand.workingSetBytes = betweenOrders(random, ranges.workingSetBytes.low, ranges.workingSetBytes.high);
    demand.shared = random.uniform() < 0.8;
    demand.order = drawn(random, ranges.order);
    demand.overlap = drawn(random, ranges.overlap);
    demand.dirty = drawn(random, ranges.dirty);
    demand.streaming = drawn(random, ranges.streaming);
    demand.remote = random.uniform() < 0.4 ? between(random, 0.0, 0.5) : 0.0;
    return demand;
}

Demand otherPhase(const Demand& usual, Random& random) {
    Demand demand = usual;
    demand.instructionsPerCycle = std::clamp(usual.instructionsPerCycle * between(random, 0.6, 1.5), 0.4, 3.6);
    demand.linesPerInstruction = usual.linesPerInstruction * betweenOrders(random, 0.2, 2.5);
    demand.order = usual.order * between(random, 0.7, 1.4);
    demand.overlap = std::clamp(usual.overlap * between(random, 0.7, 1.5), 1.5, 20.0);
    demand.dirty = std::min(0.9, usual.dirty * between(random, 0.5, 1.7));
    demand.streaming = std::clamp(usual.streaming * betweenOrders(random, 0.3, 3.0), 0.0, 0.8);
    return demand;
}

Demand passOverData(const Demand& usual, Random& random) {
    Demand demand = usual;
    demand.fixedWork = false;
    demand.instructionsPerCycle = between(random, 1.2, 2.2);
    demand.linesPerInstruction = between(random, 0.04, 0.13);
    demand.streaming = between(random, 0.4, 0.9);
    demand.overlap = between(random, 8.0, 18.0);
    demand.dirty = between(random, 0.2, 0.7);
    return demand;
}

Demand scanOfFiles(double rate, Random& random) {
    Demand demand = fileWork(random);
    demand.diskRead = rate;
    demand.fileBytes = random.uniform() < 0.5 ? 0.0 : betweenOrders(random, 2e9, 2e11);
    return demand;
}

Demand syncedLog(double rate, Random& random) {
    Demand demand = fileWork(random);
    demand.diskWrite = rate;
    demand.operationBytes = betweenOrders(random, 8192.0, 262'144.0);
    demand.pastCache = true;
    return demand;
}

Demand bufferedWrites(double rate, Random& random) {
    Demand demand = fileWork(random);
    demand.diskWrite = rate;
    demand.writtenAtOnce = random.uniform() < 0.3;
    return demand;
}

}  // namespace mimesys::simulation
