// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "trace/formats/common/chunks.h"
#include "trace/formats/hpcperfstats/devices.h"
#include "trace/trace.h"

#include <array>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace mimesys::trace::hpcperfstats {

// Turns the readings of consecutive samples into columns. What adds up over devices is their sum over those that are
// there in both samples; it is missing when one of them was reset.
class Rates {
public:
    Rates(DeviceTable& devices, Diagnostics& diagnostics) : m_devices(devices), m_diagnostics(diagnostics) {}

    // Makes the readings of sample number `sample` the base of the next one.
    void rebase(std::int64_t sample);

    // Appends row `row` from the readings of `sample`, `seconds` after the base sample. Without `ratesKnown` only
    // gauges get a value. `line` is that of the sample.
    struct Row {
        std::size_t row = 0;
        std::int64_t sample = 0;
        std::int64_t baseSample = 0;
        double seconds = 0.0;
        bool ratesKnown = true;
        std::int64_t line = 0;
    };
    void append(const Row& row);

    // The columns, each with `rows` values; says what the file had no counters for.
    [[nodiscard]] std::vector<Column> takeColumns(std::size_t rows);

private:
    enum Quantity {
        MemoryRead,
        MemoryWrite,
        CacheLookups,
        DiskRead,
        DiskWrite,
        Receive,
        Transmit,
        Switches,
        Faults,
        Used,
        kQuantities
    };
    struct Sum {
        double value = 0.0;
        bool any = false;
        bool spoiled = false;
    };

    void decideWhatCounts(DeviceType& type);
    void decideDisks(DeviceType& type);
    void compareDevices(const DeviceType& type, const Row& row);
    void addDevice(const Device& device, const Row& row);
    // Ticks of idle and iowait together.
    double idleTicks(const Device& device, bool& known);
    void appendCpu(const Device& device, const Row& row);
    void addUncore(const Device& device);
    void addMemory(const Device& device);
    void addCounter(const Device& device, std::size_t slot, Quantity quantity, double scale);
    // Difference of one counter, told and spoiling the quantity on a reset.
    double difference(const Device& device, std::size_t slot, bool& known);
    void explainEvents(const Device& device);
    void set(const std::string& id, Provenance provenance, std::size_t row, double value);

    struct Output {
        Provenance provenance = Provenance::Procfs;
        Chunks<float> values;
    };
    DeviceTable& m_devices;
    Diagnostics& m_diagnostics;
    std::array<Sum, kQuantities> m_sums{};
    std::vector<Output*> m_cpuOutputs;  // by CPU number
    std::map<std::string, Output> m_outputs;
    std::set<std::string> m_explained;  // device names and types about which something was said once
};

}  // namespace mimesys::trace::hpcperfstats
