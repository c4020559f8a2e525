// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulation/demand.h"
#include "simulation/profile.h"

#include <cstddef>
#include <span>
#include <vector>

namespace mimesys::simulation {

// One thread's wish for some time, and what became of it.
struct DiskRequest {
    std::size_t writer = 0;  // who writes: what one dirties, only that one overwrites
    std::size_t demand = 0;  // whose files are read
    double share = 0.0;
    // Results, in bytes.
    double held = 0.0;     // read from the page cache
    double read = 0.0;     // from the device
    double written = 0.0;  // to either
};

// A device with a page cache before it. Reads go to the device unless the page cache holds them, and stay there. Writes
// make pages dirty; they are written back when that is asked for, when there are many, and else every few seconds.
// Writers wait when there are too many. A page that is overwritten before it was written back is written once.
class Disk {
public:
    Disk(const DiskProfile& profile, const std::vector<Demand>& demands, std::size_t writers);

    // `speed`: of the device, relative to the profile.
    void step(std::span<DiskRequest> requests, double seconds, double speed);

    // Bytes of the last step: of the device, and of the page cache's way to it.
    [[nodiscard]] double deviceRead() const { return m_deviceRead; }
    [[nodiscard]] double deviceWritten() const { return m_deviceWritten; }
    [[nodiscard]] double writtenBack() const { return m_writtenBack; }

    [[nodiscard]] double dirtyBytes() const { return m_dirtyBytes; }
    // Since the start: never written to the device because it was overwritten before.
    [[nodiscard]] double overwrittenBytes() const { return m_overwritten; }

private:
    struct Pages {
        double dirty = 0.0;
        double due = 0.0;  // the part of them that is to be written back now
        bool listed = false;
    };
    struct Wish {
        double reads = 0.0;
        double direct = 0.0;
        double writeBack = 0.0;
    };

    [[nodiscard]] double waitedRate(const Demand& demand, double wanted, double deviceRate) const;
    void readFrom(DiskRequest& request, double seconds, Wish& wish);
    void acceptWrites(std::span<DiskRequest> requests, double seconds, Wish& wish);
    void dirtyPages(const DiskRequest& request, double bytes);
    void serve(std::span<DiskRequest> requests, const Wish& wish, double seconds, double speed);
    void writeBack(double bytes);
    void keepRead(std::size_t demand, double bytes);

    DiskProfile m_profile;
    const std::vector<Demand>& m_demands;
    std::vector<Pages> m_pages;        // per writer
    std::vector<std::size_t> m_dirty;  // writers with dirty pages
    std::vector<double> m_cached;      // bytes of the files of each demand
    double m_cachedBytes = 0.0;
    double m_sinceFlush = 0.0;
    double m_dirtyBytes = 0.0;
    double m_overwritten = 0.0;
    double m_deviceRead = 0.0;
    double m_deviceWritten = 0.0;
    double m_writtenBack = 0.0;
};

}  // namespace mimesys::simulation
