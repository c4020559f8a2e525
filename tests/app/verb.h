// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStringList>

// The program as its users run it, MIMESYS_PROGRAM being the one that was just built.
namespace mimesys::tests {

struct Result {
    int exitCode = -1;  // that of a program which did not end by itself
    QByteArray output;
    QByteArray errors;
    [[nodiscard]] QJsonDocument document() const { return QJsonDocument::fromJson(output); }
    [[nodiscard]] QJsonObject json() const { return document().object(); }
};

// Killed when it takes longer.
inline Result finished(QProcess& process, int patienceMs) {
    if (!process.waitForFinished(patienceMs)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
            process.readAllStandardError()};
}

inline Result runMimesys(const QStringList& arguments, int patienceMs,
                         const QProcessEnvironment& environment = QProcessEnvironment::systemEnvironment()) {
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(MIMESYS_PROGRAM, arguments);
    return finished(process, patienceMs);
}

}  // namespace mimesys::tests
