// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/clock.h"
#include "core/machine/syntheticroot.h"
#include "machine/machine.h"
#include "telemetry/recorder.h"

#include <QtTest>
#include <atomic>
#include <cmath>
#include <limits>
#include <semaphore>
#include <thread>

using namespace mimesys;
using telemetry::Recorder;
using telemetry::RecorderOptions;
using telemetry::Sample;
using test::SyntheticRoot;

class RecorderTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void samplesComeInOrderAndMatchTheTrace();
    void attributesDescribeTheMachineButNotTheHost();
    void stopRightAwayRecordsNothing();
    void stopBeforeTheStartTimeRecordsNothing();
    void neverStartedRecordsNothing();
    void stopTakesALastShorterSample();
    void stopFromSeveralThreadsGivesTheSameTrace();
    void destructionWhileRecordingIsClean();
    void periodOutOfRangeIsRefused_data();
    void periodOutOfRangeIsRefused();
    void wallClockOfTheTraceIsNow();

private:
    [[nodiscard]] RecorderOptions options(double periodSeconds) const;
    [[nodiscard]] std::unique_ptr<Recorder> opened(RecorderOptions options) const;
    std::unique_ptr<SyntheticRoot> m_root;
};

void RecorderTest::init() {
    m_root = std::make_unique<SyntheticRoot>();
    m_root->put("proc/stat", "cpu  0 0 0 0\ncpu0 0 0 0 0\ncpu1 0 0 0 0\nctxt 5\n");
    m_root->put("proc/meminfo", "MemTotal: 3000 kB\nMemAvailable: 1000 kB\n");
    m_root->put("proc/sys/kernel/osrelease", "6.1-example\n");
    m_root->put("proc/sys/kernel/hostname", "secret\n");
}

RecorderOptions RecorderTest::options(double periodSeconds) const {
    RecorderOptions options;
    options.periodSeconds = periodSeconds;
    options.roots = {m_root->proc(), m_root->sys()};
    return options;
}

std::unique_ptr<Recorder> RecorderTest::opened(RecorderOptions options) const {
    auto recorder = Recorder::open(std::move(options));
    if (!recorder) {
        qFatal("%s", recorder.error().text().c_str());
    }
    return std::move(*recorder);
}

void RecorderTest::samplesComeInOrderAndMatchTheTrace() {
    constexpr int kSamples = 6;
    std::vector<std::int64_t> times;
    std::vector<std::vector<float>> rows;
    std::counting_semaphore<> enough(0);
    RecorderOptions recording = options(0.02);
    recording.onSample = [&](const Sample& sample) {
        times.push_back(sample.timeNs);
        rows.emplace_back(sample.values.begin(), sample.values.end());
        if (times.size() == kSamples) {
            enough.release();
        }
    };
    const auto recorder = opened(std::move(recording));
    recorder->start(monotonicNs());
    enough.acquire();
    const auto trace = recorder->stop();
    QVERIFY(trace.has_value());
    QVERIFY((*trace)->sampleCount() >= kSamples);
    QCOMPARE((*trace)->timesNs, times);
    QCOMPARE((*trace)->columns.size(), recorder->metrics().size());
    std::int64_t previous = (*trace)->startNs;
    for (std::size_t i = 0; i < times.size(); ++i) {
        QVERIFY(times[i] > previous);
        previous = times[i];
        for (std::size_t n = 0; n < recorder->metrics().size(); ++n) {
            const trace::Column& column = (*trace)->columns[n];
            QCOMPARE(column.metric, recorder->metrics()[n]);
            QCOMPARE(column.provenance, Provenance::Procfs);
            QVERIFY(column.values[i] == rows[i][n] || (std::isnan(column.values[i]) && std::isnan(rows[i][n])));
        }
        QCOMPARE((*trace)->find("memory.used")->values[i], 2000.0F * 1024.0F);
        QCOMPARE((*trace)->find("kernel.context_switches")->values[i], 0.0F);
        QVERIFY((*trace)->find("cpu.utilization[1]")->isMissing(i));  // its ticks stand still
    }
    // Six samples need six periods, whatever the load of the machine: none comes before its time.
    QVERIFY(times[kSamples - 1] - (*trace)->startNs >= nsFromSeconds(0.02 * (kSamples - 1)));
}

void RecorderTest::attributesDescribeTheMachineButNotTheHost() {
    std::binary_semaphore sampled(0);
    RecorderOptions recording = options(0.01);
    recording.onSample = [&, first = true](const Sample&) mutable {
        if (std::exchange(first, false)) {
            sampled.release();
        }
    };
    const auto recorder = opened(std::move(recording));
    recorder->start(0);  // long past: now
    sampled.acquire();
    const auto trace = recorder->stop();
    QVERIFY(trace.has_value());
    const auto& attributes = (*trace)->attributes;
    QCOMPARE(attributes.at("cpu_count"), std::string("2"));
    QCOMPARE(attributes.at("kernel"), std::string("6.1-example"));
    QVERIFY(attributes.at("recorder").starts_with("mimesys "));
    const auto machine = machine::fromJson(attributes.at("machine"));
    QVERIFY(machine.has_value());
    QCOMPARE(machine->cpus.size(), std::size_t{2});
    for (const auto& [key, value] : attributes) {
        QVERIFY2(value.find("secret") == std::string::npos, key.c_str());
    }
}

void RecorderTest::stopRightAwayRecordsNothing() {
    const auto recorder = opened(options(3600.0));
    recorder->start(monotonicNs());
    const auto trace = recorder->stop();
    QVERIFY(!trace.has_value());
    QCOMPARE(trace.error().code, ErrorCode::Failed);
}

void RecorderTest::stopBeforeTheStartTimeRecordsNothing() {
    const auto recorder = opened(options(0.01));
    recorder->start(std::numeric_limits<std::int64_t>::max());
    QVERIFY(!recorder->stop().has_value());
}

void RecorderTest::neverStartedRecordsNothing() {
    const auto recorder = opened(options(0.01));
    QVERIFY(!recorder->stop().has_value());
    recorder->start(monotonicNs());  // too late
    QVERIFY(!recorder->stop().has_value());
}

void RecorderTest::stopTakesALastShorterSample() {
    constexpr double kPeriod = 0.5;
    std::binary_semaphore sampled(0);
    RecorderOptions recording = options(kPeriod);
    recording.onSample = [&, first = true](const Sample&) mutable {
        if (std::exchange(first, false)) {
            sampled.release();
        }
    };
    const auto recorder = opened(std::move(recording));
    recorder->start(monotonicNs());
    sampled.acquire();
    std::this_thread::sleep_for(std::chrono::duration<double>(0.6 * kPeriod));  // or longer
    const auto trace = recorder->stop();
    QVERIFY2(trace.has_value(), trace ? "" : trace.error().text().c_str());
    QVERIFY((*trace)->sampleCount() >= 2);
    QVERIFY((*trace)->timesNs[1] - (*trace)->timesNs[0] >= nsFromSeconds(0.5 * kPeriod));
}

void RecorderTest::stopFromSeveralThreadsGivesTheSameTrace() {
    std::binary_semaphore sampled(0);
    std::atomic<int> samples = 0;
    RecorderOptions recording = options(0.01);
    recording.onSample = [&](const Sample&) {
        if (++samples == 2) {
            sampled.release();
        }
    };
    const auto recorder = opened(std::move(recording));
    recorder->start(monotonicNs());
    sampled.acquire();
    trace::TracePtr other;
    std::thread stopper([&] { other = recorder->stop().value_or(nullptr); });
    const trace::TracePtr mine = recorder->stop().value_or(nullptr);
    stopper.join();
    QVERIFY(mine != nullptr);
    QCOMPARE(mine, other);
    QCOMPARE(static_cast<int>(mine->sampleCount()), samples.load());
}

void RecorderTest::destructionWhileRecordingIsClean() {
    std::atomic<int> samples = 0;
    RecorderOptions recording = options(0.01);
    std::binary_semaphore sampled(0);
    recording.onSample = [&](const Sample&) {
        if (++samples == 1) {
            sampled.release();
        }
    };
    {
        const auto recorder = opened(std::move(recording));
        recorder->start(monotonicNs());
        sampled.acquire();
    }
    const int atEnd = samples;
    std::this_thread::sleep_for(std::chrono::milliseconds(40));
    QCOMPARE(samples.load(), atEnd);
}

void RecorderTest::periodOutOfRangeIsRefused_data() {
    QTest::addColumn<double>("period");
    QTest::newRow("zero") << 0.0;
    QTest::newRow("negative") << -1.0;
    QTest::newRow("too short") << 0.009;
    QTest::newRow("too long") << 3601.0;
    QTest::newRow("not a number") << std::nan("");
    QTest::newRow("infinite") << std::numeric_limits<double>::infinity();
}

void RecorderTest::periodOutOfRangeIsRefused() {
    QFETCH(double, period);
    const auto recorder = Recorder::open(options(period));
    QVERIFY(!recorder.has_value());
    QCOMPARE(recorder.error().code, ErrorCode::BadInput);
}

void RecorderTest::wallClockOfTheTraceIsNow() {
    std::binary_semaphore sampled(0);
    RecorderOptions recording = options(0.01);
    recording.onSample = [&, first = true](const Sample&) mutable {
        if (std::exchange(first, false)) {
            sampled.release();
        }
    };
    const std::int64_t before = realtimeNs();
    const auto recorder = opened(std::move(recording));
    recorder->start(monotonicNs());
    sampled.acquire();
    const auto trace = recorder->stop();
    // Ten seconds of slack: the wall clock may be set meanwhile.
    QVERIFY((*trace)->startNs > before - 10 * kNanosecondsPerSecond);
    QVERIFY((*trace)->endNs() < realtimeNs() + 10 * kNanosecondsPerSecond);
}

QTEST_GUILESS_MAIN(RecorderTest)
#include "tst_recorder.moc"
