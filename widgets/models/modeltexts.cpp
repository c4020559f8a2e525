// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/modeltexts.h"

#include <QCoreApplication>
#include <QLocale>

namespace mimesys::widgets {
namespace {

QString counted(const char* text, std::size_t count) {
    return QCoreApplication::translate("Model", text, nullptr, static_cast<int>(count));
}

}  // namespace

QString architectureTitle(model::Architecture architecture) {
    return architecture == model::Architecture::UNet ? QCoreApplication::translate("Model", "U-Net")
                                                     : QCoreApplication::translate("Model", "Set transformer");
}

QString modelSummary(const model::Description& description) {
    const QString samples = QLocale().toString(static_cast<qulonglong>(description.samples));
    return QCoreApplication::translate("Model", "%1 for %2, %3 and %4, from %5.")
        .arg(architectureTitle(description.network.architecture),
             counted(QT_TRANSLATE_N_NOOP("Model", "%n CPU(s)"), description.cpus()),
             counted(QT_TRANSLATE_N_NOOP("Model", "%n stressor(s)"), description.stressors.size()),
             counted(QT_TRANSLATE_N_NOOP("Model", "%n metric(s)"), description.metrics.size()),
             (description.simulated() ? QCoreApplication::translate("Model", "%1 simulated samples")
                                      : QCoreApplication::translate("Model", "%1 measured samples"))
                 .arg(samples));
}

}  // namespace mimesys::widgets
