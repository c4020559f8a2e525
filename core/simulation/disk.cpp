// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "simulation/disk.h"

#include <algorithm>
#include <cmath>

namespace mimesys::simulation {
namespace {

// Of the device's time that reads get at least when it has too little for all: schedulers prefer them to write-back.
constexpr double kReadsFirst = 0.6;
// Dirty pages below this are forgotten rather than counted on; a page.
constexpr double kNothing = 4096.0;

}  // namespace

Disk::Disk(const DiskProfile& profile, const std::vector<Demand>& demands, std::size_t writers)
    : m_profile(profile), m_demands(demands), m_pages(writers), m_cached(demands.size(), 0.0) {}

// Of a thread that waits for each operation.
double Disk::waitedRate(const Demand& demand, double wanted, double deviceRate) const {
    if (demand.operationBytes <= 0.0) {
        return wanted;
    }
    const double seconds = m_profile.latencySeconds + demand.operationBytes / deviceRate;
    return std::min(wanted, demand.operationBytes / seconds);
}

void Disk::readFrom(DiskRequest& request, double seconds, Wish& wish) {
    const Demand& demand = m_demands[request.demand];
    if (demand.diskRead <= 0.0) {
        return;
    }
    const double held = demand.fileBytes > 0.0 ? std::min(1.0, m_cached[request.demand] / demand.fileBytes) : 0.0;
    const double rate = waitedRate(demand, demand.diskRead, m_profile.readBytesPerSecond);
    request.held = request.share * held * demand.diskRead * seconds;
    request.read = request.share * (1.0 - held) * rate * seconds;  // until it is known how much the device can serve
    wish.reads += request.read;
}

void Disk::dirtyPages(const DiskRequest& request, double bytes) {
    const Demand& demand = m_demands[request.demand];
    Pages& pages = m_pages[request.writer];
    const double most = demand.rewrittenBytes > 0.0 ? std::max(demand.rewrittenBytes, pages.dirty) : HUGE_VAL;
    const double after = std::min(most, pages.dirty + bytes);
    m_overwritten += pages.dirty + bytes - after;
    m_dirtyBytes += after - pages.dirty;
    pages.dirty = after;
    if (demand.writtenAtOnce) {
        pages.due = pages.dirty;
    }
    if (!pages.listed && pages.dirty > 0.0) {
        pages.listed = true;
        m_dirty.push_back(request.writer);
    }
}

// Writers slow down from half-way between the background and the limit on, as the kernel's balance_dirty_pages() makes
// them, and at the limit get what is written back.
void Disk::acceptWrites(std::span<DiskRequest> requests, double seconds, Wish& wish) {
    const double slowFrom = (m_profile.dirtyBackgroundBytes + m_profile.dirtyLimitBytes) / 2.0;
    const double range = std::max(1.0, m_profile.dirtyLimitBytes - slowFrom);
    const double room = std::clamp((m_profile.dirtyLimitBytes - m_dirtyBytes) / range, 0.0, 1.0);
    double wanted = 0.0;
    for (DiskRequest& request : requests) {
        const Demand& demand = m_demands[request.demand];
        const double rate =
            demand.pastCache ? waitedRate(demand, demand.diskWrite, m_profile.writeBytesPerSecond) : demand.diskWrite;
        request.written = request.share * rate * seconds;
        (demand.pastCache ? wish.direct : wanted) += request.written;
    }
    if (wanted <= 0.0) {
        return;
    }
    const double atLeast = std::min(1.0, m_profile.writeBytesPerSecond * seconds / wanted);
    const double part = std::max(room, atLeast);
    for (DiskRequest& request : requests) {
        if (!m_demands[request.demand].pastCache && request.written > 0.0) {
            request.written *= part;
            dirtyPages(request, request.written);
        }
    }
}

void Disk::writeBack(double bytes) {
    double due = 0.0;
    for (const std::size_t writer : m_dirty) {
        due += m_pages[writer].due;
    }
    const double dueServed = due > 0.0 ? std::min(1.0, bytes / due) : 0.0;
    const double others = m_dirtyBytes - due;
    const double othersServed = others > 0.0 ? std::clamp((bytes - due) / others, 0.0, 1.0) : 0.0;
    m_dirtyBytes = 0.0;
    std::erase_if(m_dirty, [&](std::size_t writer) {
        Pages& pages = m_pages[writer];
        double written = pages.due * dueServed + (pages.dirty - pages.due) * othersServed;
        if (pages.dirty - written < kNothing) {
            written = pages.dirty;
        }
        pages.dirty -= written;
        pages.due = std::min(pages.due * (1.0 - dueServed), pages.dirty);
        m_writtenBack += written;
        m_dirtyBytes += pages.dirty;
        pages.listed = pages.dirty > 0.0;
        return !pages.listed;
    });
}

// The page cache makes room by dropping a little of everything.
void Disk::keepRead(std::size_t demand, double bytes) {
    const double fits = std::min(m_demands[demand].fileBytes - m_cached[demand], bytes);
    if (fits <= 0.0) {
        return;
    }
    m_cached[demand] += fits;
    m_cachedBytes += fits;
    if (m_cachedBytes > m_profile.pageCacheBytes) {
        const double kept = m_profile.pageCacheBytes / m_cachedBytes;
        std::ranges::for_each(m_cached, [kept](double& cached) { cached *= kept; });
        m_cachedBytes = m_profile.pageCacheBytes;
    }
}

void Disk::serve(std::span<DiskRequest> requests, const Wish& wish, double seconds, double speed) {
    const double readTime = wish.reads / (m_profile.readBytesPerSecond * speed * seconds);
    const double writeTime = (wish.direct + wish.writeBack) / (m_profile.writeBytesPerSecond * speed * seconds);
    const double both = readTime + writeTime;
    const double readPart = both > 0.0 ? readTime / both : 0.0;
    const double usable = 1.0 - m_profile.mixingLoss * 4.0 * readPart * (1.0 - readPart);
    double readGets = readTime;
    double writeGets = writeTime;
    if (both > usable) {
        readGets = std::min(readTime, std::max(kReadsFirst * usable, usable - writeTime));
        writeGets = std::min(writeTime, usable - readGets);
    }
    const double readServed = readTime > 0.0 ? readGets / readTime : 0.0;
    const double writeServed = writeTime > 0.0 ? writeGets / writeTime : 0.0;
    for (DiskRequest& request : requests) {
        const Demand& demand = m_demands[request.demand];
        request.read *= readServed;
        keepRead(request.demand, request.read);
        request.written *= demand.pastCache ? writeServed : 1.0;
    }
    m_deviceRead = wish.reads * readServed;
    writeBack(wish.writeBack * writeServed);
    m_deviceWritten = wish.direct * writeServed + m_writtenBack;
}

void Disk::step(std::span<DiskRequest> requests, double seconds, double speed) {
    m_writtenBack = 0.0;
    m_sinceFlush += seconds;
    const bool flush = m_sinceFlush >= m_profile.flushSeconds;
    m_sinceFlush = flush ? 0.0 : m_sinceFlush;
    Wish wish;
    for (DiskRequest& request : requests) {
        request.held = request.read = 0.0;
        readFrom(request, seconds, wish);
    }
    acceptWrites(requests, seconds, wish);
    double due = 0.0;
    for (const std::size_t writer : m_dirty) {
        Pages& pages = m_pages[writer];
        pages.due = flush ? pages.dirty : pages.due;
        due += pages.due;
    }
    wish.writeBack = std::max(due, m_dirtyBytes - m_profile.dirtyBackgroundBytes);
    serve(requests, wish, seconds, speed);
}

}  // namespace mimesys::simulation
