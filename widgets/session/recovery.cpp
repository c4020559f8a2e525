// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/recovery.h"

#include "models/paths.h"
#include "session/sessionfile.h"
#include "session/sessionsave.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QSysInfo>
#include <algorithm>
#include <chrono>
#include <set>

namespace mimesys::widgets {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::hours kKept{24 * 14};
constexpr qint64 kMostAtOnce = 100;

// A lock is seen on one host only, and homes are shared between hosts.
QString prefix() {
    return QStringLiteral("recovery-%1-").arg(QSysInfo::machineHostName());
}

fs::file_time_type writtenAt(const fs::path& file) {
    std::error_code ignored;
    return fs::last_write_time(file, ignored);
}

}  // namespace

Recovery::Recovery(fs::path folder) : m_folder(std::move(folder)) {
    std::error_code ignored;
    fs::create_directories(m_folder, ignored);
    // Two of one process may begin in the same millisecond.
    const qint64 begun = QDateTime::currentMSecsSinceEpoch();
    for (qint64 number = begun; !m_lock && number < begun + kMostAtOnce; ++number) {
        const QString name = QStringLiteral("%1%2-%3%4")
                                 .arg(prefix())
                                 .arg(QCoreApplication::applicationPid())
                                 .arg(number)
                                 .arg(QString::fromUtf8(kSessionSuffix.data(), kSessionSuffix.size()));
        m_own = m_folder / toPath(name);
        if (auto lock = PathLock::tryLock(m_own)) {
            m_lock.emplace(std::move(*lock));
        }
    }
}

Recovery::~Recovery() {
    clear();
}

void Recovery::clear() {
    removeSession(m_own);
}

std::vector<fs::path> Recovery::leftOvers() {
    std::error_code ignored;
    std::set<fs::path> sessions;
    for (const fs::directory_entry& entry : fs::directory_iterator(m_folder, ignored)) {
        const fs::path& path = entry.path();
        const bool ours = path.filename().string().starts_with(toPath(prefix()).string());
        // A kill while the first one was written leaves companions without a session.
        if (ours && (isSessionName(path) || path.extension() == ".files")) {
            sessions.insert(fs::path(path).replace_extension(kSessionSuffix));
        }
    }
    sessions.erase(m_own);
    std::vector<fs::path> found;
    for (const fs::path& session : sessions) {
        auto lock = PathLock::tryLock(session);
        if (!lock && !m_held.contains(session)) {
            continue;
        }
        const bool old = fs::file_time_type::clock::now() - writtenAt(session) > kKept;
        if (!fs::exists(session, ignored) || old) {
            removeSession(session);
            continue;
        }
        if (lock) {
            m_held.emplace(session, std::move(*lock));
        }
        found.push_back(session);
    }
    std::ranges::sort(found, std::ranges::greater(), writtenAt);
    return found;
}

void Recovery::remove(const fs::path& leftOver) {
    if (m_held.erase(leftOver) > 0) {
        removeSession(leftOver);
    }
}

}  // namespace mimesys::widgets
