// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "core/telemetry/countermachine.h"
#include "telemetry/sampler.h"

#include <QtTest>
#include <atomic>
#include <cstdlib>
#include <new>
#include <vector>

namespace {

std::atomic<int> s_allocations = 0;

void* counted(std::size_t bytes) {
    ++s_allocations;
    if (void* memory = std::malloc(bytes == 0 ? 1 : bytes)) {
        return memory;
    }
    throw std::bad_alloc();
}

}  // namespace

void* operator new(std::size_t bytes) {
    return counted(bytes);
}
void* operator new[](std::size_t bytes) {
    return counted(bytes);
}
void operator delete(void* memory) noexcept {
    std::free(memory);
}
void operator delete[](void* memory) noexcept {
    std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
    std::free(memory);
}
void operator delete[](void* memory, std::size_t) noexcept {
    std::free(memory);
}

class SamplerAllocationTest : public QObject {
    Q_OBJECT

private slots:
    void steadyStateAllocatesNothing();
    void countersAllocateNothing();
};

void SamplerAllocationTest::steadyStateAllocatesNothing() {
    auto sampler = mimesys::telemetry::Sampler::open({});
    QVERIFY(sampler.has_value());
    std::vector<float> values(sampler->metrics().size());
    // A device may appear, or a file outgrow its buffer, at any moment: one quiet stretch out of many is enough.
    int fewest = 1000;
    for (int attempt = 0; attempt < 20 && fewest > 0; ++attempt) {
        const int before = s_allocations;
        for (int i = 0; i < 10; ++i) {
            sampler->sample(values);
        }
        fewest = std::min(fewest, s_allocations - before);
    }
    QCOMPARE(fewest, 0);
    const int before = s_allocations;
    values.reserve(values.capacity() + 1);
    QCOMPARE(s_allocations - before, 1);  // the counter does count
}

void SamplerAllocationTest::countersAllocateNothing() {
    mimesys::test::CounterMachine machine;
    machine.device("cpu", "type", "4\n");
    machine.root.put("sys/devices/system/cpu/present", "0-3\n");
    machine.root.put("sys/fs/resctrl/info/L3_MON/mon_features", "llc_occupancy\n");
    machine.root.put("sys/fs/resctrl/mon_data/mon_L3_00/llc_occupancy", "4096\n");
    machine.open();
    machine.perf->setOnline(3, false);  // one that is looked for again in every sample
    machine.sample(1.0);
    machine.sample(1.0);
    const int before = s_allocations;
    for (int i = 0; i < 10; ++i) {
        machine.sample(1.0);
    }
    QCOMPARE(s_allocations - before, 0);
    QVERIFY(machine.has("cpu.ipc"));
    QCOMPARE(machine.value("llc.occupancy"), 4096.0);
}

QTEST_GUILESS_MAIN(SamplerAllocationTest)
#include "tst_samplerallocation.moc"
