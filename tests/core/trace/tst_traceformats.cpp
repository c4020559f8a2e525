// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/atomicfile.h"
#include "base/hdf5.h"
#include "base/random.h"
#include "core/trace/tracefiles.h"
#include "trace/write.h"

#include <cmath>
#include <map>

using namespace mimesys;
using namespace mimesys::trace;
using namespace mimesys::trace::test;

// Writing a trace and reading it back.
class TraceFormatsTest : public QObject {
    Q_OBJECT

private slots:
    void fullFidelity_data();
    void fullFidelity();
    void textCountersGiveTheRatesBack();
    void textGivesOtherReadersTheirNumbers();
    void textNamesWhatItLeavesOut();
    void textWithoutAnyPlaceIsRefused();
    void simulatedStaysSimulated_data();
    void simulatedStaysSimulated();
    void truncatedHdf5IsAnError();
    void foreignHdf5IsAnError();
    void newerVersionIsAnError();
    void existingFileSurvivesAFailedWrite();
};

namespace {

constexpr std::int64_t kSecond = 1'000'000'000;

// Values of every kind: tiny, huge, negative, missing; names and attributes that need quoting.
Trace difficultTrace() {
    Trace trace;
    trace.startNs = 1764549114'751583001;
    trace.timesNs = {trace.startNs + 1, trace.startNs + kSecond, trace.startNs + 90 * kSecond + 7};
    trace.columns = {{metricFor("cpu.utilization[0]"), Provenance::Procfs, {0.1F, 33.333332F, kMissing}},
                     {metricFor("cpu.utilization[11]"), Provenance::Simulation, {100.0F, 0.0F, 1e-30F}},
                     {metricFor("memory.used"), Provenance::Procfs, {1.2345678e11F, kMissing, 4096.0F}},
                     {metricFor("memory.read_bandwidth"), Provenance::ScaledHardwareCounter, {12.5F, 0.25F, 3.4e38F}},
                     {{"odd, \"name\" # 1", "kg", Family::Disk}, Provenance::Model, {-1.0F, -2.5F, kMissing}},
                     {{"time", "", Family::Other}, Provenance::Unknown, {1.0F, 2.0F, 3.0F}},
                     {{" padded ", "", Family::Other}, Provenance::Unknown, {1.0F, 2.0F, 3.0F}},
                     {{"1.5", "", Family::Other}, Provenance::Unknown, {kMissing, kMissing, kMissing}}};
    trace.attributes = {{"host", "node1"},
                        {"machine", "{\n  \"cpus\": [1, 2],\r\n \"path\": \"C:\\\\x\"\n}"},
                        {"start", "not the start"},
                        {"a: b", " spaces "},
                        {"empty", ""}};
    return **makeTrace(std::move(trace));
}

bool sameValues(const std::vector<float>& a, const std::vector<float>& b) {
    return std::ranges::equal(a, b, [](float x, float y) { return x == y || (std::isnan(x) && std::isnan(y)); });
}

}  // namespace

void TraceFormatsTest::fullFidelity_data() {
    QTest::addColumn<QString>("name");
    QTest::newRow("HDF5") << "trace.h5";
    QTest::newRow("CSV") << "trace.csv";
}

void TraceFormatsTest::fullFidelity() {
    QFETCH(QString, name);
    const Folder folder;
    const auto path = folder.path(name.toUtf8().constData());
    const Trace trace = difficultTrace();
    const auto written = writeTrace(trace, path);
    QVERIFY2(written.has_value(), written ? "" : written.error().text().c_str());
    READ_OK(read, readTrace(path));
    QCOMPARE(readTrace.startNs, trace.startNs);
    QCOMPARE(readTrace.timesNs, trace.timesNs);
    QCOMPARE(readTrace.attributes, trace.attributes);
    QCOMPARE(readTrace.columns.size(), trace.columns.size());
    for (std::size_t i = 0; i < trace.columns.size(); ++i) {
        QCOMPARE(readTrace.columns[i].metric.id, trace.columns[i].metric.id);
        QVERIFY(readTrace.columns[i].metric == trace.columns[i].metric);
        QVERIFY(readTrace.columns[i].provenance == trace.columns[i].provenance);
        QVERIFY(sameValues(readTrace.columns[i].values, trace.columns[i].values));
    }
    QVERIFY(linesOf(read, "blank-value").empty());
    QVERIFY(linesOf(read, "sentinel-value").empty());
}

void TraceFormatsTest::textCountersGiveTheRatesBack() {
    Random random(7);
    Trace trace;
    trace.startNs = 1'700'000'000 * kSecond;
    const std::vector<std::string> ids{"cpu.utilization[0]",
                                       "cpu.utilization[3]",
                                       "memory.read_bandwidth",
                                       "memory.write_bandwidth",
                                       "memory.used",
                                       "llc.references",
                                       "disk.read",
                                       "network.receive",
                                       "network.transmit",
                                       "kernel.page_faults",
                                       "kernel.context_switches"};
    // Largest value, and what one step of the counter amounts to over the shortest interval.
    const std::vector<double> scales{100, 100, 60, 60, 6e10, 1e9, 500, 1000, 1000, 1e6, 1e6};
    const std::vector<double> steps{1e-5, 1e-5, 64e-9, 64e-9, 8192, 1, 512e-6, 1e-6, 1e-6, 1, 1};
    constexpr double kShortest = 0.2;
    for (const auto& id : ids) {
        trace.columns.push_back({metricFor(id), Provenance::Procfs, {}});
    }
    std::int64_t time = trace.startNs;
    for (int i = 0; i < 300; ++i) {
        time += static_cast<std::int64_t>((kShortest + random.uniform()) * 1e9);
        trace.timesNs.push_back(time);
        for (std::size_t n = 0; n < ids.size(); ++n) {
            const bool missing = random.below(10) == 0;
            trace.columns[n].values.push_back(missing ? kMissing : static_cast<float>(random.uniform() * scales[n]));
        }
    }
    const Folder folder;
    QVERIFY(writeTrace(trace, folder.path("trace.txt")).has_value());
    READ_OK(read, readTrace(folder.path("trace.txt")));
    QCOMPARE(read.format, std::string("hpcperfstats"));
    QCOMPARE(readTrace.startNs, trace.startNs);
    QCOMPARE(readTrace.timesNs, trace.timesNs);
    QCOMPARE(readTrace.columns.size(), ids.size());
    QVERIFY(readTrace.find("disk.write") == nullptr);
    for (std::size_t n = 0; n < ids.size(); ++n) {
        const auto values = valuesOf(readTrace, ids[n]);
        QCOMPARE(values.size(), trace.timesNs.size());
        for (std::size_t i = 0; i < values.size(); ++i) {
            const float expected = trace.columns[n].values[i];
            QCOMPARE(std::isnan(values[i]), std::isnan(expected));
            if (!std::isnan(expected)) {
                const double error = std::abs(static_cast<double>(values[i]) - static_cast<double>(expected));
                QVERIFY2(error <= steps[n] / kShortest + 1.2e-7 * static_cast<double>(expected),
                         qPrintable(QString("%1: %2 instead of %3").arg(ids[n].c_str()).arg(values[i]).arg(expected)));
            }
        }
    }
}

namespace {

// What a reader finds that goes by positions instead of schema lines, such as those of the research system: tokens of
// the lines of one sample by their first word.
using Tokens = std::map<std::string, std::vector<std::vector<double>>>;

struct PlainSample {
    double time = 0.0;
    Tokens lines;
};

std::vector<PlainSample> plainSamples(const std::string& text) {
    std::vector<PlainSample> samples;
    const QStringList paragraphs = QString::fromStdString(text).trimmed().split("\n\n");
    for (const QString& paragraph : paragraphs.mid(1)) {
        PlainSample sample;
        const QStringList lines = paragraph.split('\n', Qt::SkipEmptyParts);
        sample.time = lines.first().split(' ').first().toDouble();
        for (const QString& line : lines.mid(1)) {
            std::vector<double> tokens;
            for (const QString& token : line.split(' ', Qt::SkipEmptyParts)) {
                tokens.push_back(token.toDouble());  // 0 for names
            }
            sample.lines[line.split(' ').first().toStdString()].push_back(tokens);
        }
        samples.push_back(std::move(sample));
    }
    return samples;
}

}  // namespace

void TraceFormatsTest::textGivesOtherReadersTheirNumbers() {
    Random random(11);
    Trace trace;
    trace.startNs = 1'700'000'000 * kSecond;
    const std::vector<std::pair<const char*, double>> metrics{{"cpu.utilization[0]", 100},
                                                              {"cpu.utilization[1]", 100},
                                                              {"memory.read_bandwidth", 60},
                                                              {"memory.write_bandwidth", 30},
                                                              {"memory.used", 6e10},
                                                              {"llc.references", 1e9},
                                                              {"disk.read", 500},
                                                              {"disk.write", 400},
                                                              {"network.receive", 1000},
                                                              {"network.transmit", 900}};
    for (const auto& [id, scale] : metrics) {
        trace.columns.push_back({metricFor(id), Provenance::Procfs, {}});
    }
    std::int64_t time = trace.startNs;
    for (int i = 0; i < 50; ++i) {
        time += static_cast<std::int64_t>((0.5 + random.uniform()) * 1e9);
        trace.timesNs.push_back(time);
        for (std::size_t n = 0; n < metrics.size(); ++n) {
            trace.columns[n].values.push_back(static_cast<float>(random.uniform() * metrics[n].second));
        }
    }
    trace.attributes["machine"] = R"({"memory_bytes": 137438953472})";
    const Folder folder;
    QVERIFY(writeTrace(trace, folder.path("trace.txt")).has_value());
    const auto samples = plainSamples(readFile(folder.path("trace.txt"), 1 << 24).value());
    QCOMPARE(samples.size(), trace.sampleCount() + 1);
    // A double holds today's time of day to a quarter of a microsecond only.
    const auto close = [](double got, double expected, double step) {
        return std::abs(got - expected) <= step + 2e-6 * expected;
    };
    for (std::size_t i = 0; i + 1 < samples.size(); ++i) {
        const auto& before = samples[i].lines;
        const auto& now = samples[i + 1].lines;
        const double seconds = samples[i + 1].time - samples[i].time;
        const auto value = [&](const char* id) {
            return static_cast<double>(trace.find(id)->values[i]);
        };
        const auto difference = [&](const char* type, std::size_t line, std::size_t token) {
            return now.at(type)[line][token] - before.at(type)[line][token];
        };
        for (std::size_t cpu = 0; cpu < 2; ++cpu) {
            double busy = 0.0;
            for (const std::size_t token : {2, 3, 4, 7, 8}) {
                busy += difference("cpu", cpu, token);
            }
            const double total = busy + difference("cpu", cpu, 5) + difference("cpu", cpu, 6);
            QVERIFY(close(100.0 * busy / total, value(cpuUtilizationId(static_cast<int>(cpu)).c_str()), 1e-4));
        }
        const auto& controller = now.at("intel_hsw_imc").front();
        QVERIFY(controller.size() >= 10);
        QVERIFY(close(difference("intel_hsw_imc", 0, 6) * 64 / 1e9 / seconds, value("memory.read_bandwidth"), 128e-9));
        QVERIFY(close(difference("intel_hsw_imc", 0, 7) * 64 / 1e9 / seconds, value("memory.write_bandwidth"), 128e-9));
        double lookups = 0.0;
        const std::size_t length = now.at("intel_hsw_cbo").front().size();
        for (std::size_t token = length - 4; token < length; ++token) {
            lookups += difference("intel_hsw_cbo", 0, token);
        }
        QVERIFY(close(lookups / seconds, value("llc.references"), 2.0));
        QVERIFY(close(difference("block", 0, 4) * 512 / 1e6 / seconds, value("disk.read"), 2e-3));
        QVERIFY(close(difference("block", 0, 8) * 512 / 1e6 / seconds, value("disk.write"), 2e-3));
        QVERIFY(close(difference("net", 0, 4) / 1e6 / seconds, value("network.receive"), 1e-3));
        QVERIFY(close(difference("net", 0, 16) / 1e6 / seconds, value("network.transmit"), 1e-3));
        const auto& memory = now.at("mem").front();
        QCOMPARE(memory.size(), std::size_t{10});
        QVERIFY(close(memory[4] * 1024, value("memory.used"), 1024.0));
        QCOMPARE(memory[2] * 1024, 137438953472.0);
        QVERIFY(close(memory[3] + memory[4], memory[2], 1.0));
    }
}

void TraceFormatsTest::textNamesWhatItLeavesOut() {
    const Trace trace = difficultTrace();
    const std::vector<std::string> expected{" padded ", "1.5", "odd, \"name\" # 1", "time"};
    QCOMPARE(metricsLeftOut(trace, "x.txt"), expected);
    QVERIFY(metricsLeftOut(trace, "x.h5").empty());
    QVERIFY(metricsLeftOut(trace, "x.csv").empty());
}

void TraceFormatsTest::textWithoutAnyPlaceIsRefused() {
    Trace trace;
    trace.timesNs = {1, 2};
    trace.columns = {{metricFor("value"), Provenance::Unknown, {1.0F, 2.0F}}};
    const Folder folder;
    const auto written = writeTrace(trace, folder.path("trace.txt"));
    QVERIFY(!written.has_value());
    QCOMPARE(written.error().code, ErrorCode::BadInput);
    QVERIFY(!std::filesystem::exists(folder.path("trace.txt")));
}

void TraceFormatsTest::simulatedStaysSimulated_data() {
    QTest::addColumn<QString>("name");
    for (const char* name : {"trace.h5", "trace.csv", "trace.txt"}) {
        QTest::newRow(name) << name;
    }
}

void TraceFormatsTest::simulatedStaysSimulated() {
    QFETCH(QString, name);
    Trace trace;
    trace.startNs = kSecond;
    trace.timesNs = {2 * kSecond, 3 * kSecond};
    trace.columns = {{metricFor("cpu.utilization[0]"), Provenance::Simulation, {1.0F, 2.0F}},
                     {metricFor("disk.read"), Provenance::Procfs, {1.024F, 2.048F}}};
    trace.attributes = {{"source", "a simulation"}, {"note", "two\nlines"}};
    const Folder folder;
    const auto path = folder.path(name.toUtf8().constData());
    QVERIFY(writeTrace(trace, path).has_value());
    READ_OK(read, readTrace(path));
    QVERIFY(readTrace.find("cpu.utilization[0]")->provenance == Provenance::Simulation);
    QVERIFY(readTrace.find("disk.read")->provenance == Provenance::Procfs);
    QCOMPARE(readTrace.attributes, trace.attributes);
}

void TraceFormatsTest::truncatedHdf5IsAnError() {
    const Folder folder;
    QVERIFY(writeTrace(difficultTrace(), folder.path("whole.h5")).has_value());
    const std::string whole = readFile(folder.path("whole.h5"), 1 << 20).value();
    for (std::size_t size = 1; size < whole.size(); size += 97) {
        const auto read = folder.read(whole.substr(0, size));
        QVERIFY(!read.has_value());
        QCOMPARE(read.error().code, ErrorCode::BadInput);
    }
    const auto packed = folder.read(gzipped(whole));
    QVERIFY(!packed.has_value());
    QVERIFY(packed.error().message.find("unpack") != std::string::npos);
}

void TraceFormatsTest::foreignHdf5IsAnError() {
    const Folder folder;
    for (const std::string format : {"", "foreign-thing"}) {
        const auto path = folder.path("foreign.h5");
        auto target = AtomicFile::create(path);
        auto file = hdf5::File::createIn(*target, path);
        QVERIFY(file.has_value());
        QVERIFY(format.empty() || file->setAttribute("/", "format", format).has_value());
        QVERIFY(file->close().has_value());
        QVERIFY(target->commit().has_value());
        const auto read = readTrace(path);
        QVERIFY(!read.has_value());
        QCOMPARE(read.error().code, ErrorCode::BadInput);
        QVERIFY(read.error().message.find("no trace") != std::string::npos);
        QVERIFY(read.error().message.find(format) != std::string::npos);
    }
}

void TraceFormatsTest::newerVersionIsAnError() {
    const Folder folder;
    const auto read = folder.read("# mimesys-trace: 2\ntime,a\n1,2\n2,3\n");
    QVERIFY(!read.has_value());
    QVERIFY(read.error().message.find("newer") != std::string::npos);
}

void TraceFormatsTest::existingFileSurvivesAFailedWrite() {
    Trace trace;
    trace.timesNs = {1, 2};
    trace.columns = {{metricFor("two\nlines"), Provenance::Unknown, {1.0F, 2.0F}}};
    const Folder folder;
    const auto path = folder.put("trace.csv", "precious");
    QVERIFY(!writeTrace(trace, path).has_value());
    QCOMPARE(readFile(path, 100).value(), std::string("precious"));
}

QTEST_GUILESS_MAIN(TraceFormatsTest)
#include "tst_traceformats.moc"
