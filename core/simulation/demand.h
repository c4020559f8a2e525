// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace mimesys::simulation {

// What a thread asks of a machine while it runs, whether it is a stressor's or an application's.
struct Demand {
    std::string name{};
    std::string data{};  // demands of one name here work on the same memory; empty = on their own

    // Processor. Work that is fixed takes more CPU time when memory is slow; else the thread does less in its time.
    double cpuPerTime = 1.0;            // CPU time per time of its share
    bool fixedWork = false;             // its share says how much is to be done, not for how long it runs
    double instructionsPerCycle = 1.0;  // when everything is found in the second-level cache

    // Memory.
    double linesPerInstruction = 0.0;  // cache lines that the first-level cache does not hold
    double workingSetBytes = 0.0;      // they lie in; as large again for every thread unless shared
    bool shared = false;               // by all threads of a socket
    double streaming = 0.0;            // share of the lines that are never used again
    double order = 1.0;      // hits = (resident share)^order: 1 at random, more in turn, less when a part is hot
    double overlap = 4.0;    // accesses under way together, prefetches among them
    double dirty = 0.0;      // share of the lines that are written, and written back when they leave the caches
    double aroundCache = 0;  // bytes stored around the caches (non-temporally) per instruction
    double remote = 0.0;     // share of its memory that belongs to another socket

    // Disk, in bytes/s at a share of 1.
    double diskRead = 0.0;
    double diskWrite = 0.0;
    double operationBytes = 0.0;  // of one read or write that is waited for; 0 = many are under way
    double fileBytes = 0.0;       // that are read at random and that the page cache may hold; 0 = it never does
    double rewrittenBytes = 0.0;  // written over and over, so that no more can be dirty; 0 = always new ones
    bool pastCache = false;       // writes go to the device and not into the page cache
    bool writtenAtOnce = false;   // write-back is asked for with every write

    bool operator==(const Demand&) const = default;
};

}  // namespace mimesys::simulation
