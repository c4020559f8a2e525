// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "telemetry/procfile.h"

#include "base/clock.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

namespace mimesys::telemetry {
namespace {

constexpr std::size_t kFirstBytes = std::size_t{8} << 10;
constexpr std::size_t kLimitBytes = std::size_t{64} << 20;  // /proc/stat of 8,192 CPUs stays far below

}  // namespace

Expected<std::unique_ptr<ProcFile>> ProcFile::open(const std::filesystem::path& path, Clock clock) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) {
        return unavailable(errno == ENOENT
                               ? fmt::format("{} does not exist here.", path.string())
                               : fmt::format("{} cannot be read ({}).", path.string(), std::strerror(errno)));
    }
    std::unique_ptr<ProcFile> file(new ProcFile(path, descriptor, clock));
    file->refresh();
    if (file->text().empty()) {
        return unavailable(fmt::format("{} is empty or cannot be read.", path.string()));
    }
    return file;
}

ProcFile::ProcFile(std::filesystem::path path, int descriptor, Clock clock)
    : m_path(std::move(path)), m_descriptor(descriptor), m_clock(clock), m_buffer(kFirstBytes), m_timeNs(clock()) {}

ProcFile::~ProcFile() {
    ::close(m_descriptor);
}

void ProcFile::refresh() {
    m_previousNs = std::exchange(m_timeNs, m_clock());
    m_size = readAll();
}

// Number of bytes read, 0 after an error: half a file would look like devices that have gone.
std::size_t ProcFile::readAll() {
    std::size_t size = 0;
    while (true) {
        if (size == m_buffer.size()) {
            if (m_buffer.size() >= kLimitBytes) {
                return 0;
            }
            m_buffer.resize(m_buffer.size() * 2);
        }
        const ssize_t count =
            ::pread(m_descriptor, m_buffer.data() + size, m_buffer.size() - size, static_cast<off_t>(size));
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count < 0) {
            return 0;
        }
        if (count == 0) {
            return size;
        }
        size += static_cast<std::size_t>(count);
    }
}

double ProcFile::intervalSeconds() const {
    return secondsFromNs(m_timeNs - m_previousNs);
}

Expected<ProcFile*> FileSet::open(const std::filesystem::path& path) {
    const auto known = std::ranges::find_if(m_files, [&](const auto& file) { return file->path() == path; });
    if (known != m_files.end()) {
        return known->get();
    }
    auto file = ProcFile::open(path, m_clock);
    if (!file) {
        return tl::unexpected(file.error());
    }
    m_files.push_back(std::move(*file));
    return m_files.back().get();
}

void FileSet::refreshAll() {
    for (const auto& file : m_files) {
        file->refresh();
    }
}

}  // namespace mimesys::telemetry
