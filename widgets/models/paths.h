// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QFileInfo>
#include <QString>
#include <filesystem>

namespace mimesys::widgets {

// Names of files as Qt has them, and as core does: bytes of the file system.
[[nodiscard]] inline std::filesystem::path toPath(const QString& name) {
    return QFile::encodeName(name).toStdString();
}

[[nodiscard]] inline std::filesystem::path toAbsolutePath(const QString& name) {
    return toPath(QFileInfo(name).absoluteFilePath());
}

[[nodiscard]] inline QString toName(const std::filesystem::path& path) {
    return QFile::decodeName(path.c_str());
}

}  // namespace mimesys::widgets
