// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/format.h"

#include <QCoreApplication>
#include <array>
#include <cmath>
#include <span>

namespace mimesys::widgets {
namespace {

struct Title {
    std::string_view id;
    const char* text;
};

constexpr std::array kTitles{
    Title{"cpu.utilization", QT_TRANSLATE_NOOP("Metric", "CPU utilisation")},
    Title{"cpu.ipc", QT_TRANSLATE_NOOP("Metric", "Instr. per cycle")},
    Title{"memory.read_bandwidth", QT_TRANSLATE_NOOP("Metric", "Memory read")},
    Title{"memory.write_bandwidth", QT_TRANSLATE_NOOP("Metric", "Memory write")},
    Title{"memory.bandwidth", QT_TRANSLATE_NOOP("Metric", "Memory traffic")},
    Title{"memory.local_bandwidth", QT_TRANSLATE_NOOP("Metric", "Local memory traffic")},
    Title{"memory.used", QT_TRANSLATE_NOOP("Metric", "Memory used")},
    Title{"llc.references", QT_TRANSLATE_NOOP("Metric", "Cache references")},
    Title{"llc.misses", QT_TRANSLATE_NOOP("Metric", "Cache misses")},
    Title{"llc.occupancy", QT_TRANSLATE_NOOP("Metric", "Cache occupancy")},
    Title{"disk.read", QT_TRANSLATE_NOOP("Metric", "Disk read")},
    Title{"disk.write", QT_TRANSLATE_NOOP("Metric", "Disk write")},
    Title{"network.receive", QT_TRANSLATE_NOOP("Metric", "Network in")},
    Title{"network.transmit", QT_TRANSLATE_NOOP("Metric", "Network out")},
    Title{"pressure.cpu", QT_TRANSLATE_NOOP("Metric", "CPU pressure")},
    Title{"pressure.memory", QT_TRANSLATE_NOOP("Metric", "Memory pressure")},
    Title{"pressure.io", QT_TRANSLATE_NOOP("Metric", "I/O pressure")},
    Title{"kernel.context_switches", QT_TRANSLATE_NOOP("Metric", "Context switches")},
    Title{"kernel.page_faults", QT_TRANSLATE_NOOP("Metric", "Page faults")},
};

QString threeDigits(double value) {
    const double magnitude = std::abs(value);
    const int decimals = magnitude >= 100.0 || magnitude == 0.0 ? 0 : magnitude >= 10.0 ? 1 : 2;
    if (magnitude > 0.0 && magnitude < 0.005) {
        return QString::number(value, 'g', 2);
    }
    QString text = QString::number(value, 'f', decimals);
    while (decimals > 0 && text.endsWith(QLatin1Char('0'))) {
        text.chop(1);
    }
    return text.endsWith(QLatin1Char('.')) ? text.chopped(1) : text;
}

struct Prefix {
    double factor;
    const char* text;
};

QString scaled(double value, std::span<const Prefix> prefixes, const QString& pattern) {
    for (const Prefix& prefix : prefixes) {
        if (std::abs(value) >= prefix.factor) {
            return pattern.arg(threeDigits(value / prefix.factor), QString::fromLatin1(prefix.text));
        }
    }
    return pattern.arg(threeDigits(value), QString());
}

constexpr std::array kDecimal{Prefix{1e12, "T"}, Prefix{1e9, "G"}, Prefix{1e6, "M"}, Prefix{1e3, "k"}};
constexpr std::array kBinary{Prefix{0x1p40, "Ti"}, Prefix{0x1p30, "Gi"}, Prefix{0x1p20, "Mi"}, Prefix{0x1p10, "Ki"}};

}  // namespace

QString metricTitle(std::string_view id) {
    if (const auto cpu = cpuOfUtilizationId(id)) {
        return QCoreApplication::translate("Metric", "CPU %1").arg(*cpu);
    }
    for (const Title& title : kTitles) {
        if (title.id == id) {
            return QCoreApplication::translate("Metric", title.text);
        }
    }
    return toQString(id);
}

QString familyTitle(Family family) {
    switch (family) {
        case Family::Cpu:
            return QCoreApplication::translate("Metric", "CPU");
        case Family::Memory:
            return QCoreApplication::translate("Metric", "Memory");
        case Family::Cache:
            return QCoreApplication::translate("Metric", "Cache");
        case Family::Disk:
            return QCoreApplication::translate("Metric", "Disk");
        case Family::Network:
            return QCoreApplication::translate("Metric", "Network");
        case Family::Other:
            break;
    }
    return QCoreApplication::translate("Metric", "Other");
}

QString formatValue(double value, std::string_view unit) {
    if (!std::isfinite(value)) {
        return QStringLiteral("–");
    }
    if (unit == "bytes") {
        return scaled(value, kBinary, QStringLiteral("%1 %2B"));
    }
    if (unit == "1/s") {
        return scaled(value, kDecimal, QStringLiteral("%1 %2/s")).replace(QStringLiteral(" /s"), QStringLiteral("/s"));
    }
    if (unit == "1" || unit.empty()) {
        return scaled(value, kDecimal, QStringLiteral("%1 %2")).trimmed();
    }
    return QStringLiteral("%1 %2").arg(threeDigits(value), toQString(unit));
}

}  // namespace mimesys::widgets
